//! Whether words in quotation marks are someone's: told from titles, names and hints of irony by a
//! small model over grammar.

use super::marks::Quoted;
use super::scene::Scene;
use super::speaker::{self, Attribution, percent};
use super::weights::QUOTED;
use crate::facts::lexicon::Class;
use crate::facts::region::RegionKind;
use crate::facts::token::Shape;
use std::ops::Range;

/// Below this probability words in quotation marks are nobody's.
const LEAST: f32 = 0.45;
/// The same for one or two words.
const LEAST_FEW: f32 = 0.5;

/// How sure it is, in percent, that `quoted` are words of someone; none where it is not likely.
pub(super) fn confidence(
    scene: &Scene<'_>,
    quoted: &Quoted,
    attribution: &Attribution,
) -> Option<u8> {
    let features = features(scene, quoted, attribution);
    let score: f32 = features.iter().filter_map(|&at| QUOTED.get(usize::from(at))).sum();
    let likely = 1.0 / (1.0 + (-score).exp());
    let least = if quoted.words <= 2 { LEAST_FEW } else { LEAST };
    (likely >= least).then(|| percent(likely))
}

/// What the model looks at: numbers of its weights.
pub(super) fn features(scene: &Scene<'_>, quoted: &Quoted, attribution: &Attribution) -> Vec<u8> {
    let document = scene.document;
    let mut found = vec![0];
    let mut push = |index: usize| found.extend(u8::try_from(index));
    let long = match quoted.words {
        0..=2 => 0,
        3 => 1,
        4 => 2,
        5..=7 => 3,
        8..=12 => 4,
        _ => 5,
    };
    let place = attribution.place as usize;
    push(1 + long);
    push(8 + speaker::standing(scene, quoted));
    push(30 + place);
    push(48 + usize::from(attribution.confidence / 26));
    push(56 + long * 2 + usize::from(attribution.cue.is_some()));
    let start = quoted.tokens.start;
    let before = document.before(start, 1);
    let last = quoted.tokens.end.saturating_sub(2);
    let at = start.wrapping_sub(1);
    let heading = scene.document.sentences.get(document.sentence_at(start));
    let heading = heading.is_some_and(|sentence| sentence.kind == RegionKind::Heading);
    for (index, holds) in [
        is_clause(scene, quoted).0,
        is_clause(scene, quoted).1,
        is_title(scene, start + 1..quoted.tokens.end),
        matches!(document.word(last), "," | "." | "?" | "!"),
        document.any(at, &["a", "an"]),
        document.any(at, &["the", "this", "its", "his", "her", "their"]),
        before.shape == Shape::Clitic,
        matches!(document.word(at), "," | ":"),
        before.is_break(),
        document.is(at, "that"),
        scene.is_cue(at),
        document.is(at, "as"),
        before.is(Class::Preposition),
        quoted.continued,
        !quoted.closed,
        heading,
        speaker::is_attributed(scene, quoted),
        is_title(scene, start + 1..quoted.tokens.end) && is_placed(scene, at),
    ]
    .into_iter()
    .enumerate()
    {
        if holds {
            push(12 + index);
        }
    }
    found
}

/// Whether quoted words begin like a sentence, and whether they hold a verb or a pronoun.
pub(super) fn is_clause(scene: &Scene<'_>, quoted: &Quoted) -> (bool, bool) {
    let document = scene.document;
    let mut inside = quoted.tokens.start + 1..quoted.tokens.end;
    let first = inside.clone().find(|&at| document.token(at).is_word());
    let capital = first.is_some_and(|first| document.token(first).is_capital());
    let finite = inside.any(|at| {
        let token = document.token(at);
        token.any_of(&[Class::Auxiliary, Class::Past, Class::Pronoun])
            || document.word(at).ends_with("ed")
    });
    (capital, finite)
}

/// Whether the token at `at` leads up to a name: "on", "the", "CNN's".
fn is_placed(scene: &Scene<'_>, at: usize) -> bool {
    let token = scene.document.token(at);
    token.any_of(&[Class::Preposition, Class::Determiner])
        || token.shape == Shape::Clitic
        || scene.document.any(at, &["program", "programme", "show", "podcast", "film", "book"])
}

/// Whether quoted words are written like a title: every word of weight with a capital, and no
/// sentence's end but the last.
fn is_title(scene: &Scene<'_>, inside: Range<usize>) -> bool {
    let document = scene.document;
    let weighty = inside.clone().filter(|&at| {
        let token = document.token(at);
        token.is_word() && !token.is(Class::Function)
    });
    let small = weighty.clone().any(|at| document.token(at).shape == Shape::Lower);
    let ends = inside.clone().any(|at| {
        matches!(document.word(at), "!" | "?") || document.word(at) == "." && at + 2 < inside.end
    });
    weighty.count() > 0 && !small && !ends
}

#[cfg(test)]
mod tests {
    use super::super::marks::quoted;
    use super::super::scene::tests::with;
    use super::*;

    /// Whether the words in marks of `text`, which nobody is known to have said, are someone's.
    fn is_genuine(text: &str) -> bool {
        with(text, |scene| {
            let quoted = quoted(scene.document).remove(0);
            let said = speaker::likeliest(speaker::candidates(scene, &quoted, None));
            confidence(scene, &quoted, &said).is_some()
        })
    }

    #[test]
    fn sentences_with_a_speaker_are_words() {
        assert!(is_genuine("“The sea took it and the crew,” Maria Vestby said."));
        assert!(is_genuine("Maria Vestby called it “a very dark day” for Oslo."));
    }

    #[test]
    fn titles_names_and_irony_are_not() {
        assert!(!is_genuine("The film “Dark Storm Rising” was long."));
        assert!(!is_genuine("The “so-called” fleet was lost."));
    }

    #[test]
    fn a_clause_begins_with_a_capital_and_holds_a_verb() {
        let clause =
            |text: &str| with(text, |scene| is_clause(scene, &quoted(scene.document).remove(0)));
        assert_eq!(clause("“We lost it,” she said."), (true, true));
        assert_eq!(clause("It was “a dark day” at sea."), (false, false));
    }
}
