//! Why an archive is not read, in the words of the rule that refuses it.

use std::{
    fs::{self, File},
    io::{self, Cursor, Read, Seek},
    path::Path,
};

use tongzhou::{
    finding::Finding,
    package::{
        archive::Archive,
        fault::{Fault, OpenError},
        limits::Limits,
    },
    text::Lang,
    validate::{self, Options},
};

use crate::{
    clock, input,
    likeness::{self, Likeness},
    speech::What,
};

/// A refused archive.
#[derive(Debug)]
pub(crate) struct Refusal {
    /// What was found, and where.
    pub(crate) fault: Fault,
    /// What the rules say of it.
    pub(crate) finding: Option<Finding>,
    /// What it looks like, if it is something else.
    pub(crate) likeness: Option<Likeness>,
}

/// A package that is looked into.
#[derive(Debug)]
pub(crate) struct Package<'p> {
    path: &'p Path,
    /// What came on standard input.
    bytes: Option<Vec<u8>>,
}

/// Where the bytes of a package come from.
pub(crate) type Source<'p> = Box<dyn ReadSeek + 'p>;

/// What can be read anywhere.
pub(crate) trait ReadSeek: Read + Seek {}

impl<T: Read + Seek> ReadSeek for T {}

impl Refusal {
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
        if let Some(likeness) = self.likeness {
            text.push_str("\n  ");
            text.push_str(&likeness.say(lang));
        }
        text
    }
}

impl<'p> Package<'p> {
    /// The package at `path`; `-` is standard input, which is read whole.
    pub(crate) fn at(path: &'p Path) -> Result<Self, What> {
        let cannot = |error| What::Read(path.to_owned(), error);
        let bytes = if input::is_standard(path) {
            Some(input::standard(io::stdin().lock(), &tongzhou::limits::Limits::default()).map_err(cannot)?)
        } else if fs::metadata(path).map_err(cannot)?.is_dir() {
            return Err(cannot(io::ErrorKind::IsADirectory.into()));
        } else {
            None
        };
        Ok(Self { path, bytes })
    }

    /// What came on standard input, where it is a document and no package.
    pub(crate) fn standard_document(&self) -> Option<&[u8]> {
        self.bytes.as_deref().filter(|bytes| !input::is_archive(bytes))
    }

    /// Opens it, or says why not.
    pub(crate) fn archive(&self) -> Result<Archive<Source<'_>>, What> {
        let source = self.source().map_err(|error| What::Read(self.path.to_owned(), error))?;
        Archive::open(source, &Limits::STANDARD).map_err(|error| self.what(error))
    }

    /// What an archive's error is to the reader.
    pub(crate) fn what(&self, error: OpenError) -> What {
        match error {
            OpenError::Io(error) => What::Read(self.path.to_owned(), error),
            OpenError::Refused(fault) => {
                let refusal = Refusal { fault, finding: self.judged(), likeness: self.likeness() };
                What::Refused(self.path.to_owned(), Box::new(refusal))
            }
        }
    }

    fn source(&self) -> io::Result<Source<'_>> {
        Ok(match &self.bytes {
            Some(bytes) => Box::new(Cursor::new(bytes)),
            None => Box::new(File::open(self.path)?),
        })
    }

    /// What the check says of an archive that is refused, so that every command gives the same reason: the rules of
    /// areas above the archive are left out.
    fn judged(&self) -> Option<Finding> {
        let options = Options::on(clock::now().ok()?.china_date());
        let checked = validate::package(self.source().ok()?, &options).ok()?;
        checked
            .findings
            .into_iter()
            .map(|placed| placed.finding)
            .find(|finding| finding.rule.area() == "PKG" && finding.rule.stage().is_some())
    }

    fn likeness(&self) -> Option<Likeness> {
        let beginning = input::read_up_to(self.source().ok()?, likeness::BEGINNING).ok()?;
        Likeness::of_open_package(&beginning)
    }
}
