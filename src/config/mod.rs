//! The settings file and theme files, read into settings, a keymap, a theme and paths.
//!
//! Reading never fails: what is wrong is a [`Problem`] with file, line and the nearest right name,
//! and what is right holds. Nothing here writes a file.

pub mod color;
mod document;
mod keys;
pub mod paths;
pub mod problem;
pub mod settings;
pub mod template;
mod theme;
pub mod themes;

pub use color::Level;
pub use paths::Paths;
pub use problem::Problem;
pub use settings::Config;
pub use themes::Themes;
