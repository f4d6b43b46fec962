//! Which names of organizations are one organization's.

use super::named::{Named, is_grammar};
use super::{Form, Index, Joined, of_anyone, office};
use crate::facts::entity::EntityKind;
use crate::facts::lexicon::{self, Class};
use crate::text::Span;
use std::collections::HashMap;

/// Joins the names of organizations among `forms`, which `order` lists from the fullest.
pub(super) fn join(forms: &[Form], order: &[usize], joined: &mut Joined) {
    let (mut words, mut heads) = (Index::default(), Index::default());
    let mut initials: HashMap<String, usize> = HashMap::new();
    for &at in order {
        let Some(form) = forms.get(at).filter(|form| form.name.kind == EntityKind::Organization)
        else {
            continue;
        };
        let name = &form.name;
        let found = if is_general(&name.words) || name.is_complete && name.words.len() == 1 {
            None
        } else {
            let called = || acronym(name, &initials).or_else(|| part(forms, name, &words, joined));
            called().or_else(|| abbreviated(forms, name, &heads))
        };
        if let Some(full) = found {
            joined.join(at, full);
        }
        for letters in name.initials().into_iter().filter(|it| it.chars().count() > 1) {
            initials.entry(letters).or_insert(at);
        }
        name.words.iter().filter(|word| !is_grammar(word)).for_each(|word| words.add(word, at));
        if let Some(head) = name.words.first().and_then(|word| head(word)) {
            heads.add(head, at);
        }
    }
}

/// The organization whose initials `name` is, or begins with: "SOO Africa".
fn acronym(name: &Named, initials: &HashMap<String, usize>) -> Option<usize> {
    let [word] = name.words.as_slice() else { return None };
    initials.get(word).copied()
}

/// The only organization that `name` can be a part of the name of.
fn part(forms: &[Form], name: &Named, words: &Index, joined: &Joined) -> Option<usize> {
    let rare = name.words.iter().filter(|word| !is_grammar(word));
    let near = rare.map(|word| words.of(word)).min_by_key(|near| near.len())?;
    let mut fitting = near
        .iter()
        .copied()
        .filter(|&other| forms.get(other).is_some_and(|other| is_part(name, &other.name)));
    let first = fitting.next()?;
    fitting.all(|other| joined.find(other) == joined.find(first)).then_some(first)
}

/// The letters by which an abbreviated word is looked up.
fn head(word: &str) -> Option<&str> {
    word.get(..word.char_indices().nth(3)?.0)
}

/// The organization whose words `name` cuts short: "Penn State".
fn abbreviated(forms: &[Form], name: &Named, heads: &Index) -> Option<usize> {
    let head = name.words.first().filter(|_| name.words.len() > 1).and_then(|word| head(word))?;
    let cuts = |long: &Named| {
        let mut theirs = long.words.iter();
        let met = name.words.iter().all(|word| {
            let whole = theirs.find(|it| !is_noun(it) || *it == word);
            whole.is_some_and(|whole| whole.starts_with(word.as_str()) && word.len() > 2)
        });
        let is_cut = name.words.iter().any(|word| !long.words.contains(word));
        is_cut && met && theirs.all(|word| is_noun(word))
    };
    let mut near = heads.of(head).iter().copied();
    near.find(|&other| forms.get(other).is_some_and(|other| cuts(&other.name)))
}

/// Whether `short` can stand for `long`, of which it is a part.
fn is_part(short: &Named, long: &Named) -> bool {
    let count = short.words.len();
    if long.words.len() <= count {
        return false;
    }
    let at = long.words.windows(count).position(|part| part == short.words);
    let Some((lead, tail)) =
        at.and_then(|at| Some((long.words.get(..at)?, long.words.get(at + count..)?)))
    else {
        return false;
    };
    let owner = long.possessive == lead.len() && !lead.is_empty();
    let owns = lead.is_empty() && long.possessive == count && short.possessive == 0;
    let whole = short.words.last().is_some_and(|word| is_noun(word));
    match (lead.is_empty(), tail.is_empty()) {
        (true, false) if owns => false,
        (true, false) | (false, true) if count == 1 => is_own(short),
        (true, false) => of_place(tail) || !whole && tail.iter().all(|word| is_noun(word)),
        (false, true) => {
            owner || lead.iter().all(|word| is_place(word) || is_grammar(word) || is_noun(word))
        }
        _ => false,
    }
}

/// Whether the one word of `name` is its own and no general one.
fn is_own(name: &Named) -> bool {
    let general = [
        Class::OrganizationNoun,
        Class::Country,
        Class::City,
        Class::State,
        Class::Demonym,
        Class::PlaceNoun,
        Class::TitleModifier,
    ];
    name.words.iter().all(|word| !lexicon::look_up(word).any(&general))
}

fn of_place(words: &[String]) -> bool {
    let mut words = words.iter();
    words.next().is_some_and(|word| matches!(word.as_str(), "of" | "for" | "in"))
        && words.all(|word| is_place(word) || is_grammar(word))
}

fn is_place(word: &str) -> bool {
    let places = [Class::Country, Class::State, Class::City, Class::Demonym, Class::Place];
    lexicon::look_up(word).any(&places) || word == "us" || word == "united" || word == "states"
}

fn is_noun(word: &str) -> bool {
    lexicon::look_up(word).any(&[Class::OrganizationNoun, Class::CompanySuffix])
}

/// Whether `words` say only what kind of body is meant.
fn is_general(words: &[String]) -> bool {
    let modifier = |word: &String| lexicon::look_up(word).is(Class::TitleModifier);
    let noun = |word: &String| is_noun(word) || is_rare_noun(word);
    words.last().is_some_and(noun) && words.iter().all(|word| noun(word) || modifier(word))
}

fn is_rare_noun(word: &str) -> bool {
    matches!(word, "faculty" | "county" | "bureau" | "circuit" | "supreme" | "chamber" | "office")
}

/// Joins what stands in brackets behind a name to it: "the Union of Atheists (UAAR)".
pub(super) fn join_bracketed(
    text: &str,
    mentions: &[(Span, EntityKind)],
    form_of: &[usize],
    joined: &mut Joined,
) {
    for (pair, numbers) in mentions.windows(2).zip(form_of.windows(2)) {
        let (&[(full, kind), (short, other)], &[one, two]) = (pair, numbers) else { continue };
        let between = Span::new(full.end, short.start).of(text);
        let closed = text.get(short.end..).is_some_and(|rest| rest.starts_with([')', ',', ';']));
        let letters = short.of(text);
        let capitals = letters.chars().filter(|letter| letter.is_uppercase()).count();
        let lone = !letters.contains(' ') && capitals > 1;
        let bodies = kind == EntityKind::Organization && other == kind;
        if bodies && closed && lone && matches!(between, " (" | " (the ") {
            joined.join(two, one);
        }
    }
}

/// Gives each mention that says only what kind of body it is, "the University", to the one of
/// that kind that was named last.
pub(super) fn give_nouns(
    text: &str,
    mentions: &[(Span, EntityKind)],
    forms: &[Form],
    clusters: &mut [usize],
) {
    let bodies = || forms.iter().filter(|form| form.name.kind == EntityKind::Organization);
    for form in bodies().filter(|form| is_general(&form.name.words)) {
        let mut owners: Vec<usize> = bodies()
            .filter(|other| is_headed(&form.name, &other.name))
            .flat_map(|other| other.mentions.iter().copied())
            .collect();
        owners.sort_unstable();
        for &mention in &form.mentions {
            if mentions.get(mention).is_some_and(|(span, _)| is_one_of_many(text, *span)) {
                clusters
                    .get_mut(mention)
                    .into_iter()
                    .for_each(|slot| *slot = of_anyone(forms, mention));
                continue;
            }
            let after = owners.partition_point(|&owner| owner < mention);
            let owner = after.checked_sub(1).and_then(|at| owners.get(at)).or(owners.first());
            let cluster = owner.and_then(|&owner| clusters.get(owner)).copied();
            if let (Some(cluster), Some(slot)) = (cluster, clusters.get_mut(mention)) {
                *slot = cluster;
            }
        }
    }
}

/// Whether the general words `short` are what the body `long` is.
fn is_headed(short: &Named, long: &Named) -> bool {
    let (short, long) = (short.words.as_slice(), long.words.as_slice());
    let count = short.len();
    let of = long.get(count).is_some_and(|word| is_grammar(word));
    let house = short.last().is_some_and(|word| word == "house");
    long.len() > count && (long.starts_with(short) && of || !house && long.ends_with(short))
}

/// Whether "a" or "any" stands before the name at `span`.
fn is_one_of_many(text: &str, span: Span) -> bool {
    let before = text.get(..span.start).unwrap_or("").trim_end();
    let word = before.rsplit(|mark: char| !mark.is_alphabetic()).next().unwrap_or("");
    office::is_any(&word.to_lowercase())
}
