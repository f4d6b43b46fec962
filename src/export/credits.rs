//! The credit ledger: every distinct picture of any number of articles, a row each.

use super::captions::{ImageOut, image};
use super::json::json;
use super::words;
use crate::article::{Article, Credit, Image};
use crate::text::{Span, clean};
use serde::Serialize;
use std::borrow::Borrow;

/// The columns, in order.
const COLUMNS: &[&str] = &[
    "article",
    "source",
    "published",
    "article address",
    "number",
    "caption",
    "photographers",
    "agencies",
    "via",
    "courtesy",
    "client",
    "standing",
    "taken",
    "people",
    "copyright",
    "license",
    "as printed",
    "printed times",
    "picture",
];

/// The ledger as CSV (RFC 4180), the names of the columns first. Several values in one field are
/// apart by a semicolon.
pub fn credits_csv<A: Borrow<Article>>(articles: &[A]) -> String {
    let mut text = line(COLUMNS.iter().map(|name| (*name).to_owned()));
    for article in articles.iter().map(Borrow::borrow) {
        for (at, image) in article.images.iter().enumerate() {
            text.push_str(&line(row(article, at + 1, image).into_iter()));
        }
    }
    text
}

/// The ledger as JSON: an array of rows, each an image with the article it stands in.
pub fn credits_json<A: Borrow<Article>>(articles: &[A]) -> String {
    let rows = articles.iter().map(Borrow::borrow).flat_map(|article: &Article| {
        let images = article.images.iter().enumerate();
        images.map(move |(at, it)| Row {
            article: article.meta.title.as_ref().map(|title| title.value.as_str()),
            source: article.meta.source.as_ref().map(|source| source.value.as_str()),
            published: article.meta.published.as_ref().map(|at| at.value.date),
            article_address: article.meta.address.as_ref().map(|at| at.value.as_str()),
            number: at + 1,
            image: image(article, it),
        })
    });
    json(&rows.collect::<Vec<_>>())
}

#[derive(Serialize)]
struct Row<'a> {
    article: Option<&'a str>,
    source: Option<&'a str>,
    published: Option<jiff::civil::Date>,
    article_address: Option<&'a str>,
    number: usize,
    #[serde(flatten)]
    image: ImageOut<'a>,
}

fn row(article: &Article, number: usize, image: &Image) -> Vec<String> {
    let meta = &article.meta;
    let stated = |value: Option<&String>| value.cloned().unwrap_or_default();
    let mut row = vec![
        stated(meta.title.as_ref().map(|it| &it.value)),
        stated(meta.source.as_ref().map(|it| &it.value)),
        meta.published.as_ref().map(|it| it.value.date.to_string()).unwrap_or_default(),
        stated(meta.address.as_ref().map(|it| &it.value)),
        number.to_string(),
        words(&article.text, image.caption),
    ];
    row.extend(credit_fields(&image.credit));
    row.push((image.repeats.len() + 1).to_string());
    row.push(stated(image.address.as_ref()));
    row
}

fn credit_fields(credit: &Credit) -> [String; 11] {
    let one = |value: &Option<String>| value.clone().unwrap_or_default();
    let flags: Vec<&str> = credit.flags.iter().map(|flag| flag.name()).collect();
    let people: Vec<String> =
        credit.people.iter().map(|it| format!("{} ({})", it.name, it.place)).collect();
    [
        credit.photographers.join("; "),
        credit.agencies.join("; "),
        one(&credit.via),
        one(&credit.courtesy),
        one(&credit.client),
        flags.join("; "),
        super::captions::taken(credit),
        people.join("; "),
        one(&credit.copyright),
        one(&credit.license),
        credit.lines.join("; "),
    ]
}

/// A line of CSV.
fn line(fields: impl Iterator<Item = String>) -> String {
    let fields: Vec<String> = fields.map(|value| field(&value)).collect();
    fields.join(",") + "\r\n"
}

/// A field on one line, quoted where it must be. A spreadsheet takes what begins with one of these
/// signs for a formula and would run it: an apostrophe keeps it text.
fn field(value: &str) -> String {
    let value = clean::clean_line(value);
    let value = words(&value, Span::new(0, value.len()));
    let guard = if value.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
    if value.contains(['"', ',', ';']) || !guard.is_empty() {
        return format!("\"{guard}{}\"", value.replace('"', "\"\""));
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Origin, Stated};

    fn article() -> Article {
        let text = "A \"ferry\", leaving".to_owned();
        let credit = Credit {
            photographers: vec!["Ana Ruiz".to_owned(), "Bo Lind".to_owned()],
            via: Some("AP".to_owned()),
            lines: vec!["=Ana Ruiz".to_owned()],
            ..Credit::default()
        };
        let image = Image { caption: Span::new(0, text.len()), credit, ..Image::default() };
        let mut article = Article { text, images: vec![image], ..Article::default() };
        article.meta.title = Some(Stated::new("The quay".to_owned(), Origin::Record));
        article
    }

    #[test]
    fn a_row_a_picture_with_its_article() {
        let csv = credits_csv(&[article(), Article::default()]);
        let lines: Vec<&str> = csv.split_terminator("\r\n").collect();
        assert_eq!(lines.len(), 2);
        let expected = "The quay,,,,1,\"A \"\"ferry\"\", leaving\",\"Ana Ruiz; Bo Lind\",,AP,,,,,,,,\
            \"'=Ana Ruiz\",1,";
        assert_eq!(lines[1], expected);
        assert_eq!(lines[0].split(',').count(), COLUMNS.len());
    }

    #[test]
    fn json_rows_name_their_article() {
        let rows: serde_json::Value = serde_json::from_str(&credits_json(&[article()])).unwrap();
        assert_eq!(rows[0]["article"], "The quay");
        assert_eq!(rows[0]["number"], 1);
        assert_eq!(rows[0]["credit"]["via"], "AP");
    }
}
