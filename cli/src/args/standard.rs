//! What those take who publish the standard.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand};
use tongzhou::value::StandardVersion;

/// What `standard` does.
#[derive(Debug, Subcommand)]
pub(crate) enum Standard {
    /// Freeze a version: from then on its files never change 发布一个版本，此后其文件不再改变
    #[command(after_help = RELEASE_HELP)]
    Release(Release),
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

pub(super) const RELEASE_HELP: &str = "\
Example 例子:
  tongzhou standard release 1.0 --root path/to/the/repository

The folder schema/v1.0 gets the codelists as they are now, and SHA256SUMS, by which sha256sum -c and the tests see \
every later change. Run again, the command only looks whether anything has changed.
schema/v1.0 文件夹里会放入当前的代码表和 SHA256SUMS；此后的任何改动，sha256sum -c 和测试都会发现。再次运行只核对有无改动。

Exit codes 退出码: 0 released, or unchanged since 已发布，或发布后没有改动; 1 changed since its release, or not fit to be \
released 发布后有改动，或还不能发布; 2 the command line is wrong 命令写法有误; 3 there is no such version here, or \
something could not be read or written 这里没有这个版本，或无法读写";
