//! Writes the clusters of words `assets/clusters.bin`.

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

const BUCKETS: usize = 1 << 13;
const SLOTS: usize = 8;

/// Reads `clusters` (a word and its clusters among 1,024, 256 and 64 a line, the commonest word
/// first) and writes as many as there is room for to `out`.
pub(crate) fn write(clusters: &Path, out: &Path) -> Result<()> {
    let mut fingerprints = vec![[0_u8; 2]; BUCKETS * SLOTS];
    let mut found = vec![[0_u8; 3]; BUCKETS * SLOTS];
    let mut held = vec![0; BUCKETS];
    let mut kept = 0;
    for line in fs::read_to_string(clusters)?.lines() {
        let mut parts = line.split('\t');
        let word = parts.next().context("no word")?;
        let mut number = || parts.next().and_then(|part| part.parse::<u32>().ok());
        let (Some(fine), Some(middle), Some(coarse)) = (number(), number(), number()) else {
            continue;
        };
        if !word.contains(char::is_alphabetic) {
            continue;
        }
        let hash = word.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
        });
        let bucket = usize::try_from(hash >> 51)?;
        let [low, high, ..] = hash.to_le_bytes();
        let (Some(count), mark) = (held.get_mut(bucket), [low, high]) else { continue };
        let slot = bucket * SLOTS + *count;
        let taken = fingerprints.get(bucket * SLOTS..slot).unwrap_or_default().contains(&mark);
        if *count == SLOTS || taken || mark == [0, 0] {
            continue;
        }
        *count += 1;
        kept += 1;
        let [one, two, three, _] =
            (fine & 1_023 | (middle & 255) << 10 | (coarse & 63) << 18).to_le_bytes();
        fingerprints.get_mut(slot).into_iter().for_each(|slot| *slot = mark);
        found.get_mut(slot).into_iter().for_each(|slot| *slot = [one, two, three]);
    }
    let title = "Newsprint clusters 1: k-means of GloVe 6B 100d vectors (PDDL 1.0)\n";
    let mut file = title.as_bytes().to_vec();
    file.extend(fingerprints.iter().flatten());
    file.extend(found.iter().flatten());
    fs::write(out, &file).with_context(|| format!("writing {}", out.display()))?;
    println!("{}: {kept} words, {} bytes", out.display(), file.len());
    Ok(())
}
