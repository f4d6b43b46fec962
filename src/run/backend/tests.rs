//! The display against a terminal emulator: after any row of frames, what changed frame by frame
//! shows the same as the last frame drawn in full.

use super::Display;
use proptest::prelude::*;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};
use unicode_width::UnicodeWidthStr;

const SYMBOLS: [&str; 20] = [
    "a",
    "b",
    "Z",
    " ",
    " ",
    "—",
    "é",
    "e\u{301}",
    "o\u{302}\u{323}",
    "報",
    "読",
    "한",
    "ｗ",
    "😀",
    "👩\u{200d}👧",
    "❤\u{fe0f}",
    "🇫🇷",
    "क्षि",
    "\x1b[2J",
    "\u{202e}",
];

fn styles() -> [Style; 7] {
    [
        Style::new(),
        Style::new().add_modifier(Modifier::BOLD).remove_modifier(Modifier::DIM),
        Style::new().fg(Color::Red).add_modifier(Modifier::DIM).remove_modifier(Modifier::BOLD),
        Style::new().bg(Color::Rgb(40, 42, 54)),
        Style::new().fg(Color::Indexed(200)).bg(Color::LightBlue),
        Style::new().add_modifier(Modifier::REVERSED | Modifier::ITALIC),
        Style::new().underline_color(Color::Rgb(1, 2, 3)).add_modifier(Modifier::UNDERLINED),
    ]
}

/// What a frame changes in the picture before it.
#[derive(Debug, Clone)]
enum Step {
    Put(Vec<(u16, u16, usize, usize)>),
    Write(u16, String, usize),
    Fill(usize),
    Scroll(u16, u16, i16),
    Resize(u16, u16),
    Cursor(Option<(u16, u16)>),
    Forget,
}

fn step() -> impl Strategy<Value = Step> {
    let place = (0..40_u16, 0..12_u16, 0..SYMBOLS.len(), 0..7_usize);
    prop_oneof![
        4 => prop::collection::vec(place, 1..40).prop_map(Step::Put),
        4 => (0..12_u16, "[a-z報 ]{0,40}", 0..7_usize).prop_map(|(y, s, k)| Step::Write(y, s, k)),
        1 => (0..7_usize).prop_map(Step::Fill),
        4 => (0..12_u16, 0..12_u16, -4..5_i16).prop_map(|(a, b, k)| Step::Scroll(a, b, k)),
        1 => (0..40_u16, 0..12_u16).prop_map(|(w, h)| Step::Resize(w, h)),
        1 => prop::option::of((0..40_u16, 0..12_u16)).prop_map(Step::Cursor),
        1 => Just(Step::Forget),
    ]
}

/// The picture, the display that follows it, and the terminal that is fed by the display.
struct Stage {
    picture: Buffer,
    cursor: Option<Position>,
    display: Display,
    terminal: vt100::Parser,
}

impl Stage {
    fn new(columns: u16, rows: u16) -> Self {
        Self {
            picture: Buffer::empty(Rect::new(0, 0, columns, rows)),
            cursor: None,
            display: Display::new(columns, rows, true),
            terminal: vt100::Parser::new(rows.max(1), columns.max(1), 0),
        }
    }

    fn take(&mut self, step: &Step) {
        let area = self.picture.area;
        match step {
            Step::Put(places) => {
                for &(x, y, symbol, style) in places {
                    if let Some(cell) = self.picture.cell_mut((x, y)) {
                        cell.reset();
                        cell.set_symbol(SYMBOLS[symbol]).set_style(styles()[style]);
                    }
                }
            }
            Step::Write(y, text, style) if *y < area.height => {
                self.picture.set_string(0, *y, text, styles()[*style]);
            }
            Step::Fill(style) => self.picture.set_style(area, styles()[*style]),
            Step::Scroll(top, bottom, by) => self.scroll(*top, (*bottom).min(area.height), *by),
            Step::Resize(columns, rows) => {
                self.picture = Buffer::empty(Rect::new(0, 0, *columns, *rows));
                self.display.resize(*columns, *rows);
                self.terminal.screen_mut().set_size((*rows).max(1), (*columns).max(1));
            }
            Step::Cursor(place) => {
                self.cursor =
                    place.map(|(x, y)| Position { x, y }).filter(|place| area.contains(*place));
            }
            Step::Forget => self.display.forget(),
            Step::Write(..) => {}
        }
        self.cursor = self.cursor.filter(|place| self.picture.area.contains(*place));
    }

    fn scroll(&mut self, top: u16, bottom: u16, by: i16) {
        let old = self.picture.clone();
        for y in top..bottom {
            for x in 0..old.area.width {
                let from = y.checked_add_signed(by).filter(|from| (top..bottom).contains(from));
                let cell = from.and_then(|from| old.cell((x, from))).cloned();
                self.picture[(x, y)] = cell.unwrap_or(Cell::EMPTY);
            }
        }
    }

    fn frame(&mut self) -> Vec<u8> {
        let bytes = bytes(&mut self.display, &self.picture, self.cursor);
        self.terminal.process(&known(&bytes));
        bytes
    }

    fn in_full(&self) -> vt100::Parser {
        let Rect { width, height, .. } = self.picture.area;
        let mut terminal = vt100::Parser::new(height.max(1), width.max(1), 0);
        let bytes = bytes(&mut Display::new(width, height, true), &self.picture, self.cursor);
        terminal.process(&known(&bytes));
        terminal
    }
}

fn bytes(display: &mut Display, picture: &Buffer, cursor: Option<Position>) -> Vec<u8> {
    display
        .frame(None, |frame| {
            frame.buffer_mut().clone_from(picture);
            if let Some(place) = cursor {
                frame.set_cursor_position(place);
            }
        })
        .to_vec()
}

/// The bytes with the replacement character exchanged for one that the emulator draws.
fn known(bytes: &[u8]) -> Vec<u8> {
    String::from_utf8(bytes.to_vec()).unwrap().replace('\u{FFFD}', "?").into_bytes()
}

/// Text and looks of a screen, row by row.
fn screen(terminal: &vt100::Parser) -> Vec<String> {
    let screen = terminal.screen();
    let (rows, columns) = screen.size();
    let cell = |row, column| {
        let cell = screen.cell(row, column).unwrap();
        let text = if cell.has_contents() { cell.contents() } else { " " };
        let ink = if text == " " && !cell.inverse() && !cell.underline() {
            format!("{:?}", cell.bgcolor())
        } else {
            format!(
                "{:?}{:?}{}{}{}{}{}",
                cell.fgcolor(),
                cell.bgcolor(),
                cell.bold(),
                cell.dim(),
                cell.italic(),
                cell.underline(),
                cell.inverse()
            )
        };
        format!("{text}|{}|{ink} ", cell.is_wide_continuation())
    };
    let mut lines: Vec<String> =
        (0..rows).map(|row| (0..columns).map(|column| cell(row, column)).collect()).collect();
    lines.push(format!("cursor hidden: {}", screen.hide_cursor()));
    if !screen.hide_cursor() {
        lines.push(format!("cursor at {:?}", screen.cursor_position()));
    }
    lines
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn changes_show_the_same_as_full_frames(
        columns in 1..40_u16,
        rows in 1..12_u16,
        steps in prop::collection::vec(step(), 1..24),
    ) {
        let mut stage = Stage::new(columns, rows);
        stage.frame();
        for step in &steps {
            stage.take(step);
            let written = stage.frame();
            prop_assert!(written.len() <= 64 * stage.picture.content.len() + 64);
            if !stage.picture.area.is_empty() {
                prop_assert_eq!(screen(&stage.terminal), screen(&stage.in_full()), "{:?}", step);
            }
        }
    }

    #[test]
    fn a_moved_text_shows_the_same_as_full_frames(
        lines in prop::collection::vec("[a-f報e\u{301} ]{12,30}", 20),
        moves in prop::collection::vec((0..9_usize, 0..3_u16, 0..3_u16), 1..12),
    ) {
        let mut stage = Stage::new(40, 12);
        for (from, head, foot) in moves {
            let text = lines.iter().skip(from);
            for (y, line) in (head..12 - foot).zip(text) {
                stage.take(&Step::Write(y, format!("{line:<30}|side {y}"), 0));
            }
            stage.frame();
            prop_assert_eq!(screen(&stage.terminal), screen(&stage.in_full()));
        }
    }

    #[test]
    fn full_frames_show_the_picture(steps in prop::collection::vec(step(), 1..6)) {
        let mut stage = Stage::new(40, 12);
        for step in steps.iter().filter(|step| !matches!(step, Step::Resize(..))) {
            stage.take(step);
        }
        let terminal = stage.in_full();
        for y in 0..12 {
            let mut x = 0;
            while x < 40 {
                let symbol = stage.picture[(x, y)].symbol();
                let wide = u16::try_from(UnicodeWidthStr::width(symbol)).unwrap().max(1);
                let plain = symbol.chars().all(|c| c.is_alphanumeric() && c < '\u{1F000}');
                if plain && symbol.chars().count() == 1 && x + wide <= 40 {
                    prop_assert_eq!(terminal.screen().cell(y, x).unwrap().contents(), symbol);
                }
                x += if symbol.starts_with('\x1b') { 4 } else { wide };
            }
        }
    }
}

#[test]
fn an_unchanged_frame_takes_no_bytes() {
    let mut stage = Stage::new(20, 5);
    stage.take(&Step::Write(2, "some words".to_owned(), 3));
    stage.frame();
    assert_eq!(stage.frame(), b"");
}

#[test]
fn a_screen_without_columns_or_rows_takes_no_bytes() {
    assert_eq!(Stage::new(0, 0).frame(), b"");
    assert_eq!(Stage::new(0, 5).frame(), b"");
    assert_eq!(Stage::new(5, 0).frame(), b"");
}

#[test]
fn one_changed_letter_is_one_move_and_one_letter() {
    let mut stage = Stage::new(20, 5);
    stage.frame();
    stage.take(&Step::Put(vec![(7, 3, 2, 0)]));
    assert_eq!(stage.frame(), b"\x1b[?2026h\x1b[4;8HZ\x1b[?2026l");
}

#[test]
fn a_line_down_is_a_scroll_and_a_line() {
    let mut stage = Stage::new(80, 24);
    for y in 0..23 {
        stage.take(&Step::Write(y, format!("line {y} with words that fill it somewhat"), 0));
    }
    stage.frame();
    stage.take(&Step::Scroll(0, 23, 1));
    stage.take(&Step::Write(22, "a new line".to_owned(), 0));
    let bytes = stage.frame();
    assert!(bytes.len() < 60, "{}", String::from_utf8_lossy(&bytes));
}

#[test]
fn a_held_cursor_is_moved_back_after_each_change() {
    let mut stage = Stage::new(20, 5);
    stage.take(&Step::Cursor(Some((3, 4))));
    stage.frame();
    stage.take(&Step::Write(1, "typed".to_owned(), 0));
    stage.frame();
    assert_eq!(stage.terminal.screen().cursor_position(), (4, 3));
    assert!(!stage.terminal.screen().hide_cursor());
}

#[test]
fn blanks_between_words_take_no_change_of_look() {
    let mut stage = Stage::new(20, 2);
    stage.frame();
    for x in [0, 2, 5] {
        stage.take(&Step::Put(vec![(x, 0, 0, 4)]));
        stage.take(&Step::Put(vec![(x + 1, 0, 3, 4)]));
    }
    let bytes = String::from_utf8(stage.frame()).unwrap();
    assert_eq!(bytes.matches("38;5;200").count(), 1, "{bytes:?}");
}

#[test]
fn a_terminal_that_may_not_know_colored_underlines_gets_plain_ones() {
    let mut stage = Stage::new(20, 2);
    stage.display = Display::new(20, 2, false);
    stage.take(&Step::Put(vec![(0, 0, 0, 6)]));
    let bytes = String::from_utf8(stage.frame()).unwrap();
    assert!(bytes.contains("\x1b[4ma") && !bytes.contains("58:"), "{bytes:?}");
}
