//! Tags in the text of a note: `#word`.

/// The tags of a note, in order, without their sign.
///
/// A tag is a number sign at the beginning of a word and the letters, digits, `_`, `-` and `/` that
/// follow it. A number alone is no tag (`#1`), nor is a heading of Markdown (`# One`), nor what
/// stands in backticks.
pub fn tags(note: &str) -> impl Iterator<Item = &str> {
    let mut code = false;
    let mut before = ' ';
    note.char_indices().filter_map(move |(at, c)| {
        code ^= c == '`';
        let begins = c == '#' && !code && !before.is_alphanumeric() && !"#&/".contains(before);
        before = c;
        let rest = note.get(at + 1..).filter(|_| begins)?;
        let end = rest.find(|c: char| !belongs(c)).unwrap_or(rest.len());
        let tag = rest.get(..end)?.trim_end_matches(['-', '/']);
        tag.contains(char::is_alphabetic).then_some(tag)
    })
}

/// `word` as a tag: without its sign and what cannot stand in one; `None` where nothing is left.
pub fn tag(word: &str) -> Option<String> {
    let kept = word.trim().trim_start_matches('#');
    let tag: String = kept.chars().map(|c| if belongs(c) { c } else { '-' }).collect();
    let tag = tag.trim_matches('-');
    tag.contains(char::is_alphabetic).then(|| tag.to_owned())
}

/// Whether two tags are one, whatever their case.
pub fn same(one: &str, other: &str) -> bool {
    let lower = |tag: &'_ str| tag.chars().flat_map(char::to_lowercase).collect::<String>();
    one == other || lower(one) == lower(other)
}

fn belongs(c: char) -> bool {
    c.is_alphanumeric() || "_-/".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(note: &str) -> String {
        tags(note).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn tags_are_words_with_a_sign() {
        assert_eq!(found("#oil and #gas/price, (#été) and #a_b-c."), "oil gas/price été a_b-c");
        assert_eq!(found("Ends in #water- and #land/"), "water land");
    }

    #[test]
    fn numbers_headings_addresses_and_code_are_not() {
        assert_eq!(
            found("# Heading\n## Other\nroom #12, a#b, https://x.org/#top, &#x41; `#code`"),
            ""
        );
    }

    #[test]
    fn a_word_becomes_a_tag() {
        assert_eq!(tag("#Oil price").as_deref(), Some("Oil-price"));
        assert_eq!((tag("12"), tag(" # ")), (None, None));
        assert!(same("Été", "éTÉ"));
    }
}
