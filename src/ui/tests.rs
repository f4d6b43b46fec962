//! Whole screens: their text, and below it the role that each cell is drawn in.

use super::theme::{Role, Theme};
use super::*;
use crate::app::Message;
use crate::app::ledger::tests::ledger;
use crate::app::marks::tests::{make, stored};
#[cfg(feature = "images")]
use crate::app::pictures::tests::pictured;
use crate::app::tests::{PROSE, listing, opened, press, reading};
use crate::library::Opened;
use ratatui::buffer::Cell;
use ratatui::style::{Color, Style};
use ratatui::{Terminal, backend::TestBackend};

/// The sizes that every screen is looked at in.
const SIZES: [(u16, u16); 4] = [(30, 6), (80, 24), (120, 40), (200, 60)];

/// A theme that tells the role of a cell by its color.
fn roles() -> Theme {
    Theme::new("roles", true, |role| Style::new().fg(Color::Indexed(role as u8)))
}

fn letter(cell: &Cell) -> char {
    let Color::Indexed(at) = cell.fg else { return '?' };
    let role = Role::ALL.get(usize::from(at)).copied().unwrap_or(Role::Body);
    if role == Role::Body && cell.symbol() == " " { ' ' } else { role.letter() }
}

/// The screen as text, and below it the role of each cell.
fn screen(app: &App) -> String {
    let (columns, rows) = app.size;
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    terminal.draw(|frame| draw(app, &roles(), frame)).unwrap();
    let cells = terminal.backend().buffer().content();
    let text = picture(cells, columns, |cell| cell.symbol().to_owned());
    let roles = picture(cells, columns, |cell| letter(cell).to_string());
    format!("{text}{}\n{roles}", "=".repeat(usize::from(columns)))
}

fn picture(cells: &[Cell], columns: u16, show: impl Fn(&Cell) -> String) -> String {
    let rows = cells.chunks(usize::from(columns).max(1));
    let rows = rows.map(|row| row.iter().map(&show).collect::<String>().trim_end().to_owned());
    rows.map(|row| row + "\n").collect()
}

/// The first bundled article whose name ends so, open at that size.
fn bundled(name: &str, columns: u16, rows: u16) -> App {
    let article = crate::bundled::ARTICLES.iter().find(|(it, _)| *it == name).unwrap();
    let prose = std::str::from_utf8(article.1).unwrap();
    reading(opened(prose, name), columns, rows)
}

/// Holds a screen to its picture, at each size.
fn pictures(name: &str, app: impl Fn(u16, u16) -> App) {
    for (columns, rows) in SIZES {
        insta::assert_snapshot!(format!("{name}_{columns}x{rows}"), screen(&app(columns, rows)));
    }
}

/// The wire report after `keys`.
fn report(keys: &'static str) -> impl Fn(u16, u16) -> App {
    move |columns, rows| {
        let mut app = bundled("syria-moscow.txt", columns, rows);
        if !keys.is_empty() {
            press(&mut app, keys);
        }
        app
    }
}

#[test]
fn the_article_as_it_opens() {
    pictures("article", report(""));
}

#[test]
fn a_web_page_with_a_table_and_links() {
    pictures("page", |columns, rows| {
        let mut app = bundled("harbour-page.html", columns, rows);
        press(&mut app, "Space f");
        app
    });
}

#[test]
fn arabic_stands_in_visual_order() {
    pictures("arabic", |columns, rows| bundled("arabic.html", columns, rows));
}

#[test]
fn wide_characters_keep_the_grid() {
    pictures("japanese", |columns, rows| bundled("japanese.md", columns, rows));
}

#[test]
fn the_sidebar_with_a_chosen_fact() {
    pictures("facts", report("g p j j"));
}

#[test]
fn the_timeline_as_a_line() {
    pictures("timeline", report("g t j j"));
}

#[test]
fn the_numbers_by_what_they_count() {
    pictures("numbers", report("g f j"));
}

#[test]
fn the_places_on_a_map() {
    pictures("map", report("g m j"));
}

#[test]
fn only_sentences_with_facts_stand_out() {
    pictures("skim", report("g s . ."));
}

#[test]
fn why_a_fact_is_one() {
    pictures("why", report("g p w"));
}

#[test]
fn what_can_be_said_of_a_name() {
    pictures("correct", report("g p D"));
}

#[test]
fn the_corrections_of_the_library() {
    use crate::facts::{EntityKind, Rule};
    use crate::library::{Correction, ListedCorrection};
    pictures("corrections", |columns, rows| {
        let mut app = report("g x")(columns, rows);
        let (kind, name) = (EntityKind::Place, "Kiev".to_owned());
        let hide = Rule::Hide { kind: EntityKind::Person, name: "Monday".to_owned() };
        let rules = [Rule::Rename { kind, name, to: "Kyiv".to_owned() }, hide];
        let listed = rules.into_iter().map(|rule| {
            let correction = Correction { article: None, rule };
            ListedCorrection { correction, title: None }
        });
        app.update(Message::Corrections(listed.collect()));
        app
    });
}

#[test]
fn an_article_in_another_language_says_that_names_were_not_looked_for() {
    pictures("language", |columns, rows| {
        let mut app = bundled("japanese.md", columns, rows);
        press(&mut app, "g p");
        app
    });
}

#[test]
fn the_quotations() {
    pictures("quotes", report("g q j"));
}

#[test]
fn the_captions_panel() {
    pictures("captions", report("g c j"));
}

#[cfg(feature = "images")]
#[test]
fn a_picture_beside_its_caption() {
    pictures("picture_panel", |columns, rows| pictured("g c", columns, rows));
}

#[cfg(feature = "images")]
#[test]
fn a_picture_on_the_whole_screen() {
    pictures("picture_full", |columns, rows| pictured("g i", columns, rows));
    assert!(screen(&pictured("g i j", 80, 24)).contains("was not saved with the article"));
}

#[test]
fn a_search_with_its_hits() {
    pictures("search", report("/ a s s a d"));
}

#[test]
fn highlights_in_every_color_and_a_selection_over_one() {
    pictures("marks", |columns, rows| {
        let mut app = stored(columns, rows);
        make(&mut app, "H . c H . v e e c H . c H . c H , , , , v e e l l l l l");
        app
    });
}

#[test]
fn a_note_that_is_being_written() {
    pictures("note_editor", |columns, rows| {
        let mut app = stored(columns, rows);
        press(&mut app, "} a A s k Space h e r Enter - Space # d a m");
        app
    });
}

#[test]
fn notes_beside_the_text_or_in_a_line() {
    pictures("notes", |columns, rows| {
        let mut app = stored(columns, rows);
        make(&mut app, "H a W h o Space c o u n t e d ? C-s } v e e a # b o a t s C-s {");
        app
    });
}

#[test]
fn all_notes_of_the_library() {
    let notes =
        ["Who counted? #boats", "", "A longer note that goes on ".repeat(5).leak(), "Lost."];
    pictures("ledger", |columns, rows| ledger(&notes, columns, rows));
}

#[test]
fn hints_on_every_sentence() {
    pictures("sentence_hints", report("F"));
}

#[test]
fn zen_leaves_the_text() {
    pictures("zen", report("z"));
}

#[test]
fn the_keys_that_can_follow() {
    pictures("pending", report("g"));
}

#[test]
fn the_help() {
    pictures("help", report("?"));
}

#[test]
fn the_palette_filtered() {
    pictures("palette", report("C-p m a r k"));
}

#[test]
fn the_command_line_with_its_completions() {
    pictures("command", report(": n e x t"));
}

#[test]
fn what_is_known_of_the_article() {
    pictures("info", |columns, rows| {
        let mut app = bundled("harbour-page.html", columns, rows);
        press(&mut app, "i");
        app
    });
}

#[test]
fn the_list_of_articles() {
    let titles = ["The harbour", "A very long headline that goes on ".repeat(4).leak(), "日本"];
    pictures("library", |columns, rows| listing(&titles, columns, rows));
}

#[test]
fn an_empty_library_says_what_to_do() {
    pictures("library_empty", |columns, rows| listing(&[], columns, rows));
}

#[test]
fn the_first_screen_has_three_lines_of_hints() {
    pictures("welcome", |columns, rows| {
        let mut app = bundled("syria-moscow.txt", columns, rows);
        app.settings.welcome = true;
        app
    });
}

#[test]
fn a_screen_without_room_says_so() {
    let app = reading(opened(PROSE, "a.txt"), 12, 3);
    assert!(screen(&app).starts_with("too small\n"));
    let app = reading(opened(PROSE, "a.txt"), 0, 0);
    assert_eq!(screen(&app).trim(), "");
}

#[test]
fn no_size_is_too_odd_to_draw() {
    let mut app = bundled("harbour-page.html", 80, 24);
    for keys in ["g q j", "Esc", "?", "Esc", "/ t h e", "Enter"] {
        press(&mut app, keys);
        for (columns, rows) in [(1, 1), (20, 4), (21, 5), (60, 16), (111, 19), (159, 20), (300, 90)]
        {
            app.update(Message::Resized { columns, rows });
            assert_eq!(screen(&app).lines().count(), usize::from(rows) * 2 + 1);
        }
    }
}

#[test]
fn facts_that_are_not_here_yet_are_announced() {
    let stored = Opened { facts: None, ..opened(PROSE, "a.txt") };
    let mut app = reading(stored, 120, 40);
    press(&mut app, "g p");
    assert!(screen(&app).contains("Reading the article…"));
}
