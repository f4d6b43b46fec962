//! Bytes packed by gzip, unpacked within a budget.

use super::{Error, LIMIT, sniff};
use flate2::bufread::GzDecoder;
use std::io::Read;

/// The bytes in a gzip archive, counted while they are read; more than [`LIMIT`] are refused.
/// Bytes behind its last member, as some savers leave them, are left out.
pub(super) fn unpack(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let mut unpacked = Vec::new();
    let mut rest = bytes;
    while sniff::is_gzip(rest) {
        let mut member = GzDecoder::new(rest);
        let budget = u64::try_from(LIMIT + 1 - unpacked.len()).unwrap_or(0);
        let outcome = member.by_ref().take(budget).read_to_end(&mut unpacked);
        outcome.map_err(|error| Error::Malformed { format: "gzip", reason: error.to_string() })?;
        if unpacked.len() > LIMIT {
            return Err(Error::TooLarge);
        }
        rest = member.into_inner();
    }
    Ok(unpacked)
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::GzEncoder};
    use std::io::Write;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn members_follow_each_other() {
        let bytes = [packed(b"one "), packed(b"two")].concat();
        assert_eq!(unpack(&bytes).unwrap(), b"one two");
    }

    #[test]
    fn bytes_behind_the_archive_are_left_out() {
        let bytes = [packed(b"words"), b"noise".to_vec()].concat();
        assert_eq!(unpack(&bytes).unwrap(), b"words");
    }

    #[test]
    fn an_archive_cut_short_is_refused() {
        let mut bytes = packed(b"a few words that are cut");
        bytes.truncate(bytes.len() - 9);
        assert!(matches!(unpack(&bytes), Err(Error::Malformed { format: "gzip", .. })));
    }

    #[test]
    fn an_archive_that_swells_beyond_the_limit_is_refused() {
        assert_eq!(unpack(&packed(&vec![b'a'; LIMIT + 1])), Err(Error::TooLarge));
    }
}
