//! What the commands take that deliver packages.

use std::path::PathBuf;

use clap::Args as ClapArgs;
use tongzhou::directory::BoardFingerprint;

use super::{Format, keys::PassphraseFrom, output_arg::to_write};

/// The directory by which signatures are checked, where there is one.
#[derive(Debug, ClapArgs)]
pub(crate) struct OptionalMembers {
    /// The member directory by which signatures are checked; its signatures lie beside it as DIR.jws.json 成员名录
    #[arg(long, value_name = "DIR.json")]
    pub(crate) directory: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) trust: TrustArgs,
}

/// The directory by which members are known.
#[derive(Debug, ClapArgs)]
pub(crate) struct Members {
    /// The member directory; its signatures lie beside it as DIR.jws.json 成员名录
    #[arg(long, value_name = "DIR.json")]
    pub(crate) directory: PathBuf,
    #[command(flatten)]
    pub(crate) trust: TrustArgs,
}

/// Why a directory is trusted.
#[derive(Debug, ClapArgs)]
pub(crate) struct TrustArgs {
    /// The file that keeps which directory was relied on, as `tongzhou directory verify` writes it [default: DIR.state
    /// beside the directory, where it is there] 记住所依据名录的文件
    #[arg(long, value_name = "FILE", requires = "directory")]
    pub(crate) state: Option<PathBuf>,
    /// The fingerprint of the board, which came by another way than the directory; for the first time
    /// 理事会指纹（首次使用名录时）
    #[arg(long, value_name = "FINGERPRINT", requires = "directory")]
    pub(crate) board: Option<BoardFingerprint>,
}

/// The keys that open sealed packages.
#[derive(Debug, ClapArgs)]
pub(crate) struct Identities {
    /// A file with the private key that opens sealed packages; more than once for older keys too 打开资料包用的密钥文件
    #[arg(long, value_name = "KEYFILE")]
    pub(crate) identity: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) passphrase: PassphraseFrom,
}

/// What `sign` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Sign {
    /// The package; a sealed one is signed before it is sealed 资料包
    #[arg(value_name = "PACKAGE")]
    pub(crate) package: PathBuf,
    /// The file with your organisation's signing key 签名用的密钥文件
    #[arg(long, value_name = "KEYFILE")]
    pub(crate) key: PathBuf,
    #[command(flatten)]
    pub(crate) passphrase: PassphraseFrom,
    /// Where to write the signed package [default: in the place of the package] 签名后写到哪里
    #[arg(short, long, value_name = "FILE.tzpkg", value_parser = to_write())]
    pub(crate) output: Option<PathBuf>,
    /// Write over an output that is there already 覆盖已有文件
    #[arg(long, requires = "output")]
    pub(crate) force: bool,
    /// For people, or as JSON 输出格式
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
}

/// What `verify` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Verify {
    /// The package; sealed, with a key that opens it 资料包
    #[arg(value_name = "PACKAGE")]
    pub(crate) package: PathBuf,
    #[command(flatten)]
    pub(crate) members: Members,
    #[command(flatten)]
    pub(crate) identities: Identities,
    /// For people, or as JSON 输出格式
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
}

/// What `seal` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Seal {
    /// The signed package 已签名的资料包
    #[arg(value_name = "PACKAGE")]
    pub(crate) package: PathBuf,
    #[command(flatten)]
    pub(crate) members: Members,
    /// Where to write the sealed package [default: PACKAGE.age] 密封后写到哪里
    #[arg(short, long, value_name = "FILE.tzpkg.age", value_parser = to_write())]
    pub(crate) output: Option<PathBuf>,
    /// Write over a file that is there already 覆盖已有文件
    #[arg(long)]
    pub(crate) force: bool,
    /// For people, or as JSON 输出格式
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
}

/// What `open` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Open {
    /// The sealed package 密封的资料包
    #[arg(value_name = "SEALED")]
    pub(crate) package: PathBuf,
    #[command(flatten)]
    pub(crate) members: Members,
    #[command(flatten)]
    pub(crate) identities: Identities,
    /// The folder that takes it, under its id; it remembers what was opened before 收件箱文件夹
    #[arg(long, value_name = "DIR")]
    pub(crate) inbox: PathBuf,
    /// For people, or as JSON 输出格式
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
}

pub(super) const SIGN_HELP: &str = "\
Example 例子:
  tongzhou sign my-application.tzpkg --key our.key

The content of the package stays as it is, byte for byte; a second signer signs beside the first.
资料包的内容一个字节也不变；第二家机构的签名加在第一家旁边。

Exit codes 退出码: 0 signed 已签名; 1 the package is refused 资料包被拒绝; 2 the command line is wrong 命令写法有误; \
3 something could not be read or written 无法读写";

pub(super) const VERIFY_HELP: &str = "\
Examples 例子:
  tongzhou verify application.tzpkg --directory directory.json
  tongzhou verify application.tzpkg.age --directory directory.json --identity our.key --format json

Exit codes 退出码: 0 it is what its signers signed 与签名时相同; 1 it is refused 被拒绝; 2 the command line is wrong \
命令写法有误; 3 something could not be read 无法读取";

pub(super) const SEAL_HELP: &str = "\
Example 例子:
  tongzhou seal application.tzpkg --directory directory.json

Exit codes 退出码: 0 sealed 已密封; 1 the package is refused 资料包被拒绝; 2 the command line is wrong 命令写法有误; \
3 something could not be read or written 无法读写";

pub(super) const OPEN_HELP: &str = "\
Example 例子:
  tongzhou open application.tzpkg.age --directory directory.json --identity our.key --inbox inbox

Exit codes 退出码: 0 opened 已打开; 1 it is refused 被拒绝; 2 the command line is wrong 命令写法有误; \
3 something could not be read or written 无法读写";
