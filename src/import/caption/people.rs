//! Who is where in a picture: "Ada Berg, right, and Bo Lind (left) meet".

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
];

/// The people of whom `caption` says where they are.
pub(super) fn find(caption: &str) -> Vec<Position> {
    let mut people = Vec::new();
    for (at, mark) in caption.match_indices([',', '(']) {
        let behind = caption.get(at + 1..).unwrap_or("");
        let end = behind.find([',', ')', '.', ';', '(']).unwrap_or(behind.len());
        let place = behind.get(..end).unwrap_or("").trim();
        let closed = mark == "," || behind.get(end..).is_some_and(|rest| rest.starts_with(')'));
        if !closed || !is_place(place) {
            continue;
        }
        if let Some(name) = name_before(caption.get(..at).unwrap_or("")) {
            people.push(Position { name, place: place.to_owned() });
        }
    }
    people
}

fn is_place(words: &str) -> bool {
    let mut all = words.split_whitespace().map(str::to_lowercase).peekable();
    let says = |word: &str| PLACES.contains(&word);
    all.peek().is_some() && words.len() <= 30 && all.all(|word| says(&word))
}

/// The name at the end of `words`, titles aside.
fn name_before(words: &str) -> Option<String> {
    let mut name: Vec<&str> = Vec::new();
    for word in words.split_whitespace().rev().take(4) {
        let title = TITLES.contains(&word.to_lowercase().as_str());
        let particle = matches!(word, "de" | "van" | "von" | "al" | "bin" | "der" | "la" | "el");
        let capital = word.starts_with(char::is_uppercase);
        let initial = word.len() == 2 && word.ends_with('.');
        let ended = word.ends_with([',', '.', ')', '”', '’', ':', ';']) && !initial;
        if title || ended || !capital && !particle {
            break;
        }
        name.insert(0, word);
    }
    while name.first().is_some_and(|word| word.starts_with(char::is_lowercase)) {
        name.remove(0);
    }
    (!name.is_empty()).then(|| name.join(" "))
}
