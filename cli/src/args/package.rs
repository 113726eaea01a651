//! What the commands take that make packages and look into them.

use std::path::PathBuf;

use clap::Args as ClapArgs;

use super::{Format, output_arg::to_write};

/// What `new` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct New {
    /// The folder to begin in; new or empty 新文件夹
    #[arg(value_name = "DIR", value_parser = to_write())]
    pub(crate) folder: PathBuf,
}

/// What `pack` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Pack {
    /// The working folder, as `tongzhou new` begins it 工作文件夹
    #[arg(value_name = "FOLDER")]
    pub(crate) folder: PathBuf,
    /// The package to write 要写出的资料包
    #[arg(short, long, value_name = "FILE.tzpkg", value_parser = to_write())]
    pub(crate) output: PathBuf,
    /// Write over a file that is there already 覆盖已有文件
    #[arg(long)]
    pub(crate) force: bool,
}

/// What `unpack` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Unpack {
    /// The package, or - for standard input 资料包；- 表示从标准输入读取
    #[arg(value_name = "PACKAGE")]
    pub(crate) package: PathBuf,
    /// The folder to unpack into; new or empty 解开到哪个新文件夹
    #[arg(long, value_name = "DIR", value_parser = to_write())]
    pub(crate) to: PathBuf,
    /// Unpack the entries as they are in the package, with its manifest, and not into a working folder that can be
    /// packed again 照资料包里的原样解开，连同清单，不还原成可以再打包的工作文件夹
    #[arg(long)]
    pub(crate) entries: bool,
}

/// What `inspect` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Inspect {
    /// The package, or - for standard input 资料包；- 表示从标准输入读取
    #[arg(value_name = "PACKAGE")]
    pub(crate) package: PathBuf,
    /// Also show the sender's name and the papers' original names, which can name a child
    /// 同时显示发送方名称和材料原文件名（可能含有儿童姓名）
    #[arg(long)]
    pub(crate) personal: bool,
    /// For people, or as JSON 输出格式
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
}

pub(super) const NEW_HELP: &str = "\
Example 例子:
  tongzhou new my-application

Exit codes 退出码: 0 begun 已新建; 2 the command line is wrong 命令写法有误; 3 the folder is not empty, or could \
not be written 文件夹不为空或无法写入";

pub(super) const PACK_HELP: &str = "\
Example 例子:
  tongzhou pack my-application -o my-application.tzpkg

Exit codes 退出码: 0 packed 已打包; 1 the folder's content is wrong 文件夹内容有错; 2 the command line is wrong \
命令写法有误; 3 the file is there already, or something could not be read or written 文件已存在，或无法读写";

pub(super) const UNPACK_HELP: &str = "\
Examples 例子:
  tongzhou unpack my-application.tzpkg --to opened
  tongzhou unpack my-application.tzpkg --to entries --entries

Exit codes 退出码: 0 unpacked 已解开; 1 the package is refused, or a working folder has no place for what is in it \
资料包被拒绝，或内容不能还原成工作文件夹; 2 the command line is wrong \
命令写法有误; 3 the folder is not empty, or something could not be read or written 文件夹不为空，或无法读写";

pub(super) const INSPECT_HELP: &str = "\
Examples 例子:
  tongzhou inspect my-application.tzpkg
  tongzhou inspect --format json my-application.tzpkg

Exit codes 退出码: 0 shown 已显示; 1 the package is refused or has no readable manifest 资料包被拒绝或清单无法读取; \
2 the command line is wrong 命令写法有误; 3 something could not be read 无法读取";
