//! Pictures kept with the article: taken out of `data:` addresses, out of a container's parts or
//! from beside the file, and their own words read where the page has none.

mod carrier;
mod data;
mod exif;
mod iptc;
mod kind;
mod png;
#[cfg(test)]
mod tests;
mod told;
mod words;
mod xmp;

use super::{Contents, Part};
use crate::article::{Article, Image, Picture};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The most bytes of a picture that is kept.
pub const PICTURE: usize = 8 << 20;

/// The most bytes of all pictures of an article.
const PICTURES: usize = 64 << 20;

/// The most pictures of an article.
const COUNT: usize = 2_000;

/// Why a picture is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotKept {
    /// It is larger than [`PICTURE`].
    TooLarge,
    /// It lies outside the page's own folder, or is no regular file.
    Elsewhere,
}

/// Where the bytes of pictures are, by the blocks they stand in.
pub(super) type Files = BTreeMap<usize, Arc<str>>;

/// Takes in the pictures of `article` whose bytes stand in their addresses, and notes where those
/// lie that are beside the file.
pub(super) fn take_in(article: &mut Article, files: &Files) {
    let mut images = std::mem::take(&mut article.images);
    for image in images.iter_mut().filter(|image| image.picture.is_none()) {
        let mut blocks = std::iter::once(&image.block).chain(&image.repeats);
        let Some(file) = blocks.find_map(|block| files.get(block)) else { continue };
        if !file.starts_with("data:") {
            image.beside = beside(file);
        } else if file.len() > PICTURE / 3 * 4 + 256 {
            refuse(article, "in the page", NotKept::TooLarge);
        } else if let Some(bytes) = data::bytes(file) {
            keep(article, image, "in the page", bytes);
        }
    }
    article.images = images;
}

/// Of an address that holds the picture itself, the kind and the size; any other as it is.
pub(super) fn shortened(address: String) -> String {
    let Some(data) = address.strip_prefix("data:") else { return address };
    let (head, body) = data.split_once(',').unwrap_or((data, ""));
    if head.contains(";bytes=") {
        return address;
    }
    let kind = head.split(';').next().unwrap_or_default();
    format!("data:{kind};bytes={}", body.len())
}

/// The path of the file that an address names beside the one it stands in, where it is relative
/// and not from the root.
fn beside(address: &str) -> Option<String> {
    let address = address.split(['?', '#']).next().filter(|address| !address.is_empty())?;
    let first = address.split('/').next().unwrap_or_default();
    if first.contains(':') || address.starts_with(['/', '\\']) {
        return None;
    }
    String::from_utf8(data::percent(address).into_owned()).ok()
}

/// Keeps the pictures of images that have none yet: `find` gives the bytes that belong to an
/// image, or nothing where there are none. Then the words of the pictures' own metadata are put
/// at the end of the text where the page has none.
pub fn keep_pictures(
    article: &mut Article,
    mut find: impl FnMut(&Image) -> Result<Option<Vec<u8>>, NotKept>,
) {
    let mut images = std::mem::take(&mut article.images);
    for image in images.iter_mut().filter(|image| image.picture.is_none()) {
        let place = image.beside.clone().or_else(|| image.address.clone()).unwrap_or_default();
        match find(image) {
            Ok(Some(bytes)) => keep(article, image, &place, bytes),
            Ok(None) => {}
            Err(reason) => refuse(article, &place, reason),
        }
    }
    article.images = images;
    words::append(article);
}

/// Keeps the pictures that are parts of the same file, and puts the words of the pictures' own
/// metadata at the end of the text where the page has none.
pub(super) fn take_parts(contents: &mut Contents) {
    let names =
        |part: &Part, place: Option<&String>| place.is_some_and(|it| part.names.contains(it));
    for article in &mut contents.articles {
        let parts = &contents.parts;
        keep_pictures(article, |image| {
            let places = [image.address.as_ref(), image.beside.as_ref()];
            let found = |part: &&Part| places.iter().any(|place| names(part, *place));
            Ok(parts.iter().find(found).map(|part| part.bytes.clone()))
        });
    }
}

/// Keeps a picture, within the limits; what is none is passed over.
fn keep(article: &mut Article, image: &mut Image, place: &str, bytes: Vec<u8>) {
    let Some(media_type) = kind::media_type(&bytes) else { return };
    let kept = &mut article.pictures.kept;
    let name = blake3::hash(&bytes).to_hex().to_string();
    if kept.iter().any(|picture| picture.name == name) {
        image.picture = Some(name);
        return;
    }
    let whole: usize = kept.iter().map(|picture| picture.bytes.len()).sum();
    if bytes.len() > PICTURE || whole + bytes.len() > PICTURES || kept.len() >= COUNT {
        return refuse(article, place, NotKept::TooLarge);
    }
    kept.push(Arc::new(Picture { name: name.clone(), media_type, bytes }));
    image.picture = Some(name);
}

fn refuse(article: &mut Article, place: &str, reason: NotKept) {
    let why = match reason {
        NotKept::TooLarge => format!(
            "it is larger than {} MiB, or the pictures of the article than {} MiB",
            PICTURE >> 20,
            PICTURES >> 20
        ),
        NotKept::Elsewhere => "it is not a regular file in the page's own folder".to_owned(),
    };
    let place: String = place.chars().take(200).collect();
    if article.pictures.refused.len() < COUNT {
        article.pictures.refused.push(format!("the picture {place} is not kept: {why}"));
    }
}
