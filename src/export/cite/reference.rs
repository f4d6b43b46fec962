//! What a reference says of an article.

use crate::article::Meta;
use jiff::civil::Date;

/// What a reference says of an article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reference {
    /// Tells it from others: the end of the article's id.
    pub id: String,
    /// The headline.
    pub title: String,
    /// Who wrote it, one name each.
    pub authors: Vec<String>,
    /// The publication.
    pub source: Option<String>,
    /// When it was published.
    pub published: Option<Date>,
    /// When it was saved, or else came into the library.
    pub accessed: Option<Date>,
    /// Its address.
    pub address: Option<String>,
    /// Its language, as a BCP 47 tag.
    pub language: Option<String>,
    /// Its tags.
    pub tags: Vec<String>,
    /// The reader's notes on it.
    pub notes: Vec<String>,
}

impl Reference {
    /// The reference of an article. `added` is the day it came into the library.
    pub fn new(meta: &Meta, id: &str, added: Option<Date>) -> Self {
        Self {
            id: id.to_owned(),
            title: meta.title.as_ref().map_or_else(|| "Untitled".to_owned(), |it| line(&it.value)),
            authors: meta.authors.iter().map(|it| line(&it.value)).collect(),
            source: meta.source.as_ref().map(|it| line(&it.value)),
            published: meta.published.as_ref().map(|it| it.value.date),
            accessed: meta.saved.as_ref().map(|it| it.value.date).or(added),
            address: meta.address.as_ref().map(|it| line(&it.value)),
            language: meta.language.as_ref().map(|it| line(&it.value)),
            tags: meta.tags.clone(),
            notes: Vec::new(),
        }
    }

    /// A key that a person can type: the first author's family name, the year, a word of the title,
    /// and what tells it from others.
    pub(super) fn key(&self) -> String {
        let family = self.authors.first().map(|it| super::name::Name::read(it).sorting());
        let who = family.or_else(|| self.source.clone()).unwrap_or_default();
        let year = self.published.map(|it| it.year().to_string()).unwrap_or_default();
        let word = self.title.split_whitespace().find(|word| word.chars().count() > 3);
        let letters = |words: &str| -> String {
            let plain = words.chars().filter(char::is_ascii_alphanumeric);
            plain.map(|c| c.to_ascii_lowercase()).take(16).collect()
        };
        let end = self.id.get(self.id.len().saturating_sub(4)..).unwrap_or_default();
        format!("{}{year}{}-{}", letters(&who), letters(word.unwrap_or_default()), letters(end))
    }
}

/// Words on one line, without what shows nothing.
fn line(words: &str) -> String {
    let clean = crate::text::clean_line(words);
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}
