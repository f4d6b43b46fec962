//! The words that tell the end of a sentence from an abbreviation: English foremost, then German,
//! French and Spanish.

/// Whether a name, a noun or a number must follow the abbreviation, so that no sentence ends at
/// its stop: titles of people, "vs.", "e.g.".
pub(super) fn never_ends(word: &str) -> bool {
    const ENGLISH: &[&str] = &[
        "Mr", "Mrs", "Ms", "Mx", "Messrs", "Mmes", "Dr", "Drs", "Prof", "Profs", "Rev", "Revd",
        "Fr", "Msgr", "Hon", "Gen", "Gens", "Lt", "Lts", "Col", "Cols", "Maj", "Capt", "Capts",
        "Cmdr", "Cdr", "Cmdt", "Sgt", "Sgts", "Cpl", "Pvt", "Pfc", "Spc", "Adm", "Adml", "Brig",
        "Sen", "Sens", "Rep", "Reps", "Gov", "Govs", "Pres", "Amb", "Supt", "Insp", "Det", "Atty",
        "Ald", "Asst", "Assoc", "Ven", "vs", "v", "cf", "viz", "e.g", "i.e",
    ];
    const OTHERS: &[&str] = &[
        "Hr", "Hrn", "Dipl", "Ing", "bzw", "ggf", "evtl", "vgl", "sog", "zzgl", "inkl", "exkl",
        "z.B", "d.h", "u.a", "o.g", "i.d.R", "z.T", "MM", "Mme", "Mlle", "Mlles", "Mgr", "Sra",
        "Srta", "Sres", "Dña", "Dn", "Gral", "Lic", "Ud", "Uds", "p.ej", "p.ex",
    ];
    is_in(ENGLISH, word) || is_in(OTHERS, word)
}

/// Whether the abbreviation more often stands inside a sentence than at its end, so that only a
/// word that starts sentences ends it: companies, states, streets, weekdays.
pub(super) fn seldom_ends(word: &str) -> bool {
    const ENGLISH: &[&str] = &[
        "Inc", "Corp", "Co", "Cos", "Ltd", "LLC", "LP", "PLC", "Bros", "Jr", "Sr", "Esq", "al",
        "St", "Ste", "Mt", "Ft", "Ave", "Blvd", "Rd", "Dept", "Dist", "Univ", "Assn", "Bldg",
        "Sec", "Treas", "Calif", "Fla", "Tex", "Mass", "Conn", "Ill", "Pa", "Va", "Wash", "Ore",
        "Ariz", "Colo", "Ga", "Ind", "Kan", "Ky", "La", "Md", "Mich", "Minn", "Miss", "Mo", "Mont",
        "Neb", "Nev", "Okla", "Tenn", "Vt", "Wis", "Wyo", "Del", "Ala", "Ark", "Mon", "Tue",
        "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun", "approx", "est", "ca", "Ph.D",
        "Art", "Arts",
    ];
    const OTHERS: &[&str] =
        &["Cia", "Cie", "Mio", "Mrd", "Std", "Bd", "geb", "gest", "Chr", "Str", "Me", "Ste"];
    is_in(ENGLISH, word) || is_in(OTHERS, word)
}

/// Whether the abbreviation asks for a number, and ends a sentence before anything else.
pub(super) fn takes_number(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "No", "Nos", "Nr", "Nrn", "Fig", "Figs", "Vol", "Vols", "Ch", "Chap", "Abs", "p", "pp",
        "vol", "ch", "no", "nos", "fig", "figs", "sec", "art", "para", "núm", "pág", "págs", "Jan",
        "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Rte", "Hwy",
        "Kap", "Rs",
    ];
    is_in(WORDS, word)
}

/// Whether a sentence often starts with the word, and a name seldom does.
pub(super) fn starts_sentences(word: &str) -> bool {
    const ENGLISH: &[&str] = &[
        "The",
        "A",
        "An",
        "It",
        "He",
        "She",
        "They",
        "We",
        "I",
        "You",
        "This",
        "That",
        "These",
        "Those",
        "In",
        "On",
        "At",
        "But",
        "And",
        "As",
        "For",
        "If",
        "When",
        "While",
        "After",
        "Before",
        "Since",
        "Although",
        "Though",
        "There",
        "Here",
        "His",
        "Her",
        "Its",
        "Their",
        "Our",
        "My",
        "Not",
        "No",
        "Yes",
        "What",
        "Who",
        "Why",
        "How",
        "Where",
        "Which",
        "Some",
        "Many",
        "Most",
        "One",
        "Two",
        "Both",
        "Each",
        "With",
        "Without",
        "From",
        "By",
        "To",
        "Still",
        "Yet",
        "So",
        "Then",
        "Also",
        "However",
        "Meanwhile",
        "Now",
        "Today",
        "Yesterday",
        "Because",
        "Despite",
        "During",
        "Under",
        "Over",
        "Until",
        "Once",
        "Last",
        "Earlier",
        "Later",
        "Instead",
        "Nearly",
        "About",
        "Among",
        "Other",
        "Others",
        "Or",
        "Police",
        "Even",
    ];
    const OTHERS: &[&str] = &[
        "Der", "Die", "Das", "Ein", "Eine", "Er", "Sie", "Es", "Wir", "Ich", "Im", "Am", "Und",
        "Aber", "Doch", "Auch", "Als", "Wenn", "Nach", "Vor", "Mit", "Bei", "Zu", "Seit", "Für",
        "Damit", "Dann", "Wie", "Was", "Wer", "Le", "Les", "Un", "Une", "Il", "Elle", "Ils",
        "Elles", "Nous", "Vous", "Je", "Ce", "Cette", "Ces", "Mais", "Et", "En", "Au", "Aux",
        "Dans", "Pour", "Par", "Sur", "Avec", "Selon", "Los", "Las", "Una", "Él", "Ella", "Ellos",
        "Pero", "Por", "Para", "Con", "Según", "Su", "Sus", "Se",
    ];
    is_in(ENGLISH, word) || is_in(OTHERS, word)
}

/// Whether the word goes with a time of day, after "a.m." or "p.m.".
pub(super) fn follows_time(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "Aug",
        "Sept",
        "Oct",
        "Nov",
        "Dec",
        "Eastern",
        "Central",
        "Mountain",
        "Pacific",
        "Greenwich",
        "Moscow",
        "EST",
        "EDT",
        "ET",
        "CST",
        "CDT",
        "CT",
        "MST",
        "MDT",
        "MT",
        "PST",
        "PDT",
        "PT",
        "GMT",
        "UTC",
        "BST",
        "CET",
    ];
    is_in(WORDS, word)
}

/// Whether the word goes with a German ordinal ("am 3. Oktober").
pub(super) fn follows_ordinal(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "Januar",
        "Jänner",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
        "Jahrhundert",
        "Jahrhunderts",
        "Platz",
        "Mal",
        "Geburtstag",
        "Weltkrieg",
        "Runde",
        "Minute",
    ];
    is_in(WORDS, word)
}

/// Whether the word says that someone spoke.
pub(super) fn speaks(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "said",
        "says",
        "say",
        "asked",
        "asks",
        "added",
        "adds",
        "told",
        "tells",
        "wrote",
        "writes",
        "replied",
        "shouted",
        "cried",
        "exclaimed",
        "wondered",
        "demanded",
        "recalled",
        "tweeted",
        "posted",
        "responded",
        "quipped",
        "declared",
        "insisted",
        "yelled",
        "joked",
        "continued",
        "warned",
        "sagte",
        "fragte",
        "schrieb",
        "erklärte",
        "dit",
        "demande",
        "demandé",
        "déclaré",
        "dijo",
        "preguntó",
    ];
    is_in(WORDS, word)
}

/// Whether the word may stand between a name's capitals ("the President of the Council").
pub(super) fn joins_names(word: &str) -> bool {
    is_in(
        &["the", "of", "a", "an", "and", "de", "la", "van", "von", "der", "bin", "al", "el"],
        word,
    )
}

fn is_in(words: &[&str], word: &str) -> bool {
    words.contains(&word)
}
