//! Colors: how they are written, how far apart they look, and what becomes of them on a terminal
//! that has fewer.

use ratatui::style::Color;
use std::ffi::OsString;

/// How many colors may be written to the terminal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Level {
    /// Every color of 24 bits.
    #[default]
    True,
    /// The 256 of xterm.
    Indexed,
    /// The 16 that the terminal's own palette names.
    Sixteen,
    /// None: attributes carry the meaning.
    None,
}

impl Level {
    /// The names of the levels in the settings file, `auto` apart.
    pub const NAMES: [(&'static str, Self); 4] =
        [("true", Self::True), ("256", Self::Indexed), ("16", Self::Sixteen), ("none", Self::None)];

    /// Its name in the settings file.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, level)| *level == self).map_or("", |(name, _)| name)
    }

    /// What the environment says of the terminal: `NO_COLOR` (<https://no-color.org>), then
    /// `COLORTERM`, then `TERM`.
    pub fn detect(variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let value = |name| variable(name).unwrap_or_default().to_string_lossy().into_owned();
        let (colorterm, term) = (value("COLORTERM"), value("TERM"));
        let known = ["kitty", "alacritty", "foot", "wezterm", "ghostty", "-direct"];
        if !value("NO_COLOR").is_empty() || term.is_empty() || term == "dumb" {
            Self::None
        } else if matches!(colorterm.as_str(), "truecolor" | "24bit")
            || known.iter().any(|part| term.contains(part))
        {
            Self::True
        } else if term.contains("256color") {
            Self::Indexed
        } else {
            Self::Sixteen
        }
    }
}

/// A color by its red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// The color that `#rrggbb` or `#rgb` names.
    pub fn parse(word: &str) -> Option<Self> {
        let digits = word.strip_prefix('#')?;
        let hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let value = u32::from_str_radix(digits, 16).ok().filter(|_| hexadecimal)?;
        let [_, red, green, blue] = value.to_be_bytes();
        match digits.len() {
            6 => Some(Self(red, green, blue)),
            3 => Some(Self(green & 15, blue >> 4, blue & 15).repeated()),
            _ => None,
        }
    }

    const fn repeated(self) -> Self {
        Self(self.0 * 17, self.1 * 17, self.2 * 17)
    }

    /// What `color` looks like, as xterm shows it; `None` for the terminal's own colors.
    pub fn of(color: Color) -> Option<Self> {
        match color {
            Color::Rgb(red, green, blue) => Some(Self(red, green, blue)),
            Color::Indexed(index) => Some(xterm(index)),
            named => ANSI.iter().find(|(_, it, _)| *it == named).map(|(_, _, rgb)| *rgb),
        }
    }

    /// The contrast of two colors, from 1 to 21 (WCAG 2.1, "contrast ratio").
    pub fn contrast(self, other: Self) -> f64 {
        contrast(self.luminance(), other.luminance())
    }

    /// WCAG 2.1, "relative luminance".
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Red, green and blue as amounts of light, from 0 to 1 (IEC 61966-2-1).
    fn linear(self) -> [f64; 3] {
        [self.0, self.1, self.2].map(|value| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// Lightness and two axes of hue in which distances are as the eye sees them (Ottosson, "A
    /// perceptual color space for image processing", 2020).
    fn oklab(self) -> [f64; 3] {
        let [red, green, blue] = self.linear();
        let l = (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
        let m = (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
        let s = (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
        [
            0.210_454_255_3 * l + 0.793_617_785 * m - 0.004_072_046_8 * s,
            1.977_998_495_1 * l - 2.428_592_205 * m + 0.450_593_709_9 * s,
            0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766 * s,
        ]
    }
}

/// The contrast of two luminances (WCAG 2.1, "contrast ratio").
fn contrast(a: f64, b: f64) -> f64 {
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The 16 colors by the names that theme files give them, as xterm shows them.
const ANSI: [(&str, Color, Rgb); 16] = [
    ("black", Color::Black, Rgb(0, 0, 0)),
    ("red", Color::Red, Rgb(205, 0, 0)),
    ("green", Color::Green, Rgb(0, 205, 0)),
    ("yellow", Color::Yellow, Rgb(205, 205, 0)),
    ("blue", Color::Blue, Rgb(0, 0, 238)),
    ("magenta", Color::Magenta, Rgb(205, 0, 205)),
    ("cyan", Color::Cyan, Rgb(0, 205, 205)),
    ("white", Color::Gray, Rgb(229, 229, 229)),
    ("bright-black", Color::DarkGray, Rgb(127, 127, 127)),
    ("bright-red", Color::LightRed, Rgb(255, 0, 0)),
    ("bright-green", Color::LightGreen, Rgb(0, 255, 0)),
    ("bright-yellow", Color::LightYellow, Rgb(255, 255, 0)),
    ("bright-blue", Color::LightBlue, Rgb(92, 92, 255)),
    ("bright-magenta", Color::LightMagenta, Rgb(255, 0, 255)),
    ("bright-cyan", Color::LightCyan, Rgb(0, 255, 255)),
    ("bright-white", Color::White, Rgb(255, 255, 255)),
];

/// The names of the 16 colors, and `default` for the terminal's own.
pub fn names<'n>() -> impl Iterator<Item = &'n str> {
    ANSI.iter().map(|(name, ..)| *name).chain(["default"])
}

/// The color that `word` names: `#rrggbb`, `#rgb`, one of [`names`].
pub fn parse(word: &str) -> Option<Color> {
    if word == "default" {
        return Some(Color::Reset);
    }
    let named = ANSI.iter().find(|(name, ..)| *name == word).map(|(_, color, _)| *color);
    named.or_else(|| Rgb::parse(word).map(|Rgb(red, green, blue)| Color::Rgb(red, green, blue)))
}

/// What xterm shows for an index: the 16, a cube of 6 by 6 by 6, 24 grays.
fn xterm(index: u8) -> Rgb {
    let step = |value: u8| if value == 0 { 0 } else { 55 + 40 * value };
    match index {
        0..16 => ANSI.get(usize::from(index)).map_or(Rgb(0, 0, 0), |(_, _, rgb)| *rgb),
        16..232 => {
            let at = index - 16;
            Rgb(step(at / 36), step(at / 6 % 6), step(at % 6))
        }
        232.. => {
            let gray = 8 + 10 * (index - 232);
            Rgb(gray, gray, gray)
        }
    }
}

/// The 256 colors of xterm, to take the nearest from. The first 16 are left out, since every
/// reader sets them as they like.
#[derive(Debug)]
pub struct Indexed {
    swatches: Vec<Swatch>,
}

/// A color of the 256, reckoned once: a theme is fitted before the first frame.
#[derive(Debug, Clone, Copy)]
struct Swatch {
    color: Color,
    luminance: f64,
    /// Where it lies in [`Rgb::oklab`].
    lab: [f64; 3],
}

impl Default for Indexed {
    fn default() -> Self {
        let swatch = |at| {
            let rgb = xterm(at);
            Swatch { color: Color::Indexed(at), luminance: rgb.luminance(), lab: rgb.oklab() }
        };
        Self { swatches: (16..=255).map(swatch).collect() }
    }
}

impl Indexed {
    /// The nearest to `color` that is not `other_than`; a color by name stays as it is.
    pub fn nearest(&self, color: Color, other_than: Option<Color>) -> Color {
        self.choose(color, |swatch| Some(swatch.color) != other_than).unwrap_or(color)
    }

    /// The nearest to `color` that stands out from each of `grounds` with a contrast of `least`;
    /// where none does, the one that stands out most.
    pub fn legible(&self, color: Color, grounds: &[Color], least: f64) -> Color {
        let grounds = grounds.iter().filter_map(|ground| Rgb::of(*ground));
        let grounds: Vec<f64> = grounds.map(Rgb::luminance).collect();
        // The formula turned round: what is as dark as the first or as light as the second.
        let bound = |ground: &f64| ((ground + 0.05) / least - 0.05, (ground + 0.05) * least - 0.05);
        let bounds: Vec<(f64, f64)> = grounds.iter().map(bound).collect();
        let stands_out = |swatch: &Swatch| {
            let light = swatch.luminance;
            bounds.iter().all(|(darker, lighter)| light <= *darker || light >= *lighter)
        };
        self.choose(color, stands_out).unwrap_or_else(|| match color {
            Color::Rgb(..) => self.most_contrast(&grounds).unwrap_or(color),
            named => named,
        })
    }

    /// The color that stands out most from every one of `grounds`, given as luminances.
    fn most_contrast(&self, grounds: &[f64]) -> Option<Color> {
        let contrast = |swatch: &Swatch| {
            grounds.iter().map(|ground| contrast(swatch.luminance, *ground)).fold(21.0, f64::min)
        };
        let most = self.swatches.iter().max_by(|a, b| contrast(a).total_cmp(&contrast(b)))?;
        Some(most.color)
    }

    fn choose(&self, color: Color, fit: impl Fn(&Swatch) -> bool) -> Option<Color> {
        let Color::Rgb(red, green, blue) = color else { return None };
        let wanted = Rgb(red, green, blue).oklab();
        let far = |swatch: &Swatch| -> f64 {
            swatch.lab.iter().zip(wanted).map(|(it, wanted)| (it - wanted).powi(2)).sum()
        };
        let near = self.swatches.iter().filter(|swatch| fit(swatch));
        near.min_by(|a, b| far(a).total_cmp(&far(b))).map(|swatch| swatch.color)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(environment: &[(&str, &str)]) -> Level {
        Level::detect(|name| {
            environment.iter().find(|(key, _)| *key == name).map(|(_, value)| value.into())
        })
    }

    #[test]
    fn the_environment_tells_how_many_colors_there_are() {
        let xterm = ("TERM", "xterm-256color");
        for (environment, expected) in [
            (vec![("TERM", "xterm")], Level::Sixteen),
            (vec![xterm], Level::Indexed),
            (vec![xterm, ("COLORTERM", "truecolor")], Level::True),
            (vec![("TERM", "xterm-kitty")], Level::True),
            (vec![xterm, ("NO_COLOR", "1")], Level::None),
            (vec![xterm, ("NO_COLOR", "")], Level::Indexed),
            (vec![("TERM", "dumb"), ("COLORTERM", "truecolor")], Level::None),
            (vec![], Level::None),
        ] {
            assert_eq!(level(&environment), expected, "{environment:?}");
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let contrast = |a, b| Rgb::parse(a).unwrap().contrast(Rgb::parse(b).unwrap());
        assert!((contrast("#000", "#fff") - 21.0).abs() < 1e-9);
        assert!((contrast("#777777", "#ffffff") - 4.478).abs() < 1e-3);
        assert!((contrast("#abc", "#abc") - 1.0).abs() < 1e-9);
    }

    #[test]
    fn colors_are_written_in_three_ways() {
        assert_eq!(parse("#0a141e"), Some(Color::Rgb(10, 20, 30)));
        assert_eq!(parse("#0af"), Some(Color::Rgb(0, 0xaa, 0xff)));
        assert_eq!(parse("bright-black"), Some(Color::DarkGray));
        assert_eq!(parse("default"), Some(Color::Reset));
        for wrong in ["", "#", "#12", "#12345", "#gggggg", "#+12345", "brown"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }

    fn nearest(color: Color) -> Color {
        Indexed::default().nearest(color, None)
    }

    #[test]
    fn the_cube_and_the_grays_are_those_of_xterm() {
        assert_eq!(xterm(16), Rgb(0, 0, 0));
        assert_eq!(xterm(67), Rgb(95, 135, 175));
        assert_eq!((xterm(231), xterm(232)), (Rgb(255, 255, 255), Rgb(8, 8, 8)));
        assert_eq!(xterm(255), Rgb(238, 238, 238));
    }

    #[test]
    fn a_color_that_the_terminal_has_is_itself() {
        assert_eq!(nearest(Color::Rgb(95, 135, 175)), Color::Indexed(67));
        assert_eq!(nearest(Color::Rgb(128, 128, 128)), Color::Indexed(244));
        assert_eq!(nearest(Color::Red), Color::Red);
    }

    #[test]
    fn another_color_than_the_ground_is_found() {
        let white = Color::Indexed(231);
        let row = Indexed::default().nearest(Color::Rgb(250, 250, 250), Some(white));
        assert_eq!(row, Color::Indexed(255));
    }

    #[test]
    fn text_stands_out_from_its_grounds() {
        let grounds = [Color::White, Color::Rgb(230, 230, 210)];
        let color = Indexed::default().legible(Color::Rgb(200, 200, 190), &grounds, 4.5);
        for ground in grounds {
            let contrast = Rgb::of(color).unwrap().contrast(Rgb::of(ground).unwrap());
            assert!(contrast >= 4.5, "{color:?} {contrast}");
        }
    }

    #[test]
    fn where_no_color_stands_out_enough_the_best_is_taken() {
        let gray = Color::Rgb(118, 118, 118);
        let color = Indexed::default().legible(gray, &[gray], 21.0);
        assert!([Color::Indexed(16), Color::Indexed(231)].contains(&color), "{color:?}");
    }
}
