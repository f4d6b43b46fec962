//! What a picture file says of itself: its caption, who made it, for whom, when.

use super::{carrier, exif, iptc, xmp};
use jiff::civil::Date;

/// The most bytes of a value that are taken.
const LONGEST: usize = 4_000;

/// Descriptions that cameras and programs write on their own.
const BY_MACHINE: [&str; 12] = [
    "olympus digital camera",
    "minolta digital camera",
    "konica minolta digital camera",
    "sony dsc",
    "dcim",
    "exif_jpeg_picture",
    "digital camera",
    "samsung camera pictures",
    "default",
    "untitled",
    "created with gimp",
    "screenshot",
];

/// What a picture file says of itself. Each is empty where it is silent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Told {
    /// What is to be seen.
    pub(super) caption: String,
    /// Who made it.
    pub(super) creators: Vec<String>,
    /// The credit line.
    pub(super) credit: String,
    /// Whose it was first.
    pub(super) source: String,
    /// The copyright notice.
    pub(super) copyright: String,
    /// When it was made, as written.
    pub(super) date: String,
}

/// What a picture says of itself: of each, what XMP says, else IPTC, else Exif (the order of
/// Metadata Working Group's Guidelines turned round for words, since cameras fill Exif on their
/// own and editors the others), else a PNG's own words.
pub(super) fn told(bytes: &[u8]) -> Told {
    let carried = carrier::carried(bytes);
    let parts = [
        carried.xmp.as_deref().map(xmp::read),
        Some(iptc::read(&carried.resources)),
        carried.exif.map(exif::read),
        Some(words(&carried.words)),
    ];
    let mut told = Told::default();
    for part in parts.into_iter().flatten().map(Told::tidy) {
        told.add(part);
    }
    told
}

fn words(words: &[(&str, String)]) -> Told {
    let of = |wanted: &str| {
        let found = words.iter().find(|(keyword, _)| keyword.eq_ignore_ascii_case(wanted));
        found.map(|(_, text)| text.clone()).unwrap_or_default()
    };
    Told {
        caption: of("Description"),
        creators: vec![of("Author")],
        copyright: of("Copyright"),
        ..Told::default()
    }
}

impl Told {
    fn add(&mut self, other: Self) {
        let fill = |mine: &mut String, other: String| {
            if mine.is_empty() {
                *mine = other;
            }
        };
        fill(&mut self.caption, other.caption);
        fill(&mut self.credit, other.credit);
        fill(&mut self.source, other.source);
        fill(&mut self.copyright, other.copyright);
        fill(&mut self.date, other.date);
        if self.creators.is_empty() {
            self.creators = other.creators;
        }
    }

    /// The same on one line each, without what machines write.
    fn tidy(self) -> Self {
        let caption = tidy(&self.caption);
        let lower = caption.to_lowercase();
        let by_machine =
            BY_MACHINE.contains(&lower.as_str()) || !caption.contains(char::is_alphabetic);
        let mut creators: Vec<String> = Vec::new();
        for name in self.creators.iter().map(|name| tidy(name)) {
            if !name.is_empty() && !creators.contains(&name) && creators.len() < 10 {
                creators.push(name);
            }
        }
        Self {
            caption: if by_machine { String::new() } else { caption },
            creators,
            credit: tidy(&self.credit),
            source: tidy(&self.source),
            copyright: tidy(&self.copyright),
            date: tidy(&self.date),
        }
    }

    /// The day the picture was made: `20240314`, `2024-03-14T…`, `2024:03:14 …`.
    pub(super) fn day(&self) -> Option<Date> {
        let digits: String =
            self.date.chars().take(10).filter(char::is_ascii_digit).take(8).collect();
        let number = |part: std::ops::Range<usize>| digits.get(part)?.parse::<i16>().ok();
        let small = |part| number(part).and_then(|number| i8::try_from(number).ok());
        Date::new(number(0..4)?, small(4..6)?, small(6..8)?).ok()
    }
}

/// `words` on one line, without control characters, cut to [`LONGEST`].
fn tidy(words: &str) -> String {
    let words = words.get(..words.floor_char_boundary(LONGEST)).unwrap_or_default();
    let plain = words.replace(|c: char| c.is_control() || c == '\u{fffd}', " ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of a value: UTF-8 where it is said to be or is, else Windows-1252.
pub(super) fn text(bytes: &[u8], utf8: bool) -> String {
    let bytes = bytes.get(..LONGEST).unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(error) if utf8 || error.error_len().is_none() => {
            String::from_utf8_lossy(bytes).into_owned()
        }
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}
