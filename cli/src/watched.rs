//! Long work over a file, with a bar on a terminal.

use std::{
    fs::File,
    io::{self, IsTerminal, Read, Seek, SeekFrom},
    path::Path,
    time::Duration,
};

use indicatif::{ProgressBar, ProgressStyle};

/// A file that is read, and a bar that tells how far.
pub(crate) struct Watched {
    file: File,
    bar: ProgressBar,
}

impl Watched {
    /// The file at `path`, which will be read `passes` times.
    pub(crate) fn open(path: &Path, passes: u64) -> io::Result<Self> {
        let file = File::open(path)?;
        let metadata = file.metadata()?;
        if metadata.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        Ok(Self { bar: bar(metadata.len().saturating_mul(passes)), file })
    }
}

impl Read for Watched {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(out)?;
        self.bar.inc(count as u64);
        Ok(count)
    }
}

impl Seek for Watched {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// A bar over so many bytes, on a terminal and only where the work is long enough to wait for.
pub(crate) fn bar(total: u64) -> ProgressBar {
    if total < WORTH_A_BAR || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {bytes}/{total_bytes} {eta}");
    ProgressBar::new(total).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

/// That something is waited for, on a terminal; it goes when it is dropped.
pub(crate) fn waiting(what: &'static str) -> Waiting {
    if !io::stderr().is_terminal() {
        return Waiting(ProgressBar::hidden());
    }
    let spinner = ProgressBar::new_spinner().with_message(what);
    spinner.enable_steady_tick(TICK);
    Waiting(spinner)
}

/// A sign of waiting.
pub(crate) struct Waiting(ProgressBar);

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

const TICK: Duration = Duration::from_millis(200);
/// How many bytes take long enough to be watched.
const WORTH_A_BAR: u64 = 16 << 20;
