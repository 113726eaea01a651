//! Stores for tests: a file that goes away, and PostgreSQL where there is one.

use std::{
    env, fs,
    path::PathBuf,
    process,
    sync::atomic::{AtomicU32, Ordering},
};

use super::{Limits, Store};

/// A folder that is removed with its content.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name = format!("tongzhou-store-{}-{}", process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let path = env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn url(&self) -> String {
        format!("sqlite:{}", self.0.join("node.sqlite").display())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A fresh SQLite store.
pub(crate) async fn sqlite() -> (Store, Folder) {
    let folder = Folder::new();
    (Store::open(&folder.url()).await.unwrap(), folder)
}

/// The PostgreSQL of `TONGZHOU_POSTGRES`, for tests that are ignored without it. Tests share its tables, so each takes
/// tokens of its own.
pub(crate) async fn postgres() -> Store {
    let url =
        env::var("TONGZHOU_POSTGRES").expect("TONGZHOU_POSTGRES is the address of a database for tests");
    // Many of them wait for one row here, on machines that are busy.
    let limits = Limits { work_millis: 60_000, ..Limits::default() };
    Store::open_with(&url, limits).await.unwrap()
}
