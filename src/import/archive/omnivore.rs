//! The export of Omnivore: lists of what was saved (`metadata_0_to_20.json`), the text of each as
//! `content/SLUG.html`, and what was marked in it as `highlights/SLUG.md`.

use super::paths::name_images;
use super::pictures;
use super::unzip::Archive;
use crate::article::{Annotation, Article, Origin};
use crate::import::json::{fields, kept};
use crate::import::sniff::has_extension;
use crate::import::{Contents, Error, record, saved};
use serde_json::{Map, Value};

/// Whether an entry of that name is a list of what was saved.
pub(super) fn is_list(name: &str) -> bool {
    let own = name.rsplit('/').next().unwrap_or(name);
    own.starts_with("metadata_") && has_extension(Some(own), &["json"])
}

/// What the export holds.
pub(super) fn read(archive: &mut Archive<'_>) -> Result<Contents, Error> {
    let lists: Vec<String> =
        archive.names().filter(|name| is_list(name)).map(str::to_owned).collect();
    let mut contents = Contents::default();
    for list in lists {
        let bytes = archive.read(&list)?.unwrap_or_default();
        let records: Vec<Value> = serde_json::from_slice(&bytes).map_err(|error| {
            Error::Malformed { format: "JSON", reason: format!("{list}: {error}") }
        })?;
        let folder = list.rsplit_once('/').map(|(folder, _)| format!("{folder}/"));
        for record in records.iter().filter_map(Value::as_object) {
            let article = article(archive, record, folder.as_deref().unwrap_or_default());
            contents.articles.extend(article);
        }
    }
    if contents.articles.is_empty() {
        return Err(Error::NoText);
    }
    contents.parts = pictures(archive);
    Ok(contents)
}

fn article(
    archive: &mut Archive<'_>,
    record: &Map<String, Value>,
    folder: &str,
) -> Option<Article> {
    let mut meta = fields::meta(record, Origin::Record);
    let mut kept = kept::kept(record, &mut meta);
    let slug = record.get("slug").and_then(Value::as_str).unwrap_or_default();
    let mut text = |path: String| {
        let bytes = archive.read(&path).ok().flatten()?;
        Some(String::from_utf8_lossy(&bytes).into_owned())
    };
    let page = text(format!("{folder}content/{slug}.html"));
    let marked = text(format!("{folder}highlights/{slug}.md"));
    kept.annotations.extend(marked.as_deref().map(highlights).unwrap_or_default());
    match page.and_then(|page| record::article(meta.clone(), page)) {
        Some(mut article) => {
            name_images(&mut article, &format!("{folder}content/{slug}.html"));
            Some(Article { kept, ..article })
        }
        None => saved::article(meta, kept),
    }
}

/// The highlights in Omnivore's Markdown: each a block quote, its labels behind `#`, and what was
/// written about it below.
fn highlights(markdown: &str) -> Vec<Annotation> {
    let mut found: Vec<Annotation> = Vec::new();
    let mut quoting = false;
    for line in markdown.lines() {
        let quote = line.trim_start().strip_prefix('>').map(str::trim);
        match quote {
            Some(words) if quoting => {
                if let Some(last) = found.last_mut().filter(|_| !words.is_empty()) {
                    last.quote.push('\n');
                    last.quote.push_str(words);
                }
            }
            Some(words) => {
                found.push(Annotation { quote: words.to_owned(), ..Annotation::default() });
            }
            None => note(found.last_mut(), line.trim()),
        }
        quoting = quote.is_some();
    }
    found.retain(|annotation| !annotation.quote.is_empty() || annotation.note.is_some());
    for quote in found.iter_mut().map(|annotation| &mut annotation.quote) {
        *quote = quote.trim().to_owned();
    }
    found
}

fn note(annotation: Option<&mut Annotation>, line: &str) {
    let Some(annotation) = annotation.filter(|_| !line.is_empty()) else { return };
    let labels = line.split_whitespace().map(|word| word.strip_prefix('#'));
    if let Some(labels) = labels.collect::<Option<Vec<_>>>() {
        annotation.tags.extend(labels.into_iter().map(str::to_owned));
        return;
    }
    let note = annotation.note.get_or_insert_default();
    if !note.is_empty() {
        note.push('\n');
    }
    note.push_str(line);
}
