//! Every command, in one table: the keys, the help, the footer and the README are read from it.
