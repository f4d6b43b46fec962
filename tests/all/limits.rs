//! Holds the code to the limits of how we write: sizes of files and functions, documentation at
//! the head of each file, and words that production code does not use.

use crate::source::{Source, Token, is, item_length, source, sources};
use std::path::PathBuf;

/// Lines of production code in a file, blank ones not counted.
const FILE: usize = 500;
/// Lines of a function, from `fn` to its closing brace.
const FUNCTION: usize = 60;

/// Calls and macros that end the program or write past the one place that prints.
const FORBIDDEN: [&[&str]; 11] = [
    &[".", "unwrap", "("],
    &[".", "expect", "("],
    &["panic", "!", "("],
    &["todo", "!", "("],
    &["unimplemented", "!", "("],
    &["unreachable", "!", "("],
    &["dbg", "!", "("],
    &["println", "!", "("],
    &["print", "!", "("],
    &["eprintln", "!", "("],
    &["eprint", "!", "("],
];

/// What breaks a limit in one file.
fn breaches(source: &Source) -> Vec<String> {
    let head = (!source.text.starts_with("//!")).then(|| "no `//!` says what it holds".to_owned());
    let length = lines(source);
    let long = (length > FILE).then(|| format!("{length} lines of {FILE} allowed"));
    let whole = head.into_iter().chain(long).map(|what| source.at(1, &what));
    let parts = (0..source.tokens.len()).filter_map(|at| breach(source, &source.tokens[at..]));
    whole.chain(parts).collect()
}

/// The lines of production code, comments counted, blank lines not.
fn lines(source: &Source) -> usize {
    let lines = (1..).zip(source.text.lines());
    lines.filter(|(at, line)| !line.trim().is_empty() && !source.test_lines.contains(at)).count()
}

/// What is wrong with what the first of `tokens` begins.
fn breach(source: &Source, tokens: &[Token]) -> Option<String> {
    let line = tokens[0].line;
    if let Some(words) = FORBIDDEN.iter().find(|words| is(tokens, words)) {
        let call = words.concat();
        let prints = call.contains("print") && ["cli", "main"].contains(&source.top());
        return (!prints).then(|| source.at(line, &format!("`{call}` in production code")));
    }
    if !is(tokens, &["fn"]) || is(tokens, &["fn", "("]) {
        return None;
    }
    let last = &tokens[item_length(tokens) - 1];
    let length = last.line - line + 1;
    let what = format!("`fn {}` has {length} lines of {FUNCTION} allowed", tokens[1].text);
    (length > FUNCTION).then(|| source.at(line, &what))
}

#[test]
fn files_keep_the_limits() {
    let broken: Vec<String> = sources().iter().flat_map(breaches).collect();
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

/// What breaks when `text` stands in `src/NAME.rs` below a line of documentation.
#[track_caller]
fn check(name: &str, text: &str, expected: &[&str]) {
    let path = PathBuf::from(format!("src/{name}.rs"));
    let (source, _) = source(path, format!("//! A file.\n{text}"));
    let found = breaches(&source);
    let found: Vec<&str> =
        found.iter().filter_map(|it| it.split_once(".rs:")).map(|it| it.1).collect();
    assert_eq!(found, expected);
}

#[test]
fn calls_that_end_the_program_are_found() {
    let text = "fn f() {\n    g().unwrap();\n    h\n        .expect(\"i\");\n    todo!()\n}";
    let expected = [
        "3: `.unwrap(` in production code",
        "5: `.expect(` in production code",
        "6: `todo!(` in production code",
    ];
    check("text/wrap", text, &expected);
}

#[test]
fn calls_in_tests_comments_and_strings_are_not() {
    let text = "// f().unwrap()\nconst F: &str = \"todo!()\";\n#[expect(dead_code)]\nfn g() {}\n\
                fn h(print: u8) -> bool { print != 0 }\n\
                #[cfg(test)]\nmod tests {\n    fn h() { g().unwrap() }\n}";
    check("text/wrap", text, &[]);
}

#[test]
fn only_the_command_line_prints() {
    check("cli/list", "fn f() { println!() }", &[]);
    check("store/list", "fn f() { println!() }", &["2: `println!(` in production code"]);
}

#[test]
fn long_functions_are_found() {
    let function = |lines: usize| format!("fn f()\n{{{}}}", "\n".repeat(lines - 2));
    check("page/line", &function(FUNCTION), &[]);
    check("page/line", &function(FUNCTION + 1), &["2: `fn f` has 61 lines of 60 allowed"]);
}

#[test]
fn long_files_are_found() {
    check("page/line", &"use a;\n\n".repeat(FILE - 1), &[]);
    check("page/line", &"use a;\n\n".repeat(FILE), &["1: 501 lines of 500 allowed"]);
}

#[test]
fn files_without_documentation_are_found() {
    let (source, _) = source(PathBuf::from("src/page.rs"), "use a;".to_owned());
    assert_eq!(breaches(&source), ["src/page.rs:1: no `//!` says what it holds"]);
}
