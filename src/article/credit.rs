//! Credits: who made an image, for whom, through whom.
//!
//! The fields map onto IPTC Photo Metadata (Creator, Credit Line, Copyright Notice) and
//! schema.org `ImageObject` (`creator`, `creditText`, `copyrightNotice`).

use serde::{Deserialize, Serialize};

/// What the words beside an image say of its making. Each field is empty where they are silent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Credit {
    /// The credit lines as printed, each distinct one once.
    pub lines: Vec<String>,
    /// Who took the picture.
    pub photographers: Vec<String>,
    /// The agencies, papers and bodies named, other than `via`.
    pub agencies: Vec<String>,
    /// Through whom it was distributed ("via AP").
    pub via: Option<String>,
    /// By whose courtesy it is printed.
    pub courtesy: Option<String>,
    /// For whom it was taken ("Getty Images for Client").
    pub client: Option<String>,
    /// What else is said of its standing.
    pub flags: Vec<CreditFlag>,
    /// The copyright notice.
    pub copyright: Option<String>,
    /// The licence ("CC BY-SA 4.0").
    pub license: Option<String>,
    /// Who is where in the picture.
    pub people: Vec<Position>,
    /// When the picture was taken, if said.
    pub date: Option<jiff::civil::Date>,
    /// The same as far as it is told, as ISO 8601: `2021-09-13`, `2021-09`, `2021`.
    pub taken: Option<String>,
}

/// What a credit says of a picture's standing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CreditFlag {
    /// From the archive.
    File,
    /// Taken by one for many.
    Pool,
    /// Given out by a party to the story.
    Handout,
    /// Drawn, not taken.
    Illustration,
    /// Taken off a screen.
    ScreenGrab,
    /// Shows something like what the story is about (stock, "Symbolbild").
    Illustrative,
    /// Put together from several.
    Montage,
    /// Moving pictures.
    Video,
    /// Given by someone who is not named ("courtesy photo").
    Courtesy,
}

impl CreditFlag {
    /// What a reader is told: "pool", "screen grab".
    pub const fn name(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Pool => "pool",
            Self::Handout => "handout",
            Self::Illustration => "illustration",
            Self::ScreenGrab => "screen grab",
            Self::Illustrative => "illustrative",
            Self::Montage => "montage",
            Self::Video => "video",
            Self::Courtesy => "courtesy",
        }
    }
}

/// A person in a picture, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// The name as printed.
    pub name: String,
    /// Where ("right", "second from left").
    pub place: String,
}

impl Credit {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
