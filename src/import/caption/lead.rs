//! Credits behind a lead word: "Credit:", "Photo by", "©", "Foto:".

use super::Found;
use super::first::FirstBytes;
use super::standing;
use crate::import::{credit, date};
use crate::text::Span;

/// Leads, in lower case. A longer one stands before one that begins it.
const LEADS: &[&str] = &[
    "mandatory credit:",
    "image credits:",
    "image credit:",
    "image source:",
    "image source,",
    "photo credits:",
    "photo credit:",
    "picture credit:",
    "photography credit:",
    "credits:",
    "credit:",
    "photo credit ",
    "credit...",
    "credit…",
    "photo illustration by ",
    "photo-illustration by ",
    "photo illustration:",
    "photo-illustration:",
    "illustration by ",
    "illustrations by ",
    "illustration:",
    "photographs by ",
    "photograph by ",
    "photographed by ",
    "photos by ",
    "photo by ",
    "pictures by ",
    "picture by ",
    "image by ",
    "images by ",
    "photographer:",
    "photographs:",
    "photograph:",
    "photos:",
    "photo:",
    "pictures:",
    "picture:",
    "images:",
    "image:",
    "image via ",
    "images via ",
    "photo via ",
    "photos via ",
    "sources:",
    "source:",
    "file photo by ",
    "bildquellen:",
    "bildquelle:",
    "bildnachweis:",
    "quelle:",
    "fotocredit:",
    "fotos:",
    "foto:",
    "foto von ",
    "foto de archivo:",
    "foto de ",
    "fotografía de ",
    "fotografía:",
    "bilder:",
    "bild:",
    "zeichnung:",
    "grafik:",
    "crédits photo :",
    "crédit photo :",
    "crédits photo:",
    "crédit photo:",
    "crédits :",
    "crédit :",
    "crédit photo ",
    "crédits:",
    "crédit:",
    "crédito:",
    "fuente:",
    "photo :",
    "imagen:",
    "фото:",
    "beeld:",
    "foto's:",
    "kuva:",
    "fot. ",
    "fotograf:",
    "pics:",
    "pic:",
    "photos :",
    "image :",
    "illustration :",
    "photomontage:",
    "fotomontage:",
    "montage:",
    "collage:",
    "symbolbild:",
    "symbolfoto:",
    "beispielbild:",
    "themenbild:",
    "archivbild:",
    "archivfoto:",
    "photo d'illustration :",
    "photo d'illustration:",
    "photo d'archives :",
    "photo d'archives:",
    "imagen de archivo:",
    "archives :",
    "archives:",
    "screenshot:",
    "screengrab:",
    "supplied:",
    "graphic:",
    "©",
    "(c) ",
];

/// Leads that are part of what they say: the credit begins with them.
const SPOKEN: &[&str] = &[
    "photographs courtesy of ",
    "photograph courtesy of ",
    "photos courtesy of ",
    "photo courtesy of ",
    "images courtesy of ",
    "image courtesy of ",
    "picture courtesy of ",
    "photos courtesy ",
    "photo courtesy ",
    "images courtesy ",
    "image courtesy ",
    "courtesy of ",
    "courtesy: ",
    "submitted by ",
    "cortesía de ",
    "cortesía: ",
    "gracieuseté de ",
    "gracieuseté : ",
    "mit freundlicher genehmigung von ",
    "copyright ",
];

/// Leads without a mark of their own: a capital must follow, and nothing or the end of a sentence
/// go before.
const QUIET: &[&str] =
    &["creditcredit", "credit", "fotos", "foto", "photos", "photo d'archives", "photo", "archives"];

/// The longest credit.
const LONGEST: usize = 180;

/// What is in the end of every paragraph that holds a credit.
const SIGNS: &[&str] = &[
    "hoto",
    "HOTO",
    "redit",
    "etty",
    "EUTERS",
    "euters",
    "AFP",
    "AP",
    "mage",
    "oto:",
    "Bild",
    "©",
    "ool",
    "ourtesy",
    "llustration",
    "(c)",
    "EFE",
    "EPA",
    "dpa",
    "ortesía",
    "rchives",
];

/// The bytes that [`SIGNS`] begin with.
const SIGN_BYTES: FirstBytes = FirstBytes::none().of(SIGNS);

/// The bytes that leads begin with.
const LEAD_BYTES: FirstBytes = FirstBytes::none().of(LEADS).of(SPOKEN).of(QUIET).of(&["courtesy "]);

/// Whether the end of a paragraph could hold the credit of a picture: a cheap look before a close
/// one.
pub(super) fn may_credit(tail: &str) -> bool {
    SIGN_BYTES.find_any(tail, SIGNS)
}

/// Whether `words` begin with a lead.
pub(super) fn leads(words: &str) -> bool {
    length(LEADS, words).is_some() || length(SPOKEN, words).is_some()
}

/// `words` without the leads that are no part of a credit.
pub(super) fn without(words: &str) -> &str {
    let mut rest = words.trim();
    while let Some(length) = length(LEADS, rest).or_else(|| named(rest))
        && let Some(after) = rest.get(length..)
        && !after.trim().is_empty()
    {
        rest = after.trim_start();
    }
    rest
}

/// How many bytes a lead without a mark takes before a chain of names.
fn named(words: &str) -> Option<usize> {
    let length = QUIET.iter().filter_map(|lead| begun(words, lead)).max()?;
    let behind = words.get(length..)?;
    let apart = behind.starts_with([' ', ':']);
    (apart && credit::is_list(behind)).then_some(length)
}

/// Whether `words` in brackets begin with a lead without a mark.
pub(super) fn leads_quietly(words: &str) -> bool {
    named(words).is_some()
}

/// Whether `words` in brackets say whose photographer made the picture: "Herald photo by X".
pub(super) fn is_photo_by(words: &str) -> bool {
    let named = words.split_once(" photo by ").or_else(|| words.split_once(" photos by "));
    named.is_some_and(|(body, name)| {
        let short = (1..=3).contains(&body.split_whitespace().count());
        short && body.starts_with(char::is_uppercase) && credit::is_list(name)
    })
}

/// The part of `line` that [`without`] leaves.
pub(super) fn inner(raw: &str, line: Span) -> Span {
    let line = line.trim(raw);
    Span::new(line.end - without(line.of(raw)).len(), line.end)
}

/// The last credit in `rest` that a lead begins. A lead with nothing behind it counts where
/// credits were `found` before: it led those.
pub(super) fn find(raw: &str, rest: Span, found: bool) -> Option<Found> {
    let words = rest.of(raw);
    let earliest = words.len().saturating_sub(LONGEST);
    let likely = |at: &usize| words.as_bytes().get(*at).is_some_and(|&b| LEAD_BYTES.contains(b));
    (earliest..words.len()).rev().filter(likely).find_map(|at| {
        let (before, tail) = words.split_at_checked(at)?;
        if !is_border(before, tail) {
            return None;
        }
        let courtesy = begun(tail, "courtesy ").filter(|_| is_end(before));
        let spoken = length(SPOKEN, tail).or(courtesy);
        let loud = spoken.or_else(|| length(LEADS, tail));
        let length = loud.or_else(|| quiet(before, tail))?;
        // "Foto de archivo. EFE/X": its kind, and no name.
        if standing::begins(tail) && !is_marked(tail.get(..length)?) {
            return None;
        }
        let weak = loud.is_none() && begun(tail, "credit").is_none() || is_weak(tail);
        let start = widened(words, at, at + length);
        let named = before_photo_by(words, start).filter(|_| spoken.is_none());
        let (spoken, start) = (spoken.or(named), rest.start + named.unwrap_or(start));
        let behind = Span::new(rest.start + at + length, rest.end).trim(raw);
        let line = if spoken.is_some() { Span::new(start, rest.end) } else { behind };
        let notice = behind.of(raw).starts_with(|c: char| c.is_ascii_digit())
            && begun(tail, "copyright ").is_some();
        let fits = notice || behind.is_empty() && found || is_credit(behind.of(raw), weak);
        fits.then(|| Found { whole: Span::new(start, rest.end), line: inner(raw, line) })
    })
}

/// Whether a lead ends with a mark.
fn is_marked(lead: &str) -> bool {
    lead.trim_end().ends_with(':')
}

/// How many bytes of `words` the first of `leads` takes that they begin with.
fn length(leads: &[&str], words: &str) -> Option<usize> {
    let first = words.chars().next()?.to_lowercase().next()?;
    leads.iter().filter(|lead| lead.starts_with(first)).find_map(|lead| begun(words, lead))
}

/// How many bytes of `words` the `lead` takes, whatever their case.
pub(super) fn begun(words: &str, lead: &str) -> Option<usize> {
    let mut length = 0;
    let mut chars = words.chars();
    for wanted in lead.chars() {
        let c = chars.next()?;
        let same = c.to_ascii_lowercase() == wanted
            || wanted == '\'' && c == '’'
            || !c.is_ascii() && c.to_lowercase().eq([wanted])
            || wanted == ' ' && c.is_whitespace();
        if !same {
            return None;
        }
        length += c.len_utf8();
    }
    Some(length)
}

fn quiet(before: &str, tail: &str) -> Option<usize> {
    let length = length(QUIET, tail)?;
    let behind = tail.get(length..)?;
    let capital = behind.trim_start().starts_with(char::is_uppercase);
    (capital && tail.starts_with(char::is_uppercase) && is_end(before)).then_some(length)
}

fn is_end(before: &str) -> bool {
    before.trim_end().is_empty()
        || before.trim_end().ends_with(['.', '!', '?', '…', '"', '”', '’', '—', '–', '|', ':'])
}

/// Whether a lead can begin between the two: apart from a word before it, or glued to it by a
/// capital.
fn is_border(before: &str, tail: &str) -> bool {
    let Some(last) = before.chars().last() else { return true };
    let glued = last.is_lowercase() || last.is_ascii_digit();
    !last.is_alphanumeric()
        || tail.starts_with('©')
        || glued && tail.starts_with(char::is_uppercase)
}

/// Where the longest lead begins that ends at `end`, as the one at `at` does.
fn widened(words: &str, at: usize, end: usize) -> usize {
    let earliest = words.floor_char_boundary(at.saturating_sub(16));
    let near = Span::new(earliest, at).of(words).char_indices();
    let longer = near.map(|(start, _)| earliest + start).find(|start| {
        let (before, tail) = words.split_at_checked(*start).unwrap_or_default();
        let ends = |length: usize| start + length == end;
        is_border(before, tail)
            && (length(LEADS, tail).is_some_and(ends) || length(SPOKEN, tail).is_some_and(ends))
    });
    longer.unwrap_or(at)
}

/// Where the paper or the "Staff" begins that stands before "photo by" at `at`.
fn before_photo_by(words: &str, at: usize) -> Option<usize> {
    let (before, tail) = words.split_at_checked(at)?;
    begun(tail, "photo by ").or_else(|| begun(tail, "photos by "))?;
    let whole = before.trim_end();
    let name = whole.rsplit(['.', '!', '?', '(', '[', '”', '"', '|']).next()?.trim_start();
    let count = name.split_whitespace().count();
    let fits = (1..=3).contains(&count) && name.len() < whole.len() || count == 1;
    let capitals = name.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    (fits && capitals && before.len() > whole.len()).then_some(whole.len() - name.len())
}

/// Leads that say as much of data and books as of pictures.
fn is_weak(tail: &str) -> bool {
    const WEAK: &[&str] = &[
        "source",
        "quelle",
        "fuente",
        "image:",
        "images:",
        "picture:",
        "courtesy ",
        "copyright ",
        "bild:",
        "imagen:",
        "foto ",
    ];
    length(WEAK, tail).is_some() && begun(tail, "courtesy of ").is_none()
}

/// Whether `line` reads like a credit: names, not prose and no date; behind a `weak` lead, names
/// that are known or few.
fn is_credit(line: &str, weak: bool) -> bool {
    const PLAIN: &[&str] =
        &["photo", "file", "auf", "dem", "with", "from", "under", "unter", "para"];
    let plain = |word: &&str| {
        word.starts_with(char::is_lowercase) && word.chars().count() > 3 && !PLAIN.contains(word)
    };
    let prose = line.split_whitespace().filter(plain).count();
    let letters = line.chars().any(char::is_alphabetic);
    let named = credit::is_list(line);
    let short = line.split_whitespace().count() <= 4;
    let few = line.split_whitespace().count() <= 5 && line.starts_with(char::is_uppercase);
    let dated = date::instant(line).is_some();
    let likely = prose <= 1 || short && !weak || named && prose <= 4;
    letters && !dated && likely && (!weak || named || few && prose == 0)
}
