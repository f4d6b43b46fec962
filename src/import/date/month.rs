//! The names of the months.

/// The months by what they begin with, in English, German, French and Spanish, the ambiguous ones
/// ("mar", "ma", "mai") by their whole name.
const MONTHS: &[(&str, i8)] = &[
    ("jan", 1),
    ("ene", 1),
    ("feb", 2),
    ("fév", 2),
    ("mar", 3),
    ("mär", 3),
    ("apr", 4),
    ("avr", 4),
    ("abr", 4),
    ("may", 5),
    ("mai", 5),
    ("jun", 6),
    ("juin", 6),
    ("jul", 7),
    ("juil", 7),
    ("aug", 8),
    ("aoû", 8),
    ("ago", 8),
    ("sep", 9),
    ("oct", 10),
    ("okt", 10),
    ("nov", 11),
    ("dec", 12),
    ("dez", 12),
    ("déc", 12),
    ("dic", 12),
];

const MONTH_NAMES: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "januar",
    "februar",
    "märz",
    "mai",
    "juni",
    "juli",
    "oktober",
    "dezember",
    "janvier",
    "février",
    "mars",
    "avril",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
    "sept",
];

/// The months of further languages (Italian, Portuguese, Dutch, Swedish, Danish, Norwegian, Polish,
/// Czech, Russian, Ukrainian, Turkish; where they bend, as they stand in a date), each beside
/// those of the same number.
const OTHER_MONTHS: [&[&str]; 12] = [
    &[
        "gennaio",
        "gen",
        "janeiro",
        "januari",
        "stycznia",
        "ledna",
        "января",
        "січня",
        "ocak",
        "jän",
        "jänner",
    ],
    &["febbraio", "fevereiro", "fev", "februari", "lutego", "února", "февраля", "лютого", "şubat"],
    &["março", "maart", "mrt", "mrz", "marts", "marca", "března", "марта", "березня", "mart"],
    &["aprile", "kwietnia", "dubna", "апреля", "квітня", "nisan"],
    &["maggio", "mag", "maio", "mei", "maj", "maja", "května", "мая", "травня", "mayıs"],
    &["giugno", "giu", "junho", "czerwca", "června", "июня", "червня", "haziran"],
    &["luglio", "lug", "julho", "lipca", "července", "июля", "липня", "temmuz"],
    &["agosto", "augusti", "augustus", "sierpnia", "srpna", "августа", "серпня", "ağustos"],
    &["settembre", "setembro", "września", "září", "сентября", "вересня", "eylül"],
    &["ottobre", "ott", "outubro", "października", "října", "октября", "жовтня", "ekim"],
    &["novembro", "listopada", "listopadu", "ноября", "листопада", "kasım"],
    &["dicembre", "dezembro", "grudnia", "prosince", "декабря", "грудня", "aralık"],
];

/// The month that a word names in full, or by its first three letters.
pub(in crate::import) fn month(word: &str) -> Option<i8> {
    if word.len() > 24 || word.chars().next()?.is_numeric() {
        return None;
    }
    let lower = word.to_lowercase();
    let letters = lower.chars().count();
    let known = letters == 3 || letters == 4 && lower == "sept" || MONTH_NAMES.contains(&&*lower);
    let found = MONTHS.iter().filter(|(start, _)| lower.starts_with(start));
    let found = found.max_by_key(|(start, _)| start.len()).map(|(_, month)| *month);
    let other = || (1..).zip(OTHER_MONTHS).find(|(_, names)| names.contains(&&*lower));
    found.filter(|_| known).or_else(|| other().map(|(month, _)| month))
}
