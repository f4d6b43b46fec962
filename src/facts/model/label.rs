//! Labels of tokens: outside of all spans, or where in a span of some kind.

/// The number of kinds of span.
pub(super) const KINDS: usize = 4;

/// The number of labels.
pub(super) const LABELS: usize = 1 + 4 * KINDS;

/// A label: 0 outside, else `1 + 4 * kind + place`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Label(u8);

/// Where in its span a token stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Begin,
    Inside,
    Last,
    Unit,
}

impl Label {
    /// Outside of all spans.
    pub(crate) const OUTSIDE: Self = Self(0);

    /// The label of the token at `at` of a span of `kind` that has `length` tokens.
    pub(crate) fn of_span(kind: u8, at: usize, length: usize) -> Self {
        let place = match (at, at + 1 == length) {
            (0, true) => Place::Unit,
            (0, false) => Place::Begin,
            (_, false) => Place::Inside,
            (_, true) => Place::Last,
        };
        Self(1 + 4 * (kind & 3) + place as u8)
    }

    /// The label with this number.
    pub(super) fn at(number: usize) -> Self {
        u8::try_from(number).map_or(Self::OUTSIDE, Self)
    }

    /// Its number.
    pub(super) fn number(self) -> usize {
        usize::from(self.0)
    }

    /// The kind of its span and where in it the token stands.
    pub(super) const fn parts(self) -> Option<(u8, Place)> {
        let Some(number) = self.0.checked_sub(1) else { return None };
        let place = match number % 4 {
            0 => Place::Begin,
            1 => Place::Inside,
            2 => Place::Last,
            _ => Place::Unit,
        };
        Some((number / 4, place))
    }

    /// Where a span goes on behind it: the number of the first of the two labels that can follow.
    /// `None` for a label behind which no span is open.
    pub(super) fn open(self) -> Option<usize> {
        let within = usize::from(self.0.checked_sub(1)?);
        (within % 4 < 2).then_some(within / 4 * 4 + 2)
    }

    /// Whether `next` can stand behind it.
    pub(crate) fn allows(self, next: Self) -> bool {
        let open = match self.parts() {
            Some((kind, Place::Begin | Place::Inside)) => Some(kind),
            _ => None,
        };
        match (open, next.parts()) {
            (Some(kind), Some((other, Place::Inside | Place::Last))) => kind == other,
            (None, None | Some((_, Place::Begin | Place::Unit))) => true,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_goes_on_until_its_last_token() {
        let [begin, inside, last] = [0, 1, 2].map(|at| Label::of_span(2, at, 3));
        let unit = Label::of_span(1, 0, 1);
        assert!(begin.allows(inside) && inside.allows(last) && begin.allows(last));
        assert!(last.allows(unit) && unit.allows(Label::OUTSIDE) && Label::OUTSIDE.allows(begin));
        assert!(!begin.allows(Label::OUTSIDE) && !inside.allows(unit) && !last.allows(inside));
        assert!(!begin.allows(Label::of_span(1, 2, 3)));
    }

    #[test]
    fn two_labels_follow_where_a_span_is_open() {
        for number in 0..LABELS {
            let label = Label::at(number);
            let follow: Vec<_> =
                (0..LABELS).filter(|&next| label.allows(Label::at(next))).collect();
            match label.open() {
                Some(first) => assert_eq!(follow, [first, first + 1]),
                None => assert_eq!(follow.len(), 9),
            }
        }
    }

    #[test]
    fn numbers_and_labels_agree() {
        for number in 0..LABELS {
            assert_eq!(Label::at(number).number(), number);
        }
    }
}
