//! What stands before and behind a caption and is not part of it.

use super::lead;
use crate::article::CreditFlag;
use crate::text::Span;

/// What a label says of the paragraph it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Certainty {
    /// It is a caption.
    Sure,
    /// It is one if it has a credit.
    WithCredit,
    /// Nothing.
    None,
}

/// Labels, in lower case; those that end in a letter need a capital behind them.
const LABELS: &[&str] = &[
    "image caption:",
    "image caption,",
    "image caption",
    "photo caption:",
    "photo caption",
    "caption:",
    "caption",
    "file photo:",
    "file photo.",
    "file photo -",
    "file photo –",
    "file picture:",
    "file image:",
    "file -",
    "file –",
    "file —",
    "file:",
    "(file)",
    "camera icon",
    "above:",
    "below:",
    "pictured:",
    "pictured above:",
    "pictured below:",
    "video:",
    "watch:",
    "corrects source -",
    "archivbild:",
    "archivfoto:",
    "symbolbild:",
    "symbolfoto:",
    "beispielbild:",
    "themenbild:",
    "imagen de archivo.",
    "imagen de archivo:",
    "foto de archivo.",
    "foto de archivo:",
    "imagen ilustrativa:",
    "foto ilustrativa:",
    "photo d'archives:",
    "photo d'archives :",
    "image d'archives:",
    "image d'archives :",
    "photo d'illustration:",
    "photo d'illustration :",
    "image d'illustration:",
    "image d'illustration :",
    "légende:",
    "leyenda:",
];

/// What page and agency put behind a caption.
const FURNITURE: &[&str] = &[
    "hide caption toggle caption",
    "hide caption",
    "toggle caption",
    "enlarge this image",
    "less",
    "read more",
    "[+]",
    "...",
    "…",
    "this image has been supplied by a third party.",
    "this image has been supplied by a third party",
    "all rights reserved.",
    "all rights reserved",
    "alle rechte vorbehalten.",
    "alle rechte vorbehalten",
    "tous droits réservés.",
    "tous droits réservés",
    "todos los derechos reservados.",
    "todos los derechos reservados",
];

/// The label at the start of `whole`, and the rest.
pub(super) fn split(raw: &str, whole: Span) -> (Span, Span) {
    let mut rest = whole;
    for _ in 0..4 {
        let words = rest.of(raw);
        let Some(length) = label(words).or_else(|| count(words)).or_else(|| figure(words)) else {
            break;
        };
        rest = Span::new(rest.start + length, rest.end).trim(raw);
    }
    let label = Span::new(whole.start, rest.start).trim(raw);
    if rest.is_empty() && !label.is_empty() {
        return (Span::at(whole.start), whole);
    }
    (label, rest)
}

/// The credit and the rest where the source comes first: "Image source, X Image caption, Y".
pub(super) fn source_first(raw: &str, whole: Span) -> Option<(Span, Span)> {
    let words = whole.of(raw);
    let lead = lead::begun(words, "image source, ")?;
    let at = words.find("Image caption")?;
    let credit = Span::new(whole.start + lead, whole.start + at).trim(raw);
    (!credit.is_empty()).then_some((credit, Span::new(whole.start + at, whole.end)))
}

/// `body` without the furniture at its end.
pub(super) fn without_furniture(raw: &str, body: Span) -> Span {
    let mut rest = once(raw, without_notes(raw, body));
    while let Some(furniture) = FURNITURE.iter().find(|furniture| {
        let words = rest.of(raw);
        let start = words.len().checked_sub(furniture.len());
        let tail = start.and_then(|start| words.split_at_checked(start));
        // A word must stand apart; "toothless" has no furniture.
        tail.is_some_and(|(before, tail)| {
            lead::begun(tail, furniture) == Some(tail.len())
                && (before.ends_with(char::is_whitespace)
                    && !before.trim_end().ends_with(char::is_alphanumeric))
        })
    }) {
        rest = Span::new(rest.start, rest.end - furniture.len()).trim(raw);
    }
    rest
}

/// Notes that agencies put behind a credit for their clients, in capitals.
const NOTES: &[&str] =
    &[" ATTENTION EDITORS", " ATENCIÓN EDITORES", " THIS IMAGE ", " ORG XMIT", " NO RESALES"];

fn without_notes(raw: &str, body: Span) -> Span {
    let words = body.of(raw);
    let first = NOTES.iter().filter_map(|note| words.find(note)).min();
    first.map_or(body, |at| Span::new(body.start, body.start + at)).trim(raw)
}

/// `body` without what a gallery says twice: the caption again, cut ("... more") or whole.
fn once(raw: &str, body: Span) -> Span {
    let words = body.of(raw);
    let upto = |length: usize| Span::new(body.start, body.start + length).trim(raw);
    let Some(cut) = words.strip_suffix("more").map(str::trim_end).filter(|cut| is_cut(cut)) else {
        let half = words.len() / 2;
        let (one, other) = words.split_at_checked(half).unwrap_or_default();
        let twice = !one.is_empty() && other.strip_prefix(' ') == Some(one);
        return if twice && one.contains(' ') { upto(half) } else { body };
    };
    let again = cut.trim_end_matches(['.', '…', ' ']);
    let whole = words.match_indices(" less ").find_map(|(at, border)| {
        let again = again.get(at + border.len()..)?;
        words.get(..at)?.starts_with(again).then_some(at)
    });
    upto(whole.unwrap_or(cut.len()))
}

fn is_cut(words: &str) -> bool {
    words.ends_with("...") || words.ends_with('…')
}

/// What is left of a `caption` that was cut, if that is enough to know it by.
pub(in crate::import) fn cut(caption: &str) -> Option<&str> {
    let start = caption.trim_end_matches(['.', '…', ' ']);
    let enough = start.split_whitespace().take(4).count() == 4 && start.len() >= 20;
    (is_cut(caption) && enough).then_some(start)
}

/// What a `label` says of its paragraph.
pub(super) fn certainty(label: &str) -> Certainty {
    let lower = label.to_lowercase();
    if lower.contains("caption:") || lower.contains("photo:") || lower.starts_with("image caption")
    {
        Certainty::Sure
    } else if lower.is_empty() || lower.starts_with("above") || lower.starts_with("below") {
        Certainty::None
    } else {
        Certainty::WithCredit
    }
}

/// The flags that a `label` sets.
pub(super) fn flags(label: &str) -> impl Iterator<Item = CreditFlag> {
    let lower = label.to_lowercase();
    let file = lower
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| matches!(word, "file" | "archivo" | "archivbild" | "archivfoto" | "archives"));
    let symbol = lower.starts_with("symbol").then_some(CreditFlag::Illustrative);
    let moving = lower.starts_with("video:") || lower.starts_with("watch:");
    let video = moving.then_some(CreditFlag::Video);
    file.then_some(CreditFlag::File).into_iter().chain(symbol).chain(video)
}

/// The flags that words between caption and credit set, or behind both: "(Symbolbild)".
pub(super) fn flags_in_standing(words: &str) -> impl Iterator<Item = CreditFlag> {
    let lower = words.to_lowercase().replace('’', "'");
    let any = |known: &[&str]| known.iter().any(|known| lower.contains(known));
    let word = |known: &[&str]| {
        lower.split(|c: char| !c.is_alphanumeric()).any(|word| known.contains(&word))
    };
    let file = word(&["archivbild", "archivfoto", "archivaufnahme", "arkivfoto", "archieffoto"])
        || any(&["file photo", "file picture", "file image", "(file)", "(files)"])
        || any(&["archive photo"]) && !any(&["archive photos"])
        || any(&["de archivo", "de arquivo", "d'archiv", "(archiv", "archives "]);
    let like = any(ILLUSTRATIVE) || any(&["stock photo", "stock image", "foto referencial"]);
    let given = any(&["courtesy photo", "courtesy image", "photo courtesy)", "contributed photo"])
        || any(&["submitted photo", "cortesía –", "cortesía -", "foto de cortesía"]);
    let handout = any(&["handout photo", "(handout)"]);
    [
        file.then_some(CreditFlag::File),
        like.then_some(CreditFlag::Illustrative),
        given.then_some(CreditFlag::Courtesy),
        handout.then_some(CreditFlag::Handout),
        any(&["(illustration)"]).then_some(CreditFlag::Illustration),
        any(&["(composite)", "(montage)"]).then_some(CreditFlag::Montage),
    ]
    .into_iter()
    .flatten()
}

/// Words for a picture that shows something like what the story is about.
const ILLUSTRATIVE: &[&str] = &[
    "symbolbild",
    "symbolfoto",
    "beispielbild",
    "beispielfoto",
    "themenbild",
    "illustrative image",
    "illustrative photo",
    "representative image",
    "representational image",
    "image for representation",
    "photo d'illustration",
    "photo d’illustration",
    "image d'illustration",
    "imagen ilustrativa",
    "foto ilustrativa",
    "imagen referencial",
];

/// Words for a picture put together from others.
const MONTAGE: &[&str] = &[
    "(combo)",
    "combination of photos",
    "combination of photographs",
    "combination photo",
    "photo montage",
    "photomontage",
    "fotomontage",
    "(composite)",
    "montage:",
    "collage:",
];

/// The flags that a credit sets with words that are no part of its names: how the picture was
/// made, and the notes behind it.
pub(super) fn flags_in_credit(credit: &str) -> impl Iterator<Item = CreditFlag> {
    let lower = credit.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|words| lower.contains(words));
    let drawn = says(&["illustration", "zeichnung", "grafik"]) && !says(ILLUSTRATIVE);
    let given = ["third party", "un tercero"].iter().any(|words| lower.contains(words));
    let archive = says(&["file:", "archivbild:", "archivfoto:", "photo d'archives"]);
    let screen = says(&["screenshot:", "screengrab:"]);
    [
        drawn.then_some(CreditFlag::Illustration),
        given.then_some(CreditFlag::Handout),
        archive.then_some(CreditFlag::File),
        screen.then_some(CreditFlag::ScreenGrab),
        says(ILLUSTRATIVE).then_some(CreditFlag::Illustrative),
        says(MONTAGE).then_some(CreditFlag::Montage),
        says(&["supplied:"]).then_some(CreditFlag::Handout),
        says(&["courtesy photo"]).then_some(CreditFlag::Courtesy),
    ]
    .into_iter()
    .flatten()
}

/// The flags that the words of a caption set.
pub(super) fn flags_in_caption(caption: &str) -> impl Iterator<Item = CreditFlag> {
    let lower = caption.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|words| lower.contains(words));
    let screen = says(&["screen grab", "screengrab", "screenshot", "screen shot"]);
    let handout =
        says(&["handout photo", "handout image", "photo provided by", "photo released by"]);
    let file = says(&["in this file photo", "imagen de archivo", "file photo of"]);
    [
        screen.then_some(CreditFlag::ScreenGrab),
        handout.then_some(CreditFlag::Handout),
        file.then_some(CreditFlag::File),
        says(ILLUSTRATIVE).then_some(CreditFlag::Illustrative),
        says(MONTAGE).then_some(CreditFlag::Montage),
    ]
    .into_iter()
    .flatten()
}

fn label(words: &str) -> Option<usize> {
    let first = words.chars().next()?.to_lowercase().next()?;
    LABELS.iter().filter(|label| label.starts_with(first)).find_map(|label| {
        let length = lead::begun(words, label)?;
        let (start, rest) = words.split_at_checked(length)?;
        let open = label.ends_with(char::is_alphabetic);
        let capital = |c: char| !c.is_lowercase() && !c.is_whitespace() && !".,;".contains(c);
        let apart = !open || {
            let capitalized = start.starts_with(char::is_uppercase);
            let next = rest.trim_start();
            capitalized
                && next.starts_with(capital)
                && (rest.len() > next.len() || *label == "camera icon")
        };
        // "file -" is a label in capitals only: a file is also other things.
        let loud =
            !label.starts_with("file") || start.starts_with("FILE") || start.starts_with("File");
        (apart && loud).then_some(length)
    })
}

/// "1of4", "Image 3 of 12": which of the pictures it is.
fn count(words: &str) -> Option<usize> {
    const LEADS: &[&str] = &["Slide: ", "Image ", "Photo ", "Picture ", "Slide "];
    let behind = LEADS.iter().find_map(|lead| words.strip_prefix(lead)).unwrap_or(words);
    let (words, skipped) = (behind, words.len() - behind.len());
    let figures = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = figures(words);
    let rest = words.get(first..)?;
    let of = rest.trim_start_matches([' ', '/']);
    let of = of.strip_prefix("of")?.trim_start();
    let last = figures(of);
    let spaced = rest.len() - of.len();
    let after = of.get(last..)?;
    let ended = !after.trim_start().starts_with(char::is_lowercase);
    let dot = after.len() - after.trim_start_matches([' ', '.']).len();
    ((1..=3).contains(&first) && (1..=3).contains(&last) && ended)
        .then_some(skipped + first + spaced + last + dot)
}

/// "Fig. 3:", "Abb. 4:".
fn figure(words: &str) -> Option<usize> {
    let rest = ["Fig. ", "Figure ", "Abb. ", "Abbildung "]
        .iter()
        .find_map(|lead| words.strip_prefix(lead))?;
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    rest.strip_prefix(':').map(|rest| words.len() - rest.len())
}
