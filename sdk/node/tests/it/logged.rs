//! What nodes of these tests write into their log: one for the whole binary, since a program has one.

use std::{
    io::{self, Write},
    sync::{Mutex, Once, PoisonError},
};

use tongzhou_node::http::start_log;

static KEPT: Mutex<Vec<u8>> = Mutex::new(Vec::new());
static BEGUN: Once = Once::new();

/// Begins to keep what is logged, as a node writes it.
pub(crate) fn keep() {
    BEGUN.call_once(|| {
        start_log(|| Kept).unwrap();
    });
}

/// What was logged since, by all tests together.
pub(crate) fn so_far() -> Vec<u8> {
    KEPT.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

struct Kept;

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        KEPT.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
