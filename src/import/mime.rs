//! MIME documents (RFC 2045, RFC 2557): MHTML as browsers save it, and mails with a text. The
//! page is an article; the pictures come with it under the addresses that it calls them by.

use super::archive::{ALL, ENTRY};
use super::{Contents, Error, Part, charset, html, names, plain};
use crate::article::{Article, Instant, Meta, Origin, Stated};
use encoding_rs::Encoding as Charset;
use jiff::civil::{Date, Time};
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, HeaderValue, Message, MessageParser, MessagePart, MimeHeaders};

/// How much of a file is looked at.
const HEAD: usize = 16 * 1024;

/// The most parts of a document.
const PARTS: usize = 10_000;

/// Whether `bytes` begin with the fields of a MIME document.
pub(super) fn is_message(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    if !head.first().is_some_and(u8::is_ascii_alphabetic) {
        return false;
    }
    let mut found = (false, false);
    for line in head.split(|byte| *byte == b'\n').take_while(|line| !line.trim_ascii().is_empty()) {
        let starts = |name: &[u8]| {
            line.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
        };
        found.0 |= starts(b"mime-version:");
        found.1 |= starts(b"content-type:");
    }
    found == (true, true)
}

/// What the document holds: its page or text, and its pictures.
pub(super) fn read(bytes: &[u8]) -> Result<Contents, Error> {
    let broken = || Error::Malformed { format: "MIME", reason: "it has no parts".to_owned() };
    let message = MessageParser::default().parse(bytes).ok_or_else(broken)?;
    let address = location(&message);
    let parts = message.parts.iter().take(PARTS);
    let page = parts.clone().find(|part| kind(part).is_some_and(|kind| kind == "text/html"));
    let text = parts.clone().find(|part| kind(part).is_none_or(|kind| kind == "text/plain"));
    let words = |part: &MessagePart<'_>| decoded(bytes, part).and_then(|it| text_of(it, part));
    let article = match page.and_then(words) {
        Some(page) => html::read(&page, address.as_deref()),
        None => text.and_then(words).filter(|text| !text.trim().is_empty()).map(plain::read),
    };
    let mut article = article.ok_or(Error::NoText)?;
    complete(&mut article, &message, address);
    let mut budget = ALL;
    let mut pictures = Vec::new();
    for part in parts {
        let Some(picture) = picture(bytes, part).filter(|it| it.bytes.len() <= budget) else {
            continue;
        };
        budget -= picture.bytes.len();
        pictures.push(picture);
    }
    Ok(Contents { articles: vec![article], parts: pictures, ..Contents::default() })
}

/// The media type that a part states.
fn kind(part: &MessagePart<'_>) -> Option<String> {
    let stated = part.content_type()?;
    let inner = stated.subtype().unwrap_or("*");
    Some(format!("{}/{inner}", stated.ctype()).to_ascii_lowercase())
}

/// The bytes of a part without the encoding of their transfer.
fn decoded(bytes: &[u8], part: &MessagePart<'_>) -> Option<Vec<u8>> {
    let at = |offset: u32| usize::try_from(offset).ok();
    let raw = bytes.get(at(part.offset_body)?..at(part.offset_end)?)?;
    let decoded = match part.encoding {
        Encoding::None => raw.to_vec(),
        Encoding::QuotedPrintable => quoted_printable_decode(raw)?,
        Encoding::Base64 => base64_decode(raw)?,
    };
    (decoded.len() <= ENTRY).then_some(decoded)
}

/// The text of a part: UTF-8 where it is that, else in the charset that the part states.
fn text_of(bytes: Vec<u8>, part: &MessagePart<'_>) -> Option<String> {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Some(text),
        Err(error) => error.into_bytes(),
    };
    let stated = part.content_type().and_then(|kind| kind.attribute("charset"));
    match stated.and_then(|label| Charset::for_label(label.as_bytes())) {
        Some(stated) => Some(stated.decode_with_bom_removal(&bytes).0.into_owned()),
        None => charset::decode(bytes).ok(),
    }
}

/// Where the page was saved from.
fn location(message: &Message<'_>) -> Option<String> {
    let page = message.parts.iter().find(|part| kind(part).is_some_and(|it| it == "text/html"));
    let stated = message.header_raw("Snapshot-Content-Location").map(|it| it.trim().to_owned());
    let page = || page?.content_location().map(str::to_owned);
    stated.or_else(page).filter(|address| address.starts_with("http"))
}

/// Fills in what the fields of the document say and its page does not.
fn complete(article: &mut Article, message: &Message<'_>, address: Option<String>) {
    let Meta { title, authors, source, published, saved, address: known, .. } = &mut article.meta;
    let stated = |value: String| Stated::new(value, Origin::Saver);
    let is_page = address.is_some();
    if let Some(address) = address {
        known.get_or_insert_with(|| stated(address));
    }
    if let Some(subject) = message.subject().map(str::trim).filter(|it| !it.is_empty()) {
        title.get_or_insert_with(|| stated(subject.to_owned()));
    }
    let day = message.date().and_then(instant).map(|day| Stated::new(day, Origin::Saver));
    if is_page {
        *saved = saved.take().or(day);
        return;
    }
    *published = published.take().or(day);
    let from = message.from().and_then(|from| from.first());
    let name = from.and_then(|from| from.name.as_deref().or(from.address.as_deref()));
    if let Some(name) = name.filter(|_| authors.is_empty()) {
        let named = names::authors(name).into_iter();
        authors.extend(named.map(|author| Stated::read(author, Origin::Record, name)));
    }
    let host = from.and_then(|from| from.address.as_deref()?.rsplit_once('@'));
    if let Some((_, host)) = host {
        source.get_or_insert_with(|| stated(host.to_owned()));
    }
}

fn instant(day: &mail_parser::DateTime) -> Option<Instant> {
    let small = |value: u8| i8::try_from(value).ok();
    let date = Date::new(i16::try_from(day.year).ok()?, small(day.month)?, small(day.day)?).ok()?;
    let time = Time::new(small(day.hour)?, small(day.minute)?, small(day.second)?, 0).ok();
    let minutes = i16::from(day.tz_hour) * 60 + i16::from(day.tz_minute);
    let offset = Some(if day.tz_before_gmt { -minutes } else { minutes });
    Some(Instant { date, time, offset })
}

/// The picture that a part is.
fn picture(bytes: &[u8], part: &MessagePart<'_>) -> Option<Part> {
    let media_type = kind(part).filter(|kind| kind.starts_with("image/"))?;
    let location = part.content_location().map(str::to_owned);
    let id = part.headers.iter().find(|header| header.name().eq_ignore_ascii_case("content-id"));
    let id = id.and_then(|header| match &header.value {
        HeaderValue::Text(id) => Some(format!("cid:{}", id.trim_matches(['<', '>', ' ']))),
        _ => None,
    });
    let names: Vec<String> = location.into_iter().chain(id).collect();
    let bytes = decoded(bytes, part).filter(|_| !names.is_empty())?;
    Some(Part { names, media_type, bytes })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::check::sound;
    use proptest::prelude::*;

    const PAGE: &str = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://quay.example/tide\r\n\
Subject: Low tide\r\nDate: Fri, 5 Mar 2021 09:00:00 +0100\r\nMIME-Version: 1.0\r\n\
Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--bound\"\r\n\r\n\r\n\
----bound\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\
Content-Location: https://quay.example/tide\r\n\r\n\
<h1>Low tide</h1><p>It was low all day, and the k=C3=A4=\r\nse was gone.</p><img src=3D\"a.png\"=\r\n alt=3D\"Boats in the bay at dawn\">\r\n\
----bound\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <p1@mhtml>\r\n\
Content-Location: https://quay.example/a.png\r\n\r\niVBORw==\r\n----bound--\r\n";

    const MAIL: &str = "From: Ada Berg <ada@quay.example>\r\nSubject: =?utf-8?q?Low_t=C3=AFde?=\r\n\
Date: Fri, 5 Mar 2021 09:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\
Content-Transfer-Encoding: quoted-printable\r\n\r\nThe k=E4se was gone.\r\n\r\nThen it rose.\r\n";

    #[test]
    fn a_saved_page_comes_with_its_address_and_pictures() {
        assert!(is_message(PAGE.as_bytes()));
        let contents = read(PAGE.as_bytes()).unwrap();
        let article = &contents.articles[0];
        sound(article);
        assert!(article.text.contains("and the käse was gone."), "{}", article.text);
        assert_eq!(article.meta.address.as_ref().unwrap().value, "https://quay.example/tide");
        assert_eq!(article.meta.saved.as_ref().unwrap().value.date.to_string(), "2021-03-05");
        assert_eq!(contents.parts[0].names, ["https://quay.example/a.png", "cid:p1@mhtml"]);
        assert_eq!(contents.parts[0].bytes, b"\x89PNG");
        assert_eq!(article.images[0].address.as_ref(), contents.parts[0].names.first());
    }

    #[test]
    fn a_mail_is_an_article_of_its_sender() {
        let article = read(MAIL.as_bytes()).unwrap().articles.remove(0);
        sound(&article);
        assert!(article.text.starts_with("The käse was gone."), "{}", article.text);
        assert_eq!(article.meta.title.unwrap().value, "Low tïde");
        assert_eq!(article.meta.authors[0].value, "Ada Berg");
        let published = article.meta.published.unwrap().value;
        assert_eq!((published.date.to_string(), published.offset), ("2021-03-05".into(), Some(60)));
    }

    #[test]
    fn prose_is_no_message() {
        assert!(!is_message(b"Content-Type: he wrote, and MIME-Version: too.\n\nWords."));
    }

    proptest! {
        #[test]
        fn a_damaged_message_is_read_or_refused(at: usize, noise in "[-=\r\n:;a-z]{0,9}", which: bool) {
            let whole = if which { PAGE } else { MAIL };
            let (head, tail) = whole.split_at(at % whole.len());
            if let Ok(contents) = read(format!("{head}{noise}{tail}").as_bytes()) {
                contents.articles.iter().for_each(sound);
            }
        }
    }
}
