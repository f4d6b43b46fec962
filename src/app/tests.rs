//! Keys in, effects and state out.

use super::*;
use crate::library::{ArticleId, Change, ChangeKind, Entry, Listing, Opened, State};
use crate::{facts, import};
use std::sync::Arc;

/// The prose most tests read.
pub(crate) const PROSE: &str = "The harbour opened in May 1911. Anna Berg was the first keeper.\n\n\
    Some 40 boats lay there. “It was never quiet,” Berg said.\n\n\
    The harbour closed in 1968. Nobody has counted the boats since.";

/// `prose` as a stored article.
pub(crate) fn opened(prose: &str, name: &str) -> Opened {
    let article = import::read(prose.as_bytes().to_vec(), Some(name)).unwrap().remove(0);
    let facts = Some(Arc::new(facts::extract(&article)));
    Opened { article: Arc::new(article), facts, ..Opened::default() }
}

/// An app of that size that opened `opened` from a file.
pub(crate) fn reading(opened: Opened, columns: u16, rows: u16) -> App {
    let mut app = App::new(Settings::default(), Keymap::default());
    app.begin(Begin::Files(1));
    app.update(Message::Resized { columns, rows });
    app.update(Message::Opened { ticket: 1, opened: Box::new(opened) });
    app
}

/// Presses `keys`, in the notation of the keymap; gives the effects of the last.
pub(crate) fn press(app: &mut App, keys: &str) -> Vec<Effect> {
    let keys = keymap::parse(keys).unwrap();
    keys.into_iter().map(|key| app.update(Message::Key(key))).last().unwrap_or_default()
}

/// [`PROSE`] open after `keys`.
fn after(keys: &str) -> (App, Vec<Effect>) {
    let mut app = reading(opened(PROSE, "a.txt"), 80, 24);
    let effects = if keys.is_empty() { Vec::new() } else { press(&mut app, keys) };
    (app, effects)
}

fn sentence(app: &App) -> &str {
    let reader = app.reader.as_ref().unwrap();
    reader.sentence.of(reader.text())
}

pub(crate) fn notice(app: &App) -> &str {
    app.notice.as_ref().map_or("", |notice| notice.text.as_str())
}

fn id(number: u128) -> ArticleId {
    ArticleId(uuid::Uuid::from_u128(number))
}

pub(crate) fn entry(number: u128, title: &str) -> Entry {
    Entry {
        id: id(number),
        title: title.to_owned(),
        source: Some("The Quay".to_owned()),
        published: Some(jiff::civil::date(2024, 5, 17)),
        added: 0,
        words: 800,
        address_only: false,
        progress: 0,
        state: State::Unread,
        starred: false,
    }
}

/// An app on the list of articles with these titles.
pub(crate) fn listing(titles: &[&str], columns: u16, rows: u16) -> App {
    let mut app = App::new(Settings::default(), Keymap::default());
    app.begin(Begin::Library);
    app.update(Message::Resized { columns, rows });
    let entries: Vec<Entry> =
        titles.iter().zip(1..).map(|(title, number)| entry(number, title)).collect();
    let total = entries.len();
    let query = app.shelf.query.clone();
    app.update(Message::Listed(Listing { query, entries, total }));
    app
}

#[test]
fn counts_repeat_a_command() {
    assert_eq!(sentence(&after("2 .").0), "Some 40 boats lay there.");
    assert_eq!(sentence(&after("2 } ,").0), "“It was never quiet,” Berg said.");
}

#[test]
fn a_count_before_percent_goes_there() {
    assert_eq!(sentence(&after("9 9 %").0), "Nobody has counted the boats since.");
    assert_eq!(after("0").1, []);
}

#[test]
fn a_search_lights_all_hits_and_counts_them() {
    let (app, _) = after("/ b o a t s");
    let reader = app.reader.as_ref().unwrap();
    assert_eq!(reader.hits_in(reader.visible_span()).len(), 2);
    let (app, _) = after("/ b o a t s Enter n");
    let find = &app.reader.as_ref().unwrap().find;
    assert_eq!((find.number, find.total), (2, 2));
    assert_eq!(sentence(&app), "Nobody has counted the boats since.");
}

#[test]
fn escape_clears_and_never_leaves() {
    let (app, effects) = after("/ b o a t s Enter Esc Esc Esc");
    assert_eq!(effects, []);
    assert_eq!(app.reader.unwrap().find, reader::Find::default());
}

#[test]
fn words_that_are_not_there_are_said_to_be_missing() {
    assert_eq!(notice(&after("/ z z z Enter").0), "“zzz” is not in this article");
}

#[test]
fn back_leaves_from_the_first_screen() {
    assert_eq!(after("q").1, [Effect::Quit]);
    assert_eq!(after("Tab q").1, []);
}

#[test]
fn the_place_is_kept_when_a_stored_article_is_left() {
    let mut stored = opened(PROSE, "a.txt");
    stored.id = Some(id(7));
    let mut app = reading(stored, 80, 24);
    let effects = press(&mut app, "q");
    let kept = Effect::KeepPosition { id: id(7), at: 0, progress: 100 };
    assert_eq!(effects, [kept, Effect::Quit]);
    assert_eq!(app.update(Message::Closing).len(), 1);
}

#[test]
fn a_change_is_asked_for_and_holds_when_it_is_made() {
    let mut stored = opened(PROSE, "a.txt");
    stored.id = Some(id(7));
    let mut app = reading(stored, 80, 24);
    let kind = ChangeKind::State { before: State::Unread, after: State::Read };
    let change = Change { article: id(7), kind };
    assert_eq!(press(&mut app, "r"), [Effect::Change(change.clone())]);
    assert_eq!(app.reader.as_ref().unwrap().opened.state, State::Unread);
    app.update(Message::Changed(change.clone()));
    assert_eq!(app.reader.as_ref().unwrap().opened.state, State::Read);
    assert_eq!(press(&mut app, "u"), [Effect::Undo]);
    app.update(Message::Undone(change.inverse()));
    assert_eq!(app.reader.as_ref().unwrap().opened.state, State::Unread);
    assert_eq!(notice(&app), "undone: marked as read");
    assert_eq!(press(&mut app, "C-r"), [Effect::Redo]);
}

#[test]
fn bookmarks_are_set_gone_to_and_taken_away() {
    let (mut app, _) = after("2 . m a g g ' a");
    assert_eq!(sentence(&app), "Some 40 boats lay there.");
    assert_eq!(app.reader.as_ref().unwrap().sidebar.bookmarks.len(), 1);
    press(&mut app, "' '");
    assert_eq!(sentence(&app), "The harbour opened in May 1911.");
    press(&mut app, "' a X");
    assert!(app.reader.as_ref().unwrap().sidebar.bookmarks.is_empty());
    press(&mut app, "' a");
    assert_eq!(notice(&app), "no bookmark a in this article; ma sets it");
}

#[test]
fn an_answer_to_an_earlier_asking_is_dropped() {
    let (mut app, _) = after("");
    let other = Box::new(opened("Other words.", "b.txt"));
    app.update(Message::Opened { ticket: 0, opened: other });
    assert_eq!(sentence(&app), "The harbour opened in May 1911.");
}

#[test]
fn the_rest_of_a_long_article_leaves_the_reader_where_he_is() {
    let mut app = reading(opened(PROSE, "a.txt"), 80, 24);
    press(&mut app, ". .");
    let longer = format!("{PROSE}\n\nAnd more.");
    app.update(Message::Opened { ticket: 1, opened: Box::new(opened(&longer, "a.txt")) });
    assert_eq!(sentence(&app), "Some 40 boats lay there.");
    press(&mut app, "G");
    assert_eq!(sentence(&app), "And more.");
}

#[test]
fn the_palette_runs_what_is_chosen() {
    let (app, _) = after("C-p z e n Enter");
    assert!(app.view.zen && app.picker.is_none());
}

#[test]
fn the_command_line_runs_names_themes_and_percentages() {
    assert!(after(": z e n Enter").0.view.zen);
    assert_eq!(after(": q Enter").1, [Effect::Quit]);
    assert_eq!(sentence(&after(": 9 9 % Enter").0), "Nobody has counted the boats since.");
    assert_eq!(notice(&after(": t h e m e Space x Enter").0), "no theme “x”; T lists them");
}

#[test]
fn an_unknown_key_is_answered() {
    assert_eq!(notice(&after("Tab f").0), "f is a key of the text");
    assert_eq!(notice(&after("g 0").0), "g 0 means nothing; ? lists the keys");
}

#[test]
fn the_list_opens_the_chosen_article() {
    let mut app = listing(&["One", "Two", "Three"], 80, 24);
    let effects = press(&mut app, "j Enter");
    let source = effect::Source::Library(id(2));
    assert_eq!(effects, [Effect::Open { ticket: 1, source }]);
    app.update(Message::Opened { ticket: 1, opened: Box::new(opened(PROSE, "a.txt")) });
    assert_eq!(app.screen(), Screen::Article);
    press(&mut app, "q");
    assert_eq!(app.screen(), Screen::Library);
    assert_eq!(press(&mut app, "q"), [Effect::Quit]);
}

#[test]
fn back_returns_to_the_article_that_the_list_was_opened_from() {
    let mut app = listing(&["One", "Two"], 80, 24);
    press(&mut app, "Enter");
    app.update(Message::Opened { ticket: 1, opened: Box::new(opened(PROSE, "a.txt")) });
    press(&mut app, "L");
    assert_eq!(app.screen(), Screen::Library);
    press(&mut app, "q");
    assert_eq!(app.screen(), Screen::Article);
    assert_eq!(press(&mut app, "q"), [Effect::Quit]);
}

#[test]
fn the_filter_asks_as_it_is_typed() {
    let mut app = listing(&["One", "Two"], 80, 24);
    let effects = press(&mut app, "= t w");
    assert!(matches!(&effects[..], [Effect::List(query)] if query.filter == "tw"));
    let effects = press(&mut app, "Esc");
    assert!(matches!(&effects[..], [Effect::List(query)] if query.filter.is_empty()));
}

#[test]
fn the_next_article_follows_the_list() {
    let mut app = listing(&["One", "Two"], 80, 24);
    press(&mut app, "Enter");
    app.update(Message::Opened { ticket: 1, opened: Box::new(opened(PROSE, "a.txt")) });
    let source = effect::Source::Library(id(2));
    assert_eq!(press(&mut app, "J"), [Effect::Open { ticket: 2, source }]);
    assert_eq!(press(&mut app, "J"), []);
    assert_eq!(notice(&app), "no more articles that way");
}

#[test]
fn a_click_makes_a_sentence_current_and_the_wheel_scrolls() {
    let mut app = reading(opened(PROSE, "a.txt"), 80, 24);
    let row = app
        .reader
        .as_ref()
        .unwrap()
        .visible()
        .iter()
        .position(|row| row.span.of(app.reader.as_ref().unwrap().text()).contains("Some 40"));
    let row = u16::try_from(row.unwrap()).unwrap();
    let column = app.reader.as_ref().unwrap().left() + 3;
    app.update(Message::Mouse(Mouse { kind: MouseKind::Press, column, row }));
    assert_eq!(sentence(&app), "Some 40 boats lay there.");
}

#[test]
fn dragging_the_divider_widens_the_sidebar() {
    let mut app = reading(opened(PROSE, "a.txt"), 120, 40);
    let rule = app.areas().rules[1].unwrap().column;
    let mouse = |kind, column| Message::Mouse(Mouse { kind, column, row: 5 });
    app.update(mouse(MouseKind::Press, rule));
    app.update(mouse(MouseKind::Drag, rule - 6));
    app.update(mouse(MouseKind::Release, rule - 6));
    assert_eq!(app.areas().facts.unwrap().columns, 48);
}

#[test]
fn a_thousand_keys_at_once_end_where_single_keys_end() {
    let prose = "A sentence of some length stands here. ".repeat(400);
    let mut counted = reading(opened(&prose, "a.txt"), 60, 16);
    let mut single = reading(opened(&prose, "a.txt"), 60, 16);
    let mut queued = reading(opened(&prose, "a.txt"), 60, 16);
    press(&mut counted, "1 0 0 j");
    for _ in 0..100 {
        press(&mut single, "j");
    }
    for _ in 0..100 {
        queued.take_in(Message::Key(Key::char('j')));
    }
    queued.lay_out();
    let top = |app: App| app.reader.unwrap().top;
    let single = top(single);
    assert_eq!((top(counted), top(queued)), (single, single));
}

#[test]
fn a_setting_made_at_the_keyboard_is_kept() {
    let set = |name, value: &str| vec![Effect::Set { name, value: value.to_owned() }];
    assert_eq!(after("+").1, set("measure", "80"));
    assert_eq!(after("g j").1, set("justify", "true"));
    assert_eq!(after("\\").1, set("drawer", "true"));
    let mut app = reading(opened(PROSE, "a.txt"), 120, 40);
    assert_eq!(press(&mut app, "\\"), set("sidebar", "false"));
}

#[test]
fn the_facts_of_a_long_text_are_found_when_they_are_asked_for() {
    let prose = "A sentence of some length stands here, and says nothing at all. ".repeat(20_000);
    let stored = Opened { facts: None, ..opened(&prose, "a.txt") };
    let mut app = reading(stored, 120, 40);
    assert_eq!(press(&mut app, "Space j ."), []);
    assert_eq!(press(&mut app, "Tab"), [Effect::Facts { ticket: 1 }]);
    assert_eq!(press(&mut app, "j"), []);
}

/// An app on the captions panel of a report with two captions.
fn on_captions() -> App {
    const REPORT: &str = "The quay reopens\n\nBerg spoke at the quay on Monday. It was raining hard, \
        and nobody stayed for long after she had finished.\n\nFILE - Anna Berg, left, and Bo Lind \
        visit the lighthouse on May 5, 2021. (Ada Holm/Pool via AP)\n\nThe quay is closed again.";
    let mut app = reading(opened(REPORT, "a.txt"), 120, 40);
    press(&mut app, "g c");
    app
}

#[test]
fn a_caption_is_copied_with_its_credit() {
    let mut app = on_captions();
    let text = "Anna Berg, left, and Bo Lind visit the lighthouse on May 5, 2021. \
        (Ada Holm/Pool via AP, file)";
    let what = "the caption and its credit";
    assert_eq!(press(&mut app, "y"), [Effect::Copy { text: text.to_owned(), what }]);
    app.update(Message::Copied { what, by: "wl-copy".to_owned() });
    assert_eq!(notice(&app), "copied the caption and its credit with wl-copy");
}

#[test]
fn where_no_program_copies_the_terminal_is_asked_and_the_reader_told() {
    let mut app = on_captions();
    let not_copied = |text: &str| Message::NotCopied { text: text.to_owned(), what: "it" };
    let effects = app.update(not_copied("a"));
    assert_eq!(effects, [Effect::CopyByTerminal("a".to_owned())]);
    assert_eq!(notice(&app), "sent it to the terminal (OSC 52), unconfirmed");
    assert!(app.update(not_copied(&"a".repeat(80_000))).is_empty());
    assert!(app.notice.as_ref().unwrap().failed);
}

#[test]
fn the_chosen_image_shows_all_that_is_known_of_it() {
    let app = on_captions();
    let reader = app.reader.as_ref().unwrap();
    let rows: Vec<String> = reader.image_rows(0, 100).into_iter().map(|row| row.text).collect();
    for said in [
        "photographer: Ada Holm",
        "via: AP",
        "standing: file, pool",
        "taken: 2021-05-05",
        "in the picture: Anna Berg (left)",
        "stands: after paragraph 1 of 2",
        "only in captions: Bo Lind, May 5, 2021",
    ] {
        assert!(rows.iter().any(|row| row == said), "{said}: {rows:#?}");
    }
}

/// Carries changes out as the worker does, without a library.
fn carry_out(app: &mut App, effects: Vec<Effect>) {
    for effect in effects {
        if let Effect::Change(change) = effect {
            app.update(Message::Changed(change));
        }
    }
}

/// The heads of the sidebar's tab after `keys`, each list of keys carried out in turn.
fn heads(keys: &[&str]) -> Vec<String> {
    let prose = "Mayor Anna Berg met Karl Lund in Oslo on 3 May 2004. Berg told Lund: “We stay.” \
        Some 40 boats lay in Bergen.";
    let mut stored = opened(prose, "a.txt");
    stored.id = Some(id(7));
    let mut app = reading(stored, 120, 40);
    for keys in keys {
        let effects = press(&mut app, keys);
        carry_out(&mut app, effects);
    }
    let sidebar = &app.reader.as_ref().unwrap().sidebar;
    sidebar.items(sidebar.tab).iter().map(|item| item.head.clone()).collect()
}

#[test]
fn a_name_is_hidden_with_one_key() {
    assert_eq!(heads(&["g p"]), ["Anna Berg", "Karl Lund"]);
    assert_eq!(heads(&["g p", "x"]), ["Karl Lund"]);
    assert_eq!(heads(&["g p", "j j", "x"]), ["Anna Berg"]);
}

#[test]
fn a_name_is_changed_joined_and_retyped_from_a_list() {
    assert_eq!(heads(&["g p", "D Enter C-u E v a Enter"]), ["Eva", "Karl Lund"], "renamed");
    assert_eq!(heads(&["g p", "D s a m e Enter Enter"]), ["Karl Lund"], "joined");
    assert_eq!(heads(&["g p", "D p l a c e Enter", "g l"])[0], "Anna Berg", "retyped");
    assert_eq!(heads(&["g p", "D a p a r t Enter"])[2], "Berg", "told apart");
}

#[test]
fn a_date_and_a_speaker_are_set_right() {
    assert_eq!(heads(&["g t", "D Enter 2 0 0 5 Enter"]), ["2005"]);
    assert_eq!(heads(&["g q"]), ["Anna Berg"]);
    assert_eq!(heads(&["g q", "D Enter l u n d Enter"]), ["Karl Lund"]);
    assert_eq!(heads(&["g q", "D n a m e d Enter"]), ["no speaker found"]);
    assert_eq!(heads(&["g q", "D Enter e l s e Enter O l e Enter"]), ["Ole"]);
}

#[test]
fn words_that_are_no_date_change_nothing() {
    let (mut app, _) = after("g t D Enter");
    assert_eq!(press(&mut app, "n o Enter"), []);
    assert!(notice(&app).starts_with("“no” is no date; write one as 2021-09-13"));
}

#[test]
fn a_correction_is_a_change_of_the_library() {
    let mut stored = opened(PROSE, "a.txt");
    stored.id = Some(id(7));
    let mut app = reading(stored, 80, 24);
    let effects = press(&mut app, "g p x");
    let [Effect::Change(Change { article, kind })] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(*article, id(7));
    let ChangeKind::Correction { before: None, after: Some(made) } = kind else { panic!() };
    assert_eq!(made.said(), "Anna Berg is hidden, in every article");
    app.update(Message::Changed(Change { article: *article, kind: kind.clone() }));
    assert_eq!(notice(&app), "Anna Berg is hidden, in every article");
    let inverse = Change { article: *article, kind: kind.clone() }.inverse();
    app.update(Message::Undone(inverse));
    assert_eq!(app.reader.unwrap().sidebar.counts()[0], 1);
}

#[test]
fn the_list_of_corrections_takes_one_back() {
    let (mut app, effects) = after("g x");
    assert_eq!(effects, [Effect::ListCorrections]);
    app.update(Message::Corrections(Vec::new()));
    assert!(notice(&app).starts_with("no corrections"));
    let rule = facts::Rule::Hide { kind: facts::EntityKind::Person, name: "Monday".into() };
    let correction = crate::library::Correction { article: None, rule };
    let listed = crate::library::ListedCorrection { correction: correction.clone(), title: None };
    app.update(Message::Corrections(vec![listed]));
    let effects = press(&mut app, "Enter");
    let kind = ChangeKind::Correction { before: Some(Box::new(correction)), after: None };
    let change = Change { article: ArticleId::default(), kind };
    assert_eq!(effects, [Effect::Change(change), Effect::ListCorrections]);
}

#[test]
fn why_says_what_bears_a_fact_out_and_any_key_closes_it() {
    let (mut app, _) = after("g p w");
    let why = app.why.as_ref().unwrap();
    assert_eq!(why.title, "Anna Berg");
    assert!(why.rows.iter().any(|(label, _)| *label == "because"));
    press(&mut app, "Esc");
    assert_eq!((app.why, app.reader.unwrap().pane), (None, Pane::Facts));
}

#[test]
fn less_sure_facts_are_held_back_behind_a_key() {
    let stored = opened(PROSE, "a.txt");
    let mut facts = facts::Facts::clone(stored.facts.as_ref().unwrap());
    facts.entities[0].evidence.confidence = 20;
    let mut app = reading(Opened { facts: Some(Arc::new(facts)), ..stored }, 80, 24);
    press(&mut app, "g p");
    let sidebar = &app.reader.as_ref().unwrap().sidebar;
    assert_eq!((sidebar.counts()[0], sidebar.held()), (0, 1));
    press(&mut app, "g a");
    let sidebar = &app.reader.as_ref().unwrap().sidebar;
    assert_eq!((sidebar.counts()[0], sidebar.held()), (1, 0));
}
