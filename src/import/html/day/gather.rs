//! Gathers the days that a page names, and marks each with where it stands.

use super::line::{Dated, LINE, Says, dated, letters_beside, says};
use super::sign::{Sign, Signs};
use super::{Day, compare, script};
use crate::article::{BlockRole, Instant, Origin, Stated};
use crate::import::date::{self, Order};
use crate::import::derive;
use crate::import::html::dom::Dom;
use crate::import::html::draft::Draft;
use crate::import::html::jsonld::Linked;
use crate::import::html::meta::Sources;
use crate::import::html::zone::{Zone, words};
use jiff::civil::Date;

/// A line with no more letters beside its dates is there to show them.
const BARE: usize = 24;
/// Elements and lines looked at on one page.
const MOST: usize = 3_000;
/// How many bytes an element may hold, its white space and scripts among them, to be read as a line.
const ROOM: usize = 4_000;
/// The most days that are told apart: a page that names more is a calendar.
const DAYS: usize = 500;
/// Earlier days are of what articles tell.
const SINCE: i16 = 1990;

/// The days of a page so far.
struct Gathering<'a> {
    sources: Sources<'a>,
    headline: Option<usize>,
    /// Where the article begins among the blocks.
    start: usize,
    /// What comes first in the page's figures.
    order: Option<Order>,
    days: Vec<Day>,
}

/// The days that a page names, in the order of the trust in where they first stand.
pub(super) fn days(sources: Sources<'_>, headline: Option<usize>) -> Vec<Day> {
    let prose = |draft: &Draft<'_>| draft.chars > 200 && !draft.zone.is_apart();
    let start = headline.or_else(|| sources.drafts.iter().position(prose)).unwrap_or(0);
    let order = order(sources);
    let mut gathering = Gathering { sources, headline, start, order, days: Vec::new() };
    gathering.stated();
    gathering.marked();
    gathering.shown();
    if gathering.days.is_empty() {
        for words in script::fields(sources.dom) {
            gathering.say(&words, Origin::Markup, Sign::Script);
        }
    }
    compare::compare(&mut gathering.days);
    gathering.days
}

/// What comes first in this page's figures: what any of them says, else what agrees with its other
/// days, else what is usual where its language is spoken or its address ends.
fn order(Sources { head, linked, drafts, .. }: Sources<'_>) -> Option<Order> {
    let lines = drafts.iter().filter(|draft| draft.chars < LINE).map(Draft::text);
    let dated = lines.filter(|text| text.bytes().any(|byte| byte.is_ascii_digit()));
    let lines: Vec<String> = dated.take(MOST).collect();
    let said = lines.iter().find_map(|text| date::order_in(text));
    let usual = || {
        let language = head.language.as_deref()?.to_ascii_lowercase();
        let (language, region) = language.split_once(['-', '_']).unwrap_or((&language, ""));
        let host = head.address.as_deref().and_then(derive::host).unwrap_or_default();
        let land = host.rsplit('.').next().unwrap_or_default();
        let elsewhere = ["uk", "au", "nz", "ie", "in", "za"].contains(&land);
        Some(match (language, region) {
            ("en", "us") => Order::MonthFirst,
            ("en", "") if !elsewhere => Order::MonthFirst,
            _ => Order::DayFirst,
        })
    };
    said.or_else(|| agreed(linked, &lines)).or_else(usual)
}

/// The order in which the first figures that have two readings are a day that the page also names
/// in words or in ISO's order.
fn agreed(linked: &Linked, lines: &[String]) -> Option<Order> {
    let stated = [&linked.published, &linked.modified].into_iter().flatten();
    let stated = stated.filter_map(|words| Some(date::instant(words)?.date));
    let named = lines.iter().flat_map(|line| date::days_in(line, None).map(|(_, day)| day));
    let sure: Vec<Date> = stated.chain(named).collect();
    lines.iter().filter(|line| line.contains('/')).find_map(|line| {
        let fits = |order: &Order| {
            let mut days = date::days_in(line, Some(*order));
            days.any(|(span, day)| span.of(line).contains('/') && sure.contains(&day))
        };
        let mut fitting = [Order::DayFirst, Order::MonthFirst].into_iter().filter(fits);
        fitting.next().filter(|_| fitting.next().is_none())
    })
}

/// The words of an element that may be a line: one that holds more is not read.
fn line(dom: &Dom, id: usize) -> Option<String> {
    let mut room = ROOM;
    let fits = dom.below(id).len() < ROOM / 8
        && dom.below(id).filter_map(|below| dom.words(below)).all(|words| {
            room = room.saturating_sub(words.len());
            room > 0
        });
    fits.then(|| dom.text(id))
}

impl<'a> Gathering<'a> {
    fn add(&mut self, stated: Stated<Instant>, sign: Sign) {
        let day = stated.value.date;
        if !(SINCE..2100).contains(&day.year()) {
            return;
        }
        if let Some(known) = self.days.iter_mut().find(|known| known.stated.value.date == day) {
            known.signs.add(sign);
        } else if self.days.len() < DAYS {
            let mut signs = Signs::default();
            signs.add(sign);
            self.days.push(Day { stated, signs });
        }
    }

    fn say(&mut self, words: &str, origin: Origin, sign: Sign) {
        if let Some(value) = self.read(words) {
            self.add(Stated { value, origin, raw: Some(words.to_owned()) }, sign);
        }
    }

    fn read(&self, words: &str) -> Option<Instant> {
        if words.len() >= LINE {
            return None;
        }
        let shown = || Some(Instant::day(date::days_in(words, self.order).next()?.1));
        date::instant(words).or_else(shown)
    }

    /// What JSON-LD, `meta` elements and the address say.
    fn stated(&mut self) {
        let Sources { head, linked, .. } = self.sources;
        let one = |day: &'a Option<String>, sign| day.as_deref().map(|day| (day, sign));
        let linked = [
            one(&linked.published, Sign::LinkedPublished),
            one(&linked.created, Sign::LinkedCreated),
            one(&linked.modified, Sign::LinkedModified),
        ]
        .into_iter()
        .flatten()
        .chain(linked.others.iter().map(|day| (day.as_str(), Sign::LinkedOther)));
        for (words, sign) in linked {
            self.say(words, Origin::JsonLd, sign);
        }
        // Open Graph's are kept with more care than those that only some program reads.
        let open = |(name, _): &(&str, &str)| name.ends_with(":published_time");
        let pairs = head.pairs().filter(open).chain(head.pairs());
        let signs = pairs.filter_map(|(name, content)| Some((content, meta_sign(name)?)));
        for (content, sign) in signs.take(MOST) {
            self.say(content, Origin::MetaElement, sign);
        }
        let own = head.address.as_deref();
        if let Some((own, day)) = own.and_then(|own| Some((own, derive::address_date(own)?))) {
            let (value, raw) = (Instant::day(day), Some(own.to_owned()));
            self.add(Stated { value, origin: Origin::Address, raw }, Sign::Address);
        }
    }

    /// What elements say that are made for dates.
    fn marked(&mut self) {
        const NAMES: [&str; 4] = ["datetime", "content", "data-date-time", "title"];
        let Sources { dom, drafts, .. } = self.sources;
        let mut first = true;
        let elements = (0..dom.len()).filter_map(|id| Some((id, element_sign(dom, id)?)));
        for (id, sign) in elements.take(MOST) {
            let given = NAMES.iter().filter_map(|name| dom.attribute(id, name));
            let given = given.map(str::to_owned).find(|words| self.read(words).is_some());
            let shown = || line(dom, id).filter(|words| self.read(words).is_some());
            let Some(words) = given.or_else(shown) else { continue };
            let at = drafts.partition_point(|draft| draft.at <= id).saturating_sub(1);
            let near = drafts.get(at).is_some_and(|draft| {
                self.is_near(at) && !self.is_apart(draft.zone, at) && !is_quoted(draft)
            });
            let sign = match sign {
                Sign::MarkedNear if !near => Sign::MarkedFar,
                Sign::NamedNear if !near => Sign::NamedFar,
                Sign::TimeNear if !near => Sign::TimeFar,
                sign => sign,
            };
            self.say(&words, Origin::Markup, sign);
            if first && sign != Sign::MarkedModified {
                first = false;
                self.say(&words, Origin::Markup, Sign::FirstElement);
            }
        }
    }

    fn is_near(&self, at: usize) -> bool {
        (self.start.saturating_sub(4)..self.start + 9).contains(&at)
    }

    /// What stands right beside the headline is of the article, whatever its container is called.
    fn is_apart(&self, zone: Zone, at: usize) -> bool {
        matches!(zone, Zone::Comments | Zone::Footer | Zone::Legal | Zone::Navigation)
            || zone == Zone::Related && at.abs_diff(self.start) > 2
    }

    /// What the page shows.
    fn shown(&mut self) {
        let (mut bare, mut far) = (true, true);
        for (at, draft) in self.sources.drafts.iter().enumerate().take(MOST) {
            let text = draft.text();
            if !text.bytes().any(|byte| byte.is_ascii_digit()) {
                continue;
            }
            let mut found = dated(&text, self.order);
            if let Some(first) = found.first_mut().filter(|dated| dated.says == Says::Nothing) {
                first.says = self.said_around(at);
            }
            let letters = letters_beside(&text, &found);
            for dated in found {
                let Some(sign) = self.line_sign(draft, at, &dated, letters) else { continue };
                let raw = Some(dated.span.of(&text).to_owned());
                let stated = Stated { value: Instant::day(dated.day), origin: Origin::Markup, raw };
                let shows = matches!(sign, Sign::NearBare | Sign::MidBare | Sign::NearPublished);
                let shows = shows && at >= self.start;
                let away = matches!(sign, Sign::FarBare | Sign::FarPublished | Sign::FarLoose);
                let zoned = matches!(draft.zone, Zone::Byline | Zone::Dateline);
                for (sign, holds) in [
                    (sign, true),
                    (Sign::Hidden, draft.hidden),
                    (Sign::Zoned, zoned),
                    (Sign::FirstBare, shows && bare),
                    (Sign::FirstFar, away && far),
                ] {
                    if holds {
                        self.add(stated.clone(), sign);
                    }
                }
                (bare, far) = (bare && !shows, far && !away);
            }
        }
    }

    /// What the names of a line's element, or a line of words before it, say of its date.
    fn said_around(&self, at: usize) -> Says {
        let Sources { dom, drafts, .. } = self.sources;
        let Some(draft) = drafts.get(at) else { return Says::Nothing };
        let class = |id: usize| words(dom.attribute(id, "class").unwrap_or_default());
        let names: Vec<String> =
            [draft.node, dom.parent(draft.node)].into_iter().flat_map(class).collect();
        let any = |known: &[&str]| names.iter().any(|name| known.contains(&name.as_str()));
        let changed = any(&["updated", "modified", "datemodified", "changed", "lastmod"]);
        match (changed, any(&["published", "posted", "created"])) {
            (true, false) => return Says::Changed,
            (false, true) => return Says::Published,
            _ => {}
        }
        let before = at.checked_sub(1).and_then(|before| drafts.get(before));
        let label = before.filter(|before| before.chars < BARE).map(Draft::text);
        let label = label.filter(|label| !label.bytes().any(|byte| byte.is_ascii_digit()));
        label.map_or(Says::Nothing, |label| says(&label))
    }

    /// Where a date of a line stands; `None` for those that prose tells of. `letters` are those of
    /// the line beside its dates.
    fn line_sign(
        &self,
        draft: &Draft<'_>,
        at: usize,
        dated: &Dated,
        letters: usize,
    ) -> Option<Sign> {
        if Some(at) == self.headline {
            return Some(Sign::Title);
        }
        if draft.chars >= LINE {
            let says = dated.says == Says::Published && draft.chars < 400;
            let lead = dated.span.start < 40 && (self.start..self.start + 14).contains(&at);
            return if says { Some(Sign::Sentence) } else { lead.then_some(Sign::Lead) };
        }
        if is_quoted(draft) {
            return Some(Sign::Caption);
        }
        if self.is_apart(draft.zone, at) {
            return Some(Sign::Apart);
        }
        let bare = letters <= BARE;
        let near = self.is_near(at);
        let mid = (self.start..self.start + 25).contains(&at);
        Some(match (dated.says, bare) {
            (Says::Other, _) => Sign::NearOther,
            (Says::Changed, _) if near => Sign::NearChanged,
            (Says::Changed, _) if mid => Sign::MidChanged,
            (Says::Changed, _) => Sign::FarChanged,
            (Says::Published, _) if near => Sign::NearPublished,
            (Says::Published, _) if mid => Sign::MidPublished,
            (Says::Published, _) => Sign::FarPublished,
            (Says::Nothing, true) if near && at < self.start => Sign::AboveBare,
            (Says::Nothing, true) if near => Sign::NearBare,
            (Says::Nothing, false) if near => Sign::NearLoose,
            (Says::Nothing, true) if mid => Sign::MidBare,
            (Says::Nothing, false) if mid => Sign::MidLoose,
            (Says::Nothing, true) => Sign::FarBare,
            (Says::Nothing, false) => Sign::FarLoose,
        })
    }
}

/// Whether a block holds the words of others or what is said of a picture.
fn is_quoted(draft: &Draft<'_>) -> bool {
    draft.quote > 0 || draft.role == BlockRole::Caption
}

/// What a `meta` element of this name holds.
fn meta_sign(name: &str) -> Option<Sign> {
    const OTHER: [&str; 9] =
        ["expir", "unavail", "publisher", "copyright", "event", "start", "end_", "birth", "valid"];
    let has = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
    if has(&OTHER) {
        return None;
    }
    if has(&["modif", "updat", "lastmod", "revis"]) {
        return Some(Sign::MetaModified);
    }
    let dated = has(&["date", "time"]) || name.ends_with("published");
    if has(&["publi", "pubdate", "pub-date", "pub_date", "issued"]) && dated {
        return Some(Sign::MetaPublished);
    }
    if has(&["creation", "original"]) && dated || name.contains("created") {
        return Some(Sign::MetaCreated);
    }
    let plain = name.rsplit(['.', ':', '_']).next() == Some("date") || name == "pdate";
    plain.then_some(Sign::MetaDate)
}

/// What an element holds that is made for a date, as if it stood near the headline.
fn element_sign(dom: &Dom, id: usize) -> Option<Sign> {
    let name = dom.name(id);
    let property = dom.attribute(id, "itemprop").or_else(|| dom.attribute(id, "property"));
    let property = property.unwrap_or_default();
    if name.is_empty() || name == "meta" && property.is_empty() {
        return None;
    }
    let published = ["datePublished", "dateCreated"].iter().any(|known| property.contains(known));
    if published || dom.attribute(id, "pubdate").is_some() {
        return Some(Sign::MarkedNear);
    }
    if property.contains("dateModified") {
        return Some(Sign::MarkedModified);
    }
    let class = dom.attribute(id, "class").filter(|class| class.len() < LINE).unwrap_or_default();
    let class = words(class);
    let has = |known: &[&str]| class.iter().any(|word| known.contains(&word.as_str()));
    let dated = name == "time" || has(&["date", "datum", "time", "datetime", "timestamp", "day"]);
    let published = has(&["publish", "pubdate", "posted", "entry", "post", "created"]);
    if dated && published || has(&["published"]) {
        return Some(Sign::NamedNear);
    }
    if dated && has(&["updated", "modified", "changed", "update", "lastmod"]) {
        return Some(Sign::MarkedModified);
    }
    (dated || has(&["submitted", "authored"])).then_some(Sign::TimeNear)
}
