//! The program's own source as tokens, for the tests that hold it to its rules.
//!
//! A lexer of Rust, as far as the rules need one: comments are dropped, a literal is one token,
//! and what stands under `#[cfg(test)]` is left out.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A word, a literal, `::`, or one character of punctuation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// As written; `\"` for anything in quotes.
    pub(crate) text: String,
    /// Its line, from 1.
    pub(crate) line: usize,
}

/// A source file without its tests.
pub(crate) struct Source {
    /// Its path from the root of the repository.
    pub(crate) path: PathBuf,
    /// The whole file.
    pub(crate) text: String,
    /// What is left without comments and tests.
    pub(crate) tokens: Vec<Token>,
    /// The lines, from 1, that belong to tests.
    pub(crate) test_lines: BTreeSet<usize>,
    /// The folders' and file's names below `src`, `mod` left out: the path of the module.
    pub(crate) module: Vec<String>,
}

impl Source {
    /// The face, or the file, of the crate's outermost modules: `text` for `src/text/span.rs`.
    pub(crate) fn top(&self) -> &str {
        &self.module[0]
    }

    /// A line of complaint.
    pub(crate) fn at(&self, line: usize, what: &str) -> String {
        format!("{}:{line}: {what}", self.path.display())
    }
}

/// Every file of production code, in order of path; files that are tests as a whole are left out.
pub(crate) fn sources() -> Vec<Source> {
    let mut paths = Vec::new();
    collect(Path::new("src"), &mut paths);
    paths.sort();
    let (mut files, mut tests) = (Vec::new(), BTreeSet::new());
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let (source, test_modules) = source(path, text);
        tests.extend(test_modules.into_iter().map(|name| [&source.module[..], &[name]].concat()));
        files.push(source);
    }
    files.retain(|file| !tests.iter().any(|test| file.module.starts_with(test)));
    files
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs") {
            found.push(path);
        }
    }
}

/// A file, and the names of the modules that it declares for tests only.
pub(crate) fn source(path: PathBuf, text: String) -> (Source, Vec<String>) {
    let below = path.strip_prefix("src").unwrap_or(&path).with_extension("");
    let mut module: Vec<String> =
        below.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    module.pop_if(|last| last == "mod" || last == "lib" || last == "main");
    if module.is_empty() {
        module.push(below.display().to_string());
    }
    let (tokens, test_lines, test_modules) = without_tests(&tokens(&text));
    (Source { path, text, tokens, test_lines, module }, test_modules)
}

/// The tokens of a Rust source.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.chars().collect();
    let (mut found, mut at, mut line) = (Vec::new(), 0, 1);
    while at < chars.len() {
        let end = at + token_length(&chars[at..]);
        let word: String = chars[at..end].iter().collect();
        let is_comment = word.starts_with("//") || word.starts_with("/*");
        if !is_comment && !chars[at].is_whitespace() {
            let is_literal = end - at > 1 && word.contains(['"', '\'']);
            let text = if is_literal { "\"".to_owned() } else { word.clone() };
            found.push(Token { text, line });
        }
        line += word.matches('\n').count();
        at = end;
    }
    found
}

/// The length of the token, comment or white space at the start of `rest`, in characters.
fn token_length(rest: &[char]) -> usize {
    let is_word = |c: &char| c.is_alphanumeric() || *c == '_';
    let word = rest.iter().take_while(|c| is_word(c)).count();
    match rest {
        ['/', '/', ..] => rest.iter().take_while(|c| **c != '\n').count(),
        ['/', '*', ..] => block_comment(rest),
        [':', ':', ..] => 2,
        ['"', ..] => quoted(rest, '"'),
        ['\'', ..] if is_char_literal(rest) => quoted(rest, '\''),
        ['b' | 'c', '"', ..] => 1 + quoted(&rest[1..], '"'),
        ['b', '\'', ..] => 1 + quoted(&rest[1..], '\''),
        ['r', '"' | '#', ..] => raw_string(rest, 1).unwrap_or(word),
        ['b' | 'c', 'r', '"' | '#', ..] => raw_string(rest, 2).unwrap_or(word),
        _ => word.max(1),
    }
}

/// Block comments nest.
fn block_comment(rest: &[char]) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while at < rest.len() {
        match rest[at..] {
            ['/', '*', ..] => (depth, at) = (depth + 1, at + 2),
            ['*', '/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

fn quoted(rest: &[char], quote: char) -> usize {
    let mut at = 1;
    while at < rest.len() && rest[at] != quote {
        at += if rest[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(rest.len())
}

/// `'a'` and `'\n'` are literals, `'a` is a lifetime.
fn is_char_literal(rest: &[char]) -> bool {
    matches!(rest, [_, '\\', ..] | [_, _, '\'', ..])
}

/// The length of a raw string that opens with `prefix` letters, or `None` for a raw identifier.
fn raw_string(rest: &[char], prefix: usize) -> Option<usize> {
    let hashes = rest[prefix..].iter().take_while(|c| **c == '#').count();
    let open = prefix + hashes;
    if rest.get(open) != Some(&'"') {
        return None;
    }
    let close: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
    let body = &rest[open + 1..];
    let length = body.windows(close.len()).position(|it| it == close).unwrap_or(body.len());
    Some((open + 1 + length + close.len()).min(rest.len()))
}

/// Takes out the items under `#[cfg(test)]`; gives what is left, the lines taken out, and the
/// names of modules without a body among them.
fn without_tests(tokens: &[Token]) -> (Vec<Token>, BTreeSet<usize>, Vec<String>) {
    let (mut kept, mut lines, mut modules) = (Vec::new(), BTreeSet::new(), Vec::new());
    let mut at = 0;
    while at < tokens.len() {
        if !is(&tokens[at..], &["#", "[", "cfg", "(", "test", ")", "]"]) {
            kept.push(tokens[at].clone());
            at += 1;
            continue;
        }
        let end = at + item_length(&tokens[at..]);
        let item = &tokens[at..end];
        lines.extend(item[0].line..=item[item.len() - 1].line);
        let head = item.iter().position(|token| token.text == "mod");
        if let (Some(head), Some(";")) = (head, item.last().map(|last| last.text.as_str())) {
            modules.push(item[head + 1].text.clone());
        }
        at = end;
    }
    (kept, lines, modules)
}

/// Whether `tokens` begin with these.
pub(crate) fn is(tokens: &[Token], texts: &[&str]) -> bool {
    tokens.len() >= texts.len() && tokens.iter().zip(texts).all(|(token, text)| token.text == *text)
}

/// The length of the item at the start of `tokens`, its attributes included: up to a `;` or the
/// brace that closes its body.
pub(crate) fn item_length(tokens: &[Token]) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate() {
        match token.text.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" => depth = depth.saturating_sub(1),
            "}" if depth <= 1 => return at + 1,
            "}" => depth -= 1,
            ";" if depth == 0 => return at + 1,
            _ => {}
        }
    }
    tokens.len()
}

#[test]
fn literals_and_comments_hide_their_words() {
    let text = "let a = \"x // y\"; /* b /* c */ d */ 'e'; r#\"f \" g\"#; fn h<'i>() {} // j";
    let words: Vec<String> = tokens(text).into_iter().map(|token| token.text).collect();
    assert_eq!(words.join(" "), "let a = \" ; \" ; \" ; fn h < ' i > ( ) { }");
}

#[test]
fn what_is_for_tests_is_left_out() {
    let text = "fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() { [1]; }\n}\nfn c() {}\n\
                #[cfg(test)]\nmod more;\nfn d() {}";
    let (source, modules) = source(PathBuf::from("src/x/mod.rs"), text.to_owned());
    let names = source.tokens.windows(2).filter(|it| it[0].text == "fn");
    assert_eq!(names.map(|it| it[1].text.as_str()).collect::<String>(), "acd");
    assert_eq!(modules, ["more"]);
    assert_eq!(source.test_lines, BTreeSet::from([2, 3, 4, 5, 7, 8]));
    assert_eq!(source.module, ["x"]);
}
