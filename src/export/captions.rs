//! Captions and credits as JSON and as lines to read.

use super::json::json;
use super::words;
use crate::article::{Article, Credit, Image};
use crate::text::Span;
use serde::Serialize;
use std::fmt::Write;

/// An image as it is written out.
#[derive(Serialize)]
pub(super) struct ImageOut<'a> {
    caption: &'a str,
    /// Bytes of the article's text.
    span: Span,
    credit: &'a Credit,
    /// The block it stands in, and those that say the same again: indices.
    block: usize,
    #[serde(skip_serializing_if = "<[usize]>::is_empty")]
    repeats: &'a [usize],
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    alt: Option<&'a str>,
    /// The name of the picture itself, where it is kept; `newsprint picture` writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    picture: Option<&'a str>,
    /// What is from the picture's own metadata, not from the page.
    #[serde(skip_serializing_if = "<[&str]>::is_empty")]
    from_picture: Vec<&'static str>,
}

/// `image` of `article`, to be written out.
pub(super) fn image<'a>(article: &'a Article, image: &'a Image) -> ImageOut<'a> {
    ImageOut {
        caption: image.caption.of(&article.text),
        span: image.caption,
        credit: &image.credit,
        block: image.block,
        repeats: &image.repeats,
        address: image.address.as_deref(),
        alt: image.alt.as_deref(),
        picture: image.picture.as_deref(),
        from_picture: from_picture(article, image),
    }
}

/// What of an image's words is from the picture's own metadata.
fn from_picture(article: &Article, image: &Image) -> Vec<&'static str> {
    let caption = image.has_own_caption(&article.blocks).then_some("caption");
    let credit = image.has_own_credit(&article.blocks).then_some("credit");
    caption.into_iter().chain(credit).collect()
}

/// Every distinct image of `article` as JSON: an array of caption, credit and address.
pub fn captions_json(article: &Article) -> String {
    let images: Vec<ImageOut<'_>> = article.images.iter().map(|it| image(article, it)).collect();
    json(&images)
}

/// Every distinct image of `article`: its caption, and below it a line for each thing that its
/// credit says.
pub fn captions_text(article: &Article) -> String {
    let mut text = String::new();
    for (at, image) in article.images.iter().enumerate() {
        if at > 0 {
            text.push('\n');
        }
        let caption = words(&article.text, image.caption);
        let caption = if caption.is_empty() {
            image.alt.as_deref().map_or_else(|| "(no caption)".to_owned(), flat)
        } else {
            caption
        };
        _ = writeln!(text, "{}. {caption}", at + 1);
        for (label, value) in credit_lines(&image.credit) {
            _ = writeln!(text, "   {label}: {value}");
        }
        let own = from_picture(article, image).join(" and ");
        if !own.is_empty() {
            _ = writeln!(text, "   from the picture's own metadata: {own}");
        }
        if image.picture.is_some() {
            _ = writeln!(text, "   picture: kept");
        }
    }
    text
}

/// What `credit` says, a label and a value each.
pub fn credit_lines(credit: &Credit) -> Vec<(&'static str, String)> {
    let flags: Vec<&str> = credit.flags.iter().map(|flag| flag.name()).collect();
    let people: Vec<String> =
        credit.people.iter().map(|it| format!("{} ({})", it.name, it.place)).collect();
    let one = |value: &Option<String>| value.clone().unwrap_or_default();
    [
        ("photographer", credit.photographers.join(", ")),
        ("agency", credit.agencies.join(", ")),
        ("via", one(&credit.via)),
        ("courtesy of", one(&credit.courtesy)),
        ("for", one(&credit.client)),
        ("standing", flags.join(", ")),
        ("taken", taken(credit)),
        ("in the picture", people.join(", ")),
        ("copyright", one(&credit.copyright)),
        ("license", one(&credit.license)),
        ("as printed", credit.lines.join(" | ")),
    ]
    .into_iter()
    .map(|(label, value)| (label, flat(&value)))
    .filter(|(_, value)| !value.is_empty())
    .collect()
}

/// When the picture was taken, as far as it is told.
pub(super) fn taken(credit: &Credit) -> String {
    let day = credit.date.map(|date| date.to_string());
    day.or_else(|| credit.taken.clone()).unwrap_or_default()
}

/// `text` on one line.
fn flat(text: &str) -> String {
    words(text, Span::new(0, text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, BlockRole, CreditFlag};

    fn article() -> Article {
        let text = "A ferry leaves\nthe pier. Credit: Ana Ruiz".to_owned();
        let whole = Span::new(0, text.len());
        let credit = Credit {
            lines: vec!["Credit: Ana Ruiz".to_owned()],
            photographers: vec!["Ana Ruiz".to_owned()],
            flags: vec![CreditFlag::Pool],
            ..Credit::default()
        };
        let image = Image { caption: Span::new(0, 24), credit, ..Image::default() };
        let unnamed = Image { alt: Some("a gull".to_owned()), ..Image::default() };
        Article {
            text,
            blocks: vec![Block::new(BlockRole::Caption, whole)],
            images: vec![image, unnamed],
            ..Article::default()
        }
    }

    #[test]
    fn a_caption_is_followed_by_what_its_credit_says() {
        let expected = "\
1. A ferry leaves the pier.
   photographer: Ana Ruiz
   standing: pool
   as printed: Credit: Ana Ruiz

2. a gull
";
        assert_eq!(captions_text(&article()), expected);
    }

    #[test]
    fn json_has_caption_span_and_credit() {
        let written: serde_json::Value = serde_json::from_str(&captions_json(&article())).unwrap();
        assert_eq!(written[0]["caption"], "A ferry leaves\nthe pier.");
        assert_eq!(written[0]["span"], serde_json::json!({"start": 0, "end": 24}));
        assert_eq!(written[0]["credit"]["photographers"][0], "Ana Ruiz");
        assert_eq!(written[1]["alt"], "a gull");
    }
}
