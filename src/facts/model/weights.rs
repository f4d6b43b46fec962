//! The weights of a model, read in place from its file.
//!
//! A file is a line of text that says what it is and what it was made of; the binary logarithm
//! of the number of buckets (1 byte); what a weight of 1 is worth (4 bytes, a float); the weights of
//! one label behind another (17 times 17 floats); for each of eight slots of each bucket the
//! fingerprint of its feature (2 bytes); and for each slot a row of sixteen weights (1 byte,
//! signed), one for each label but the one for outside, which weighs nothing. All numbers are
//! little-endian. The upper bits of a feature's hash are its bucket, the lower 16 its fingerprint.

use super::chain::{factors, turned};
use super::label::LABELS;

/// Slots of a bucket.
pub(super) const SLOTS: usize = 8;

/// Weights of a row.
pub(super) const ROW: usize = LABELS - 1;

/// The weights of one label (first) behind which another stands (second).
pub(super) type Transitions = [[f32; LABELS]; LABELS];

/// A model, ready for use.
#[derive(Debug, Clone)]
pub(crate) struct Model {
    /// Bits of a hash below those of its bucket.
    shift: u32,
    /// What a weight of 1 is worth.
    scale: f32,
    /// The factors of one label behind another.
    pub(super) transitions: Transitions,
    /// The same with the second label first.
    pub(super) turned: Transitions,
    fingerprints: &'static [u8],
    rows: &'static [u8],
}

impl Model {
    /// The model whose file is `bytes`; `None` where they are none.
    pub(crate) fn read(bytes: &'static [u8]) -> Option<Self> {
        let head = bytes.iter().position(|&byte| byte == b'\n')? + 1;
        let (&bits, rest) = bytes.get(head..)?.split_first()?;
        let (scale, rest) = rest.split_first_chunk::<4>()?;
        let (transitions, rest) = rest.split_at_checked(LABELS * LABELS * 4)?;
        let slots = SLOTS.checked_shl(u32::from(bits)).filter(|_| bits <= 16)?;
        let (fingerprints, rows) = rest.split_at_checked(slots * 2)?;
        let mut model = Self {
            shift: 32 - u32::from(bits),
            scale: f32::from_le_bytes(*scale),
            transitions: [[0.0; LABELS]; LABELS],
            turned: [[0.0; LABELS]; LABELS],
            fingerprints,
            rows: rows.get(..slots * ROW)?,
        };
        let weights = model.transitions.iter_mut().flatten();
        for (weight, bytes) in weights.zip(transitions.as_chunks::<4>().0) {
            *weight = f32::from_le_bytes(*bytes);
        }
        model.transitions = factors(&model.transitions);
        model.turned = turned(&model.transitions);
        Some(model)
    }

    /// What `features` say of each label.
    pub(super) fn scores(&self, features: &[u32]) -> [f32; LABELS] {
        let mut sums = [0_i32; ROW];
        for &feature in features {
            let Some(slot) = self.slot(feature) else { continue };
            let row = self.rows.get(slot * ROW..(slot + 1) * ROW);
            let Some(row) = row.and_then(|row| row.first_chunk::<ROW>()) else { continue };
            for (sum, &weight) in sums.iter_mut().zip(row) {
                *sum += i32::from(weight.cast_signed());
            }
        }
        let mut scores = [0.0; LABELS];
        for (score, sum) in scores.iter_mut().skip(1).zip(sums) {
            #[expect(clippy::cast_precision_loss, reason = "sums of bytes are small")]
            let sum = sum as f32;
            *score = sum * self.scale;
        }
        scores
    }

    fn slot(&self, feature: u32) -> Option<usize> {
        let bucket = usize::try_from(u64::from(feature) >> self.shift).ok()?;
        let start = bucket * SLOTS * 2;
        let slots = self.fingerprints.get(start..start + SLOTS * 2)?.first_chunk::<16>()?;
        let found = lane(u128::from_le_bytes(*slots), u16::from_le_bytes(fingerprint(feature)))?;
        Some(bucket * SLOTS + found)
    }
}

/// Which of the eight numbers of 16 bits in `slots` is `wanted`, the first if several: all are
/// compared at once (a lane that is zero borrows; Warren, Hacker's Delight, section 6-1).
fn lane(slots: u128, wanted: u16) -> Option<usize> {
    const ONES: u128 = 0x0001_0001_0001_0001_0001_0001_0001_0001;
    let differences = slots ^ (ONES * u128::from(wanted));
    let zeros = differences.wrapping_sub(ONES) & !differences & ONES << 15;
    (zeros != 0).then(|| (zeros.trailing_zeros() / 16) as usize)
}

/// What stands for `feature` in its bucket; never that of an empty slot.
pub(super) fn fingerprint(feature: u32) -> [u8; 2] {
    let [low, high, ..] = feature.max(1).to_le_bytes();
    if low == 0 && high == 0 { [1, 0] } else { [low, high] }
}

#[cfg(test)]
mod tests {
    use super::lane;

    #[test]
    fn numbers_are_found_in_their_lanes() {
        let slots = [7, 0, 1, 7, 0xffff, 0x8000, 2, 3_u16];
        let bytes: Vec<u8> = slots.iter().flat_map(|slot| slot.to_le_bytes()).collect();
        let packed = u128::from_le_bytes(bytes.try_into().unwrap());
        for (number, found) in
            [(7, Some(0)), (0, Some(1)), (1, Some(2)), (0xffff, Some(4)), (3, Some(7)), (9, None)]
        {
            assert_eq!(lane(packed, number), found, "{number}");
        }
    }
}
