//! Web archives (WARC 1.0 and 1.1, ISO 28500): every page among the answers of servers is an
//! article, every picture a part. Records packed one by one are unpacked before.

use super::archive::{ALL, ENTRY};
use super::{Contents, Error, Part, charset, date, html};
use crate::article::{Article, Origin, Stated};
use flate2::read::{MultiGzDecoder, ZlibDecoder};
use std::io::Read;

/// The most records that are looked at.
const RECORDS: usize = 10_000;

/// How much of a body packed with Brotli is read at a time, in bytes.
const BUFFER: usize = 16 * 1024;

/// Whether `bytes` are a web archive.
pub(super) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"WARC/1.") || bytes.starts_with(b"WARC/0.")
}

/// What the archive holds.
pub(super) fn read(bytes: &[u8]) -> Result<Contents, Error> {
    let mut contents = Contents::default();
    let (mut rest, mut budget) = (bytes, ALL);
    let mut refusal = Error::NoText;
    for number in 0..=RECORDS {
        let Some((record, after)) = record(rest) else { break };
        rest = after;
        if let Some(why) = refused(number, budget) {
            contents.left_out.push(format!("the rest of the archive: {why}"));
            break;
        }
        let Some(answer) = answer(&record, &mut budget) else { continue };
        let is_page = matches!(answer.kind.as_str(), "text/html" | "application/xhtml+xml");
        match answer.body {
            Ok(body) if is_page => contents.articles.extend(page(&record, body)),
            Ok(bytes) if answer.kind.starts_with("image/") => {
                let names = record.address.into_iter().collect();
                contents.parts.push(Part { names, media_type: answer.kind, bytes });
            }
            Err(why) if is_page => {
                let address = record.address.as_deref().unwrap_or("a page without an address");
                contents.left_out.push(format!("{address}: {why}"));
                refusal = Error::Packed(why);
            }
            _ => {}
        }
    }
    if contents.articles.is_empty() {
        return Err(refusal);
    }
    Ok(contents)
}

/// Why the record of this number and those behind it are not read, should they not be.
fn refused(number: usize, budget: usize) -> Option<String> {
    if budget == 0 {
        Some("what stands before it unpacks to as much as is read of an archive".to_owned())
    } else if number == RECORDS {
        Some(format!("only the first {RECORDS} records are read"))
    } else {
        None
    }
}

/// A record: its kind, where and when its content was got, and the content.
struct Record<'a> {
    kind: String,
    media_type: String,
    address: Option<String>,
    date: Option<String>,
    content: &'a [u8],
}

/// What a server answered: the body, or why it is not read.
struct Answer {
    kind: String,
    body: Result<Vec<u8>, &'static str>,
}

/// Names in lower case, and what stands behind them.
type Fields = Vec<(String, String)>;

/// The fields before the first empty line, and what stands behind it.
fn head(bytes: &[u8]) -> Option<(Fields, &[u8])> {
    let (at, length) = match memchr::memmem::find(bytes, b"\r\n\r\n") {
        Some(at) => (at, 4),
        None => (memchr::memmem::find(bytes, b"\n\n")?, 2),
    };
    let fields = String::from_utf8_lossy(bytes.get(..at)?);
    let fields = fields.lines().filter_map(|line| line.split_once(':'));
    let fields = fields.map(|(name, value)| (name.trim().to_lowercase(), value.trim().to_owned()));
    Some((fields.collect(), bytes.get(at + length..)?))
}

fn field<'a>(fields: &'a [(String, String)], name: &str) -> Option<&'a str> {
    fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

/// The first record of `bytes`, and what follows it; one that is cut short is the last.
fn record(bytes: &[u8]) -> Option<(Record<'_>, &[u8])> {
    let start = memchr::memmem::find(bytes, b"WARC/")?;
    let (fields, rest) = head(bytes.get(start..)?)?;
    let length = field(&fields, "content-length").and_then(|it| it.parse().ok()).unwrap_or(0_usize);
    let (content, after) = rest.split_at(length.min(rest.len()));
    let said = |name: &str| field(&fields, name).map(str::to_owned);
    let address = said("warc-target-uri").map(|it| it.trim_matches(['<', '>']).to_owned());
    let record = Record {
        kind: said("warc-type").unwrap_or_default(),
        media_type: media_type(field(&fields, "content-type").unwrap_or_default()),
        address,
        date: said("warc-date"),
        content,
    };
    Some((record, after))
}

fn media_type(stated: &str) -> String {
    stated.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// The content of a record, where it is something that was asked for and came; what is read of it
/// is taken off the `budget`, whether it is of use or not.
fn answer(record: &Record<'_>, budget: &mut usize) -> Option<Answer> {
    match record.kind.as_str() {
        "response" => http(record.content, budget),
        "resource" => {
            Some(Answer { kind: record.media_type.clone(), body: limited(record.content, budget) })
        }
        _ => None,
    }
}

/// The body of an answer in HTTP, unpacked (RFC 9110, section 8.4.1; RFC 7932).
fn http(content: &[u8], budget: &mut usize) -> Option<Answer> {
    let (first, _) = content.split_at(memchr::memchr(b'\n', content)?);
    let status = str::from_utf8(first).ok()?.split_whitespace().nth(1)?;
    let (fields, body) = head(content).filter(|_| status == "200")?;
    let says = |name: &str, word: &str| {
        field(&fields, name).is_some_and(|said| said.to_ascii_lowercase().contains(word))
    };
    let body = if says("transfer-encoding", "chunked") { joined(body) } else { body.to_vec() };
    let packed = body.as_slice();
    let body = if says("content-encoding", "gzip") {
        limited(MultiGzDecoder::new(packed), budget)
    } else if says("content-encoding", "deflate") {
        limited(ZlibDecoder::new(packed), budget)
    } else if says("content-encoding", "br") {
        limited(brotli_decompressor::Decompressor::new(packed, BUFFER), budget)
    } else if says("content-encoding", "zstd") {
        Err("it is packed with zstd, which is not read")
    } else {
        limited(packed, budget)
    };
    Some(Answer { kind: media_type(field(&fields, "content-type").unwrap_or_default()), body })
}

/// What is unpacked, should it keep within the limit of an entry and the budget of all.
fn limited(packed: impl Read, budget: &mut usize) -> Result<Vec<u8>, &'static str> {
    let most = ENTRY.min(*budget);
    let mut unpacked = Vec::new();
    // What is cut short is taken as far as it goes.
    _ = packed.take(u64::try_from(most + 1).unwrap_or(0)).read_to_end(&mut unpacked);
    *budget -= unpacked.len().min(*budget);
    match unpacked.len() {
        0 => Err("it is empty or damaged"),
        size if size > most => Err("it is too large"),
        _ => Ok(unpacked),
    }
}

/// A body that was sent in chunks, joined; one that is not in chunks after all, as some archives
/// keep it, as it is.
fn joined(body: &[u8]) -> Vec<u8> {
    let (mut whole, mut rest) = (Vec::new(), body);
    while let Some(at) = memchr::memchr(b'\n', rest) {
        let (size, after) = rest.split_at(at + 1);
        let size = String::from_utf8_lossy(size);
        let size = size.trim().split(';').next().unwrap_or_default();
        let Ok(size) = usize::from_str_radix(size, 16) else {
            return if whole.is_empty() { body.to_vec() } else { whole };
        };
        if size == 0 {
            break;
        }
        let (chunk, after) = after.split_at(size.min(after.len()));
        whole.extend_from_slice(chunk);
        rest = after.strip_prefix(b"\r\n").or(after.strip_prefix(b"\n")).unwrap_or(after);
    }
    whole
}

fn page(record: &Record<'_>, body: Vec<u8>) -> Option<Article> {
    let page = charset::decode(body).ok()?;
    let mut article = html::read(&page, record.address.as_deref())?;
    let meta = &mut article.meta;
    if let Some(address) = &record.address {
        meta.address.get_or_insert_with(|| Stated::new(address.clone(), Origin::Saver));
    }
    let day = record.date.as_deref().and_then(date::instant);
    meta.saved = meta.saved.take().or_else(|| day.map(|day| Stated::new(day, Origin::Saver)));
    Some(article)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::check::sound;
    use flate2::{Compression, write::GzEncoder};
    use proptest::prelude::*;
    use std::io::Write;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn record_of(kind: &str, address: &str, content: &[u8]) -> Vec<u8> {
        let head = format!(
            "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\n\
            WARC-Date: 2021-03-05T09:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n\
            Content-Length: {}\r\n\r\n",
            content.len()
        );
        [head.as_bytes(), content, b"\r\n\r\n"].concat()
    }

    fn http_of(kind: &str, more: &str, body: &[u8]) -> Vec<u8> {
        [format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n{more}\r\n").as_bytes(), body].concat()
    }

    const PAGE: &[u8] = b"<h1>Low tide</h1><p>It was low all day.</p>";

    fn archive() -> Vec<Vec<u8>> {
        let chunked = [b"8\r\n", &PAGE[..8], b"\r\n23\r\n", &PAGE[8..], b"\r\n0\r\n\r\n"].concat();
        vec![
            record_of("warcinfo", "", b"software: x"),
            record_of(
                "response",
                "https://quay.example/a",
                &http_of("text/html; charset=utf-8", "", PAGE),
            ),
            record_of(
                "response",
                "https://quay.example/b",
                &http_of("text/html", "Content-Encoding: gzip\r\n", &gzip(PAGE)),
            ),
            record_of(
                "response",
                "https://quay.example/c",
                &http_of("text/html", "Transfer-Encoding: chunked\r\n", &chunked),
            ),
            record_of(
                "response",
                "https://quay.example/a.png",
                &http_of("image/png", "", b"\x89PNG"),
            ),
            record_of("request", "https://quay.example/d", b"GET / HTTP/1.1\r\n\r\n"),
            record_of(
                "response",
                "https://quay.example/e",
                b"HTTP/1.1 404 No\r\nContent-Type: text/html\r\n\r\n<p>Gone.",
            ),
        ]
    }

    #[test]
    fn every_page_among_the_answers_is_an_article() {
        let contents = read(&archive().concat()).unwrap();
        let addresses: Vec<_> = contents
            .articles
            .iter()
            .map(|it| it.meta.address.as_ref().unwrap().value.as_str())
            .collect();
        assert_eq!(
            addresses,
            ["https://quay.example/a", "https://quay.example/b", "https://quay.example/c"]
        );
        for article in &contents.articles {
            sound(article);
            assert_eq!(article.text, "Low tide\n\nIt was low all day.");
            assert_eq!(article.meta.saved.as_ref().unwrap().value.date.to_string(), "2021-03-05");
        }
        assert_eq!(contents.parts[0].names, ["https://quay.example/a.png"]);
    }

    #[test]
    fn records_may_be_packed_one_by_one() {
        let packed: Vec<u8> = archive().iter().flat_map(|record| gzip(record)).collect();
        assert_eq!(crate::import::read(packed, Some("a.warc.gz")).unwrap().len(), 3);
    }

    #[test]
    fn a_body_that_swells_beyond_its_budget_is_left_out() {
        let bomb = gzip(&vec![b'a'; ENTRY + 1]);
        let content = http_of("text/html", "Content-Encoding: gzip\r\n", &bomb);
        let outcome = read(&record_of("response", "https://quay.example/a", &content));
        assert_eq!(outcome, Err(Error::Packed("it is too large")));
    }

    #[test]
    fn what_is_packed_with_brotli_is_unpacked_and_with_zstd_is_named() {
        // A heading and one paragraph three times, packed by the reference implementation.
        const BROTLI: &[u8] = b"\
            \x1b\x5e\x00\xf8\x2d\x8f\x77\x92\xd7\x8c\x48\x31\x71\xc3\xb0\x2d\x8b\x43\x06\x5f\
            \xf2\x30\xa1\x75\x18\x19\x1b\x9d\x7a\x81\xab\x18\x9f\x7c\x4b\x0b\xcb\x3b\xb2\xbc\
            \x06\x71\x29\x63\x9b\xd8\x0c\xe4\x54\xa6\x30\xcc\x4a\x69\xc3\xb7\x5c\xff\xd4\xfb\
            \x40\x67\x47";
        let of = |coding: &str, body: &[u8]| {
            let more = format!("Content-Encoding: {coding}\r\n");
            record_of("response", "https://quay.example/a", &http_of("text/html", &more, body))
        };
        let zstd = of("zstd", b"\x28\xb5\x2f\xfd");
        let contents = read(&[of("br", BROTLI), zstd.clone()].concat()).unwrap();
        let paragraphs = ["It was low all day."; 3].join("\n\n");
        assert_eq!(contents.articles[0].text, format!("Low tide\n\n{paragraphs}"));
        assert_eq!(
            contents.left_out,
            ["https://quay.example/a: it is packed with zstd, which is not read"]
        );
        let why = read(&zstd).unwrap_err().to_string();
        assert_eq!(why, "it is packed with zstd, which is not read");
    }

    #[test]
    fn what_follows_the_most_records_is_said_to_be_left_out() {
        let page = record_of("response", "https://quay.example/a", &http_of("text/html", "", PAGE));
        let info = record_of("warcinfo", "", b"software: x");
        let most = [page, info.repeat(RECORDS - 1)].concat();
        assert!(read(&most).unwrap().left_out.is_empty());
        let contents = read(&[most, info].concat()).unwrap();
        assert_eq!(contents.articles.len(), 1);
        let line = "the rest of the archive: only the first 10000 records are read";
        assert_eq!(contents.left_out, [line]);
        assert!(refused(1, 0).is_some_and(|why| why.contains("unpacks")));
    }

    #[test]
    fn bodies_that_swell_cost_no_more_than_the_budget() {
        let bomb = gzip(&vec![b'a'; ENTRY + 1]);
        let content = http_of("text/html", "Content-Encoding: gzip\r\n", &bomb);
        let mut budget = ALL;
        for _ in 0..=ALL / ENTRY {
            assert!(http(&content, &mut budget).unwrap().body.is_err());
        }
        assert_eq!(budget, 0);
    }

    proptest! {
        #[test]
        fn a_damaged_archive_is_read_or_refused(at: usize, noise in "[\r\n:0-9a-fW/]{0,9}") {
            let whole = archive().concat();
            let (head, tail) = whole.split_at(at % whole.len());
            if let Ok(contents) = read(&[head, noise.as_bytes(), tail].concat()) {
                contents.articles.iter().for_each(sound);
            }
        }
    }
}
