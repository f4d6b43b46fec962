//! Line breaks (UAX #14): where a line that starts at one byte ends.
