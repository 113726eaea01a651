//! What `outbox` takes.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand};

use super::{Format, Members, keys::PassphraseFrom, output_arg::to_write};

/// What `outbox` does.
#[derive(Debug, Subcommand)]
pub(crate) enum Outbox {
    /// Write what waits as files, one or more for each receiver 把待送的消息写成文件，每个接收机构一份或多份
    #[command(after_help = EXPORT_HELP)]
    Export(Export),
    /// Take files of answers, and go on with what waited for them 收取应答文件，继续办理
    #[command(after_help = IMPORT_HELP)]
    Import(Import),
    /// List what was put in, and what became of it 列出各项事务及结果
    #[command(after_help = LIST_HELP)]
    List(List),
}

/// What `outbox export` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Export {
    /// The outbox 发件箱
    #[arg(value_name = "FOLDER")]
    pub(crate) outbox: PathBuf,
    /// The folder into which the files are written, such as a memory stick 写到哪个文件夹，如优盘
    #[arg(short, long, value_name = "FOLDER", value_parser = to_write())]
    pub(crate) output: PathBuf,
    /// Also what was written before and has no answer, with the same ids 也包括以前写过、尚无应答的，标识号不变
    #[arg(long)]
    pub(crate) again: bool,
    #[command(flatten)]
    pub(crate) desk: DeskArgs,
}

/// What `outbox import` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Import {
    /// The outbox 发件箱
    #[arg(value_name = "FOLDER")]
    pub(crate) outbox: PathBuf,
    /// The files of answers 应答文件
    #[arg(required = true, value_name = "ANSWERS.tzans.age")]
    pub(crate) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) desk: DeskArgs,
}

/// What `outbox list` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct List {
    /// The outbox 发件箱
    #[arg(value_name = "FOLDER")]
    pub(crate) outbox: PathBuf,
    /// For people, or as JSON 输出格式
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
}

/// In whose name an outbox is used.
#[derive(Debug, ClapArgs)]
pub(crate) struct DeskArgs {
    #[command(flatten)]
    pub(crate) members: Members,
    /// The file with your organisation's keys, one that signs and one that opens 本机构的密钥文件，含签名密钥和开封密钥
    #[arg(long, value_name = "KEYFILE")]
    pub(crate) key: PathBuf,
    #[command(flatten)]
    pub(crate) passphrase: PassphraseFrom,
    /// For people, or as JSON 输出格式
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
}

pub(super) const OUTBOX_HELP: &str = "\
Examples 例子:
  tongzhou outbox export outbox -o stick --directory directory.json --key our.key
  tongzhou outbox import outbox stick/*.tzans.age --directory directory.json --key our.key
  tongzhou outbox list outbox

Exit codes 退出码: 0 done 已完成; 1 a file is refused 文件被拒绝; 2 the command line is wrong 命令写法有误; \
3 something could not be read or written 无法读写";

const EXPORT_HELP: &str = "\
Example 例子:
  tongzhou outbox export outbox -o stick --directory directory.json --key our.key

Each file is signed by your organisation and sealed for its receiver, who answers it with tongzhou node batch.
每个文件由本机构签名、按接收机构密封；接收机构用 tongzhou node batch 办理并写出应答。

Exit codes 退出码: 0 written, or nothing waits 已写出，或没有待送的; 2 the command line is wrong 命令写法有误; \
3 something could not be read or written 无法读写";

const IMPORT_HELP: &str = "\
Example 例子:
  tongzhou outbox import outbox stick/*.tzans.age --directory directory.json --key our.key

What needs tokens takes two rounds: first the evaluators answer, then the registry.
需要令牌的事务要往返两次：先由令牌计算方应答，再由登记处应答。

Exit codes 退出码: 0 taken 已收取; 1 a file is refused, or something was refused in it 文件被拒绝，或其中有事项被拒绝; \
2 the command line is wrong 命令写法有误; 3 something could not be read or written 无法读写";

const LIST_HELP: &str = "\
Example 例子:
  tongzhou outbox list outbox

Exit codes 退出码: 0 listed 已列出; 2 the command line is wrong 命令写法有误; 3 something could not be read 无法读取";
