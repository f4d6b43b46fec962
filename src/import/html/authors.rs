//! Who wrote the article: JSON-LD, `meta` elements, then bylines in the page.

use super::dom::Dom;
use super::draft::Draft;
use super::head::Head;
use super::meta::Sources;
use super::title::equal;
use super::zone::{Zone, words};
use crate::article::{Origin, Stated};
use crate::import::{date, names};

/// Longer bylines hold more than names.
const BYLINE: usize = 200;

/// The `meta` elements that name authors, the surest first.
const META: [&str; 8] = [
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "citation_author",
];

/// The authors, one name each, as the surest source gives them. A site is no author, unless it is
/// said to be one and its name may be a person's.
pub(super) fn authors(
    sources: Sources<'_>,
    sites: &[&str],
    headline: Option<usize>,
) -> Vec<Stated<String>> {
    let Sources { head, linked, drafts, dom } = sources;
    let given = |fields: &[&str], origin: Origin| {
        named(fields.iter().map(|field| (*field, *field)), origin, sites)
    };
    let linked: Vec<&str> = linked.authors.iter().map(String::as_str).collect();
    let meta = |name: &&str| {
        let fields: Vec<String> = match *name {
            "citation_author" => head.all(name).map(turned).collect(),
            _ => head.all(name).map(str::to_owned).collect(),
        };
        given(&fields.iter().map(String::as_str).collect::<Vec<_>>(), Origin::MetaElement)
    };
    let shown = |lines: Vec<Line>| {
        let mut lines = lines.iter().map(|line| [(line.names.as_str(), line.whole.as_str())]);
        lines.find_map(|line| named(line.into_iter(), Origin::Markup, sites))
    };
    let labeled: Vec<&str> = labeled(head).collect();
    let own = || {
        let said = linked.iter().map(|name| (*name, Origin::JsonLd));
        let said = said.chain(head.all("author").map(|name| (name, Origin::MetaElement)));
        let said = said.chain(labeled.iter().map(|name| (*name, Origin::MetaElement)));
        let is_site = |name: &str| sites.iter().any(|site| equal(site, name));
        let mut named = said.filter(|(name, _)| is_site(name) && may_be_person(name));
        named.next().map(|(name, origin)| vec![Stated::new(name.trim().to_owned(), origin)])
    };
    given(&linked, Origin::JsonLd)
        .or_else(|| META.iter().find_map(meta))
        .or_else(|| given(&labeled, Origin::MetaElement))
        .or_else(|| shown(bylines(dom, drafts, headline)))
        .or_else(|| shown(marked(dom, drafts)))
        .or_else(|| shown(profiles(dom, drafts, headline)))
        .or_else(own)
        .unwrap_or_default()
}

/// A line that names authors: the names in it, and the whole of it.
#[derive(Debug)]
struct Line {
    names: String,
    whole: String,
}

/// The names in fields that hold authors, each field with the whole that it stands in.
fn named<'a>(
    fields: impl Iterator<Item = (&'a str, &'a str)>,
    origin: Origin,
    sites: &[&str],
) -> Option<Vec<Stated<String>>> {
    let mut found: Vec<Stated<String>> = Vec::new();
    for (field, whole) in fields {
        for name in names::authors(without_team(field)) {
            let known = found.iter().any(|known| equal(&known.value, &name));
            if !known && is_author(&name, sites) {
                found.push(Stated::read(name, origin, whole));
            }
        }
    }
    (!found.is_empty()).then_some(found)
}

/// A name in the order of speech: "Ada Berg" where journals write "Berg, Ada".
fn turned(name: &str) -> String {
    match name.split_once(", ") {
        Some((last, first)) if !first.contains(',') => format!("{first} {last}"),
        _ => name.to_owned(),
    }
}

/// A name without what follows behind a border: "Ada Berg - The Harbor Editorial Team".
fn without_team(field: &str) -> &str {
    let front = [" - ", " | ", " – "].iter().find_map(|border| field.split_once(border));
    match front {
        Some((name, _)) if name.split_whitespace().count() > 1 => name,
        _ => field,
    }
}

/// The values of the labels that cards show below a link, where they say who wrote it.
fn labeled(head: &Head) -> impl Iterator<Item = &str> {
    const LABELS: [&str; 7] = [
        "written by",
        "author",
        "verfasst von",
        "geschrieben von",
        "écrit par",
        "escrito por",
        "scritto da",
    ];
    let cards = [("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")];
    cards.into_iter().filter_map(move |(label, value)| {
        let label = head.get(label)?.to_lowercase();
        head.get(value).filter(|_| LABELS.contains(&label.trim_end_matches(':')))
    })
}

/// Whether a site's name may be that of a person: two words or three, each with a capital.
fn may_be_person(name: &str) -> bool {
    let other = |word: &str| matches!(word, "The" | "Official" | "News" | "Clinic");
    let mut words = name.split_whitespace();
    (2..=3).contains(&words.clone().count())
        && words.all(|word| word.starts_with(char::is_uppercase) && !other(word))
}

/// Whether a name ends as those of companies do.
fn is_company(name: &str) -> bool {
    const ENDS: [&str; 7] = ["inc", "llc", "ltd", "pc", "corp", "gmbh", "plc"];
    let last = name.split_whitespace().next_back().unwrap_or_default();
    ENDS.contains(&last.trim_end_matches('.').to_lowercase().as_str())
}

/// The bylines around the headline, those that say so in words first.
fn bylines(dom: &Dom, drafts: &[Draft<'_>], headline: Option<usize>) -> Vec<Line> {
    let from = headline.unwrap_or(0).saturating_sub(6);
    let near = drafts.iter().skip(from).take(24).filter(|draft| {
        let apart = matches!(draft.zone, Zone::Navigation | Zone::Related | Zone::Footer);
        (2..=BYLINE).contains(&draft.chars) && !draft.hidden && !apart
    });
    let lines: Vec<(&Draft<'_>, String)> = near.map(|draft| (draft, draft.text())).collect();
    let full = |name: &String| name.contains(' ');
    let worded = lines.iter().filter_map(|(draft, line)| {
        // A lone word behind "by" is a name only where the markup says so.
        let names = worded(line).filter(|name| draft.zone == Zone::Byline || full(name))?;
        Some(Line { names, whole: line.clone() })
    });
    // The lead and the name may stand in lines of their own.
    let below = lines.windows(2).filter_map(|pair| {
        let [(_, lead), (_, line)] = pair else { return None };
        let names = is_lead(lead).then(|| name_at(line))?.filter(full)?;
        Some(Line { names, whole: format!("{lead} {line}") })
    });
    let plain = lines.iter().filter(|(draft, _)| names_author(dom, draft));
    let plain = plain.filter_map(|(_, line)| {
        Some(Line { names: name_at(line).filter(full)?, whole: line.clone() })
    });
    worded.chain(below).chain(plain).collect()
}

/// Whether a line says only that a name follows.
fn is_lead(line: &str) -> bool {
    const LEADS: [&str; 9] = [
        "by",
        "written by",
        "article by",
        "words by",
        "posted by",
        "story by",
        "author",
        "von",
        "par",
    ];
    LEADS.contains(&line.trim_end_matches(':').trim().to_lowercase().as_str())
}

/// Whether the names on a line's element, or on those right around it, are those of authors:
/// elements for all that stands below a headline hold topics too.
fn names_author(dom: &Dom, draft: &Draft<'_>) -> bool {
    let around = [draft.node].into_iter().chain(dom.ancestors(draft.node).take(2));
    matches!(draft.zone, Zone::Byline | Zone::AuthorNote)
        && around.into_iter().any(|id| {
            let class = dom.attribute(id, "class").unwrap_or_default();
            let property = dom.attribute(id, "itemprop").unwrap_or_default();
            let relation = dom.attribute(id, "rel").unwrap_or_default();
            words(class).iter().any(|word| {
                let known = ["byline", "bylines", "writer", "contributor", "contributors"];
                word.starts_with("author") || known.contains(&word.as_str())
            }) || property == "author"
                || relation == "author"
        })
}

/// The text of links to the page of an author, near the headline; elsewhere where all such links
/// lead to one.
fn profiles(dom: &Dom, drafts: &[Draft<'_>], headline: Option<usize>) -> Vec<Line> {
    const PAGES: [&str; 8] = [
        "author",
        "authors",
        "contributor",
        "contributors",
        "writer",
        "writers",
        "journalist",
        "byline",
    ];
    let from = headline.unwrap_or(0);
    let leads = |id: &usize| {
        let path = dom.attribute(*id, "href").unwrap_or_default();
        let mut parts = path.split(['/', '?', '#']).filter(|part| !part.is_empty());
        dom.name(*id) == "a" && parts.any(|part| PAGES.contains(&part)) && parts.next().is_some()
    };
    let mut near = Vec::new();
    let mut far: Vec<Line> = Vec::new();
    for id in (0..dom.len()).filter(leads).take(50) {
        let text = dom.text(id);
        let short = |name: &String| (2..=4).contains(&name.split(' ').count());
        let Some(names) = name_at(&text).filter(short) else { continue };
        let known = far.iter().any(|known| known.names == names);
        let line = Line { names, whole: text };
        let at = drafts.partition_point(|draft| draft.at <= id).saturating_sub(1);
        if (from.saturating_sub(6)..from + 12).contains(&at) {
            near.push(line);
        } else if !known && drafts.get(at).is_none_or(|draft| !is_elsewhere(draft.zone)) {
            far.push(line);
        }
    }
    if near.is_empty() && far.len() == 1 { far } else { near }
}

/// The name behind "by" in a line: "March 1 · By Ada Berg | 3 min read".
fn worded(line: &str) -> Option<String> {
    if let Some(name) = glued(line).and_then(name_at) {
        return Some(name);
    }
    let lower = line.to_lowercase();
    let lower = if lower.len() == line.len() { lower } else { line.to_owned() };
    let leads = ["written by ", "posted by ", "words by ", "by: ", "by ", "author: ", "von "];
    leads.iter().find_map(|lead| {
        let at = lower.find(lead)?;
        let before = lower.get(..at)?.trim_end();
        let apart = before.is_empty() || !before.ends_with(char::is_alphabetic);
        name_at(line.get(at + lead.len()..)?).filter(|_| apart)
    })
}

/// What follows a "By" where only the styles of the page set a space: `ByAda Berg`.
fn glued(line: &str) -> Option<&str> {
    line.strip_prefix("By").filter(|rest| rest.starts_with(char::is_uppercase))
}

/// The names that a line begins with; `None` where it begins otherwise.
fn name_at(line: &str) -> Option<String> {
    const BORDERS: [char; 9] = ['|', '·', '•', '/', '(', '—', '–', ':', '/'];
    let stop = line.find(|c: char| BORDERS.contains(&c) || c.is_numeric()).unwrap_or(line.len());
    let mut name = line.get(..stop)?;
    name = glued(name).unwrap_or(name);
    for end in [
        " on ",
        " in ",
        " In ",
        " for ",
        " at ",
        " - ",
        " Updated",
        " Published",
        " Posted",
        " Last",
    ] {
        name = name.split(end).next().unwrap_or(name);
    }
    let parts = without_month(unglued(name));
    let names: Vec<&str> = parts.split([',', '&']).map(str::trim).collect();
    let people: Vec<&str> = names.into_iter().filter(|name| is_name(name)).collect();
    (!people.is_empty()).then(|| people.join(", "))
}

/// A name without the word that only the styles of a page set apart from it: `Ada BergFounder`.
fn unglued(name: &str) -> &str {
    let ends = ["In", "Founder", "Editor", "Writer", "Author", "Posted"].iter();
    let cut = ends.filter_map(|end| {
        let at = name.find(end).filter(|at| *at > 3)?;
        let low = |c: char| c.is_lowercase();
        let before = name.get(..at)?.ends_with(low);
        let whole = !name.get(at + end.len()..)?.starts_with(low);
        (before && whole).then_some(at)
    });
    cut.min().and_then(|at| name.get(..at)).unwrap_or(name)
}

/// A name without the month of the date that follows it, also one glued to it.
fn without_month(name: &str) -> String {
    let mut words: Vec<&str> = name.split_whitespace().collect();
    if let Some(last) = words.pop() {
        let capital = last.rfind(char::is_uppercase).unwrap_or(0);
        let (front, back) = last.split_at_checked(capital).unwrap_or((last, ""));
        let month = date::month(back.trim_matches([',', '.'])).is_some();
        words.extend(Some(if month { front } else { last }).filter(|word| !word.is_empty()));
    }
    words.join(" ")
}

/// Words that stand where names do, and are none.
const OFFICES: [&str; 52] = [
    "editor",
    "writer",
    "reporter",
    "expert",
    "manager",
    "director",
    "analyst",
    "attorney",
    "author",
    "md",
    "rd",
    "ms",
    "phd",
    "ph.d.",
    "dr",
    "specialist",
    "reviewed",
    "fact",
    "checked",
    "coach",
    "founder",
    "ceo",
    "view",
    "posted",
    "updated",
    "published",
    "written",
    "article",
    "by",
    "last",
    "share",
    "tags",
    "more",
    "all",
    "read",
    "about",
    "edited",
    "contributor",
    "reviewer",
    "reading",
    "time",
    "experience",
    "grader",
    "facebook",
    "pinterest",
    "twitter",
    "print",
    "email",
    "comments",
    "journalism",
    "trends",
    "authors",
];

/// Whether words look like a name rather than an office.
fn is_name(words: &str) -> bool {
    let count = words.split_whitespace().count();
    let capital = |word: &str| word.starts_with(|c: char| c.is_uppercase() || !c.is_ascii());
    let link = |word: &str| matches!(word, "and" | "de" | "van" | "von" | "der" | "la" | "with");
    (1..=7).contains(&count)
        && words.split_whitespace().all(|word| capital(word) || link(word))
        && !words.split_whitespace().any(|word| {
            OFFICES.contains(&word.to_lowercase().trim_matches(|c: char| !c.is_alphabetic()))
        })
}

/// Whether a part of the page names the authors of other articles, or all of them.
const fn is_elsewhere(zone: Zone) -> bool {
    matches!(zone, Zone::Navigation | Zone::Related | Zone::Footer | Zone::Comments | Zone::Control)
}

/// The names in elements that are marked as those of authors, then those by their portraits.
fn marked(dom: &Dom, drafts: &[Draft<'_>]) -> Vec<Line> {
    let of_author = |id: &usize| {
        let relation = dom.attribute(*id, "rel").unwrap_or_default();
        let property = dom.attribute(*id, "itemprop").unwrap_or_default();
        relation == "author" || property == "author"
    };
    let elements = (0..dom.len()).filter(of_author).map(|id| dom.text(id));
    let noted = drafts.iter().filter(|draft| draft.zone == Zone::AuthorNote && draft.chars < 40);
    let elements = elements.filter(|text| text.len() < BYLINE);
    let full = |name: &String| name.split_whitespace().count() > 1;
    let read = |text: String| Some(Line { names: name_at(&text)?, whole: text });
    let noted = noted.map(Draft::text).filter_map(read).filter(|line| full(&line.names));
    elements.filter_map(read).chain(noted).take(10).collect()
}

/// Whether a name may be that of an author: no address, not that of a site, no stand-in.
fn is_author(name: &str, sites: &[&str]) -> bool {
    const STANDINS: [&str; 18] = [
        "admin",
        "administrator",
        "editor",
        "editorial",
        "staff",
        "guest",
        "webmaster",
        "user",
        "author",
        "unknown",
        "anonymous",
        "editorial staff",
        "editorial team",
        "super user",
        "newsroom",
        "redaktion",
        "undefined",
        "null",
    ];
    let lower = name.to_lowercase();
    name.len() < 80
        && name.chars().filter(|c| c.is_alphabetic()).count() > 1
        && !name.contains(['/', '@', '{', '<', '|', ':'])
        && !lower.contains(".com")
        && !lower.contains("http")
        && !STANDINS.contains(&lower.as_str())
        && name.split_whitespace().count() <= 6
        && (name.contains(' ') || !name.contains(['.', '_', '0', '1', '2', '3', '4', '5']))
        && !is_company(name)
        && !sites.iter().any(|site| equal(site, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_behind_by_ends_where_other_things_begin() {
        for line in [
            "By Ada Berg",
            "March 1 · By Ada Berg | 3 min read",
            "Written by Ada Berg on March 1",
            "ByAda Berg December 8",
            "By Ada BergMarch 1, 2024",
            "By Ada Berg, Harbor Editor",
            "By Ada BergFounder",
            "By Ada BergIn Harbor News",
            "By Ada Berg In Harbor News",
        ] {
            assert_eq!(worded(line).as_deref(), Some("Ada Berg"), "{line}");
        }
    }

    #[test]
    fn sentences_and_headings_of_pages_are_no_names() {
        for line in ["Sold by the dozen", "Written By", "Posted in Harbor", "Standby Crew"] {
            assert_eq!(worded(line), None, "{line}");
        }
    }

    #[test]
    fn a_site_may_be_called_like_its_author_but_not_every_site_is() {
        for (name, may) in [
            ("Ada Berg", true),
            ("Ada", false),
            ("The Harbor", false),
            ("Harbor Official", false),
            ("News of the harbor", false),
        ] {
            assert_eq!(may_be_person(name), may, "{name}");
        }
        assert!(is_company("Harbor Papers Inc."));
    }

    #[test]
    fn what_follows_a_border_and_the_order_of_journals_are_undone() {
        assert_eq!(without_team("Ada Berg - Harbor Editorial Team"), "Ada Berg");
        assert_eq!(without_team("Berg - Lind"), "Berg - Lind");
        assert_eq!(turned("Berg, Ada"), "Ada Berg");
    }

    #[test]
    fn stand_ins_addresses_and_the_site_are_no_authors() {
        for name in ["admin", "ada@example.org", "example.com", "The Harbor", "ada.berg"] {
            assert!(!is_author(name, &["the harbor"]), "{name}");
        }
        assert!(is_author("Ada Berg", &["the harbor"]));
    }
}
