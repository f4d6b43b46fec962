//! Every command, in one table: the keys, the configuration, the help, the footer, the palette and
//! the README are read from it.

/// Where keys are pressed: a key may mean different things in different contexts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Context {
    /// The text of an article has the focus.
    Text,
    /// The sidebar of facts has the focus.
    Facts,
    /// The captions panel has the focus.
    Captions,
    /// Words of the text are being selected.
    Selection,
    /// A note is being written; keys that mean nothing here type.
    Note,
    /// The list of articles.
    Library,
    /// A picture fills the screen.
    Picture,
    /// The list of all highlights and notes.
    Ledger,
}

impl Context {
    /// Every context.
    pub const ALL: [Self; 8] = [
        Self::Text,
        Self::Facts,
        Self::Captions,
        Self::Selection,
        Self::Note,
        Self::Library,
        Self::Picture,
        Self::Ledger,
    ];

    /// Its name in the help and the README.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Facts => "facts",
            Self::Captions => "captions",
            Self::Selection => "selection",
            Self::Note => "note",
            Self::Library => "library",
            Self::Picture => "picture",
            Self::Ledger => "all notes",
        }
    }
}

/// A part of the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    /// Getting about in the text or a list.
    Moving,
    /// Finding words.
    Searching,
    /// Highlights, notes and bookmarks.
    Marks,
    /// Jumps and links.
    Places,
    /// The sidebar and the captions panel.
    Facts,
    /// How the page looks.
    View,
    /// The articles and their states.
    Library,
    /// The program itself.
    Program,
}

impl Group {
    /// Every group, in the order of the help.
    pub const ALL: [Self; 8] = [
        Self::Moving,
        Self::Searching,
        Self::Marks,
        Self::Places,
        Self::Facts,
        Self::View,
        Self::Library,
        Self::Program,
    ];

    /// Its heading.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Moving => "Moving",
            Self::Searching => "Searching",
            Self::Marks => "Highlights, notes and bookmarks",
            Self::Places => "Jumps and links",
            Self::Facts => "Facts and captions",
            Self::View => "View",
            Self::Library => "Library",
            Self::Program => "Program",
        }
    }
}

/// A command and all that is said of it.
#[derive(Debug, Clone, Copy)]
pub struct Info {
    /// The command.
    pub command: Command,
    /// Its name in the configuration, the command line and the palette.
    pub name: &'static str,
    /// Where it can be given.
    pub contexts: &'static [Context],
    /// The key sequences bound to it out of the box, in the notation of [`super::keymap::parse`].
    pub keys: &'static [&'static str],
    /// The part of the help it stands in.
    pub group: Group,
    /// One or two words for the footer.
    pub hint: &'static str,
    /// What it does, for the help.
    pub help: &'static str,
}

use Context::{Captions, Facts, Ledger, Library, Note, Picture, Selection, Text};

const ALL: &[Context] = &[Text, Facts, Captions, Selection, Library, Ledger, Picture];
const ARTICLE: &[Context] = &[Text, Facts, Captions];
const PANES: &[Context] = &[Text, Facts, Captions, Library, Ledger, Picture];
const ARTICLES: &[Context] = &[Text, Facts, Captions, Library, Picture];
const LISTS: &[Context] = &[Library, Ledger];
const LEDGER: &[Context] = &[Ledger];
const TEXT: &[Context] = &[Text];
const CAPTIONS: &[Context] = &[Captions];
const READING: &[Context] = &[Text, Selection];
const MARKING: &[Context] = &[Text, Facts, Selection, Ledger];
const SELECTION: &[Context] = &[Selection];
const CITING: &[Context] = &[Text, Facts, Selection];
const NOTE: &[Context] = &[Note];
const NOTABLE: &[Context] = &[Text, Facts, Captions, Selection];
const FACTS: &[Context] = &[Facts];
const LIBRARY: &[Context] = &[Library];

macro_rules! commands {
    ($($group:ident { $($command:ident $name:literal $contexts:ident [$($key:literal)*] $hint:literal $help:literal)* })*) => {
        /// What a reader can ask for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Command {
            $($(#[doc = $help] $command,)*)*
        }

        /// Every command, in the order of the help.
        pub const COMMANDS: &[Info] = &[
            $($(Info {
                command: Command::$command,
                name: $name,
                contexts: $contexts,
                keys: &[$($key),*],
                group: Group::$group,
                hint: $hint,
                help: $help,
            },)*)*
        ];
    };
}

commands! {
    Moving {
        LineDown "line-down" ALL ["j" "Down"] "down" "a line down, in a list the next item; with a count, so many"
        LineUp "line-up" ALL ["k" "Up"] "up" "a line up, in a list the item before"
        HalfPageDown "half-page-down" ALL ["d" "C-d"] "half page" "half a page down"
        HalfPageUp "half-page-up" ALL ["C-u"] "half page up" "half a page up"
        PageDown "page-down" ALL ["Space" "PgDn" "C-f"] "page" "a page down"
        PageUp "page-up" PANES ["b" "PgUp" "C-b"] "page up" "a page up"
        Top "top" ALL ["g g" "Home"] "top" "to the beginning"
        Bottom "bottom" ALL ["G" "End"] "end" "to the end; with a count, to that percentage"
        Percent "percent" ALL ["%"] "percent" "with a count, to that percentage"
        NextSentence "next-sentence" READING ["." ")"] "sentence" "the next sentence"
        PreviousSentence "previous-sentence" READING ["," "("] "sentence back" "the sentence before"
        NextParagraph "next-paragraph" READING ["}"] "paragraph" "the next paragraph"
        PreviousParagraph "previous-paragraph" READING ["{"] "paragraph back" "the paragraph before"
        NextHeading "next-heading" TEXT ["]"] "heading" "the next heading"
        PreviousHeading "previous-heading" TEXT ["["] "heading back" "the heading before"
    }
    Searching {
        Search "search" ARTICLE ["/"] "search" "search in the article; all hits are lit as you type"
        NextHit "next-hit" ARTICLE ["n"] "next" "the next hit, or the next mention of the chosen fact"
        PreviousHit "previous-hit" ARTICLE ["N"] "previous" "the hit or mention before"
        Clear "clear" ALL ["Esc" "C-c"] "clear" "clear the selection, the search, the choice, the count; back from a list to where you were"
    }
    Marks {
        Highlight "highlight" READING ["H"] "highlight" "highlight the current sentence or the selection in the last color; again takes it off"
        Color "color" READING ["c"] "color" "the next color for the highlight here, else for the next one"
        WriteNote "note" NOTABLE ["a"] "note" "write a note on the sentence, the selection, the highlight, the image; the one that is there is opened"
        WriteArticleNote "article-note" ARTICLE ["A"] "article note" "write a note on the whole article"
        SaveNote "save-note" NOTE ["C-s"] "save" "save the note; it closes once it is on the disk"
        ExternalEditor "external-editor" NOTE ["C-e"] "$EDITOR" "write on in $VISUAL or $EDITOR"
        CloseNote "close-note" NOTE ["Esc"] "keep for later" "close the note; what was written is kept, and a goes on with it"
        DiscardNote "discard-note" NOTE ["C-c"] "give up" "give up what was written"
        Ledger "all-notes" ARTICLES ["M"] "all notes" "every highlight and note of the library"
        TagMark "tag-note" LEDGER ["t"] "tag" "tag the highlight or note"
        TagAll "tag-listed" LEDGER ["g t"] "tag all" "tag everything that is listed; one undo takes it back"
        ExportMarks "export-listed" LEDGER ["W"] "write" "write everything that is listed to a new Markdown file"
        Attach "attach" ARTICLE ["g A"] "attach" "put a highlight or note whose words are lost on the current sentence"
        Cite "cite" CITING ["y"] "cite" "copy the sentence, the selection or the chosen fact's sentence with who said it and where it stands, as the setting citation says"
        CiteBlock "cite-block" CITING ["Y"] "block quote" "copy the same as a block quote of Markdown"
        RemoveMark "remove-mark" MARKING ["X"] "remove mark" "take away the newest highlight or note here, else the bookmark"
        SelectCharacters "select" READING ["v"] "select" "select by characters from the current sentence on; again gives the selection up"
        SelectSentences "select-sentences" READING ["V"] "sentences" "select by sentences"
        CharacterLeft "character-left" SELECTION ["h" "Left"] "left" "the end of the selection a character back"
        CharacterRight "character-right" SELECTION ["l" "Right"] "right" "the end of the selection a character on"
        NextWord "next-word" SELECTION ["w"] "word" "to the beginning of the next word"
        PreviousWord "previous-word" SELECTION ["b"] "word back" "to the beginning of the word before"
        WordEnd "word-end" SELECTION ["e"] "word end" "to the end of the word"
        OtherEnd "other-end" SELECTION ["o"] "other end" "move the other end of the selection from here on"
        SentenceHints "sentence-hints" TEXT ["F"] "sentence hints" "letters on every sentence on the screen; type them to go there, with Shift to highlight it"
        SetMark "set-mark" TEXT ["m"] "bookmark" "then a letter: put a bookmark on the current sentence; a capital letter is one of the whole library"
        Bookmarks "bookmarks" PANES ["g b"] "bookmarks" "list the bookmarks of the article and of the library"
        GoToMark "go-to-mark" TEXT ["'"] "go to mark" "then a letter: go to that bookmark; then ': back to before the last jump"
    }
    Places {
        JumpBack "jump-back" ARTICLE ["C-o"] "back" "back to before the last jump"
        JumpForward "jump-forward" ARTICLE ["C-n"] "forward" "forward again"
        LinkHints "link-hints" TEXT ["f"] "links" "letters on every link on the screen; type them to open it"
        LinkList "link-list" ARTICLE ["g k"] "link list" "list the links of the article"
        Original "original" ARTICLE ["o"] "original" "open the article's own address in the browser"
    }
    Facts {
        Choose "choose" ALL ["Enter"] "choose" "in the text, show the facts of the sentence; on a fact, go to its sentence, again to its next mention; in the library, open the article"
        NextPane "next-pane" ARTICLE ["Tab"] "pane" "the next pane"
        PreviousPane "previous-pane" ARTICLE ["S-Tab"] "pane back" "the pane before"
        Sidebar "sidebar" ARTICLE ["\\"] "sidebar" "show or put away the sidebar and the captions"
        NextTab "next-tab" FACTS ["l" "Right"] "next tab" "the next tab of the sidebar"
        PreviousTab "previous-tab" FACTS ["h" "Left"] "tab back" "the tab before"
        People "people" ARTICLE ["g p"] "people" "people, their roles and other names"
        Places "places" ARTICLE ["g l"] "places" "places"
        Organizations "organizations" ARTICLE ["g o"] "organizations" "organizations"
        Timeline "timeline" ARTICLE ["g t"] "timeline" "dates in the order of the calendar"
        Numbers "numbers" ARTICLE ["g f"] "numbers" "numbers and what they count"
        Quotes "quotes" ARTICLE ["g q"] "quotes" "quotations, who said them, and through whom"
        Notes "notes" ARTICLE ["g n"] "notes" "your notes, highlights and bookmarks in the article"
        Captions "captions" ARTICLE ["g c"] "captions" "captions and credits of the images"
        CopyCaption "copy-caption" CAPTIONS ["y"] "copy" "copy the caption of the chosen image with its credit"
        Picture "picture" ARTICLE ["g i"] "picture" "the picture itself on the whole screen; j and k step to the next and the one before"
        Map "map" ARTICLE ["g m"] "map" "the places on a map; j k choose one, + and - zoom, Enter goes to its sentence"
        Skim "skim" ARTICLE ["g s"] "skim" "only sentences that carry facts stand out, and . , walk them"
        LessSure "less-sure" ARTICLE ["g a"] "less sure" "list what the program is less sure of too, or hold it back again"
        Why "why" FACTS ["w"] "why" "why this is listed: the rule, how sure it is, the words that bear it out"
        Hide "hide" FACTS ["x"] "hide" "hide the fact: a name in every article, any other in this one"
        Correct "correct" FACTS ["D"] "correct" "correct the fact: another name, kind, speaker or date, the same as another, two told apart"
        Corrections "corrections" ALL ["g x"] "corrections" "list your corrections of facts, and take any of them back"
    }
    View {
        Wider "wider" ARTICLE ["+"] "wider" "longer lines"
        Narrower "narrower" ARTICLE ["-"] "narrower" "shorter lines"
        Justify "justify" ARTICLE ["g j"] "justify" "stretch lines to both edges, or leave them ragged"
        UnfoldCaptions "unfold-captions" ARTICLE ["g u"] "unfold" "set captions in full where they stand, or fold them to a line"
        Everything "everything" ARTICLE ["g h"] "hidden" "show what was folded or hidden at import, or put it away"
        Zen "zen" ARTICLE ["z"] "zen" "only the text; again brings everything back"
        Theme "theme" ALL ["T"] "theme" "choose a theme; it shows as you move"
        Changes "changes" ARTICLE ["g v"] "changes" "what changed in the article since its last version; with a count, since the one so many before; again goes back"
        ArticleInfo "article-info" ARTICLE ["i"] "info" "what is known of the article, and from where"
    }
    Library {
        Library "library" ARTICLE ["L"] "library" "the list of articles"
        NextArticle "next-article" ARTICLE ["J"] "next article" "the next article"
        PreviousArticle "previous-article" ARTICLE ["K"] "previous article" "the article before"
        Filter "filter" LISTS ["=" "/"] "filter" "keep only the rows that match: words; of notes also tag:T color:C is:note is:lost in:TITLE since:DAY before:DAY"
        Sort "sort" LIBRARY [">"] "sort" "the next order: added, published, title, source, length, progress"
        Reverse "reverse" LIBRARY ["<"] "reverse" "turn the order round"
        ShowArchived "show-archived" LIBRARY ["A"] "archived" "list archived articles too"
        Tags "tags" ARTICLES ["t"] "tags" "give the article tags, or take some away"
        Star "star" ARTICLES ["s"] "star" "star the article, or take the star away"
        Read "read" ARTICLES ["r"] "read" "mark the article as read, or as unread"
        Archive "archive" ARTICLES ["e"] "archive" "archive the article, or bring it back"
        Undo "undo" ALL ["u" "U"] "undo" "take the last change back, also one of an earlier run"
        Redo "redo" ALL ["C-r"] "redo" "make it again"
    }
    Program {
        Help "help" ALL ["?" "F1"] "help" "every command and its keys; type to filter"
        Palette "palette" ALL ["C-p"] "palette" "find a command by name and run it"
        CommandLine "command-line" ALL [":"] "command" "type a command; Tab completes"
        Back "back" ALL ["q"] "back" "back; from the first screen, leave"
        Quit "quit" ALL ["Z Z"] "quit" "leave from anywhere"
        Redraw "redraw" ALL ["C-l"] "redraw" "draw the screen anew"
        Suspend "suspend" ALL ["C-z"] "suspend" "stop the program until `fg`"
    }
}

impl Command {
    /// All that is said of the command.
    pub fn info(self) -> Option<&'static Info> {
        COMMANDS.iter().find(|info| info.command == self)
    }

    /// The command of that name.
    pub fn named(name: &str) -> Option<Self> {
        COMMANDS.iter().find(|info| info.name == name).map(|info| info.command)
    }

    /// Whether the command moves the page by rows and does nothing else.
    pub const fn only_scrolls(self) -> bool {
        matches!(
            self,
            Self::LineDown
                | Self::LineUp
                | Self::HalfPageDown
                | Self::HalfPageUp
                | Self::PageDown
                | Self::PageUp
        )
    }

    /// Whether the command waits for one more key, a letter.
    pub const fn takes_letter(self) -> bool {
        matches!(self, Self::SetMark | Self::GoToMark)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_name_is_given_twice() {
        let mut names = HashSet::new();
        for info in COMMANDS {
            assert!(names.insert(info.name), "name given twice: {}", info.name);
        }
    }

    #[test]
    fn no_key_means_two_things_in_one_context() {
        for context in Context::ALL {
            let mut keys = HashSet::new();
            for info in COMMANDS.iter().filter(|info| info.contexts.contains(&context)) {
                for key in info.keys {
                    assert!(keys.insert(key), "{context:?}: key given twice: {key}");
                }
            }
        }
    }

    #[test]
    fn names_are_words_joined_by_hyphens() {
        for info in COMMANDS {
            let plain = |c: char| c.is_ascii_lowercase() || c == '-';
            assert!(info.name.chars().all(plain), "{}", info.name);
            assert!(!info.help.is_empty() && !info.hint.is_empty(), "{}", info.name);
        }
    }
}
