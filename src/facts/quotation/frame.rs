//! Frames: how a cue holds what is said. "Said that …", "promised to …", "the fear of …", and
//! where what is said begins and ends.

use super::cue::{Cue, Form, Known, Sort, cue as cue_at, known};
use super::ending::{self, Hung, clause_end};
use super::scene::Scene;
use super::{occasion, subject};
use crate::facts::lexicon::Class;
use crate::facts::token::Shape;
use std::ops::Range;

/// The way that words hang on a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Frame {
    /// "said that it sank"
    That,
    /// "said it sank"
    Clause,
    /// "promised to sail"
    To,
    /// "asked whether it sank"
    Question,
    /// "said the ferry was “a wreck” when …": what is said begins in quotation marks
    Quote,
    /// "warned of storms"
    About,
    /// "called for calm", "against", "on", "with"
    For,
    /// "described as a wreck"
    As,
    /// "praised the crew"
    Plain,
    /// "told her that it sank"
    Listener,
    /// "urged her to sail"
    ListenerTo,
    /// "It sank, she said"
    Trail,
    /// "It, she said, sank"
    Amid,
    /// "According to her, it sank"
    According,
    /// "The crew were praised by her"
    Passive,
}

/// How many frames there are.
pub(super) const FRAMES: usize = 15;

/// Words that may be someone's, and the cue that says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Framed {
    /// The cue, helping verbs included.
    pub(super) cue: Range<usize>,
    /// What the cue is as a word; "according to" is none.
    pub(super) known: Option<Known>,
    /// How the words hang on it.
    pub(super) frame: Frame,
    /// The words.
    pub(super) content: Range<usize>,
    /// Whose they are.
    pub(super) source: Option<Range<usize>>,
    /// Whom they were told to.
    pub(super) listener: Option<Range<usize>>,
    /// Through whom they came: "the radio quoted Ann Lee as saying".
    pub(super) channel: Option<Range<usize>>,
    /// Whether the cue is a participle behind "be".
    pub(super) passive: bool,
    /// Every place where the words may end, with what the model of endings looks at.
    pub(super) ends: Vec<(usize, Vec<u8>)>,
}

/// Everything in the sentence `tokens` that may be someone's words.
pub(super) fn framed(scene: &Scene<'_>, tokens: &Range<usize>) -> Vec<Framed> {
    let document = scene.document;
    let mut found = Vec::new();
    let stop = stopped(scene, tokens);
    for at in tokens.clone() {
        if document.is(at, "according") && document.is(at + 1, "to") {
            found.extend(according(scene, at, tokens.start..stop));
        } else if let Some(cue) = cue_at(scene, at, tokens.start) {
            found.extend(of(scene, &cue, tokens.start..stop));
        }
    }
    found
}

/// The end of the sentence without its last stop.
fn stopped(scene: &Scene<'_>, tokens: &Range<usize>) -> usize {
    let mut stop = tokens.end;
    while stop > tokens.start && matches!(scene.document.word(stop - 1), "." | "!" | "?" | "…") {
        stop -= 1;
    }
    stop
}

/// "According to the report, …" and "…, according to the report".
fn according(scene: &Scene<'_>, at: usize, within: Range<usize>) -> Option<Framed> {
    let document = scene.document;
    let source = subject::phrase(scene, at + 2)?;
    let mut before = at;
    while before > within.start && matches!(document.word(before - 1), "," | "—" | "–") {
        before -= 1;
    }
    let content = if before <= within.start + 1 {
        let comma = (source.end..within.end).find(|&at| document.word(at) == ",")?;
        comma + 1..clause_end(scene, comma + 1, within.end, false)
    } else {
        within.start..before
    };
    let cue = at..at + 2;
    let source = Some(source);
    (!content.is_empty()).then_some(Framed {
        cue,
        known: None,
        frame: Frame::According,
        content,
        source,
        listener: None,
        channel: None,
        passive: false,
        ends: Vec::new(),
    })
}

/// What hangs on `cue` in the sentence `within`.
fn of(scene: &Scene<'_>, cue: &Cue, within: Range<usize>) -> Option<Framed> {
    let framed = |frame, content: Range<usize>, source| {
        (content.start < content.end).then(|| Framed {
            cue: cue.group.clone(),
            known: Some(cue.known),
            frame,
            content,
            source,
            listener: None,
            channel: None,
            passive: cue.passive,
            ends: Vec::new(),
        })
    };
    if let Some(found) = quoting(scene, cue, within.start) {
        let from = saying(scene, &found, within.end)?;
        let content = from..clause_end(scene, from, within.end, false);
        let framed = framed(Frame::That, content, Some(found.speaker))?;
        return Some(Framed { channel: found.channel, passive: false, ..framed });
    }
    if scene.document.is(cue.head.saturating_sub(1), "as") && cue.known.form() == Form::Ing {
        return None;
    }
    if cue.passive && !cue.known.is(Sort::Mood) {
        return passive(scene, cue, &within);
    }
    if let Some(source) = inverted(scene, cue, &within) {
        let content = within.start..before_marks(scene, cue.group.start, within.start);
        return framed(Frame::Trail, content, Some(source));
    }
    let source = subject::of(scene, cue, within.start);
    let mut at = skip(scene, cue.group.end, within.end);
    let mut listener = None;
    let hears = [Sort::Tell, Sort::Order, Sort::Ask].iter().any(|&sort| cue.known.is(sort));
    if let Some(heard) = listens(scene, cue.group.end, within.end).filter(|_| hears) {
        at = skip(scene, heard.end, within.end);
        listener = Some(heard);
    }
    if at >= within.end || matches!(scene.document.word(at), "," | "—" | "–" | ")") {
        let source = source?;
        return trailing(scene, cue, &source, at, &within);
    }
    let frame = frame(scene, cue, at, listener.is_some(), within.end);
    let Some((frame, from)) = frame else {
        let from =
            listener.as_ref().filter(|_| cue.known.is(Sort::Judge)).map(|heard| heard.start)?;
        return framed(Frame::Plain, from..clause_end(scene, from, within.end, true), source);
    };
    let tight = matches!(frame, Frame::Plain | Frame::About | Frame::For | Frame::As);
    // "Asked the crew to sail": whom it is wanted of belongs to what is wanted.
    let whole = listener.as_ref().filter(|_| frame == Frame::ListenerTo);
    let from = whole.map_or(from, |whole| whole.start);
    let rule = clause_end(scene, from, within.end, tight);
    let ends = ending::rivals(scene, &Hung { cue, frame, from, rule }, within.end);
    let end = ending::likeliest(&ends).unwrap_or(rule);
    framed(frame, from..end, source).map(|found| Framed { listener, ends, ..found })
}

/// Where the words begin that `found` passes on: behind "as saying".
fn saying(scene: &Scene<'_>, found: &Quoting, end: usize) -> Option<usize> {
    let document = scene.document;
    let near = found.end()..end.min(found.end() + 12);
    let saying = near
        .into_iter()
        .find(|&at| document.is(at, "as") && document.word(at + 1).ends_with("ing"));
    // "Was quoted as saying by the radio": the words stand elsewhere.
    saying.map(|at| at + 2).filter(|&from| !document.is(from, "by"))
}

/// Someone whose words another passes on.
pub(super) struct Quoting {
    /// Whose words.
    pub(super) speaker: Range<usize>,
    /// Who passes them on.
    pub(super) channel: Option<Range<usize>>,
    /// The words that say so.
    pub(super) cue: Range<usize>,
}

impl Quoting {
    /// The token behind the cue and, where it stands there, the speaker.
    fn end(&self) -> usize {
        if self.speaker.start == self.cue.end { self.speaker.end } else { self.cue.end }
    }
}

/// "The radio quoted Ann Lee as saying", "Ann Lee was quoted by the radio as saying".
pub(super) fn quoting(scene: &Scene<'_>, cue: &Cue, floor: usize) -> Option<Quoting> {
    let document = scene.document;
    let quotes = ["quoted", "quotes", "quoting", "cited", "cites", "citing"];
    if !document.any(cue.head, &quotes) {
        return None;
    }
    let end = cue.group.end;
    if cue.passive {
        let by = (end..end + 10).take_while(|&at| !document.token(at).is_break());
        let by = by.into_iter().find(|&at| document.is(at, "by"));
        return Some(Quoting {
            speaker: subject::of(scene, cue, floor)?,
            channel: by.and_then(|by| subject::phrase(scene, by + 1)),
            cue: cue.group.clone(),
        });
    }
    Some(Quoting {
        speaker: subject::phrase(scene, end)?,
        channel: subject::of(scene, cue, floor),
        cue: cue.group.clone(),
    })
}

/// "…, said Ann Lee": who stands behind the verb.
fn inverted(scene: &Scene<'_>, cue: &Cue, within: &Range<usize>) -> Option<Range<usize>> {
    let document = scene.document;
    let before = cue.group.start.checked_sub(1).filter(|&before| before > within.start)?;
    let said = cue.known.is(Sort::Say) && matches!(cue.known.form(), Form::Past | Form::Third);
    if !said || !matches!(document.word(before), "," | "”" | "\"" | "—") {
        return None;
    }
    let first = document.token(cue.group.end);
    let subject = first.is_capital()
        || scene.name_at(cue.group.end).is_some()
        || first.is(Class::Determiner) && !document.is(cue.group.end, "that")
        || first.any_of(&[Class::Role, Class::Source]);
    let source = subject.then(|| subject::phrase(scene, cue.group.end)).flatten()?;
    // "…, said the ferry was late": a clause of its own.
    let clause = subject::is_finite(scene, source.end);
    (!clause).then_some(source)
}

/// Before the comma or quotation mark that stands left of `at`.
fn before_marks(scene: &Scene<'_>, at: usize, floor: usize) -> usize {
    let mut end = at;
    while end > floor && matches!(scene.document.word(end - 1), "," | "—" | "–") {
        end -= 1;
    }
    end
}

/// "…, Ann Lee said", at whose end or comma `at` stands.
fn trailing(
    scene: &Scene<'_>,
    cue: &Cue,
    source: &Range<usize>,
    at: usize,
    within: &Range<usize>,
) -> Option<Framed> {
    let document = scene.document;
    if source.start >= cue.group.start || !cue.known.is(Sort::Say) && !cue.known.is(Sort::Think) {
        return None;
    }
    let from = within.start.max(source.start.saturating_sub(9));
    let comma = (from..source.start)
        .rev()
        .take_while(|&at| !subject::is_finite(scene, at) && document.word(at) != ";")
        .find(|&at| matches!(document.word(at), "," | "—" | "–" | "”"))?;
    let next = document.token(at + 1);
    let goes_on = at < within.end
        && (next.any_of(&[Class::Auxiliary, Class::Preposition, Class::Past, Class::Determiner])
            || known(document, at + 1).is_none_or(|known| known.form() != Form::Ing))
        && !document.any(
            at + 1,
            &["and", "but", "who", "which", "while", "though", "although", "as", "so", "or"],
        );
    let (frame, end) = if goes_on { (Frame::Amid, within.end) } else { (Frame::Trail, comma) };
    let content = within.start..before_marks(scene, end, within.start);
    (comma > within.start + 1 || frame == Frame::Amid).then(|| Framed {
        cue: cue.group.clone(),
        known: Some(cue.known),
        frame,
        content,
        source: Some(source.clone()),
        listener: None,
        channel: None,
        passive: false,
        ends: Vec::new(),
    })
}

/// "The crew were praised by Ann Lee for …", "it is expected to sail".
fn passive(scene: &Scene<'_>, cue: &Cue, within: &Range<usize>) -> Option<Framed> {
    let document = scene.document;
    let subject = subject::of(scene, cue, within.start)?;
    let by = (cue.group.end..within.end).take(10).find(|&at| document.is(at, "by"));
    let source = by.and_then(|by| subject::phrase(scene, by + 1));
    let end = by.unwrap_or_else(|| clause_end(scene, cue.group.end, within.end, true));
    Some(Framed {
        cue: cue.group.clone(),
        known: Some(cue.known),
        frame: Frame::Passive,
        content: subject.start..end,
        source,
        listener: None,
        channel: None,
        passive: true,
        ends: Vec::new(),
    })
}

/// Past the adverbs, times and occasions behind a cue: "said Tuesday in a statement".
pub(super) fn skip(scene: &Scene<'_>, from: usize, end: usize) -> usize {
    let document = scene.document;
    let mut at = from;
    while at < end {
        let token = document.token(at);
        let day = token.any_of(&[Class::Weekday]) && token.is_capital();
        let time = document.any(
            at,
            &[
                "yesterday",
                "today",
                "again",
                "earlier",
                "later",
                "recently",
                "afterward",
                "too",
                "too",
                "repeatedly",
                "publicly",
                "tonight",
            ],
        );
        if day || time {
            at += 1;
            continue;
        }
        let preposition = document
            .any(at, &["on", "in", "at", "during", "to", "last", "this", "via", "through", "from"]);
        let occasion = if preposition { occasion::occasion(scene, at, end) } else { None };
        match occasion {
            Some(after) => at = after,
            None => return at,
        }
    }
    at
}

/// Whom the words are told to, right behind the cue.
fn listens(scene: &Scene<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    let document = scene.document;
    if document
        .any(at, &["that", "to", "how", "why", "what", "whether", "if", "about", "for", "of"])
    {
        return None;
    }
    subject::phrase(scene, at).filter(|heard| heard.end <= end)
}

/// How what stands at `at` behind `cue` hangs on it, and where it begins.
fn frame(
    scene: &Scene<'_>,
    cue: &Cue,
    at: usize,
    heard: bool,
    end: usize,
) -> Option<(Frame, usize)> {
    let document = scene.document;
    let word = document.word(at);
    let bound = cue.known.is(Sort::Noun) || cue.known.is(Sort::Mood);
    let found = |frame| Some((frame, at));
    if document.is(at, "that") {
        let that = !document.token(at + 1).is_break();
        return that.then_some((if heard { Frame::Listener } else { Frame::That }, at));
    }
    if document.is(at, "to") && document.token(at + 1).shape == Shape::Lower {
        return found(if heard { Frame::ListenerTo } else { Frame::To });
    }
    if document.any(at, &["whether", "if", "how", "why", "what", "where", "who", "which", "when"]) {
        return found(Frame::Question);
    }
    if document.any(at, &["about", "of", "over"]) {
        return found(Frame::About).filter(|_| {
            bound
                || cue.known.is(Sort::Speak)
                || cue.known.is(Sort::Think)
                || cue.known.is(Sort::Judge)
        });
    }
    if document.is(at, "as") {
        return found(Frame::As).filter(|_| !bound);
    }
    if document.any(at, &["for", "against", "on", "with", "in", "at", "toward", "into"]) {
        return found(Frame::For).filter(|_| {
            bound
                || cue.known.is(Sort::Speak)
                || cue.known.is(Sort::Judge)
                || cue.known.is(Sort::Order)
        });
    }
    if bound || word == ":" {
        return None;
    }
    if matches!(word, "“" | "\"" | "‘") || word == "'" && document.word(at + 1) == "'" {
        return found(Frame::Quote);
    }
    if heard {
        return clause(scene, at, end).then_some((Frame::Listener, at));
    }
    let speaks = [Sort::Say, Sort::Think, Sort::Show].iter().any(|&sort| cue.known.is(sort));
    let only = cue.known.is(Sort::Say) && !cue.known.is(Sort::Judge) && !cue.known.is(Sort::Speak);
    let says = document.any(cue.head, &["said", "says", "say", "saying"]);
    if says || speaks && (only || clause(scene, at, end)) {
        return found(Frame::Clause);
    }
    found(Frame::Plain)
}

/// Whether a clause begins at `at`: a verb of its own follows before the next comma.
fn clause(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let document = scene.document;
    let mut within = (at..end.min(at + 18)).take_while(|&at| {
        !matches!(document.word(at), "," | ";" | "—" | "”" | "“" | "\"")
            && !document.any(at, &["who", "which", "that", "because", "when", "while"])
    });
    within.any(|at| subject::is_finite(scene, at) || document.any(at, &["says", "wants", "has"]))
}

#[cfg(test)]
mod tests {
    use super::super::scene::tests::{with, words};
    use super::*;

    /// The frames of `text`, as "frame: words | source".
    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        let found: Vec<String> = with(text, |scene| {
            let all = framed(scene, &scene.sentence(0));
            let shown = all.iter().map(|found| {
                let source = found.source.as_ref().map_or("-".into(), |it| words(scene, it));
                format!("{:?}: {} | {source}", found.frame, words(scene, &found.content))
            });
            shown.collect()
        });
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn what_is_said_hangs_on_the_verb() {
        case("The crew said that it sank.", &["That: that it sank | The crew"]);
        case("The crew said it sank.", &["Clause: it sank | The crew"]);
        case("The crew promised to sail.", &["To: to sail | The crew"]);
        case("The crew asked whether it sank.", &["Question: whether it sank | The crew"]);
        case("The crew told the king that it sank.", &["Listener: that it sank | The crew"]);
    }

    #[test]
    fn the_verb_can_stand_behind_or_amid_the_words() {
        case("The ferry sank, the crew said.", &["Trail: The ferry sank | the crew"]);
        case("The ferry sank, said Maria Vestby.", &["Trail: The ferry sank | Maria Vestby"]);
        case(
            "The ferry, the crew said, was late.",
            &["Amid: The ferry, the crew said, was late | the crew"],
        );
    }

    #[test]
    fn according_to_names_the_source() {
        case("According to the crew, it sank.", &["According: it sank | the crew"]);
        case("The ferry sank, according to the crew.", &["According: The ferry sank | the crew"]);
    }

    #[test]
    fn the_words_end_where_the_text_takes_the_word_again() {
        case(
            "The crew said that it sank, adding that it was late.",
            &["That: that it sank | The crew", "That: that it was late | The crew"],
        );
    }

    #[test]
    fn who_is_quoted_speaks_through_another() {
        let text = "The radio quoted Maria Vestby as saying it sank.";
        case(text, &["That: it sank | Maria Vestby"]);
    }
}
