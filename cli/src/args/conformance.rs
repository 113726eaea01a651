//! What those take who test conformance.

use std::{ffi::OsString, path::PathBuf};

use clap::{Args as ClapArgs, Subcommand, ValueEnum};
use tongzhou_conformance::vector::Area;

/// What `conformance` does.
#[derive(Debug, Subcommand)]
pub(crate) enum Conformance {
    /// Count the vectors, or write them as an archive that needs no Rust 统计测试向量，或写成不依赖 Rust 的归档
    #[command(after_help = VECTORS_HELP)]
    Vectors(Vectors),
    /// Ask an implementation every vector, through its adapter 通过适配器，用测试向量检查一个实现
    #[command(after_help = ADAPTER_HELP)]
    Adapter(Adapter),
    /// Be the adapter of this SDK, for those who write one 充当本 SDK 的适配器，供编写者参考
    #[command(after_help = SERVE_ADAPTER_HELP)]
    ServeAdapter,
}

/// What `conformance vectors` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Vectors {
    /// Write the archive to this file 归档写到这个文件
    #[arg(short, long, value_name = "FILE.tar.gz")]
    pub(crate) output: Option<PathBuf>,
    /// Replace the file where there is one 文件已存在时覆盖
    #[arg(long, requires = "output")]
    pub(crate) force: bool,
}

/// What `conformance adapter` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Adapter {
    /// Ask only what is of this area; may be named several times 只检查这个方面，可多次写明
    #[arg(long = "area", value_name = "AREA", value_parser = area)]
    pub(crate) areas: Vec<Area>,
    /// For people, as JSON, for build servers, or as a page 输出格式
    #[arg(long, value_enum, default_value_t = ReportFormat::Human)]
    pub(crate) format: ReportFormat,
    /// The adapter and its arguments, after -- 适配器程序及其参数，写在 -- 之后
    #[arg(last = true, required = true, value_name = "COMMAND")]
    pub(crate) command: Vec<OsString>,
}

/// The form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    Human,
    Json,
    Junit,
    Html,
}

fn area(text: &str) -> Result<Area, String> {
    Area::ALL.into_iter().find(|area| area.name() == text).ok_or_else(|| Area::ALL.map(Area::name).join(", "))
}

pub(super) const CONFORMANCE_HELP: &str = "\
Examples 例子:
  tongzhou conformance vectors -o vectors.tar.gz
  tongzhou conformance adapter -- python3 adapter.py
  tongzhou conformance adapter --area tokens -- ./our-adapter

Exit codes 退出码: 0 passed, or written 通过或已写出; 1 something failed 有不通过的; 2 the command line is wrong 命令写法有误; \
3 something could not be checked, read or written 有无法检查或无法读写的";

const VECTORS_HELP: &str = "\
Examples 例子:
  tongzhou conformance vectors
  tongzhou conformance vectors -o vectors.tar.gz

Exit codes 退出码: 0 counted, or written 已统计或已写出; 2 the command line is wrong 命令写法有误; 3 the file could not be \
written 无法写入";

const ADAPTER_HELP: &str = "\
Examples 例子:
  tongzhou conformance adapter -- python3 adapter.py
  tongzhou conformance adapter --area tokens --area receipts --format json -- ./our-adapter

conformance/ADAPTER.md tells what an adapter is asked. What it does not claim to do is not applicable, and no pass.
conformance/ADAPTER.md 写明适配器会被问到什么。适配器没有声明的方面记为不适用，不算通过。

Exit codes 退出码: 0 everything asked is right 全部通过; 1 something is wrong 有不通过的; 2 the command line is wrong 命令写法有误; \
3 something could not be checked, or nothing was 有无法检查的，或什么也没有检查";

const SERVE_ADAPTER_HELP: &str = "\
Example 例子:
  tongzhou conformance adapter -- tongzhou conformance serve-adapter

Exit codes 退出码: 0 there were no more questions 问题已答完; 2 the command line is wrong 命令写法有误; 3 a line was no \
question 收到的行不是问题";
