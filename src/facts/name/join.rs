//! The model's names with what the rules know of them: the title before a name, and the reason.

use super::Name;
use super::decide::Verdict;
use super::evidence::is_no_body;
use super::tagger::Tagged;
use crate::facts::document::Document;

/// The names `tagged`, of which the rules have come to `verdicts`; both by start.
pub(super) fn join(
    document: &Document<'_>,
    verdicts: &[Verdict],
    tagged: Vec<Tagged>,
) -> Vec<Name> {
    let mut rest = verdicts;
    let bodies = tagged
        .into_iter()
        .filter(|found| found.tokens.len() > 1 || !is_no_body(document.word(found.tokens.start)));
    bodies.map(|found| name(found, &mut rest)).collect()
}

fn name(found: Tagged, rest: &mut &[Verdict]) -> Name {
    while let Some((first, others)) = rest.split_first() {
        if first.tokens.end > found.tokens.start {
            break;
        }
        *rest = others;
    }
    let same = rest.first().filter(|verdict| verdict.tokens.start == found.tokens.start);
    let agreed = same.filter(|verdict| {
        verdict.stands && verdict.kind == found.kind && verdict.tokens == found.tokens
    });
    Name {
        title: same.and_then(|verdict| verdict.title.clone()),
        reason: agreed.map_or("", |verdict| verdict.reason),
        confidence: percent(found.likelihood),
        tokens: found.tokens,
        kind: found.kind,
    }
}

/// `likelihood` in percent; nothing is wholly sure.
fn percent(likelihood: f32) -> u8 {
    let percent = (likelihood * 100.0).round().clamp(1.0, 98.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 1 to 98")]
    let percent = percent as u8;
    percent
}
