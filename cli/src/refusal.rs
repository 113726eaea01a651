//! Why an archive is not read, in the words of the rule that refuses it.

use std::{fs::File, path::Path, time::SystemTime};

use tongzhou::{
    finding::Finding,
    package::{
        archive::Archive,
        fault::{Fault, OpenError},
        limits::Limits,
    },
    rules::Check,
    text::Lang,
    validate::{self, Options},
};

use crate::speech::What;

/// A refused archive.
#[derive(Debug)]
pub(crate) struct Refusal {
    /// What was found, and where.
    pub(crate) fault: Fault,
    /// What the rules say of it.
    pub(crate) finding: Option<Finding>,
}

impl Refusal {
    /// The refusal of the package at `path`: the check says what its rule is, so that every command gives the
    /// same reason.
    pub(crate) fn of(path: &Path, fault: Fault) -> Self {
        Self { fault, finding: judged(path) }
    }

    /// The reason, what to do, and the exact place for whoever wrote the package.
    pub(crate) fn say(&self, lang: Lang) -> String {
        let Fault { kind, offset, .. } = self.fault;
        let mut text = String::new();
        if let Some(finding) = &self.finding {
            let words = finding.rule.words(lang);
            text = match lang {
                Lang::ZhCn => format!(
                    "  {} [{}]\n  {}\n  怎么办：{}\n",
                    words.title,
                    finding.rule.code,
                    finding.message(lang),
                    words.help
                ),
                Lang::En => format!(
                    "  {} [{}]\n  {}\n  What to do: {}\n",
                    words.title,
                    finding.rule.code,
                    finding.message(lang),
                    words.help
                ),
            };
        }
        text.push_str(&match lang {
            Lang::ZhCn => format!("  （{}，第 {offset} 字节）", kind.slug()),
            Lang::En => format!("  ({}, byte {offset}: {kind})", kind.slug()),
        });
        text
    }
}

/// Opens the package at `path`, or says why not.
pub(crate) fn open(path: &Path) -> Result<Archive<File>, What> {
    let cannot = |error| What::Read(path.to_owned(), error);
    let file = File::open(path).map_err(cannot)?;
    if file.metadata().map_err(cannot)?.is_dir() {
        return Err(cannot(std::io::ErrorKind::IsADirectory.into()));
    }
    Archive::open(file, &Limits::STANDARD).map_err(|error| what(path, error))
}

/// What an archive's error is to the reader.
pub(crate) fn what(path: &Path, error: OpenError) -> What {
    match error {
        OpenError::Io(error) => What::Read(path.to_owned(), error),
        OpenError::Refused(fault) => What::Refused(path.to_owned(), Box::new(Refusal::of(path, fault))),
    }
}

/// What the check says of an archive that is refused: the rules of areas above the archive are left out.
fn judged(path: &Path) -> Option<Finding> {
    let options = Options::now(SystemTime::now()).ok()?;
    let checked = validate::package(File::open(path).ok()?, &options).ok()?;
    checked
        .findings
        .into_iter()
        .map(|placed| placed.finding)
        .find(|finding| finding.rule.area() == "PKG" && matches!(finding.rule.check, Check::Stage(_)))
}
