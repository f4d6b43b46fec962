//! What only shows when the days of a page are laid beside each other.

use super::Day;
use super::sign::{Sign, Signs};
use jiff::civil::Date;

/// What states the day of publication, the surest first.
const STATED: [Sign; 7] = [
    Sign::LinkedPublished,
    Sign::MetaPublished,
    Sign::MarkedNear,
    Sign::NamedNear,
    Sign::LinkedOther,
    Sign::MetaDate,
    Sign::LinkedCreated,
];

/// Sources that know of each other no more than these groups tell.
const GROUPS: [&[Sign]; 6] = [
    &[Sign::LinkedPublished, Sign::LinkedCreated, Sign::LinkedOther],
    &[Sign::MetaPublished, Sign::MetaDate, Sign::MetaCreated],
    &[Sign::MarkedNear, Sign::NamedNear, Sign::MarkedFar, Sign::TimeNear],
    &[Sign::NearBare, Sign::NearPublished, Sign::NearLoose, Sign::AboveBare, Sign::MidBare],
    &[Sign::Address],
    &[Sign::LinkedModified, Sign::MetaModified, Sign::MarkedModified],
];

/// So many years before what is stated, a day is rather one that the article tells of.
const YEARS: i16 = 3;

/// Adds the signs that come of the other days.
pub(super) fn compare(days: &mut [Day]) {
    let whole = Whole::of(days);
    for day in days {
        for (sign, holds) in whole.signs(day) {
            if holds {
                day.signs.add(sign);
            }
        }
    }
}

/// Whether the page states of a day that the article appeared then.
pub(super) fn is_stated(signs: Signs) -> bool {
    const SAID: [Sign; 5] = [
        Sign::LinkedPublished,
        Sign::MetaPublished,
        Sign::LinkedOther,
        Sign::NearPublished,
        Sign::MidPublished,
    ];
    signs.any(&SAID) || signs.any(&[Sign::MarkedNear, Sign::NamedNear]) && !is_changed(signs)
}

/// Whether the page says of a day only that of a change. One that it states as such, but shows its
/// readers by the headline without a word of a change, is the day it gives the article.
pub(super) fn is_changed(signs: Signs) -> bool {
    const PUBLISHED: [Sign; 10] = [
        Sign::LinkedPublished,
        Sign::LinkedCreated,
        Sign::LinkedOther,
        Sign::MetaPublished,
        Sign::MetaCreated,
        Sign::NearPublished,
        Sign::MidPublished,
        Sign::FarPublished,
        Sign::Sentence,
        Sign::Address,
    ];
    const SAID: [Sign; 4] =
        [Sign::NearChanged, Sign::MidChanged, Sign::FarChanged, Sign::MarkedModified];
    const SHOWN: [Sign; 7] = [
        Sign::MarkedNear,
        Sign::MarkedFar,
        Sign::NamedNear,
        Sign::NamedFar,
        Sign::NearBare,
        Sign::AboveBare,
        Sign::MidBare,
    ];
    let stated = signs.any(&[Sign::LinkedModified, Sign::MetaModified]);
    !signs.any(&PUBLISHED) && (signs.any(&SAID) || stated && !signs.any(&SHOWN))
}

/// What is known of all days of a page.
struct Whole {
    earliest: Option<Date>,
    latest: Option<Date>,
    /// The surest that is stated.
    stated: Option<Date>,
    /// The first that is shown.
    shown: Option<Date>,
}

impl Whole {
    fn of(days: &[Day]) -> Self {
        let with = |sign: Sign| days.iter().find(|day| day.signs.has(sign)).map(date);
        let (surest, _) = STATED.split_at(6);
        Self {
            earliest: days.iter().map(date).min(),
            latest: days.iter().map(date).max(),
            stated: surest.iter().find_map(|sign| with(*sign)),
            shown: with(Sign::FirstBare),
        }
    }

    fn signs(&self, day: &Day) -> [(Sign, bool); 10] {
        let (signs, date) = (day.signs, date(day));
        let sources = GROUPS.iter().filter(|group| signs.any(group)).count();
        let later = self.stated.is_some_and(|stated| date > stated);
        let earlier = self.stated.is_some_and(|stated| date < stated);
        let years = self.stated.is_some_and(|stated| stated.year() - date.year() > YEARS);
        let modified = signs.any(&[Sign::LinkedModified, Sign::MetaModified]);
        let beside = signs.any(&[Sign::NearBare, Sign::AboveBare, Sign::NearPublished]);
        [
            (Sign::Stated, self.stated == Some(date)),
            (Sign::AlsoModified, modified && signs.any(&STATED)),
            (Sign::Earliest, self.earliest == Some(date)),
            (Sign::Latest, self.latest == Some(date)),
            (Sign::TwoSources, sources == 2),
            (Sign::ManySources, sources > 2),
            (Sign::Years, years),
            (Sign::LaterModified, later && modified),
            (Sign::BesideEarlier, beside && earlier && !years),
            (Sign::AfterShown, self.shown.is_some_and(|shown| date > shown)),
        ]
    }
}

const fn date(day: &Day) -> Date {
    day.stated.value.date
}
