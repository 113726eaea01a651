//! The command line.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use tongzhou::{text::Lang, value::Date};

/// Tongzhou 同舟: one application package that many children's charities accept.
#[derive(Debug, Parser)]
#[command(name = "tongzhou", version, about, arg_required_else_help = true)]
pub(crate) struct Args {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check documents and packages 校验文件和申请包
    #[command(after_help = EXIT_CODES)]
    Validate(Validate),
}

/// What `validate` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Validate {
    /// JSON documents, packages (.tzpkg), files with one document a line (.ndjson), folders of these, or - for
    /// one document on standard input
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// How to report: for people, or one JSON report a line (a single input: one indented report)
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
    #[command(flatten)]
    pub(crate) language: Language,
    /// The day by which validity, ages and time limits are judged [default: today in China]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) as_of: Option<Date>,
    /// How many threads check [default: as many as the machine has cores]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) threads: Option<u16>,
}

/// The language of what people read.
#[derive(Clone, Copy, Debug, ClapArgs)]
pub(crate) struct Language {
    /// The language [default: by the locale]
    #[arg(long, value_enum)]
    lang: Option<LangArg>,
}

/// How results are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Human,
    /// For programs
    Json,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum LangArg {
    /// 简体中文
    #[value(name = "zh-CN", alias = "zh")]
    ZhCn,
    /// English
    En,
}

impl Language {
    /// The language asked for, else that of the locale.
    pub(crate) fn get(self) -> Lang {
        match self.lang {
            Some(LangArg::ZhCn) => Lang::ZhCn,
            Some(LangArg::En) => Lang::En,
            None => Lang::of_locale(&locale()),
        }
    }
}

/// The locale of messages as POSIX finds it: the first of the three variables that is set and not empty.
fn locale() -> String {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .unwrap_or_default()
}

const EXIT_CODES: &str = "\
Exit codes: 0 no error was found; 1 the input is wrong; 2 the command line is wrong; 3 something could not be \
done or checked.";
