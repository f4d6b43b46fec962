//! Zip archives (PKWARE APPNOTE 6.3, stored and deflated entries), read in memory: their list of
//! contents, and one entry at a time, the bytes counted while they are unpacked. Names are keys
//! and nothing else. Archives over 4 GiB, split and encrypted ones are left out on purpose.

use crate::import::Error;
use flate2::read::DeflateDecoder;
use std::collections::HashMap;
use std::io::Read;

/// The most entries of an archive.
const ENTRIES: usize = 10_000;

/// The most bytes of an entry, unpacked.
pub(in crate::import) const ENTRY: usize = 16 << 20;

/// The most bytes of all entries that are read, unpacked.
pub(in crate::import) const ALL: usize = 64 << 20;

/// An archive.
#[derive(Debug)]
pub(super) struct Archive<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry>,
    /// Where the first entry of a name stands among them.
    places: HashMap<String, usize>,
    /// How many bytes may still be unpacked.
    budget: usize,
}

/// What the list of contents says of an entry.
#[derive(Debug, Clone)]
struct Entry {
    name: String,
    method: u16,
    /// How many bytes it has in the archive.
    packed: usize,
    /// Where its own header begins.
    at: usize,
    encrypted: bool,
}

impl<'a> Archive<'a> {
    /// The archive that `bytes` are.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Error> {
        let end =
            end_of_contents(bytes).ok_or_else(|| broken("its list of contents is missing"))?;
        let count = usize::from(short(bytes, end + 10).unwrap_or(0));
        let mut at = long(bytes, end + 16).ok_or_else(|| broken("it is cut short"))?;
        if count > ENTRIES {
            return Err(broken("it has more than 10,000 entries"));
        }
        let mut entries = Vec::new();
        while entries.len() < ENTRIES && starts(bytes, at, b"PK\x01\x02") {
            let Some((entry, next)) = listed(bytes, at) else { break };
            entries.extend(Some(entry).filter(|entry| !entry.name.ends_with('/')));
            at = next;
        }
        let mut places = HashMap::new();
        for (place, entry) in entries.iter().enumerate() {
            places.entry(entry.name.clone()).or_insert(place);
        }
        Ok(Self { bytes, entries, places, budget: ALL })
    }

    /// The names of the entries, in the archive's order.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.as_str())
    }

    /// The bytes of an entry; `None` where there is none of that name. One that is too large, or
    /// damaged, is an error.
    pub(super) fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, Error> {
        let place = self.places.get(name).copied();
        let Some(entry) = place.and_then(|place| self.entries.get(place)) else {
            return Ok(None);
        };
        if entry.encrypted {
            return Err(broken("it is encrypted"));
        }
        let packed = self.packed(entry).ok_or_else(|| broken("it is cut short"))?;
        let most = ENTRY.min(self.budget);
        if most == 0 && entry.packed > 0 {
            return Err(Error::TooLarge);
        }
        let unpacked = match entry.method {
            0 if packed.len() <= most => {
                self.budget -= packed.len();
                packed.to_vec()
            }
            0 => return Err(Error::TooLarge),
            8 => {
                let mut unpacked = Vec::new();
                let limit = u64::try_from(most + 1).unwrap_or(u64::MAX);
                let outcome = DeflateDecoder::new(packed).take(limit).read_to_end(&mut unpacked);
                // What was unpacked in vain is paid for too: else many large entries cost much.
                self.budget -= unpacked.len().min(self.budget);
                outcome.map_err(|error| broken(&format!("{name:?}: {error}")))?;
                unpacked
            }
            _ => return Err(broken("an entry is packed in a way that is not known")),
        };
        if unpacked.len() > most {
            return Err(Error::TooLarge);
        }
        Ok(Some(unpacked))
    }

    /// The bytes of an entry as they lie in the archive, behind its own header.
    fn packed(&self, entry: &Entry) -> Option<&'a [u8]> {
        if !starts(self.bytes, entry.at, b"PK\x03\x04") {
            return None;
        }
        let name = usize::from(short(self.bytes, entry.at + 26)?);
        let extra = usize::from(short(self.bytes, entry.at + 28)?);
        let from = entry.at + 30 + name + extra;
        self.bytes.get(from..from.checked_add(entry.packed)?)
    }
}

fn broken(reason: &str) -> Error {
    Error::Malformed { format: "ZIP", reason: reason.to_owned() }
}

fn starts(bytes: &[u8], at: usize, mark: &[u8]) -> bool {
    bytes.get(at..).is_some_and(|bytes| bytes.starts_with(mark))
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(bytes.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(4)?)?;
    usize::try_from(u32::from_le_bytes(bytes.try_into().ok()?)).ok()
}

/// Where the record behind the list of contents begins: it is the last, before a comment.
fn end_of_contents(bytes: &[u8]) -> Option<usize> {
    let from = bytes.len().saturating_sub(22 + usize::from(u16::MAX));
    let tail = bytes.get(from..)?;
    memchr::memmem::rfind(tail, b"PK\x05\x06").map(|at| from + at)
}

/// The entry whose place in the list of contents is `at`, and where the next one is.
fn listed(bytes: &[u8], at: usize) -> Option<(Entry, usize)> {
    let length = |offset: usize| short(bytes, at + offset).map(usize::from);
    let (name, extra, comment) = (length(28)?, length(30)?, length(32)?);
    let entry = Entry {
        name: String::from_utf8_lossy(bytes.get(at + 46..at + 46 + name)?).replace('\\', "/"),
        method: short(bytes, at + 10)?,
        packed: long(bytes, at + 20)?,
        at: long(bytes, at + 42)?,
        encrypted: short(bytes, at + 8)? & 1 == 1,
    };
    Some((entry, at + 46 + name + extra + comment))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use flate2::{Compression, write::DeflateEncoder};
    use proptest::prelude::*;
    use std::io::Write;

    /// A zip archive of these entries, deflated.
    pub(in crate::import) fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
        let (mut zip, mut contents) = (Vec::new(), Vec::new());
        for (name, bytes) in entries {
            let at = u32::try_from(zip.len()).unwrap();
            let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
            encoder.write_all(bytes).unwrap();
            let packed = encoder.finish().unwrap();
            let size = |length: usize| u32::try_from(length).unwrap().to_le_bytes();
            let mut head = vec![20, 0, 0, 8, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0];
            head.extend(size(packed.len()));
            head.extend(size(bytes.len()));
            head.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
            head.extend([0, 0]);
            zip.extend(b"PK\x03\x04");
            zip.extend(&head);
            zip.extend(name.as_bytes());
            zip.extend(packed);
            contents.extend(b"PK\x01\x02\x14\0");
            contents.extend(&head);
            contents.extend([0; 10]);
            contents.extend(at.to_le_bytes());
            contents.extend(name.as_bytes());
        }
        let count = u16::try_from(entries.len()).unwrap().to_le_bytes();
        let at = u32::try_from(zip.len()).unwrap().to_le_bytes();
        let length = u32::try_from(contents.len()).unwrap().to_le_bytes();
        let end = [&b"PK\x05\x06\0\0\0\0"[..], &count, &count, &length, &at, &[0, 0]].concat();
        [zip, contents, end].concat()
    }

    #[test]
    fn entries_come_out_as_they_went_in() {
        let bytes = zip(&[("a/b.txt", b"words"), ("c", b"")]);
        let mut archive = Archive::open(&bytes).unwrap();
        assert_eq!(archive.names().collect::<Vec<_>>(), ["a/b.txt", "c"]);
        assert_eq!(archive.read("a/b.txt").unwrap().unwrap(), b"words");
        assert_eq!(archive.read("c").unwrap().unwrap(), b"");
        assert_eq!(archive.read("d").unwrap(), None);
    }

    #[test]
    fn an_entry_that_swells_beyond_its_budget_is_refused() {
        let large = vec![b'a'; ENTRY + 1];
        let bytes = zip(&[("a", &large)]);
        assert_eq!(Archive::open(&bytes).unwrap().read("a"), Err(Error::TooLarge));
    }

    #[test]
    fn all_entries_share_a_budget() {
        let large = vec![b'a'; ENTRY];
        let names: Vec<String> = (0..5).map(|nth| nth.to_string()).collect();
        let entries: Vec<_> = names.iter().map(|it| (it.as_str(), large.as_slice())).collect();
        let bytes = zip(&entries);
        let mut archive = Archive::open(&bytes).unwrap();
        let read: Vec<_> = names.iter().map(|name| archive.read(name).is_ok()).collect();
        assert_eq!(read, [true, true, true, true, false]);
    }

    #[test]
    fn the_same_bytes_read_again_count_again() {
        let large = vec![b'a'; ENTRY];
        let bytes = zip(&[("a", &large)]);
        let mut archive = Archive::open(&bytes).unwrap();
        let read = (0..5).map(|_| archive.read("a").is_ok()).filter(|read| *read).count();
        assert_eq!(read, ALL / ENTRY);
    }

    #[test]
    fn entries_that_are_too_large_cost_no_more_than_the_budget() {
        let large = vec![b'a'; ENTRY + 1];
        let bytes = zip(&[("a", &large), ("b", b"words")]);
        let mut archive = Archive::open(&bytes).unwrap();
        for _ in 0..=ALL / ENTRY {
            assert_eq!(archive.read("a"), Err(Error::TooLarge));
        }
        assert_eq!((archive.budget, archive.read("b")), (0, Err(Error::TooLarge)));
    }

    proptest! {
        #[test]
        fn damage_is_refused(at in 0..200_usize, byte: u8, cut in 0..200_usize) {
            let mut bytes = zip(&[("a.txt", b"some words to pack"), ("b.txt", b"more")]);
            let at = at % bytes.len();
            bytes[at] = byte;
            for bytes in [&bytes[..], &bytes[..bytes.len() - cut % bytes.len()]] {
                let Ok(mut archive) = Archive::open(bytes) else { continue };
                let names: Vec<_> = archive.names().map(str::to_owned).collect();
                for name in names {
                    _ = archive.read(&name);
                }
            }
        }
    }
}
