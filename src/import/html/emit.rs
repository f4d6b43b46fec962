//! Blocks put together to an article.

use super::draft::{Draft, Part};
use super::vote::Vote;
use crate::article::{Article, Meta, Visibility};
use crate::import::builder::{Builder, Shape};

/// The article.
pub(super) fn article(drafts: &[Draft<'_>], votes: &[Vote]) -> Article {
    let mut builder = Builder::new();
    for (draft, vote) in drafts.iter().zip(votes) {
        let yes = vote.body || vote.readability;
        let visibility = if yes { Visibility::Shown } else { Visibility::Hidden };
        let Draft { role, quote, indent, .. } = *draft;
        builder.open(Shape { role, visibility, quote, indent });
        write(&mut builder, draft);
    }
    builder.finish(Meta::default())
}

fn write(builder: &mut Builder, draft: &Draft<'_>) {
    let mut begun = Vec::new();
    for part in &draft.parts {
        match part {
            Part::Words(words) => builder.words(words),
            Part::Kept(words) => builder.kept(words),
            Part::Line => builder.line_break(),
            Part::Cell => builder.cell_border(),
            Part::Space => builder.words(" "),
            Part::Begin(kind) => {
                builder.begin(*kind);
                begun.push(*kind);
            }
            Part::Link(address) => begun.push(builder.begin_link(address)),
            Part::End(_) | Part::Unlink => {
                if let Some(kind) = begun.pop() {
                    builder.end(kind);
                }
            }
            Part::Picture(_) | Part::Rule => {}
        }
    }
    for kind in begun.into_iter().rev() {
        builder.end(kind);
    }
}
