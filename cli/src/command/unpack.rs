//! `tongzhou unpack`: takes a package apart into a new folder.

use std::fmt::Write as _;

use tongzhou::{
    package::unpack::{UnpackError, unpack},
    text::Lang,
};

use crate::{
    args::Unpack,
    exit::Exit,
    refusal::{self, open},
    speech::{Failure, What, answer, shown},
};

/// Runs the command.
pub(crate) fn run(args: &Unpack) -> Result<Exit, Failure> {
    let lang = args.language.get();
    let fail = |what| Failure { what, lang };
    // The folder is made beside its place and then renamed, for which it needs a name.
    if args.to.file_name().is_none() {
        return Err(fail(What::Nameless(args.to.clone())));
    }
    let mut archive = open(&args.package).map_err(fail)?;
    let mut written = unpack(&mut archive, &args.to).map_err(|error| {
        fail(match error {
            UnpackError::Io(error) => What::Write(args.to.clone(), error),
            UnpackError::Refused(fault) => refusal::what(&args.package, fault.into()),
            UnpackError::TargetNotEmpty => What::NotEmpty(args.to.clone()),
        })
    })?;
    written.sort_by_key(|(name, _)| *name);
    let folder = shown(&args.to);
    let mut text = match lang {
        Lang::ZhCn => format!("已解开到 {folder}，共 {} 个文件：\n", written.len()),
        Lang::En => format!("Unpacked into {folder}: {} files\n", written.len()),
    };
    for (name, measured) in &written {
        let _ = writeln!(text, "  {name}  {}", measured.size);
    }
    answer(text, lang)?;
    Ok(Exit::Sound)
}
