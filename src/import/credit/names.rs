//! Whether a name is that of an agency, a stock of pictures, a person or another body.

/// Agencies and other sources of pictures, in lower case.
const AGENCIES: &[&str] = &[
    "aap",
    "aap image",
    "abaca",
    "adobe stock",
    "adobestock",
    "stock.adobe.com",
    "afp",
    "afp.com",
    "afp photo",
    "agence france-presse",
    "agence france presse",
    "alamy",
    "alamy stock photo",
    "anadolu",
    "anadolu agency",
    "anadolu ajansi",
    "ani",
    "anp",
    "ansa",
    "antara",
    "ap",
    "ap images",
    "apa",
    "archivio",
    "associated press",
    "bbc",
    "belga",
    "bernama",
    "bettmann",
    "bettmann archive",
    "bloomberg",
    "bloomberg news",
    "canadian press",
    "cnn",
    "corbis",
    "ctk",
    "ddp",
    "depositphotos",
    "dpa",
    "dpa bildfunk",
    "dreamstime",
    "efe",
    "epa",
    "epa-efe",
    "europa press",
    "facebook",
    "flickr",
    "fotolia",
    "freepik",
    "gepa pictures",
    "getty",
    "getty image",
    "getty images",
    "getty images news",
    "gettyimages",
    "google",
    "hulton archive",
    "ians",
    "icon sportswire",
    "imago",
    "imago images",
    "instagram",
    "istock",
    "istockphoto",
    "keystone",
    "keystone-sda",
    "kyodo",
    "kyodo news",
    "la presse canadienne",
    "lehtikuva",
    "lusa",
    "magnum",
    "magnum photos",
    "mti",
    "nasa",
    "national archives",
    "national geographic",
    "netflix",
    "new york times",
    "noaa",
    "notimex",
    "ntb",
    "nurphoto",
    "pa",
    "pa media",
    "pa wire",
    "pap",
    "pexels",
    "photothek",
    "picture alliance",
    "pixabay",
    "polaris",
    "press association",
    "pti",
    "redux",
    "reuters",
    "reuters archive",
    "rex",
    "rex features",
    "ria novosti",
    "ritzau",
    "ritzau scanpix",
    "scanpix",
    "shutterstock",
    "shutterstock.com",
    "sid",
    "sipa",
    "sipa usa",
    "sputnik",
    "tass",
    "tns",
    "tt",
    "twitter",
    "uig",
    "universal history archive",
    "unsplash",
    "upi",
    "usa today sports",
    "washington post",
    "wikimedia",
    "wikimedia commons",
    "wikipedia",
    "wireimage",
    "xinhua",
    "yonhap",
    "youtube",
    "zuma",
    "zuma press",
    "zuma wire",
];

/// Stocks of pictures, whose photographers go by the names of accounts.
const STOCKS: &[&str] = &[
    "adobe stock",
    "adobestock",
    "alamy",
    "depositphotos",
    "dreamstime",
    "flickr",
    "fotolia",
    "freepik",
    "getty",
    "getty images",
    "gettyimages",
    "istock",
    "istockphoto",
    "pexels",
    "pixabay",
    "shutterstock",
    "shutterstock.com",
    "stock.adobe.com",
    "unsplash",
    "wikimedia commons",
    "wikimedia",
    "wikipedia",
];

/// Words in the names of bodies, in lower case.
const BODY_WORDS: &[&str] = &[
    "agency",
    "agentur",
    "archive",
    "archives",
    "archiv",
    "army",
    "association",
    "authority",
    "bank",
    "bundesarchiv",
    "bureau",
    "center",
    "centre",
    "channel",
    "church",
    "city",
    "club",
    "collection",
    "college",
    "commons",
    "committee",
    "company",
    "content",
    "corp",
    "corps",
    "council",
    "county",
    "creative",
    "daily",
    "department",
    "digital",
    "district",
    "entertainment",
    "film",
    "films",
    "force",
    "forum",
    "foundation",
    "gallery",
    "games",
    "gazette",
    "gmbh",
    "government",
    "group",
    "guard",
    "herald",
    "heraldo",
    "history",
    "images",
    "inc",
    "institute",
    "international",
    "journal",
    "kremlin",
    "labs",
    "league",
    "library",
    "llc",
    "ltd",
    "magazine",
    "mail",
    "media",
    "ministry",
    "motors",
    "museum",
    "navy",
    "network",
    "news",
    "newspapers",
    "office",
    "organization",
    "party",
    "photography",
    "photos",
    "pictures",
    "police",
    "pool",
    "post",
    "press",
    "productions",
    "project",
    "publishing",
    "radio",
    "records",
    "registry",
    "republic",
    "resources",
    "república",
    "review",
    "service",
    "services",
    "society",
    "sport",
    "sports",
    "standard",
    "star",
    "stock",
    "studio",
    "studios",
    "sun",
    "team",
    "telegraph",
    "telegram",
    "theater",
    "theatre",
    "times",
    "tourism",
    "tribune",
    "tv",
    "union",
    "university",
    "vision",
    "wire",
    "zeitung",
    "stadt",
    "universität",
    "verlag",
    "verein",
    "museo",
    "ministerio",
    "gobierno",
    "agencia",
    "prensa",
    "diario",
    "presse",
    "ville",
    "musée",
    "community",
];

/// Particles of names.
const PARTICLES: &[&str] = &[
    "de", "del", "della", "di", "da", "dos", "du", "van", "von", "der", "den", "la", "le", "el",
    "al", "bin", "ibn", "ter", "ten", "zu", "y", "e", "und", "and", "+", "&",
];

/// Whether `name` is that of an agency known for its pictures.
pub(super) fn is_known(name: &str) -> bool {
    listed(AGENCIES, name)
}

/// Whether `name` is that of a stock of pictures.
pub(crate) fn is_stock(name: &str) -> bool {
    listed(STOCKS, name)
}

/// Whether `name` reads like one of a person: two to five words that begin with capitals, no
/// agency and no word of a body's name among them.
pub(crate) fn is_person(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let capitals = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    (2..=5).contains(&words.len())
        && capitals >= 2
        && !is_known(name)
        && words.iter().all(|word| is_name_word(word) && !is_body_word(word))
}

/// Whether `name` could be that of an account with a stock of pictures.
pub(super) fn is_user(name: &str) -> bool {
    let body = name.split_whitespace().any(is_body_word);
    let shout = name.len() <= 4 && name.chars().all(char::is_uppercase);
    name.split_whitespace().count() <= 2
        && !is_known(name)
        && !body
        && !shout
        && !name.contains('.')
}

/// Whether `name` could be one at all: few words, most of them with capitals.
pub(super) fn is_name(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let capital = |word: &&&str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let capitals = words.iter().filter(capital).count();
    let joined = words.iter().all(|word| {
        capital(&word)
            || PARTICLES.contains(word)
            || matches!(*word, "of" | "the" | "for")
            || words.len() <= 2
    });
    (1..=7).contains(&words.len()) && joined && capitals * 2 + 1 >= words.len()
}

fn listed(list: &[&str], name: &str) -> bool {
    let lower = name.trim().to_lowercase();
    let lower = lower.strip_prefix("the ").unwrap_or(&lower);
    list.contains(&lower)
}

fn is_name_word(word: &str) -> bool {
    let letters = word.chars().all(|c| c.is_alphabetic() || ".'’-_‐".contains(c));
    let begun = word.starts_with(char::is_uppercase);
    letters && begun && word.chars().any(char::is_alphabetic) || PARTICLES.contains(&word)
}

fn is_body_word(word: &str) -> bool {
    let mut pieces = word.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    pieces.any(|piece| BODY_WORDS.contains(&piece.as_str()))
}
