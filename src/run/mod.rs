//! The terminal and the loop: the only place that waits.
