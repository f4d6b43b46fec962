//! What a reader can set once for all articles.

use super::pictures::Images;
use crate::export::cite::Style;
use crate::mark::Color;
use crate::picture::Colors;

/// What a reader can set once for all articles.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The longest line, in columns.
    pub measure: usize,
    /// Whether lines are stretched to both edges.
    pub justified: bool,
    /// How copied words name their source.
    pub citation: Style,
    /// Whether the sidebar is open at the start.
    pub sidebar: bool,
    /// Whether the drawer of a narrow screen is open at the start.
    pub drawer: bool,
    /// The theme's name; `None` lets the terminal's background decide between the next two.
    pub theme: Option<String>,
    /// The theme on a dark background.
    pub theme_dark: String,
    /// The theme on a light background.
    pub theme_light: String,
    /// Every theme there is, by name.
    pub themes: Vec<ThemeName>,
    /// The color of the next highlight.
    pub color: Color,
    /// Whether the three lines for a newcomer are shown over the first screen.
    pub welcome: bool,
    /// How pictures are shown.
    pub images: Images,
    /// How many colors pictures of half blocks may have.
    pub colors: Colors,
}

/// A theme's name, and what the list of themes says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeName {
    /// The name.
    pub name: String,
    /// What it is like: "dark", "light", "16 colors".
    pub detail: String,
}

/// The measures that the keys step through, in columns.
pub const MEASURES: [usize; 5] = [44, 56, 68, 80, 96];

impl Default for Settings {
    fn default() -> Self {
        Self {
            measure: 68,
            justified: false,
            citation: Style::Plain,
            sidebar: true,
            drawer: false,
            theme: None,
            theme_dark: "ink".to_owned(),
            theme_light: "paper".to_owned(),
            themes: Vec::new(),
            color: Color::default(),
            welcome: false,
            images: Images::Auto,
            colors: Colors::True,
        }
    }
}

impl Settings {
    /// The next longer measure, or the next shorter one.
    pub fn step_measure(&mut self, longer: bool) {
        let next = if longer {
            MEASURES.iter().find(|measure| **measure > self.measure)
        } else {
            MEASURES.iter().rev().find(|measure| **measure < self.measure)
        };
        self.measure = next.copied().unwrap_or(self.measure);
    }
}
