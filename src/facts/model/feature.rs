//! Features of a token: numbers that stand for what is seen there.

/// The features of the tokens of one stretch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Features {
    hashes: Vec<u32>,
    /// Where the features of each token end.
    ends: Vec<usize>,
}

/// An odd number without a pattern in its bits: 2^64 divided by the golden ratio.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

impl Features {
    /// Forgets all tokens.
    pub(crate) fn clear(&mut self) {
        self.hashes.clear();
        self.ends.clear();
    }

    /// Adds to the token at hand the feature number `template` with these values.
    #[inline]
    pub(crate) fn add(&mut self, template: u8, values: &[u64]) {
        let mut hash = u64::from(template).wrapping_add(1).wrapping_mul(SPREAD);
        for value in values {
            hash = (hash.rotate_left(23) ^ value).wrapping_mul(SPREAD);
        }
        hash ^= hash >> 29;
        let upper = hash.wrapping_mul(SPREAD) >> 32;
        self.hashes.push(u32::try_from(upper).unwrap_or_default());
    }

    /// Ends the token at hand.
    pub(crate) fn end_token(&mut self) {
        self.ends.push(self.hashes.len());
    }

    /// How many tokens have ended.
    pub(crate) fn count(&self) -> usize {
        self.ends.len()
    }

    /// The features of each token.
    pub(crate) fn tokens(&self) -> impl Iterator<Item = &[u32]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let bounds = starts.zip(&self.ends);
        bounds.map(|(start, &end)| self.hashes.get(start..end).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn features_are_kept_by_token_and_told_apart() {
        let mut features = Features::default();
        features.add(1, &[7]);
        features.add(2, &[7]);
        features.end_token();
        features.add(1, &[7]);
        features.add(1, &[7, 0]);
        features.end_token();
        let tokens: Vec<_> = features.tokens().collect();
        assert_eq!(tokens.len(), 2);
        assert_eq!(tokens[0][0], tokens[1][0]);
        assert_ne!(tokens[0][0], tokens[0][1]);
        assert_ne!(tokens[1][0], tokens[1][1]);
    }
}
