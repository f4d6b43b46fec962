//! Case folding one character at a time (Unicode, simple case folding), and its way back.

/// `c` as it is compared: curly quotation marks as straight ones, and in small letters unless
/// `exact`.
pub(super) fn normal(c: char, exact: bool) -> char {
    match c {
        '‘' | '’' | 'ʼ' => '\'',
        '“' | '”' | '„' => '"',
        _ if exact => c,
        _ => folded(c),
    }
}

/// `c` in small letters, by way of its capital, so that all forms of a letter meet (σ and ς).
/// Where either is more than one character, `c` stays, and so does the dotless i.
fn folded(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    if c == 'ı' {
        return c;
    }
    let small = single(c.to_uppercase()).and_then(|capital| single(capital.to_lowercase()));
    small.unwrap_or(c)
}

fn single(mut chars: impl Iterator<Item = char>) -> Option<char> {
    chars.next().filter(|_| chars.next().is_none())
}

/// Every character that [`normal`] makes `c`.
pub(super) fn forms(c: char, exact: bool) -> Vec<char> {
    // The forms of letters that are neither their capital nor their small letter.
    const ODD: &str = "‘’ʼ“”„ſ\u{212a}\u{212b}\u{2126}ẞς\u{b5}ϐϵϑϰϖϱϕϴ\u{345}\u{1fbe}ẛǅǈǋǲᲀᲁᲂᲃᲄᲅᲆᲇᲈ\u{1fd3}\u{1fe3}ﬅ";
    let near = [c, single(c.to_uppercase()).unwrap_or(c), single(c.to_lowercase()).unwrap_or(c)];
    let mut forms: Vec<char> = near.into_iter().chain(ODD.chars()).collect();
    forms.retain(|&form| normal(form, exact) == c);
    forms.sort_unstable();
    forms.dedup();
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_every_letter_is_known() {
        let folds = |c: &char| normal(*c, false) != *c;
        let unknown = |c: &char| !forms(normal(*c, false), false).contains(c);
        let missing: String = (char::MIN..=char::MAX).filter(folds).filter(unknown).collect();
        assert_eq!(missing, "");
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for c in '\u{0}'..=char::MAX {
            assert_eq!(normal(normal(c, false), false), normal(c, false), "{c:?}");
        }
    }
}
