//! Whether a name is that of an agency, a stock of pictures, a person or another body.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Agencies and other sources of pictures, in lower case.
static AGENCIES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("agencies.txt").lines().collect());

/// The words that agencies, stocks and what leads them can begin with, in lower case.
static FIRST_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let names = AGENCIES.iter().chain(STOCKS).chain(super::part::LEADS).chain(&["the"]);
    names.filter_map(|name| pieces(name).next()).collect()
});

/// Words in the names of bodies, in lower case.
static BODY_WORDS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("bodies.txt").lines().collect());

/// Stocks of pictures, whose photographers go by the names of accounts.
const STOCKS: &[&str] = &[
    "adobe stock",
    "adobestock",
    "alamy",
    "depositphotos",
    "dreamstime",
    "flickr",
    "fotolia",
    "freepik",
    "getty",
    "getty images",
    "gettyimages",
    "istock",
    "istockphoto",
    "pexels",
    "pixabay",
    "shutterstock",
    "shutterstock.com",
    "stock.adobe.com",
    "unsplash",
    "wikimedia commons",
    "wikimedia",
    "wikipedia",
];

/// Words in the names of papers and programmes, in lower case.
const PAPERS: &[&str] = &[
    "news",
    "times",
    "herald",
    "tribune",
    "post",
    "star",
    "press",
    "daily",
    "gazette",
    "journal",
    "chronicle",
    "courier",
    "zeitung",
    "diario",
    "telegraph",
    "observer",
    "dispatch",
    "examiner",
    "register",
    "record",
    "network",
    "media",
    "images",
    "pictures",
    "photos",
    "photography",
    "agency",
    "agencia",
    "agentur",
    "magazine",
    "presse",
    "prensa",
    "sun",
    "sentinel",
    "globe",
    "inquirer",
    "enquirer",
    "republic",
    "mercury",
    "bee",
    "independent",
    "mirror",
    "guardian",
];

/// Whether `name` is that of a paper or an agency, by one of its words.
pub(super) fn is_paper(name: &str) -> bool {
    let paper = |piece: &str| PAPERS.contains(&piece.to_lowercase().as_str());
    is_name(name) && pieces(name).any(paper)
}

/// Whether `name` is that of a body, by one of its words.
pub(super) fn is_body(name: &str) -> bool {
    is_name(name) && name.split_whitespace().any(is_body_word)
}

/// Whether `name` is a few capitals, as those of broadcasters are.
pub(super) fn is_initials(name: &str) -> bool {
    (2..=5).contains(&name.len()) && name.chars().all(char::is_uppercase)
}

/// Particles of names.
const PARTICLES: &[&str] = &[
    "de", "del", "della", "di", "da", "dos", "du", "van", "von", "der", "den", "la", "le", "el",
    "al", "bin", "ibn", "ter", "ten", "zu", "y", "e", "und", "and", "+", "&",
];

/// Whether `name` is that of an agency known for its pictures.
pub(super) fn is_known(name: &str) -> bool {
    listed(name, |name| AGENCIES.contains(name))
}

/// Whether `words` can begin with the name of an agency or a stock: a cheap look before a close
/// one.
pub(crate) fn may_begin_with_agency(words: &str) -> bool {
    let first = pieces(words).next().filter(|word| word.len() <= 20);
    first.is_some_and(|word| FIRST_WORDS.contains(word.to_lowercase().as_str()))
}

/// The runs of letters and figures in `words`.
fn pieces(words: &str) -> impl Iterator<Item = &str> {
    words.split(|c: char| !c.is_alphanumeric()).filter(|piece| !piece.is_empty())
}

/// Whether `name` is that of a stock of pictures.
pub(crate) fn is_stock(name: &str) -> bool {
    listed(name, |name| STOCKS.contains(&name))
}

/// Whether `name` reads like one of a person: two to five words that begin with capitals, no
/// agency and no word of a body's name among them.
pub(crate) fn is_person(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let capitals = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    (2..=5).contains(&words.len())
        && capitals >= 2
        && !is_known(name)
        && words.iter().all(|word| is_name_word(word) && !is_body_word(word))
}

/// Whether `name` is that of a stock whose photographers go by the names of their accounts; the
/// largest one prints their own.
pub(super) fn has_accounts(name: &str) -> bool {
    is_stock(name) && !name.to_lowercase().starts_with("getty")
}

/// Whether `name` could be that of an account: one word where the credit names a stock of
/// `accounts`, and small letters anywhere.
pub(super) fn is_user(name: &str, accounts: bool) -> bool {
    let words = name.split_whitespace().count();
    let small = name.chars().all(|c| c.is_lowercase() || c.is_numeric() || " -_".contains(c));
    let shout = name.len() <= 4 && name.chars().all(char::is_uppercase);
    let body = name.split_whitespace().any(is_body_word) || name.contains('.');
    let plain = !is_known(name) && !body && !shout && name.chars().any(char::is_alphabetic);
    plain && (accounts && words == 1 || small && words <= 2)
}

/// Whether `name` could be one at all: few words, most of them with capitals.
pub(super) fn is_name(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let figures = |word: &&str| !word.chars().any(char::is_alphabetic) && word.len() > 1;
    let capital = |word: &&&str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let capitals = words.iter().filter(capital).count();
    let joined = words.iter().all(|word| {
        capital(&word)
            || PARTICLES.contains(word)
            || matches!(*word, "of" | "the" | "for")
            || words.len() <= 2
    });
    (1..=7).contains(&words.len())
        && !words.iter().any(figures)
        && joined
        && capitals * 2 + 1 >= words.len()
}

fn listed(name: &str, is_listed: impl Fn(&str) -> bool) -> bool {
    let lower = name.trim().to_lowercase();
    is_listed(lower.strip_prefix("the ").unwrap_or(&lower))
}

fn is_name_word(word: &str) -> bool {
    let owner = word.ends_with("'s") || word.ends_with("’s");
    let letters = !owner && word.chars().all(|c| c.is_alphabetic() || ".'’-_‐".contains(c));
    let begun = word.starts_with(char::is_uppercase);
    letters && begun && word.chars().any(char::is_alphabetic) || PARTICLES.contains(&word)
}

fn is_body_word(word: &str) -> bool {
    let mut pieces = word.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    pieces.any(|piece| BODY_WORDS.contains(piece.as_str()))
}
