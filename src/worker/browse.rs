//! Addresses, opened in the desktop's own program: the only thing Newsprint ever starts.

use std::fmt::Write;
use std::io;
use thiserror::Error;

/// The longest address that is handed on, in bytes.
const LIMIT: usize = 8192;

/// Why an address was not opened.
#[derive(Debug, Error)]
pub(super) enum Error {
    /// It is none, or of a kind that is not opened.
    #[error("{0} is not an address that can be opened; http, https and mailto can")]
    Address(String),
    /// The desktop has no program for it.
    #[error("no program opened {address}: {source}; copy it instead")]
    Program {
        /// The address.
        address: String,
        /// Why.
        source: io::Error,
    },
}

/// Opens an address in a program of its own, which lives on without this one. No shell sees it.
pub(super) fn browse(address: &str) -> Result<(), Error> {
    let checked = check(address).ok_or_else(|| Error::Address(address.to_owned()))?;
    open::that_detached(&checked).map_err(|source| Error::Program { address: checked, source })
}

/// The address as it is handed on, if it is http, https or mailto and names something (RFC 3986).
/// What is not ASCII is percent-encoded (RFC 3987, section 3.1).
fn check(address: &str) -> Option<String> {
    let address = address.trim();
    let (scheme, rest) = address.split_once(':')?;
    let names_something = match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => rest
            .strip_prefix("//")?
            .starts_with(|first: char| first.is_alphanumeric() || first == '['),
        "mailto" => !rest.is_empty(),
        _ => false,
    };
    let forbidden = |c: char| c.is_control() || c.is_whitespace() || "\"'<>\\^`{|}".contains(c);
    if !names_something || address.len() > LIMIT || rest.contains(forbidden) {
        return None;
    }
    let mut encoded = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii() {
            encoded.push(char::from(byte));
        } else {
            _ = write!(encoded, "%{byte:02X}");
        }
    }
    Some(encoded)
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn the_addresses_of_pages_and_mail_are_handed_on() {
        for address in ["https://example.org/a?b=c&d=%20#e", "HTTP://[::1]/", "mailto:a@b.example"]
        {
            assert_eq!(check(address).as_deref(), Some(address));
        }
    }

    #[test]
    fn letters_beyond_ascii_are_encoded() {
        assert_eq!(check(" https://example.org/ä ").unwrap(), "https://example.org/%C3%A4");
    }

    #[test]
    fn nothing_else_is() {
        let refused = [
            "",
            "example.org",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "ssh://-oProxy=x",
            "https:",
            "https://",
            "http:///path",
            "https://-x",
            "mailto:",
            "https://a b/",
            "https://a/\nb",
            "https://a/'",
            "https://a/`id`",
            "--help",
            "data:text/html,x",
        ];
        for address in refused {
            assert_eq!(check(address), None, "{address}");
        }
    }
}
