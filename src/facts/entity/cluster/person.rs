//! Which names of people are one person's.

use super::office::{self, Called};
use super::{Form, Index, Joined, of_anyone, of_listener};
use crate::facts::entity::EntityKind;
use crate::facts::lexicon;
use crate::text::Span;

/// Joins the names of people among `forms`, which `order` lists from the fullest.
pub(super) fn join(forms: &[Form], order: &[usize], joined: &mut Joined) {
    let (mut lasts, mut firsts) = (Index::default(), Index::default());
    for &at in order {
        let Some(form) = forms.get(at).filter(|form| form.name.kind == EntityKind::Person) else {
            continue;
        };
        let words = &form.name.words;
        let several = words.iter().any(|word| matches!(word.as_str(), "&" | "and"));
        let (false, Some(last), Some(first)) =
            (form.name.is_office || several, words.last(), words.first())
        else {
            continue;
        };
        let found = if words.len() > 1 {
            let mut near = [lasts.of(last), firsts.of(first), lasts.of(first)].concat();
            near.retain(|&other| forms.get(other).is_some_and(|other| are_one(form, other)));
            earliest(forms, &near)
        } else {
            lone(forms, form, &lasts, &firsts)
        };
        if let Some(full) = found {
            joined.join(at, full);
        }
        lasts.add(last, at);
        firsts.add(first, at);
    }
}

/// The form of `near` that is named first in the text.
fn earliest(forms: &[Form], near: &[usize]) -> Option<usize> {
    near.iter().copied().min_by_key(|&at| forms.get(at).map_or(usize::MAX, Form::first))
}

/// Whom a surname or a first name alone means.
fn lone(forms: &[Form], form: &Form, lasts: &Index, firsts: &Index) -> Option<usize> {
    let word = form.name.words.first()?;
    let fitting = |index: &Index, word: &str| -> Vec<usize> {
        let near = index.of(word).iter().copied();
        near.filter(|&at| forms.get(at).is_some_and(|other| agree_in_number(form, other))).collect()
    };
    let mut surnamed = fitting(lasts, word);
    surnamed.retain(|&at| forms.get(at).is_some_and(|other| other.name.words.len() > 1));
    let named = earliest(forms, &surnamed);
    let called = named.or_else(|| earliest(forms, &fitting(firsts, word)));
    let short = called.or_else(|| {
        let full = full_names(word).flat_map(|full| fitting(firsts, full)).collect::<Vec<_>>();
        earliest(forms, &full)
    });
    short.or_else(|| misspelled(forms, word, lasts))
}

/// The person of several words whose surname `word`, which nobody bears, is with a slip.
fn misspelled(forms: &[Form], word: &str, lasts: &Index) -> Option<usize> {
    let slips = match word.chars().count() {
        ..6 => return None,
        6 | 7 => 1,
        _ => 2,
    };
    if !lexicon::look_up(word).is_unknown() {
        return None;
    }
    let plural = |last: &str| word.strip_suffix('s') == Some(last);
    let alike = lasts.beginning(word.chars().next()?);
    let near = alike.filter(|(last, _)| is_near(word, last, slips) && !plural(last));
    let near: Vec<usize> = near.flat_map(|(_, forms)| forms.iter().copied()).collect();
    let full = |at: &usize| forms.get(*at).is_some_and(|form| form.name.words.len() > 1);
    earliest(forms, &near.into_iter().filter(full).collect::<Vec<_>>())
}

/// Whether `one` becomes `other` by at most `slips` letters changed, left out or put in, the
/// first one excepted.
fn is_near(one: &str, other: &str, slips: usize) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.first() != other.first() || one.len().abs_diff(other.len()) > slips {
        return false;
    }
    // Levenshtein's distance, a row of the table at a time.
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.iter().enumerate() {
        let mut corner = at;
        let mut left = at + 1;
        let mut next = vec![left];
        for (above, theirs) in row.iter().skip(1).zip(&other) {
            let change = corner + usize::from(letter != theirs);
            left = change.min(left + 1).min(above + 1);
            corner = *above;
            next.push(left);
        }
        row = next;
    }
    row.last().is_some_and(|distance| *distance <= slips)
}

/// Whether two names of several words can be one person's.
fn are_one(one: &Form, other: &Form) -> bool {
    if !agree_in_number(one, other) {
        return false;
    }
    let (one, other) = (one.name.words.as_slice(), other.name.words.as_slice());
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if short.len() > 1 && (long.ends_with(short) || long.starts_with(short)) {
        return true;
    }
    match (short, long) {
        // "Higuchi Ichiyo" and "Ichiyo Higuchi".
        ([first, last], [theirs, last_of_theirs]) if first == last_of_theirs => last == theirs,
        ([first, .., last], [theirs, .., last_of_theirs]) => {
            last == last_of_theirs && agree(first, theirs) && middles_agree(short, long)
        }
        _ => false,
    }
}

/// Whether the numbers behind two names let them be one ruler's: one may be without, if the
/// number was given before, or is the first.
fn agree_in_number(one: &Form, other: &Form) -> bool {
    match (&one.name.number, &other.name.number) {
        (Some(one), Some(other)) => one == other,
        (Some(number), None) => number == "i" || one.first() < other.first(),
        (None, Some(number)) => number == "i" || other.first() < one.first(),
        (None, None) => true,
    }
}

/// Whether two first names can be one person's: the same, one the initial of the other, a short
/// form of it, or nearly the same letters.
fn agree(one: &str, other: &str) -> bool {
    let short = |a: &str, b: &str| a.chars().count() == 1 && b.starts_with(a);
    let nearly = one.len() > 4 && is_near(one, other, 1);
    one == other
        || nearly
        || short(one, other)
        || short(other, one)
        || full_names(one).any(|full| full == other)
        || full_names(other).any(|full| full == one)
}

/// Whether middle names do not speak against each other.
fn middles_agree(one: &[String], other: &[String]) -> bool {
    let middle = |words: &[String]| match words {
        [_, middle, .., _] => Some(middle.clone()),
        _ => None,
    };
    match (middle(one), middle(other)) {
        (Some(one), Some(other)) => agree(&one, &other),
        _ => true,
    }
}

/// The names that `short` is short for.
fn full_names(short: &str) -> impl Iterator<Item = &'static str> {
    let lines = NICKNAMES.lines().map(str::split_whitespace);
    lines.filter_map(move |mut names| {
        let full = names.next()?;
        names.any(|name| name == short).then_some(full)
    })
}

/// Given names and their short forms.
const NICKNAMES: &str = "\
    abraham abe\nalbert al bert\nalexander alex alec sandy sasha\nalexandra alex sandra\n\
    alfred al fred\nandrew andy drew\nanthony tony\nbarbara barb barbie\nbenjamin ben\n\
    bernard bernie\ncatherine cathy kate cate\ncharles charlie chuck\nchristopher chris kit\n\
    christine chris tina\nclifford cliff\ncynthia cindy\ndaniel dan danny\ndavid dave\n\
    deborah deb debbie\ndennis denny\ndonald don donnie\ndorothy dot dottie\ndouglas doug\n\
    edward ed eddie ted ned\nelizabeth liz beth betty lizzie eliza\neugene gene\nfrances fran\n\
    francis frank\nfranklin frank\nfrederick fred freddie\ngabriel gabe\ngeoffrey geoff\n\
    gerald gerry jerry\ngregory greg\nharold hal harry\nhenry hank harry\njacob jake\n\
    james jim jimmy jamie\njeffrey jeff\njennifer jen jenny\njessica jess\njohn jack johnny\n\
    jonathan jon\njoseph joe joey\njoshua josh\njudith judy\nkatherine kate kathy katie\n\
    kathleen kathy\nkenneth ken kenny\nlawrence larry\nleonard len leo\nlouis lou\n\
    margaret maggie meg peggy marge\nmatthew matt\nmichael mike mick micky\nmikhail misha\n\
    nathaniel nate nat\nnicholas nick nicky\npamela pam\npatricia pat patty tricia\n\
    patrick pat paddy\npeter pete\nphilip phil\nraymond ray\nrebecca becky\n\
    richard dick rick rich ricky\nrobert bob rob bobby robbie bert\nronald ron ronnie\n\
    rudolph rudy\nsamantha sam\nsamuel sam sammy\nsimeon sim\nstephen steve\nsteven steve\n\
    susan sue suzy\ntheodore ted teddy theo\nthomas tom tommy\ntimothy tim\nvictoria vicky\n\
    vincent vince\nvladimir volodya\nwalter walt\nwilliam bill will billy willie\nzachary zach";

/// Someone whom the text says to hold an office.
#[derive(Debug)]
struct Holder {
    mention: usize,
    cluster: usize,
    office: Vec<String>,
}

/// Gives each mention that is only an office to who was last said to hold it.
pub(super) fn give_offices(
    text: &str,
    mentions: &[(Span, EntityKind)],
    forms: &[Form],
    clusters: &mut [usize],
) {
    if !forms.iter().any(|form| form.name.is_office) {
        return;
    }
    let holders = holders(text, mentions, forms, clusters);
    for (number, form) in forms.iter().enumerate().filter(|(_, form)| form.name.is_office) {
        for &mention in &form.mentions {
            let Some(&(span, _)) = mentions.get(mention) else { continue };
            let cluster = match office::called(text, span, &form.name.office) {
                Called::Anyone => Some(of_anyone(forms, mention)),
                Called::Listener => Some(of_listener(forms, number)),
                Called::Holder(called) => {
                    let able = || holders.iter().filter(|it| office::covers(&it.office, &called));
                    let before = able().rev().find(|it| it.mention < mention);
                    before.or_else(|| able().next()).map(|it| it.cluster)
                }
            };
            if let (Some(cluster), Some(slot)) = (cluster, clusters.get_mut(mention)) {
                *slot = cluster;
            }
        }
    }
}

/// Joins a title to the name right before it: "John Roe, 2nd Earl of Oslo".
pub(super) fn join_titled(
    text: &str,
    mentions: &[(Span, EntityKind)],
    form_of: &[usize],
    joined: &mut Joined,
) {
    for (pair, numbers) in mentions.windows(2).zip(form_of.windows(2)) {
        let (&[(name, EntityKind::Person), (title, EntityKind::Person)], &[one, two]) =
            (pair, numbers)
        else {
            continue;
        };
        let between = Span::new(name.end, title.start).of(text);
        if office::is_titled(title.of(text)) && office::is_apposition(between) {
            joined.join(two, one);
        }
    }
}

/// The people who are said to hold an office, in the order of the text.
fn holders(
    text: &str,
    mentions: &[(Span, EntityKind)],
    forms: &[Form],
    clusters: &[usize],
) -> Vec<Holder> {
    let people = forms.iter().filter(|it| it.name.kind == EntityKind::Person && !it.name.is_office);
    let mut holders: Vec<Holder> = people
        .flat_map(|form| form.mentions.iter().map(move |&mention| (form, mention)))
        .flat_map(|(form, mention)| {
            let mut offices = mentions
                .get(mention)
                .map_or_else(Vec::new, |(span, _)| office::beside(text, *span));
            offices.push(form.name.office.clone());
            let cluster = clusters.get(mention).copied().unwrap_or_default();
            let held = offices.into_iter().filter(|office| !office.is_empty());
            held.map(move |office| Holder { mention, cluster, office })
        })
        .collect();
    holders.sort_by_key(|holder| holder.mention);
    holders
}
