//! An archive of saved pages, texts and records, with the pictures that belong to them.

use super::paths::name_images;
use super::unzip::Archive;
use super::{picture_type, pictures};
use crate::import::sniff::has_extension;
use crate::import::{Contents, Error, derive, one_file};

/// Endings of entries that may hold articles.
const ENDINGS: &[&str] = &[
    "html", "htm", "xhtml", "md", "markdown", "txt", "json", "jsonl", "ndjson", "csv", "xml",
    "rss", "atom", "mhtml", "mht", "eml",
];

/// What the archive holds. An entry that cannot be read is left out, unless none can be.
pub(super) fn read(archive: &mut Archive<'_>) -> Result<Contents, Error> {
    let names: Vec<String> =
        archive.names().filter(|name| may_be_article(name)).map(str::to_owned).collect();
    let mut contents = Contents::default();
    let mut refusal = Error::Packed("it is an archive without articles");
    for name in names {
        let read =
            archive.read(&name).and_then(|bytes| one_file(bytes.unwrap_or_default(), Some(&name)));
        match read {
            Ok(mut read) => {
                for article in &mut read.articles {
                    name_images(article, &name);
                    derive::complete(article, Some(&name));
                }
                contents.articles.append(&mut read.articles);
                contents.parts.append(&mut read.parts);
            }
            Err(error) => {
                contents.left_out.push(format!("{name}: {error}"));
                refusal = error;
            }
        }
    }
    if contents.articles.is_empty() {
        return Err(refusal);
    }
    contents.parts.extend(pictures(archive));
    Ok(contents)
}

/// Whether an entry may be an article: not what a browser saves beside a page, and nothing
/// hidden.
fn may_be_article(name: &str) -> bool {
    let folders = name.rsplit_once('/').map_or("", |(folders, _)| folders);
    let beside = folders.split('/').any(|folder| {
        folder.ends_with("_files") || folder.starts_with('.') || folder == "__MACOSX"
    });
    let own = name.rsplit('/').next().unwrap_or(name);
    !beside
        && !own.starts_with('.')
        && has_extension(Some(own), ENDINGS)
        && picture_type(own).is_none()
}
