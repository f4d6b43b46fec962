//! The program from outside, without a screen: what it prints, what it tells, how it ends.

use assert_cmd::Command;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use tempfile::TempDir;

/// A home of its own for the program.
pub(crate) struct Home {
    folder: TempDir,
}

/// What the program did.
pub(crate) struct Done {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Home {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::cargo_bin("newsprint").unwrap();
        let folder = self.folder.path();
        command.args(words).current_dir(folder).env_clear().env("HOME", folder);
        command
    }

    pub(crate) fn run(&self, words: &[&str]) -> Done {
        done(&self.command(words).output().unwrap())
    }

    /// What the program prints when all is well.
    pub(crate) fn prints(&self, words: &[&str]) -> String {
        let done = self.run(words);
        assert_eq!((done.status, done.stderr.as_str()), (0, ""), "{words:?}");
        done.stdout
    }

    /// The one line the program tells when it ends with `status`.
    pub(crate) fn tells(&self, status: i32, words: &[&str]) -> String {
        let done = self.run(words);
        assert_eq!(done.status, status, "{words:?}: {}", done.stderr);
        assert_eq!(done.stderr.lines().count(), 1, "{words:?}: {}", done.stderr);
        assert!(done.stderr.starts_with("newsprint: "), "{}", done.stderr);
        done.stderr
    }

    /// A library with one article; its short id.
    fn library(&self) -> String {
        self.write("tide.txt", ARTICLE);
        self.prints(&["add", "tide.txt"]);
        self.prints(&["list"]).split(' ').next().unwrap().to_owned()
    }
}

fn done(output: &Output) -> Done {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Done {
        status: output.status.code().unwrap(),
        stdout: text(&output.stdout),
        stderr: text(&output.stderr),
    }
}

const ARTICLE: &str = "The tide turns at Avon\n\nThe ferry waited for an hour on Monday.\n\n\
                       Then the tide turned, and it left with 40 passengers.\n";

#[test]
fn a_file_is_printed_at_the_width_that_is_asked_for() {
    let home = Home::new();
    home.write("tide.txt", ARTICLE);
    let text = home.prints(&["show", "tide.txt", "--width", "24"]);
    assert!(text.lines().all(|line| line.chars().count() <= 24), "{text}");
    let words = |text: &str| text.split_whitespace().map(ToOwned::to_owned).collect::<Vec<_>>();
    assert_eq!(words(&text), words(ARTICLE));
}

#[test]
fn an_article_is_printed_as_json_and_markdown() {
    let home = Home::new();
    home.write("tide.txt", ARTICLE);
    let json: serde_json::Value =
        serde_json::from_str(&home.prints(&["show", "tide.txt", "--json"])).unwrap();
    assert!(json["text"].as_str().unwrap().contains("The ferry waited"));
    assert!(home.prints(&["show", "tide.txt", "--md"]).contains("The ferry waited for an hour"));
}

#[test]
fn standard_input_is_an_article() {
    let home = Home::new();
    let output = home.command(&["show", "-"]).write_stdin(ARTICLE).output().unwrap();
    let done = done(&output);
    assert_eq!(done.status, 0, "{}", done.stderr);
    assert!(done.stdout.contains("The ferry waited"));
}

#[test]
fn what_is_added_is_listed_and_shown_by_its_id() {
    let home = Home::new();
    let id = home.library();
    for word in [id.as_str(), "1"] {
        assert!(home.prints(&["show", word]).contains("The ferry waited"), "{word}");
    }
    assert_eq!(home.prints(&["add", "tide.txt"]), "unchanged 1\n");
    let json: serde_json::Value = serde_json::from_str(&home.prints(&["list", "--json"])).unwrap();
    assert_eq!(json[0]["short"], id.as_str());
    assert_eq!(json[0]["state"], "unread");
}

#[test]
fn a_file_goes_before_an_id() {
    let home = Home::new();
    home.library();
    home.write("1", "Quite another text stands here.\n");
    assert!(home.prints(&["show", "1"]).contains("Quite another text"));
}

#[test]
fn a_folder_is_added_and_bad_files_cost_a_line_each() {
    let home = Home::new();
    home.write("in/tide.txt", ARTICLE);
    home.write("in/deep/wind.txt", "The wind rose in the night, and nobody slept.\n");
    home.write("in/empty.txt", "");
    let done = home.run(&["add", "in"]);
    assert_eq!(done.status, 1);
    assert_eq!(done.stdout, "added 2, refused 1\n");
    assert_eq!(done.stderr.lines().count(), 1, "{}", done.stderr);
    assert!(done.stderr.contains("empty.txt"), "{}", done.stderr);
}

#[test]
fn nothing_found_is_its_own_status() {
    let home = Home::new();
    assert!(home.tells(3, &["show", "9999"]).contains("9999"));
    home.tells(3, &["list"]);
    home.library();
    home.tells(3, &["show", "ffffffff"]);
    home.tells(3, &["list", "--filter", "qqqq"]);
    assert_eq!(home.prints(&["list", "--json", "--filter", "qqqq"]), "[]\n");
    home.write("plain.txt", "no facts here.\n");
    home.tells(3, &["captions", "plain.txt"]);
}

#[test]
fn wrong_usage_is_told_in_one_line() {
    let home = Home::new();
    assert!(home.tells(2, &["list", "--jsn"]).contains("--json"));
    home.tells(2, &["show"]);
    home.tells(2, &["show", "1", "--width", "none"]);
    home.tells(2, &["config", "shw"]);
    home.tells(2, &["add", "-", "-"]);
    home.tells(2, &["--theme", "ink", "list"]);
}

#[test]
fn without_a_terminal_the_reader_names_the_plain_command() {
    let home = Home::new();
    home.write("tide.txt", ARTICLE);
    assert!(home.tells(2, &["tide.txt"]).contains("newsprint show tide.txt"));
    assert!(home.tells(2, &[]).contains("newsprint show FILE"));
}

#[test]
fn a_missing_file_is_named() {
    let home = Home::new();
    for command in ["show", "add", "facts", "captions"] {
        assert!(home.tells(1, &[command, "not there.html"]).contains("not there.html"));
    }
}

#[test]
fn nothing_that_an_article_holds_can_steer_the_terminal() {
    let home = Home::new();
    let hostile = "Title \u{1b}]0;owned\u{7}\n\nWords \u{1b}[31mred\u{1b}[0m \u{9b}5n and \
                   \u{202e}turned\u{202c} round\u{7f}.\n";
    home.write("bad.txt", hostile);
    home.prints(&["add", "bad.txt"]);
    let commands: [&[&str]; 7] = [
        &["show", "bad.txt"],
        &["show", "bad.txt", "--md"],
        &["show", "bad.txt", "--json"],
        &["facts", "bad.txt", "--json"],
        &["list"],
        &["list", "--json"],
        &["show", "1"],
    ];
    for words in commands {
        let text = home.prints(words);
        let steers = |c: char| {
            c.is_control() && c != '\n'
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        assert_eq!(text.find(steers), None, "{words:?}: {text:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_hostile_name_is_shown_without_its_escapes() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let home = Home::new();
    let name = OsStr::from_bytes(b"esc\x1b]0;owned\x07\xff\n.txt");
    let output = home.command(&["show"]).arg(name).output().unwrap();
    let done = done(&output);
    assert_eq!((done.status, done.stderr.lines().count()), (1, 1), "{}", done.stderr);
    assert!(done.stderr.contains("esc") && !done.stderr.contains('\u{1b}'), "{}", done.stderr);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_one_line_and_a_closed_pipe_is_none() {
    use std::process::Stdio;
    let home = Home::new();
    let long = home.write("long.txt", "Words and more words stand here.\n\n".repeat(20_000));
    let program = assert_cmd::cargo::cargo_bin("newsprint");
    let show = |output: Stdio| {
        let mut command = std::process::Command::new(&program);
        command.arg("show").arg(&long).env("HOME", home.path("")).stdout(output);
        command.stderr(Stdio::piped()).spawn().unwrap()
    };
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = done(&show(full.into()).wait_with_output().unwrap());
    assert_eq!((output.status, output.stderr.lines().count()), (1, 1), "{}", output.stderr);
    let mut child = show(Stdio::piped());
    drop(child.stdout.take());
    let output = done(&child.wait_with_output().unwrap());
    assert_eq!((output.status, output.stderr.as_str()), (0, ""));
}

#[test]
fn the_settings_are_shown_and_checked() {
    let home = Home::new();
    let default = home.prints(&["config", "default"]);
    let config = home.write("mine.toml", &default);
    let config = config.to_str().unwrap();
    assert_eq!(home.prints(&["config", "check", "--config", config]), "no problems\n");
    home.write("mine.toml", "measure = 70\n[keymap]\nnxt-hit = \"n\"\n");
    let done = home.run(&["config", "check", "--config", config]);
    assert_eq!(done.status, 1);
    let expected = "mine.toml:3: unknown command \"nxt-hit\"; did you mean \"next-hit\"?\n";
    assert_eq!(done.stdout, expected);
    assert!(home.prints(&["config", "path", "--config", config]).contains(config));
}

#[test]
fn the_library_is_where_it_was_named() {
    let home = Home::new();
    home.write("tide.txt", ARTICLE);
    home.prints(&["add", "tide.txt", "--library", "mine/l.db"]);
    assert!(Path::new(&home.path("mine/l.db")).exists());
    home.tells(3, &["list"]);
    home.write("set.toml", "library = \"mine/l.db\"\n");
    assert!(home.prints(&["--config", "set.toml", "list"]).contains("tide"));
}

#[test]
fn reading_leaves_no_library_behind() {
    let home = Home::new();
    home.write("tide.txt", ARTICLE);
    home.prints(&["show", "tide.txt"]);
    home.run(&["list"]);
    home.run(&["doctor"]);
    let names: Vec<_> =
        fs::read_dir(home.path("")).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert_eq!(names, ["tide.txt"]);
}

#[test]
fn what_a_shell_and_man_want_is_printed() {
    let home = Home::new();
    assert!(home.prints(&["completions", "bash"]).contains("newsprint"));
    assert!(home.prints(&["man"]).contains(".TH newsprint"));
    assert!(home.prints(&["--help"]).contains("Exit status"));
    assert!(home.prints(&["--version"]).starts_with("newsprint "));
    assert!(home.prints(&["themes"]).lines().count() >= 8);
}

#[test]
fn the_doctor_tells_of_files_and_terminal() {
    let home = Home::new();
    let id = home.library();
    assert!(!id.is_empty());
    let text = home.prints(&["doctor"]);
    for word in ["library.db", "articles  1", "TERM", "no problems"] {
        assert!(text.contains(word), "{word}: {text}");
    }
}

#[test]
fn facts_and_captions_are_printed() {
    let home = Home::new();
    home.write("tide.txt", ARTICLE);
    let facts: serde_json::Value =
        serde_json::from_str(&home.prints(&["facts", "tide.txt", "--json"])).unwrap();
    assert!(facts["numbers"].is_array() && facts["people"].is_array());
    assert_eq!(home.prints(&["captions", "tide.txt", "--json"]), "[]\n");
}

#[test]
fn the_ledger_of_a_folder_and_of_the_library_has_a_row_a_picture() {
    let home = Home::new();
    let report = "The quay\n\nIt rained all day at the quay, and nobody came.\n\n\
        A ferry leaves. (AP Photo/Ana Ruiz, File)\n";
    home.write("folder/quay.txt", report);
    home.write("folder/tide.txt", ARTICLE);
    let csv = home.prints(&["captions", "folder", "--csv"]);
    assert_eq!(csv.lines().count(), 2, "{csv}");
    assert!(csv.contains(",1,A ferry leaves.,Ana Ruiz,AP,,,,file,"), "{csv}");
    home.prints(&["add", "folder"]);
    assert_eq!(home.prints(&["captions", "--csv"]), csv);
    let rows: serde_json::Value =
        serde_json::from_str(&home.prints(&["captions", "--json"])).unwrap();
    assert_eq!(rows[0]["credit"]["photographers"][0], "Ana Ruiz");
}

#[test]
fn a_refused_file_is_told_in_a_line_and_the_others_are_printed() {
    let home = Home::new();
    home.write("folder/quay.txt", "The quay\n\nIt rained.\n\nA ferry. (AP Photo/Ana Ruiz)\n");
    home.write("folder/bad.txt", "%PDF-1.7\n");
    let done = home.run(&["captions", "folder", "--csv"]);
    assert_eq!((done.status, done.stderr.lines().count()), (1, 1), "{}", done.stderr);
    assert!(done.stderr.contains("bad.txt") && done.stdout.contains("Ana Ruiz"), "{}", done.stderr);
    let done = home.run(&["captions", "not there.txt", "folder/quay.txt"]);
    assert_eq!((done.status, done.stderr.lines().count()), (1, 1), "{}", done.stderr);
    assert!(done.stdout.contains("Ana Ruiz"), "{}", done.stdout);
    assert_eq!(home.run(&["add", "folder"]).status, 1);
}

#[test]
fn a_note_is_made_listed_edited_and_removed() {
    let home = Home::new();
    home.library();
    let id = home.prints(&["note", "add", "1", "--text", "Who pays?  #money", "--tag", "later"]);
    let id = id.trim();
    assert_eq!(home.prints(&["note", "list", "--plain"]), format!("{id} Who pays?  #money\n"));
    assert_eq!(home.prints(&["note", "edit", id, "--text", "- 1\n- 2"]), format!("{id}\n"));
    assert_eq!(home.prints(&["note", "list", "1", "--plain"]), format!("{id} - 1 - 2\n"));
    let json = home.prints(&["note", "list", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json[0]["note"], "- 1\n- 2");
    assert_eq!(json[0]["all_tags"][0], "later");
    let short = id.rsplit('-').next().unwrap();
    assert_eq!(home.prints(&["note", "rm", short]), format!("{id}\n"));
    home.tells(3, &["note", "list"]);
    home.tells(3, &["note", "rm", short]);
}

#[test]
fn words_are_highlighted_by_quote_and_place() {
    let home = Home::new();
    home.library();
    home.prints(&["highlight", "add", "1", "--quote", "the tide  turned,", "--color", "red"]);
    home.prints(&["note", "add", "1", "--at", "30", "--text", "An hour!", "--color", "blue"]);
    let list = home.prints(&["highlight", "list"]);
    assert!(list.contains("red") && list.contains("“the tide turned,”"), "{list}");
    assert!(list.contains("“The ferry waited for an hour on Monday.” — An hour!"), "{list}");
    assert_eq!(home.prints(&["highlight", "list", "--filter", "color:red"]).lines().count(), 1);
    assert_eq!(home.prints(&["note", "list"]).lines().count(), 1);
}

#[test]
fn a_note_on_nothing_is_refused_with_a_line() {
    let home = Home::new();
    home.tells(3, &["note", "add", "1", "--text", "x"]);
    home.library();
    home.tells(3, &["note", "add", "1", "--text", "x", "--quote", "the moon"]);
    home.tells(3, &["note", "add", "7", "--text", "x"]);
    home.tells(2, &["note", "add", "1", "--text", " "]);
    home.tells(2, &["highlight", "add", "1"]);
    home.tells(2, &["highlight", "add", "1", "--quote", "tide", "--color", "pink"]);
    home.tells(2, &["note", "add", "1", "--text", "x", "--tag", "12"]);
}

#[test]
fn a_backup_is_taken_and_brought_back() {
    let home = Home::new();
    home.tells(3, &["backup"]);
    home.library();
    home.prints(&["note", "add", "1", "--text", "First."]);
    let path = home.prints(&["backup"]);
    assert!(path.contains("/backups/library-") && Path::new(path.trim_end()).is_file(), "{path}");
    assert_eq!(home.prints(&["backup", "mine.db"]), "mine.db\n");
    home.prints(&["note", "add", "1", "--text", "Second."]);
    home.write("letter.txt", "A letter.");
    assert!(home.tells(1, &["backup", "letter.txt"]).contains("is no backup"));
    assert!(home.tells(1, &["restore", "letter.txt"]).contains("it is no backup of a library"));
    home.tells(1, &["restore", "missing.db"]);
    home.tells(2, &["restore"]);
    assert_eq!(home.prints(&["note", "list"]).lines().count(), 2);
    let told = home.prints(&["restore", "mine.db"]);
    assert!(told.starts_with("1 article restored from mine.db\n"), "{told}");
    assert_eq!(home.prints(&["note", "list"]).lines().count(), 1);
    let aside = told.trim_end().rsplit_once(" is kept as ").unwrap().1;
    let list = ["note", "list", "--library", aside];
    assert_eq!(home.prints(&list).lines().count(), 2);
}

#[test]
fn the_library_is_read_through_and_what_is_wrong_is_told() {
    let home = Home::new();
    home.tells(3, &["check"]);
    home.library();
    home.prints(&["note", "add", "1", "--text", "Why?"]);
    assert_eq!(home.prints(&["check"]), "no problems in 1 article, 1 text, 1 mark\n");
    let library = home.path(".local/share/newsprint/library.db");
    let damage = "UPDATE passage SET text = replace(text, 'tide', 'TIDE')";
    rusqlite::Connection::open(&library).unwrap().execute_batch(damage).unwrap();
    let done = home.run(&["check"]);
    assert_eq!((done.status, done.stdout.lines().count()), (1, 1));
    assert!(done.stdout.contains("is not the one that was stored"), "{}", done.stdout);
    assert_eq!(done.stderr.lines().count(), 1);
    fs::write(&library, "Nothing of it is left. ".repeat(50)).unwrap();
    home.tells(1, &["check"]);
}

/// A JPEG of nothing that says of itself what it shows, who made it and for whom.
fn picture() -> Vec<u8> {
    let records = [(120_u8, "Gulls over the quay"), (80, "Ana Ruiz"), (110, "Quay Press")];
    let mut iim = Vec::new();
    for (dataset, words) in records {
        iim.extend([0x1c, 2, dataset]);
        iim.extend(u16::try_from(words.len()).unwrap().to_be_bytes());
        iim.extend(words.as_bytes());
    }
    let mut segment = b"Photoshop 3.0\08BIM\x04\x04\0\0".to_vec();
    segment.extend(u32::try_from(iim.len()).unwrap().to_be_bytes());
    segment.extend(iim);
    let length = u16::try_from(segment.len() + 2).unwrap().to_be_bytes();
    [&[0xff, 0xd8, 0xff, 0xed], &length[..], &segment, &[0xff, 0xd9]].concat()
}

const PAGE: &str = "<!DOCTYPE html><title>The quay</title><body><article><h1>The quay</h1>\
    <p>The ferry waited for an hour on Monday, and then the tide turned and it left.</p>\
    <img src='./page_files/gulls%201.jpg'><img src='../secret.jpg'>\
    <p>Nobody minded the wait, since the gulls put on a show over the old stone quay.</p>";

#[test]
fn a_picture_beside_a_page_is_kept_with_its_own_words() {
    let home = Home::new();
    home.write("pages/page.html", PAGE);
    home.write("pages/page_files/gulls 1.jpg", picture());
    home.write("secret.jpg", picture());
    let done = home.run(&["add", "pages/page.html"]);
    assert_eq!((done.status, done.stdout.as_str()), (0, "added 1\n"));
    assert!(done.stderr.contains("the picture ../secret.jpg is not kept: "), "{}", done.stderr);
    fs::remove_dir_all(home.path("pages")).unwrap();
    fs::remove_file(home.path("secret.jpg")).unwrap();
    let captions = home.prints(&["captions", "1"]);
    for line in [
        "1. Gulls over the quay",
        "photographer: Ana Ruiz",
        "agency: Quay Press",
        "from the picture's own metadata: caption and credit",
        "picture: kept",
    ] {
        assert!(captions.contains(line), "{line}: {captions}");
    }
    let json: serde_json::Value =
        serde_json::from_str(&home.prints(&["captions", "1", "--json"])).unwrap();
    assert_eq!(json[0]["from_picture"], serde_json::json!(["caption", "credit"]));
    assert_eq!(json[0]["picture"].as_str().map(str::len), Some(64));
    assert_eq!(json[1].get("picture"), None);
    assert!(home.prints(&["show", "1"]).contains("Gulls over the quay Ana Ruiz/Quay Press"));
    let written = home.command(&["picture", "1", "1"]).output().unwrap();
    assert_eq!(written.stdout, picture());
    assert!(home.tells(3, &["picture", "1", "2"]).contains("is not kept"));
    assert!(home.tells(3, &["picture", "1", "9"]).contains("there is no image 9"));
}

#[test]
fn the_same_page_added_twice_keeps_its_picture_once() {
    let home = Home::new();
    home.write("page.html", PAGE.replace("../secret.jpg", "page_files/gulls 1.jpg"));
    home.write("page_files/gulls 1.jpg", picture());
    home.prints(&["add", "page.html"]);
    let before = fs::metadata(home.path(".local/share/newsprint/library.db")).unwrap().len();
    assert_eq!(home.prints(&["add", "page.html"]), "unchanged 1\n");
    assert_eq!(fs::metadata(home.path(".local/share/newsprint/library.db")).unwrap().len(), before);
    let beside = home.command(&["picture", "page.html", "1"]).output().unwrap();
    assert_eq!(beside.stdout, picture());
}

#[test]
fn the_ledger_has_a_line_a_fact_of_files_folders_and_the_library() {
    let home = Home::new();
    home.write("pages/one.txt", "In May 2004 some 40 boats lay in Oslo.");
    home.write("pages/two.txt", "Mayor Anna Berg spoke in Bergen.");
    let kinds = |words: &[&str]| {
        let lines = home.prints(words);
        let lines = lines.lines().map(|line| serde_json::from_str(line).unwrap());
        let kind = |line: serde_json::Value| line["kind"].as_str().unwrap().to_owned();
        let mut kinds: Vec<String> = lines.map(kind).collect();
        kinds.sort();
        kinds
    };
    let all = ["date", "number", "person", "place", "place"];
    assert_eq!(kinds(&["facts", "--jsonl", "pages"]), all);
    assert_eq!(kinds(&["facts", "--jsonl", "pages/one.txt", "pages/two.txt"]), all);
    assert_eq!(home.prints(&["add", "--facts", "pages"]), "added 2\nfound the facts of 2\n");
    assert_eq!(kinds(&["facts", "--jsonl"]), all);
    assert!(home.prints(&["facts", "--csv", "1", "2"]).contains("\n2004,5,,,"));
    assert!(home.prints(&["facts", "--ics"]).contains("DTSTART;VALUE=DATE:20040501\r\n"));
    let map = home.prints(&["facts", "--geojson"]);
    let map: serde_json::Value = serde_json::from_str(&map).unwrap();
    assert_eq!(map["features"].as_array().unwrap().len(), 2);
    assert!(map["features"][0]["geometry"]["coordinates"][0].is_f64(), "{map}");
    home.tells(2, &["facts", "--json", "1", "2"]);
}

#[test]
fn corrections_go_in_and_out_and_hold_for_files_too() {
    let home = Home::new();
    home.tells(3, &["corrections", "list"]);
    home.write("one.txt", "Mayor Anna Berg left Bergen.");
    let line =
        "{\"rule\":\"rename\",\"kind\":\"person\",\"name\":\"Anna Berg\",\"to\":\"Anne Berg\"}\n";
    home.write("mine.jsonl", line);
    assert_eq!(
        home.prints(&["corrections", "import", "mine.jsonl"]),
        "taken in 1, there already 0\n"
    );
    assert_eq!(
        home.prints(&["corrections", "import", "mine.jsonl"]),
        "taken in 0, there already 1\n"
    );
    assert_eq!(home.prints(&["corrections", "export"]), line);
    let listed = home.prints(&["corrections", "list"]);
    assert_eq!(listed, "Anna Berg is shown as Anne Berg  (every article)\n");
    assert!(home.prints(&["facts", "one.txt"]).contains("Anne Berg, Mayor; also Anna Berg"));
    assert!(!home.prints(&["facts", "--found", "one.txt"]).contains("Anne Berg"));
    home.write("bad.jsonl", "{\"rule\":\"shout\"}\n");
    assert!(home.tells(1, &["corrections", "import", "bad.jsonl"]).contains("bad.jsonl:1: "));
}

#[test]
fn what_changed_between_two_versions_is_printed() {
    let home = Home::new();
    let id = home.library();
    let done = home.run(&["changes", &id]);
    assert_eq!(done.status, 3, "{}", done.stderr);
    assert!(done.stderr.contains("has not changed since it came"), "{}", done.stderr);
    home.prints(&["highlight", "add", &id, "--quote", "waited for an hour"]);
    home.write("tide.txt", ARTICLE.replace("waited for an hour", "waited for a day"));
    assert_eq!(home.prints(&["add", "tide.txt"]), "updated 1\n");
    let told = home.prints(&["changes", "1"]);
    assert!(told.contains("~~an hour~~ **a day**"), "{told}");
    assert!(told.contains("Highlight"), "{told}");
    let json: serde_json::Value =
        serde_json::from_str(&home.prints(&["changes", "1", "--json"])).unwrap();
    assert!(json["after"]["bytes"].as_u64() < json["before"]["bytes"].as_u64());
    assert!(json["passages"].as_array().unwrap().iter().any(|passage| {
        passage["parts"].as_array().unwrap().iter().any(|part| part["edit"] == "removed")
    }));
    assert_eq!(home.run(&["changes", "1", "--since", "2"]).status, 3);
}
