//! Where places lie: coordinates from the gazetteer, and which of several namesakes an article
//! means.

mod countries;
mod gazetteer;
mod regions;

use serde::{Deserialize, Serialize};

pub(crate) use countries::{country, homeland, state};
use gazetteer::Record;

/// Where a place lies.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Location {
    /// In degrees, north positive; the middle of a large place.
    pub latitude: f64,
    /// In degrees, east positive.
    pub longitude: f64,
    /// The code of its country (ISO 3166-1), where it lies in one.
    pub country: Option<String>,
}

/// What an article says of where it plays.
#[derive(Debug, Default)]
pub(crate) struct Scene {
    /// Codes of countries, and how often the article speaks of each.
    countries: Vec<(&'static str, u32)>,
    /// Codes of states of America that the article names.
    states: Vec<&'static str>,
}

impl Scene {
    /// Notes that the article speaks of the country with this code.
    pub(crate) fn note_country(&mut self, code: &'static str) {
        match self.countries.iter_mut().find(|(known, _)| *known == code) {
            Some((_, count)) => *count += 1,
            None => self.countries.push((code, 1)),
        }
    }

    /// Notes that the article names the state of America with this code.
    pub(crate) fn note_state(&mut self, code: &'static str) {
        if !self.states.contains(&code) {
            self.states.push(code);
        }
    }

    /// Where the place called `name` (in lower case) lies. What stands behind the name ("Paris,
    /// Texas") is `within`; it decides before the article's countries, and these before size.
    pub(crate) fn locate(&self, name: &str, within: Option<&str>) -> Option<Location> {
        let name = name.strip_prefix("the ").unwrap_or(name);
        if let Some(code) = country(name).filter(|code| *code != "GE" || !self.is_american()) {
            return gazetteer::places(&format!("={code}")).next().map(location);
        }
        let city = || {
            let found = gazetteer::places(name).max_by_key(|place| self.weight(place, within))?;
            Some(location(found))
        };
        if let Some(code) = state(name).filter(|code| within.is_none() && *code != "DC") {
            // "Washington" is the city unless the text is about the state.
            if !["WA", "NY"].contains(&code) {
                return gazetteer::places(&format!("=US.{code}")).next().map(location);
            }
        }
        regions::region(name).or_else(city)
    }

    /// Whether "Georgia" is the state.
    fn is_american(&self) -> bool {
        let count = |code| self.countries.iter().find(|(known, _)| *known == code).map(|it| it.1);
        let others = self.states.iter().any(|code| *code != "GA");
        others || count("US") > count("RU") && count("GE") <= Some(1)
    }

    fn weight(&self, place: &Record, within: Option<&str>) -> u32 {
        let is = |code: &str, bytes: &[u8; 2]| code.as_bytes() == bytes;
        let behind = within.is_some_and(|within| {
            country(within).is_some_and(|code| is(code, &place.country))
                || state(within).is_some_and(|code| is(code, &place.state))
        });
        let spoken = self.countries.iter().find(|(code, _)| is(code, &place.country));
        let spoken = spoken.map_or(0, |(_, count)| 20 + (*count).min(10) * 2);
        let state = self.states.iter().any(|code| is(code, &place.state));
        u32::from(place.size) + u32::from(behind) * 1_000 + spoken + u32::from(state) * 24
    }
}

fn location(record: Record) -> Location {
    let country = std::str::from_utf8(&record.country).ok().filter(|code| *code != "  ");
    Location {
        latitude: f64::from(record.latitude) / 100.0,
        longitude: f64::from(record.longitude) / 100.0,
        country: country.map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(countries: &[&'static str], name: &str, within: Option<&str>, expected: (f64, f64)) {
        let mut scene = Scene::default();
        for code in countries {
            scene.note_country(code);
        }
        let found = scene.locate(name, within).unwrap();
        let near = |one: f64, other: f64| (one - other).abs() < 3.0;
        assert!(near(found.latitude, expected.0) && near(found.longitude, expected.1), "{found:?}");
    }

    #[test]
    fn the_largest_namesake_is_meant() {
        case(&[], "paris", None, (48.9, 2.3));
        case(&[], "moscow", None, (55.8, 37.6));
    }

    #[test]
    fn what_stands_behind_decides() {
        case(&["FR"], "paris", Some("texas"), (33.7, -95.6));
        case(&[], "springfield", Some("ill."), (39.8, -89.6));
    }

    #[test]
    fn the_countries_of_the_article_decide() {
        case(&["LB", "LB"], "tripoli", None, (34.4, 35.8));
        case(&["GB"], "birmingham", None, (52.5, -1.9));
    }

    #[test]
    fn countries_states_and_regions_have_a_middle() {
        case(&[], "syria", None, (34.8, 37.5));
        case(&[], "ohio", None, (40.3, -82.5));
        case(&[], "black sea", None, (43.4, 34.0));
        case(&[], "idlib", None, (35.9, 36.6));
    }
}
