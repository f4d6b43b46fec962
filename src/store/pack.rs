//! Values as they are kept: JSON, deflated.

use super::Error;
use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::io::{self, BufWriter, Read, Write};

/// `value` as JSON, deflated.
pub(super) fn pack(value: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut json = BufWriter::with_capacity(1 << 16, encoder());
    serde_json::to_writer(&mut json, value)?;
    json.into_inner().map_err(io::IntoInnerError::into_error)?.finish()
}

/// The value that [`pack`] packed; `what` names it should it be damaged.
pub(super) fn unpack<T: DeserializeOwned>(bytes: &[u8], what: &'static str) -> Result<T, Error> {
    let read = || -> io::Result<T> {
        let mut json = Vec::new();
        DeflateDecoder::new(bytes).read_to_end(&mut json)?;
        Ok(serde_json::from_slice(&json)?)
    };
    read().map_err(|source| Error::Damaged { what, source })
}

/// `bytes`, deflated.
pub(super) fn deflate(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = encoder();
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// The fastest level: three quarters of what the best one saves, at a quarter of its time.
fn encoder() -> DeflateEncoder<Vec<u8>> {
    DeflateEncoder::new(Vec::new(), Compression::fast())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_out_again() {
        let words = vec!["ß".repeat(9000), String::new()];
        assert_eq!(unpack::<Vec<String>>(&pack(&words).unwrap(), "words").unwrap(), words);
    }

    #[test]
    fn damage_is_named_and_does_no_harm() {
        let error = unpack::<String>(b"not deflated", "the caption").unwrap_err();
        assert!(error.to_string().starts_with("the caption in the library cannot be read"));
    }
}
