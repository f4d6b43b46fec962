//! Addresses: relative ones made absolute, and which ones a link may lead to.

/// `reference` as an absolute address, resolved against `base` (RFC 3986, section 5.2); as it
/// stands where there is no base.
pub(super) fn absolute(base: Option<&str>, reference: &str) -> String {
    let reference: String = reference.chars().filter(|c| !c.is_ascii_control()).collect();
    let Some(base) = base.and_then(Base::of).filter(|_| scheme(&reference).is_none()) else {
        return reference;
    };
    let Base { scheme, host, path } = base;
    if let Some(rest) = reference.strip_prefix("//") {
        return format!("{scheme}://{rest}");
    }
    let cut = reference.find(['?', '#']).unwrap_or(reference.len());
    let (own, tail) = reference.split_at_checked(cut).unwrap_or((&reference, ""));
    let path = match own {
        "" => path.to_owned(),
        _ if own.starts_with('/') => without_dots(own),
        _ => {
            let folder = path.rfind('/').and_then(|at| path.get(..=at)).unwrap_or("/");
            without_dots(&format!("{folder}{own}"))
        }
    };
    format!("{scheme}://{host}{path}{tail}")
}

/// Whether a link may lead to an address: the web and mail only, or within the page's site.
pub(super) fn is_link(address: &str) -> bool {
    match scheme(address) {
        Some(scheme) => {
            ["http", "https", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known))
        }
        // A path can only have come from the page's own site; a place within the page is no link.
        None => !address.is_empty() && !address.starts_with('#') && !address.contains('\\'),
    }
}

#[derive(Debug, Clone, Copy)]
struct Base<'a> {
    scheme: &'a str,
    host: &'a str,
    path: &'a str,
}

impl<'a> Base<'a> {
    fn of(address: &'a str) -> Option<Self> {
        let (scheme, rest) = address.trim().split_once("://")?;
        if !["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
            return None;
        }
        let cut = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (host, rest) = rest.split_at_checked(cut)?;
        let path = rest.split(['?', '#']).next().unwrap_or_default();
        Some(Self { scheme, host, path })
    }
}

/// The scheme of an address that has one.
fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.trim_start().split_once(':')?;
    let letter = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    let rest = scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    (letter && rest).then_some(scheme)
}

fn without_dots(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    let mut pieces = path.split('/').peekable();
    while let Some(piece) = pieces.next() {
        match piece {
            "." | ".." => {
                if piece == ".." && parts.len() > 1 {
                    parts.pop();
                }
                if pieces.peek().is_none() {
                    parts.push("");
                }
            }
            _ => parts.push(piece),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_resolved_as_the_standard_says() {
        let base = Some("https://example.org/news/2024/story.html?x=1#top");
        for (reference, wanted) in [
            ("other.html", "https://example.org/news/2024/other.html"),
            ("../a/./b", "https://example.org/news/a/b"),
            ("/root?y", "https://example.org/root?y"),
            ("//cdn.example.org/i.jpg", "https://cdn.example.org/i.jpg"),
            ("#note", "https://example.org/news/2024/story.html#note"),
            ("http://other.example/", "http://other.example/"),
            ("../../../..", "https://example.org/"),
        ] {
            assert_eq!(absolute(base, reference), wanted);
        }
        assert_eq!(absolute(None, "a.jpg"), "a.jpg");
        assert_eq!(absolute(Some("https://example.org"), "a"), "https://example.org/a");
    }

    #[test]
    fn links_lead_to_the_web_and_to_mail() {
        for good in ["https://example.org", "HTTP://x", "mailto:a@example.org", "/path"] {
            assert!(is_link(good), "{good}");
        }
        for bad in ["javascript:alert(1)", "file:///etc/passwd", "#x", "\\\\host\\x", "data:x", ""]
        {
            assert!(!is_link(bad), "{bad}");
        }
    }
}
