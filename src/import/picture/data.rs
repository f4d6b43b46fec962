//! The bytes that stand in an address of their own (RFC 2397).

use std::borrow::Cow;

/// The bytes of a `data:` address; `None` where it breaks the rules.
pub(super) fn bytes(address: &str) -> Option<Vec<u8>> {
    let (head, body) = address.strip_prefix("data:")?.split_once(',')?;
    let body = percent(body);
    if head.split(';').skip(1).any(|word| word.trim().eq_ignore_ascii_case("base64")) {
        base64(&body)
    } else {
        Some(body.into_owned())
    }
}

/// `text` with its percent signs and the two digits after each made bytes (RFC 3986, section 2.1).
pub(super) fn percent(text: &str) -> Cow<'_, [u8]> {
    if !text.contains('%') {
        return Cow::Borrowed(text.as_bytes());
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let coded =
            (*first == b'%').then(|| Some((digit(*after.first()?)?, digit(*after.get(1)?)?)));
        let (byte, after) = match coded.flatten() {
            Some((high, low)) => (high << 4 | low, after.get(2..).unwrap_or_default()),
            None => (*first, after),
        };
        bytes.push(byte);
        rest = after;
    }
    Cow::Owned(bytes)
}

fn digit(letter: u8) -> Option<u8> {
    char::from(letter).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

/// The bytes that Base64 stands for (RFC 4648, both alphabets), white space passed over.
fn base64(text: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 3);
    let (mut held, mut bits) = (0_u32, 0_u32);
    for letter in text {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => break,
            b' ' | b'\t' | b'\r' | b'\n' => continue,
            _ => return None,
        };
        held = (held << 6 | u32::from(value)) & 0xffff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xff).unwrap_or_default());
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn both_forms_are_read() {
        assert_eq!(bytes("data:image/png;base64,aGVs\nbG8=").unwrap(), b"hello");
        assert_eq!(bytes("data:image/png;charset=x;BASE64,aGVsbG8%3D").unwrap(), b"hello");
        assert_eq!(bytes("data:,a%20b%2").unwrap(), b"a b%2");
        assert_eq!(bytes("data:image/png;base64"), None);
        assert_eq!(bytes("data:;base64,{}"), None);
    }

    proptest! {
        #[test]
        fn any_address_is_read_or_refused(text in "data:[a-z/;]{0,9}(;base64)?,.{0,60}") {
            bytes(&text);
        }
    }
}
