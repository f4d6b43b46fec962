//! Who wrote the article: JSON-LD, `meta` elements, then bylines in the page.

use super::dom::Dom;
use super::draft::Draft;
use super::meta::Sources;
use super::title::equal;
use super::zone::Zone;
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

/// The authors, one name each, as the surest source gives them; `site` is no author.
pub(super) fn authors(
    sources: Sources<'_>,
    site: Option<&str>,
    headline: Option<usize>,
) -> Vec<Stated<String>> {
    let Sources { head, linked, drafts, dom } = sources;
    let given = |fields: &[&str], origin: Origin| {
        let mut found: Vec<Stated<String>> = Vec::new();
        for name in fields.iter().flat_map(|field| names::authors(field)) {
            let known = found.iter().any(|known| equal(&known.value, &name));
            if !known && is_author(&name, site) {
                found.push(Stated::new(name, origin));
            }
        }
        (!found.is_empty()).then_some(found)
    };
    let linked: Vec<&str> = linked.authors.iter().map(String::as_str).collect();
    let meta = |name: &&str| given(&head.all(name).collect::<Vec<_>>(), Origin::MetaElement);
    let shown =
        |lines: Vec<String>| lines.iter().find_map(|line| given(&[line.as_str()], Origin::Markup));
    given(&linked, Origin::JsonLd)
        .or_else(|| META.iter().find_map(meta))
        .or_else(|| shown(bylines(drafts, headline)))
        .or_else(|| shown(marked(dom, drafts)))
        .unwrap_or_default()
}

/// The bylines around the headline, those that say so in words first.
fn bylines(drafts: &[Draft<'_>], headline: Option<usize>) -> Vec<String> {
    let from = headline.unwrap_or(0).saturating_sub(6);
    let near = drafts.iter().skip(from).take(24).filter(|draft| {
        let apart = matches!(draft.zone, Zone::Navigation | Zone::Related | Zone::Footer);
        (3..=BYLINE).contains(&draft.chars) && !draft.hidden && !apart
    });
    let lines: Vec<(Zone, String)> = near.map(|draft| (draft.zone, draft.text())).collect();
    let worded = lines.iter().filter_map(|(zone, line)| {
        // A lone word behind "by" is a name only where the markup says so.
        worded(line).filter(|name| *zone == Zone::Byline || name.contains(' '))
    });
    let plain = lines.iter().filter(|(zone, _)| matches!(zone, Zone::Byline | Zone::AuthorNote));
    let full = |name: &String| name.contains(' ');
    worded.chain(plain.filter_map(|(_, line)| name_at(line)).filter(full)).collect()
}

/// The name behind "by" in a line: "March 1 · By Ada Berg | 3 min read".
fn worded(line: &str) -> Option<String> {
    // Where the styles of the page set a space: "ByAda Berg".
    let glued = line.strip_prefix("By").filter(|rest| rest.starts_with(char::is_uppercase));
    if let Some(name) = glued.and_then(name_at) {
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

/// The names that a line begins with; `None` where it begins otherwise.
fn name_at(line: &str) -> Option<String> {
    const BORDERS: [char; 9] = ['|', '·', '•', '/', '(', '—', '–', ':', '/'];
    let stop = line.find(|c: char| BORDERS.contains(&c) || c.is_numeric()).unwrap_or(line.len());
    let mut name = line.get(..stop)?;
    for end in
        [" on ", " in ", " for ", " at ", " - ", " Updated", " Published", " Posted", " Last"]
    {
        name = name.split(end).next().unwrap_or(name);
    }
    let parts = without_month(name);
    let names: Vec<&str> = parts.split([',', '&']).map(str::trim).collect();
    let people: Vec<&str> = names.into_iter().filter(|name| is_name(name)).collect();
    (!people.is_empty()).then(|| people.join(", "))
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

/// Whether words look like a name rather than an office.
fn is_name(words: &str) -> bool {
    const OFFICES: [&str; 38] = [
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
    ];
    let count = words.split_whitespace().count();
    let capital = |word: &str| word.starts_with(|c: char| c.is_uppercase() || !c.is_ascii());
    let link = |word: &str| matches!(word, "and" | "de" | "van" | "von" | "der" | "la" | "with");
    (1..=7).contains(&count)
        && words.split_whitespace().all(|word| capital(word) || link(word))
        && !words.split_whitespace().any(|word| {
            OFFICES.contains(&word.to_lowercase().trim_matches(|c: char| !c.is_alphabetic()))
        })
}

/// The names in elements that are marked as those of authors, then those by their portraits.
fn marked(dom: &Dom, drafts: &[Draft<'_>]) -> Vec<String> {
    let of_author = |id: &usize| {
        let relation = dom.attribute(*id, "rel").unwrap_or_default();
        let property = dom.attribute(*id, "itemprop").unwrap_or_default();
        relation == "author" || property == "author"
    };
    let elements = (0..dom.len()).filter(of_author).map(|id| dom.text(id));
    let noted = drafts.iter().filter(|draft| draft.zone == Zone::AuthorNote && draft.chars < 40);
    let elements = elements.filter(|text| text.len() < BYLINE);
    let full = |name: &String| name.split_whitespace().count() > 1;
    let noted = noted.map(Draft::text).filter_map(|text| name_at(&text)).filter(full);
    elements.filter_map(|text| name_at(&text)).chain(noted).take(10).collect()
}

/// Whether a name may be that of an author: no address, not the site's own, no stand-in.
fn is_author(name: &str, site: Option<&str>) -> bool {
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
        && !site.is_some_and(|site| equal(site, name))
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
    fn stand_ins_addresses_and_the_site_are_no_authors() {
        for name in ["admin", "ada@example.org", "example.com", "The Harbor", "ada.berg"] {
            assert!(!is_author(name, Some("the harbor")), "{name}");
        }
        assert!(is_author("Ada Berg", Some("the harbor")));
    }
}
