//! `tongzhou unpack`: makes a working folder of a package again, or takes it apart entry by entry.

use std::fmt::Write as _;

use tongzhou::{
    pack::{self, unpack::UnpackError},
    package::unpack as plain,
    text::Lang,
};

use crate::{
    args::Unpack,
    exit::Exit,
    refusal::Package,
    speech::{Failure, What, answer, quoted, shown},
};

/// Runs the command.
pub(crate) fn run(args: &Unpack, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    // The folder is made beside its place and then renamed, for which it needs a name.
    let Some(name) = args.to.file_name() else {
        return Err(fail(What::Nameless(args.to.clone())));
    };
    let package = Package::at(&args.package).map_err(fail)?;
    let mut archive = package.archive().map_err(fail)?;
    let mut text;
    if args.entries {
        let mut written =
            plain::unpack(&mut archive, &args.to).map_err(|error| fail(why(args, &package, error)))?;
        written.sort_by_key(|(name, _)| *name);
        let files: Vec<_> =
            written.iter().map(|(name, measured)| (name.to_string(), measured.size)).collect();
        text = listed(args, &files, lang);
    } else {
        let unpacked = pack::unpack::unpack(&mut archive, &args.to).map_err(|error| {
            fail(match error {
                UnpackError::Package(error) => why(args, &package, error),
                UnpackError::NoManifest | UnpackError::NoRoot => {
                    What::NoWorkingFolder(args.package.clone(), Box::new(error))
                }
            })
        })?;
        text = listed(args, &unpacked.files, lang);
        let count = unpacked.signatures;
        if count > 0 {
            text.push_str(&match lang {
                Lang::ZhCn => format!("没有带上原来的 {count} 个签名：重新打的包要重新签名。\n"),
                Lang::En => format!(
                    "Its signatures ({count}) were left out: a package that is packed anew is signed anew.\n"
                ),
            });
        }
        let folder = quoted(&args.to);
        let packed = quoted(&args.to.with_file_name(format!("{}.tzpkg", name.to_string_lossy())));
        text.push_str(&match lang {
            Lang::ZhCn => format!("改好以后重新打包：tongzhou pack {folder} -o {packed}\n"),
            Lang::En => format!("To pack it again: tongzhou pack {folder} -o {packed}\n"),
        });
    }
    answer(text, lang)?;
    Ok(Exit::Sound)
}

/// What was written.
fn listed(args: &Unpack, files: &[(String, u64)], lang: Lang) -> String {
    let folder = shown(&args.to);
    let mut text = match lang {
        Lang::ZhCn => format!("已解开到 {folder}，共 {} 个文件：\n", files.len()),
        Lang::En => format!("Unpacked into {folder}: {} files\n", files.len()),
    };
    for (name, size) in files {
        let _ = writeln!(text, "  {name}  {size}");
    }
    text
}

fn why(args: &Unpack, package: &Package<'_>, error: plain::UnpackError) -> What {
    match error {
        plain::UnpackError::Io(error) => What::Write(args.to.clone(), error),
        plain::UnpackError::Refused(fault) => package.what(fault.into()),
        plain::UnpackError::TargetNotEmpty => What::NotEmpty(args.to.clone()),
    }
}
