//! What the program says: results on standard output, and on standard error, in the reader's language, why it
//! cannot do its job.

use std::{
    fmt::Display,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use tongzhou::{
    delivery::InboxError,
    pack::{fault::FolderFaults, unpack::UnpackError},
    text::{Bilingual, Lang},
};
use tongzhou_client::ClientError;
use tongzhou_conformance::{lint::CheckoutError, release::ReleaseError};

use crate::{
    args::lang_of_words,
    client_words, command,
    conformance_trouble::ConformanceTrouble,
    delivered::{self, Undelivered},
    exit::Exit,
    input::PACKING,
    io_reason::reason,
    key_trouble::KeyTrouble,
    node_trouble::NodeTrouble,
    refusal::Refusal,
    unasked::Unasked,
    verdict_trouble::VerdictTrouble,
};

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
    /// A file is larger than one of its kind can sensibly be, in bytes.
    TooLarge(PathBuf, usize),
    /// One file is to be packed, and not a folder.
    PackFile(PathBuf),
    /// A file or folder could not be written.
    Write(PathBuf, io::Error),
    /// Results could not be written.
    Print(io::Error),
    /// The clock is wrong, so that no day can be taken for today.
    Clock,
    /// A folder holds no document and no package.
    NothingToCheck,
    /// There is no application and no receipt in what was named.
    NoExpenses,
    /// The system gives no random numbers, so that no id can be made.
    Random,
    /// The demo could not go on, and why.
    Demo(command::demo::DemoEnd),
    /// What is to be written is there already.
    Exists(PathBuf),
    /// What is to be written is read too, or is to hold something else as well.
    NamedTwice(PathBuf),
    /// The folder to be made is there and holds something.
    NotEmpty(PathBuf),
    /// The path ends with no name of its own, such as `.`, so that no folder can be put in its place.
    Nameless(PathBuf),
    /// No rule has this code; the code that comes nearest.
    NoSuchRule(String, Option<&'static str>),
    /// No codelist has this name; the name that comes nearest.
    NoSuchList(String, Option<&'static str>),
    /// No rule is of this area; the areas there are.
    NoSuchArea(String, Vec<&'static str>),
    /// A working folder cannot be packed as it is.
    Folder(PathBuf, FolderFaults),
    /// A package cannot be made a working folder.
    NoWorkingFolder(PathBuf, Box<UnpackError>),
    /// An archive is not read.
    Refused(PathBuf, Box<Refusal>),
    /// A test of conformance cannot be run.
    Conformance(Box<ConformanceTrouble>),
    /// A version of the standard is not released.
    NotReleased(PathBuf, ReleaseError),
    /// There is no standard that could be held to itself.
    NotLinted(PathBuf, CheckoutError),
    /// Something is wrong with keys or with the member directory.
    Keys(Box<KeyTrouble>),
    /// A package is not signed, sealed, opened or found genuine.
    Undelivered(PathBuf, Box<Undelivered>),
    /// What an inbox remembers cannot be read or written.
    Inbox(PathBuf, InboxError),
    /// A node does not start, or its desk does not do it.
    Node(Box<NodeTrouble>),
    /// Nothing came of asking somebody.
    Asked(Box<ClientError>),
    /// What was to be asked cannot be asked so.
    Unasked(Unasked),
    /// Something is wrong with a report or a certificate.
    Verdict(Box<VerdictTrouble>),
}

impl From<ClientError> for What {
    fn from(error: ClientError) -> Self {
        Self::Asked(Box::new(error))
    }
}

impl What {
    /// How a program ends that could not do this.
    fn exit(&self) -> Exit {
        match self {
            Self::NoSuchRule(..)
            | Self::NoSuchList(..)
            | Self::NoSuchArea(..)
            | Self::Nameless(_)
            | Self::NamedTwice(_) => Exit::Usage,
            Self::TooLarge(..)
            | Self::Folder(..)
            | Self::NoWorkingFolder(..)
            | Self::Refused(..)
            | Self::Undelivered(..) => Exit::Wrong,
            Self::Keys(trouble) => trouble.exit(),
            Self::Node(trouble) => trouble.exit(),
            Self::Conformance(trouble) => trouble.exit(),
            Self::Asked(error) => client_words::exit(error),
            Self::Unasked(unasked) => unasked.exit(),
            Self::Verdict(trouble) => trouble.exit(),
            Self::Read(..)
            | Self::PackFile(_)
            | Self::Write(..)
            | Self::Print(_)
            | Self::Clock
            | Self::NothingToCheck
            | Self::NoExpenses
            | Self::Random
            | Self::Demo(_)
            | Self::Exists(_)
            | Self::NotEmpty(_)
            | Self::Inbox(..)
            | Self::NotLinted(..)
            | Self::NotReleased(_, ReleaseError::NoSuchVersion(_) | ReleaseError::Io(..)) => Exit::CouldNot,
            Self::NotReleased(_, ReleaseError::Changed(..) | ReleaseError::Unfit(..)) => Exit::Wrong,
        }
    }

    /// What could not be done, in the words of `lang`; none where nobody is left to read it.
    fn say(&self, lang: Lang) -> Option<String> {
        let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
        Some(match self {
            // Whoever read our output has left.
            Self::Print(error) if error.kind() == io::ErrorKind::BrokenPipe => return None,
            Self::Print(error) => {
                format!("{}: {}", say("无法写出结果", "cannot write the results"), reason(error, lang))
            }
            Self::Read(path, error)
                if error.kind() == io::ErrorKind::IsADirectory && is_working_folder(path) =>
            {
                format!(
                    "{}: {}: {}",
                    say("无法读取", "cannot read"),
                    shown(path),
                    say(
                        "这是一个工作文件夹，还不是资料包；请先用 tongzhou pack 打包",
                        "it is a working folder and no package yet; pack it with tongzhou pack first"
                    )
                )
            }
            Self::TooLarge(path, limit) => format!(
                "{}: {}",
                match lang {
                    Lang::ZhCn => format!(
                        "文件太大：这里要的文件不会超过 {}，可能指错了文件",
                        size(*limit)
                    ),
                    Lang::En => format!(
                        "the file is too large: what belongs here has no more than {}, so this may be another file",
                        size(*limit)
                    ),
                },
                shown(path)
            ),
            Self::PackFile(path) => format!(
                "{}: {}: {}",
                say("无法打包", "cannot pack"),
                shown(path),
                say(
                    "这是一个文件，而 tongzhou pack 打包的是整个工作文件夹；请写文件夹的名字",
                    "it is a file, and tongzhou pack packs a whole working folder; name the folder"
                )
            ),
            Self::Read(path, error) => {
                format!("{}: {}: {}", say("无法读取", "cannot read"), shown(path), reason(error, lang))
            }
            Self::Write(path, error) => {
                format!("{}: {}: {}", say("无法写入", "cannot write"), shown(path), reason(error, lang))
            }
            Self::Clock => say(
                "电脑的时钟不对，请校准；校验时也可用 --as-of 指定日期",
                "the clock of this computer is wrong; correct it, or for a check name the day with --as-of",
            )
            .to_owned(),
            Self::NothingToCheck => say(
                "这里没有可以校验的文件：请指定 .json 文件、.tzpkg 资料包，或存放它们的文件夹",
                "there is nothing to check here: name a .json document, a .tzpkg package, or a folder that holds some",
            )
            .to_owned(),
            Self::NoExpenses => say(
                "这里没有申请，也没有医疗票据，看不出费用：请指定资料包，或申请和票据的文件",
                "there is no application and no receipt here to tell expenses of: name a package, or their files",
            )
            .to_owned(),
            Self::Random => {
                say("系统没有提供随机数，无法生成标识号", "the system gives no random numbers to make ids of")
                    .to_owned()
            }
            Self::Demo(end) => end.say(lang),
            Self::Conformance(trouble) => trouble.say(lang),
            Self::NamedTwice(path) => format!(
                "{}: {}",
                say(
                    "这个文件在同一条命令里还要读取，或要写入别的内容；请另写一个文件名",
                    "the same command reads this file, or writes something else to it too; name another"
                ),
                shown(path)
            ),
            Self::Exists(path) => format!(
                "{}: {}",
                say(
                    "已经有这个文件；要覆盖请加 --force",
                    "the file is there already; --force writes over it"
                ),
                shown(path)
            ),
            Self::NotEmpty(path) => format!(
                "{}: {}",
                say(
                    "这里已经有内容，请换一个新文件夹",
                    "there is something here already; name a new folder instead"
                ),
                shown(path)
            ),
            Self::Nameless(path) => {
                format!("{}: {}", say("请写出新文件夹的名字", "write the name of a new folder"), shown(path))
            }
            Self::NoSuchRule(asked, near) => unknown(
                say("没有这条规则", "there is no such rule"),
                asked,
                *near,
                say("用 tongzhou rules 可列出全部规则", "tongzhou rules lists all rules"),
                lang,
            ),
            Self::NoSuchList(asked, near) => unknown(
                say("没有这张代码表", "there is no such codelist"),
                asked,
                *near,
                say("用 tongzhou codes 可列出全部代码表", "tongzhou codes lists all codelists"),
                lang,
            ),
            Self::NoSuchArea(asked, areas) => format!(
                "{}: {}\n{}: {}",
                say("没有这个领域的规则", "no rule is of this area"),
                asked.escape_debug(),
                say("现有领域", "areas"),
                areas.join(" ")
            ),
            Self::Folder(path, faults) => format!(
                "{}: {}{}",
                say("这个文件夹还不能打包", "this folder cannot be packed yet"),
                shown(path),
                command::pack::say(faults, lang)
            ),
            Self::NoWorkingFolder(path, error) => format!(
                "{}: {}\n  {}\n  {}",
                say("这个资料包不能还原成工作文件夹", "no working folder can be made of this package"),
                shown(path),
                match &**error {
                    UnpackError::NoManifest => say("它没有读得懂的清单", "it has no readable manifest").to_owned(),
                    UnpackError::NoRoot => {
                        say("清单里写的主文件不在包里", "the root document that its manifest names is not there").to_owned()
                    }
                    UnpackError::Package(error) => error.to_string(),
                },
                say(
                    "加 --entries 可以照原样解开；用 tongzhou validate 可以查看问题",
                    "--entries unpacks it as it is; tongzhou validate says what is wrong with it"
                )
            ),
            Self::Undelivered(path, refusal) => format!(
                "{}: {}\n{}",
                say("这个资料包不能接受", "this package is refused"),
                shown(path),
                delivered::say(refusal, lang)
            ),
            Self::Inbox(path, error) => format!(
                "{}: {}{}",
                say(
                    "收件箱用不了，里面记着打开过哪些资料包的 opened.json 读不出来或写不进去",
                    "the inbox cannot be used: its opened.json, which tells what was opened before, cannot be read \
                     or written"
                ),
                shown(path),
                match error {
                    InboxError::Io(error) => format!(": {}", reason(error, lang)),
                    InboxError::List => String::new(),
                }
            ),
            Self::NotReleased(root, error) => command::standard::release::say(root, error, lang),
            Self::NotLinted(root, error) => command::standard::lint::say(root, error, lang),
            Self::Refused(path, refusal) => {
                format!(
                    "{}: {}\n{}",
                    say("无法打开这个资料包", "this package is refused"),
                    shown(path),
                    refusal.say(lang)
                )
            }
            Self::Keys(trouble) => trouble.say(lang),
            Self::Node(trouble) => trouble.say(lang),
            Self::Asked(error) => client_words::say(error, lang),
            Self::Unasked(unasked) => unasked.say(lang),
            Self::Verdict(trouble) => trouble.say(lang),
        })
    }
}

/// Whether a folder is one that `tongzhou new` begins.
fn is_working_folder(path: &Path) -> bool {
    ["application.json", PACKING].iter().any(|name| path.join(name).is_file())
}

/// A bound as people say it.
fn size(bytes: usize) -> String {
    if bytes >= 1 << 20 { format!("{} MiB", bytes >> 20) } else { format!("{} KiB", bytes >> 10) }
}

/// Something was asked for that there is not; what may have been meant, and how all there is can be seen.
fn unknown(what: &str, asked: &str, near: Option<&str>, all: &str, lang: Lang) -> String {
    let near = near.map_or_else(String::new, |near| match lang {
        Lang::ZhCn => format!("；是不是 {near}？"),
        Lang::En => format!("; did you mean {near}?"),
    });
    format!("{what}: {}{near}\n{all}", asked.escape_debug())
}

/// Prints a result.
pub(crate) fn answer(text: impl Display, lang: Lang) -> Result<(), Failure> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    write!(out, "{text}")
        .and_then(|()| out.flush())
        .map_err(|error| Failure { what: What::Print(error), lang })
}

/// Says on standard error what could not be done; the exit code that goes with it.
#[expect(clippy::print_stderr, reason = "this is the program speaking")]
pub(crate) fn complain(failure: &Failure) -> Exit {
    if let Some(text) = failure.what.say(failure.lang) {
        eprintln!("tongzhou: {text}");
    }
    failure.what.exit()
}

/// Says on standard error what is worth knowing beside the result.
#[expect(clippy::print_stderr, reason = "this is the program speaking")]
pub(crate) fn remark(text: impl Display) {
    eprintln!("tongzhou: {text}");
}

/// Prints what the reading of the command line ended with: help and version are answers, the rest is wrong usage.
#[expect(clippy::print_stderr, reason = "this is the program speaking")]
pub(crate) fn usage(error: &clap::Error) -> Exit {
    let _ = error.print();
    if !error.use_stderr() {
        return Exit::Sound;
    }
    if lang_of_words() == Lang::ZhCn {
        eprintln!("\n命令写法有误，原因见上；在命令后加 --help 可查看用法和例子。");
    }
    Exit::Usage
}

/// A path as it is printed: a name from a foreign archive or disk does not steer the terminal.
pub(crate) fn shown(path: &Path) -> String {
    path.display().to_string().replace(char::is_control, "\u{FFFD}")
}

/// A path as a shell reads it back, for commands that people copy.
pub(crate) fn quoted(path: &Path) -> String {
    let shown = shown(path);
    let bare = |char: char| char.is_alphanumeric() || "-_./:\\+,@%=".contains(char);
    let mark = if cfg!(windows) { '"' } else { '\'' };
    let path = if shown.starts_with('-') { format!("./{shown}") } else { shown };
    // Outside Windows a backslash is no part of paths but of the shell's own quoting.
    if path.chars().all(bare) && (cfg!(windows) || !path.contains('\\')) {
        path
    } else {
        format!("{mark}{}{mark}", path.replace('\'', if cfg!(windows) { "'" } else { "'\\''" }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn paths_in_commands_are_quoted_for_the_shell() {
        for (path, written) in [
            ("my-application", "my-application"),
            ("小明/a.tzpkg", "小明/a.tzpkg"),
            ("my app 一", "'my app 一'"),
            ("it's", r"'it'\''s'"),
            ("a$(b)", "'a$(b)'"),
            ("a\\b", r"'a\b'"),
            ("~x", "'~x'"),
            ("-x", "./-x"),
            ("", ""),
        ] {
            assert_eq!(quoted(Path::new(path)), written, "{path}");
        }
    }

    #[test]
    fn what_the_system_says_is_told_in_chinese() {
        for kind in [
            io::ErrorKind::NotFound,
            io::ErrorKind::PermissionDenied,
            io::ErrorKind::IsADirectory,
            io::ErrorKind::NotADirectory,
            io::ErrorKind::StorageFull,
            io::ErrorKind::ReadOnlyFilesystem,
        ] {
            let said = reason(&kind.into(), Lang::ZhCn);
            assert!(!said.is_ascii(), "{said}");
        }
    }
}
