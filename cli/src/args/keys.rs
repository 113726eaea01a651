//! The command line of keys and of the member directory.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand, ValueEnum};
use tongzhou::{
    code::{
        Code,
        lists::{KeyRevocationReason, MemberRevocationReason, MemberRole},
    },
    directory::BoardFingerprint,
    value::Instant,
};

use super::{Format, output_arg::to_write};

/// What `keygen` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Keygen {
    /// The key file to write; it must not be there yet 要写出的密钥文件
    #[arg(short, long, value_name = "FILE.key", value_parser = to_write())]
    pub(crate) output: PathBuf,
    /// Where to write the public keys, to be handed on [default: beside the key file, ending in .pub.json]
    /// 公钥写到哪里
    #[arg(long, value_name = "FILE.pub.json", value_parser = to_write())]
    pub(crate) public: Option<PathBuf>,
    /// What the keys are for 密钥用来做什么
    #[arg(long = "for", value_enum, default_value_t = Purpose::Both)]
    pub(crate) purpose: Purpose,
    #[command(flatten)]
    pub(crate) passphrase: PassphraseFrom,
}

/// What keys are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Purpose {
    /// To sign 只用来签名
    Signing,
    /// To open sealed packages 只用来打开密封的资料包
    Opening,
    /// Both 两者都有
    Both,
}

/// Where a passphrase comes from: asked at the terminal where nothing is said, and never from the command line
/// itself, which others on the machine can read.
#[derive(Debug, ClapArgs)]
pub(crate) struct PassphraseFrom {
    /// Take the passphrase from the first line of this file, not from the terminal 从文件第一行读取口令
    #[arg(long, value_name = "FILE", conflicts_with = "passphrase_env")]
    pub(crate) passphrase_file: Option<PathBuf>,
    /// Take the passphrase from the environment variable of this name 从这个环境变量读取口令
    #[arg(long, value_name = "NAME")]
    pub(crate) passphrase_env: Option<String>,
}

/// What `directory` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Directory {
    /// What to do with the directory.
    #[command(subcommand)]
    pub(crate) command: DirectoryCommand,
}

/// The commands of the member directory.
#[derive(Debug, Subcommand)]
pub(crate) enum DirectoryCommand {
    /// Begin the directory of an alliance 新建联盟的成员名录
    #[command(after_help = INIT_HELP)]
    Init(Init),
    /// Make a member's own entry of its public keys, or add new keys to it 用公钥制作成员的登记内容，或为其增加新公钥
    #[command(after_help = ENTRY_HELP)]
    Entry(Entry),
    /// Add a member, or put its new entry in the place of the old 加入成员，或更新其登记内容
    #[command(after_help = ADD_HELP)]
    Add(Add),
    /// Revoke a member, or one key of it 移出成员，或停用它的一把密钥
    #[command(after_help = REVOKE_HELP)]
    Revoke(Revoke),
    /// Issue the next version before this one expires, with another board if need be 续签，必要时更换理事会
    #[command(after_help = RENEW_HELP)]
    Renew(Renew),
    /// Sign with a key of the board 用一把理事会密钥签名
    #[command(after_help = SIGN_HELP)]
    Sign(Sign),
    /// Say whether a directory can be relied on 核对名录是否可以依据
    #[command(after_help = VERIFY_HELP)]
    Verify(Verify),
    /// Show what a directory says, without checking it 查看名录的内容（不核对）
    #[command(after_help = SHOW_HELP)]
    Show(Show),
}

/// What `directory init` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Init {
    /// The directory to write; it must not be there yet 要写出的名录
    #[arg(short, long, value_name = "directory.json", value_parser = to_write())]
    pub(crate) output: PathBuf,
    /// The name of the alliance 联盟名称
    #[arg(long, value_name = "NAME")]
    pub(crate) name: String,
    /// The name of the alliance in English 联盟英文名称
    #[arg(long, value_name = "NAME")]
    pub(crate) name_en: Option<String>,
    #[command(flatten)]
    pub(crate) board: BoardArgs,
    #[command(flatten)]
    pub(crate) days: Days,
}

/// A board on the command line.
#[derive(Debug, ClapArgs)]
pub(crate) struct BoardArgs {
    /// A key of the board: who holds it, and the file of its public key; once for each key
    /// 一把理事会密钥：持有人和公钥文件，每把写一次
    #[arg(long = "board", value_name = "HOLDER=FILE.pub.json")]
    pub(crate) keys: Vec<String>,
    /// How many keys of the board have to sign 须有几把理事会密钥签名
    #[arg(long, value_name = "M")]
    pub(crate) threshold: Option<usize>,
}

/// How long a version may be relied on.
#[derive(Debug, ClapArgs)]
pub(crate) struct Days {
    /// For how many days the version may be relied on, 90 at most 有效天数，最多 90 天
    #[arg(long, value_name = "DAYS", default_value_t = 90, value_parser = clap::value_parser!(i64).range(1..=90))]
    pub(crate) days: i64,
}

/// What `directory entry` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Entry {
    /// The entry to write; it must not be there yet, unless it is the one of --from 要写出的登记内容
    #[arg(short, long, value_name = "member.json", value_parser = to_write())]
    pub(crate) output: PathBuf,
    /// The member has an entry already and gets new keys: its entry so far, or the directory that lists it. All that
    /// is there stays as it is, the old keys included 成员已有登记内容，只增加新公钥：原来的登记内容，或列有它的名录
    #[arg(long, value_name = "member.json|directory.json")]
    pub(crate) from: Option<PathBuf>,
    /// The name of the organisation as registered 登记的机构全称
    #[arg(long, value_name = "NAME", required_unless_present = "from", conflicts_with = "from")]
    pub(crate) name: Option<String>,
    /// Its unified social credit code 统一社会信用代码 (made up, for practice 练习可用的虚构代码: 531000000000000008,
    /// 533100001234567881)
    #[arg(long, value_name = "CODE", required_unless_present = "from")]
    pub(crate) code: Option<String>,
    /// What it does in the alliance, such as charity or hospital 角色，如 charity、hospital
    #[arg(
        long = "role",
        value_name = "ROLE",
        required_unless_present = "from",
        conflicts_with = "from",
        value_delimiter = ',',
        value_parser = role
    )]
    pub(crate) roles: Vec<MemberRole>,
    /// The file of its public keys, as keygen writes it keygen 写出的公钥文件
    #[arg(long, value_name = "FILE.pub.json", required_unless_present_all = ["from", "token_share"])]
    pub(crate) keys: Option<PathBuf>,
    /// The public half of a token key share that it holds, as node keys deal writes it; one of the same purpose, epoch
    /// and number gives way 所持令牌密钥份额的公钥文件，由 node keys deal 写出；同一份额的原有登记被取代
    #[arg(long, value_name = "SHARE.pub.json")]
    pub(crate) token_share: Vec<PathBuf>,
    /// The telephone number for families in matters of personal information 供家庭联系的电话
    #[arg(long, value_name = "NUMBER", conflicts_with = "from")]
    pub(crate) phone: Option<String>,
    /// For how many years the keys count, 3 at most 密钥有效几年，最多 3 年
    #[arg(long, value_name = "YEARS", default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=3))]
    pub(crate) years: u8,
}

/// What `directory add` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Add {
    /// The directory 名录
    #[arg(value_name = "directory.json")]
    pub(crate) directory: PathBuf,
    /// The member's entry 成员的登记内容
    #[arg(value_name = "member.json")]
    pub(crate) member: PathBuf,
    /// The member is listed already; put this entry in the place of the old 成员已在名录中，以新内容替换
    #[arg(long)]
    pub(crate) replace: bool,
    #[command(flatten)]
    pub(crate) days: Days,
}

/// What `directory revoke` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Revoke {
    /// The directory 名录
    #[arg(value_name = "directory.json")]
    pub(crate) directory: PathBuf,
    /// The unified social credit code or the id of the member 成员的统一社会信用代码或标识号
    #[arg(value_name = "MEMBER")]
    pub(crate) member: String,
    /// Why; codes member-revocation-reason, or with --key and --keys key-revocation-reason 原因的代码
    #[arg(long, value_name = "REASON")]
    pub(crate) reason: String,
    /// Revoke only this key, by its name or recipient; the member stays 只停用这把密钥，成员不变
    // One name in 64 begins with a hyphen.
    #[arg(long, value_name = "KEY", allow_hyphen_values = true)]
    pub(crate) key: Option<String>,
    /// Revoke only the keys of this file of public keys; the member stays 只停用这个公钥文件里的密钥，成员不变
    #[arg(long, value_name = "FILE.pub.json", conflicts_with = "key")]
    pub(crate) keys: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) days: Days,
}

/// What `directory renew` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Renew {
    /// The directory 名录
    #[arg(value_name = "directory.json")]
    pub(crate) directory: PathBuf,
    #[command(flatten)]
    pub(crate) board: BoardArgs,
    #[command(flatten)]
    pub(crate) days: Days,
}

/// What `directory sign` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Sign {
    /// The directory 名录
    #[arg(value_name = "directory.json")]
    pub(crate) directory: PathBuf,
    /// The key file of a member of the board 理事会成员的密钥文件
    #[arg(long, value_name = "FILE.key")]
    pub(crate) key: PathBuf,
    #[command(flatten)]
    pub(crate) passphrase: PassphraseFrom,
}

/// What `directory verify` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Verify {
    /// The directory; where the board has changed more than once since the last time, the versions in between
    /// before it 名录；理事会多次更换的，依次列出中间各版
    #[arg(value_name = "directory.json", required = true)]
    pub(crate) directories: Vec<PathBuf>,
    /// The fingerprint of the board, which came by another way than the directory; for the first time
    /// 理事会指纹（首次核对用，须另经可靠途径取得）
    #[arg(long, value_name = "FINGERPRINT", required_unless_present = "state")]
    pub(crate) board: Option<BoardFingerprint>,
    /// The file that keeps what was relied on; held against if it is there, and written anew
    /// 记住所依据版本的文件；已有则据以核对，核对后更新
    #[arg(long, value_name = "FILE")]
    pub(crate) state: Option<PathBuf>,
    /// Judge as of this instant, to look back; nothing is kept then 以这一时刻为准（用于回看，不更新 state）
    #[arg(long, value_name = "INSTANT")]
    pub(crate) at: Option<Instant>,
    /// For people, or as JSON 输出格式
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
}

/// What `directory show` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Show {
    /// The directory 名录
    #[arg(value_name = "directory.json")]
    pub(crate) directory: PathBuf,
    /// Print only the fingerprint of its board, for the secretariat to print on a letter 只输出理事会指纹（供秘书处印发）
    #[arg(long)]
    pub(crate) fingerprint: bool,
}

fn role(text: &str) -> Result<MemberRole, String> {
    code(text)
}

/// The code of a closed list, or which there are.
pub(crate) fn code<C: Code>(text: &str) -> Result<C, String> {
    C::from_code(text).ok_or_else(|| {
        let all: Vec<&str> = C::ALL.iter().map(|code| code.code()).collect();
        format!("one of: {}", all.join(", "))
    })
}

/// The reason for revoking a member.
pub(crate) fn member_reason(text: &str) -> Result<MemberRevocationReason, String> {
    code(text)
}

/// The reason for revoking a key.
pub(crate) fn key_reason(text: &str) -> Result<KeyRevocationReason, String> {
    code(text)
}

pub(super) const KEYGEN_HELP: &str = "\
Examples 例子:
  tongzhou keygen -o member.key
  tongzhou keygen -o board-1.key --for signing

The passphrase is asked at the terminal. The key file is an encrypted identity file of age: the program age opens it, \
and opens with it what was sealed. Keep a copy of the file and of the passphrase in different places; nobody can help \
who has lost one of them.
口令在终端里询问。密钥文件是加密的 age 身份文件，用 age 程序也能打开。文件和口令请各留一份备份，分开保管；丢了哪一样，谁也帮不上忙。

Exit codes 退出码: 0 made 已生成; 1 the passphrase is too short, or not the same twice 口令太短或两次不一致; 2 the \
command line is wrong 命令写法有误; 3 a file is there already, or something could not be read or written 文件已存在，或无法读写";

pub(super) const DIRECTORY_HELP: &str = "\
Examples 例子:
  tongzhou directory init -o directory.json --name 示例联盟 --threshold 2 \
--board 甲=board-1.pub.json --board 乙=board-2.pub.json --board 丙=board-3.pub.json
  tongzhou directory add directory.json member.json
  tongzhou directory sign directory.json --key board-1.key
  tongzhou directory verify directory.json --state directory.state

Exit codes 退出码: 0 done 已完成; 1 the directory is refused, or the input is wrong 名录不可依据或内容有错; 2 the \
command line is wrong 命令写法有误; 3 something could not be read or written 无法读写";

const INIT_HELP: &str = "\
Example 例子:
  tongzhou directory init -o directory.json --name 示例联盟 --threshold 2 \
--board 甲=board-1.pub.json --board 乙=board-2.pub.json --board 丙=board-3.pub.json

Exit codes 退出码: 0 begun 已新建; 1 a public key is wrong 公钥有误; 2 the command line is wrong 命令写法有误; \
3 the file is there already, or something could not be read or written 文件已存在，或无法读写";

const ENTRY_HELP: &str = "\
Examples 例子:
  tongzhou directory entry -o member.json --name 某某基金会 --code 531000000000000008 --role charity \
--keys member.pub.json --phone 010-00000000
  tongzhou directory entry --from member.json --keys member-2.pub.json -o member.json
  tongzhou directory entry --from directory.json --code 531000000000000008 --keys member-2.pub.json -o member-2.json
  tongzhou directory entry --from member.json --token-share subject-1-share-1.pub.json -o member.json

With --from the entry keeps its id and everything else. The old keys count on beside the new ones until they expire or \
the secretariat gives them up with directory revoke.
用 --from 时，成员标识号等内容都不变。旧公钥与新公钥同时有效，到期为止，或到秘书处用 directory revoke 停用为止。

Exit codes 退出码: 0 made 已制作; 1 a key or the code is wrong 密钥或代码有误; 2 the command line is wrong \
命令写法有误; 3 the file is there already, or something could not be read or written 文件已存在，或无法读写";

const ADD_HELP: &str = "\
Examples 例子:
  tongzhou directory add directory.json member.json
  tongzhou directory add directory.json member.json --replace

Exit codes 退出码: 0 added 已加入; 1 the entry or the directory is wrong 登记内容或名录有错; 2 the command line is \
wrong 命令写法有误; 3 something could not be read or written 无法读写";

const REVOKE_HELP: &str = "\
Examples 例子:
  tongzhou directory revoke directory.json 531000000000000008 --reason left
  tongzhou directory revoke directory.json 531000000000000008 --keys member.pub.json --reason lost
  tongzhou directory revoke directory.json 531000000000000008 --key KEY --reason compromised

Exit codes 退出码: 0 revoked 已移出或停用; 1 there is no such member or key 没有这个成员或密钥; 2 the command line is \
wrong 命令写法有误; 3 something could not be read or written 无法读写";

const RENEW_HELP: &str = "\
Examples 例子:
  tongzhou directory renew directory.json
  tongzhou directory renew directory.json --threshold 2 --board 甲=board-1.pub.json --board 丁=board-4.pub.json

Exit codes 退出码: 0 made 已制作; 1 the directory or a public key is wrong 名录或公钥有误; 2 the command line is wrong \
命令写法有误; 3 something could not be read or written 无法读写";

const SIGN_HELP: &str = "\
Example 例子:
  tongzhou directory sign directory.json --key board-1.key

Exit codes 退出码: 0 signed 已签名; 1 the passphrase, the key file or the directory is wrong 口令、密钥文件或名录有误; \
2 the command line is wrong 命令写法有误; 3 something could not be read or written 无法读写";

const VERIFY_HELP: &str = "\
Examples 例子:
  tongzhou directory verify directory.json --board FINGERPRINT --state directory.state
  tongzhou directory verify directory.json --state directory.state
  tongzhou directory verify directory-5.json directory-8.json directory.json --state directory.state

Exit codes 退出码: 0 it can be relied on 可以依据; 1 it is refused 不可依据; 2 the command line is wrong \
命令写法有误; 3 something could not be read or written 无法读写";

const SHOW_HELP: &str = "\
Example 例子:
  tongzhou directory show directory.json

Exit codes 退出码: 0 shown 已显示; 1 it is no directory 不是名录; 2 the command line is wrong 命令写法有误; \
3 it could not be read 无法读取";
