//! Finding words in a text, whatever their case.
