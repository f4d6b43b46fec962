//! What the source says of the article, and where it says so.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::Offset;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the source says of the article.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Meta {
    /// The headline.
    pub title: Option<Stated<String>>,
    /// Who wrote it, one name each.
    pub authors: Vec<Stated<String>>,
    /// The publication.
    pub source: Option<Stated<String>>,
    /// When it first appeared.
    pub published: Option<Stated<Instant>>,
    /// When it was last changed.
    pub modified: Option<Stated<Instant>>,
    /// When it was saved.
    pub saved: Option<Stated<Instant>>,
    /// The language, as a BCP 47 tag.
    pub language: Option<Stated<String>>,
    /// The canonical address.
    pub address: Option<Stated<String>>,
    /// The section of the publication.
    pub section: Option<Stated<String>>,
    /// The article in a sentence or two.
    pub description: Option<Stated<String>>,
    /// Tags and keywords.
    pub tags: Vec<String>,
    /// What the file also says, by the file's own keys.
    pub extra: BTreeMap<String, String>,
}

/// A value and where it was stated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stated<T> {
    /// The value.
    pub value: T,
    /// Where it was stated.
    pub origin: Origin,
    /// The value as printed there, where that differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raw: Option<String>,
}

impl<T> Stated<T> {
    /// `value`, stated at `origin` in these words.
    pub const fn new(value: T, origin: Origin) -> Self {
        Self { value, origin, raw: None }
    }
}

impl Stated<String> {
    /// `value`, as it is read out of `raw`, which stands at `origin`.
    pub fn read(value: String, origin: Origin, raw: &str) -> Self {
        let raw = (value != raw).then(|| raw.to_owned());
        Self { value, origin, raw }
    }
}

/// Where a value was stated, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// A field of a stored record (JSON).
    Record,
    /// The front matter of a Markdown file.
    FrontMatter,
    /// JSON-LD in a page.
    JsonLd,
    /// Open Graph or another `meta` element of a page.
    MetaElement,
    /// An element of a page's body or head (`h1`, `time`, `title`, `itemprop`).
    Markup,
    /// What a saving program noted of the page.
    Saver,
    /// Derived: from the words of the article.
    Text,
    /// Derived: from the address.
    Address,
    /// Derived: from the name of the file.
    FileName,
}

impl Origin {
    /// Whether the value is ours, not the file's.
    pub const fn is_derived(self) -> bool {
        matches!(self, Self::Text | Self::Address | Self::FileName)
    }
}

/// A day, with a time where one is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Instant {
    /// The day, in the source's own zone.
    pub date: Date,
    /// The time of day, in the source's own zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Time>,
    /// The zone, in minutes east of UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offset: Option<i16>,
}

impl Instant {
    /// A day without a time.
    pub const fn day(date: Date) -> Self {
        Self { date, time: None, offset: None }
    }

    /// Seconds since 1970 (UTC); the day's first where no time is known, and as if in UTC where no
    /// zone is.
    pub fn seconds(self) -> i64 {
        let zone = Offset::from_seconds(i32::from(self.offset.unwrap_or(0)) * 60);
        let zone = zone.unwrap_or(Offset::UTC);
        let moment = self.date.to_datetime(self.time.unwrap_or(Time::MIN));
        zone.to_timestamp(moment).map_or(0, Timestamp::as_second)
    }
}
