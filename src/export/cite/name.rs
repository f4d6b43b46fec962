//! Names taken apart as references need them.

/// Words that a body has in its name and a person has not.
const BODIES: &[&str] = &[
    "agence",
    "agency",
    "agencies",
    "associated",
    "board",
    "bureau",
    "broadcasting",
    "committee",
    "correspondent",
    "correspondents",
    "desk",
    "editor",
    "editorial",
    "editors",
    "foundation",
    "institute",
    "journal",
    "magazine",
    "media",
    "ministry",
    "network",
    "news",
    "newsroom",
    "office",
    "post",
    "press",
    "radio",
    "reporter",
    "reporters",
    "service",
    "staff",
    "team",
    "television",
    "times",
    "tribune",
    "tv",
    "university",
    "wire",
    "with",
    "writers",
];

/// Words in small letters that belong to the family name (CSL 1.0.2, "non-dropping particle").
const PARTICLES: &[&str] = &[
    "af", "al", "auf", "aus", "ben", "bin", "da", "das", "de", "del", "della", "den", "der", "di",
    "do", "dos", "du", "el", "ibn", "la", "las", "le", "los", "of", "op", "ten", "ter", "van",
    "vom", "von", "zu", "zum", "zur",
];

/// What may follow a family name.
const SUFFIXES: &[&str] = &["jr", "sr", "ii", "iii", "iv"];

/// A name as references need it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Name {
    /// A person.
    Person {
        /// The given names.
        given: String,
        /// The family name, its particles included.
        family: String,
        /// "Jr.", "III".
        suffix: Option<String>,
    },
    /// A body, or a person of one name.
    Literal(String),
}

impl Name {
    /// Takes a name apart. A name that may be a body's stays whole.
    pub(super) fn read(name: &str) -> Self {
        let plain = |word: &str| word.trim_matches(['.', ',']).to_lowercase();
        let mut words: Vec<&str> = name.split_whitespace().collect();
        let body = words.iter().any(|word| BODIES.contains(&plain(word).as_str()))
            || words.len() > 5
            || name.contains(['&', '/', '(', '@'])
            || name.chars().any(|c| c.is_ascii_digit());
        let suffix = words.last().filter(|it| SUFFIXES.contains(&plain(it).as_str())).copied();
        if suffix.is_some() {
            words.pop();
        }
        if let (false, Some((family, given))) = (body, name.split_once(", "))
            && suffix.is_none()
        {
            return Self::Person {
                given: given.to_owned(),
                family: family.to_owned(),
                suffix: None,
            };
        }
        if body || words.len() < 2 {
            return Self::Literal(name.to_owned());
        }
        let last = words.len() - 1;
        let particles = words.iter().take(last).skip(1).position(|word| PARTICLES.contains(word));
        let (given, family) = words.split_at(particles.map_or(last, |at| at + 1));
        Self::Person {
            given: given.join(" "),
            family: family.join(" ").trim_end_matches(',').to_owned(),
            suffix: suffix.map(str::to_owned),
        }
    }

    /// "Holt, Mia": the family name first.
    pub(super) fn inverted(&self) -> String {
        match self {
            Self::Literal(name) => name.clone(),
            Self::Person { given, family, suffix: None } => format!("{family}, {given}"),
            Self::Person { given, family, suffix: Some(suffix) } => {
                format!("{family}, {given}, {suffix}")
            }
        }
    }

    /// "Holt, M. J.": the family name first, initials after it.
    pub(super) fn initials(&self) -> String {
        let Self::Person { given, family, .. } = self else { return self.inverted() };
        let initials = given.split_whitespace().filter_map(|name| {
            let parts = name.split('-').filter_map(|part| part.chars().next());
            let parts: Vec<String> = parts.map(|c| format!("{c}.")).collect();
            (!parts.is_empty()).then(|| parts.join("-"))
        });
        format!("{family}, {}", initials.collect::<Vec<_>>().join(" "))
    }

    /// What it is sorted by.
    pub(super) fn sorting(&self) -> String {
        match self {
            Self::Literal(name) | Self::Person { family: name, .. } => name.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inverted(name: &str) -> String {
        Name::read(name).inverted()
    }

    #[test]
    fn the_family_name_is_the_last_with_its_particles() {
        assert_eq!(inverted("Mia Holt"), "Holt, Mia");
        assert_eq!(inverted("Mia van der Holt"), "van der Holt, Mia");
        assert_eq!(inverted("Lou Reed Jr."), "Reed, Lou, Jr.");
        assert_eq!(inverted("Holt, Mia"), "Holt, Mia");
    }

    #[test]
    fn a_body_stays_whole() {
        for name in ["Harbor News Agency", "Associated Press", "AFP", "Quay staff", "R&D"] {
            assert_eq!(inverted(name), name);
        }
    }

    #[test]
    fn given_names_become_initials() {
        assert_eq!(Name::read("Anne-Marie J. Holt").initials(), "Holt, A.-M. J.");
    }
}
