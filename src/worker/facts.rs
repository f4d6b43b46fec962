//! The facts of many articles, found on all cores.

use super::files::{Input, Refused, caught, read};
use super::walk;
use crate::article::Article;
use crate::facts::{self, Facts};
use crate::store::{Error, Store};
use rayon::prelude::*;
use std::path::PathBuf;
use std::sync::Arc;

/// How many articles are kept in one transaction.
const BATCH: usize = 128;

/// An article and its facts; none where the engine broke down on it.
pub type WithFacts = (Arc<Article>, Option<Arc<Facts>>);

/// The path of a file, and its articles.
pub type FileWithFacts = (Option<PathBuf>, Vec<WithFacts>);

/// The facts of each of the articles; none where the engine broke down on one.
pub fn facts(articles: &[Arc<Article>]) -> Vec<Option<Arc<Facts>>> {
    articles.par_iter().map(|article| one(article)).collect()
}

fn one(article: &Article) -> Option<Arc<Facts>> {
    caught(|| facts::extract(article)).ok().map(Arc::new)
}

/// The articles of each file, with their facts.
pub fn read_with_facts(inputs: Vec<Input>) -> Vec<Result<FileWithFacts, Refused>> {
    let both = |input: Input| {
        let path = input.path().map(ToOwned::to_owned);
        let articles = read(input)?.articles;
        let facts = |article: Arc<Article>| {
            let facts = one(&article);
            (article, facts)
        };
        Ok((path, articles.into_iter().map(facts).collect()))
    };
    inputs.into_par_iter().map(both).collect()
}

/// A folder's files; any other input is itself.
pub fn spread(input: Input) -> Vec<Input> {
    match input {
        Input::Path(path) if path.is_dir() => {
            walk::files(&path).into_iter().map(Input::Path).collect()
        }
        input => vec![input],
    }
}

/// Finds the facts of every article of the library that has none of this engine, and keeps them;
/// says of how many. `progress` is told how many are done after every few.
pub fn find_facts(store: &mut Store, progress: &mut dyn FnMut(usize)) -> Result<usize, Error> {
    let (mut before, mut found) = (None, 0);
    loop {
        let lacking = store.lacking_facts(before, BATCH)?;
        let Some(last) = lacking.last() else { return Ok(found) };
        before = Some(last.place);
        let mut articles = Vec::with_capacity(lacking.len());
        for it in &lacking {
            articles.push(store.article(it.id)?.article);
        }
        let all = facts(&articles);
        let known = lacking.iter().zip(&articles).zip(all);
        let known = known.filter_map(|((it, article), facts)| Some((it.id, article, facts?)));
        let known: Vec<_> = known.collect();
        store.keep_all_facts(&known)?;
        found += known.len();
        progress(found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Query;
    use crate::worker::add;
    use std::sync::atomic::AtomicBool;

    #[test]
    fn facts_are_found_once_for_each_article() {
        let mut store = Store::in_memory().unwrap();
        let bytes = |nth: usize| {
            let bytes = format!("Some {nth} boats lay in Oslo in 1999.").into_bytes();
            Input::Bytes { name: Some(format!("{nth}.txt")), path: None, bytes }
        };
        let inputs = (0..150).map(bytes).collect();
        add(&mut store, inputs, &mut |_| {}, &AtomicBool::new(false));
        let mut seen = Vec::new();
        assert_eq!(find_facts(&mut store, &mut |done| seen.push(done)).unwrap(), 150);
        assert_eq!(seen, [128, 150]);
        assert_eq!(find_facts(&mut store, &mut |_| {}).unwrap(), 0);
        let entry = store.list(&Query { limit: 1, ..Query::default() }).unwrap().entries[0].id;
        assert!(!store.article(entry).unwrap().facts.unwrap().quantities.is_empty());
    }
}
