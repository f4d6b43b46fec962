//! A name made ready to be compared with others: without title, suffix and possessive.

use super::office;
use crate::facts::entity::EntityKind;
use crate::facts::lexicon::{self, Class};

/// A name to cluster: its words without title or possessive, and what bears it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    /// The words, in lower case, without full stops, particles, titles and suffixes.
    pub(super) words: Vec<String>,
    /// What bears it.
    pub(super) kind: EntityKind,
    /// The words of the office that stand before a person's name, or that are all there is:
    /// "president".
    pub(super) office: Vec<String>,
    /// Whether it names someone by the office alone.
    pub(super) is_office: bool,
    /// The number of a ruler: "ii" of "Shah Abbas II".
    pub(super) number: Option<String>,
    /// Whether a company's suffix says that nothing is left out.
    pub(super) is_complete: bool,
    /// How many words its first possessive and those before it are.
    pub(super) possessive: usize,
}

impl Named {
    /// The name printed as `name`.
    pub(super) fn new(name: &str, kind: EntityKind) -> Self {
        let parts = name.split(|mark: char| mark.is_whitespace() || matches!(mark, '-' | ','));
        let mut printed: Vec<&str> = parts.filter(|part| !plain(part).is_empty()).collect();
        if kind == EntityKind::Organization {
            // "computer maker Apple": what stands in small letters is said of it.
            let small =
                |word: &&str| !word.contains(char::is_uppercase) && !is_grammar(&plain(word));
            let said = printed.iter().rposition(small).filter(|at| at + 1 < printed.len());
            printed.drain(..said.map_or(0, |at| at + 1));
        }
        let words: Vec<String> = printed.iter().map(|part| plain(part)).collect();
        let possessive = printed
            .iter()
            .position(|part| ["'s", "’s", "s'", "s’"].iter().any(|ending| part.ends_with(ending)));
        let mut named = Self {
            words,
            kind,
            office: Vec::new(),
            is_office: false,
            number: None,
            is_complete: false,
            possessive: possessive.map_or(0, |at| at + 1),
        };
        match kind {
            EntityKind::Person => named.trim_person(&printed),
            EntityKind::Organization => named.trim_organization(),
            EntityKind::Place => named.drop_all(|word| word == "the"),
        }
        if let Some(same) = same_place(&named.whole()) {
            named.words = vec![same.to_owned()];
        }
        named
    }

    /// The words, with spaces.
    pub(super) fn whole(&self) -> String {
        self.words.join(" ")
    }

    /// The first letters of its words: of those that are more than grammar, and of all.
    pub(super) fn initials(&self) -> [String; 2] {
        let first = |word: &String| word.chars().next();
        let weighty = self.words.iter().filter(|word| !is_grammar(word));
        [weighty.filter_map(first).collect(), self.words.iter().filter_map(first).collect()]
    }

    /// Leaves out the words that `drops` asks for, unless they are all.
    fn drop_all(&mut self, drops: impl Fn(&str) -> bool) {
        if self.words.iter().any(|word| !drops(word)) {
            self.words.retain(|word| !drops(word));
        }
    }

    fn trim_organization(&mut self) {
        let before = self.words.len();
        self.drop_all(|word| lexicon::look_up(word).is(Class::CompanySuffix));
        self.is_complete = self.words.len() < before;
        if self.words.len() > 1 && self.words.first().is_some_and(|word| word == "the") {
            self.words.remove(0);
            self.possessive = self.possessive.saturating_sub(1);
        }
    }

    fn trim_person(&mut self, printed: &[&str]) {
        self.drop_all(|word| word == "the");
        self.drop_honors(printed);
        if let Some(office) = office::alone(&self.words) {
            (self.office, self.is_office) = (office, true);
            return;
        }
        // "Theodorus of Tabennese": where someone is from tells nothing of other mentions.
        if let Some(of) = self.words.iter().position(|word| word == "of").filter(|of| *of > 0) {
            self.words.truncate(of);
        }
        let title = self.words.iter().rposition(|word| office::is_before_names(word));
        if let Some(last) = title.filter(|last| last + 1 < self.words.len()) {
            let rest = self.words.split_off(last + 1);
            self.office = office::key(&std::mem::replace(&mut self.words, rest));
        }
        self.drop_all(|word| {
            let lexeme = lexicon::look_up(word);
            lexeme.any(&[Class::Honorific, Class::NameSuffix]) && !lexeme.is(Class::GivenName)
                || lexeme.is(Class::Particle) && !lexeme.is(Class::Surname)
        });
    }

    /// Takes what follows a name off its end: "Jr.", "II", "OBE".
    fn drop_honors(&mut self, printed: &[&str]) {
        let shouted = printed.first().is_some_and(|word| !word.contains(char::is_lowercase));
        while self.words.len() > 1 {
            let Some(last) = self.words.last() else { return };
            let as_printed = printed.get(self.words.len() - 1).copied().unwrap_or("");
            let honor = !shouted
                && self.words.len() > 2
                && matches!(last.len(), 2..=4)
                && as_printed.chars().all(char::is_uppercase);
            let number = as_printed.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X'));
            if number && !as_printed.is_empty() {
                self.number = self.words.pop();
            } else if honor || matches!(last.as_str(), "jr" | "sr" | "esq" | "phd" | "md") {
                self.words.pop();
            } else {
                return;
            }
        }
    }
}

/// `word` in lower case, without full stops, quotation marks and a possessive; letters without
/// the marks above and below them.
fn plain(word: &str) -> String {
    let word = word.trim_end_matches("'s").trim_end_matches("’s");
    let kept = word.chars().filter(|letter| letter.is_alphanumeric() || *letter == '&');
    kept.flat_map(char::to_lowercase).map(bare).collect()
}

/// The letter under an accent, of those that names in English texts have.
const fn bare(letter: char) -> char {
    match letter {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ḥ' => 'h',
        'í' | 'ì' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'š' | 'ś' | 'ş' | 'ș' => 's',
        'ț' | 'ţ' => 't',
        'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' => 'y',
        'ž' | 'ź' | 'ż' => 'z',
        _ => letter,
    }
}

/// Whether `word` only joins the others.
pub(super) fn is_grammar(word: &str) -> bool {
    matches!(word, "of" | "for" | "the" | "and" | "&" | "in" | "on" | "to" | "a" | "de")
}

/// One name for places that have several.
fn same_place(name: &str) -> Option<&'static str> {
    Some(match name {
        "us" | "usa" | "united states" | "united states of america" | "america" => "united states",
        "uk" | "united kingdom" | "britain" | "great britain" => "united kingdom",
        "uae" | "united arab emirates" => "united arab emirates",
        "un" | "united nations" => "united nations",
        "eu" | "european union" => "european union",
        "new york city" => "new york",
        "washington dc" => "washington",
        "soviet union" | "ussr" => "soviet union",
        "holland" | "netherlands" => "netherlands",
        "kiev" | "kyiv" => "kyiv",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words that are compared.
    fn whole(kind: EntityKind, name: &str) -> String {
        Named::new(name, kind).whole()
    }

    #[test]
    fn titles_and_honors_are_left_out() {
        let person = |name| whole(EntityKind::Person, name);
        assert_eq!(person("Norwegian Prime Minister Ann Lee"), "ann lee");
        assert_eq!(person("Dame Ann Lee DBE"), "ann lee");
        assert_eq!(person("Omar al-Rashidi Jr."), "omar rashidi");
        assert_eq!(person("Theodora of Bergen"), "theodora");
        assert_eq!(person("Stephen King"), "stephen king");
    }

    #[test]
    fn a_number_is_not_a_word_of_a_ruler() {
        let named = Named::new("Haakon VII", EntityKind::Person);
        assert_eq!((named.whole().as_str(), named.number.as_deref()), ("haakon", Some("vii")));
    }

    #[test]
    fn what_is_said_of_an_organization_is_left_out() {
        let body = |name| whole(EntityKind::Organization, name);
        assert_eq!(body("the boat builder Oddvik Corp."), "oddvik");
        assert_eq!(body("Bank of Norway"), "bank of norway");
        assert_eq!(body("The Crédit Océan"), "credit ocean");
    }

    #[test]
    fn an_office_alone_is_no_name() {
        let office = |name| Named::new(name, EntityKind::Person).is_office;
        assert!(office("President") && office("Prime Minister") && office("U.S. Secretary"));
        assert!(!office("Rodney King") && !office("Dean Major"));
    }
}
