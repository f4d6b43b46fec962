//! A tagger that learns: a linear-chain conditional random field (Lafferty and others
//! 2001) over hashed features, with weights of one byte.
//!
//! What is tagged are spans of up to four kinds, by where a token stands in its span (begin,
//! inside, last, unit; Ratinov and Roth 2009). A user of the model makes features for each token
//! (`Features`), reads the chain of a stretch of tokens (`Chain`) and asks for its spans and how
//! sure each is. [`train`] makes a model of lessons; the file it makes is used straight from the
//! bytes embedded in the program.
//!
//! Nothing here knows what the features mean or what the kinds are.

mod chain;
mod feature;
mod label;
mod learn;
mod weights;

pub(crate) use chain::{Chain, Found, Told};
pub(crate) use feature::Features;
pub(crate) use label::Label;
pub use learn::{Lesson, Settings, train};
pub(crate) use weights::Model;
