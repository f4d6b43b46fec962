//! The signs that a day was the one on which an article appeared, and what each weighs.
//!
//! The weights were learned from the pages of the htmldate and WCXB sets (see `assets/NOTICE`)
//! by `examples/train`: logistic regression over the days of a page, with ridge 2.

macro_rules! signs {
    ($($name:ident $weight:literal $what:literal;)+) => {
        /// Where a day stands.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        pub(super) enum Sign {
            $(#[doc = $what] $name,)+
        }

        /// The names of the signs, in the order of their bits.
        pub(crate) const NAMES: &[&str] = &[$(stringify!($name)),+];

        const WEIGHTS: &[f32] = &[$($weight),+];
    };
}

signs! {
    LinkedPublished -0.37 "JSON-LD says that the article appeared then.";
    LinkedCreated -0.42 "JSON-LD says that it was made then.";
    LinkedOther 0.44 "JSON-LD says that another work of the page appeared then.";
    LinkedModified 1.15 "JSON-LD says that it was changed then.";
    MetaPublished 1.63 "A `meta` element says that it appeared then.";
    MetaCreated 0.28 "A `meta` element says that it was made then.";
    MetaDate -0.04 "A `meta` element says no more than that this is its date.";
    MetaModified -0.07 "A `meta` element says that it was changed then.";
    Stated 1.7 "The surest of what is stated outside the lines.";
    AlsoModified -0.39 "It is stated to have appeared and to have been changed then.";
    MarkedNear -0.32 "An attribute near the headline says that it appeared then.";
    MarkedFar -0.47 "Such an attribute elsewhere.";
    MarkedModified 0.37 "An attribute or a class says that it was changed then.";
    NamedNear -0.41 "A class near the headline says that it appeared then.";
    NamedFar 0.3 "Such a class elsewhere.";
    TimeNear 1.26 "A `time` element or a class for dates near the headline.";
    TimeFar -0.21 "Such an element elsewhere.";
    FirstElement 1.07 "The first date in an element made for it.";
    Address 1.37 "The day stands in the address.";
    AboveBare 2.28 "A line just above the headline that shows only dates.";
    NearBare 1.03 "Such a line just below it.";
    NearLoose 1.1 "A line near the headline that holds other words.";
    NearPublished 0.98 "A line near the headline that says that it appeared then.";
    NearChanged 0.86 "A line near the headline that says that it was changed then.";
    NearOther 0.0 "A line that says that something else was then.";
    MidBare -0.35 "A line that shows only dates, further below.";
    MidLoose -0.09 "A line with other words, further below.";
    MidPublished 0.0 "A line further below that says that it appeared then.";
    MidChanged -0.08 "A line further below that says that it was changed then.";
    FarBare -0.43 "A line that shows only dates, far away.";
    FarLoose -0.55 "A line with other words, far away.";
    FarPublished 0.47 "A line far away that says that it appeared then.";
    FarChanged 0.25 "A line far away that says that it was changed then.";
    FirstBare 1.71 "The first line below the headline that shows only dates.";
    FirstFar 0.71 "The first line far away.";
    Lead 0.3 "A paragraph begins with the day.";
    Sentence -0.08 "A sentence says that it appeared then.";
    Caption 0.0 "It stands in a caption or a quotation.";
    Apart -0.45 "It stands in menus, comments, teasers or at the foot of the page.";
    Zoned 0.43 "It stands in a part of the page that is named for bylines or dates.";
    Hidden 0.0 "The page does not show it.";
    Title 0.0 "It stands in the headline.";
    Script 0.0 "A script says that something appeared then.";
    Earliest 0.46 "No other day of the page is earlier.";
    Latest 0.65 "No other day of the page is later.";
    TwoSources 0.21 "Two kinds of sources agree on it.";
    ManySources 0.06 "Three or more do.";
    Years 0.39 "It lies years before what is stated.";
    LaterModified -0.36 "It lies after what is stated and is that of a change.";
    BesideEarlier 0.4 "It is shown by the headline and lies before what is stated.";
    AfterShown -0.78 "It lies after the first day that is shown.";
}

/// The signs of days that are the article's own, rather than those of what is told, of other
/// articles or of comments.
pub(super) const OWN: [Sign; 35] = [
    Sign::LinkedPublished,
    Sign::LinkedCreated,
    Sign::LinkedOther,
    Sign::LinkedModified,
    Sign::MetaPublished,
    Sign::MetaCreated,
    Sign::MetaDate,
    Sign::MetaModified,
    Sign::MarkedNear,
    Sign::MarkedFar,
    Sign::MarkedModified,
    Sign::NamedNear,
    Sign::NamedFar,
    Sign::TimeNear,
    Sign::TimeFar,
    Sign::FirstElement,
    Sign::Address,
    Sign::AboveBare,
    Sign::NearBare,
    Sign::NearLoose,
    Sign::NearPublished,
    Sign::NearChanged,
    Sign::MidBare,
    Sign::MidLoose,
    Sign::MidPublished,
    Sign::MidChanged,
    Sign::FarBare,
    Sign::FarLoose,
    Sign::FarPublished,
    Sign::FarChanged,
    Sign::FirstBare,
    Sign::FirstFar,
    Sign::Lead,
    Sign::Sentence,
    Sign::Script,
];

/// The signs of a day, a bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Signs(u64);

impl Signs {
    /// Whether this is one of them.
    pub(super) const fn has(self, sign: Sign) -> bool {
        self.0 >> sign as u8 & 1 == 1
    }

    /// Whether any of these is one of them.
    pub(super) fn any(self, signs: &[Sign]) -> bool {
        signs.iter().any(|sign| self.has(*sign))
    }

    /// Adds one.
    pub(super) const fn add(&mut self, sign: Sign) {
        self.0 |= 1 << sign as u8;
    }

    /// The sum of their weights.
    pub(super) fn score(self) -> f32 {
        (0..).zip(WEIGHTS).filter(|(bit, _)| self.0 >> bit & 1 == 1).map(|(_, weight)| weight).sum()
    }

    /// The bits.
    pub(super) const fn bits(self) -> u64 {
        self.0
    }
}
