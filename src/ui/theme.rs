//! Roles, and the style a theme gives each.

use ratatui::style::Style;

macro_rules! roles {
    ($($role:ident $name:literal $letter:literal $help:literal)*) => {
        /// What a piece of the screen is, whatever it looks like.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Role {
            $(#[doc = $help] $role,)*
        }

        impl Role {
            /// Every role.
            pub const ALL: &[Self] = &[$(Self::$role),*];

            /// Its name in theme files.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$role => $name),* }
            }

            /// What is drawn in it.
            pub const fn help(self) -> &'static str {
                match self { $(Self::$role => $help),* }
            }

            /// The letter that stands for it in snapshots of screens.
            pub const fn letter(self) -> char {
                match self { $(Self::$role => $letter),* }
            }
        }
    };
}

roles! {
    Body "body" 'b' "prose"
    Faint "faint" 'f' "what matters less: counts, rules of tables"
    Skimmed "skimmed" 'v' "what is passed over while skimming"
    Title "title" 'T' "the headline"
    Standfirst "standfirst" 'd' "the lines under the headline"
    Byline "byline" 'y' "who wrote it, where and when"
    Heading "heading" 'H' "a heading"
    Quote "quote" 'q' "a block quote"
    Code "code" 'c' "code"
    Emphasis "emphasis" 'e' "stressed words"
    Strong "strong" 's' "strongly stressed words"
    Strike "strike" 'k' "struck out words"
    Link "link" 'l' "a link"
    Bullet "bullet" 'u' "bullets, numbers of lists, bars of quotes"
    Caption "caption" 'C' "an image's marker and its caption"
    Credit "credit" 'r' "who made an image"
    Folded "folded" 'x' "what was folded or hidden at import, when shown"
    Cursor "cursor" '>' "the mark beside the current sentence"
    Hit "hit" 'h' "a search hit"
    CurrentHit "current-hit" 'I' "the search hit under the cursor"
    Fact "fact" 'F' "the words of a fact of the current sentence"
    ChosenFact "chosen-fact" 'X' "the words of the chosen fact"
    Bookmark "bookmark" 'm' "a bookmark beside the text"
    MarkYellow "mark-yellow" '1' "a yellow highlight, and its sign beside the text"
    MarkGreen "mark-green" '2' "a green highlight"
    MarkBlue "mark-blue" '3' "a blue highlight"
    MarkRed "mark-red" '4' "a red highlight"
    MarkPurple "mark-purple" '5' "a purple highlight"
    Note "note" '6' "the words of a note without color, and its sign beside the text"
    Selection "selection" '7' "words that are being selected"
    Hint "hint" '!' "letters to type, laid over the text"
    Rule "rule" '|' "lines between panes"
    Tab "tab" 't' "a tab of the sidebar"
    CurrentTab "current-tab" 'A' "the current tab"
    Name "name" 'n' "the name of a fact in the sidebar"
    Detail "detail" 'o' "what else is said of it"
    Lit "lit" 'L' "an item of the sidebar that the current sentence bears out"
    Selected "selected" 'S' "the chosen row of a list"
    Star "star" '*' "a star"
    Status "status" '_' "the line at the foot"
    Key "key" 'K' "a key in the footer and the help"
    Prompt "prompt" 'P' "what is being typed"
    Notice "notice" 'N' "a word from the program"
    Error "error" 'E' "a word from the program when something failed"
    Panel "panel" 'p' "help, lists and other panels over the screen"
}

/// A style for every role.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// Its name, for the list of themes.
    pub name: String,
    /// Whether it is made for a dark background.
    pub dark: bool,
    styles: Vec<Style>,
}

impl Theme {
    /// A theme that gives each role the style that `style` gives it.
    pub fn new(name: &str, dark: bool, style: impl FnMut(Role) -> Style) -> Self {
        let styles = Role::ALL.iter().copied().map(style).collect();
        Self { name: name.to_owned(), dark, styles }
    }

    /// The style of `role`.
    pub fn style(&self, role: Role) -> Style {
        self.styles.get(role as usize).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn names_and_letters_tell_roles_apart() {
        let names: HashSet<_> = Role::ALL.iter().map(|role| role.name()).collect();
        let letters: HashSet<_> = Role::ALL.iter().map(|role| role.letter()).collect();
        assert_eq!((names.len(), letters.len()), (Role::ALL.len(), Role::ALL.len()));
    }

    #[test]
    fn a_role_has_the_style_it_was_given() {
        let theme = Theme::new("test", true, |role| match role {
            Role::Link => Style::new().underlined(),
            _ => Style::new(),
        });
        assert_eq!(theme.style(Role::Link), Style::new().underlined());
        assert_eq!(theme.style(Role::Body), Style::new());
    }
}
