//! Everything tested from outside the crate, in one binary.
//!
//! Each module stands under `cfg(test)` so that its helpers, too, may do what only tests may.

#[cfg(test)]
mod bundled;
#[cfg(test)]
mod cli;
#[cfg(test)]
mod corpus;
#[cfg(test)]
mod export;
#[cfg(test)]
mod facts;
#[cfg(test)]
mod floors;
#[cfg(test)]
mod limits;
#[cfg(test)]
mod names;
#[cfg(test)]
mod quotations;
#[cfg(test)]
mod readme;
#[cfg(test)]
mod source;
#[cfg(test)]
mod start;
#[cfg(test)]
mod terminal;
