//! What makes two imports the same article.

use super::{Fingerprint, NewArticle};
use crate::article::Article;

/// What an article is known by: its canonical address, else the file and record it was read
/// from, else its text.
pub(super) fn identity(new: &NewArticle, name: Fingerprint) -> String {
    let address = new.article.meta.address.as_ref();
    if let Some(address) = address.and_then(|it| canonical(&it.value)) {
        return format!("address {address}");
    }
    match &new.path {
        Some(path) => format!("file {}#{}", path.display(), new.record),
        None => format!("text {}", name.0.to_hex()),
    }
}

/// An address without what does not tell articles apart: its fragment, the case of scheme and
/// host, the default port (RFC 3986, section 6.2). `None` for one that names no page of a site.
pub(super) fn canonical(address: &str) -> Option<String> {
    let whole = address.trim();
    let whole = whole.split_once('#').map_or(whole, |(before, _)| before);
    let (scheme, rest) = whole.split_once("://")?;
    let (host, path) = rest.split_at(rest.find(['/', '?'])?);
    if host.is_empty() || path == "/" {
        return None;
    }
    let (scheme, host) = (scheme.to_ascii_lowercase(), host.to_ascii_lowercase());
    let port = if scheme == "https" { ":443" } else { ":80" };
    Some(format!("{scheme}://{}{path}", host.strip_suffix(port).unwrap_or(&host)))
}

/// Whether two headlines say the same, whatever their case and spaces.
pub(super) fn same_title(one: &str, other: &str) -> bool {
    let words = |title: &str| title.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    words(one) == words(other)
}

/// The headline on one line; where there is none, the first words.
pub(super) fn title(article: &Article) -> String {
    let stated = article.meta.title.as_ref().map_or("", |title| title.value.as_str());
    let words = if stated.trim().is_empty() { article.text.as_str() } else { stated };
    let line = one_line(words, 400);
    if line.is_empty() { "Untitled".to_owned() } else { line }
}

/// The words of `text` with single spaces between them, as many as fit in `bytes`.
pub(super) fn one_line(text: &str, bytes: usize) -> String {
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
        if line.len() > bytes {
            line.truncate(line.floor_char_boundary(bytes));
            break;
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(address: &str) -> Option<String> {
        canonical(address)
    }

    #[test]
    fn fragment_case_and_default_port_do_not_tell_articles_apart() {
        let plain = page("https://example.org/a?b=C");
        assert!(plain.is_some());
        assert_eq!(page(" HTTPS://Example.org:443/a?b=C#top"), plain);
        assert_ne!(page("https://example.org/A?b=C"), plain);
    }

    #[test]
    fn a_site_without_a_page_is_not_an_article() {
        for address in ["https://example.org", "https://example.org/", "example.org/a", "", "://"] {
            assert_eq!(page(address), None, "{address}");
        }
    }

    #[test]
    fn a_headline_is_one_line() {
        assert_eq!(one_line(" Two\n\twords ", 99), "Two words");
        assert_eq!(one_line("äöü äöü", 3), "ä");
    }
}
