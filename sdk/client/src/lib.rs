//! Asking a registry who received aid, and telling it, over HTTP or by files.
#![deny(missing_docs)]
