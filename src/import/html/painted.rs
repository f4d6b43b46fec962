//! Pictures that a page paints behind an `img` whose own address is a blank. `SingleFile` saves a
//! picture that occurs more than once so: its bytes stand once, in a variable of the style sheet.

use super::dom::Dom;
use std::collections::HashMap;

/// What the variables of a page's style sheets paint.
#[derive(Debug, Default)]
pub(super) struct Painted<'a> {
    variables: HashMap<&'a str, &'a str>,
}

impl<'a> Painted<'a> {
    /// Reads the style sheets of a page.
    pub(super) fn of(dom: &'a Dom) -> Self {
        let sheets = dom.below(0).filter(|id| dom.name(*id) == "style");
        let texts = sheets.flat_map(|sheet| dom.below(sheet)).filter_map(|id| dom.words(id));
        Self { variables: texts.flat_map(variables).collect() }
    }

    /// The address that the style of an element paints: its own, or that of the variable it names.
    pub(super) fn behind(&self, dom: &'a Dom, id: usize) -> Option<&'a str> {
        let (_, image) = dom.attribute(id, "style")?.split_once("background-image")?;
        let image = image.trim_start_matches([':', ' ']);
        let behind = match image.strip_prefix("var(") {
            Some(rest) => {
                let name = rest.trim_start().strip_prefix("--")?;
                self.variables.get(name.split(|c| !is_of_name(c)).next()?).copied()
            }
            None => address(image),
        };
        behind.filter(|address| !address.is_empty())
    }
}

/// The variables of a style sheet that hold an address. Each byte is looked at a few times,
/// whatever is written there.
fn variables(mut sheet: &str) -> impl Iterator<Item = (&str, &str)> {
    std::iter::from_fn(move || {
        loop {
            let (_, rest) = sheet.split_once("--")?;
            let length = rest.find(|c: char| !is_of_name(c))?;
            let (name, after) = rest.split_at_checked(length)?;
            sheet = after;
            let value = after.trim_start().strip_prefix(':').map(str::trim_start);
            if let Some(value) = value.filter(|value| value.starts_with("url(")) {
                // One that is never closed is the last.
                let found = address(value)?;
                sheet = after.split_once(found)?.1;
                return Some((name, found));
            }
        }
    })
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '-' || c == '_'
}

/// The address in a `url(…)` (CSS Values 4, section 4.5), quoted or not; perhaps empty.
fn address(value: &str) -> Option<&str> {
    let inside = value.strip_prefix("url(")?.trim_start();
    let quote = inside.chars().next().filter(|c| matches!(c, '"' | '\''));
    let (address, _) = match quote {
        Some(quote) => inside.get(1..)?.split_once(quote)?,
        None => inside.split_once(')')?,
    };
    Some(address.trim_end())
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
    use super::*;

    fn found(page: &str) -> Option<String> {
        let dom = parse(page).expect("small");
        let image = dom.first(0, "img").expect("an image");
        Painted::of(&dom).behind(&dom, image).map(str::to_owned)
    }

    #[test]
    fn a_variable_of_the_style_sheet_is_followed() {
        let page = "<style>:root{--sf-img-1: url('data:a');--sf-img-12:url(\"data:b;x,y\")}</style>\
            <img src=blank style='width:9px;background-image: var(--sf-img-12)!important'>";
        assert_eq!(found(page).as_deref(), Some("data:b;x,y"));
    }

    #[test]
    fn an_address_of_its_own_is_taken() {
        assert_eq!(found("<img style='background-image:url(/a.jpg )'>").as_deref(), Some("/a.jpg"));
    }

    #[test]
    fn a_sheet_that_is_never_closed_is_read_once() {
        let sheet = "--a:url(".repeat(1_000_000);
        assert_eq!(variables(&sheet).count(), 0);
    }

    #[test]
    fn what_is_not_set_is_not_found() {
        assert_eq!(found("<img style='background-image:var(--sf-img-3)'>"), None);
        assert_eq!(found("<style>x{y:url(a)}</style><img style='background-image:var(y)'>"), None);
        assert_eq!(found("<img style='color:red'>"), None);
    }
}
