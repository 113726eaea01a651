//! The files of the standard's repository that requirements, rules and tests are written in.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// The repository, by its root folder.
#[derive(Clone, Debug)]
pub struct Repository {
    root: PathBuf,
}

/// A text file of the repository.
#[derive(Clone, Debug)]
pub struct TextFile {
    /// Its path from the root, with `/` between the parts.
    pub path: String,
    /// What it says.
    pub text: String,
}

impl Repository {
    /// The repository at this folder.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// The path of a file on this machine.
    pub fn path(&self, file: &str) -> PathBuf {
        self.root.join(file)
    }

    /// Every file under `folder` whose name ends with one of `endings`, by path. Build output, the version
    /// control's own files and what is not text are left out.
    ///
    /// # Errors
    /// Where a folder or a file cannot be read.
    pub fn texts(&self, folder: &str, endings: &[&str]) -> io::Result<Vec<TextFile>> {
        let files = self.files(folder, endings)?.into_iter();
        Ok(files
            .filter_map(|(path, bytes)| Some(TextFile { path, text: String::from_utf8(bytes).ok()? }))
            .collect())
    }

    /// The bytes of every file under `folder` whose name ends with one of `endings`, by path. Build output and the
    /// version control's own files are left out.
    ///
    /// # Errors
    /// Where a folder or a file cannot be read.
    pub fn files(&self, folder: &str, endings: &[&str]) -> io::Result<Vec<(String, Vec<u8>)>> {
        let mut files = Vec::new();
        let start = self.path(folder);
        if start.is_dir() {
            self.collect(&start, endings, &mut files)?;
        }
        files.sort();
        Ok(files)
    }

    /// The pages of the standard, by file name, without the index.
    ///
    /// # Errors
    /// Where a page cannot be read.
    pub fn spec_pages(&self) -> io::Result<Vec<TextFile>> {
        let mut pages = self.texts(SPEC, &[".md"])?;
        pages.retain_mut(|page| {
            page.path = page.path.trim_start_matches(SPEC).trim_start_matches('/').to_owned();
            page.path != "README.md"
        });
        Ok(pages)
    }

    fn collect(&self, folder: &Path, endings: &[&str], files: &mut Vec<(String, Vec<u8>)>) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name();
            let name = name.to_string_lossy();
            let path = entry.path();
            if entry.file_type()?.is_dir() {
                if !LEFT_OUT.contains(&name.as_ref()) {
                    self.collect(&path, endings, files)?;
                }
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                let bytes = fs::read(&path)?;
                let path = path.strip_prefix(&self.root).unwrap_or(&path);
                files.push((path.to_string_lossy().replace('\\', "/"), bytes));
            }
        }
        Ok(())
    }
}

const SPEC: &str = "docs/spec";
const LEFT_OUT: &[&str] = &[".git", "target", "node_modules", "__pycache__"];
