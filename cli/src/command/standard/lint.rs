//! `tongzhou standard lint`: whether the files of the standard contradict each other.

use std::{fmt::Write as _, path::Path};

use clap::{Parser, error::ErrorKind};
use tongzhou::text::{Bilingual, Lang};
use tongzhou_conformance::lint::{
    self, CHECKS, Checkout, CheckoutError, Command, Context, Finding, Looked, Outcome,
};

use crate::{
    args::{Args, Format, standard::Lint},
    delivered,
    exit::Exit,
    io_reason::reason,
    speech::{Failure, What, answer, shown},
};

pub(super) fn run(args: &Lint, lang: Lang) -> Result<Exit, Failure> {
    let unread = |error| Failure { what: What::NotLinted(args.root.clone(), error), lang };
    let checkout = Checkout::open(&args.root).map_err(unread)?;
    let outcome = lint::run(&Context { checkout: &checkout, parses: &parses }, CHECKS);
    let text = match args.format {
        Format::Human => told(&outcome, lang),
        Format::Json => delivered::json(&outcome).map_err(|what| Failure { what, lang })?,
    };
    answer(text, lang)?;
    Ok(exit(&outcome))
}

/// Nothing that was looked at is no pass.
fn exit(outcome: &Outcome) -> Exit {
    match (outcome.findings.is_empty(), outcome.idle().next()) {
        (false, _) => Exit::Wrong,
        (true, Some(_)) => Exit::CouldNot,
        (true, None) => Exit::Sound,
    }
}

/// Whether this program takes a command line; of one that is not whole, whether it is the beginning of such.
fn parses(command: &Command) -> bool {
    let words = std::iter::once("tongzhou").chain(command.words.iter().map(String::as_str));
    match Args::try_parse_from(words).map_err(|error| error.kind()) {
        Ok(_) | Err(ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => true,
        Err(
            ErrorKind::MissingRequiredArgument
            | ErrorKind::MissingSubcommand
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
            | ErrorKind::InvalidValue
            | ErrorKind::ValueValidation,
        ) => !command.is_whole,
        Err(_) => false,
    }
}

fn told(outcome: &Outcome, lang: Lang) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    for finding in &outcome.findings {
        let _ = writeln!(text, "{}: {}: {}", place(finding), finding.check, finding.words(lang));
    }
    for Looked { check, of, .. } in outcome.idle() {
        let _ = match lang {
            Lang::ZhCn => writeln!(text, "无法检查：{check} 没有可看的{}", of.zh),
            Lang::En => writeln!(text, "could not check: {check} saw no {}", of.en),
        };
    }
    let (found, checks, seen) = (outcome.findings.len(), outcome.looked.len(), outcome.counted());
    let _ = match (found, outcome.idle().count(), lang) {
        (0, 0, Lang::ZhCn) => writeln!(text, "没有发现矛盾：{checks} 项检查，看了 {seen} 处"),
        (0, 0, Lang::En) => writeln!(text, "nothing found: {checks} checks looked at {seen} places"),
        (_, idle, Lang::ZhCn) => {
            writeln!(text, "发现 {found} 处矛盾；{checks} 项检查看了 {seen} 处，{idle} 项没有可看的")
        }
        (_, idle, Lang::En) => writeln!(
            text,
            "{found} found; {checks} checks looked at {seen} places, {idle} of them had nothing to look at"
        ),
    };
    text
}

fn place(Finding { file, line, .. }: &Finding) -> String {
    let file = shown(Path::new(file));
    line.map_or(file.clone(), |line| format!("{file}:{line}"))
}

/// Why nothing could be checked, in the words of `lang`.
pub(crate) fn say(root: &Path, error: &CheckoutError, lang: Lang) -> String {
    let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
    match error {
        CheckoutError::NoStandard(part) => format!(
            "{} {part}: {}",
            say("这里不是标准的代码库，缺少", "there is no checkout of the standard here, for want of"),
            shown(root)
        ),
        CheckoutError::Io(path, error) => {
            format!("{}: {}: {}", say("无法读取", "cannot read"), shown(path), reason(error, lang))
        }
    }
}
