//! Lines of right-to-left and mixed text in the order in which they are seen (UAX #9).
