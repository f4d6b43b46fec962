//! The tense of the verb that stands nearest to an expression of time.

use super::expression::Tense;
use crate::facts::document::Document;
use crate::facts::lexicon::Class;
use crate::facts::token::Shape;

/// At most so many tokens away a verb is looked for.
const REACH: usize = 16;

/// Words that make what follows them a plan.
const AHEAD: &[&str] = &[
    "will",
    "'ll",
    "’ll",
    "wo",
    "would",
    "shall",
    "going",
    "plan",
    "plans",
    "planned",
    "planning",
    "scheduled",
    "expected",
    "expects",
    "expect",
    "slated",
    "due",
    "upcoming",
    "starting",
    "starts",
    "opens",
    "begins",
    "premieres",
    "tomorrow",
    "intends",
    "hopes",
    "aims",
    "deadline",
    "ahead",
];

/// The tense around token `at`: of the nearest verb before it, else of the next behind it; unsaid
/// where nothing is found.
pub(crate) fn tense(document: &Document<'_>, at: usize) -> Tense {
    if is_deadline(document, at) {
        return Tense::Future;
    }
    // "On Friday issued": the verb right behind.
    if matches!(behind_it(document, at), Some(Tense::Past)) {
        return Tense::Past;
    }
    let before = (1..=REACH)
        .map_while(|back| at.checked_sub(back))
        .take_while(|&index| !document.token(index).is_break())
        .find_map(|index| sign(document, index));
    let behind = || {
        (at + 1..at + REACH)
            .take_while(|&index| !document.token(index).is_break())
            .find_map(|index| sign(document, index))
    };
    before.or_else(behind).unwrap_or(Tense::Unsaid)
}

/// The tense of a verb directly behind the one word at `at`.
fn behind_it(document: &Document<'_>, at: usize) -> Option<Tense> {
    let next = document.token(at + 1);
    let finite = next.shape == Shape::Lower && !next.any_of(&[Class::Function, Class::Preposition]);
    finite.then(|| sign(document, at + 1)).flatten()
}

/// "Until Friday", "as early as Friday", "effective Friday": to come, unless it had been so.
fn is_deadline(document: &Document<'_>, at: usize) -> bool {
    let before = |back: usize, words: &[&str]| {
        at.checked_sub(back).is_some_and(|index| document.any(index, words))
    };
    let soon = before(1, &["as"]) && before(2, &["early", "soon", "late"]);
    let until = before(1, &["by", "until", "till", "effective"]);
    let had = || {
        let from = at.saturating_sub(REACH);
        (from..at + REACH).any(|index| document.is(index, "had"))
    };
    soon || until && !had()
}

fn sign(document: &Document<'_>, at: usize) -> Option<Tense> {
    let token = document.token(at);
    let opening = token.is_capital() && document.before(at, 1).is_break();
    if !(matches!(token.shape, Shape::Lower | Shape::Clitic) || opening) {
        return None;
    }
    if document.any(at, AHEAD) && had_been(document, at) {
        return Some(Tense::Past);
    }
    if document.any(at, AHEAD) && !is_noun(document, at)
        || is_start(document, at)
        || is_planned(document, at)
    {
        return Some(Tense::Future);
    }
    let word = document.word(at);
    let regular = word.len() > 4 && word.ends_with("ed");
    let auxiliary = document.any(at, &["has", "have", "had", "'ve", "’ve", "been", "since"]);
    (token.is(Class::Past) || regular || auxiliary).then_some(Tense::Past)
}

/// "Had been due", "had been scheduled", "as previously planned".
fn had_been(document: &Document<'_>, at: usize) -> bool {
    let before = |back: usize, words: &[&str]| {
        at.checked_sub(back).is_some_and(|index| document.any(index, words))
    };
    let previously = before(1, &["previously", "originally"]) && !before(2, &["is", "are"]);
    previously || before(1, &["been"]) && (before(2, &["had"]) || before(3, &["had"]))
}

/// "The plan", "its plans": no verb.
fn is_noun(document: &Document<'_>, at: usize) -> bool {
    // "Would have left" has not happened, but lies behind.
    if document.is(at, "would") && document.is(at + 1, "have") {
        return true;
    }
    let plan = document.any(at, &["plan", "plans", "hopes", "aims"]);
    plan && at > 0 && document.token(at - 1).is(Class::Determiner)
}

/// "Is to resume", "set to begin", "to be published".
fn is_planned(document: &Document<'_>, at: usize) -> bool {
    if document.is(at, "set") && document.is(at + 1, "for") {
        return true;
    }
    if !document.is(at, "to") || at == 0 {
        return false;
    }
    if had_been(document, at - 1) {
        return false;
    }
    document.any(at - 1, &["is", "are", "set", "due", "ready", "likely", "able", "hope", "wants"])
        || document.is(at + 1, "be") && !document.any(at - 1, &["had", "have", "used", "was"])
}

/// "Go on sale", "kicks off": said of what is to begin.
fn is_start(document: &Document<'_>, at: usize) -> bool {
    let sale = document.any(at, &["go", "goes"]) && document.is(at + 1, "on");
    let kick = document.any(at, &["kick", "kicks"]) && document.is(at + 1, "off");
    sale && document.is(at + 2, "sale") || kick
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::document::tests::prose;

    fn told(text: &str) -> Tense {
        let document = prose(text);
        let at = (0..document.tokens.len()).find(|&index| document.is(index, "Friday"));
        tense(&document, at.unwrap())
    }

    #[test]
    fn the_verb_before_decides() {
        assert_eq!(told("The court ruled Friday that the law will stand."), Tense::Past);
        assert_eq!(told("The ministers will meet in Oslo on Friday, she said."), Tense::Future);
        assert_eq!(told("The vote is scheduled for Friday."), Tense::Future);
    }

    #[test]
    fn the_verb_behind_decides_where_none_stands_before() {
        assert_eq!(told("On Friday, the minister resigned."), Tense::Past);
        assert_eq!(told("On Friday, voters will choose."), Tense::Future);
    }

    #[test]
    fn without_a_verb_nothing_is_said() {
        assert_eq!(told("A storm in Oslo on Friday."), Tense::Unsaid);
    }

    #[test]
    fn what_begins_in_the_present_is_to_come() {
        for text in [
            "Passes for the regatta go on sale Friday.",
            "The regatta kicks off on Friday in Bergen.",
            "The harbour museum opens Friday.",
            "Starting Friday, the ferry is free.",
            "The upcoming regatta, Friday in Bergen.",
            "The ferry is free until Friday.",
        ] {
            assert_eq!(told(text), Tense::Future, "{text}");
        }
    }
}
