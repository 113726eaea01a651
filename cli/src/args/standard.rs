//! What those take who publish the standard.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand};
use tongzhou::value::StandardVersion;

use super::Format;

/// What `standard` does.
#[derive(Debug, Subcommand)]
pub(crate) enum Standard {
    /// Freeze a version: from then on its files never change 发布一个版本，此后其文件不再改变
    #[command(after_help = RELEASE_HELP)]
    Release(Release),
    /// Whether text, schemas, codelists, rules and examples contradict each other 检查标准自身有没有矛盾
    #[command(after_help = LINT_HELP)]
    Lint(Lint),
}

/// What `standard release` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Release {
    /// The version, such as 1.0 版本号
    #[arg(value_name = "VERSION")]
    pub(crate) version: StandardVersion,
    /// The checkout of the standard's repository [default: the folder this runs in] 标准代码库所在的文件夹
    #[arg(long, value_name = "DIR", default_value = ".", hide_default_value = true)]
    pub(crate) root: PathBuf,
}

/// What `standard lint` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Lint {
    /// The checkout of the standard's repository [default: the folder this runs in] 标准代码库所在的文件夹
    #[arg(long, value_name = "DIR", default_value = ".", hide_default_value = true)]
    pub(crate) root: PathBuf,
    /// For people, or as JSON 输出格式
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
}

pub(super) const STANDARD_HELP: &str = "\
Examples 例子:
  tongzhou standard lint
  tongzhou standard release 1.0 --root path/to/the/repository

Exit codes 退出码: 0 all is well 一切正常; 1 something was found, or is not fit to be released 发现问题，或还不能发布; 2 the command \
line is wrong 命令写法有误; 3 something could not be read or written 无法读写";

const LINT_HELP: &str = "\
Examples 例子:
  tongzhou standard lint
  tongzhou standard lint --root path/to/the/repository --format json

Reads the files of the checkout, changes none, and tells every contradiction with its file and line. The verdicts on the \
examples are those of this very program; the verdicts they are held to are in conformance/verdicts.csv.
只读取代码库里的文件，不作改动，逐一指出矛盾所在的文件和行。例子的结论由本程序得出，与 conformance/verdicts.csv 对照。

Exit codes 退出码: 0 nothing was found 没有发现矛盾; 1 something was found 发现矛盾; 2 the command line is wrong 命令写法有误; \
3 there is no standard here, or something could not be read 这里没有标准，或有无法读取的内容";

const RELEASE_HELP: &str = "\
Example 例子:
  tongzhou standard release 1.0 --root path/to/the/repository

The folder schema/v1.0 gets the codelists as they are now, conformance.csv (the requirements, vectors and HTTP cases \
of the version), and SHA256SUMS, by which sha256sum -c and the tests see every later change. Run again, the command only looks whether anything has changed.
schema/v1.0 文件夹里会放入当前的代码表、conformance.csv（本版的要求、测试向量和 HTTP 用例）和 SHA256SUMS；此后的任何改动，sha256sum -c 和测试都会发现。再次运行只核对有无改动。

Exit codes 退出码: 0 released, or unchanged since 已发布，或发布后没有改动; 1 changed since its release, or not fit to be \
released 发布后有改动，或还不能发布; 2 the command line is wrong 命令写法有误; 3 there is no such version here, or \
something could not be read or written 这里没有这个版本，或无法读写";
