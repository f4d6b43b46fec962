//! Where what is said ends. Rules give a first answer; then every comma, joining word and occasion
//! behind the cue is a candidate, and a small model ranks them by grammar, not by words.

use super::cue::{Cue, Form, Sort, known};
use super::frame::{Frame, skip};
use super::occasion;
use super::scene::Scene;
use super::subject::is_finite;
use super::weights::ENDING;
use crate::facts::lexicon::Class;
use crate::facts::token::Shape;

/// At most so many places where the words may end are weighed.
const MOST: usize = 24;
/// At most so many tokens behind where the words begin are looked at for such places.
const REACH: usize = 400;

/// Words that hang on a cue, of which only the end is not known.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hung<'a> {
    /// The cue.
    pub(super) cue: &'a Cue,
    /// How they hang on it.
    pub(super) frame: Frame,
    /// Where they begin.
    pub(super) from: usize,
    /// Where the rules let them end.
    pub(super) rule: usize,
}

/// The likeliest of `rivals`.
pub(super) fn likeliest(rivals: &[(usize, Vec<u8>)]) -> Option<usize> {
    let score = |features: &[u8]| -> f32 {
        features.iter().filter_map(|&at| ENDING.get(usize::from(at))).sum()
    };
    let best = rivals.iter().max_by(|(_, one), (_, other)| score(one).total_cmp(&score(other)));
    best.map(|(end, _)| *end)
}

/// Every place where `hung` may end, with the numbers of the weights that it adds up.
pub(super) fn rivals(scene: &Scene<'_>, hung: &Hung<'_>, stop: usize) -> Vec<(usize, Vec<u8>)> {
    let from = hung.from;
    let mut found = Vec::new();
    let mut seen = Seen::default();
    let near = stop.min(from + REACH);
    let rule = Some(hung.rule).filter(|&at| near < at && at < stop);
    let last = (near < stop).then_some(stop);
    for at in (from + 1..=near).chain(rule).chain(last) {
        seen.read(scene, at - 1);
        let joint = if at == stop { Some(Joint::Stop) } else { joint(scene, at, stop) };
        let Some(joint) = joint.or((at == hung.rule).then_some(Joint::Rule)) else { continue };
        if found.len() >= MOST && at != hung.rule && at != stop || seen.depth > 0 && at != stop {
            continue;
        }
        found.push((at, features(scene, hung, &seen, joint, at, stop)));
        seen.joints += 1;
    }
    found
}

/// What was read of the words so far.
#[derive(Debug, Default)]
struct Seen {
    depth: i32,
    finite: bool,
    comma: bool,
    joints: usize,
}

impl Seen {
    fn read(&mut self, scene: &Scene<'_>, at: usize) {
        match scene.document.word(at) {
            "“" | "(" => self.depth += 1,
            "”" | ")" => self.depth -= 1,
            "," => self.comma = true,
            _ => {}
        }
        self.finite |= is_finite(scene, at);
    }
}

/// What stands where words may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Joint {
    Stop,
    Rule,
    Comma,
    Dash,
    Colon,
    Semicolon,
    And,
    Or,
    Time,
    Cause,
    By,
    According,
    Occasion,
    Relative,
    Preposition,
}

const JOINTS: usize = 15;

fn joint(scene: &Scene<'_>, at: usize, stop: usize) -> Option<Joint> {
    let document = scene.document;
    Some(match document.word(at) {
        "," => Joint::Comma,
        "—" | "–" | "--" | "-" | "(" => Joint::Dash,
        ":" => Joint::Colon,
        ";" => Joint::Semicolon,
        _ if document.token(at).shape != Shape::Lower => return None,
        "and" | "but" => Joint::And,
        "or" | "than" => Joint::Or,
        "when" | "while" | "after" | "before" | "since" | "until" | "as" | "once" => Joint::Time,
        "because" | "although" | "though" | "if" | "even" | "unless" | "despite" => Joint::Cause,
        "by" | "during" | "amid" => Joint::By,
        "according" => Joint::According,
        "who" | "which" | "whose" | "where" => Joint::Relative,
        "on" | "in" | "at" | "via" | "last" | "this" | "to" | "from"
            if occasion::occasion(scene, at, stop).is_some() =>
        {
            Joint::Occasion
        }
        "on" | "in" | "at" | "for" | "with" | "from" | "over" => Joint::Preposition,
        _ => return None,
    })
}

/// The frames in three sorts: whole clauses, infinitives, phrases.
const fn sort(frame: Frame) -> usize {
    match frame {
        Frame::To | Frame::ListenerTo => 1,
        Frame::Plain | Frame::About | Frame::For | Frame::As => 2,
        _ => 0,
    }
}

/// What begins behind a joint.
fn opening(scene: &Scene<'_>, at: usize) -> usize {
    let document = scene.document;
    let token = document.token(at);
    let known = known(document, at);
    match () {
        () if known.is_some_and(|it| it.form() == Form::Ing && it.is(Sort::Say)) => 0,
        () if document.word(at).ends_with("ing") && token.shape == Shape::Lower => 1,
        () if is_finite(scene, at) => 2,
        () if document.any(at, &["who", "which", "whose", "where"]) => 3,
        () if document.any(at, &["and", "but", "or", "while", "though", "although", "as"]) => 4,
        () if document.any(at, &["including", "such", "especially", "particularly"]) => 5,
        () if token.is(Class::Pronoun) && scene.name_at(at).is_none() => 6,
        () if scene.name_at(at).is_some() => 7,
        () if token.is(Class::Determiner) => 8,
        () if token.is(Class::Preposition) => 9,
        () if token.shape == Shape::Number => 10,
        () => 11,
    }
}

/// What the model looks at: numbers of its weights.
fn features(
    scene: &Scene<'_>,
    hung: &Hung<'_>,
    seen: &Seen,
    joint: Joint,
    at: usize,
    stop: usize,
) -> Vec<u8> {
    let sort = sort(hung.frame);
    let mut found = Vec::with_capacity(12);
    let mut push = |index: usize| found.extend(u8::try_from(index));
    push(sort * JOINTS + joint as usize);
    if at == hung.rule {
        push(45 + sort);
    }
    let mark = matches!(joint, Joint::Comma | Joint::Dash | Joint::And);
    let next = if joint == Joint::Stop { at } else { at + 1 };
    if mark {
        push(48 + sort * 12 + opening(scene, next));
        push(84 + usize::from(joint == Joint::And) * 12 + opening(scene, next));
    }
    push(108 + usize::from(seen.finite) * 3 + sort);
    let long = match at - hung.from {
        1 => 0,
        2..=3 => 1,
        4..=6 => 2,
        7..=12 => 3,
        13..=24 => 4,
        _ => 5,
    };
    push(114 + sort * 6 + long);
    let rest = match stop - at {
        0 => 0,
        1..=3 => 1,
        4..=8 => 2,
        9..=16 => 3,
        _ => 4,
    };
    push(132 + sort * 5 + rest);
    found.extend(behind(scene, hung, seen, joint, (at, stop)));
    let mut push = |index: usize| found.extend(u8::try_from(index));
    if hung.cue.known.is(Sort::Noun) || hung.cue.known.is(Sort::Mood) {
        push(188 + joint as usize);
    }
    push(203 + seen.joints.min(6));
    if resumes(scene, next, hung.from) {
        push(210 + sort);
    }
    found
}

/// What stands behind a joint at `at`, in a sentence that ends at `stop`.
fn behind(
    scene: &Scene<'_>,
    hung: &Hung<'_>,
    seen: &Seen,
    joint: Joint,
    (at, stop): (usize, usize),
) -> Vec<u8> {
    let document = scene.document;
    let sort = sort(hung.frame);
    let mut found = Vec::with_capacity(4);
    let mut push = |index: usize| found.extend(u8::try_from(index));
    let mark = matches!(joint, Joint::Comma | Joint::Dash | Joint::And);
    let next = if joint == Joint::Stop { at } else { at + 1 };
    // A verb of its own between here and the next comma.
    let clause = (next..stop.min(next + 14)).take_while(|&at| document.word(at) != ",");
    let verb = clause.clone().any(|at| is_finite(scene, at));
    if joint != Joint::Stop {
        push(147 + joint as usize * 2 + usize::from(verb));
    }
    let told = clause.into_iter().any(|at| {
        known(document, at)
            .is_some_and(|it| it.is(Sort::Say) && matches!(it.form(), Form::Past | Form::Third))
    });
    if told && mark {
        push(177 + sort);
    }
    let first = !seen.comma && joint == Joint::Comma;
    if first {
        push(180 + usize::from(leads(scene, hung.from)) * 2 + usize::from(verb));
        let relative =
            document.any(hung.cue.group.start.wrapping_sub(1), &["who", "which", "that"]);
        push(184 + usize::from(relative) * 2 + usize::from(is_finite(scene, next)));
    }
    found
}

/// Where the clause or phrase from `from` on ends.
pub(super) fn clause_end(scene: &Scene<'_>, from: usize, stop: usize, tight: bool) -> usize {
    let document = scene.document;
    let mut depth = 0_i32;
    for at in from..stop {
        let word = document.word(at);
        match word {
            "“" | "(" => depth += 1,
            "”" | ")" => depth -= 1,
            ";" => return at,
            ":" if tight && depth == 0 => return at,
            _ => {}
        }
        if depth < 0 && word == ")" {
            return at;
        }
        if depth > 0 || at == from {
            continue;
        }
        let list = tight && word == "," && lists(scene, at);
        let led = word == "," && leads(scene, from);
        if matches!(word, "," | "—" | "–" | "--")
            && (tight && !list || led || breaks(scene, at, stop))
        {
            return at;
        }
        if document.any(at, &["and", "but"]) && resumes(scene, at + 1, from) {
            return at;
        }
        if document.is(at, "according") {
            return at;
        }
        if tight
            && at > from + 1
            && document.any(
                at,
                &[
                    "when", "while", "after", "before", "because", "although", "though", "if",
                    "since", "but", "by", "during",
                ],
            )
        {
            return at;
        }
    }
    stop
}

/// Whether the comma at `at` goes on with what stands before it: ", including", ", who".
fn lists(scene: &Scene<'_>, at: usize) -> bool {
    scene.document.any(
        at + 1,
        &["including", "who", "which", "where", "whose", "and", "or", "such", "especially"],
    )
}

/// Whether the clause that holds the token at `from` only leads up to the one behind the next
/// comma: "While he pledged to sail, …".
fn leads(scene: &Scene<'_>, from: usize) -> bool {
    let document = scene.document;
    let start = scene.sentence(from).start;
    let first = if document.token(start).is_word() { start } else { start + 1 };
    let led = document.any(
        first,
        &[
            "while", "although", "though", "if", "when", "after", "before", "as", "despite",
            "asked", "by", "in", "to", "since", "because", "even", "with",
        ],
    );
    led && !(first..from).any(|at| document.word(at) == ",")
}

/// Whether the text takes the word again at the comma `at`: ", adding that", ", but he said".
fn breaks(scene: &Scene<'_>, at: usize, stop: usize) -> bool {
    let document = scene.document;
    let next = at + 1;
    let ing = |at: usize| {
        known(document, at).is_some_and(|known| known.form() == Form::Ing && known.is(Sort::Say))
    };
    if ing(next) || document.is(next, "according") || document.any(next, &["citing", "calling"]) {
        return true;
    }
    let joined = document.any(next, &["and", "but", "while", "though", "although", "as"]);
    let reach =
        (next..stop.min(next + 7)).take_while(|&at| !matches!(document.word(at), "," | "“" | "”"));
    let cue = reach.into_iter().find(|&at| {
        known(document, at).is_some_and(|known| {
            known.is(Sort::Say) && matches!(known.form(), Form::Past | Form::Third)
        }) && scene.name_at(at).is_none()
            && !document.before(at, 1).is(Class::Determiner)
    });
    let ends = |cue: usize| {
        let after = skip(scene, cue + 1, stop);
        after >= stop || document.word(after) == ","
    };
    cue.is_some_and(|cue| joined || ends(cue))
}

/// Whether a verb that reports goes on behind "and" at `at`: "and promised to sail".
fn resumes(scene: &Scene<'_>, at: usize, from: usize) -> bool {
    let document = scene.document;
    let mut at = at;
    while document.word(at).ends_with("ly")
        || document.any(at, &["also", "then", "later", "has", "have", "had"])
    {
        at += 1;
    }
    let cue = known(document, at).filter(|known| known.form() == Form::Past);
    let infinitive = document.is(from, "to");
    cue.is_some_and(|known| {
        known.is(Sort::Say) || known.is(Sort::Tell) || known.is(Sort::Want) || infinitive
    }) && scene.name_at(at).is_none()
}
