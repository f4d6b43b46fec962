//! A passage with where it comes from, in the style a reader has chosen.

use super::Reference;
use super::name::Name;
use jiff::civil::Date;

/// How a copied passage names its source.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Style {
    /// In plain words: speaker, author, headline, publication, day, address.
    #[default]
    Plain,
    /// APA, 7th edition, section 10.1, newspaper articles.
    Apa,
    /// Chicago Manual of Style, 17th edition, notes, section 14.191.
    Chicago,
    /// MLA Handbook, 9th edition.
    Mla,
    /// The template `cite news` of the English Wikipedia.
    Wikipedia,
}

/// Words that were said, and by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quoted<'a> {
    /// The words, on one line.
    pub words: &'a str,
    /// Who said them, where the words are a quotation.
    pub speaker: Option<&'a str>,
}

impl Style {
    /// Every style.
    pub const ALL: [Self; 5] = [Self::Plain, Self::Apa, Self::Chicago, Self::Mla, Self::Wikipedia];

    /// Its name in the settings.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Apa => "apa",
            Self::Chicago => "chicago",
            Self::Mla => "mla",
            Self::Wikipedia => "wikipedia",
        }
    }

    /// The style of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|style| style.name() == name)
    }

    /// The passage and its source.
    pub fn cite(self, quoted: Quoted<'_>, reference: &Reference) -> String {
        let source = self.reference(reference, Some(quoted.words));
        if self == Self::Wikipedia {
            return source;
        }
        let words = quotation(quoted.words);
        let speaker = quoted.speaker.map(|speaker| format!(" — {speaker}")).unwrap_or_default();
        match (self, speaker.is_empty()) {
            (Self::Plain, true) => format!("{words} — {source}"),
            (Self::Plain, false) => format!("{words}{speaker}, in {source}"),
            _ => format!("{words}{speaker}\n{source}"),
        }
    }

    /// The passage as a block quote of Markdown, its source below.
    pub fn block(self, quoted: Quoted<'_>, reference: &Reference) -> String {
        let escape = crate::export::markdown::escape;
        let mut lines: Vec<String> =
            quoted.words.lines().map(|line| format!("> {}", escape(line))).collect();
        lines.push(">".to_owned());
        let speaker = quoted.speaker.map(|it| format!("{}, in ", escape(it))).unwrap_or_default();
        let title = escape(&reference.title);
        let linked = match &reference.address {
            Some(address) => format!("[{title}]({})", crate::export::markdown::address(address)),
            None => format!("“{title}”"),
        };
        let rest =
            [people(&reference.authors), reference.source.clone(), reference.published.map(day)];
        let rest = rest.into_iter().flatten().filter(|it| !it.is_empty()).map(|it| escape(&it));
        let source = [linked].into_iter().chain(rest).collect::<Vec<_>>().join(", ");
        lines.push(format!("> — {speaker}{source}"));
        lines.join("\n") + "\n"
    }

    /// The source alone.
    pub fn reference(self, it: &Reference, quote: Option<&str>) -> String {
        match self {
            Self::Plain => plain(it),
            Self::Apa => apa(it),
            Self::Chicago => chicago(it),
            Self::Mla => mla(it),
            Self::Wikipedia => wikipedia(it, quote),
        }
    }
}

/// Words between quotation marks; those that have them already keep them.
fn quotation(words: &str) -> String {
    let whole = |open, close| {
        let inner = words.strip_prefix(open).and_then(|it: &str| it.strip_suffix(close));
        inner.is_some_and(|it| !it.contains([open, close]))
    };
    if whole('“', '”') || whole('"', '"') || whole('„', '“') || whole('«', '»') {
        return words.to_owned();
    }
    format!("“{}”", words.replace('“', "‘").replace('”', "’"))
}

/// "14 September 2021"
fn day(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

/// "A, B and C"
fn people(authors: &[String]) -> Option<String> {
    match authors {
        [] => None,
        [one] => Some(one.clone()),
        [first @ .., last] => Some(format!("{} and {last}", first.join(", "))),
    }
}

fn plain(it: &Reference) -> String {
    let title = Some(format!("“{}”", it.title.replace('“', "‘").replace('”', "’")));
    let parts =
        [people(&it.authors), title, it.source.clone(), it.published.map(day), it.address.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// What ends with a full stop, once.
fn stopped(words: &str) -> String {
    if words.ends_with(['.', '!', '?', '”']) { words.to_owned() } else { format!("{words}.") }
}

fn apa(it: &Reference) -> String {
    let names: Vec<String> = it.authors.iter().map(|name| Name::read(name).initials()).collect();
    let names = match names.as_slice() {
        [] => it.source.clone().unwrap_or_default(),
        [one] => one.clone(),
        [first @ .., last] => format!("{}, & {last}", first.join(", ")),
    };
    let date =
        it.published.map_or_else(|| "n.d.".to_owned(), |it| it.strftime("%Y, %B %-d").to_string());
    let source = it.source.as_deref().filter(|_| !it.authors.is_empty()).map(stopped);
    let parts = [
        Some(stopped(&names)).filter(|it| it != "."),
        Some(format!("({date}).")),
        Some(stopped(&it.title)),
        source,
        it.address.clone(),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn chicago(it: &Reference) -> String {
    let date = it.published.map(|it| it.strftime("%B %-d, %Y").to_string());
    let title = Some(format!("“{},”", it.title.replace('“', "‘").replace('”', "’")));
    let head: Vec<String> =
        [people(&it.authors).map(|it| it + ","), title].into_iter().flatten().collect();
    let tail: Vec<String> =
        [it.source.clone(), date, it.address.clone()].into_iter().flatten().collect();
    stopped(format!("{} {}", head.join(" "), tail.join(", ")).trim())
}

fn mla(it: &Reference) -> String {
    let names: Vec<Name> = it.authors.iter().map(|name| Name::read(name)).collect();
    let names = match (names.as_slice(), it.authors.as_slice()) {
        ([], _) => None,
        ([one], _) => Some(one.inverted()),
        ([first, _], [_, second]) => Some(format!("{}, and {second}", first.inverted())),
        ([first, ..], _) => Some(format!("{}, et al", first.inverted())),
    };
    let title = format!("“{}.”", it.title.replace('“', "‘").replace('”', "’"));
    let date = it.published.map(|it| it.strftime("%-d %b. %Y").to_string().replace("May.", "May"));
    let address = it.address.as_deref().map(|it| it.trim_start_matches("https://").to_owned());
    let tail: Vec<String> = [it.source.clone(), date, address].into_iter().flatten().collect();
    let head = names.map(|it| stopped(&it) + " ").unwrap_or_default();
    stopped(format!("{head}{title} {}", tail.join(", ")).trim())
}

fn wikipedia(it: &Reference, quote: Option<&str>) -> String {
    let mut fields: Vec<(String, String)> = Vec::new();
    for (number, author) in (1..).zip(&it.authors) {
        match Name::read(author) {
            Name::Person { given, family, .. } => {
                fields.push((format!("last{number}"), family));
                fields.push((format!("first{number}"), given));
            }
            Name::Literal(name) => fields.push((format!("author{number}"), name)),
        }
    }
    let named = [
        ("title", Some(it.title.clone())),
        ("work", it.source.clone()),
        ("date", it.published.map(|it| it.to_string())),
        ("url", it.address.clone()),
        ("access-date", it.accessed.map(|it| it.to_string())),
        ("language", it.language.clone()),
        ("quote", quote.map(str::to_owned)),
    ];
    fields.extend(named.into_iter().filter_map(|(name, words)| Some((name.to_owned(), words?))));
    // A bar or braces would end the field.
    let inert = |words: &str| words.replace('|', "{{!}}").replace("}}", "} }");
    let fields = fields.iter().map(|(name, words)| {
        let words = if name == "url" {
            words.replace('|', "%7C")
        } else {
            inert(words).replace("{{!} }", "{{!}}")
        };
        format!(" |{name}={words}")
    });
    format!("{{{{cite news{}}}}}", fields.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::super::tests::references;
    use super::*;

    const QUOTED: Quoted<'_> = Quoted { words: "The gates failed.", speaker: None };

    fn cited(style: Style) -> String {
        let mut first = references()[0].clone();
        first.title = "Gates stay shut".to_owned();
        style.cite(QUOTED, &first)
    }

    #[test]
    fn each_style_names_the_source() {
        assert_eq!(
            cited(Style::Plain),
            "“The gates failed.” — Mia van der Holt and Bo Lind, “Gates stay shut”, The Quay, \
             30 May 2026, https://example.org/a_b?c=1&d=2"
        );
        assert_eq!(
            cited(Style::Apa),
            "“The gates failed.”\nvan der Holt, M., & Lind, B. (2026, May 30). Gates stay shut. \
             The Quay. https://example.org/a_b?c=1&d=2"
        );
        assert_eq!(
            cited(Style::Chicago),
            "“The gates failed.”\nMia van der Holt and Bo Lind, “Gates stay shut,” The Quay, \
             May 30, 2026, https://example.org/a_b?c=1&d=2."
        );
        assert_eq!(
            cited(Style::Mla),
            "“The gates failed.”\nvan der Holt, Mia, and Bo Lind. “Gates stay shut.” The Quay, \
             30 May 2026, example.org/a_b?c=1&d=2."
        );
        assert!(cited(Style::Wikipedia).starts_with("{{cite news |last1=van der Holt |first1=Mia"));
        assert!(cited(Style::Wikipedia).ends_with("|language=en |quote=The gates failed.}}"));
    }

    #[test]
    fn a_speaker_stands_before_the_article() {
        let quoted = Quoted { words: "“We were lucky”", speaker: Some("Ada Lund") };
        let second = &references()[1];
        let cited = Style::Plain.cite(quoted, second);
        assert_eq!(cited, "“We were lucky” — Ada Lund, in Harbor News Agency, “Tides”");
    }

    #[test]
    fn quotations_within_the_words_are_set_as_such() {
        assert_eq!(quotation("He said “no” twice."), "“He said ‘no’ twice.”");
        assert_eq!(quotation("“No,” he said, “never.”"), "“‘No,’ he said, ‘never.’”");
    }

    #[test]
    fn a_block_quote_links_the_article() {
        let block = Style::Plain.block(QUOTED, &references()[0]);
        let expected = "> The gates failed.\n>\n> — [Gates & {locks}: 50% shut]\
            (https://example.org/a_b?c=1&d=2), Mia van der Holt and Bo Lind, The Quay, 30 May 2026\n";
        assert_eq!(block, expected);
    }

    #[test]
    fn names_of_styles_are_their_own() {
        assert!(Style::ALL.iter().all(|style| Style::named(style.name()) == Some(*style)));
    }
}
