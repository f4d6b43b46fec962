//! Addresses that were saved without the text behind them: what a reading list knows of an
//! article becomes an article that says so, until its text comes.

use super::builder::{Builder, Shape};
use super::json::fields::is_address;
use crate::article::{Article, BlockRole, Kept, Meta, Standing};
use std::collections::HashMap;

/// The line that says that there is no text.
const SAID: &str = "Only the address of this article was kept, not its text:";

/// What to do about it.
const HOW: &str = "Save the page with your browser and add the file: \
    its text will stand here, with what is marked and noted of it.";

/// The article that stands for an address; `None` without one.
pub(super) fn article(meta: Meta, kept: Kept) -> Option<Article> {
    let address = meta.address.as_ref().map(|address| address.value.clone())?;
    if !is_address(&address) {
        return None;
    }
    let mut builder = Builder::new();
    builder.open(Shape::new(BlockRole::Title));
    builder.words(meta.title.as_ref().map_or(&address, |title| &title.value));
    if let Some(description) = &meta.description {
        builder.open(Shape::new(BlockRole::Standfirst));
        builder.words(&description.value);
    }
    builder.open(Shape::new(BlockRole::Body));
    builder.words(SAID);
    builder.words(" ");
    let link = builder.begin_link(&address);
    builder.words(&address);
    builder.end(link);
    builder.open(Shape::new(BlockRole::Body));
    builder.words(HOW);
    let article = builder.finish(meta);
    Some(Article { kept: Kept { address_only: true, ..kept }, ..article })
}

/// One article for each address: rows that say more of the same one are put together.
pub(super) fn articles(rows: impl Iterator<Item = (Meta, Kept)>) -> Vec<Article> {
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut all: Vec<(Meta, Kept)> = Vec::new();
    for (meta, kept) in rows {
        let Some(address) = meta.address.as_ref().map(|address| address.value.clone()) else {
            continue;
        };
        let Some((first, so_far)) = known.get(&address).and_then(|at| all.get_mut(*at)) else {
            known.insert(address, all.len());
            all.push((meta, kept));
            continue;
        };
        so_far.annotations.extend(kept.annotations);
        so_far.starred |= kept.starred;
        for tag in meta.tags {
            if !first.tags.contains(&tag) {
                first.tags.push(tag);
            }
        }
    }
    all.into_iter().filter_map(|(meta, kept)| article(meta, kept)).collect()
}

/// What the name of a folder says of the articles in it.
pub(super) fn standing(folder: &str) -> Option<Standing> {
    match folder.trim().to_ascii_lowercase().as_str() {
        "unread" | "inbox" | "to read" | "later" => Some(Standing::Unread),
        "archive" | "archived" | "read archive" => Some(Standing::Archived),
        "read" => Some(Standing::Read),
        _ => None,
    }
}
