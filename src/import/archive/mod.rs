//! Zip archives to articles: books (EPUB), the export of Omnivore, and saved pages with what
//! belongs to them.

mod epub;
mod omnivore;
mod pages;
mod paths;
mod unzip;

use super::{Contents, Error, Part};
use unzip::Archive;
pub(super) use unzip::{ALL, ENTRY};

#[cfg(test)]
pub(super) use unzip::tests::zip;

/// What the archive that `bytes` are holds.
pub(super) fn read(bytes: &[u8]) -> Result<Contents, Error> {
    let mut archive = Archive::open(bytes)?;
    let has = |archive: &Archive<'_>, name: &str| archive.names().any(|known| known == name);
    if has(&archive, "META-INF/container.xml") {
        return epub::read(&mut archive);
    }
    if archive.names().any(omnivore::is_list) {
        return omnivore::read(&mut archive);
    }
    pages::read(&mut archive)
}

/// The pictures among the entries of an archive, as far as the budget goes.
fn pictures(archive: &mut Archive<'_>) -> Vec<Part> {
    let names: Vec<String> = archive.names().map(str::to_owned).collect();
    let mut parts = Vec::new();
    for name in names {
        let Some(media_type) = picture_type(&name) else { continue };
        if let Ok(Some(bytes)) = archive.read(&name) {
            let media_type = media_type.to_owned();
            parts.push(Part { names: vec![name], media_type, bytes });
        }
    }
    parts
}

/// The media type of a picture, told by the ending of its name.
pub(super) fn picture_type(name: &str) -> Option<&'static str> {
    let (_, ending) = name.rsplit_once('.')?;
    Some(match ending.to_ascii_lowercase().as_str() {
        "jpg" | "jpeg" | "jpe" => "image/jpeg",
        "png" => "image/png",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "svg" => "image/svg+xml",
        "bmp" => "image/bmp",
        "tif" | "tiff" => "image/tiff",
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
