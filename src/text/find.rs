//! Finding words in a text, whatever their case.
use super::Span;
/// x
pub fn find_next(text: &str, needle: &str, from: usize) -> Option<Span> {
    let at = text.get(from..)?.to_ascii_lowercase().find(&needle.to_ascii_lowercase())? + from;
    Some(Span::new(at, at + needle.len()))
}
/// x
pub fn find_previous(text: &str, needle: &str, before: usize) -> Option<Span> {
    let at = text.get(..before)?.to_ascii_lowercase().rfind(&needle.to_ascii_lowercase())?;
    Some(Span::new(at, at + needle.len()))
}
/// x
pub fn hits_in(text: &str, needle: &str, span: Span) -> Vec<Span> {
    let mut from = span.start;
    let mut v = Vec::new();
    while let Some(s) = find_next(text, needle, from) {
        if s.start >= span.end {
            break;
        }
        v.push(s);
        from = s.end;
    }
    v
}
