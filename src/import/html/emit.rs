//! Blocks put together to an article.

use super::address::{absolute, is_link};
use super::draft::{Draft, Part};
use super::figure::Figures;
use super::judge::{Verdict, is_bare_picture};
use super::said::Said;
use crate::article::{BlockRole, InlineKind, Meta, Stated, Visibility};
use crate::import::builder::{Builder, Picture, Shape};
use crate::import::caption;

/// What the article is put together from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Page<'a> {
    /// The blocks.
    pub(super) drafts: &'a [Draft<'a>],
    /// What each is.
    pub(super) verdicts: &'a [Verdict],
    /// The pictures.
    pub(super) figures: &'a Figures,
    /// The captions that stand nowhere on the page.
    pub(super) said: &'a [Said],
    /// What relative addresses are resolved against.
    pub(super) base: Option<&'a str>,
    /// What the page says of the article.
    pub(super) meta: &'a Meta,
}

/// The article; the words of `head` come first as its title, where the page does not hold it.
pub(super) fn article(page: Page<'_>) -> Builder {
    let mut builder = Builder::new();
    let titled = page
        .verdicts
        .iter()
        .any(|verdict| verdict.role == BlockRole::Title && verdict.visibility == Visibility::Shown);
    if let Some(title) = page.meta.title.as_ref().filter(|_| !titled) {
        builder.open(Shape::new(BlockRole::Title));
        builder.words(&title.value);
    }
    for (draft, verdict) in page.drafts.iter().zip(page.verdicts) {
        write(&mut builder, page, draft, *verdict);
    }
    let placed = |said: &&Said| page.shows(said.picture);
    for said in page.said.iter().filter(|said| !placed(said)) {
        builder.open(Shape::new(BlockRole::Caption));
        let address = said.address.as_deref().map(|address| absolute(page.base, address));
        builder.picture(Picture { address, ..Picture::default() });
        builder.words(&said.words);
    }
    builder
}

impl Page<'_> {
    /// Whether a picture is shown in its place without words of its own.
    fn shows(&self, picture: Option<usize>) -> bool {
        picture.is_some_and(|picture| {
            self.drafts.iter().zip(self.verdicts).any(|(draft, verdict)| {
                is_bare_picture(draft)
                    && draft.parts.first() == Some(&Part::Picture(picture))
                    && verdict.visibility == Visibility::Shown
            })
        })
    }

    /// Whether a picture is the face of an author: it has the name for its words and no others.
    fn is_portrait(&self, picture: usize) -> bool {
        let Some(source) = self.figures.source(picture) else { return false };
        let Some(alt) = source.alt.as_deref().filter(|_| source.caption.is_none()) else {
            return false;
        };
        let said = self.said.iter().any(|said| said.picture == Some(picture));
        let named = |author: &Stated<String>| alt.to_lowercase() == author.value.to_lowercase();
        !said && self.meta.authors.iter().any(named)
    }

    /// The words that are not on the page for a picture that has none beside it.
    fn stand_in(&self, picture: usize) -> Option<&str> {
        let said = self.said.iter().find(|said| said.picture == Some(picture));
        let source = self.figures.source(picture)?;
        let caption = said.map(|said| &said.words).or(source.caption.as_ref());
        let alt = source.alt.as_ref().filter(|alt| is_caption(alt));
        caption.or(alt).map(String::as_str)
    }
}

/// Whether the text that stands in for a picture tells what it shows or who made it.
fn is_caption(alt: &str) -> bool {
    let words = alt.split_whitespace().count();
    !alt.contains("://") && alt.len() < 1_000 && (words > 4 || caption::has_credit(alt))
}

fn write(builder: &mut Builder, page: Page<'_>, draft: &Draft<'_>, verdict: Verdict) {
    let Verdict { role, visibility } = verdict;
    let shown = visibility == Visibility::Shown;
    if draft.role == BlockRole::Break {
        if shown {
            builder.rule();
        }
        return;
    }
    let portrait = matches!(draft.parts.first(), Some(Part::Picture(it)) if page.is_portrait(*it));
    if is_bare_picture(draft) && (!shown || portrait) {
        return;
    }
    builder.open(Shape { role, visibility, quote: draft.quote, indent: draft.indent });
    let mut begun = Vec::new();
    for part in &draft.parts {
        write_part(builder, page, *part, &mut begun);
    }
    for kind in begun.into_iter().rev().flatten() {
        builder.end(kind);
    }
    if let (0, Some(Part::Picture(picture))) = (draft.chars, draft.parts.first()) {
        builder.words(page.stand_in(*picture).unwrap_or_default());
    }
    builder.close();
}

fn write_part(
    builder: &mut Builder,
    page: Page<'_>,
    part: Part<'_>,
    begun: &mut Vec<Option<InlineKind>>,
) {
    match part {
        Part::Words(words) => builder.words(words),
        Part::Kept(words) => builder.kept(words),
        Part::Line => builder.line_break(),
        Part::Cell => builder.cell_border(),
        Part::Space => builder.words(" "),
        Part::Begin(kind) => {
            builder.begin(kind);
            begun.push(Some(kind));
        }
        Part::Link(address) => {
            let link = is_link(address).then(|| absolute(page.base, address));
            begun.push(link.map(|address| builder.begin_link(&address)));
        }
        Part::End(_) | Part::Unlink => {
            if let Some(Some(kind)) = begun.pop() {
                builder.end(kind);
            }
        }
        Part::Picture(picture) => {
            if let Some(source) = page.figures.source(picture) {
                let address = source.address.as_deref();
                builder.picture(Picture {
                    address: address.map(|address| absolute(page.base, address)),
                    alt: source.alt.clone(),
                    file: source.file.clone(),
                    ..Picture::default()
                });
            }
        }
        Part::Rule => {}
    }
}
