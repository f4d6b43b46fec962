//! What a complete control sequence or answer means. Sources: xterm's control sequences ("PC-Style
//! Function Keys", modifyOtherKeys, SGR mouse), the kitty keyboard protocol for its `u` forms, and
//! the keys of rxvt and the Linux console.

use super::Input;
use super::decode::control_or_ascii;
use crate::app::{Key, KeyCode, Mouse, MouseKind};

/// The meaning of `CSI parameters name`, if it is a key or the mouse.
pub(super) fn control(parameters: &[u8], name: u8) -> Option<Input> {
    let text = std::str::from_utf8(parameters).ok()?;
    if let Some(report) = text.strip_prefix('<') {
        return mouse(report, name).map(Input::Mouse);
    }
    if let Some(attributes) = text.strip_prefix('?').filter(|_| name == b'c') {
        let sixel = attributes.split(';').skip(1).any(|attribute| attribute == "4");
        return Some(Input::Attributes { sixel });
    }
    let numbers = numbers(text)?;
    let first = numbers.first().map_or(0, |number| number.value);
    let key = match name {
        b't' => return cell(&numbers),
        b'u' => return typed(first, &numbers).map(Input::Key),
        b'~' if first == 27 => {
            return typed(numbers.get(2)?.value, &numbers).map(Input::Key);
        }
        b'~' => tilde(first)?,
        // Also the form of the answer to a question for the cursor's place.
        b'R' if !parameters.is_empty() => return None,
        b'Z' => return Some(Input::Key(Key { shift: true, ..Key::new(KeyCode::Tab) })),
        _ if first <= 1 => letter(name)?,
        _ => return None,
    };
    held(Key::new(key), &numbers).map(Input::Key)
}

/// The size of a cell, as `CSI 6 ; height ; width t` tells it (xterm, "Window manipulation").
fn cell(numbers: &[Number]) -> Option<Input> {
    let [kind, height, width] = numbers else { return None };
    let side =
        |number: &Number| u16::try_from(number.value).ok().filter(|side| (2..=512).contains(side));
    (kind.value == 6).then_some(Input::Cell(side(width)?, side(height)?))
}

/// The meaning of `SS3 parameters name`, if it is a key.
pub(super) fn keypad(parameters: &[u8], name: u8) -> Option<Input> {
    let numbers = numbers(std::str::from_utf8(parameters).ok()?)?;
    let key = match name {
        b'M' => KeyCode::Enter,
        b'j'..=b'y' => KeyCode::Char(char::from(name - 0x40)),
        _ => letter(name)?,
    };
    held(Key::new(key), &numbers).map(Input::Key)
}

/// The function key of `CSI [ name` on the Linux console.
pub(super) fn console(name: u8) -> Option<Input> {
    let key = (b'A'..=b'E').contains(&name).then(|| KeyCode::Function(name - b'A' + 1))?;
    Some(Input::Key(Key::new(key)))
}

/// The meaning of an operating system command's text: the background's colour, or nothing.
pub(super) fn answer(text: &[u8]) -> Option<Input> {
    let color = std::str::from_utf8(text).ok()?.strip_prefix("11;")?;
    let parts = color.strip_prefix("rgb:").or_else(|| color.strip_prefix("rgba:"))?;
    let mut parts = parts.split('/').map(fraction);
    let (red, green, blue) = (parts.next()??, parts.next()??, parts.next()??);
    // Luma of ITU-R BT.601: what counts is how the colour looks, not its light.
    Some(Input::Background { dark: 0.299 * red + 0.587 * green + 0.114 * blue < 0.5 })
}

/// One to four hexadecimal digits as a part of what they could be at most.
fn fraction(digits: &str) -> Option<f64> {
    let most = match digits.len() {
        1 => 0xf,
        2 => 0xff,
        3 => 0xfff,
        4 => 0xffff,
        _ => return None,
    };
    Some(f64::from(u16::from_str_radix(digits, 16).ok()?) / f64::from(most))
}

/// A parameter with the second of its parts, as in `97:65` or `5:1`.
struct Number {
    value: u32,
    second: Option<u32>,
}

/// The parameters, or `None` where they are anything but numbers: a report, not a key.
fn numbers(text: &str) -> Option<Vec<Number>> {
    let number = |digits: &str| match digits {
        "" => Some(0),
        _ if digits.bytes().all(|byte| byte.is_ascii_digit()) => digits.parse().ok(),
        _ => None,
    };
    if text.is_empty() {
        return Some(Vec::new());
    }
    text.split(';')
        .map(|parameter| {
            let mut parts = parameter.split(':');
            let value = number(parts.next()?)?;
            let second = parts.next().map(number);
            parts.all(|part| number(part).is_some()).then_some(())?;
            Some(Number { value, second: second.map_or(Some(None), |n| n.map(Some))? })
        })
        .collect()
}

/// The key with what was held while it was pressed; `None` for its coming up again and for the
/// desktop's own modifiers.
fn held(key: Key, numbers: &[Number]) -> Option<Key> {
    let Some(modifiers) = numbers.get(1) else { return Some(key) };
    let bits = modifiers.value.saturating_sub(1);
    if modifiers.second == Some(3) || bits & 0b0011_1000 != 0 {
        return None;
    }
    let typed = matches!(key.code, KeyCode::Char(_));
    Some(Key {
        shift: key.shift || (bits & 1 != 0 && !typed),
        alt: key.alt || bits & 2 != 0,
        control: key.control || bits & 4 != 0,
        ..key
    })
}

/// A key given by its character, as modifyOtherKeys and kitty send it.
fn typed(code: u32, numbers: &[Number]) -> Option<Key> {
    let shift = numbers.get(1).is_some_and(|number| number.value.saturating_sub(1) & 1 != 0);
    let control = numbers.get(1).is_some_and(|number| number.value.saturating_sub(1) & 4 != 0);
    let shifted = numbers.first().and_then(|number| number.second).filter(|_| shift);
    let c = char::from_u32(shifted.unwrap_or(code))?;
    let key = match c {
        '\u{E000}'..='\u{F8FF}' => return None,
        'i' | 'm' | 'h' | '[' if control => {
            let byte = u8::try_from(c).ok()? & 0x1f;
            return held(control_or_ascii(byte)?, numbers).map(|key| Key { control: false, ..key });
        }
        _ if c.is_ascii() => control_or_ascii(u8::try_from(c).ok()?)?,
        _ if c.is_control() => return None,
        _ => Key::char(c),
    };
    let key = match key.code {
        KeyCode::Char(c) if shift && shifted.is_none() => {
            Key { code: KeyCode::Char(upper(c)), ..key }
        }
        _ => key,
    };
    held(key, numbers)
}

/// The capital of a letter that has one of a single character.
fn upper(c: char) -> char {
    let mut capital = c.to_uppercase();
    match (capital.next(), capital.next()) {
        (Some(single), None) => single,
        _ => c,
    }
}

/// The key of `CSI number ~`.
fn tilde(number: u32) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => function(number - 10)?,
        17..=21 => function(number - 11)?,
        23..=26 => function(number - 12)?,
        28 | 29 => function(number - 13)?,
        31..=34 => function(number - 14)?,
        _ => return None,
    })
}

fn function(number: u32) -> Option<KeyCode> {
    u8::try_from(number).ok().map(KeyCode::Function)
}

/// The key of a final letter, after `CSI` and `SS3` alike.
fn letter(name: u8) -> Option<KeyCode> {
    Some(match name {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P'..=b'S' => KeyCode::Function(name - b'P' + 1),
        _ => return None,
    })
}

/// A mouse report in the SGR form: button, column and row from 1.
fn mouse(report: &str, name: u8) -> Option<Mouse> {
    let mut numbers = report.split(';').map(|number| number.parse::<u16>().ok());
    let (button, column, row) = (numbers.next()??, numbers.next()??, numbers.next()??);
    // Without the bits for Shift, Alt and Control.
    let kind = match (button & !0b1_1100, name) {
        (0, b'M') => MouseKind::Press,
        (32, b'M') => MouseKind::Drag,
        (0 | 32, b'm') => MouseKind::Release,
        (64, b'M') => MouseKind::WheelUp,
        (65, b'M') => MouseKind::WheelDown,
        _ => return None,
    };
    Some(Mouse { kind, column: column.saturating_sub(1), row: row.saturating_sub(1) })
}
