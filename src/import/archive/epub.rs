//! Books (EPUB 2 and 3). A book is one article with its chapters in order, since it is one thing
//! to read; a newspaper in this form (as calibre, wallabag and Instapaper write it) is an article
//! a chapter.

use super::paths::{name_images, resolved};
use super::pictures;
use super::unzip::Archive;
use crate::article::{Article, Block, BlockRole, Meta, Origin, Stated, Visibility};
use crate::import::builder::{Builder, Shape};
use crate::import::xml::{self, Element};
use crate::import::{Contents, Error, charset, date, html};

/// The most chapters of a book.
const CHAPTERS: usize = 5_000;

/// What the book holds.
pub(super) fn read(archive: &mut Archive<'_>) -> Result<Contents, Error> {
    let container = document(archive, "META-INF/container.xml")?;
    let path = container.find("rootfile").and_then(|it| it.attribute("full-path"));
    let path = path.ok_or_else(|| broken("it does not say where its package is"))?.to_owned();
    let package = document(archive, &path)?;
    let nothing = Element::default();
    let about = package.child("metadata").unwrap_or(&nothing);
    let book = meta(about);
    let mut chapters = Vec::new();
    for entry in spine(&package, &path) {
        let Ok(Some(bytes)) = archive.read(&entry) else { continue };
        let page = charset::decode(bytes).ok().and_then(|page| html::read(&page, None));
        if let Some(mut chapter) = page {
            name_images(&mut chapter, &entry);
            show(&mut chapter);
            chapters.push(chapter);
        }
    }
    if chapters.is_empty() {
        return Err(Error::NoText);
    }
    let articles = if is_periodical(about) {
        chapters.into_iter().map(|chapter| with_book(chapter, &book)).collect()
    } else {
        vec![whole(chapters, book)]
    };
    Ok(Contents { articles, parts: pictures(archive), ..Contents::default() })
}

fn broken(reason: &str) -> Error {
    Error::Malformed { format: "EPUB", reason: reason.to_owned() }
}

fn document(archive: &mut Archive<'_>, name: &str) -> Result<Element, Error> {
    let bytes = archive.read(name)?.ok_or_else(|| broken(&format!("{name:?} is missing")))?;
    xml::parse(&charset::decode(bytes)?)
}

/// The entries of the chapters, in the order of reading; what says of itself that it is no part
/// of that order, as the table of contents does, is left out.
fn spine(package: &Element, path: &str) -> Vec<String> {
    let (Some(manifest), Some(spine)) = (package.child("manifest"), package.child("spine")) else {
        return Vec::new();
    };
    let mut found: Vec<String> = Vec::new();
    for reference in spine.named("itemref").take(CHAPTERS) {
        let named = |item: &&Element| item.attribute("id") == reference.attribute("idref");
        let Some(item) = manifest.named("item").find(named) else { continue };
        let contents = item.attribute("properties").is_some_and(|it| it.contains("nav"));
        if contents || reference.attribute("linear") == Some("no") {
            continue;
        }
        let entry = item.attribute("href").and_then(|href| resolved(path, href));
        found.extend(entry.filter(|entry| !found.contains(entry)));
    }
    found
}

fn meta(about: &Element) -> Meta {
    let stated = |value: String| Stated::new(value, Origin::Record);
    let day = about.said("date").and_then(|day| date::instant(&day));
    let address = ["source", "identifier"].iter().find_map(|name| {
        about.named(name).filter_map(Element::words).find(|it| it.starts_with("http"))
    });
    let mut meta = Meta {
        title: about.said("title").map(stated),
        authors: about.named("creator").filter_map(Element::words).map(stated).collect(),
        source: about.said("publisher").map(stated),
        published: day.map(|day| Stated::new(day, Origin::Record)),
        language: about.said("language").map(stated),
        address: address.map(stated),
        description: about.said("description").map(|it| stated(without_tags(&it))),
        tags: about.named("subject").filter_map(Element::words).collect(),
        ..Meta::default()
    };
    for key in ["identifier", "rights", "contributor"] {
        if let Some(said) = about.said(key) {
            meta.extra.insert(key.to_owned(), said);
        }
    }
    meta
}

fn without_tags(words: &str) -> String {
    html::read(words, None).map_or_else(|| words.to_owned(), |article| article.text)
}

/// Whether the book is a collection of articles.
fn is_periodical(about: &Element) -> bool {
    let said = |words: Option<String>| {
        words.is_some_and(|words| {
            let words = words.to_lowercase();
            words.contains("wallabag") || words.contains("instapaper")
        })
    };
    let calibre = about.named("meta").any(|meta| {
        meta.attribute("name") == Some("calibre:publication_type")
            && meta.attribute("content").is_some_and(|kind| kind.starts_with("periodical"))
    });
    calibre || said(about.said("publisher")) || said(about.said("contributor"))
}

/// Shows all of a chapter: there is nothing around the text in a book.
fn show(chapter: &mut Article) {
    let repeats: Vec<usize> =
        chapter.images.iter().flat_map(|image| image.repeats.iter().copied()).collect();
    for (index, block) in chapter.blocks.iter_mut().enumerate() {
        if !repeats.contains(&index) {
            block.visibility = Visibility::Shown;
        }
        if matches!(block.role, BlockRole::Related | BlockRole::Promotion | BlockRole::Navigation) {
            block.role = BlockRole::Body;
        }
    }
}

/// A chapter that is an article of its own, with what is known of the book.
fn with_book(mut chapter: Article, book: &Meta) -> Article {
    let named = |meta: &Meta| meta.title.as_ref().map(|title| title.value.to_lowercase());
    // The head of a chapter often names the book and not the chapter.
    if named(&chapter.meta) == named(book) {
        let heading = |block: &&Block| {
            matches!(block.role, BlockRole::Title | BlockRole::Heading(_))
                && named(book).as_deref() != Some(&block.span.of(&chapter.text).to_lowercase())
        };
        let heading = chapter.blocks.iter().find(heading).map(|block| block.span.of(&chapter.text));
        let title = heading.map(|words| Stated::new(words.to_owned(), Origin::Markup));
        chapter.meta.title = title.or_else(|| chapter.meta.title.take());
    }
    let meta = &mut chapter.meta;
    meta.source = book.title.clone().or_else(|| meta.source.take());
    meta.published = meta.published.take().or_else(|| book.published.clone());
    meta.language = meta.language.take().or_else(|| book.language.clone());
    chapter
}

/// The chapters as one article.
fn whole(chapters: Vec<Article>, meta: Meta) -> Article {
    let mut builder = Builder::new();
    let title = meta.title.as_ref().map(|title| title.value.clone()).unwrap_or_default();
    if !title.is_empty() {
        builder.open(Shape::new(BlockRole::Title));
        builder.words(&title);
    }
    for mut chapter in chapters {
        let Article { text, blocks, .. } = &mut chapter;
        for block in blocks.iter_mut().filter(|block| block.role == BlockRole::Title) {
            block.role = BlockRole::Heading(2);
            // Many books name themselves at the head of every chapter.
            if block.span.of(text).eq_ignore_ascii_case(&title) {
                block.visibility = Visibility::Hidden;
            }
        }
        builder.append(chapter);
    }
    builder.finish(meta)
}
