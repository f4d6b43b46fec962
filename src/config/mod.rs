//! The settings file and theme files, read into a keymap, a theme and paths.
