//! Captions and credits in a TIFF structure (Exif 2.32; TIFF 6.0, section 2): four words of text,
//! in the two directories that have them.

use super::told::{Told, text};

const DESCRIPTION: u16 = 0x010e;
const ARTIST: u16 = 0x013b;
const COPYRIGHT: u16 = 0x8298;
const TAKEN: u16 = 0x9003;
/// Where the directory of Exif's own tags stands.
const MORE: u16 = 0x8769;

/// The most entries of a directory that are looked at.
const ENTRIES: usize = 256;

/// What the structure says of the picture.
pub(super) fn read(bytes: &[u8]) -> Told {
    let Some(tiff) = Tiff::of(bytes) else { return Told::default() };
    let mut told = Told::default();
    let mut more = None;
    for entry in tiff.number(4).map(|at| tiff.entries(at)).unwrap_or_default() {
        let words = || tiff.words(&entry).unwrap_or_default();
        match entry.tag {
            DESCRIPTION => told.caption = words(),
            ARTIST => told.creators = words().split(';').map(str::to_owned).collect(),
            COPYRIGHT => told.copyright = words(),
            MORE => more = tiff.number(entry.at),
            _ => {}
        }
    }
    for entry in more.map(|at| tiff.entries(at)).unwrap_or_default() {
        if entry.tag == TAKEN {
            told.date = tiff.words(&entry).unwrap_or_default();
        }
    }
    told
}

struct Tiff<'a> {
    bytes: &'a [u8],
    little: bool,
}

struct Entry {
    tag: u16,
    kind: u16,
    count: usize,
    /// Where its value, or the place of its value, stands.
    at: usize,
}

impl<'a> Tiff<'a> {
    fn of(bytes: &'a [u8]) -> Option<Self> {
        match bytes {
            [b'I', b'I', 42, 0, ..] => Some(Self { bytes, little: true }),
            [b'M', b'M', 0, 42, ..] => Some(Self { bytes, little: false }),
            _ => None,
        }
    }

    fn short(&self, at: usize) -> Option<u16> {
        let bytes = self.bytes.get(at..)?.first_chunk()?;
        Some(if self.little { u16::from_le_bytes(*bytes) } else { u16::from_be_bytes(*bytes) })
    }

    fn number(&self, at: usize) -> Option<usize> {
        let bytes = self.bytes.get(at..)?.first_chunk()?;
        let long =
            if self.little { u32::from_le_bytes(*bytes) } else { u32::from_be_bytes(*bytes) };
        usize::try_from(long).ok()
    }

    fn entries(&self, directory: usize) -> Vec<Entry> {
        let count = self.short(directory).map_or(0, usize::from).min(ENTRIES);
        let entry = |nth: usize| {
            let at = directory.checked_add(2 + nth * 12)?;
            let (tag, kind, count) = (self.short(at)?, self.short(at + 2)?, self.number(at + 4)?);
            Some(Entry { tag, kind, count, at: at + 8 })
        };
        (0..count).map_while(entry).collect()
    }

    /// The words of an entry: type 2 is ASCII by the letter, UTF-8 in use; 129 is UTF-8.
    fn words(&self, entry: &Entry) -> Option<String> {
        if !matches!(entry.kind, 2 | 129) {
            return None;
        }
        let at = if entry.count <= 4 { entry.at } else { self.number(entry.at)? };
        let words = self.bytes.get(at..at.checked_add(entry.count)?)?;
        // A copyright of two parties has a zero between them.
        let words: Vec<u8> =
            words.iter().map(|byte| if *byte == 0 { b' ' } else { *byte }).collect();
        Some(text(&words, false))
    }
}
