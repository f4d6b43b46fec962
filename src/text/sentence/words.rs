//! The words that tell the end of a sentence from an abbreviation: English foremost, then German,
//! French and Spanish. Each list is
//! sorted by bytes.

/// Whether a name, a noun or a number must follow the abbreviation, so that no sentence ends at
/// its stop: titles of people, "vs.", "e.g.".
pub(super) fn never_ends(word: &str) -> bool {
    is_in(NEVER_END, word)
}

/// Whether the abbreviation more often stands inside a sentence than at its end, so that only a
/// word that starts sentences ends it: companies, states, streets, weekdays.
pub(super) fn seldom_ends(word: &str) -> bool {
    is_in(SELDOM_END, word)
}

/// Whether the abbreviation asks for a number, and ends a sentence before anything else.
pub(super) fn takes_number(word: &str) -> bool {
    is_in(TAKE_NUMBER, word)
}

/// Whether a sentence often starts with the word, and a name seldom does.
pub(super) fn starts_sentences(word: &str) -> bool {
    is_in(START_SENTENCES, word)
}

/// Whether the word goes with a time of day, after "a.m." or "p.m.".
pub(super) fn follows_time(word: &str) -> bool {
    is_in(FOLLOW_TIME, word)
}

/// Whether the word goes with a German ordinal ("am 3. Oktober").
pub(super) fn follows_ordinal(word: &str) -> bool {
    is_in(FOLLOW_ORDINAL, word)
}

/// Whether the word says that someone spoke.
pub(super) fn speaks(word: &str) -> bool {
    is_in(SPEAK, word)
}

/// Whether the word may stand between a name's capitals ("the President of the Council").
pub(super) fn joins_names(word: &str) -> bool {
    is_in(JOIN_NAMES, word)
}

fn is_in(sorted: &[&str], word: &str) -> bool {
    sorted.binary_search(&word).is_ok()
}

const NEVER_END: &[&str] = &[
    "Adm", "Adml", "Ald", "Amb", "Assoc", "Asst", "Atty", "Brig", "Capt", "Capts", "Cdr", "Cmdr",
    "Cmdt", "Col", "Cols", "Cpl", "Det", "Dipl", "Dn", "Dr", "Drs", "Dña", "Fr", "Gen", "Gens",
    "Gov", "Govs", "Gral", "Hon", "Hr", "Hrn", "Ing", "Insp", "Lic", "Lt", "Lts", "MM", "Maj",
    "Messrs", "Mgr", "Mlle", "Mlles", "Mme", "Mmes", "Mr", "Mrs", "Ms", "Msgr", "Mx", "Pfc",
    "Pres", "Prof", "Profs", "Pvt", "Rep", "Reps", "Rev", "Revd", "Sen", "Sens", "Sgt", "Sgts",
    "Spc", "Sra", "Sres", "Srta", "Supt", "Ud", "Uds", "Ven", "bzw", "cf", "d.h", "e.g", "evtl",
    "exkl", "ggf", "i.d.R", "i.e", "inkl", "o.g", "p.ej", "p.ex", "sog", "u.a", "v", "vgl", "viz",
    "vs", "z.B", "z.T", "zzgl",
];

const SELDOM_END: &[&str] = &[
    "Ala", "Ariz", "Ark", "Art", "Arts", "Assn", "Ave", "Bd", "Bldg", "Blvd", "Bros", "Calif",
    "Chr", "Cia", "Cie", "Co", "Colo", "Conn", "Corp", "Cos", "Del", "Dept", "Dist", "Esq", "Fla",
    "Fri", "Ft", "Ga", "Ill", "Inc", "Ind", "Jr", "Kan", "Ky", "LLC", "LP", "La", "Ltd", "Mass",
    "Md", "Me", "Mich", "Minn", "Mio", "Miss", "Mo", "Mon", "Mont", "Mrd", "Mt", "Neb", "Nev",
    "Okla", "Ore", "PLC", "Pa", "Ph.D", "Rd", "Sat", "Sec", "Sr", "St", "Std", "Ste", "Str", "Sun",
    "Tenn", "Tex", "Thu", "Thur", "Thurs", "Treas", "Tue", "Tues", "Univ", "Va", "Vt", "Wash",
    "Wed", "Wis", "Wyo", "al", "approx", "ca", "est", "geb", "gest",
];

const TAKE_NUMBER: &[&str] = &[
    "Abs", "Apr", "Aug", "Ch", "Chap", "Dec", "Feb", "Fig", "Figs", "Hwy", "Jan", "Jul", "Jun",
    "Kap", "Mar", "No", "Nos", "Nov", "Nr", "Nrn", "Oct", "Rs", "Rte", "Sep", "Sept", "Vol",
    "Vols", "art", "b", "c", "ch", "d", "div", "fig", "figs", "fl", "m", "no", "nos", "núm", "p",
    "para", "pp", "pág", "págs", "r", "sec", "vol",
];

const START_SENTENCES: &[&str] = &[
    "A",
    "Aber",
    "About",
    "After",
    "Als",
    "Also",
    "Although",
    "Am",
    "Among",
    "An",
    "And",
    "As",
    "At",
    "Au",
    "Auch",
    "Aux",
    "Avec",
    "Because",
    "Before",
    "Bei",
    "Both",
    "But",
    "By",
    "Ce",
    "Ces",
    "Cette",
    "Con",
    "Damit",
    "Dann",
    "Dans",
    "Das",
    "Der",
    "Despite",
    "Die",
    "Doch",
    "During",
    "Each",
    "Earlier",
    "Ein",
    "Eine",
    "Ella",
    "Elle",
    "Elles",
    "Ellos",
    "En",
    "Er",
    "Es",
    "Et",
    "Even",
    "For",
    "From",
    "Für",
    "He",
    "Her",
    "Here",
    "His",
    "How",
    "However",
    "I",
    "Ich",
    "If",
    "Il",
    "Ils",
    "Im",
    "In",
    "Instead",
    "It",
    "Its",
    "Je",
    "Las",
    "Last",
    "Later",
    "Le",
    "Les",
    "Los",
    "Mais",
    "Many",
    "Meanwhile",
    "Mit",
    "Most",
    "My",
    "Nach",
    "Nearly",
    "No",
    "Not",
    "Nous",
    "Now",
    "On",
    "Once",
    "One",
    "Or",
    "Other",
    "Others",
    "Our",
    "Over",
    "Par",
    "Para",
    "Pero",
    "Police",
    "Por",
    "Pour",
    "Se",
    "Según",
    "Seit",
    "Selon",
    "She",
    "Sie",
    "Since",
    "So",
    "Some",
    "Still",
    "Su",
    "Sur",
    "Sus",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "To",
    "Today",
    "Two",
    "Un",
    "Una",
    "Und",
    "Under",
    "Une",
    "Until",
    "Vor",
    "Vous",
    "Was",
    "We",
    "Wenn",
    "Wer",
    "What",
    "When",
    "Where",
    "Which",
    "While",
    "Who",
    "Why",
    "Wie",
    "Wir",
    "With",
    "Without",
    "Yes",
    "Yesterday",
    "Yet",
    "You",
    "Zu",
    "Él",
];

const FOLLOW_TIME: &[&str] = &[
    "Apr",
    "April",
    "Aug",
    "August",
    "BST",
    "CDT",
    "CET",
    "CST",
    "CT",
    "Central",
    "Dec",
    "December",
    "EDT",
    "EST",
    "ET",
    "Eastern",
    "Feb",
    "February",
    "Friday",
    "GMT",
    "Greenwich",
    "Jan",
    "January",
    "July",
    "June",
    "MDT",
    "MST",
    "MT",
    "Mar",
    "March",
    "May",
    "Monday",
    "Moscow",
    "Mountain",
    "Nov",
    "November",
    "Oct",
    "October",
    "PDT",
    "PST",
    "PT",
    "Pacific",
    "Saturday",
    "Sept",
    "September",
    "Sunday",
    "Thursday",
    "Tuesday",
    "UTC",
    "Wednesday",
];

const FOLLOW_ORDINAL: &[&str] = &[
    "April",
    "August",
    "Dezember",
    "Februar",
    "Geburtstag",
    "Jahrhundert",
    "Jahrhunderts",
    "Januar",
    "Juli",
    "Juni",
    "Jänner",
    "Mai",
    "Mal",
    "Minute",
    "März",
    "November",
    "Oktober",
    "Platz",
    "Runde",
    "September",
    "Weltkrieg",
];

const SPEAK: &[&str] = &[
    "added",
    "adds",
    "asked",
    "asks",
    "continued",
    "cried",
    "declared",
    "demande",
    "demanded",
    "demandé",
    "dijo",
    "dit",
    "déclaré",
    "erklärte",
    "exclaimed",
    "fragte",
    "insisted",
    "joked",
    "posted",
    "preguntó",
    "quipped",
    "recalled",
    "replied",
    "responded",
    "sagte",
    "said",
    "say",
    "says",
    "schrieb",
    "shouted",
    "tells",
    "told",
    "tweeted",
    "warned",
    "wondered",
    "writes",
    "wrote",
    "yelled",
];

const JOIN_NAMES: &[&str] =
    &["a", "al", "an", "and", "bin", "de", "der", "el", "la", "of", "the", "van", "von"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_sorted_and_no_abbreviation_stands_in_two() {
        let lists = [
            NEVER_END,
            SELDOM_END,
            TAKE_NUMBER,
            START_SENTENCES,
            FOLLOW_TIME,
            FOLLOW_ORDINAL,
            SPEAK,
            JOIN_NAMES,
        ];
        for list in lists {
            assert!(list.is_sorted_by(|a, b| a < b), "{list:?}");
        }
        let twice = SELDOM_END.iter().find(|word| never_ends(word) || takes_number(word));
        assert_eq!(twice.or(TAKE_NUMBER.iter().find(|word| never_ends(word))), None);
    }
}
