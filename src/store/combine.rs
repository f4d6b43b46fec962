//! An article of which only the address was kept, and the same article with its text: what each
//! knows goes into one.

use crate::article::{Article, Kept, Meta, Stated};

/// The article with the text, with what the other one also knows; `new` where both have a text or
/// neither has.
pub(super) fn combined(old: &Article, new: &Article) -> Article {
    let (base, other) = match (old.kept.address_only, new.kept.address_only) {
        (false, true) => (old, new),
        _ => (new, old),
    };
    let mut whole = base.clone();
    add_meta(&mut whole.meta, &other.meta);
    add_kept(&mut whole.kept, &other.kept);
    whole
}

fn add_meta(meta: &mut Meta, other: &Meta) {
    add(&mut meta.title, other.title.as_ref());
    add(&mut meta.source, other.source.as_ref());
    add(&mut meta.published, other.published.as_ref());
    add(&mut meta.modified, other.modified.as_ref());
    add(&mut meta.saved, other.saved.as_ref());
    add(&mut meta.language, other.language.as_ref());
    add(&mut meta.section, other.section.as_ref());
    add(&mut meta.description, other.description.as_ref());
    if meta.authors.is_empty() {
        meta.authors.clone_from(&other.authors);
    }
    for tag in &other.tags {
        if !meta.tags.contains(tag) {
            meta.tags.push(tag.clone());
        }
    }
    for (key, value) in &other.extra {
        meta.extra.entry(key.clone()).or_insert_with(|| value.clone());
    }
}

/// Fills a value that is missing, or derived where the other one was stated.
fn add<T: Clone>(value: &mut Option<Stated<T>>, other: Option<&Stated<T>>) {
    let Some(other) = other else { return };
    let better = |own: &Stated<T>| own.origin.is_derived() && !other.origin.is_derived();
    if value.as_ref().is_none_or(better) {
        *value = Some(other.clone());
    }
}

fn add_kept(kept: &mut Kept, other: &Kept) {
    kept.standing = kept.standing.or(other.standing);
    kept.starred |= other.starred;
    kept.archived = kept.archived.or(other.archived);
    kept.progress = kept.progress.or(other.progress);
    for annotation in &other.annotations {
        if !kept.annotations.iter().any(|known| known.is_again(annotation)) {
            kept.annotations.push(annotation.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{article, store};
    use super::super::{NewArticle, Outcome, Store};
    use crate::article::{Annotation, Kept, Standing};
    use crate::library::{Change, ChangeKind, Query, State};

    const PAGE: &str = "https://example.org/news/1";

    /// Only the address of [`PAGE`], with a tag.
    fn address(tag: &str, kept: Kept) -> NewArticle {
        let kept = Kept { address_only: true, ..kept };
        article("Low tide\n\nOnly the address was kept.").address(PAGE).tag(tag).kept(kept)
    }

    fn starred() -> Kept {
        Kept { starred: true, standing: Some(Standing::Archived), ..Kept::default() }
    }

    fn add(store: &mut Store, new: NewArticle) -> Outcome {
        store.add(&[new]).unwrap()[0].1
    }

    fn entry(store: &Store) -> crate::library::Entry {
        let all = Query { archived: true, limit: 9, ..Query::default() };
        let mut entries = store.list(&all).unwrap().entries;
        assert_eq!(entries.len(), 1);
        entries.remove(0)
    }

    #[test]
    fn what_another_program_kept_takes_effect_when_an_article_comes() {
        let mut store = store();
        add(&mut store, article("Text.").address(PAGE).kept(starred()));
        let entry = entry(&store);
        assert_eq!((entry.starred, entry.state), (true, State::Archived));
    }

    #[test]
    fn a_later_import_undoes_nothing_that_a_reader_did() {
        let mut store = store();
        let id = store.one(article("Text.").address(PAGE).kept(starred()));
        let kind = ChangeKind::Star { after: false };
        store.change(&Change { article: id, kind }).unwrap();
        add(&mut store, article("New text.").address(PAGE).kept(starred()));
        assert!(!entry(&store).starred);
    }

    #[test]
    fn what_was_begun_elsewhere_goes_on_where_it_was_left() {
        let mut store = store();
        let half = Kept { progress: Some(50), ..Kept::default() };
        let id = store.one(article("First words, later words.").kept(half));
        assert_eq!(store.open_article(id).position, 12);
        assert_eq!((entry(&store).progress, entry(&store).state), (50, State::Reading));
    }

    #[test]
    fn an_address_is_filled_by_the_text_and_keeps_its_tags() {
        let mut store = store();
        let id = store.one(address("sea", starred()));
        assert!(entry(&store).address_only);
        assert_eq!(add(&mut store, article("Text.").address(PAGE).tag("tide")), Outcome::Updated);
        let opened = store.open_article(id);
        assert_eq!(opened.article.text, "Text.");
        assert_eq!(opened.article.meta.tags, ["tide", "sea"]);
        let entry = entry(&store);
        assert!(!entry.address_only && entry.starred && entry.words == 1);
    }

    #[test]
    fn an_address_never_replaces_a_text_but_adds_what_it_knows() {
        let mut store = store();
        let id = store.one(article("Text.").address(PAGE).original(b"<p>Text."));
        let annotation = Annotation { quote: "Text".to_owned(), ..Annotation::default() };
        let kept = Kept { annotations: vec![annotation], ..Kept::default() };
        for _ in 0..2 {
            assert_eq!(add(&mut store, address("sea", kept.clone())), Outcome::Unchanged);
        }
        let opened = store.open_article(id);
        assert_eq!(opened.article.text, "Text.");
        assert_eq!(opened.article.meta.tags, ["sea"]);
        assert_eq!(opened.article.kept.annotations.len(), 1);
        assert_eq!(store.rows("version WHERE original IS NOT NULL"), 1);
    }

    #[test]
    fn two_lists_of_one_address_add_up() {
        let mut store = store();
        let id = store.one(address("sea", Kept::default()));
        add(&mut store, address("tide", Kept::default()));
        assert_eq!(store.open_article(id).article.meta.tags, ["tide", "sea"]);
    }
}
