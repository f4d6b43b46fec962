//! What scripts say of when something appeared, which is believed where a page says nothing else.

use crate::import::html::dom::Dom;

/// Longer scripts are passed over.
const LENGTH: usize = 1 << 21;

/// The fields under which programs keep the moment of publication.
const KEYS: [&str; 8] = [
    "publishedAt",
    "published_at",
    "publishDate",
    "publish_date",
    "publishedDate",
    "datePublished",
    "publicationDate",
    "published",
];

/// What the scripts of a page hold under these fields, the first of each script.
pub(super) fn fields(dom: &Dom) -> Vec<String> {
    let scripts = (0..dom.len()).filter(|id| dom.name(*id) == "script");
    let texts = scripts.flat_map(|id| dom.below(id)).filter_map(|id| dom.words(id));
    let short = texts.filter(|text| text.len() < LENGTH);
    short.flat_map(|text| KEYS.iter().filter_map(|key| value(text, key))).take(20).collect()
}

/// The value behind the first `key` of a script.
fn value(script: &str, key: &str) -> Option<String> {
    let (_, rest) = script.split_once(key)?;
    let rest = rest.trim_start_matches(['"', '\'', '\\', ' ', ':']);
    let end = rest.find(['"', '\'', '\\', ',', '}']).filter(|end| (8..=40).contains(end))?;
    rest.get(..end).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_found_in_objects_and_in_strings_that_hold_objects() {
        for script in [
            r#"{"id":3,"published_at":"2019-03-02T06:22:28","b":1}"#,
            r#"x="{\"published_at\":\"2019-03-02T06:22:28\"}""#,
        ] {
            assert_eq!(value(script, "published_at").as_deref(), Some("2019-03-02T06:22:28"));
        }
        assert_eq!(value(r#"{"published":true,"x":2}"#, "published"), None);
    }
}
