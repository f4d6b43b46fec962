//! The parts of a credit line, and what joins them.

use super::names;
use crate::article::CreditFlag;

/// What stands before a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Separator {
    /// Nothing, or a mark: "/", "|", ",", ";", a dash.
    Mark,
    /// "via".
    Via,
    /// "for".
    For,
}

/// A part of a credit line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part<'a> {
    /// What stands before it.
    pub(super) before: Separator,
    /// Its words as printed, without those that only say what kind of picture it is.
    pub(super) name: &'a str,
    /// Its words as printed, without those that lead it.
    words: &'a str,
    /// Its words as printed.
    printed: &'a str,
}

/// Words that join two parts, in lower case.
const JOINTS: &[(&str, Separator)] = &[
    (" via ", Separator::Via),
    (" vía ", Separator::Via),
    (" über ", Separator::Via),
    (" for ", Separator::For),
    (" para ", Separator::For),
    (" für ", Separator::For),
    (" on ", Separator::Mark),
    (" photo by ", Separator::Mark),
    (" photos by ", Separator::Mark),
    (" from ", Separator::Mark),
    (" bei ", Separator::Mark),
    (" auf dem ", Separator::Mark),
    (" auf ", Separator::Mark),
];

/// Words at the end of a part that only say what it is.
const KINDS: &[&str] = &[
    " pool photo",
    " file photo",
    " file image",
    " handout photo",
    " photos",
    " photo",
    " foto",
    " pic",
    " pictures file",
    " files",
    " file",
    " handout",
    " staff photographer",
    " staff photojournalist",
    " staff",
    " archive photo",
    " (file)",
    " (composite)",
    " (ausschnitt)",
];

/// Words that begin a part and say how the picture was made, in lower case.
pub(super) const LEADS: &[&str] = &[
    "photo by ",
    "photograph by ",
    "illustration by ",
    "photo montage by ",
    "photo:",
    "file:",
    "by ",
    "for ",
    "foto:",
    "pic:",
    "symbolbild:",
    "symbolfoto:",
    "archivbild:",
    "archivfoto:",
    "archives :",
    "archives:",
    "supplied:",
    "and ",
    "und ",
    "sources:",
    "lizenz:",
    "lizenz ",
];

/// How licenses begin, in lower case.
const LICENSES: &[&str] = &[
    "cc by",
    "cc-by",
    "cc0",
    "cc ",
    "public domain",
    "creative commons",
    "gemeinfrei",
    "domaine public",
    "dominio público",
    "dominio publico",
    "domínio público",
];

/// The parts of a credit `line`.
pub(super) fn split(line: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    for (before, piece) in joined(line) {
        for (at, words) in piece.split(is_mark).flat_map(dashed).enumerate() {
            let words = words.trim().trim_matches(['(', ')', '[', ']', '.', '\u{200b}', ' ']);
            if words.is_empty() {
                continue;
            }
            let before = if at == 0 { before } else { Separator::Mark };
            let printed = words;
            let (before, words) = led(before, words);
            for words in both(words) {
                parts.push(Part { before, name: bare(words), words, printed });
            }
        }
    }
    parts
}

/// A notice that names no one but the owner of the rights ("Copyright 2019 ...").
pub(super) fn notice(line: &str) -> Option<&str> {
    let behind = line.strip_prefix("Copyright").or_else(|| line.strip_prefix("copyright"))?;
    let year = behind.trim_start_matches([' ', '©']).starts_with(|c: char| c.is_ascii_digit());
    year.then_some(line)
}

/// Who gave the picture, by "Courtesy of X" and its kin.
pub(super) fn courtesy(line: &str) -> Option<&str> {
    let lower = line.to_ascii_lowercase().replace('Í', "í");
    let leads = [
        "courtesy of ",
        "courtesy: ",
        "courtesy ",
        "submitted by ",
        "cortesía de ",
        "cortesía: ",
        "cortesía ",
        "gracieuseté de ",
        "gracieuseté : ",
        "gracieuseté/",
        "gracieuseté ",
        "mit freundlicher genehmigung von ",
    ];
    leads.iter().find_map(|lead| {
        let at = lower.find(lead)?;
        let before = lower.get(..at)?.trim();
        let plain = matches!(before, "" | "photo" | "photograph" | "image" | "photos" | "images");
        line.get(at + lead.len()..).map(str::trim).filter(|giver| {
            plain
                && giver.starts_with(char::is_alphanumeric)
                && !matches!(*giver, "photo" | "image")
        })
    })
}

impl Part<'_> {
    /// What the part says of the picture's standing.
    pub(super) fn flags(&self) -> impl Iterator<Item = CreditFlag> {
        let lower = self.printed.to_lowercase();
        let says = |known: &[&str]| {
            lower.split(|c: char| !c.is_alphanumeric()).any(|word| known.contains(&word))
        };
        // "Red Bull Content Pool" is a name, "Kremlin Pool Photo" and "Pool" are not.
        let pool =
            says(&["pool"]) && (self.name.is_empty() || self.is_flag() || lower.contains("pool p"));
        [
            (pool, CreditFlag::Pool),
            (says(&["file", "files", "archivo", "archiv"]), CreditFlag::File),
            (says(&["handout"]), CreditFlag::Handout),
            (says(&["illustration", "zeichnung"]), CreditFlag::Illustration),
            (says(&["screengrab", "screenshot"]), CreditFlag::ScreenGrab),
        ]
        .into_iter()
        .filter_map(|(says, flag)| says.then_some(flag))
    }

    /// Whether it only says what kind of picture it is.
    pub(super) fn is_flag(&self) -> bool {
        let lower = self.words.to_lowercase();
        let kind = matches!(
            lower.as_str(),
            "pool"
                | "pool photo"
                | "file"
                | "files"
                | "file photo"
                | "handout"
                | "photo"
                | "handout photo"
                | "illustration"
                | "composite"
                | "screengrab"
                | "archive"
                | "file pic"
                | "photos"
                | "pic"
                | "archiv"
                | "archivo"
                | "archives"
                | "archivbild"
                | "archivfoto"
                | "symbolbild"
                | "symbolfoto"
                | "screenshot"
                | "courtesy photo"
                | "courtesy image"
                | "contributed photo"
                | "submitted photo"
                | "photo courtesy"
        );
        kind || lower.ends_with(" pool photo") || self.name.is_empty()
    }

    /// Whether it is a licence.
    pub(super) fn is_license(&self) -> bool {
        let lower = self.words.to_lowercase();
        let lower = lower.trim_start_matches("lizenz").trim_start_matches([':', ' ']);
        LICENSES.iter().any(|license| lower.starts_with(license))
    }

    /// Whether it is nothing but figures.
    pub(super) fn is_figures(&self) -> bool {
        self.words.chars().any(char::is_numeric) && !self.words.chars().any(char::is_alphabetic)
    }

    /// Whether it stands for a name that is not told, or is none.
    pub(super) fn is_nobody(&self) -> bool {
        let lower = self.words.to_lowercase();
        let figures = !self.words.chars().any(char::is_alphabetic);
        let known = matches!(
            lower.as_str(),
            "str"
                | "courtesy"
                | "cortesía"
                | "gracieuseté"
                | "stringer"
                | "uncredited"
                | "contributor"
                | "staff"
                | "staff photo"
                | "staff photographer"
                | "staff photojournalist"
                | "staff writer"
                | "freelance photographer"
                | "contributing photographer"
                | "alle rechte vorbehalten"
                | "ausschnitt"
                | "cropped"
                | "tous droits réservés"
                | "todos los derechos reservados"
                | "freelance"
                | "supplied"
                | "dr"
                | "all rights reserved"
        );
        known || figures || self.words.contains('@')
    }
}

/// The pieces of `line` between words that join.
fn joined(line: &str) -> Vec<(Separator, &str)> {
    let mut pieces = Vec::new();
    let mut before = Separator::Mark;
    let mut rest = line;
    while let Some((at, length, separator)) = first_joint(rest) {
        pieces.push((before, rest.get(..at).unwrap_or("")));
        rest = rest.get(at + length..).unwrap_or("");
        before = separator;
    }
    pieces.push((before, rest));
    pieces
}

fn first_joint(words: &str) -> Option<(usize, usize, Separator)> {
    words.match_indices(' ').find_map(|(at, _)| {
        let behind = words.get(at..)?;
        let joints = JOINTS.iter().filter(|(joint, _)| behind.starts_with(joint));
        let (joint, separator) = joints.max_by_key(|(joint, _)| joint.len())?;
        // "Bo Lind from Pexels", but "Bo Lind from Oslo".
        let loose = matches!(*joint, " from " | " bei ");
        let rest = behind.get(joint.len()..).unwrap_or("").split([',', '/', '(']).next()?;
        if loose && !names::is_known(rest) {
            return None;
        }
        Some((at, joint.len(), *separator))
    })
}

fn is_mark(c: char) -> bool {
    matches!(c, '/' | '|' | ',' | ';' | '—' | '(' | ')' | '•' | '·')
}

fn dashed(piece: &str) -> impl Iterator<Item = &str> {
    piece.split(" - ").flat_map(|piece| piece.split(" – "))
}

/// `words` behind the word that begins them, if that says how they belong to the rest.
fn led(before: Separator, words: &str) -> (Separator, &str) {
    let mut words = words;
    if let Some(rest) = words.strip_prefix("via ").or_else(|| words.strip_prefix("vía ")) {
        return (Separator::Via, rest.trim());
    }
    while let Some(rest) = LEADS.iter().find_map(|lead| {
        let (start, rest) = words.split_at_checked(lead.len())?;
        (start.eq_ignore_ascii_case(lead) && !rest.trim().is_empty()).then(|| rest.trim())
    }) {
        words = rest;
    }
    (before, words)
}

/// Two names that "and" joins, if both are ones.
fn both(words: &str) -> Vec<&str> {
    for joint in [" and ", " und ", " y ", " et "] {
        if let Some((one, other)) = words.split_once(joint)
            && (names::is_known(one) || names::is_person(one))
            && (names::is_known(other) || names::is_person(other))
        {
            return vec![one.trim(), other.trim()];
        }
    }
    // "ABC News: Ada Berg"; "Ada Berg-USA TODAY Sports".
    if let Some((body, name)) = words.split_once(": ")
        && names::is_person(name)
        && (names::is_known(body) || names::is_body(body))
    {
        return vec![body.trim(), name.trim()];
    }
    for (at, _) in words.match_indices('-') {
        if let (Some(name), Some(body)) = (words.get(..at), words.get(at + 1..))
            && names::is_person(name)
            && names::is_known(body)
        {
            return vec![name, body];
        }
    }
    vec![words]
}

/// `words` without the year that a notice begins with: "2021 Ada Berg".
fn undated(words: &str) -> &str {
    let Some((year, rest)) = words.split_once(' ') else { return words };
    let dated = year.len() == 4 && year.starts_with(['1', '2']);
    let dated = dated && year.bytes().all(|byte| byte.is_ascii_digit());
    if dated && names::is_person(rest.trim()) { rest.trim() } else { words }
}

/// `words` without those at their end that only say what kind of picture it is, or whence.
fn bare(words: &str) -> &str {
    let mut name = undated(words);
    while !names::is_known(name)
        && let Some(rest) = KINDS.iter().find_map(|kind| {
            let at = name.len().checked_sub(kind.len())?;
            let (rest, end) = name.split_at_checked(at)?;
            end.eq_ignore_ascii_case(kind).then(|| rest.trim())
        })
    {
        name = rest;
    }
    // An address behind a name.
    let mut words = name.split_whitespace();
    match words.next_back() {
        Some(last) if last.contains('@') => {
            name.get(..name.len() - last.len()).unwrap_or("").trim()
        }
        _ => licensed(name),
    }
}

/// `name` without the licence that stands behind it.
fn licensed(name: &str) -> &str {
    let at = [" CC BY", " CC-BY", " CC0"].iter().filter_map(|license| name.find(license)).min();
    at.and_then(|at| name.get(..at)).unwrap_or(name).trim()
}
