//! `tongzhou pack`: makes a package of a working folder.

use std::{error::Error as _, fmt::Write as _, fs, io, path::Path, time::SystemTime};

use tongzhou::{
    Error, ErrorKind,
    json::{self, Position},
    model::Manifest,
    pack::{
        self, Options, Plan,
        fault::{FileFault, FolderFault, FolderFile},
    },
    package::{atomic::Existing, name::EntryName},
    rules::TO_BE_FILLED,
    text::Lang,
    value::Instant,
};

use crate::{
    args::Pack,
    exit::Exit,
    identity,
    speech::{Failure, What, answer, remark, shown},
};

/// Runs the command.
pub(crate) fn run(args: &Pack) -> Result<Exit, Failure> {
    let lang = args.language.get();
    let fail = |what| Failure { what, lang };
    let existing = if args.force { Existing::Replace } else { Existing::Keep };
    // A folder that is not there would look like one that lacks its files.
    fs::read_dir(&args.folder).map_err(|error| fail(What::Read(args.folder.clone(), error)))?;
    let options = options(existing).map_err(fail)?;
    let plan = pack::pack(&args.folder, &args.output, &options).map_err(|error| fail(reason(args, error)))?;
    answer(told(&plan, &args.output, lang), lang)?;
    if is_unfilled(&plan, &args.folder) {
        remark(match lang {
            Lang::ZhCn => "注意：还有写着“请填写”的地方没有填，填好后请重新打包",
            Lang::En => "note: 请填写 (please fill in) still stands in places; fill them in and pack again",
        });
    }
    Ok(Exit::Sound)
}

/// What the package gets where the folder does not say: a fresh id and the time it is now.
fn options(existing: Existing) -> Result<Options, What> {
    let now = SystemTime::now();
    let millis =
        now.duration_since(SystemTime::UNIX_EPOCH).ok().and_then(|age| i64::try_from(age.as_millis()).ok());
    let created_at = millis.and_then(Instant::from_unix_millis).ok_or(What::Clock)?;
    Ok(Options {
        package_id: Some(identity::fresh(now)?),
        created_at: Some(created_at),
        existing,
        ..Options::default()
    })
}

/// Why there is no package.
fn reason(args: &Pack, error: Error) -> What {
    let source = error.source();
    let of_system = || {
        let kind = source.and_then(|source| source.downcast_ref::<io::Error>()).map(io::Error::kind);
        kind.map_or_else(|| io::Error::other(error.to_string()), io::Error::from)
    };
    match (error.kind(), source.and_then(|source| source.downcast_ref::<FolderFault>())) {
        (_, Some(fault)) => What::Folder(args.folder.clone(), Box::new(fault.clone())),
        (ErrorKind::Write, None) => match of_system() {
            taken if taken.kind() == io::ErrorKind::AlreadyExists => What::Exists(args.output.clone()),
            other => What::Write(args.output.clone(), other),
        },
        (_, None) => What::Read(args.folder.clone(), of_system()),
    }
}

/// What was packed, and what comes next.
fn told(plan: &Plan, output: &Path, lang: Lang) -> String {
    let output = shown(output);
    let id = json::from_slice::<Manifest<'_>>(plan.manifest())
        .map_or_else(|_| String::new(), |manifest| manifest.package_id.as_str().to_owned());
    let count = plan.entries().len() + 1;
    let mut text = match lang {
        Lang::ZhCn => format!("已打包：{output}\n  资料包标识号：{id}\n  {count} 个条目：\n"),
        Lang::En => format!("Packed: {output}\n  Package id: {id}\n  {count} entries:\n"),
    };
    let _ = writeln!(text, "{:>11}  {}", plan.manifest().len(), EntryName::Manifest);
    for entry in plan.entries() {
        let _ = writeln!(text, "{:>11}  {}", entry.measured.size, entry.name);
    }
    text.push_str(match lang {
        Lang::ZhCn => "下一步：",
        Lang::En => "Next: ",
    });
    let _ = writeln!(text, "tongzhou validate {output}");
    text
}

/// Whether the folder was packed as `tongzhou new` made it, at least in places.
fn is_unfilled(plan: &Plan, folder: &Path) -> bool {
    plan.entries().iter().filter(|entry| matches!(entry.name, EntryName::Record(_))).any(|entry| {
        fs::read_to_string(folder.join(&entry.file)).is_ok_and(|text| text.contains(TO_BE_FILLED))
    })
}

/// What is wrong with a working folder, by the place of the file and never by its name, which can name a child.
pub(crate) fn say(fault: &FolderFault, lang: Lang) -> String {
    let mut text = match lang {
        Lang::ZhCn => in_chinese(fault),
        Lang::En => format!("{} {}", fault.file, fault.fault),
    };
    if let Some(position) = fault.position {
        text.push_str(&match lang {
            Lang::ZhCn => format!("（{}）", place(position, lang)),
            Lang::En => format!(" ({})", place(position, lang)),
        });
    }
    for placed in fault.findings.iter().take(SAID) {
        let message = placed.finding.message(lang);
        let place = placed.position.map(|position| place(position, lang)).unwrap_or_default();
        let _ = match lang {
            Lang::ZhCn => write!(text, "\n    {place}：{message}"),
            Lang::En => write!(text, "\n    {place}: {message}"),
        };
    }
    if fault.fault == FileFault::NotPacking {
        text.push_str(match lang {
            Lang::ZhCn => "\n  packing.json 里可以写什么，见 tongzhou new 新建的文件夹里的 guide/packing.md",
            Lang::En => {
                "\n  guide/packing.md, in a folder that tongzhou new begins, tells what packing.json may say"
            }
        });
    }
    text
}

fn place(Position { line, column }: Position, lang: Lang) -> String {
    match lang {
        Lang::ZhCn => format!("第 {line} 行第 {column} 列"),
        Lang::En => format!("line {line}, column {column}"),
    }
}

fn in_chinese(fault: &FolderFault) -> String {
    let file = match fault.file {
        FolderFile::Packing => "packing.json ".to_owned(),
        FolderFile::Application => "application.json ".to_owned(),
        FolderFile::Consent(number) => format!("consents 里的第 {number} 个文件"),
        FolderFile::Receipt(number) => format!("receipts 里的第 {number} 个文件"),
        FolderFile::Document(number) => format!("documents 里的第 {number} 个文件"),
        FolderFile::Listed(number) => format!("packing.json 登记的第 {number} 份材料"),
    };
    let fault = match fault.fault {
        FileFault::Missing => "不存在",
        FileFault::NotAFile => "不是普通文件",
        FileFault::TooLarge => "太大，资料包装不下",
        FileFault::NotJson => "不是正确的 JSON",
        FileFault::NotPacking => "的内容不是打包说明应有的样子",
        FileFault::OtherDocument => "不是这个位置应放的文件",
        FileFault::NoId => "没有自己的标识号",
        FileFault::Repeated => "的标识号与另一份相同，或登记了两次",
        FileFault::NotListed => "没有在 packing.json 里登记",
        FileFault::UnknownEnding => "的扩展名不是 .pdf、.jpg、.png、.ofd 或 .xml",
        FileFault::NoPackageId => "没有写资料包标识号",
        FileFault::NoCreationTime => "没有写打包时刻",
    };
    format!("{file}{fault}")
}

/// How many faults of one file are said; who mends these packs again and sees the rest.
const SAID: usize = 20;
