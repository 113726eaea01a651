//! `tongzhou pack`: makes a package of a working folder.

use std::{error::Error as _, fmt::Write as _, fs, io, path::Path, time::SystemTime};

use memchr::memmem;
use tongzhou::{
    Error, ErrorKind, clock,
    code::lists::DocumentType,
    json::{self, Position},
    model::Manifest,
    pack::{
        self, Options, Plan,
        fault::{FileFault, FolderFault, FolderFaults, FolderFile},
    },
    package::{atomic::Existing, name::EntryName},
    rules::TO_BE_FILLED,
    text::Lang,
    value::Sha256Digest,
};

use crate::{
    args::Pack,
    delivered,
    exit::Exit,
    identity, input,
    output::ready,
    speech::{Failure, What, answer, quoted, remark, shown},
};

/// Runs the command.
pub(crate) fn run(args: &Pack, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let existing = if args.force { Existing::Replace } else { Existing::Keep };
    // A folder that is not there would look like one that lacks its files.
    fs::read_dir(&args.folder).map_err(|error| {
        fail(match error.kind() {
            io::ErrorKind::NotADirectory => What::PackFile(args.folder.clone()),
            _ => What::Read(args.folder.clone(), error),
        })
    })?;
    ready(&[&args.output], &[], existing).map_err(fail)?;
    let options = options(existing).map_err(fail)?;
    for meant in pack::misspelt_folders(&args.folder).map_err(|error| fail(reason(args, error)))? {
        remark(match lang {
            Lang::ZhCn => format!(
                "注意：有一个文件夹的名字和 {meant} 只差一点，里面的文件没有打包；如果是写错了，请改名为 {meant}，再重新打包"
            ),
            Lang::En => format!(
                "note: there is a folder whose name is nearly {meant}, and what is in it is not packed; if that is a \
                 slip, rename it to {meant} and pack again"
            ),
        });
    }
    let plan = pack::pack(&args.folder, &args.output, &options).map_err(|error| fail(reason(args, error)))?;
    answer(told(&plan, &args.output, lang), lang)?;
    let ending = args.output.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if !ending.eq_ignore_ascii_case("tzpkg") {
        remark(match lang {
            Lang::ZhCn => "注意：资料包的扩展名一般是 .tzpkg，用别的扩展名，接收方可能认不出来",
            Lang::En => {
                "note: the name of a package usually ends in .tzpkg; receivers may not know it by another"
            }
        });
    }
    if is_unfilled(&plan, &args.folder) {
        remark(match lang {
            Lang::ZhCn => "注意：还有写着“请填写”的地方没有填，填好后请重新打包",
            Lang::En => "note: 请填写 (please fill in) still stands in places; fill them in and pack again",
        });
    }
    match notice(&plan, &args.folder) {
        Some(Notice::Unfilled) => remark(match lang {
            Lang::ZhCn => "注意：notice.txt 还是样本，请换成慈善组织提供的告知书，再请监护人签字",
            Lang::En => {
                "note: notice.txt is still the sample; put the charity's own notice there before anybody signs"
            }
        }),
        Some(Notice::Other) => remark(match lang {
            Lang::ZhCn => {
                "注意：没有一份授权同意书的 notice.digest 与 notice.txt 对得上，请核对家长签字前看的是哪一份告知书"
            }
            Lang::En => {
                "note: no consent has the notice.digest of notice.txt; see which notice was shown before signing"
            }
        }),
        None => {}
    }
    Ok(Exit::Sound)
}

/// What the package gets where the folder does not say: a fresh id and the time it is now.
fn options(existing: Existing) -> Result<Options, What> {
    let now = SystemTime::now();
    let created_at = clock::instant(now).map_err(|_| What::Clock)?;
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
    match (error.kind(), source.and_then(|source| source.downcast_ref::<FolderFaults>())) {
        (_, Some(faults)) => What::Folder(args.folder.clone(), faults.clone()),
        (ErrorKind::Write, None) => match of_system() {
            taken if taken.kind() == io::ErrorKind::AlreadyExists => What::Exists(args.output.clone()),
            other => What::Write(args.output.clone(), other),
        },
        (_, None) => What::Read(args.folder.clone(), of_system()),
    }
}

/// What was packed, and what comes next.
fn told(plan: &Plan, output: &Path, lang: Lang) -> String {
    let (output, command) = (shown(output), quoted(output));
    let id = json::from_slice::<Manifest<'_>>(plan.manifest())
        .map_or_else(|_| String::new(), |manifest| manifest.package_id.as_str().to_owned());
    let count = delivered::entries(plan.entries().len(), lang);
    let mut text = match lang {
        Lang::ZhCn => format!("已打包：{output}\n  资料包标识号：{id}\n  {count}：\n"),
        Lang::En => format!("Packed: {output}\n  Package id: {id}\n  {count}:\n"),
    };
    let _ = writeln!(text, "{:>11}  {}", plan.manifest().len(), EntryName::Manifest);
    for entry in plan.entries() {
        let _ = writeln!(text, "{:>11}  {}", entry.measured.size, entry.name);
    }
    text.push_str(match lang {
        Lang::ZhCn => "下一步：",
        Lang::En => "Next: ",
    });
    let _ = writeln!(text, "tongzhou validate {command}");
    text
}

/// Whether the folder was packed as `tongzhou new` made it, at least in places.
fn is_unfilled(plan: &Plan, folder: &Path) -> bool {
    plan.entries()
        .iter()
        .filter(|entry| matches!(entry.name, EntryName::Record(_)))
        .any(|entry| holds(&folder.join(&entry.file), TO_BE_FILLED))
}

/// What is to be said of the notice in a folder that `tongzhou new` began.
enum Notice {
    /// It is still to be filled in.
    Unfilled,
    /// It is not the one that consents speak of.
    Other,
}

/// The notice is no part of a package, which only has its digest; so this is the one place to look at it.
fn notice(plan: &Plan, folder: &Path) -> Option<Notice> {
    let text = input::file_up_to(&folder.join("notice.txt"), LONGEST_NOTICE).ok()?;
    if String::from_utf8_lossy(&text).contains(TO_BE_FILLED) {
        return Some(Notice::Unfilled);
    }
    let digest = Sha256Digest::of(&text).to_string();
    let mut consents = plan.entries().iter().filter(|entry| entry.file.starts_with("consents/")).peekable();
    consents.peek()?;
    let speaks_of_it = consents.any(|entry| holds(&folder.join(&entry.file), &digest));
    (!speaks_of_it).then_some(Notice::Other)
}

/// Whether a document that was packed has these words somewhere.
fn holds(document: &Path, words: &str) -> bool {
    input::document(document).is_ok_and(|bytes| memmem::find(&bytes, words.as_bytes()).is_some())
}

/// What is wrong with a working folder, by the places of its files and never by their names, which can name a child.
pub(crate) fn say(faults: &FolderFaults, lang: Lang) -> String {
    let mut text = String::new();
    for fault in faults.faults.iter().take(SAID) {
        text.push_str("\n  ");
        text.push_str(&one(fault, lang));
    }
    let more = faults.faults.len().saturating_sub(SAID);
    if more > 0 {
        text.push_str(&match lang {
            Lang::ZhCn => format!("\n  另外还有 {more} 处"),
            Lang::En => format!("\n  and {more} more"),
        });
    }
    text
}

/// What is wrong with one file.
fn one(fault: &FolderFault, lang: Lang) -> String {
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
        FolderFile::Consent(number) => format!("consents 里按文件名排序的第 {number} 个文件"),
        FolderFile::Record(number) => format!("records 里按文件名排序的第 {number} 个文件"),
        FolderFile::Receipt(number) => format!("receipts 里按文件名排序的第 {number} 个文件"),
        FolderFile::Document(number) => format!("documents 里按文件名排序的第 {number} 个文件"),
        FolderFile::Listed(number) => format!("packing.json 登记的第 {number} 份材料"),
    };
    let fault = match fault.fault {
        FileFault::Missing => "不存在",
        FileFault::NotAFile => "不是普通文件",
        FileFault::TooLarge => "太大，资料包装不下",
        FileFault::NotJson => "不是正确的 JSON",
        FileFault::NotPacking => "的内容不是打包说明应有的样子",
        FileFault::OtherDocument(None) => "没有写明文件类型，或者不是这里应放的文件",
        FileFault::OtherDocument(Some(DocumentType::Application)) => {
            "是申请：申请只有一份，就是 application.json"
        }
        FileFault::OtherDocument(Some(DocumentType::Consent)) => "是授权同意书，请放到 consents 里",
        FileFault::OtherDocument(Some(DocumentType::Receipt)) => "是票据，请放到 receipts 里",
        FileFault::OtherDocument(Some(DocumentType::Manifest)) => {
            "是资料包的清单，打包时会自动生成，请拿出来"
        }
        FileFault::OtherDocument(Some(DocumentType::ValidationReport)) => {
            "是校验报告，不放进资料包，请拿出来"
        }
        FileFault::OtherDocument(Some(DocumentType::Directory)) => "是成员名录，不放进资料包，请拿出来",
        FileFault::OtherDocument(Some(_)) => "是标准的其他文件，请放到 records 里",
        FileFault::IsPaper => "是扫描件一类的材料，请放到 documents 里",
        FileFault::NoId => "没有自己的标识号",
        FileFault::Repeated => "的标识号与另一份相同，或登记了两次",
        FileFault::NotListed => "没有在 packing.json 里登记",
        FileFault::UnknownEnding => "的扩展名不是 .pdf、.jpg、.png、.ofd 或 .xml",
        FileFault::NoRoot => "写的主文件（root）不是文件夹里的文件",
        FileFault::NoPackageId => "没有写资料包标识号",
        FileFault::NoCreationTime => "没有写打包时刻",
    };
    format!("{file}{fault}")
}

/// How many faults are said, of a folder and of one file; who mends these packs again and sees the rest.
const SAID: usize = 20;
/// A longer file is no notice that anybody reads, and is not read here.
const LONGEST_NOTICE: usize = 1 << 20;
