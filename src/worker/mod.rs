//! Effects, carried out off the screen's thread: the only place where the state's wishes meet
//! files and the library.
