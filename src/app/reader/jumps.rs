//! The jump list: where the reader jumped from, and how to get back.

/// How many places are kept.
const LIMIT: usize = 100;

/// The bytes from which the reader jumped, oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Jumps {
    places: Vec<usize>,
    /// The place where the reader stands in the list; its length when not walking it.
    at: usize,
}

impl Jumps {
    /// Notes that a jump leaves byte `from`. What lay forward is forgotten.
    pub fn leave(&mut self, from: usize) {
        self.places.truncate(self.at);
        if self.places.last() != Some(&from) {
            self.places.push(from);
        }
        if self.places.len() > LIMIT {
            self.places.remove(0);
        }
        self.at = self.places.len();
    }

    /// The place before the last jump, coming from byte `here`.
    pub fn back(&mut self, here: usize) -> Option<usize> {
        let to = self.at.checked_sub(1)?;
        let place = *self.places.get(to)?;
        if self.at == self.places.len() {
            self.places.push(here);
        }
        self.at = to;
        Some(place)
    }

    /// The place that [`Jumps::back`] left last.
    pub fn forward(&mut self) -> Option<usize> {
        let place = *self.places.get(self.at + 1)?;
        self.at += 1;
        Some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn walks_back_and_forward() {
        let mut jumps = Jumps::default();
        jumps.leave(1);
        jumps.leave(2);
        assert_eq!(jumps.back(3), Some(2));
        assert_eq!(jumps.back(2), Some(1));
        assert_eq!(jumps.back(1), None);
        assert_eq!(jumps.forward(), Some(2));
        assert_eq!(jumps.forward(), Some(3));
        assert_eq!(jumps.forward(), None);
    }

    #[test]
    fn a_new_jump_forgets_what_lay_forward() {
        let mut jumps = Jumps::default();
        jumps.leave(1);
        jumps.back(9);
        jumps.leave(1);
        assert_eq!(jumps.forward(), None);
        assert_eq!(jumps.back(5), Some(1));
    }
}
