//! The pictures themselves, on their way into the library: an article that has been stored holds
//! none, and names them in [`super::Image::picture`].

use std::sync::Arc;

/// A picture's bytes, as they were stored with the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The BLAKE3 hash of the bytes, in hexadecimal digits: equal pictures are one.
    pub name: String,
    /// What the bytes are ("image/jpeg"), as they say themselves.
    pub media_type: &'static str,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// The pictures that came with an article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pictures {
    /// Those that are kept, each once.
    pub kept: Vec<Arc<Picture>>,
    /// For each that is not, a line that says why.
    pub refused: Vec<String>,
}
