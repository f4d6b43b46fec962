//! Paths in an archive: what a page in it names relative to itself.

use crate::article::Article;

/// The path in the archive that `reference` names, seen from the entry `from`; `None` where it
/// names something outside.
pub(super) fn resolved(from: &str, reference: &str) -> Option<String> {
    let reference = reference.split(['#', '?']).next().unwrap_or(reference);
    if reference.contains(':') || reference.starts_with("//") || reference.is_empty() {
        return None;
    }
    let reference = unescaped(reference);
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let whole = match reference.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("{folder}/{reference}"),
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in whole.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Gives the images of an article that stands in the entry `from` the names of entries.
pub(super) fn name_images(article: &mut Article, from: &str) {
    for image in &mut article.images {
        if let Some(path) = image.address.as_deref().and_then(|it| resolved(from, it)) {
            image.address = Some(path);
        }
    }
}

/// A reference without the escapes of addresses ("%20").
fn unescaped(reference: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = reference.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let code = after.get(..2).filter(|_| first == b'%');
        let code = code.and_then(|code| u8::from_str_radix(str::from_utf8(code).ok()?, 16).ok());
        bytes.push(code.unwrap_or(first));
        rest = if code.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| reference.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_lead_to_entries_and_never_out() {
        for (from, reference, path) in [
            ("OEBPS/text/a.xhtml", "../images/b%20c.jpg", Some("OEBPS/images/b c.jpg")),
            ("a.html", "a_files/b.png?v=1", Some("a_files/b.png")),
            ("x/a.html", "/b.png", Some("b.png")),
            ("a.html", "../../etc/passwd", None),
            ("a.html", "https://example.org/b.png", None),
            ("a.html", "data:image/png;base64,AA", None),
        ] {
            assert_eq!(resolved(from, reference).as_deref(), path, "{reference}");
        }
    }
}
