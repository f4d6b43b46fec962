//! Bytes to articles, one file per format. Nothing of the document is deleted: what is not part
//! of the article is kept as folded or hidden blocks.
//!
//! Reading is a pure function of the bytes and the file's name. Opening files is left to
//! `worker`.

pub mod annotations;
mod archive;
mod builder;
mod caption;
mod charset;
#[cfg(test)]
mod check;
mod credit;
mod date;
mod derive;
mod feed;
mod fold;
mod gzip;
mod html;
mod images;
mod json;
mod lists;
mod markdown;
mod mime;
mod names;
mod newsml;
mod picture;
mod plain;
mod record;
mod saved;
mod sniff;
mod table;
#[cfg(test)]
mod tests;
mod warc;
mod xml;

use crate::article::Article;
pub use caption::{CaptionDate, ParsedCaption, parse as parse_caption};
pub use picture::{NotKept, PICTURE, keep_pictures};
use sniff::Format;
use std::str;
use thiserror::Error;

/// The most bytes a file may have, packed and unpacked.
pub const LIMIT: usize = 64 * 1024 * 1024;

/// A plain text longer than this has a preview.
const LONG: usize = 512 * 1024;

/// A preview is this long.
const PREVIEW: usize = 256 * 1024;

/// Why bytes could not be read as an article. The message is one line without the file's name.
#[derive(Debug, Error, Clone, PartialEq, Eq)]
pub enum Error {
    /// There is nothing to read.
    #[error("it is empty")]
    Empty,
    /// There are more bytes than [`LIMIT`].
    #[error("it is larger than 64 MiB")]
    TooLarge,
    /// The bytes are of a kind that holds no text.
    #[error("it is {0}, not a text; convert it to HTML or plain text first")]
    NotText(&'static str),
    /// The bytes are text of a kind that is not read.
    #[error("it is {0}, not an article")]
    NotArticle(&'static str),
    /// The bytes are a list of what can be read elsewhere.
    #[error("it is {0}, which holds no text to read; save its pages themselves and add those")]
    List(&'static str),
    /// The bytes claim a format and break its rules.
    #[error("it is broken {format}: {reason}")]
    Malformed {
        /// The format, such as "JSON".
        format: &'static str,
        /// What is wrong, and where.
        reason: String,
    },
    /// The document lies in an archive in a form that is not read, or that is beyond the limits.
    #[error("{0}")]
    Packed(&'static str),
    /// The document was understood, but no text is in it.
    #[error("no text was found in it")]
    NoText,
}

/// What a file holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contents {
    /// The articles, in the file's order.
    pub articles: Vec<Article>,
    /// What the file holds beside them: the pictures of an archive, a book or a MIME document.
    pub parts: Vec<Part>,
    /// What the file holds and could not be read, a line each: its name, and why.
    pub left_out: Vec<String>,
}

/// Something that a file holds beside its articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it is called: its path in an archive, or its address and `cid:` address in a MIME
    /// document. An image whose [`crate::article::Image::address`] is one of these is this one.
    pub names: Vec<String>,
    /// The media type, as stated or told by the ending of its name ("image/png").
    pub media_type: String,
    /// The bytes, unpacked.
    pub bytes: Vec<u8>,
}

/// The articles in `bytes`: those of [`contents`].
pub fn read(bytes: Vec<u8>, name: Option<&str>) -> Result<Vec<Article>, Error> {
    contents(bytes, name).map(|contents| contents.articles)
}

/// What `bytes` hold: one article, or as many as an array, a line-by-line file or an export has,
/// and what a container holds beside them.
///
/// `name` is the name of the file, if any: it breaks ties between formats that look alike
/// (Markdown and plain text) and gives a title where nothing else does.
pub fn contents(bytes: Vec<u8>, name: Option<&str>) -> Result<Contents, Error> {
    if bytes.len() > LIMIT {
        return Err(Error::TooLarge);
    }
    let packed = sniff::is_gzip(&bytes);
    let bytes = if packed { gzip::unpack(&bytes)? } else { bytes };
    let name = name.map(|name| if packed { unpacked_name(name) } else { name });
    let is_container =
        sniff::is_zip(&bytes) || warc::is_archive(&bytes) || mime::is_message(&bytes);
    let mut contents = if sniff::is_zip(&bytes) {
        sniff::refuse_binary(&bytes, name)?;
        archive::read(&bytes)?
    } else {
        one_file(bytes, name)?
    };
    for article in &mut contents.articles {
        derive::complete(article, name);
    }
    picture::take_parts(&mut contents);
    if is_container {
        // What a page in a container names is in it, never beside it on the disk.
        let images = contents.articles.iter_mut().flat_map(|article| &mut article.images);
        images.for_each(|image| image.beside = None);
    }
    Ok(contents)
}

/// What a file holds that is no archive of files; an entry of an archive is one.
fn one_file(bytes: Vec<u8>, name: Option<&str>) -> Result<Contents, Error> {
    if bytes.is_empty() {
        return Err(Error::Empty);
    }
    if warc::is_archive(&bytes) {
        return warc::read(&bytes);
    }
    sniff::refuse_binary(&bytes, name)?;
    if mime::is_message(&bytes) {
        return mime::read(&bytes);
    }
    let articles = articles(charset::decode(bytes)?, name)?;
    Ok(Contents { articles, ..Contents::default() })
}

/// The beginning of the article in `bytes`, enough for several screens, where the format allows
/// it to be read before the rest: its text is a prefix of the text that [`read`] gives, and its
/// blocks are that text's first blocks. `None` where the whole is as quick.
pub fn preview(bytes: &[u8], name: Option<&str>) -> Option<Article> {
    if !(LONG..=LIMIT).contains(&bytes.len()) || sniff::is_gzip(bytes) {
        return None;
    }
    sniff::refuse_binary(bytes, name).ok()?;
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let text = str::from_utf8(bytes).ok()?;
    if sniff::is_rubbish(text, false) || sniff::format(text, name) != Ok(Format::Text) {
        return None;
    }
    let mut article = plain::preview(text, PREVIEW)?;
    derive::complete(&mut article, name);
    Some(article)
}

fn articles(text: String, name: Option<&str>) -> Result<Vec<Article>, Error> {
    if text.trim().is_empty() {
        return Err(Error::Empty);
    }
    let one = |article: Article| vec![article];
    let some =
        |articles: Vec<_>| if articles.is_empty() { Err(Error::NoText) } else { Ok(articles) };
    match sniff::format(&text, name)? {
        Format::Json { sure } => match json::read(&text, name) {
            Err(_) if !sure => Ok(one(plain::read(text))),
            articles => articles,
        },
        Format::Table(border) => some(table::read(&text, border)),
        Format::Bookmarks => some(html::bookmarks::read(&text)),
        Format::Feed => feed::read(&text),
        Format::News => newsml::read(&text),
        Format::Html => html::read(&text, None).map(one).ok_or(Error::NoText),
        Format::Markdown => markdown::read(&text).map(one),
        Format::Text => Ok(one(plain::read(text))),
    }
}

fn unpacked_name(name: &str) -> &str {
    name.strip_suffix(".gz").unwrap_or(name)
}

/// The days that a stored page names, each with its signs, a bit each in the order of
/// [`day_signs`]: what `examples/train` learns their weights from.
pub fn days(bytes: Vec<u8>) -> Vec<(jiff::civil::Date, u64)> {
    charset::decode(bytes).map(|text| html::days(&text)).unwrap_or_default()
}

/// The names of the signs that a day is the one on which an article appeared.
pub const fn day_signs() -> &'static [&'static str] {
    html::DAY_SIGNS
}
