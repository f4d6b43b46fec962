//! Captions and credits in an XMP packet (XMP Specification, part 1): the few properties wanted
//! are looked for by the prefixes that the specification gives them, as elements and as
//! attributes. No XML is parsed beyond that: what is odd gives less.

use super::told::Told;

/// What is looked at of a packet at most, in bytes.
const PACKET: usize = 256 * 1024;

/// What the packet says of the picture.
pub(super) fn read(packet: &[u8]) -> Told {
    let packet = String::from_utf8_lossy(packet.get(..PACKET).unwrap_or(packet));
    let first = |name| values(&packet, name).into_iter().next().unwrap_or_default();
    Told {
        caption: first("dc:description"),
        creators: values(&packet, "dc:creator"),
        credit: first("photoshop:Credit"),
        source: first("photoshop:Source"),
        copyright: first("dc:rights"),
        date: first("photoshop:DateCreated"),
    }
}

/// The values of a property, those of the default language first.
fn values(packet: &str, name: &str) -> Vec<String> {
    element(packet, name).or_else(|| attribute(packet, name)).unwrap_or_default()
}

fn element(packet: &str, name: &str) -> Option<Vec<String>> {
    let mut rest = packet;
    let body = loop {
        let (_, after) = rest.split_once(&format!("<{name}"))?;
        rest = after;
        if after.starts_with(|c: char| c == '>' || c.is_ascii_whitespace()) {
            break after.split_once('>')?.1.split_once(&format!("</{name}>"))?.0;
        }
    };
    let mut items: Vec<(bool, String)> = Vec::new();
    let mut pieces = body.split("<rdf:li").skip(1).take(20).peekable();
    if pieces.peek().is_none() && !body.contains('<') {
        return Some(vec![plain(body)]);
    }
    for piece in pieces {
        let (head, words) = piece.split_once('>')?;
        let words = words.split_once("</rdf:li").map_or("", |(words, _)| words);
        items.push((!head.contains("x-default"), plain(words)));
    }
    items.sort_by_key(|(other, _)| *other);
    Some(items.into_iter().map(|(_, words)| words).collect())
}

fn attribute(packet: &str, name: &str) -> Option<Vec<String>> {
    let (_, after) = packet.split_once(&format!("{name}="))?;
    let quote = after.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let mut parts = after.splitn(3, quote);
    parts.next()?;
    let words = parts.next()?;
    parts.next().map(|_| vec![plain(words)])
}

/// Words with the references to characters in them resolved (XML 1.0, section 4.6).
fn plain(words: &str) -> String {
    let mut parts = words.split('&');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let resolved = part.split_once(';').and_then(|(name, rest)| Some((character(name)?, rest)));
        let (c, rest) = resolved.unwrap_or(('&', part));
        text.push(c);
        text.push_str(rest);
    }
    text
}

fn character(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    })
}
