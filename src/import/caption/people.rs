//! Who is where in a picture: "Ada Berg, right, and Bo Lind (left) meet".

use super::row;
use crate::article::Position;

/// Words that say where, alone or with each other, in lower case.
const PLACES: &[&str] = &[
    "left",
    "right",
    "center",
    "centre",
    "middle",
    "second",
    "third",
    "fourth",
    "fifth",
    "far",
    "from",
    "front",
    "rear",
    "back",
    "top",
    "bottom",
    "background",
    "foreground",
    "row",
    "l",
    "r",
    "c",
    "2nd",
    "3rd",
    "4th",
    "links",
    "rechts",
    "mitte",
    "izquierda",
    "derecha",
    "centro",
    "gauche",
    "droite",
    "à",
    "the",
    "in",
    "l.",
    "r.",
    "second-left",
    "second-right",
    "li.",
    "re.",
    "m.",
    "g",
    "g.",
    "d",
    "d.",
    "izq.",
    "der.",
    "oben",
    "unten",
    "hinten",
    "vorne",
    "vorn",
    "zweiter",
    "zweite",
    "dritter",
    "dritte",
    "von",
    "segundo",
    "segunda",
    "tercero",
    "tercera",
    "por",
    "desde",
    "au",
    "deuxième",
    "troisième",
    "partir",
    "de",
    "la",
    "arriba",
    "abajo",
];

/// Words that stand before a name and are none.
const TITLES: &[&str] = &[
    "president",
    "minister",
    "secretary",
    "senator",
    "sen.",
    "rep.",
    "gov.",
    "governor",
    "chancellor",
    "king",
    "queen",
    "prince",
    "princess",
    "pope",
    "general",
    "gen.",
    "mr.",
    "mrs.",
    "ms.",
    "dr.",
    "prof.",
    "coach",
    "captain",
    "leader",
    "director",
    "chief",
    "mayor",
    "judge",
    "lady",
    "actor",
    "actress",
    "singer",
    "commissioner",
    "chairman",
    "chairwoman",
    "ambassador",
    "sir",
    "lord",
    "bishop",
    "father",
    "archbishop",
    "cardinal",
    "state",
    "defense",
    "foreign",
    "interior",
    "finance",
    "premier",
    "taoiseach",
    "forward",
    "goalkeeper",
    "midfielder",
    "defender",
    "quarterback",
    "guard",
    "center",
    "stellvertreterin",
    "stellvertreter",
    "bürgermeister",
    "bürgermeisterin",
    "minister",
    "ministerin",
    "präsident",
    "präsidentin",
    "kanzler",
    "trainer",
    "trainerin",
    "presidente",
    "presidenta",
    "ministro",
    "ministra",
    "alcalde",
    "alcaldesa",
    "président",
    "présidente",
    "ministre",
    "maire",
    "prof",
    "dr",
    "mr",
    "mrs",
];

/// Words that begin an apposition and are no title, in lower case.
const ROLES: &[&str] = &[
    "a",
    "an",
    "ceo",
    "cofounder",
    "co-founder",
    "executive",
    "founder",
    "head",
    "his",
    "her",
    "manager",
    "member",
    "officer",
    "owner",
    "professor",
    "senior",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "the",
    "their",
    "vice",
    "vp",
];

/// The people of whom `caption` says where they are.
pub(super) fn find(caption: &str) -> Vec<Position> {
    let mut people = row::find(caption);
    for (at, mark) in caption.match_indices([',', '(']) {
        let behind = caption.get(at + 1..).unwrap_or("");
        let ends: &[char] = if mark == "(" { &[')', '('] } else { &[',', ')', '.', ';', '('] };
        let end = behind.find(ends).unwrap_or(behind.len());
        let place = behind.get(..end).unwrap_or("").trim();
        let closed = mark == "," || behind.get(end..).is_some_and(|rest| rest.starts_with(')'));
        // Between commas "d" and "de la" are other words than in brackets.
        let alone = mark == "," && place.chars().count() < 4;
        if !closed || !is_place(place) || alone {
            continue;
        }
        if let Some(name) = named_before(caption.get(..at).unwrap_or("")) {
            let position = Position { name, place: place.to_owned() };
            if !people.iter().any(|known| known.name == position.name) {
                people.push(position);
            }
        }
    }
    people
}

/// Whether `word` stands before a name and is none.
pub(super) fn is_title(word: &str) -> bool {
    TITLES.contains(&word.to_lowercase().as_str())
}

/// Whether `word` says what someone is.
pub(super) fn is_role(word: &str) -> bool {
    ROLES.contains(&word.to_lowercase().as_str())
}

fn is_place(words: &str) -> bool {
    let mut all = words.split_whitespace().map(str::to_lowercase).peekable();
    let says = |word: &str| PLACES.contains(&word);
    let told = words
        .split_whitespace()
        .any(|word| !["the", "in", "de", "la", "von", "à", "au"].contains(&word));
    all.peek().is_some() && told && words.len() <= 30 && all.all(|word| says(&word))
}

/// The name at the end of `words`, or before the apposition that ends them: "Ada Berg, the mayor
/// of Nordby".
fn named_before(words: &str) -> Option<String> {
    let name = name_before(words);
    let Some((before, last)) = words.rsplit_once(',') else { return name };
    let last = last.trim();
    let figures = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let party = ["D-", "R-", "I-"].iter().any(|party| last.starts_with(party));
    if figures(last) || party && !last.contains(' ') {
        return name_before(before);
    }
    let first = last.split_whitespace().next().unwrap_or("").to_lowercase();
    let role = TITLES.contains(&&*first) || ROLES.contains(&&*first);
    if !role || !is_role_alone(last, name.as_deref()) {
        return name;
    }
    let person = name_before(before).filter(|name| is_person(name));
    person.or_else(|| name.filter(|name| is_person(name)))
}

/// Whether `apposition`, which ends with `name`, says what someone is, and not who: the name is
/// that of a place or a body ("the mayor of Nordby"), or none.
fn is_role_alone(apposition: &str, name: Option<&str>) -> bool {
    let Some(before) = name.and_then(|name| apposition.strip_suffix(name)) else { return true };
    let mut words = before.split_whitespace().rev().map(str::to_lowercase);
    let governor = words.find(|word| word != "the").unwrap_or_default();
    let title = |word: &str| {
        let word = word.to_lowercase();
        TITLES.contains(&&*word) || ROLES.contains(&&*word)
    };
    matches!(governor.as_str(), "of" | "for" | "at" | "in" | "from" | "and" | "&")
        || name.is_some_and(|name| name.split_whitespace().any(title))
}

/// Whether `name` has two words and does not begin like a sentence ("In Oslo").
fn is_person(name: &str) -> bool {
    const BEGINNINGS: &[&str] =
        &["In", "At", "On", "From", "Near", "After", "Before", "The", "A", "An", "For", "With"];
    let mut words = name.split_whitespace();
    !words.next().is_some_and(|word| BEGINNINGS.contains(&word)) && words.next().is_some()
}

/// The word of `words` before their last `count`.
fn before_name(words: &str, count: usize) -> Option<&str> {
    words.split_whitespace().rev().nth(count)
}

/// Whether a place or a body follows on `word`.
fn is_governor(word: &str) -> bool {
    matches!(word, "of" | "from" | "in" | "at" | "near" | "de" | "du" | "aus" | "von" | "en")
}

/// The name at the end of `words`, titles aside.
fn name_before(words: &str) -> Option<String> {
    let mut name: Vec<&str> = Vec::new();
    for word in words.split_whitespace().rev().take(4) {
        let title = TITLES.contains(&word.to_lowercase().as_str());
        let particle = matches!(word, "de" | "van" | "von" | "al" | "bin" | "der" | "la" | "el");
        let capital = word.starts_with(char::is_uppercase);
        let initial = word.len() == 2 && word.ends_with('.');
        let owner = word.ends_with("'s") || word.ends_with("’s");
        let ended = owner || word.ends_with([',', '.', ')', '”', '’', ':', ';']) && !initial;
        if title || ended || !capital && !particle {
            break;
        }
        name.insert(0, word);
    }
    let mut led = before_name(words, name.len());
    while name.first().is_some_and(|word| word.starts_with(char::is_lowercase)) {
        led = Some(name.remove(0));
    }
    // "the settlement of Nordby (background)", "the forward of Nordby Ada Berg (left)".
    if led.is_some_and(is_governor) && name.len() != 2 {
        name = if name.len() > 2 { name.split_off(1) } else { Vec::new() };
    }
    (!name.is_empty()).then(|| name.join(" "))
}
