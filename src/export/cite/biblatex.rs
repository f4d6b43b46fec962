//! References in BibLaTeX (manual 3.20, section 2.1.1: `@article` with `entrysubtype = newspaper`
//! needs a journal, so what stands on the web is `@online`).

use super::Reference;
use super::name::Name;
use std::fmt::Write;

/// The references.
pub fn biblatex(references: &[Reference]) -> String {
    references.iter().map(entry).collect::<Vec<_>>().join("\n")
}

fn entry(reference: &Reference) -> String {
    let mut text = format!("@online{{{},\n", reference.key());
    let mut field = |name: &str, words: &str| {
        if !words.is_empty() {
            _ = writeln!(text, "  {name:12} = {{{words}}},");
        }
    };
    let authors: Vec<String> = reference.authors.iter().map(|it| author(it)).collect();
    field("author", &authors.join(" and "));
    field("title", &escape(&reference.title));
    field("organization", &escape(reference.source.as_deref().unwrap_or_default()));
    field("date", &reference.published.map(|it| it.to_string()).unwrap_or_default());
    field("url", &address(reference.address.as_deref().unwrap_or_default()));
    field("urldate", &reference.accessed.map(|it| it.to_string()).unwrap_or_default());
    field("langid", language(reference.language.as_deref().unwrap_or_default()));
    field("keywords", &escape(&reference.tags.join(", ")));
    field("annotation", &escape(&reference.notes.join(" ")));
    text.push_str("}\n");
    text
}

fn author(name: &str) -> String {
    match Name::read(name) {
        Name::Literal(name) => format!("{{{}}}", escape(&name)),
        Name::Person { given, family, suffix: None } => {
            format!("{}, {}", escape(&family), escape(&given))
        }
        Name::Person { given, family, suffix: Some(suffix) } => {
            format!("{}, {}, {}", escape(&family), escape(&suffix), escape(&given))
        }
    }
}

/// Words that mean only themselves in LaTeX, on one line.
fn escape(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for c in words.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        match c {
            '\\' => text.push_str("\\textbackslash{}"),
            '~' => text.push_str("\\textasciitilde{}"),
            '^' => text.push_str("\\textasciicircum{}"),
            '{' | '}' | '&' | '%' | '$' | '#' | '_' => {
                text.push('\\');
                text.push(c);
            }
            c => text.push(c),
        }
    }
    text
}

/// An address: BibLaTeX reads the field as it stands, but its braces must balance.
fn address(address: &str) -> String {
    let mut text = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            '{' => text.push_str("%7B"),
            '}' => text.push_str("%7D"),
            '\\' => text.push_str("%5C"),
            c if c.is_whitespace() => text.push_str("%20"),
            c => text.push(c),
        }
    }
    text
}

/// The name that the packages babel and polyglossia have for a language.
fn language(tag: &str) -> &'static str {
    match tag.split(['-', '_']).next().unwrap_or_default() {
        "en" => "english",
        "de" => "german",
        "fr" => "french",
        "es" => "spanish",
        "it" => "italian",
        "pt" => "portuguese",
        "nl" => "dutch",
        "sv" => "swedish",
        "da" => "danish",
        "no" | "nb" => "norwegian",
        "fi" => "finnish",
        "pl" => "polish",
        "ru" => "russian",
        "uk" => "ukrainian",
        "ar" => "arabic",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::references;
    use super::*;

    /// A reader of BibTeX's grammar: entries of `name = {words}` with balanced braces.
    fn read(file: &str) -> Vec<(String, Vec<(String, String)>)> {
        let mut entries = Vec::new();
        for entry in file.split("@online{").skip(1) {
            let (key, mut rest) = entry.split_once(",\n").unwrap();
            let mut fields = Vec::new();
            while let Some((name, after)) = rest.split_once("= {") {
                let (mut depth, mut escaped) = (1, false);
                let end = after.char_indices().find(|&(_, c)| {
                    depth += match c {
                        '{' if !escaped => 1,
                        '}' if !escaped => -1,
                        _ => 0,
                    };
                    escaped = c == '\\' && !escaped;
                    depth == 0
                });
                let end = end.expect("braces balance").0;
                fields.push((name.trim().to_owned(), after.split_at(end).0.to_owned()));
                rest = after.split_at(end).1.trim_start_matches(['}', ',', '\n']);
            }
            assert!(rest.trim_matches(['}', '\n', ' ']).is_empty(), "left over: {rest}");
            entries.push((key.to_owned(), fields));
        }
        entries
    }

    #[test]
    fn a_reader_of_the_format_finds_every_field() {
        let entries = read(&biblatex(&references()));
        assert_eq!(entries.len(), 2);
        let field = |at: usize, name: &str| {
            entries[at].1.iter().find(|it| it.0 == name).map(|it| it.1.as_str())
        };
        assert_eq!(entries[0].0, "vanderholt2026gates-9b2e");
        assert_eq!(field(0, "author"), Some("van der Holt, Mia and Lind, Bo"));
        assert_eq!(field(0, "title"), Some("Gates \\& \\{locks\\}: 50\\% shut"));
        assert_eq!(field(0, "url"), Some("https://example.org/a_b?c=1&d=2"));
        assert_eq!(field(1, "author"), Some("{Harbor News Agency}"));
        assert_eq!(field(1, "date"), None);
    }
}
