//! Names of authors, as bylines and records give them.

/// The names in a byline ("By Ada Berg and Bo Lind"); `None` for a line that is none.
pub(super) fn byline(line: &str) -> Option<Vec<String>> {
    let rest = without_lead(line)?;
    let authors = split(rest);
    let all = !authors.is_empty() && authors.iter().all(|author| is_name(author));
    (all && rest.len() <= 160).then_some(authors)
}

/// The names in a field that holds authors: "A and B", "By A, B & C", one name.
pub(super) fn authors(field: &str) -> Vec<String> {
    let field = field.trim();
    split(without_lead(field).unwrap_or(field))
}

const LEADS: &[&str] = &[
    "by",
    "written by",
    "words by",
    "story by",
    "text by",
    "reported by",
    "author:",
    "von",
    "par",
    "por",
];

fn without_lead(line: &str) -> Option<&str> {
    LEADS.iter().find_map(|lead| {
        let (start, rest) = line.split_at_checked(lead.len())?;
        let apart = rest.starts_with(|c: char| c.is_whitespace() || c == ':');
        (apart && start.eq_ignore_ascii_case(lead))
            .then(|| rest.trim_start_matches(|c: char| c.is_whitespace() || c == ':'))
    })
}

/// What stands behind a name and is none.
const TITLES: &[&str] = &[
    "staff",
    "staff writer",
    "staff reporter",
    "reporter",
    "correspondent",
    "editor",
    "jr",
    "jr.",
    "sr.",
    "phd",
    "ph.d.",
    "md",
    "contributor",
    "special to",
];

fn split(names: &str) -> Vec<String> {
    let mut authors: Vec<String> = Vec::new();
    for part in names.split([',', ';', '&', '\n']) {
        for name in part
            .split(" and ")
            .flat_map(|part| part.split(" und "))
            .flat_map(|part| part.split(" AND "))
        {
            let name = name.trim().trim_end_matches('.');
            let name = name.strip_prefix("and ").unwrap_or(name).trim();
            let title = TITLES.iter().any(|title| name.eq_ignore_ascii_case(title));
            if !name.is_empty() && !title && !authors.iter().any(|known| known == name) {
                authors.push(name.to_owned());
            }
        }
    }
    authors
}

/// Whether `name` looks like one of a person or a body: a few words that begin with capitals,
/// particles aside.
fn is_name(name: &str) -> bool {
    let particle = |word: &str| {
        matches!(
            word,
            "de" | "del"
                | "della"
                | "di"
                | "da"
                | "van"
                | "von"
                | "der"
                | "den"
                | "la"
                | "le"
                | "el"
                | "al"
                | "bin"
                | "ibn"
                | "of"
                | "the"
                | "dos"
                | "du"
                | "ter"
                | "zu"
        )
    };
    let words: Vec<&str> = name.split_whitespace().collect();
    let capital = |word: &&str| word.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    (1..=6).contains(&words.len())
        && words.iter().all(|word| capital(word) || particle(word))
        && words.iter().any(capital)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines_give_one_name_each() {
        for (line, names) in [
            ("By Ada Berg", vec!["Ada Berg"]),
            ("BY ADA BERG AND BO LIND", vec!["ADA BERG", "BO LIND"]),
            (
                "By Ada Berg, Bo Lind and Ida van der Zee",
                vec!["Ada Berg", "Bo Lind", "Ida van der Zee"],
            ),
            ("Von Ada Berg und Bo Lind", vec!["Ada Berg", "Bo Lind"]),
            ("By Ada Berg, Staff Writer", vec!["Ada Berg"]),
        ] {
            assert_eq!(
                byline(line),
                Some(names.into_iter().map(str::to_owned).collect()),
                "{line}"
            );
        }
    }

    #[test]
    fn sentences_that_begin_like_bylines_are_none() {
        for line in ["By then the river had risen", "By the way, no", "Bytes are cheap", "By"] {
            assert_eq!(byline(line), None, "{line}");
        }
    }
}
