//! Whose the picture is and how it may be used: the copyright notice and the license behind a
//! credit.

use crate::article::Credit;
use crate::text::Span;

/// How licenses begin, in lower case.
const LICENSES: &[&str] = &[
    "cc by",
    "cc-by",
    "cc0",
    "creative commons",
    "public domain",
    "gemeinfrei",
    "domaine public",
    "dominio público",
    "dominio publico",
    "domínio público",
];

/// How the sentence behind a notice begins, in lower case.
const RESERVED: &[&str] = &[
    "all rights reserved",
    "alle rechte vorbehalten",
    "tous droits réservés",
    "todos los derechos reservados",
];

/// The longest sentence that is nothing but terms.
const LONGEST: usize = 120;

/// Fills in what the words `behind` a caption say of notice and license.
pub(super) fn complete(behind: &str, fields: &mut Credit) {
    let sign = ["©", "(c) ", "(C) "].iter().filter_map(|sign| behind.find(sign)).min();
    if let Some(notice) = sign.and_then(|at| behind.get(at..)) {
        let notice = notice.trim_end_matches([')', ']', '.', ' ']);
        fields.copyright.get_or_insert_with(|| notice.to_owned());
    }
    let reserved = fields.copyright.as_ref().and_then(|notice| with_rights(behind, notice));
    if let Some(notice) = reserved {
        fields.copyright = Some(notice.to_owned());
    }
    if fields.license.is_none() {
        fields.license = license(behind).map(str::to_owned);
    }
}

/// `notice` with the sentence behind it that keeps all rights.
fn with_rights<'a>(behind: &'a str, notice: &str) -> Option<&'a str> {
    let at = behind.find(notice)?;
    let after = behind.get(at + notice.len()..)?;
    let kept = after.trim_start_matches(['.', ',', ' ']);
    let length = RESERVED.iter().find_map(|rights| super::lead::begun(kept, rights))?;
    behind.get(at..at + notice.len() + (after.len() - kept.len()) + length)
}

/// The license that `words` name: "CC BY-SA 4.0", "Creative Commons (BY-SA)", "Public domain".
pub(super) fn license(words: &str) -> Option<&str> {
    let starts = words.char_indices().map(|(at, _)| at);
    starts.filter(|at| is_start(words, *at)).find_map(|at| {
        let tail = words.get(at..)?;
        let begun = LICENSES.iter().find_map(|known| super::lead::begun(tail, known))?;
        let length = begun + terms(tail.get(begun..)?);
        tail.get(..length).map(|license| license.trim_end_matches(['.', ',', ' ', '(']))
    })
}

fn is_start(words: &str, at: usize) -> bool {
    words.get(..at).is_some_and(|before| !before.ends_with(char::is_alphanumeric))
}

/// How many bytes of `rest` go on with a license: its conditions, its version, its country.
fn terms(rest: &str) -> usize {
    const CONDITIONS: &[&str] = &["by", "sa", "nc", "nd", "license", "lizenz", "licence", "zero"];
    let mut length = 0;
    let mut open = false;
    for piece in rest.split_inclusive([' ', '-', '(', ')', ',']) {
        let word = piece.trim_end_matches([' ', '-', '(', ')', ',']).trim_end_matches('.');
        let lower = word.to_lowercase();
        let version = word.len() >= 3
            && word.contains('.')
            && word.chars().all(|c| c.is_ascii_digit() || c == '.');
        // The country of a version: "3.0 DE".
        let country = length > 0
            && word.len() == 2
            && word.chars().all(|c| c.is_ascii_uppercase())
            && rest.get(..length).is_some_and(|so_far| so_far.trim_end().ends_with('0'));
        if !word.is_empty() && !CONDITIONS.contains(&&*lower) && !version && !country {
            break;
        }
        open |= piece.ends_with('(');
        length += piece.len();
        if piece.ends_with(',') || piece.ends_with(')') && open {
            break;
        }
        // A bracket that was open before is closed outside of the license.
        if piece.ends_with(')') {
            return length - 1;
        }
    }
    length
}

/// `body` without a last sentence that is nothing but the terms of a license.
pub(super) fn without_terms(raw: &str, body: Span) -> Span {
    let words = body.of(raw);
    let closed = words.trim_end_matches(['.', ' ']);
    let Some((before, last)) = closed.rsplit_once(". ") else { return body };
    let told = last.to_lowercase();
    let spoken = ["verwendung unter", "used under", "licensed under", "lizenziert unter"];
    let spoken = spoken.iter().any(|start| told.starts_with(start))
        || ["sous licence", "bajo licencia", "lizenz"].iter().any(|start| told.starts_with(start));
    let terms = spoken && last.len() <= LONGEST && license(last).is_some();
    if terms { Span::new(body.start, body.start + before.len() + 1) } else { body }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_license_is_read_with_its_conditions() {
        for (words, expected) in [
            ("Foto: Ada Berg CC BY 2.0", "CC BY 2.0"),
            ("Ada Berg (CC BY-NC-ND 4.0)", "CC BY-NC-ND 4.0"),
            ("Ada Berg, CC-BY-SA 3.0 DE, via Wikimedia", "CC-BY-SA 3.0 DE"),
            ("unter den Bedingungen der Creative Commons (BY-SA).", "Creative Commons (BY-SA)"),
            ("Flickr/Creative Commons", "Creative Commons"),
            ("Ada Berg, Public Domain The sea is calm.", "Public Domain"),
            ("Foto: Ada Berg, gemeinfrei", "gemeinfrei"),
            ("Photo : Ada Berg, domaine public.", "domaine public"),
            ("CC0", "CC0"),
        ] {
            assert_eq!(license(words), Some(expected), "{words}");
        }
        assert_eq!(license("Ada Berg/AP, acc by hand"), None);
    }

    #[test]
    fn a_notice_keeps_its_rights() {
        let mut fields =
            Credit { copyright: Some("Copyright 2019 Nordfoto".into()), ..Credit::default() };
        complete("AP / Copyright 2019 Nordfoto. All rights reserved.", &mut fields);
        assert_eq!(fields.copyright.unwrap(), "Copyright 2019 Nordfoto. All rights reserved");
    }
}
