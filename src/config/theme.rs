//! A theme file: a palette of named colors, and a style for each role.

use super::color::{self, Indexed, Rgb};
use super::document::{self, Item};
use super::problem::{Problem, Report, unknown};
use crate::ui::theme::{Role, Theme};
use ratatui::style::{Color, Modifier, Style};
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use toml::de::{DeTable, DeValue};

/// The attributes a style may have, by the names that theme files give them.
const ATTRIBUTES: [(&str, Modifier); 6] = [
    ("bold", Modifier::BOLD),
    ("italic", Modifier::ITALIC),
    ("dim", Modifier::DIM),
    ("underlined", Modifier::UNDERLINED),
    ("reversed", Modifier::REVERSED),
    ("crossed-out", Modifier::CROSSED_OUT),
];

/// The keys of a role's table that name a color.
const COLORS: [&str; 3] = ["fg", "bg", "underline"];

/// The keys of a theme file.
const KEYS: [&str; 5] = ["base", "background", "paint", "palette", "roles"];

/// A theme as its file has it, before it is fitted to a terminal.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    background: Option<Color>,
    paint: bool,
    palette: BTreeMap<String, Color>,
    styles: BTreeMap<&'static str, Style>,
}

impl Draft {
    /// Reads a theme file as far as it is sound. `base` gives the theme that the file's `base`
    /// names: what the file leaves out is as there.
    pub(super) fn read(
        text: &str,
        file: &Path,
        base: impl Fn(&str) -> Result<Self, String>,
    ) -> (Self, Vec<Problem>) {
        let mut report = Report::new(file, text);
        let table = document::parse(text, &mut report);
        let items = document::items(&table);
        let named = items.iter().find(|item| item.key == "base");
        let draft = match named.map(|item| item.value.as_str().ok_or_else(not_a_name)) {
            None => Self::default(),
            Some(name) => match name.and_then(base) {
                Ok(draft) => draft,
                Err(what) => {
                    report.add(&named.map(|it| it.value_at.clone()).unwrap_or_default(), what);
                    Self::default()
                }
            },
        };
        let mut reader = Reader { report, draft };
        // Names are needed before they are used, wherever the palette stands.
        for key in ["palette", "background", "paint", "roles"] {
            items.iter().filter(|item| item.key == key).for_each(|item| reader.read(item));
        }
        for item in items.iter().filter(|item| !KEYS.contains(&item.key)) {
            reader.report.add(&item.at, unknown("setting", item.key, KEYS));
        }
        if !items.iter().any(|item| ["roles", "base"].contains(&item.key)) {
            reader.report.add(&(0..0), "a theme says what roles look like, or names a base");
        }
        (reader.draft, reader.report.problems())
    }

    /// Whether it is made for a dark background; false where it takes the terminal's.
    fn dark(&self) -> bool {
        let (black, white) = (Rgb(0, 0, 0), Rgb(255, 255, 255));
        let ground = self.background.and_then(Rgb::of);
        ground.is_some_and(|ground| ground.contrast(white) > ground.contrast(black))
    }

    /// Whether it mixes colors of its own, which a terminal with 16 has not.
    pub(super) fn mixes(&self) -> bool {
        let rgb = |color: Option<Color>| matches!(color, Some(Color::Rgb(..)));
        let mut styles = self.styles.values();
        rgb(self.background) || styles.any(|it| rgb(it.fg) || rgb(it.bg) || rgb(it.underline_color))
    }

    /// The theme under `name`, in the 256 colors of xterm if `indexed`.
    pub(super) fn theme(&self, name: &str, indexed: bool) -> Theme {
        let fitted = indexed.then(|| self.indexed());
        let draft = fitted.as_ref().unwrap_or(self);
        Theme::new(name, draft.dark(), |role| {
            let mut style = draft.style(role);
            if role == Role::Body && draft.paint {
                style.bg = style.bg.or(draft.background);
            }
            style
        })
    }

    fn style(&self, role: Role) -> Style {
        // A theme from before there was skimming dims as it always did.
        let other = if role == Role::Skimmed { Role::Faint } else { role };
        let style = self.styles.get(role.name()).or_else(|| self.styles.get(other.name()));
        style.copied().unwrap_or_default()
    }

    /// The theme in the nearest of 256 colors that are as legible as they should be.
    fn indexed(&self) -> Self {
        let colors = Indexed::default();
        let background = self.background.map(|color| colors.nearest(color, None));
        let mut draft = Self { background, ..self.clone() };
        for style in draft.styles.values_mut() {
            style.bg = style.bg.map(|color| colors.nearest(color, background));
            style.underline_color = style.underline_color.map(|color| colors.nearest(color, None));
        }
        // Any text may come to stand on the chosen row or on a panel.
        let rows = [Role::Selected, Role::Panel].map(|role| draft.style(role).bg);
        let common: Vec<Color> = rows.into_iter().chain([background]).flatten().collect();
        for role in Role::ALL {
            let Some(style) = draft.styles.get_mut(role.name()) else { continue };
            let own = style.bg.or_else(|| background.filter(|_| *role == Role::Rule));
            let grounds = own.map_or_else(|| common.clone(), |ground| vec![ground]);
            style.fg = style.fg.map(|it| colors.legible(it, &grounds, needed_contrast(*role)));
        }
        draft
    }
}

/// A contrast below this is told as a mistake (WCAG 2.1, 1.4.3: the least for large letters).
const LEAST_CONTRAST: f64 = 3.0;

/// The contrast that `role` needs to be read well (WCAG 2.1: 1.4.6 for prose, 1.4.3 for other text,
/// 1.4.11 for what is no text).
pub(super) const fn needed_contrast(role: Role) -> f64 {
    match role {
        Role::Body => 7.0,
        Role::Rule | Role::Skimmed => 3.0,
        _ => 4.5,
    }
}

/// Reads the parts of a theme file into a draft.
struct Reader<'t> {
    report: Report<'t>,
    draft: Draft,
}

impl Reader<'_> {
    fn read(&mut self, item: &Item<'_>) {
        match (item.key, item.value) {
            ("palette", DeValue::Table(table)) => self.palette(table),
            ("roles", DeValue::Table(table)) => self.roles(table),
            ("background", value) => self.draft.background = self.color(value, &item.value_at),
            ("paint", DeValue::Boolean(paint)) => self.draft.paint = *paint,
            ("paint", _) => self.report.add(&item.value_at, "paint is true or false"),
            (key, _) => self.report.add(&item.value_at, format!("{key} is a table: [{key}]")),
        }
    }

    fn palette(&mut self, table: &DeTable<'_>) {
        for item in document::items(table) {
            if let Some(color) = self.color(item.value, &item.value_at) {
                self.draft.palette.insert(item.key.to_owned(), color);
            }
        }
    }

    fn roles(&mut self, table: &DeTable<'_>) {
        for item in document::items(table) {
            if let Some(role) = Role::ALL.iter().find(|role| role.name() == item.key) {
                let style = self.style(&item);
                self.check_contrast(*role, style, &item.at);
                self.draft.styles.insert(role.name(), style);
            } else {
                let names = Role::ALL.iter().map(|role| role.name());
                self.report.add(&item.at, unknown("role", item.key, names));
            }
        }
    }

    /// Notes text that can hardly be seen on its ground.
    fn check_contrast(&mut self, role: Role, style: Style, at: &Range<usize>) {
        let ground = style.bg.or(self.draft.background).and_then(Rgb::of);
        let Some((text, ground)) = style.fg.and_then(Rgb::of).zip(ground) else { return };
        let contrast = text.contrast(ground);
        if contrast < LEAST_CONTRAST && role != Role::Rule {
            let needed = needed_contrast(role);
            let what = format!("its contrast is {contrast:.1}; {needed} can be read well");
            self.report.add(at, what);
        }
    }

    /// The style of a role: a color for its text, or a table.
    fn style(&mut self, item: &Item<'_>) -> Style {
        let DeValue::Table(table) = item.value else {
            return Style { fg: self.color(item.value, &item.value_at), ..Style::default() };
        };
        let mut style = Style::default();
        for item in document::items(table) {
            let attribute = ATTRIBUTES.iter().find(|(name, _)| *name == item.key);
            match (item.key, attribute, item.value) {
                ("fg", ..) => style.fg = self.color(item.value, &item.value_at),
                ("bg", ..) => style.bg = self.color(item.value, &item.value_at),
                ("underline", ..) => {
                    style.underline_color = self.color(item.value, &item.value_at);
                }
                (_, Some((_, modifier)), DeValue::Boolean(on)) => {
                    style.add_modifier.set(*modifier, *on);
                }
                (name, Some(_), _) => {
                    self.report.add(&item.value_at, format!("{name} is true or false"));
                }
                (name, None, _) => {
                    let names = ATTRIBUTES.map(|(name, _)| name);
                    let what = unknown("attribute", name, COLORS.into_iter().chain(names));
                    self.report.add(&item.at, what);
                }
            }
        }
        style
    }

    /// The color that `value` names, from the palette or by itself.
    fn color(&mut self, value: &DeValue<'_>, at: &Range<usize>) -> Option<Color> {
        let found = match value.as_str() {
            None => Err(format!("a color is a string, not {}", value.type_str())),
            Some(name) => {
                let color = self.draft.palette.get(name).copied().or_else(|| color::parse(name));
                color.ok_or_else(|| {
                    let palette = self.draft.palette.keys().map(String::as_str);
                    let wrong = unknown("color", name, palette.chain(color::names()));
                    if wrong.ends_with('?') {
                        wrong
                    } else {
                        format!("{wrong}; write \"#rrggbb\", \"red\" or a name of the palette")
                    }
                })
            }
        };
        found.map_err(|what| self.report.add(at, what)).ok()
    }
}

fn not_a_name() -> String {
    "base is the name of a theme".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Theme, Vec<String>) {
        let base = |name: &str| match name {
            "old" => Ok(Draft::read(
                "[palette]\nink = \"#111\"\n[roles]\nlink = \"ink\"\nbody = \"ink\"",
                Path::new("old.toml"),
                |_| Err(String::new()),
            )
            .0),
            other => Err(unknown("theme", other, ["old"])),
        };
        let (draft, problems) = Draft::read(text, Path::new("mine.toml"), base);
        let problems = problems.iter().map(ToString::to_string).collect();
        (draft.theme("mine", false), problems)
    }

    fn style(text: &str, role: Role) -> Style {
        let (theme, problems) = read(text);
        assert_eq!(problems, Vec::<String>::new());
        theme.style(role)
    }

    fn problem(text: &str) -> String {
        read(text).1.join("\n")
    }

    #[test]
    fn a_role_takes_colors_and_attributes() {
        let text = r##"
            roles.link = { fg = "sea", underlined = true, underline = "#010203", bold = false }
            palette.sea = "#0a0b0c"
        "##;
        let link = style(text, Role::Link);
        assert_eq!(link.fg, Some(Color::Rgb(10, 11, 12)));
        assert_eq!(link.underline_color, Some(Color::Rgb(1, 2, 3)));
        assert_eq!(link.add_modifier, Modifier::UNDERLINED);
    }

    #[test]
    fn a_bare_color_is_that_of_the_text() {
        let body = style("roles.body = 'bright-black'", Role::Body);
        assert_eq!(body, Style::new().fg(Color::DarkGray));
    }

    #[test]
    fn only_the_body_paints_the_background() {
        let text = "background = '#102030'\npaint = true\nroles.link = 'bright-cyan'";
        assert_eq!(style(text, Role::Body).bg, Some(Color::Rgb(16, 32, 48)));
        assert_eq!(style(text, Role::Link).bg, None);
        assert_eq!(style(&text.replace("true", "false"), Role::Body).bg, None);
    }

    #[test]
    fn the_background_tells_whether_a_theme_is_dark() {
        assert!(read("background = '#102030'").0.dark);
        assert!(!read("background = '#f0f0e0'").0.dark);
    }

    #[test]
    fn what_a_theme_leaves_out_is_as_in_its_base() {
        let text = "base = 'old'\nroles.link = { fg = 'ink', bold = true }";
        assert_eq!(style(text, Role::Body).fg, Some(Color::Rgb(17, 17, 17)));
        assert_eq!(style(text, Role::Link).fg, Some(Color::Rgb(17, 17, 17)));
        assert_eq!(style(text, Role::Link).add_modifier, Modifier::BOLD);
    }

    #[test]
    fn mistakes_are_told_with_line_and_nearest_name() {
        for (text, expected) in [
            ("[roles]\nbdy = 'red'", "mine.toml:2: unknown role \"bdy\"; did you mean \"body\"?"),
            (
                "[palette]\nsea = '#123'\n[roles]\nlink = 'sae'",
                "mine.toml:4: unknown color \"sae\"; did you mean \"sea\"?",
            ),
            (
                "[roles]\nlink = '#12'",
                "mine.toml:2: unknown color \"#12\"; write \"#rrggbb\", \"red\" or a name of the palette",
            ),
            ("[roles]\nlink = 3", "mine.toml:2: a color is a string, not integer"),
            (
                "[roles]\nlink = { blod = true }",
                "mine.toml:2: unknown attribute \"blod\"; did you mean \"bold\"?",
            ),
            ("[roles]\nlink = { bold = 1 }", "mine.toml:2: bold is true or false"),
            ("\nbase = 'odl'", "mine.toml:2: unknown theme \"odl\"; did you mean \"old\"?"),
            (
                "roles.body = 'red'\nrolls = 1",
                "mine.toml:2: unknown setting \"rolls\"; did you mean \"roles\"?",
            ),
            ("roles = 1", "mine.toml:1: roles is a table: [roles]"),
            ("# nothing", "mine.toml:1: a theme says what roles look like, or names a base"),
            (
                "background = '#000'\nroles.body = '#222'",
                "mine.toml:2: its contrast is 1.3; 7 can be read well",
            ),
        ] {
            assert_eq!(problem(text), expected);
        }
    }

    #[test]
    fn a_mistake_spoils_only_its_own_entry() {
        let (theme, problems) = read("[roles]\nlink = 'rde'\nbody = 'blue'\nname = = 1\n");
        assert!(problems.len() >= 2, "{problems:?}");
        assert_eq!(theme.style(Role::Body).fg, Some(Color::Blue));
    }
}
