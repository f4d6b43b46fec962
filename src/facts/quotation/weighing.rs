//! What the trainer of the three small models needs (`examples/weigh`): the candidates of an
//! article, with the numbers of the weights that each of them adds up.

use super::Scene;
use super::{Attribution, genuine, marks, prose, reported, speaker};
use crate::article::Article;
use crate::facts::{date, document, entity, name, region};
use crate::text::Span;

/// One candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weighed {
    /// The words that may be someone's.
    pub span: Span,
    /// The cue that says so, where there is one.
    pub cue: Option<Span>,
    /// Who may have said them.
    pub speaker: Option<Span>,
    /// The weights that it adds up.
    pub features: Vec<u8>,
}

/// Calls `read` with what the rules look at in `article`.
fn with<T>(article: &Article, read: impl FnOnce(&Scene<'_>) -> T) -> T {
    let covered = region::covered(article);
    let document = document::Document::new(&article.text, &region::regions(article, covered));
    let dates = date::dates(article, &document);
    let names = name::names(&document, &dates.taken);
    let found = entity::entities(&document, &names);
    read(&Scene {
        document: &document,
        names: &names,
        mentions: &found.mentions,
        entities: &found.entities,
    })
}

/// All that may be reported speech in `article`, by sentence.
pub fn reported(article: &Article) -> Vec<Vec<Weighed>> {
    with(article, |scene| {
        let quoted = marks::quoted(scene.document);
        let sentences = prose(scene).map(|sentence| {
            let found = reported::candidates(scene, sentence, &quoted);
            let weighed = found.into_iter().map(|found| Weighed {
                span: scene.document.span(found.framed.content),
                cue: Some(scene.document.span(found.framed.cue)),
                speaker: found.framed.source.map(|tokens| scene.document.span(tokens)),
                features: found.features,
            });
            weighed.collect()
        });
        sentences.collect()
    })
}

/// For each cue of `article` with words behind it, the places where these may end.
pub fn endings(article: &Article) -> Vec<Vec<Weighed>> {
    with(article, |scene| {
        let mut all = Vec::new();
        for sentence in prose(scene) {
            for framed in super::frame::framed(scene, sentence) {
                let rivals = framed.ends.into_iter().map(|(end, features)| Weighed {
                    span: scene.document.span(framed.content.start..end),
                    cue: Some(scene.document.span(framed.cue.clone())),
                    speaker: None,
                    features,
                });
                all.push(rivals.collect());
            }
        }
        all
    })
}

/// Who may have said the quoted words of `article`, for each of them; `right` says whether a
/// speaker is the right one for the words at a span, so that the next quotation knows it.
pub fn speakers(
    article: &Article,
    right: &dyn Fn(Span, Option<Span>) -> bool,
) -> Vec<Vec<Weighed>> {
    with(article, |scene| {
        let mut last: Option<(marks::Quoted, Attribution)> = None;
        let mut found = Vec::new();
        for quoted in marks::quoted(scene.document) {
            let span = scene.document.span(quoted.tokens.clone());
            let candidates = speaker::candidates(scene, &quoted, last.as_ref());
            let of = |attribution: &Attribution| {
                attribution.speaker.clone().map(|tokens| scene.document.span(tokens))
            };
            let best = candidates.iter().find(|candidate| right(span, of(&candidate.attribution)));
            let best = best.map(|best| best.attribution.clone());
            let weighed = candidates.iter().map(|candidate| Weighed {
                span,
                cue: None,
                speaker: of(&candidate.attribution),
                features: candidate.features.clone(),
            });
            found.push(weighed.collect());
            let best = best.unwrap_or_else(|| speaker::likeliest(candidates));
            last = Some((quoted, best));
        }
        found
    })
}

/// All words in quotation marks of `article`, which may be someone's or not.
pub fn quoted(article: &Article) -> Vec<Weighed> {
    with(article, |scene| {
        let mut last: Option<(marks::Quoted, Attribution)> = None;
        let mut found = Vec::new();
        for quoted in marks::quoted(scene.document) {
            let best = speaker::likeliest(speaker::candidates(scene, &quoted, last.as_ref()));
            found.push(Weighed {
                span: scene.document.span(quoted.tokens.clone()),
                cue: None,
                speaker: best.speaker.clone().map(|tokens| scene.document.span(tokens)),
                features: genuine::features(scene, &quoted, &best),
            });
            last = Some((quoted, best));
        }
        found
    })
}
