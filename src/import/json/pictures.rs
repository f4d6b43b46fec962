//! The pictures of a record, with the words that came with them.

use super::fields::{entry, is_address, words};
use crate::import::builder::{Builder, Picture};
use crate::import::record;
use serde_json::{Map, Value};

/// A picture of a record.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct RecordPicture {
    address: Option<String>,
    alt: Option<String>,
    caption: Option<String>,
    credit: Option<String>,
}

/// Where a record holds pictures. Lists of mere addresses are the images of the whole page, icons
/// included: they are not taken.
const PICTURES: &[&str] =
    &["image", "images", "associatedmedia", "associations", "photos", "pictures", "media"];

/// Where a record holds the address of its first picture.
const LEAD: &[&str] =
    &["top_image", "lead_image_url", "image_url", "image", "preview_picture", "thumbnail"];

/// The most pictures of one record.
const MOST: usize = 200;

/// The pictures of `record`.
pub(super) fn find(record: &Map<String, Value>) -> Vec<RecordPicture> {
    let mut pictures = Vec::new();
    for value in PICTURES.iter().filter_map(|alias| entry(record, alias)) {
        match value.1 {
            Value::Array(values) => pictures.extend(values.iter().filter_map(picture)),
            Value::Object(map) => {
                let one = picture(value.1);
                let many = || map.values().filter_map(picture).collect();
                pictures.extend(one.map_or_else(many, |one| vec![one]));
            }
            _ => {}
        }
    }
    let lead = LEAD
        .iter()
        .find_map(|alias| entry(record, alias)?.1.as_str().filter(|address| is_address(address)));
    if pictures.is_empty()
        && let Some(address) = lead
    {
        let address = Some(address.to_owned());
        pictures.push(RecordPicture { address, ..RecordPicture::default() });
    }
    pictures.truncate(MOST);
    pictures
}

impl RecordPicture {
    /// Puts the picture, its caption and its credit into an article.
    pub(super) fn put(self, builder: &mut Builder) {
        let picture = Picture { address: self.address, alt: self.alt, ..Picture::default() };
        record::put(builder, picture, self.caption.as_deref(), self.credit.as_deref());
    }
}

fn picture(value: &Value) -> Option<RecordPicture> {
    picture_of(value.as_object()?)
}

fn picture_of(map: &Map<String, Value>) -> Option<RecordPicture> {
    let field = |aliases: &[&str]| aliases.iter().find_map(|alias| words(entry(map, alias)?.1));
    let other = field(&["type"]).is_some_and(|kind| {
        !matches!(kind.to_ascii_lowercase().as_str(), "picture" | "image" | "photo" | "graphic")
    });
    if other {
        return None;
    }
    let picture = RecordPicture {
        address: field(&["contenturl", "url", "src", "href"]).or_else(|| rendition(map)),
        alt: field(&["alt", "alternatetext"]),
        caption: field(&[
            "caption",
            "description_text",
            "description_caption",
            "descriptions",
            "description",
            "text",
            "headlines",
            "headline",
        ]),
        credit: field(&[
            "credit",
            "credittext",
            "creditline",
            "credit_line",
            "byline",
            "by",
            "creator",
            "author",
            "copyrightholder",
            "copyrightnotice",
        ]),
    };
    let described = picture.caption.is_some() || picture.credit.is_some();
    (described || picture.address.is_some()).then_some(picture)
}

/// The picture that a news item is, should it be one.
pub(super) fn of_item(record: &Map<String, Value>) -> Option<RecordPicture> {
    entry(record, "type").or_else(|| entry(record, "$type"))?;
    picture_of(record)
}

/// The address of the largest rendition (ninjs).
fn rendition(map: &Map<String, Value>) -> Option<String> {
    let renditions = entry(map, "renditions")?.1;
    let values: Vec<&Value> = match renditions {
        Value::Array(values) => values.iter().collect(),
        Value::Object(map) => map.values().collect(),
        _ => return None,
    };
    let width = |value: &&&Value| value.get("width").and_then(Value::as_u64).unwrap_or(0);
    let largest = values.iter().max_by_key(width)?;
    largest.get("href").and_then(Value::as_str).map(str::to_owned)
}
