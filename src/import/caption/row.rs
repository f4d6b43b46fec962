//! People named in the order in which they stand: "From left: Ada Berg, Bo Lind and Li Wei".

use super::people::{is_role, is_title};
use crate::article::Position;

/// What announces such a list, in lower case.
const LEADS: &[&str] = &[
    "from left to right",
    "from left",
    "left to right",
    "(l-r)",
    "l-r:",
    "l to r:",
    "clockwise from left",
    "von links nach rechts",
    "von links",
    "v.l.n.r.",
    "v. l. n. r.",
    "v.l.",
    "de gauche à droite",
    "de izquierda a derecha",
    "da sinistra",
    "van links naar rechts",
];

/// No row has more people than this.
const MOST: usize = 30;

/// The people that `caption` names in order from the left.
pub(super) fn find(caption: &str) -> Vec<Position> {
    let Some(list) = list(caption) else { return Vec::new() };
    let mut people = Vec::new();
    for piece in list.split([',', ';']).flat_map(joined).take(MOST * 4) {
        let ended = ends(piece);
        if let Some(name) = name(piece).filter(|_| people.len() < MOST) {
            let place = format!("from left {}", people.len() + 1);
            people.push(Position { name, place });
        }
        if ended {
            break;
        }
    }
    // One name after such words is no row: "second from left".
    if people.len() > 1 { people } else { Vec::new() }
}

/// What stands behind the words that announce a row.
fn list(caption: &str) -> Option<&str> {
    let lower = caption.to_lowercase();
    // Letters that change their length in lower case would shift the places.
    if lower.len() != caption.len() {
        return None;
    }
    let found = LEADS.iter().filter_map(|lead| {
        let at = lower.find(lead)?;
        // "second from left" is one person's place.
        let before = lower.get(..at)?.trim_end();
        let one = before.rsplit(' ').next().is_some_and(|word| {
            matches!(word, "second" | "third" | "fourth" | "fifth" | "2nd" | "3rd" | "4th" | "far")
        });
        (!one).then_some((at, at + lead.len()))
    });
    let (_, end) = found.min_by_key(|(at, end)| (*at, std::cmp::Reverse(*end)))?;
    let rest = caption.get(end..)?.trim_start_matches([' ', ':', ')', ',', '\u{a0}']);
    let rest = rest.strip_prefix("are ").unwrap_or(rest);
    rest.starts_with(char::is_uppercase).then_some(rest)
}

/// The names that a word joins.
fn joined(piece: &str) -> impl Iterator<Item = &str> {
    let joints = [" and ", " und ", " et ", " y ", " e ", " & ", " en "];
    let joint = joints.into_iter().find(|joint| piece.contains(joint)).unwrap_or("\u{0}");
    piece.split(joint)
}

/// Whether a sentence ends in `piece`: behind a stop that no initial and no title has.
fn ends(piece: &str) -> bool {
    piece.split_whitespace().any(|word| {
        let bare = word.trim_end_matches(['.', '!', '?']);
        bare.len() < word.len() && bare.chars().count() > 3 && !is_title(word)
    })
}

/// The name that `piece` begins with, titles aside.
fn name(piece: &str) -> Option<String> {
    let piece = piece.trim().trim_start_matches("and ").trim_start_matches("und ");
    let words = piece.split_whitespace().skip_while(|word| is_title(word));
    let mut name: Vec<&str> = Vec::new();
    for word in words.take(5) {
        let bare = word.trim_matches(['.', '(', ')']);
        let particle = matches!(word, "de" | "van" | "von" | "al" | "bin" | "der" | "la" | "el");
        let shout = bare.chars().count() > 1 && bare.chars().all(char::is_uppercase);
        if is_title(word) || is_role(bare) {
            break;
        }
        if shout || !particle && !word.starts_with(char::is_uppercase) || word.starts_with('(') {
            break;
        }
        name.push(word.trim_end_matches(['.', ')']));
        // "Bo Lind." ends here; "Bo J. Lind" does not.
        if word.ends_with('.') && bare.chars().count() > 1 {
            break;
        }
    }
    let role = piece.split_whitespace().take(3).any(|word| is_role(word) || is_title(word));
    let titled = piece.split_whitespace().next().is_some_and(is_title);
    // "Bo Lind VP Global Roads": what stands in capitals behind a name is what its bearer is.
    let office = piece.split_whitespace().nth(name.len()).is_some_and(|word| {
        is_role(word) && word.len() > 1 && word.chars().all(char::is_uppercase)
    });
    let named = !role || titled || office;
    ((2..=4).contains(&name.len()) && named).then(|| name.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(caption: &str) -> Vec<String> {
        find(caption).into_iter().map(|person| person.name).collect()
    }

    #[test]
    fn a_row_is_read_in_its_order() {
        let all = ["Ada Berg", "Bo Lind", "Li Wei"];
        for caption in [
            "From left: Ada Berg, Bo Lind and Li Wei at the pier.",
            "Pictured from left are Ada Berg, Bo Lind and Li Wei.",
            "Guests (from left) Ada Berg, Bo Lind, and Li Wei.",
            "Von links nach rechts: Ada Berg, Prof. Dr. Bo Lind, Direktor am Hafen, und Li Wei.",
            "V.l.n.r.: Ada Berg, Bo Lind und Li Wei",
            "De gauche à droite : Ada Berg, Bo Lind et Li Wei.",
            "De izquierda a derecha: Ada Berg, Bo Lind y Li Wei.",
        ] {
            assert_eq!(row(caption), all, "{caption}");
        }
        assert_eq!(find("From left: Ada Berg, Bo Lind.")[1].place, "from left 2");
    }

    #[test]
    fn one_place_is_no_row() {
        for caption in [
            "Ada Berg, second from left, and Bo Lind",
            "The third boat from left",
            "From left, the pier and the sea.",
            "",
        ] {
            assert!(row(caption).is_empty(), "{caption}");
        }
    }

    #[test]
    fn what_follows_the_sentence_is_no_one_in_the_picture() {
        assert_eq!(row("From left: Ada Berg, Bo Lind. Li Wei was away."), ["Ada Berg", "Bo Lind"]);
    }
}
