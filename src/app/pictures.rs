//! The picture on the screen: which one is wanted at which size, and those that were drawn.

use super::areas::{self, Area};
use super::panel::{PanelRow, credit_line, image_rows};
use super::reader::{Pane, Reader};
use super::{App, Background, Effect, Screen};
use crate::picture::{BUILT, Canvas, Colors, Drawn, Form, Protocol};
use std::collections::VecDeque;
use std::sync::Arc;

/// How many drawn pictures are held: stepping back to the one before shows it at once.
const HELD: usize = 4;

/// How the reader wants pictures shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Images {
    /// As the terminal can, as far as it has told.
    #[default]
    Auto,
    /// In this protocol, whatever the terminal tells.
    Always(Protocol),
    /// Not at all.
    Off,
}

impl Images {
    /// Their names in the settings file.
    pub const NAMES: [(&'static str, Self); 6] = [
        ("auto", Self::Auto),
        ("kitty", Self::Always(Protocol::Kitty)),
        ("iterm", Self::Always(Protocol::Iterm)),
        ("sixel", Self::Always(Protocol::Sixel)),
        ("blocks", Self::Always(Protocol::Blocks)),
        ("off", Self::Off),
    ];
}

/// A picture at a size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Its name (see [`crate::article::Picture::name`]).
    pub name: String,
    /// What it is drawn for.
    pub canvas: Canvas,
}

/// The pictures of a session.
#[derive(Debug, Default)]
pub struct Pictures {
    /// What the terminal can, as far as it has told.
    pub protocol: Option<Protocol>,
    /// The width and height of its cells in points, where it has told.
    pub cell: Option<(u16, u16)>,
    /// What was asked for last.
    asked: Option<Wanted>,
    /// Those that came, the latest first, or why one did not.
    drawn: VecDeque<(Wanted, Result<Arc<Drawn>, String>)>,
}

impl Pictures {
    /// Takes in what was asked for. What is not wanted any more is held as well: it may be again.
    pub(super) fn take(&mut self, wanted: Wanted, drawn: Result<Arc<Drawn>, String>) {
        self.drawn.retain(|(known, _)| *known != wanted);
        self.drawn.push_front((wanted, drawn));
        self.drawn.truncate(HELD);
    }
}

/// The screen that shows one picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FullView {
    /// Where the picture has room.
    pub picture: Area,
    /// Where its words stand.
    pub words: Area,
    /// Its caption and credit.
    pub rows: Vec<PanelRow>,
}

impl App {
    /// Where things are on the screen that shows one picture.
    pub fn full_view(&self) -> Option<FullView> {
        let reader = self.reader.as_ref().filter(|_| self.screen() == Screen::Picture)?;
        let (columns, rows) = self.size;
        let inner = usize::from(columns).saturating_sub(4).min(96);
        let article = &reader.opened.article;
        let credit = article.images.get(reader.image).map(credit_line);
        let credit = credit.filter(|credit| !credit.is_empty()).map(|credit| ("credit", credit));
        let mut words = image_rows(article, reader.image, inner, Some(credit.as_slice()));
        words.truncate(usize::from(rows / 3));
        let (picture, below) = areas::full(columns, rows, u16::try_from(words.len()).unwrap_or(0));
        Some(FullView { picture, words: below, rows: words })
    }

    /// Where a picture has room now.
    pub fn picture_room(&self) -> Option<Area> {
        match self.screen() {
            Screen::Picture => self.full_view().map(|view| view.picture),
            // A row and a column set it apart from the words.
            Screen::Article => self.areas().picture.map(|area| {
                let area = area.from_top(1).from_left(1);
                Area { columns: area.columns.saturating_sub(1), ..area }
            }),
            Screen::Library | Screen::Ledger => None,
        }
    }

    /// Whether the chosen image has a picture that can be shown.
    pub(super) fn has_picture(&self) -> bool {
        self.picture_name().is_some() && self.why_no_picture().is_none()
    }

    fn picture_name(&self) -> Option<&String> {
        let reader = self.reader.as_ref()?;
        reader.opened.article.images.get(reader.image)?.picture.as_ref()
    }

    /// How the terminal is given pictures.
    fn protocol(&self) -> Option<Protocol> {
        let told = self.pictures.protocol.unwrap_or_default();
        match self.settings.images {
            Images::Off => None,
            Images::Always(protocol) => Some(protocol),
            Images::Auto => Some(told),
        }
    }

    /// Why no picture can be shown at all, or none of the chosen image.
    pub fn why_no_picture(&self) -> Option<&'static str> {
        let reader = self.reader.as_ref()?;
        let image = reader.opened.article.images.get(reader.image);
        match self.protocol() {
            _ if image.is_none_or(|image| image.picture.is_none()) => {
                Some("The picture was not saved with the article.")
            }
            _ if !BUILT => Some("This program was built without pictures."),
            None => Some("Pictures are off in the settings."),
            Some(Protocol::Blocks) if self.settings.colors == Colors::Few => {
                Some("The terminal has too few colors for pictures.")
            }
            Some(_) => None,
        }
    }

    /// The picture that has a place on the screen.
    fn wanted_picture(&self) -> Option<Wanted> {
        let name = self.picture_name().filter(|_| self.has_picture())?;
        let room = self.picture_room().filter(|room| room.columns > 3 && room.rows > 1)?;
        let canvas = Canvas {
            columns: room.columns,
            rows: room.rows,
            protocol: self.protocol()?,
            cell: self.pictures.cell.unwrap_or((8, 16)),
            colors: self.settings.colors,
            light: self.view.background == Background::Light,
        };
        Some(Wanted { name: name.clone(), canvas })
    }

    /// The picture on the screen, once it is drawn, or why it could not be.
    pub fn picture(&self) -> Option<&Result<Arc<Drawn>, String>> {
        let wanted = self.wanted_picture()?;
        self.pictures.drawn.iter().find(|(known, _)| *known == wanted).map(|(_, drawn)| drawn)
    }

    /// The picture that the terminal itself is to draw, and where: in the middle of its room.
    /// None while something is laid over it.
    pub fn placed_picture(&self) -> Option<(Area, &Arc<Drawn>)> {
        let drawn = self.picture()?.as_ref().ok().filter(|_| self.picker.is_none())?;
        let Form::Escape(_) = drawn.form else { return None };
        Some((middle(self.picture_room()?, drawn), drawn))
    }

    /// Asks for the picture that has a place on the screen, where it was not asked for yet. The
    /// library has it once it has the article.
    pub(super) fn ask_for_picture(&mut self) -> Option<Effect> {
        self.reader.as_ref().filter(|reader| reader.opened.id.is_some())?;
        let wanted = self.wanted_picture()?;
        if self.pictures.asked.as_ref() == Some(&wanted) || self.picture().is_some() {
            return None;
        }
        self.pictures.asked = Some(wanted.clone());
        Some(Effect::Picture(wanted))
    }

    /// Shows the picture of the chosen image, or of the one next to what is read, on a screen of
    /// its own.
    pub(super) fn show_picture(&mut self) -> Vec<Effect> {
        let Some(reader) = &mut self.reader else { return Vec::new() };
        if reader.opened.article.images.is_empty() {
            return self.say("this article has no images");
        }
        if reader.pane == Pane::Text {
            reader.choose_image_in_sight();
        }
        self.bring_up(Screen::Picture);
        Vec::new()
    }
}

/// The middle of a room for a drawn picture; it stands at its top.
pub fn middle(room: Area, drawn: &Drawn) -> Area {
    let spare = room.columns.saturating_sub(drawn.columns) / 2;
    let (columns, rows) = (drawn.columns.min(room.columns), drawn.rows.min(room.rows));
    Area { column: room.column + spare, columns, rows, ..room }
}

impl Reader {
    /// Chooses the image that stands on the screen, else the first one below.
    fn choose_image_in_sight(&mut self) {
        let top = self.opened.article.block_at(self.top.at);
        let images = &self.opened.article.images;
        let chosen = images.get(self.image).is_some_and(|image| {
            let block = self.opened.article.blocks.get(image.block);
            block.is_some_and(|block| block.span.overlaps(self.visible_span()))
        });
        if !chosen && let Some(at) = images.iter().position(|image| image.block >= top) {
            self.image = at;
        }
    }
}

#[cfg(test)]
#[cfg(feature = "images")]
pub(crate) mod tests {
    use super::*;
    use crate::app::tests::{opened, press, reading};
    use crate::app::{Message, keymap};
    use crate::library::ArticleId;
    use crate::{import, picture};

    /// The page about the harbour, which comes with a picture, in the library and open.
    fn harbour(columns: u16, rows: u16) -> App {
        let (name, bytes) = page();
        let mut stored = opened(std::str::from_utf8(bytes).unwrap(), name);
        stored.id = Some(ArticleId::default());
        reading(stored, columns, rows)
    }

    fn page() -> (&'static str, &'static [u8]) {
        *crate::bundled::ARTICLES.iter().find(|(name, _)| *name == "harbour-page.html").unwrap()
    }

    fn asked(effects: &[Effect]) -> Option<Wanted> {
        effects.iter().find_map(|effect| match effect {
            Effect::Picture(wanted) => Some(wanted.clone()),
            _ => None,
        })
    }

    /// Draws the picture that was asked for, as the worker does.
    fn answer(app: &mut App, effects: &[Effect]) {
        let Some(wanted) = asked(effects) else { return };
        let article = import::read(page().1.to_vec(), Some(page().0)).unwrap().remove(0);
        let found = article.pictures.kept.iter().find(|it| it.name == wanted.name).unwrap();
        let drawn = picture::draw(&found.bytes, wanted.canvas).map(Arc::new);
        app.update(Message::Picture { wanted, drawn: drawn.map_err(|why| why.to_string()) });
    }

    /// The same page after `keys`, every picture drawn at once.
    pub(crate) fn pictured(keys: &str, columns: u16, rows: u16) -> App {
        let mut app = harbour(columns, rows);
        for key in keymap::parse(keys).unwrap() {
            let effects = app.update(Message::Key(key));
            answer(&mut app, &effects);
        }
        app
    }

    #[test]
    fn a_picture_is_asked_for_once_when_it_has_a_place() {
        let mut app = harbour(120, 40);
        let wanted = asked(&press(&mut app, "g c")).unwrap();
        assert!(wanted.canvas.columns > 30 && (2..=14).contains(&wanted.canvas.rows));
        assert_eq!(asked(&press(&mut app, "0")), None);
        assert_eq!(asked(&press(&mut app, "j")), None, "the second one was not kept");
        let bigger = asked(&press(&mut app, "k g i")).unwrap();
        assert!(bigger.canvas.rows > wanted.canvas.rows);
    }

    #[test]
    fn what_comes_late_is_not_shown_in_another_place() {
        let mut app = harbour(120, 40);
        let small = press(&mut app, "g c");
        press(&mut app, "g i");
        answer(&mut app, &small);
        assert_eq!(app.picture(), None);
        press(&mut app, "q");
        assert!(app.picture().is_some_and(Result::is_ok), "back in the panel it is");
    }

    #[test]
    fn the_screen_of_a_picture_is_left_as_it_was_come_to() {
        let mut app = pictured("g c Enter Enter", 120, 40);
        assert_eq!(app.screen(), Screen::Picture);
        press(&mut app, "j j k");
        assert_eq!(app.reader.as_ref().unwrap().image, 1);
        press(&mut app, "Esc");
        assert_eq!(app.context(), crate::app::Context::Captions);
        press(&mut app, "g i q");
        assert_eq!(app.screen(), Screen::Article);
        assert_eq!(press(&mut app, "g i Enter"), []);
        assert_eq!(app.context(), crate::app::Context::Captions);
    }

    #[test]
    fn the_terminal_draws_its_own_where_it_can_and_nothing_lies_over_it() {
        let mut app = harbour(120, 40);
        assert_eq!(app.pictures.protocol, None);
        app.update(Message::Graphics { protocol: Some(Protocol::Kitty), cell: Some((9, 18)) });
        let effects = press(&mut app, "g i");
        assert_eq!(asked(&effects).unwrap().canvas.cell, (9, 18));
        answer(&mut app, &effects);
        let (area, drawn) = app.placed_picture().unwrap();
        assert!(area.row + drawn.rows < 39 && area.column + drawn.columns <= 118);
        press(&mut app, "?");
        assert!(app.placed_picture().is_none());
    }

    #[test]
    fn why_there_is_none_is_said() {
        let mut app = pictured("g i", 80, 24);
        assert_eq!(app.why_no_picture(), None);
        app.settings.colors = Colors::Few;
        assert!(app.why_no_picture().unwrap().contains("too few colors"));
        app.settings.images = Images::Off;
        assert!(app.why_no_picture().unwrap().contains("off"));
        press(&mut app, "j");
        assert!(app.why_no_picture().unwrap().contains("not saved with the article"));
    }

    #[test]
    fn few_drawn_pictures_are_held() {
        let mut app = harbour(120, 40);
        for rows in 20..40 {
            let effects = app.update(Message::Resized { columns: 120, rows });
            answer(&mut app, &effects);
            let effects = press(&mut app, "g i");
            answer(&mut app, &effects);
        }
        assert_eq!(app.pictures.drawn.len(), HELD);
    }
}
