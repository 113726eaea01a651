//! `tongzhou new`: begins an application in a new folder.
//!
//! JSON has no comments, so what a form would say beside its fields stands in a README and in a guide made from
//! the schemas.

mod guide;

use std::{
    fs::{self, OpenOptions},
    io::{self, Write as _},
    path::Path,
    time::SystemTime,
};

use tongzhou::{clock, code::lists::DocumentType, text::Lang, value::Sha256Digest};

use crate::{
    args::New,
    exit::Exit,
    identity,
    speech::{Failure, What, answer, quoted, shown},
};

/// Runs the command.
pub(crate) fn run(args: &New, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let files = starter(&args.folder).map_err(fail)?;
    let folder = &args.folder;
    place(folder, &files).map_err(|error| {
        fail(if error.kind() == io::ErrorKind::DirectoryNotEmpty {
            What::NotEmpty(folder.clone())
        } else {
            What::Write(folder.clone(), error)
        })
    })?;
    let package = quoted(&folder.with_file_name(format!("{}.tzpkg", name_of(folder))));
    let (shown, folder) = (shown(folder), quoted(folder));
    answer(
        match lang {
            Lang::ZhCn => format!(
                "已在 {shown} 新建一份申请，请先看其中的 README.md。\n\
                 把写着“请填写”的地方填好，然后：\n  \
                 tongzhou pack {folder} -o {package}\n  \
                 tongzhou validate {package}\n"
            ),
            Lang::En => format!(
                "An application was begun in {shown}; read README.md there first.\n\
                 Fill in whatever reads 请填写, then:\n  \
                 tongzhou pack {folder} -o {package}\n  \
                 tongzhou validate {package}\n"
            ),
        },
        lang,
    )?;
    Ok(Exit::Sound)
}

/// The files of a new application, by their paths.
fn starter(folder: &Path) -> Result<Vec<(&'static str, String)>, What> {
    let now = SystemTime::now();
    let today = clock::instant(now).map_err(|_| What::Clock)?.china_date();
    let id = || identity::fresh(now);
    let (application, guardian, consent, document) = (id()?, id()?, id()?, id()?);
    let name = name_of(folder);
    let filled = |template: &str| {
        [
            ("applicationId", application.to_string()),
            ("guardianId", guardian.to_string()),
            ("consentId", consent.to_string()),
            ("documentId", document.to_string()),
            ("today", today.to_string()),
            ("noticeDigest", Sha256Digest::of(NOTICE.as_bytes()).to_string()),
            ("folder", quoted(Path::new(&name))),
            ("package", quoted(Path::new(&format!("{name}.tzpkg")))),
        ]
        .into_iter()
        .fold(template.to_owned(), |text, (token, value)| text.replace(&format!("{{{{{token}}}}}"), &value))
    };
    Ok(vec![
        ("README.md", filled(README)),
        ("application.json", filled(APPLICATION)),
        ("consents/first.json", filled(CONSENT)),
        ("packing.json", filled(PACKING)),
        ("notice.txt", NOTICE.to_owned()),
        ("guide/application.md", guide::of(DocumentType::Application)),
        ("guide/consent.md", guide::of(DocumentType::Consent)),
        ("guide/receipt.md", guide::of(DocumentType::Receipt)),
        ("guide/packing.md", guide::of_packing()),
    ])
}

/// The folder's own name, or one for a folder that is named by a path such as `.`.
fn name_of(folder: &Path) -> String {
    folder.file_name().map_or_else(|| "my-application".to_owned(), |name| shown(Path::new(name)))
}

/// Writes the files, and the folders that begin empty, into `folder`, which is new or empty.
fn place(folder: &Path, files: &[(&str, String)]) -> io::Result<()> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            if fs::read_dir(folder)?.next().is_some() {
                return Err(io::ErrorKind::DirectoryNotEmpty.into());
            }
        }
        made => made?,
    }
    for inner in ["consents", "receipts", "documents", "guide"] {
        fs::create_dir(folder.join(inner))?;
    }
    for (path, text) in files {
        let mut file = OpenOptions::new().write(true).create_new(true).open(folder.join(path))?;
        file.write_all(text.as_bytes())?;
    }
    Ok(())
}

const APPLICATION: &str = include_str!("starter/application.json");
const CONSENT: &str = include_str!("starter/consent.json");
const PACKING: &str = include_str!("starter/packing.json");
const NOTICE: &str = include_str!("starter/notice.txt");
const README: &str = include_str!("starter/README.md");
