//! Captions and credits in Photoshop's image resources (IPTC-NAA Information Interchange Model,
//! version 4, record 2; Adobe Photoshop File Formats, "Image resources").

use super::told::{Told, text};

/// The image resource that holds the records.
const RECORDS: u16 = 0x0404;

/// What the resources say of the picture.
pub(super) fn read(mut resources: &[u8]) -> Told {
    while let Some((number, body, rest)) = resource(resources) {
        if number == RECORDS {
            return records(body);
        }
        resources = rest;
    }
    Told::default()
}

/// The first resource: its number, its body, and what follows.
fn resource(bytes: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let [b'8', b'B', b'I', b'M', high, low, name, rest @ ..] = bytes else { return None };
    // The name with its length is padded to an even number of bytes; so is the body.
    let name = usize::from(*name);
    let rest = rest.get(name + usize::from(name.is_multiple_of(2))..)?;
    let [a, b, c, d, rest @ ..] = rest else { return None };
    let length = usize::try_from(u32::from_be_bytes([*a, *b, *c, *d])).ok()?;
    let body = rest.get(..length)?;
    let after = rest.get(length + length % 2..).unwrap_or_default();
    Some((u16::from_be_bytes([*high, *low]), body, after))
}

fn records(mut bytes: &[u8]) -> Told {
    let mut told = Told::default();
    let mut utf8 = false;
    while let [0x1c, record, dataset, high, low, rest @ ..] = bytes {
        // A length with its highest bit set is that of a longer length; no words are so long.
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        let Some((value, after)) = rest.split_at_checked(length) else { break };
        bytes = after;
        let words = || text(value, utf8);
        match (record, dataset) {
            (1, 90) => utf8 = value == b"\x1b%G",
            (2, 120) => told.caption = words(),
            (2, 80) => told.creators.extend(Some(words()).filter(|_| told.creators.len() < 10)),
            (2, 110) => told.credit = words(),
            (2, 115) => told.source = words(),
            (2, 116) => told.copyright = words(),
            (2, 55) => told.date = words(),
            _ => {}
        }
    }
    told
}
