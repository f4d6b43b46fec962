//! Key sequences to commands.
