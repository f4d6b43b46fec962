//! Presses of the mouse button told from second and third ones: only here is there a clock.

use crate::app::{Message, Mouse, MouseKind};
use std::time::{Duration, Instant};

/// How long after a press another at the same place belongs to it.
const AT_ONCE: Duration = Duration::from_millis(400);

/// The press before: when, where, and how many it was.
#[derive(Debug, Default)]
pub(super) struct Presses {
    last: Option<(Instant, (u16, u16), u8)>,
}

impl Presses {
    /// The message, a press that follows on another at once as what it then is.
    pub(super) fn count(&mut self, message: Message, now: Instant) -> Message {
        let Message::Mouse(mouse @ Mouse { kind: MouseKind::Press, column, row }) = message else {
            return message;
        };
        let follows = self.last.filter(|(at, place, count)| {
            *place == (column, row) && now.duration_since(*at) <= AT_ONCE && *count < 3
        });
        let count = follows.map_or(1, |(.., count)| count + 1);
        self.last = Some((now, (column, row), count));
        let kind = match count {
            2 => MouseKind::PressTwice,
            3 => MouseKind::PressThrice,
            _ => MouseKind::Press,
        };
        Message::Mouse(Mouse { kind, ..mouse })
    }
}

#[cfg(test)]
mod tests {
    use super::MouseKind::{Press, PressThrice, PressTwice};
    use super::*;

    #[test]
    fn presses_at_one_place_at_once_are_counted() {
        let mut presses = Presses::default();
        let begin = Instant::now();
        let mut press = |column, milliseconds| {
            let message = Message::Mouse(Mouse { kind: MouseKind::Press, column, row: 1 });
            let now = begin + Duration::from_millis(milliseconds);
            match presses.count(message, now) {
                Message::Mouse(mouse) => mouse.kind,
                _ => MouseKind::Release,
            }
        };
        assert_eq!([press(5, 0), press(5, 200), press(5, 400)], [Press, PressTwice, PressThrice]);
        assert_eq!([press(5, 500), press(6, 600), press(6, 1_200)], [Press; 3]);
    }
}
