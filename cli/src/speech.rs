//! What the program says when it cannot do its job: on standard error, in the reader's language.

use std::{io, path::PathBuf};

use tongzhou::text::{Bilingual, Lang};

use crate::exit::Exit;

/// A job that could not be done.
#[derive(Debug)]
pub(crate) struct Failure {
    /// What could not be done.
    pub(crate) what: What,
    /// The language of whoever asked.
    pub(crate) lang: Lang,
}

/// What could not be done.
#[derive(Debug)]
pub(crate) enum What {
    /// A file could not be read.
    Read(PathBuf, io::Error),
    /// Results could not be written.
    Print(io::Error),
    /// The clock is wrong, so that no day can be taken for today.
    Clock,
}

/// Says on standard error what could not be done; the exit code that goes with it.
#[expect(clippy::print_stderr, reason = "this is the program speaking")]
pub(crate) fn complain(failure: &Failure) -> Exit {
    let say = |text: Bilingual| text.in_lang(failure.lang);
    match &failure.what {
        // Whoever read our output has left; there is nobody to complain to.
        What::Print(error) if error.kind() == io::ErrorKind::BrokenPipe => return Exit::CouldNot,
        What::Print(error) => {
            eprintln!(
                "tongzhou: {}: {error}",
                say(Bilingual { zh: "无法写出结果", en: "cannot write the results" })
            );
        }
        What::Read(path, error) => eprintln!(
            "tongzhou: {}: {}: {}",
            say(Bilingual { zh: "无法读取", en: "cannot read" }),
            path.display(),
            reason(error, failure.lang),
        ),
        What::Clock => eprintln!(
            "tongzhou: {}",
            say(Bilingual {
                zh: "电脑的时钟不对，请校准，或用 --as-of 指定日期",
                en: "the clock of this computer is wrong; correct it, or name the day with --as-of",
            })
        ),
    }
    Exit::CouldNot
}

/// The reason of an error of the system, in the words of the language where we have them.
fn reason(error: &io::Error, lang: Lang) -> String {
    let known = match error.kind() {
        io::ErrorKind::NotFound => Bilingual { zh: "没有这个文件", en: "there is no such file" },
        io::ErrorKind::PermissionDenied => {
            Bilingual { zh: "没有读取权限", en: "reading it is not permitted" }
        }
        _ => return error.to_string(),
    };
    known.in_lang(lang).to_owned()
}
