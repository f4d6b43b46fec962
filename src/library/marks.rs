//! The list of all highlights and notes of the library: its rows, and questions to it.

use super::ArticleId;
use crate::mark::{Annotation, Bookmark, Color, Standing, tag};
use jiff::tz::TimeZone;
use jiff::{Timestamp, civil::Date};

/// A row of the list: an annotation and the article it is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkEntry {
    /// The article.
    pub article: ArticleId,
    /// Its headline.
    pub title: String,
    /// Its publication.
    pub source: Option<String>,
    /// The annotation.
    pub mark: Annotation,
}

/// A bookmark of the library: its anchor's span is where it stands in the article's newest text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkedPlace {
    /// The article.
    pub article: ArticleId,
    /// Its headline.
    pub title: String,
    /// The bookmark.
    pub bookmark: Bookmark,
}

/// Which annotations are wanted: all that every given condition holds for, last made first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct MarkQuery {
    /// Only those of this article.
    pub article: Option<ArticleId>,
    /// Only those that this line describes, as [`Conditions::read`] reads it.
    pub filter: String,
    /// How many rows are wanted at most.
    pub limit: usize,
    /// How many rows of the answer are skipped.
    pub skip: usize,
}

/// Rows of the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MarkListing {
    /// What was asked.
    pub query: MarkQuery,
    /// The rows.
    pub entries: Vec<MarkEntry>,
    /// How many match in all.
    pub total: usize,
}

/// What a line of filter words asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conditions {
    /// Words that note, quote or title hold, in small letters.
    words: Vec<String>,
    tags: Vec<String>,
    colors: Vec<Color>,
    standings: Vec<Standing>,
    /// Words that the title or the source of the article holds, in small letters.
    articles: Vec<String>,
    /// Whether it has a note, and a color.
    noted: Option<bool>,
    colored: Option<bool>,
    /// Made on this day or later, and before this day.
    since: Option<Date>,
    before: Option<Date>,
}

impl Conditions {
    /// Reads a line such as `tag:law color:red water`. What it understands beside plain words:
    /// `tag:` or `#`, `color:`, `is:` (note, highlight, bare for one without a note, found, changed, lost), `in:` (a word of the
    /// title or the source), `since:` and `before:` (a day, month or year), `on:` (the same).
    /// A word that means nothing after its colon is looked for as it stands.
    pub fn read(line: &str) -> Self {
        let mut read = Self::default();
        for word in line.split_whitespace() {
            if !read.take(word) {
                read.words.push(word.to_lowercase());
            }
        }
        read
    }

    /// Whether it asks for nothing in particular.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn take(&mut self, word: &str) -> bool {
        if let Some(tag) = word.strip_prefix('#').and_then(tag::tag) {
            self.tags.push(tag);
            return true;
        }
        let Some((key, value)) = word.split_once(':').filter(|(_, value)| !value.is_empty()) else {
            return false;
        };
        let lower = value.to_lowercase();
        match key.to_lowercase().as_str() {
            "tag" => push(&mut self.tags, tag::tag(value)),
            "color" | "colour" => push(&mut self.colors, Color::named(&lower)),
            "in" | "article" => push(&mut self.articles, Some(lower)),
            "is" => self.take_kind(&lower),
            "since" | "after" => set(&mut self.since, days(value).map(|it| it.0)),
            "before" | "until" => set(&mut self.before, days(value).map(|it| it.0)),
            "on" | "date" => {
                let days = days(value);
                set(&mut self.since, days.map(|it| it.0));
                set(&mut self.before, days.map(|it| it.1))
            }
            _ => false,
        }
    }

    fn take_kind(&mut self, kind: &str) -> bool {
        match kind {
            "note" => set(&mut self.noted, Some(true)),
            "highlight" => set(&mut self.colored, Some(true)),
            "bare" => set(&mut self.noted, Some(false)),
            _ => {
                let standing = Standing::ALL.into_iter().find(|it| it.name() == kind);
                push(&mut self.standings, standing)
            }
        }
    }

    /// Whether they hold for this row. Of several colors or standings one is enough, of tags and
    /// words all are needed.
    pub fn hold(&self, entry: &MarkEntry) -> bool {
        let mark = &entry.mark;
        let tags = mark.all_tags();
        let article = || format!("{} {}", entry.title, entry.source.as_deref().unwrap_or(""));
        let color = |color| self.colors.contains(&color);
        self.tags.iter().all(|wanted| tags.iter().any(|it| tag::same(it, wanted)))
            && (self.colors.is_empty() || mark.color.is_some_and(color))
            && (self.standings.is_empty() || self.standings.contains(&mark.place.standing))
            && self.noted.is_none_or(|noted| noted != mark.note.trim().is_empty())
            && self.colored.is_none_or(|colored| colored == mark.color.is_some())
            && (self.since.is_none() && self.before.is_none() || self.in_time(mark.created))
            && (self.articles.is_empty() || hold_all(&article(), &self.articles))
            && (self.words.is_empty() || self.words_hold(entry, &tags))
    }

    fn in_time(&self, made: i64) -> bool {
        let day = day(made);
        self.since.is_none_or(|since| day.is_some_and(|day| day >= since))
            && self.before.is_none_or(|before| day.is_some_and(|day| day < before))
    }

    fn words_hold(&self, entry: &MarkEntry, tags: &[&str]) -> bool {
        let mark = &entry.mark;
        let tags = tags.join(" ");
        hold_all(&[&mark.note, mark.quote(), &entry.title, &tags].join("\n"), &self.words)
    }
}

/// The day, here, of a moment in seconds since 1970.
pub fn day(seconds: i64) -> Option<Date> {
    let moment = Timestamp::from_second(seconds).ok()?;
    Some(moment.to_zoned(TimeZone::UTC).date())
}

fn hold_all(text: &str, words: &[String]) -> bool {
    let text = text.to_lowercase();
    words.iter().all(|word| text.contains(word))
}

/// The first day of `2024`, `2024-05` or `2024-05-03`, and the first day after it.
fn days(value: &str) -> Option<(Date, Date)> {
    let mut parts = value.splitn(3, '-');
    let year: i16 = parts.next()?.parse().ok().filter(|year| (1..9999).contains(year))?;
    let month: Option<i8> = parts.next().map(str::parse).transpose().ok()?;
    let day: Option<i8> = parts.next().map(str::parse).transpose().ok()?;
    let first = Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
    let after = match (month, day) {
        (_, Some(_)) => first.tomorrow().ok()?,
        (Some(month), None) if month < 12 => Date::new(year, month + 1, 1).ok()?,
        (_, None) => Date::new(year + 1, 1, 1).ok()?,
    };
    Some((first, after))
}

fn push<T>(list: &mut Vec<T>, value: Option<T>) -> bool {
    let taken = value.is_some();
    list.extend(value);
    taken
}

fn set<T>(place: &mut Option<T>, value: Option<T>) -> bool {
    let taken = value.is_some();
    *place = value.or_else(|| place.take());
    taken
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    /// 3 May 2024, noon.
    const MADE: i64 = 1_714_737_600;

    fn row() -> MarkEntry {
        let mark = Annotation {
            color: Some(Color::Red),
            note: "Ask about the #dam.".to_owned(),
            tags: vec!["Law".to_owned()],
            created: MADE,
            ..Annotation::passage("The Élan valley is dry.", Span::new(4, 16))
        };
        let source = Some("Harbour Post".to_owned());
        MarkEntry { article: ArticleId::default(), title: "Water rights".to_owned(), source, mark }
    }

    #[track_caller]
    fn check(filters: &[&str], holds: bool) {
        for filter in filters {
            assert_eq!(Conditions::read(filter).hold(&row()), holds, "{filter}");
        }
    }

    #[test]
    fn words_are_looked_for_in_note_quote_title_and_tags() {
        check(&["", "ask", "élan valley", "RIGHTS", "law", "dam water"], true);
        check(&["asked", "dry", "law fire"], false);
    }

    #[test]
    fn conditions_hold_for_tag_color_kind_article() {
        check(
            &[
                "tag:dam",
                "#LAW tag:dam",
                "color:red",
                "color:red color:blue",
                "is:note",
                "is:highlight",
            ],
            true,
        );
        check(&["in:harbour", "in:rights is:found", "colour:Red ask"], true);
        check(&["tag:da", "color:blue", "is:bare", "is:lost", "in:ask"], false);
    }

    #[test]
    fn days_months_and_years_bound_the_time() {
        check(&["since:2024", "since:2024-05-03", "before:2024-06", "on:2024-05", "on:2024"], true);
        check(&["since:2024-05-04", "before:2024-05-03", "on:2023", "on:2024-12"], false);
    }

    #[test]
    fn what_is_no_condition_is_a_word() {
        check(&["color:pink", "is:odd", "note:x", "tag:", "since:soon"], false);
        assert!(Conditions::read("  ").is_empty());
    }
}
