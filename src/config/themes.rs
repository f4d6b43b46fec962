//! The themes there are: those in the program, and the reader's own files.

use super::color::Level;
use super::document;
use super::problem::{Problem, unknown};
use super::theme::Draft;
use crate::ui::theme::Theme;
use std::fs;
use std::path::{Path, PathBuf};

macro_rules! bundled {
    ($($name:literal $detail:literal)*) => {
        /// The themes in the program: name, what it is like, and its file.
        const BUNDLED: &[(&str, &str, &str)] = &[
            $(($name, $detail, include_str!(concat!("../../themes/", $name, ".toml"))),)*
        ];
    };
}

bundled! {
    "paper" "light"
    "ink" "dark"
    "sepia" "light, warm"
    "lamp" "dark, warm"
    "shore" "light, cool"
    "harbor" "dark, cool"
    "noon" "light, high contrast"
    "midnight" "dark, high contrast"
    "sixteen" "16 colors, dark or light"
    "mono" "no color"
}

/// The themes there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Themes {
    folder: Option<PathBuf>,
}

impl Themes {
    /// The themes in the program, and those in the files of `folder`, which go before.
    pub const fn new(folder: Option<PathBuf>) -> Self {
        Self { folder }
    }

    /// The name of every theme and what it is like, the reader's own last.
    pub fn list(&self) -> Vec<(String, String)> {
        let mut own: Vec<String> = self.own().collect();
        own.sort();
        let bundled = BUNDLED.iter().filter(|(name, ..)| own.iter().all(|mine| mine != name));
        let bundled = bundled.map(|(name, detail, _)| ((*name).to_owned(), (*detail).to_owned()));
        bundled.chain(own.iter().map(|name| (name.clone(), "yours".to_owned()))).collect()
    }

    /// The theme of that name on a terminal with the colors of `level`, and what is wrong in its
    /// file. A name that no theme has gives `mono`.
    ///
    /// Tints that are apart in 24 bits are one among 16, and nothing is apart without color but by
    /// its attributes: there `sixteen` and `mono` take a theme's place.
    pub fn load(&self, name: &str, level: Level) -> (Theme, Vec<Problem>) {
        let instead = |name| bundled(name).unwrap_or_default();
        let (draft, problems) = self.draft(name).unwrap_or_else(|| (instead("mono"), Vec::new()));
        let draft = match level {
            Level::None => instead("mono"),
            Level::Sixteen if draft.mixes() => instead("sixteen"),
            _ => draft,
        };
        (draft.theme(name, level == Level::Indexed), problems)
    }

    /// What is wrong with the name or the file of a theme.
    pub fn check(&self, name: &str) -> Result<Vec<Problem>, String> {
        let names = || self.list().into_iter().map(|(name, _)| name).collect::<Vec<_>>();
        match self.draft(name) {
            Some((_, problems)) => Ok(problems),
            None => Err(unknown("theme", name, names().iter().map(String::as_str))),
        }
    }

    /// The theme as its file has it: the reader's own, else that in the program.
    fn draft(&self, name: &str) -> Option<(Draft, Vec<Problem>)> {
        let Some(file) = self.file(name) else { return Some((bundled(name)?, Vec::new())) };
        let text = match document::read(&file) {
            Ok(text) => text,
            Err(error) => {
                let problem = Problem { file, line: 0, what: format!("cannot be read: {error}") };
                return Some((bundled("mono")?, vec![problem]));
            }
        };
        let base = |name: &str| {
            let names = BUNDLED.iter().map(|(name, ..)| *name);
            bundled(name).ok_or_else(|| unknown("theme", name, names))
        };
        Some(Draft::read(&text, &file, base))
    }

    /// The reader's own file of that name, if there is one.
    fn file(&self, name: &str) -> Option<PathBuf> {
        // A name is one part of a path, so that it cannot lead out of the folder.
        let plain = Path::new(name).file_name()? == name;
        let file = self.folder.as_ref()?.join(format!("{name}.toml"));
        (plain && file.is_file()).then_some(file)
    }

    fn own(&self) -> impl Iterator<Item = String> {
        let entries = self.folder.as_ref().and_then(|folder| fs::read_dir(folder).ok());
        let paths = entries.into_iter().flatten().flatten().map(|entry| entry.path());
        paths.filter(|path| path.extension().is_some_and(|it| it == "toml")).filter_map(|path| {
            path.file_stem().and_then(|name| name.to_str()).map(ToOwned::to_owned)
        })
    }
}

fn bundled(name: &str) -> Option<Draft> {
    let (name, _, text) = BUNDLED.iter().find(|(it, ..)| *it == name)?;
    let no_base = |_: &str| Err("a theme in the program stands alone".to_owned());
    Some(Draft::read(text, Path::new(name), no_base).0)
}

#[cfg(test)]
mod tests {
    use super::super::color::Rgb;
    use super::super::theme::needed_contrast;
    use super::*;
    use crate::ui::theme::Role;
    use ratatui::style::{Color, Modifier, Style};
    use std::collections::HashSet;

    const LEVELS: [Level; 4] = [Level::True, Level::Indexed, Level::Sixteen, Level::None];

    /// Every theme in the program at every level.
    fn each(mut look: impl FnMut(&str, Level, &Theme)) {
        for (name, ..) in BUNDLED {
            for level in LEVELS {
                look(name, level, &Themes::default().load(name, level).0);
            }
        }
    }

    /// How `role` looks on the page: what it leaves open is the body's.
    fn seen(theme: &Theme, role: Role) -> Style {
        theme.style(Role::Body).patch(theme.style(role))
    }

    /// The contrast of two of a style's colors, where both are known.
    fn contrast(text: Option<Color>, ground: Option<Color>) -> Option<f64> {
        Some(Rgb::of(text?)?.contrast(Rgb::of(ground?)?))
    }

    #[test]
    fn the_files_have_no_problems_and_style_every_role() {
        for (name, _, text) in BUNDLED {
            let no_base = |_: &str| Err(String::new());
            let (_, problems) = Draft::read(text, Path::new(name), no_base);
            assert_eq!(problems, [], "{name}");
            for role in Role::ALL {
                let line = |line: &str| line.split(' ').next() == Some(role.name());
                assert!(text.lines().any(line), "{name} lacks {}", role.name());
            }
        }
    }

    #[test]
    fn text_reads_well_on_its_ground_at_every_level() {
        each(|name, level, theme| {
            for role in Role::ALL {
                let style = seen(theme, *role);
                if let Some(contrast) = contrast(style.fg, style.bg) {
                    let needed = needed_contrast(*role);
                    assert!(contrast >= needed, "{name} {level:?} {}: {contrast}", role.name());
                }
            }
        });
    }

    #[test]
    fn text_reads_well_on_the_chosen_row_and_on_panels() {
        let roles = [Role::Name, Role::Detail, Role::Lit, Role::Star, Role::Key, Role::Faint];
        each(|name, level, theme| {
            for (role, ground) in
                roles.iter().flat_map(|it| [(it, Role::Selected), (it, Role::Panel)])
            {
                let text = theme.style(*role);
                let style = match ground {
                    Role::Panel => seen(theme, ground).patch(text),
                    _ => seen(theme, *role).patch(theme.style(ground)),
                };
                let contrast = contrast(style.fg, style.bg).unwrap_or(21.0);
                let (role, ground) = (role.name(), ground.name());
                assert!(contrast >= 4.5, "{name} {level:?} {role} on {ground}: {contrast}");
            }
        });
    }

    #[test]
    fn an_rgb_theme_paints_the_background_it_declares() {
        each(|name, level, theme| {
            let painted = theme.style(Role::Body).bg.is_some();
            let rgb = !["sixteen", "mono"].contains(&name);
            let colors = matches!(level, Level::True | Level::Indexed);
            assert_eq!(painted, rgb && colors, "{name} {level:?}");
        });
    }

    #[test]
    fn what_is_laid_over_the_text_is_told_apart_at_every_level() {
        let roles = [
            Role::Body,
            Role::Hit,
            Role::CurrentHit,
            Role::Fact,
            Role::ChosenFact,
            Role::Selected,
            Role::Cursor,
            Role::Hint,
        ];
        each(|name, level, theme| {
            let looks: HashSet<Style> = roles.iter().map(|role| seen(theme, *role)).collect();
            assert_eq!(looks.len(), roles.len(), "{name} {level:?}: {looks:#?}");
        });
    }

    #[test]
    fn highlights_are_told_apart_and_from_all_else_that_is_laid_over_the_text() {
        let others = [
            Role::Body,
            Role::Hit,
            Role::CurrentHit,
            Role::Fact,
            Role::ChosenFact,
            Role::Selection,
            Role::Note,
            Role::Hint,
        ];
        let marks =
            [Role::MarkYellow, Role::MarkGreen, Role::MarkBlue, Role::MarkRed, Role::MarkPurple];
        each(|name, level, theme| {
            let looks = |roles: &[Role]| -> HashSet<Style> {
                roles.iter().map(|role| seen(theme, *role)).collect()
            };
            // Without color the sign beside the text tells one highlight from another.
            let colors = if level == Level::None || name == "mono" { 1 } else { marks.len() };
            assert_eq!(looks(&marks).len(), colors, "{name} {level:?}");
            let all = [&others[..], &marks].concat();
            assert_eq!(looks(&all).len(), others.len() + colors, "{name} {level:?}");
        });
    }

    #[test]
    fn no_theme_writes_a_color_where_there_is_none() {
        for (name, ..) in BUNDLED {
            let (theme, _) = Themes::default().load(name, Level::None);
            for role in Role::ALL {
                let style = theme.style(*role);
                let colors = [style.fg, style.bg, style.underline_color];
                assert_eq!(colors, [None; 3], "{name} {}", role.name());
            }
            assert_eq!(theme.style(Role::Hit).add_modifier, Modifier::REVERSED);
        }
    }

    #[test]
    fn sixteen_colors_are_enough_where_there_are_no_more() {
        each(|name, level, theme| {
            let styles = Role::ALL.iter().map(|role| theme.style(*role));
            let mixed =
                |color: Option<Color>| matches!(color, Some(Color::Rgb(..) | Color::Indexed(_)));
            let any = styles.into_iter().any(|it| mixed(it.fg) || mixed(it.bg));
            assert!(!any || level != Level::Sixteen, "{name}");
        });
    }

    #[test]
    fn light_and_dark_come_in_pairs() {
        for (light, dark) in
            [("paper", "ink"), ("sepia", "lamp"), ("shore", "harbor"), ("noon", "midnight")]
        {
            let dark_of = |name| Themes::default().load(name, Level::True).0.dark;
            assert_eq!((dark_of(light), dark_of(dark)), (false, true), "{light} {dark}");
        }
    }

    #[test]
    fn the_readers_own_file_is_listed_and_goes_before() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("ink.toml"), "roles.body = 'red'").unwrap();
        fs::write(folder.path().join("mine.toml"), "base = 'paper'").unwrap();
        let themes = Themes::new(Some(folder.path().to_owned()));
        let own: Vec<_> =
            themes.list().into_iter().filter(|(_, detail)| detail == "yours").collect();
        assert_eq!(own.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["ink", "mine"]);
        assert_eq!(themes.list().len(), BUNDLED.len() + 1);
        let body = |name| themes.load(name, Level::True).0.style(Role::Body);
        assert_eq!(body("ink"), Style::new().fg(Color::Red));
        assert_eq!(body("mine"), Themes::default().load("paper", Level::True).0.style(Role::Body));
    }

    #[test]
    fn a_name_leads_nowhere_outside_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("themes")).unwrap();
        fs::write(folder.path().join("out.toml"), "roles.body = 'red'").unwrap();
        let themes = Themes::new(Some(folder.path().join("themes")));
        assert!(themes.check("../out").is_err());
    }

    #[test]
    fn an_unknown_theme_is_told_with_the_nearest_name() {
        let told = Themes::default().check("papper").unwrap_err();
        assert_eq!(told, "unknown theme \"papper\"; did you mean \"paper\"?");
    }
}
