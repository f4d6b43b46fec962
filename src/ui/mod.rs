//! The state, drawn. Nothing here changes the state or asks for anything.

pub mod theme;
