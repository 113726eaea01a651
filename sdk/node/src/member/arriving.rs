//! A file that is being received: readable by the node alone, and gone again unless it is kept.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use tokio::io::{AsyncWriteExt, BufWriter};
use tongzhou::value::Uuid7;
use tongzhou_exchange::problem::{Problem, ProblemKind};

use super::kept;

/// A file that is being received.
pub struct Arriving {
    path: PathBuf,
    file: Option<BufWriter<tokio::fs::File>>,
}

impl Arriving {
    pub(super) async fn begin(folder: &Path) -> Result<Self, Problem> {
        let mut random = [0; 10];
        getrandom::fill(&mut random).map_err(|_| ProblemKind::Unavailable)?;
        let path = folder.join(format!("{}{SUFFIX}", Uuid7::from_parts(0, random)));
        let mut options = tokio::fs::OpenOptions::new();
        options.create_new(true).read(true).write(true);
        #[cfg(unix)]
        options.mode(0o600);
        let file = options.open(&path).await.map_err(|error| unwritable(&error))?;
        Ok(Self { path, file: Some(BufWriter::with_capacity(PIECE, file)) })
    }

    /// Writes the next piece.
    ///
    /// # Errors
    /// [`Unavailable`](ProblemKind::Unavailable) where the disk does not take it.
    pub async fn write(&mut self, piece: &[u8]) -> Result<(), Problem> {
        let file = self.file.as_mut().ok_or(ProblemKind::Internal)?;
        file.write_all(piece).await.map_err(|error| unwritable(&error))
    }

    /// Makes it durable, and gives it to be read.
    pub(super) async fn finish(mut self) -> Result<(Self, File), Problem> {
        let mut file = self.file.take().ok_or(ProblemKind::Internal)?;
        file.flush().await.map_err(|error| unwritable(&error))?;
        let file = file.into_inner();
        file.sync_all().await.map_err(|error| unwritable(&error))?;
        Ok((self, file.into_std().await))
    }

    /// Gives it its name, under which it stays.
    pub(super) async fn keep(self, folder: &Path, digest: &[u8; 32]) -> Result<(), Problem> {
        let (from, to, folder) = (self.path.clone(), kept(folder, digest), folder.to_owned());
        let moved = tokio::task::spawn_blocking(move || {
            fs::rename(from, to)?;
            sync_folder(&folder)
        });
        moved.await.map_err(|_| ProblemKind::Internal)?.map_err(|error| unwritable(&error))
    }
}

impl Drop for Arriving {
    fn drop(&mut self) {
        // Where it was kept, there is nothing of this name any more.
        let _ = fs::remove_file(&self.path);
    }
}

/// Makes the folder of sealed files, and removes what was left behind when the node was killed.
pub(crate) fn prepare(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    // The database lies above it, and nobody else has any business in either.
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder)?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(SUFFIX) {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

fn unwritable(error: &io::Error) -> Problem {
    tracing::error!(kind = %error.kind(), "a file cannot be written");
    ProblemKind::Unavailable.into()
}

/// How many bytes are written at once: each writing is handed to another thread.
const PIECE: usize = 256 << 10;
/// How the name of a file ends that is not yet kept.
pub(super) const SUFFIX: &str = ".arriving";
