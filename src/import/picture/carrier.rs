//! The places of a picture file in which metadata stand: segments of a JPEG (ITU-T T.81, annex B),
//! chunks of a WebP (RIFF); for those of a PNG see [`super::png`].

use super::png;
use std::borrow::Cow;

/// What a picture file says of itself, each part as it stands.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Carried<'a> {
    /// A TIFF structure (Exif).
    pub(super) exif: Option<&'a [u8]>,
    /// Photoshop's image resources, one after the other.
    pub(super) resources: Vec<u8>,
    /// An XMP packet.
    pub(super) xmp: Option<Cow<'a, [u8]>>,
    /// Words by their keyword (PNG: "Author", "Description", "Copyright").
    pub(super) words: Vec<(&'a str, String)>,
}

/// What is read of image resources at most.
const RESOURCES: usize = 1 << 20;

/// The parts of a picture that may hold metadata.
pub(super) fn carried(bytes: &[u8]) -> Carried<'_> {
    let mut carried = Carried::default();
    match bytes {
        [0xff, 0xd8, rest @ ..] => jpeg(rest, &mut carried),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', rest @ ..] => {
            webp(rest, &mut carried);
        }
        [0x89, b'P', b'N', b'G', _, _, _, _, rest @ ..] => png::chunks(rest, &mut carried),
        _ => {}
    }
    carried
}

fn jpeg<'a>(mut rest: &'a [u8], carried: &mut Carried<'a>) {
    while let [0xff, marker, after @ ..] = rest {
        rest = match marker {
            // Fill bytes, and markers that stand alone.
            0xff => rest.get(1..).unwrap_or_default(),
            0x01 | 0xd0..=0xd8 => after,
            // The picture itself, or its end.
            0xd9 | 0xda => return,
            _ => {
                let [high, low, body @ ..] = after else { return };
                let length = usize::from(u16::from_be_bytes([*high, *low])).saturating_sub(2);
                let Some((segment, after)) = body.split_at_checked(length) else { return };
                application(*marker, segment, carried);
                after
            }
        };
    }
}

fn application<'a>(marker: u8, segment: &'a [u8], carried: &mut Carried<'a>) {
    match marker {
        0xe1 => {
            if let Some(exif) = segment.strip_prefix(b"Exif\0\0") {
                carried.exif.get_or_insert(exif);
            } else if let Some(xmp) = segment.strip_prefix(b"http://ns.adobe.com/xap/1.0/\0") {
                carried.xmp.get_or_insert(Cow::Borrowed(xmp));
            }
        }
        0xed => {
            if let Some(part) = segment.strip_prefix(b"Photoshop 3.0\0")
                && carried.resources.len() + part.len() <= RESOURCES
            {
                carried.resources.extend_from_slice(part);
            }
        }
        _ => {}
    }
}

fn webp<'a>(mut rest: &'a [u8], carried: &mut Carried<'a>) {
    while let [a, b, c, d, e, f, g, h, body @ ..] = rest {
        let length = usize::try_from(u32::from_le_bytes([*e, *f, *g, *h])).unwrap_or(usize::MAX);
        let Some(chunk) = body.get(..length) else { return };
        match &[*a, *b, *c, *d] {
            b"EXIF" => {
                let exif = chunk.strip_prefix(b"Exif\0\0").unwrap_or(chunk);
                carried.exif.get_or_insert(exif);
            }
            b"XMP " => {
                carried.xmp.get_or_insert(Cow::Borrowed(chunk));
            }
            _ => {}
        }
        // Chunks of odd length are followed by a byte that says nothing.
        rest = body.get(length + length % 2..).unwrap_or_default();
    }
}
