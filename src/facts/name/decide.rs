//! The decision: what all mentions of the same words say together, and what a full name says of
//! the surname that stands for it later.

use super::evidence::{Evidence, evidence, whole};
use super::split::Candidate;
use crate::facts::document::Document;
use crate::facts::entity::EntityKind;
use crate::facts::lexicon::Class;
use crate::facts::quick::{QuickMap, QuickSet};
use crate::facts::token::Shape;
use std::ops::Range;

/// Fewer points than this are too few for a name.
const ENOUGH: i32 = 5;

/// What is known of all candidates that are the same words.
#[derive(Debug, Default)]
struct Pool {
    evidence: Evidence,
    /// How many stand where a capital means something.
    firm: usize,
}

/// What the rules make of a candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Verdict {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// The tokens of the title before it.
    pub(super) title: Option<Range<usize>>,
    /// What most speaks for.
    pub(super) kind: EntityKind,
    /// The points for this kind.
    pub(super) points: i32,
    /// Whether they are enough for a name.
    pub(super) stands: bool,
    /// How sure the rules are, in percent.
    pub(super) confidence: u8,
    /// The strongest reason, in words.
    pub(super) reason: &'static str,
}

/// What the rules make of each of `candidates`.
pub(super) fn decide(document: &Document<'_>, candidates: &[Candidate]) -> Vec<Verdict> {
    let keys: Vec<_> =
        candidates.iter().map(|candidate| document.lower(candidate.tokens.clone())).collect();
    let local: Vec<_> = candidates.iter().map(|candidate| evidence(document, candidate)).collect();
    let mut pools: QuickMap<&str, Pool> = QuickMap::default();
    for ((key, candidate), evidence) in keys.iter().zip(candidates).zip(&local) {
        let pool = pools.entry(key).or_default();
        pool.evidence.pool(evidence);
        pool.firm += usize::from(!candidate.initial);
    }
    for (short, evidence) in shorts(document, candidates, &pools, &keys) {
        if let Some(pool) = pools.get_mut(short.as_str()) {
            pool.evidence.pool(&evidence);
            pool.firm += 1;
        }
    }
    let lower = lower_words(document);
    let decided = keys.iter().zip(candidates).zip(&local).map(|((key, candidate), local)| {
        let pool = pools.get(key.as_str());
        let firm = !candidate.initial
            || pool.is_some_and(|pool| pool.firm > 0)
            || is_firm(document, candidate, key, &lower);
        verdict(candidate, local, pool.map_or(local, |pool| &pool.evidence), firm)
    });
    decided.collect()
}

/// The words that stand in lower case somewhere.
fn lower_words<'a>(document: &Document<'a>) -> QuickSet<&'a str> {
    let lower = document.tokens.iter().filter(|token| token.shape == Shape::Lower);
    lower.map(|token| token.span.of(document.text)).collect()
}

/// Whether a candidate that only ever begins sentences can be a name.
fn is_firm(
    document: &Document<'_>,
    candidate: &Candidate,
    key: &str,
    lower: &QuickSet<&str>,
) -> bool {
    let head = document.word(candidate.tokens.start).to_lowercase();
    let several = candidate.tokens.len() > 1;
    let listed = whole(document, &candidate.tokens).any(&[
        Class::Country,
        Class::City,
        Class::State,
        Class::Place,
        Class::Organization,
        Class::GivenName,
        Class::Surname,
    ]);
    let shouted = document.token(candidate.tokens.start).shape == Shape::Upper;
    (several || listed || shouted) && !lower.contains(head.as_str()) && !lower.contains(key)
        || several && document.token(candidate.tokens.start + 1).is_capital()
}

fn verdict(candidate: &Candidate, local: &Evidence, pooled: &Evidence, firm: bool) -> Verdict {
    let (kind, points, lead) = if candidate.title.is_some() {
        (EntityKind::Person, *local.of(EntityKind::Person), 10)
    } else {
        let near = local.best();
        let far = pooled.best();
        // What stands around this mention outweighs the others only when it is clear.
        if near.1.sum >= 7 && near.2 >= 4 && far.2 < 8 { near } else { far }
    };
    Verdict {
        tokens: candidate.tokens.clone(),
        title: candidate.title.clone(),
        kind,
        points: points.sum,
        stands: firm && points.sum >= ENOUGH && lead >= 1,
        confidence: confidence(points.sum, lead),
        reason: points.reason,
    }
}

fn confidence(sum: i32, lead: i32) -> u8 {
    let percent = 30 + sum.min(12) * 11 / 2 - (4 - lead).max(0) * 4;
    u8::try_from(percent.clamp(20, 96)).unwrap_or(20)
}

/// The short names that full names allow later mentions to bear: a person's surname, a
/// company's first word.
fn shorts(
    document: &Document<'_>,
    candidates: &[Candidate],
    pools: &QuickMap<&str, Pool>,
    keys: &[String],
) -> Vec<(String, Evidence)> {
    let mut shorts = Vec::new();
    let mut seen = QuickSet::default();
    for (candidate, key) in candidates.iter().zip(keys) {
        if candidate.tokens.len() < 2 || !seen.insert(key) {
            continue;
        }
        let Some(pool) = pools.get(key.as_str()) else { continue };
        let (kind, points, lead) = pool.evidence.best();
        if points.sum < ENOUGH || lead < 1 {
            continue;
        }
        let last = candidate.tokens.end - 1;
        let suffix = document.token(last).is(Class::CompanySuffix);
        let suffixed = document.token(last).is(Class::NameSuffix);
        let mut evidence = Evidence::default();
        let short = match kind {
            EntityKind::Person => {
                evidence.add(kind, 9, "the surname of a person named in full");
                let back = if suffixed && document.word(last - 1) == "," {
                    2
                } else {
                    usize::from(suffixed)
                };
                document.lower(last.saturating_sub(back)..(last + 1).saturating_sub(back))
            }
            EntityKind::Organization if suffix || points.sum >= 9 => {
                let points = if suffix { 9 } else { 2 };
                evidence.add(kind, points, "the first word of an organization's full name");
                document.lower(candidate.tokens.start..candidate.tokens.start + 1)
            }
            _ => continue,
        };
        if kind == EntityKind::Person {
            // "Bin Laden", "del Ponte": the surname with its particle.
            if document.token(last.saturating_sub(1)).is(Class::Particle) {
                shorts.push((document.lower(last - 1..last + 1), evidence));
            }
            if document.token(candidate.tokens.start).is(Class::GivenName) {
                let mut given = Evidence::default();
                given.add(kind, 5, "the given name of a person named in full");
                let first = candidate.tokens.start;
                shorts.push((document.lower(first..first + 1), given));
            }
        }
        shorts.push((short, evidence));
    }
    shorts
}
