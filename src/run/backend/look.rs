//! How a column looks, and the shortest way from one look to another (ECMA-48 SGR).

use super::number;
use ratatui::style::{Color, Modifier};

/// Colours and attributes of a column.
#[derive(Debug, Clone, Copy, Eq)]
pub(super) struct Look {
    /// The colour of the characters.
    pub(super) ink: Shade,
    /// The colour behind them.
    pub(super) background: Shade,
    /// The colour of the underline, where there is one.
    pub(super) underline: Shade,
    /// Bold, italic and the like.
    pub(super) modifier: Modifier,
}

impl PartialEq for Look {
    /// Without a branch for each part.
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        let parts = |look: &Self| {
            let modifier = u32::from(look.modifier.bits());
            [look.ink.0, look.background.0, look.underline.0, modifier]
        };
        parts(self) == parts(other)
    }
}

/// A colour in one number, since colours are compared for every column of every frame: nothing for
/// the terminal's own; else which kind it is in the highest byte, and which one in the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shade(u32);

/// The kinds of colours.
const NAMED: u32 = 1 << 24;
const INDEXED: u32 = 2 << 24;
const MIXED: u32 = 3 << 24;

impl Shade {
    /// The terminal's own.
    pub(super) const OWN: Self = Self(0);

    /// The kind, and the bytes behind it.
    fn parts(self) -> (u32, [u16; 3]) {
        let [_, red, green, blue] = self.0.to_be_bytes();
        (self.0 & 0xff00_0000, [red.into(), green.into(), blue.into()])
    }
}

impl From<Color> for Shade {
    fn from(color: Color) -> Self {
        let named = |place: u32| Self(NAMED | place);
        match color {
            Color::Reset => Self::OWN,
            Color::Rgb(red, green, blue) => Self(MIXED | u32::from_be_bytes([0, red, green, blue])),
            Color::Indexed(index) => Self(INDEXED | u32::from(index)),
            Color::Black => named(0),
            Color::Red => named(1),
            Color::Green => named(2),
            Color::Yellow => named(3),
            Color::Blue => named(4),
            Color::Magenta => named(5),
            Color::Cyan => named(6),
            Color::Gray => named(7),
            Color::DarkGray => named(8),
            Color::LightRed => named(9),
            Color::LightGreen => named(10),
            Color::LightYellow => named(11),
            Color::LightBlue => named(12),
            Color::LightMagenta => named(13),
            Color::LightCyan => named(14),
            Color::White => named(15),
        }
    }
}

/// An attribute, the code that turns it on, and the one that turns it off.
const ATTRIBUTES: [(Modifier, u16, u16); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// The attributes that show on a space.
const INK: Modifier = Modifier::UNDERLINED.union(Modifier::REVERSED).union(Modifier::CROSSED_OUT);

impl Look {
    /// The terminal's own colours, no attributes.
    pub(super) const PLAIN: Self = Self {
        ink: Shade::OWN,
        background: Shade::OWN,
        underline: Shade::OWN,
        modifier: Modifier::empty(),
    };

    /// Only a background.
    pub(super) const fn ground(background: Shade) -> Self {
        Self { background, ..Self::PLAIN }
    }

    /// Whether a space in this look shows nothing but its background.
    pub(super) fn is_inkless(self) -> bool {
        !self.modifier.intersects(INK)
    }

    /// Whether a space written in this look shows the same as one in `other`.
    pub(super) fn blanks_like(self, other: Self) -> bool {
        self.is_inkless() && other.is_inkless() && self.background == other.background
    }

    /// Appends the sequence that turns this look into `to`: the changes alone, or everything
    /// after a reset, whichever is shorter.
    pub(super) fn turn(self, to: Self, out: &mut Vec<u8>) {
        if self == to {
            return;
        }
        out.extend_from_slice(b"\x1b[");
        let start = out.len();
        self.changes(to, out);
        let middle = out.len();
        if to != Self::PLAIN {
            code(0, out);
        }
        Self::PLAIN.changes(to, out);
        if out.len() - middle < middle - start {
            out.drain(start..middle);
        } else {
            out.truncate(middle);
        }
        if out.last() == Some(&b';') {
            out.pop();
        }
        out.push(b'm');
    }

    /// Appends the codes, each with a semicolon behind it, for what differs in `to`.
    fn changes(self, to: Self, out: &mut Vec<u8>) {
        let mut gone = self.modifier - to.modifier;
        let mut new = to.modifier - self.modifier;
        for (attribute, _, off) in ATTRIBUTES {
            if gone.contains(attribute) {
                code(off, out);
                // One code turns off both of a pair: what stays must be turned on again.
                for (other, _, also) in ATTRIBUTES {
                    if also == off {
                        gone.remove(other);
                        new |= to.modifier & other;
                    }
                }
            }
        }
        for (attribute, on, _) in ATTRIBUTES {
            if new.contains(attribute) {
                code(on, out);
            }
        }
        if self.ink != to.ink {
            shade(to.ink, 30, out);
        }
        if self.background != to.background {
            shade(to.background, 40, out);
        }
        if self.underline != to.underline {
            underline(to.underline, out);
        }
    }
}

/// Appends a code and a semicolon.
fn code(code: u16, out: &mut Vec<u8>) {
    number(code, out);
    out.push(b';');
}

/// Appends the codes of a colour: `base` is 30 for ink and 40 for the background.
fn shade(shade: Shade, base: u16, out: &mut Vec<u8>) {
    match shade.parts() {
        (NAMED, [.., low @ 0..=7]) => code(base + low, out),
        (NAMED, [.., bright]) => code(base + 60 + bright - 8, out),
        (INDEXED, [.., index]) => codes(&[base + 8, 5, index], out),
        (MIXED, [red, green, blue]) => codes(&[base + 8, 2, red, green, blue], out),
        _ => code(base + 9, out),
    }
}

fn codes(parts: &[u16], out: &mut Vec<u8>) {
    for &part in parts {
        code(part, out);
    }
}

/// Appends the codes of an underline's colour, with colons: a terminal that does not know them
/// passes over them as one parameter.
fn underline(shade: Shade, out: &mut Vec<u8>) {
    let (kind, [red, green, blue]) = shade.parts();
    let (start, parts): (&[u8], &[u16]) = match kind {
        MIXED => (b"58:2:", &[red, green, blue]),
        NAMED | INDEXED => (b"58:5", &[blue]),
        _ => (b"59", &[]),
    };
    out.extend_from_slice(start);
    for &part in parts {
        out.push(b':');
        number(part, out);
    }
    out.push(b';');
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOLD: Look = Look { modifier: Modifier::BOLD, ..Look::PLAIN };
    const RED: Look = Look { ink: Shade(NAMED | 1), ..Look::PLAIN };

    fn turned(from: Look, to: Look) -> String {
        let mut out = Vec::new();
        from.turn(to, &mut out);
        String::from_utf8(out).unwrap().replace('\x1b', "^")
    }

    #[test]
    fn the_same_look_takes_no_bytes() {
        assert_eq!(turned(RED, RED), "");
    }

    #[test]
    fn the_way_to_plain_is_a_reset() {
        assert_eq!(
            turned(Look { background: Color::Rgb(1, 2, 3).into(), ..BOLD }, Look::PLAIN),
            "^[m"
        );
    }

    #[test]
    fn only_what_differs_is_written() {
        assert_eq!(turned(RED, Look { ink: Color::Red.into(), ..BOLD }), "^[1m");
        assert_eq!(turned(RED, Look { ink: Color::LightBlue.into(), ..Look::PLAIN }), "^[94m");
    }

    #[test]
    fn bold_survives_the_end_of_dim() {
        let both = Look { modifier: Modifier::BOLD | Modifier::DIM, ..RED };
        assert_eq!(turned(both, Look { ink: Color::Red.into(), ..BOLD }), "^[22;1m");
    }

    #[test]
    fn colors_of_every_depth_have_their_codes() {
        assert_eq!(
            turned(Look::PLAIN, Look { ink: Color::Rgb(1, 20, 255).into(), ..Look::PLAIN }),
            "^[38;2;1;20;255m"
        );
        assert_eq!(
            turned(Look::PLAIN, Look { background: Color::Indexed(230).into(), ..Look::PLAIN }),
            "^[48;5;230m"
        );
        assert_eq!(
            turned(Look::PLAIN, Look { background: Color::White.into(), ..Look::PLAIN }),
            "^[107m"
        );
    }

    #[test]
    fn the_color_of_an_underline_is_one_parameter() {
        let look = Look {
            underline: Color::Rgb(9, 8, 7).into(),
            modifier: Modifier::UNDERLINED,
            ..Look::PLAIN
        };
        assert_eq!(turned(Look::PLAIN, look), "^[4;58:2::9:8:7m");
        assert_eq!(turned(look, Look { underline: Color::Reset.into(), ..look }), "^[59m");
    }
}
