//! `tongzhou standard release`: a version is frozen, or seen to be as it was.

use std::path::Path;

use tongzhou::{
    text::{Bilingual, Lang},
    value::StandardVersion,
};
use tongzhou_conformance::{
    case,
    frozen::{FrozenChange, Suite},
    release::{Change, Frozen, Release, ReleaseError, Released, SUMS, Unfit},
    vector::Set,
};

use crate::{
    args::standard::Release as Args,
    conformance_trouble::ConformanceTrouble,
    exit::Exit,
    io_reason::reason,
    speech::{Failure, What, answer, shown},
};

pub(super) fn run(args: &Args, lang: Lang) -> Result<Exit, Failure> {
    let not_released = |error| Failure { what: What::NotReleased(args.root.clone(), error), lang };
    let fail = |trouble: ConformanceTrouble| Failure { what: trouble.into(), lang };
    let set = Set::shipped().map_err(|error| fail(ConformanceTrouble::Vectors(error)))?;
    let files = case::shipped().map_err(|error| fail(ConformanceTrouble::Cases(error)))?;
    let suite = Suite::of(set.vectors(), files.iter().flat_map(|file| &file.cases));
    let released = Release::of(&args.root, args.version).release(&suite).map_err(not_released)?;
    answer(done(args.version, released, lang), lang)?;
    Ok(Exit::Sound)
}

fn done(version: StandardVersion, released: Released, lang: Lang) -> String {
    match (released, lang) {
        (Released::Now(Frozen { files, lists, codes, requirements, checks }), Lang::ZhCn) => format!(
            "{version} 版已发布：{files} 个文件（含 {lists} 张代码表的 {codes} 个代码、{requirements} 条要求和 {checks} 项测试）的\
             校验和写入 schema/v{version}/{SUMS}，请提交；此后这个文件夹不再改变\n"
        ),
        (Released::Now(Frozen { files, lists, codes, requirements, checks }), Lang::En) => format!(
            "version {version} is released: the check sums of {files} files, with {codes} codes of {lists} codelists, \
             {requirements} requirements and {checks} checks, are in schema/v{version}/{SUMS}; commit them, the folder \
             never changes from now on\n"
        ),
        (Released::Before, Lang::ZhCn) => format!("{version} 版先前已经发布，此后没有改动\n"),
        (Released::Before, Lang::En) => {
            format!("version {version} was released before, and nothing has changed since\n")
        }
    }
}

/// Why a version is not released, in the words of `lang`.
pub(crate) fn say(root: &Path, error: &ReleaseError, lang: Lang) -> String {
    let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
    match error {
        ReleaseError::NoSuchVersion(version) => format!(
            "{} schema/v{version}: {}",
            say("这里没有这个版本的模式，找的是", "there is no schema of this version here; looked for"),
            shown(root)
        ),
        ReleaseError::Changed(version, changes) => format!(
            "{version} {}{}",
            say(
                "版已经发布，不能再改；请恢复原样，改动放到下一个版本里",
                "is released and never changes; put it back as it was, what is new belongs into a next version"
            ),
            lines(changes.iter().map(|change| changed(change, lang)))
        ),
        ReleaseError::Unfit(version, unfit) => format!(
            "{version} {}{}",
            say("版还不能发布", "cannot be released yet"),
            lines(unfit.iter().map(|unfit| unfit_for(unfit, lang)))
        ),
        ReleaseError::Io(path, error) => {
            format!("{}: {}: {}", say("无法读写", "cannot read or write"), shown(path), reason(error, lang))
        }
    }
}

fn changed(change: &Change, lang: Lang) -> String {
    if lang == Lang::En {
        return change.to_string();
    }
    match change {
        Change::Altered(file) => format!("{file} 的内容变了"),
        Change::Added(file) => format!("{file} 是后来加的"),
        Change::Removed(file) => format!("{file} 不见了"),
        Change::Unreadable(file) => format!("{file} 的格式不对"),
        Change::List(list) => format!("代码表 {list} 不见了，或者开放、封闭与原来不同"),
        Change::Code(list, code) => format!("代码表 {list} 的 {code} 不见了，或者含义与原来不同"),
        Change::Backdated(list, code) => format!("代码表 {list} 的 {code} 是发布后加的，却写成早已有之"),
        Change::Suite(FrozenChange::Requirement(id)) => format!("要求 {id} 不见了，或者约束程度与原来不同"),
        Change::Suite(FrozenChange::Gone(id)) => format!("测试 {id} 不见了"),
        Change::Suite(FrozenChange::Altered(id)) => format!("测试 {id} 的内容或预期答案与原来不同"),
    }
}

fn unfit_for(unfit: &Unfit, lang: Lang) -> String {
    if lang == Lang::En {
        return unfit.to_string();
    }
    match unfit {
        Unfit::Name(file) => format!("{file} 的 $id 与本版本和文件类型不符"),
        Unfit::List(list) => format!("代码表 {list} 无法读取"),
        Unfit::Earlier(version) => format!("要先发布 {version} 版"),
        Unfit::Text => "docs/spec 里没有要求，或者有的无法读取".to_owned(),
    }
}

fn lines(each: impl Iterator<Item = String>) -> String {
    each.map(|line| format!("\n  {line}")).collect()
}
