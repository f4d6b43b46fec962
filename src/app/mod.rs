//! The state, and how messages change it.
//!
//! [`App::update`] is the only way in and [`Effect`] the only way out: no clock, no file, no
//! terminal, so a test is a list of keys and a look at what came of it.

pub mod areas;
mod articles;
pub mod axis;
mod changes;
pub mod command;
mod correcting;
pub mod effect;
mod input;
pub mod key;
pub mod keymap;
pub mod ledger;
pub mod line_edit;
pub mod map;
pub mod marks;
pub mod message;
mod mouse;
mod move_list;
pub mod notes;
pub mod panel;
mod perform;
pub mod picker;
pub mod pictures;
mod places;
pub mod prompt;
pub mod reader;
mod revisions;
pub mod settings;
pub mod shelf;
pub mod text_edit;

use crate::library::ArticleId;
use areas::{Areas, Shape, Wish};
use correcting::Correcting;
use input::Input;
use keymap::Keymap;
use ledger::Ledger;
use notes::NoteEdit;
use picker::Picker;
use pictures::Pictures;
use prompt::Prompt;
use reader::{Pane, Reader, Why};
use shelf::Shelf;

pub use command::{Command, Context};
pub use effect::Effect;
pub use key::{Key, KeyCode, Mouse, MouseKind};
pub use message::Message;
pub use settings::Settings;

/// What fills the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// The open article.
    Article,
    /// The list of articles.
    Library,
    /// One picture of the open article.
    Picture,
    /// The list of all highlights and notes.
    Ledger,
}

/// What the program begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Begin {
    /// So many files of the command line, the first of them open.
    Files(usize),
    /// The library with the article that was open last.
    LastArticle,
    /// The list of articles.
    Library,
    /// The library with this article of it.
    Article(ArticleId),
}

/// A word from the program to the reader, gone with the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The word.
    pub text: String,
    /// Whether something failed.
    pub failed: bool,
}

/// How the screen is arranged, beside the settings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct View {
    /// Whether only the text is shown.
    pub zen: bool,
    /// Whether the sidebar is open.
    pub sidebar: bool,
    /// Whether the drawer of a narrow screen is open.
    pub drawer: bool,
    /// Where the divider was dragged.
    pub divider: Divider,
    /// What the terminal's background is, as far as it has told.
    pub background: Background,
}

/// The divider between the text and the sidebar.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Divider {
    /// The columns of the sidebar, where the divider was moved.
    pub columns: Option<u16>,
    /// Whether it is being dragged.
    pub dragged: bool,
}

/// What the terminal's background is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Background {
    /// Dark, or not known.
    #[default]
    Dark,
    /// Light.
    Light,
}

/// The whole state.
#[derive(Debug)]
pub struct App {
    /// The screen, in columns and rows.
    pub size: (u16, u16),
    /// What can be set once for all articles.
    pub settings: Settings,
    /// How the screen is arranged.
    pub view: View,
    /// What fills the screen: the last of these; what lies below is gone back to.
    pub screens: Vec<Screen>,
    /// The open article.
    pub reader: Option<Reader>,
    /// The list of articles.
    pub shelf: Shelf,
    /// The list of all highlights and notes.
    pub ledger: Ledger,
    /// The list laid over the screen.
    pub picker: Option<Picker>,
    /// The pictures drawn, and what the terminal can show.
    pub pictures: Pictures,
    /// The note that is being written.
    pub editor: Option<NoteEdit>,
    /// What is being typed at the foot.
    pub prompt: Option<Prompt>,
    /// Why a fact is one, while that is shown.
    pub why: Option<Why>,
    /// What is being corrected.
    correcting: Correcting,
    /// The last word from the program.
    pub notice: Option<Notice>,
    /// Keys on their way to a command.
    pub input: Input,
    /// Whether something that is shown may have changed since the last frame.
    pub changed: bool,
    /// The articles' numbers: which was asked for last, which file is open.
    asked: articles::Asked,
    /// The tags that an article had when they were asked for.
    tags_asked: Vec<String>,
    /// Places in other articles: where to, and back to where.
    travels: places::Travels,
    /// The byte where the article was left for what changed in it.
    changes_left: usize,
}

impl App {
    /// The state before anything has happened.
    pub fn new(settings: Settings, keymap: Keymap) -> Self {
        let (sidebar, drawer) = (settings.sidebar, settings.drawer);
        let view = View { sidebar, drawer, ..View::default() };
        Self {
            size: (80, 24),
            settings,
            view,
            screens: Vec::new(),
            reader: None,
            shelf: Shelf::default(),
            ledger: Ledger::default(),
            picker: None,
            pictures: Pictures::default(),
            editor: None,
            prompt: None,
            why: None,
            correcting: Correcting::default(),
            notice: None,
            input: Input::new(keymap),
            changed: true,
            asked: articles::Asked::default(),
            tags_asked: Vec::new(),
            travels: places::Travels::default(),
            changes_left: 0,
        }
    }

    /// What is to be done at the start.
    pub fn begin(&mut self, begin: Begin) -> Vec<Effect> {
        let list = || Effect::List(Shelf::default().query);
        match begin {
            Begin::Files(count) => {
                self.asked.files = count;
                vec![self.ask_for(effect::Source::File(0)), list()]
            }
            Begin::LastArticle => {
                self.screens = vec![Screen::Library];
                vec![self.ask_for(effect::Source::Last), list()]
            }
            Begin::Library => {
                self.screens = vec![Screen::Library];
                vec![list()]
            }
            Begin::Article(id) => {
                self.screens = vec![Screen::Library];
                vec![self.ask_for(effect::Source::Library(id)), list()]
            }
        }
    }

    /// Takes in what happened, and gives back what is to be done.
    pub fn update(&mut self, message: Message) -> Vec<Effect> {
        let effects = self.take_in(message);
        self.lay_out();
        effects
    }

    /// The same for one of many queued messages: [`App::lay_out`] must follow before a frame is
    /// drawn. So a thousand queued keys cost little more than one.
    pub fn take_in(&mut self, message: Message) -> Vec<Effect> {
        self.changed |= self.shows(&message);
        let mut effects = self.react(message);
        effects.extend(self.ask_for_picture());
        effects
    }

    fn react(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::Key(key) => self.press(key),
            Message::Mouse(mouse) => self.point(mouse),
            Message::Pasted(text) => self.paste(&text),
            Message::Resized { columns, rows } => {
                self.size = (columns, rows);
                self.lay_out();
                Vec::new()
            }
            Message::Background { dark } => {
                self.view.background = if dark { Background::Dark } else { Background::Light };
                Vec::new()
            }
            Message::Graphics { protocol, cell } => {
                self.pictures.protocol = protocol.or(self.pictures.protocol);
                self.pictures.cell = cell.or(self.pictures.cell);
                Vec::new()
            }
            Message::Picture { wanted, drawn } => {
                self.pictures.take(wanted, drawn);
                Vec::new()
            }
            Message::Notice(text) => self.say(text),
            Message::Failed(text) => self.fail(text),
            Message::Edited(text) => self.take_edited(&text),
            Message::Closing => self.leave(),
            other => self.take(other),
        }
    }

    /// Whether a message can change what is on the screen. The answers that come soon after the
    /// first frame mostly do not.
    fn shows(&self, message: &Message) -> bool {
        let lists = self.screen() == Screen::Library
            || areas::shape(self.size.0, self.size.1) == Shape::Wide;
        match message {
            Message::Listed(_) => lists,
            Message::Stored { known, .. } => {
                known.position > 0
                    || known.starred
                    || !known.bookmarks.is_empty()
                    || !known.marks.is_empty()
                    || !known.corrections.is_empty()
            }
            Message::Background { dark } => {
                self.settings.theme.is_none()
                    && *dark == (self.view.background == Background::Light)
            }
            _ => true,
        }
    }

    /// Where everything lies on the screen.
    pub fn areas(&self) -> Areas {
        let (columns, rows) = self.size;
        let narrow = areas::shape(columns, rows) == Shape::Narrow;
        let wish = Wish {
            sidebar: if narrow { self.view.drawer } else { self.view.sidebar },
            zen: self.view.zen,
            list: self.screens.contains(&Screen::Library) && self.shelf.known,
            columns: self.view.divider.columns,
            images: self.reader.as_ref().map_or(0, |it| it.opened.article.images.len()),
            captions: self.reader.as_ref().is_some_and(|it| it.pane == Pane::Captions),
            welcome: self.settings.welcome,
            picture: self.has_picture(),
            editor: self.editor.is_some(),
        };
        areas::areas(columns, rows, wish)
    }

    /// What fills the screen.
    pub fn screen(&self) -> Screen {
        self.screens.last().copied().unwrap_or(Screen::Article)
    }

    /// Puts a screen over the others; each is there once at most.
    fn bring_up(&mut self, screen: Screen) {
        self.screens.retain(|it| *it != screen);
        self.screens.push(screen);
    }

    /// Where the next key is pressed.
    pub fn context(&self) -> Context {
        if self.editor.is_some() {
            return Context::Note;
        }
        let selecting = self.reader.as_ref().is_some_and(|reader| reader.selection.is_some());
        match (self.screen(), self.reader.as_ref().map(|reader| reader.pane)) {
            (Screen::Library, _) => Context::Library,
            (Screen::Picture, _) => Context::Picture,
            (Screen::Ledger, _) => Context::Ledger,
            (Screen::Article, Some(Pane::Facts)) => Context::Facts,
            (Screen::Article, Some(Pane::Captions)) => Context::Captions,
            (Screen::Article, _) if selecting => Context::Selection,
            (Screen::Article, _) => Context::Text,
        }
    }

    /// The name of the theme to draw in: the one under the cursor in the list of themes, else the
    /// one that is set, else the one for the terminal's background.
    pub fn theme(&self) -> &str {
        let themes = self.picker.as_ref().filter(|it| it.kind == picker::PickerKind::Themes);
        let preview = themes.and_then(Picker::choice).map(|choice| choice.label.as_str());
        let fitting = match self.view.background {
            Background::Light => &self.settings.theme_light,
            Background::Dark => &self.settings.theme_dark,
        };
        preview.or(self.settings.theme.as_deref()).unwrap_or(fitting)
    }

    /// Brings every pane in line with the size of the screen and with what is chosen.
    pub fn lay_out(&mut self) {
        let areas = self.areas();
        if self.screen() == Screen::Ledger {
            let rows = self.size.1.saturating_sub(panel::LIBRARY_CHROME);
            self.ledger.keep_in_sight(usize::from(rows));
        } else if self.screen() == Screen::Library {
            let rows = self.size.1.saturating_sub(panel::LIBRARY_CHROME);
            self.shelf.keep_in_sight(usize::from(rows));
        } else if let Some(list) = areas.list {
            self.shelf.keep_in_sight(usize::from(list.rows.saturating_sub(1)));
        }
        let Some(reader) = &mut self.reader else { return };
        if reader.pane == Pane::Facts && areas.facts.is_none()
            || reader.pane == Pane::Captions && areas.captions.is_none()
        {
            reader.pane = Pane::Text;
        }
        // The map belongs to the list of places.
        if reader.pane != Pane::Facts || reader.sidebar.tab != reader::Tab::Places {
            reader.map = None;
        }
        reader.lay(areas.text, self.settings.measure, self.settings.justified);
        if let Some(facts) = areas.facts {
            reader.sidebar.keep_in_sight(facts);
        }
        if let Some(captions) = areas.captions {
            reader.keep_image_in_sight(captions);
        }
    }

    /// Says something at the foot of the screen.
    fn say(&mut self, text: impl Into<String>) -> Vec<Effect> {
        self.notice = Some(Notice { text: text.into(), failed: false });
        Vec::new()
    }

    /// Says at the foot of the screen that something failed.
    fn fail(&mut self, text: impl Into<String>) -> Vec<Effect> {
        self.notice = Some(Notice { text: text.into(), failed: true });
        Vec::new()
    }
}

#[cfg(test)]
pub(crate) mod tests;
