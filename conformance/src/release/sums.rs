//! The check sums of a folder, in the form that `sha256sum` writes and reads.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

use super::{Change, SUMS};

/// The SHA-256 of every file of a folder but of [`SUMS`] itself, by path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sums(BTreeMap<String, String>);

impl Sums {
    /// Of the files as they are.
    pub(super) fn of(folder: &Path) -> io::Result<Self> {
        let mut sums = BTreeMap::new();
        let mut ahead = vec![(folder.to_owned(), String::new())];
        while let Some((path, prefix)) = ahead.pop() {
            for entry in fs::read_dir(&path)? {
                let entry = entry?;
                let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
                if entry.file_type()?.is_dir() {
                    ahead.push((entry.path(), name + "/"));
                } else if name != SUMS {
                    sums.insert(name, sum(&entry.path())?);
                }
            }
        }
        Ok(Self(sums))
    }

    /// Those that were written into the folder; nothing where they are not of the form.
    pub(super) fn read(folder: &Path) -> io::Result<Option<Self>> {
        let Ok(text) = String::from_utf8(fs::read(folder.join(SUMS))?) else { return Ok(None) };
        let lines =
            text.lines().map(|line| line.split_once("  ").map(|(sum, file)| (file.into(), sum.into())));
        Ok(lines.collect::<Option<_>>().map(Self))
    }

    /// Writes them into the folder, whole or not at all.
    pub(super) fn write(&self, folder: &Path) -> io::Result<()> {
        let mut text = String::new();
        for (file, sum) in &self.0 {
            let _ = writeln!(text, "{sum}  {file}");
        }
        let draft = PathBuf::from(format!("{}.draft", folder.join(SUMS).display()));
        fs::write(&draft, text)?;
        fs::rename(draft, folder.join(SUMS))
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// What is otherwise in `now`, the files by the name that `shown` gives them.
    pub(super) fn changes(&self, now: &Self, shown: impl Fn(&str) -> String) -> Vec<Change> {
        let gone = self.0.iter().filter_map(|(file, sum)| match now.0.get(file) {
            None => Some(Change::Removed(shown(file))),
            Some(found) => (found != sum).then(|| Change::Altered(shown(file))),
        });
        let new = now.0.keys().filter(|file| !self.0.contains_key(*file));
        gone.chain(new.map(|file| Change::Added(shown(file)))).collect()
    }
}

fn sum(file: &Path) -> io::Result<String> {
    let digest = Sha256::digest(fs::read(file)?);
    Ok(digest.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    }))
}
