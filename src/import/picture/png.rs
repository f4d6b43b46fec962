//! The chunks of a PNG that hold words (PNG specification, third edition, section 11.3).

use super::carrier::Carried;
use flate2::read::ZlibDecoder;
use std::borrow::Cow;
use std::io::Read;

/// What is unpacked of a packed text at most, in bytes.
const TEXT: u64 = 1 << 20;

/// The most words that are taken.
const COUNT: usize = 40;

/// Takes in the chunks after the signature.
pub(super) fn chunks<'a>(mut rest: &'a [u8], carried: &mut Carried<'a>) {
    while let [a, b, c, d, e, f, g, h, body @ ..] = rest {
        let length = usize::try_from(u32::from_be_bytes([*a, *b, *c, *d])).unwrap_or(usize::MAX);
        let Some((chunk, after)) = body.split_at_checked(length) else { return };
        match &[*e, *f, *g, *h] {
            b"eXIf" => {
                carried.exif.get_or_insert(chunk);
            }
            b"iTXt" => {
                international(chunk, carried);
            }
            b"tEXt" => {
                latin(chunk, carried);
            }
            b"IEND" => return,
            _ => {}
        }
        // The checksum is not looked at: what is broken gives broken words at worst.
        rest = after.get(4..).unwrap_or_default();
    }
}

/// Takes in text with a keyword, a language and either packed or not.
fn international<'a>(chunk: &'a [u8], carried: &mut Carried<'a>) -> Option<()> {
    let (keyword, rest) = cut(chunk)?;
    let [packed, _, rest @ ..] = rest else { return None };
    let (_language, rest) = cut(rest)?;
    let (_translated, text) = cut(rest)?;
    let text = if *packed == 0 { Cow::Borrowed(text) } else { Cow::Owned(unpacked(text)) };
    if keyword == b"XML:com.adobe.xmp" {
        carried.xmp.get_or_insert(text);
    } else if carried.words.len() < COUNT {
        let keyword = std::str::from_utf8(keyword).ok()?;
        carried.words.push((keyword, String::from_utf8_lossy(&text).into_owned()));
    }
    Some(())
}

/// Takes in text in Latin-1 with a keyword.
fn latin<'a>(chunk: &'a [u8], carried: &mut Carried<'a>) -> Option<()> {
    let (keyword, text) = cut(chunk)?;
    let keyword = std::str::from_utf8(keyword).ok().filter(|_| carried.words.len() < COUNT)?;
    let text = std::str::from_utf8(text)
        .map_or_else(|_| text.iter().copied().map(char::from).collect(), str::to_owned);
    carried.words.push((keyword, text));
    Some(())
}

/// The bytes before the first zero, and those after it.
fn cut(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let at = memchr::memchr(0, bytes)?;
    Some((bytes.get(..at)?, bytes.get(at + 1..)?))
}

fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::new();
    // What cannot be unpacked gives what came before.
    _ = ZlibDecoder::new(bytes).take(TEXT).read_to_end(&mut text);
    text
}
