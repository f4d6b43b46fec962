//! A reader for stored articles, their facts and your marks, in the terminal.
//!
//! # The floors
//!
//! A module uses only modules on floors below its own, and an outside crate is used only by the
//! modules that list it. `tests/all/floors.rs` reads this table and holds the code to it.
//!
//! | floor | module    | holds                                                      | crates |
//! |-------|-----------|------------------------------------------------------------|--------|
//! | 0     | `text`    | spans, graphemes and widths, line breaks, sentences, find, cleaning | `memchr` `serde` `unicode_bidi` `unicode_linebreak` `unicode_segmentation` `unicode_width` |
//! | 0     | `bundled` | the articles that come with the program                    | |
//! | 1     | `article` | the article as plain values: meta, text, blocks, inlines, images, credits | `jiff` `serde` |
//! | 2     | `import`  | bytes to articles, one file per format                     | `blake3` `brotli_decompressor` `chardetng` `csv` `dom_smoothie` `encoding_rs` `flate2` `html5ever` `jiff` `mail_parser` `memchr` `pulldown_cmark` `quick_xml` `serde_json` `serde_saphyr` `thiserror` `toml` |
//! | 2     | `facts`   | article to facts, pure                                     | `jiff` `serde` |
//! | 2     | `mark`    | bookmarks, highlights, notes, and the anchors that hold them to a changed text | `serde` `unicode_normalization` `uuid` |
//! | 2     | `page`    | an article set in lines at one width, lazily               | `memchr` |
//! | 2     | `picture` | stored pictures, drawn for a terminal                      | `flate2` `image` |
//! | 3     | `library` | the words of the library: ids, entries, queries, changes   | `jiff` `nucleo_matcher` `serde` `uuid` |
//! | 3     | `export`  | articles and facts out (Markdown, JSON, plain text)        | `csv` `jiff` `serde` `serde_json` `thiserror` |
//! | 4     | `store`   | the library on disk                                        | `blake3` `flate2` `rusqlite` `serde` `serde_json` `thiserror` `uuid` |
//! | 4     | `app`     | the state and how messages change it; commands and keymap  | `jiff` `nucleo_matcher` |
//! | 5     | `ui`      | the state, drawn; themes; areas                            | `ratatui` |
//! | 5     | `worker`  | effects carried out off the screen's thread                | `crossbeam_channel` `notify` `open` `rayon` `rustix` `tempfile` `thiserror` |
//! | 6     | `config`  | settings and theme files to keymap, theme, paths           | `directories` `ratatui` `toml` |
//! | 7     | `run`     | the terminal, signals and the loop; the only place that waits | `crossbeam_channel` `crossterm` `ratatui` `rustix` `signal_hook` `tempfile` `thiserror` `unicode_width` |
//! | 8     | `cli`     | arguments, subcommands, all printing                       | `clap` `clap_complete` `clap_mangen` `crossbeam_channel` `serde` `serde_json` `signal_hook` |
//!
//! # One text, everything else a span
//!
//! An [`article::Article`] owns one immutable `String`. Blocks, links, captions, sentences, facts,
//! marks, search hits and screen lines are [`text::Span`]s into it: nothing copies the prose, and
//! any two of them can be laid over each other.
//!
//! # What is absent
//!
//! `app` knows neither the terminal nor the database: it takes an `app::Message` and gives back
//! `app::Effect`s. `ui` changes nothing. `text`, `article`, `facts` and `page` cannot fail. There
//! is no network code, no async runtime and no unsafe code.

pub mod bundled;
pub mod text;

pub mod article;

pub mod facts;
pub mod import;
pub mod mark;
pub mod page;
pub mod picture;

pub mod export;
pub mod library;

pub mod app;
pub mod store;

pub mod ui;
pub mod worker;

pub mod config;

pub mod run;

pub mod cli;
