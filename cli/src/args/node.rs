//! The command line of a node.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand};
use tongzhou::{
    code::{
        Code,
        lists::{ProcessState, TokenPurpose},
    },
    value::Uuid7,
};

use super::{Format, keys::PassphraseFrom, output_arg::to_write};

/// What `node` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Node {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: NodeCommand,
}

/// The commands of a node.
#[derive(Debug, Subcommand)]
pub(crate) enum NodeCommand {
    /// Run a node until it is told to stop 运行节点，直到要求停止
    #[command(after_help = RUN_HELP)]
    Run(Run),
    /// Say everything that is wrong with a configuration 检查配置，列出所有问题
    #[command(after_help = CHECK_HELP)]
    CheckConfig(Run),
    /// Try whether a database does what claims rely on, before it is used 试验数据库能否可靠保存费用占用
    #[command(after_help = STORE_CHECK_HELP)]
    StoreCheck(StoreCheck),
    /// Packages at the member's own desk 本机构收到和要发出的资料包
    Desk(Desk),
    /// The keys under which tokens are made 生成令牌所用的密钥
    Keys(Keys),
    /// Answer a file of messages of a member without a server 办理没有服务器的成员以文件送来的消息
    #[command(after_help = BATCH_HELP)]
    Batch(Batch),
}

/// What `node batch` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Batch {
    /// The file of messages, as `tongzhou outbox export` writes it 消息文件
    #[arg(value_name = "FILE.tzmsg.age")]
    pub(crate) file: PathBuf,
    /// Where to write the answers; it must not be there yet 应答写到哪里
    #[arg(short, long, value_name = "FILE.tzans.age", value_parser = to_write())]
    pub(crate) output: PathBuf,
    /// How the node is set up 节点的配置文件
    #[arg(long, value_name = "node.toml", default_value = "node.toml")]
    pub(crate) config: PathBuf,
}

/// Which configuration is meant.
#[derive(Debug, ClapArgs)]
pub(crate) struct Run {
    /// The configuration [default: tongzhou-node/node.toml where there is one, else the defaults] 配置文件
    #[arg(short, long, value_name = "FILE.toml")]
    pub(crate) config: Option<PathBuf>,
}

/// What `node store-check` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct StoreCheck {
    /// The address of an empty database of its own, sqlite:PATH or postgres://USER@HOST/DATABASE 数据库地址
    #[arg(value_name = "DATABASE")]
    pub(crate) database: String,
}

/// What `node desk` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Desk {
    /// What to do at the desk.
    #[command(subcommand)]
    pub(crate) command: DeskCommand,
}

/// The commands of the desk.
#[derive(Debug, Subcommand)]
pub(crate) enum DeskCommand {
    /// List packages that came in, the newest first 列出收到的资料包，由新到旧
    #[command(after_help = DESK_HELP)]
    List(DeskList),
    /// Take a package out, sealed as it came 取出一个资料包（仍为密封状态）
    #[command(after_help = DESK_HELP)]
    Fetch(DeskFetch),
    /// Set where a case stands, which the sender is told 设置审核状态，发送方可以看到
    #[command(after_help = DESK_HELP)]
    State(DeskState),
    /// Seal a signed package for those whom it names, and lay it out for them to fetch 密封并放出一个已签名的资料包，等接收方取走
    #[command(after_help = DESK_HELP)]
    Post(DeskPost),
}

/// What `node desk list` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct DeskList {
    #[command(flatten)]
    pub(crate) node: Run,
    /// How many at most 最多列出几个
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub(crate) most: u32,
    /// For people, or as JSON 输出格式
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
}

/// What `node desk fetch` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct DeskFetch {
    /// The id of the package 资料包标识号
    #[arg(value_name = "PACKAGE-ID")]
    pub(crate) package: Uuid7,
    /// The file to write; it must not be there yet 要写出的文件
    #[arg(short, long, value_name = "FILE.tzpkg.age", value_parser = to_write())]
    pub(crate) output: PathBuf,
    #[command(flatten)]
    pub(crate) node: Run,
}

/// What `node desk state` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct DeskState {
    /// The id of the package 资料包标识号
    #[arg(value_name = "PACKAGE-ID")]
    pub(crate) package: Uuid7,
    /// Where the case stands, by its code; `tongzhou codes process-state` lists them 审核状态代码
    #[arg(value_name = "STATE", value_parser = state)]
    pub(crate) state: ProcessState,
    #[command(flatten)]
    pub(crate) node: Run,
}

/// What `node desk post` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct DeskPost {
    /// The signed package 已签名的资料包
    #[arg(value_name = "FILE.tzpkg")]
    pub(crate) package: PathBuf,
    #[command(flatten)]
    pub(crate) node: Run,
}

/// What `node keys` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Keys {
    /// What to do with the keys.
    #[command(subcommand)]
    pub(crate) command: KeysCommand,
}

/// The commands of token keys.
#[derive(Debug, Subcommand)]
pub(crate) enum KeysCommand {
    /// Make a key and share it out among evaluators 生成密钥，分给各令牌计算方
    #[command(after_help = DEAL_HELP)]
    Deal(Deal),
}

/// What `node keys deal` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Deal {
    /// The folder for the files; it is made where there is none 文件写到哪个文件夹
    #[arg(short, long, value_name = "FOLDER", value_parser = to_write())]
    pub(crate) output: PathBuf,
    /// Which tokens the key makes: subject (children) or expense (bills) 用途：subject 受助人，expense 费用
    #[arg(long, value_name = "PURPOSE", value_parser = purpose)]
    pub(crate) purpose: TokenPurpose,
    /// The number of the key's epoch; the first key of a purpose has 1 密钥周期的编号，第一把为 1
    #[arg(long, value_name = "NUMBER", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub(crate) epoch: u32,
    /// How many shares it takes to make a token 合成一个令牌需要几个份额
    #[arg(long, value_name = "NUMBER", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..))]
    pub(crate) threshold: u8,
    /// How many shares there are 共有几个份额
    #[arg(long, value_name = "NUMBER", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..))]
    pub(crate) shares: u8,
    #[command(flatten)]
    pub(crate) passphrase: PassphraseFrom,
}

fn state(text: &str) -> Result<ProcessState, String> {
    ProcessState::from_code(text).ok_or_else(|| {
        let all: Vec<_> = ProcessState::ALL.iter().map(|state| state.code()).collect();
        all.join(", ")
    })
}

fn purpose(text: &str) -> Result<TokenPurpose, String> {
    TokenPurpose::from_code(text).ok_or_else(|| {
        let all: Vec<_> = TokenPurpose::ALL.iter().map(|purpose| purpose.code()).collect();
        all.join(", ")
    })
}

pub(super) const NODE_HELP: &str = "\
Examples 例子:
  tongzhou node check-config --config node.toml
  tongzhou node run --config node.toml
  tongzhou node desk list --config node.toml
  tongzhou node keys deal --purpose subject --threshold 2 --shares 3 -o shares
  tongzhou node batch stick/messages.tzmsg.age -o stick/answers.tzans.age --config node.toml

Exit codes 退出码: 0 done 已完成; 1 something is wrong 有错; 2 the command line is wrong 命令写法有误; 3 something could \
not be read or written 无法读写";

const BATCH_HELP: &str = "\
Example 例子:
  tongzhou node batch stick/messages.tzmsg.age -o stick/answers.tzans.age --config node.toml

Each message is done as over the network, with the same verdict; the node may be running meanwhile. Handed in again, the \
same file does nothing twice, and its answers are written anew.
每条消息与通过网络提出的一样办理，结论相同；节点可以同时运行。同一个文件再次交来，不会重复办理，只重新写出应答。

Exit codes 退出码: 0 answered 已应答; 1 the file is refused, or the configuration is wrong 文件被拒绝或配置有误; 2 the command \
line is wrong 命令写法有误; 3 something could not be read or written 无法读写";

const DEAL_HELP: &str = "\
Examples 例子:
  tongzhou node keys deal --purpose subject --threshold 2 --shares 3 -o shares
  tongzhou node keys deal --purpose expense -o shares

One of one is for trying it out. In an alliance two of three or more, each with another legal person: whoever has as many \
shares as it takes can find out by trial which child a token stands for. The whole key is never written down.
一份即全部，只供试用。联盟应当至少三份取二，各由不同的法人保管：谁凑够了所需份额，谁就能逐个试出令牌对应的孩子。\
完整的密钥从不写出。

Exit codes 退出码: 0 made 已生成; 1 the passphrase is wrong 口令不合要求; 2 the command line is wrong 命令写法有误; \
3 a file is there already, or something could not be read or written 文件已存在，或无法读写";

const RUN_HELP: &str = "\
Examples 例子:
  tongzhou node run --config node.toml
  TONGZHOU_NODE_LISTEN=127.0.0.1:9000 tongzhou node run --config node.toml

A node needs a member directory and keys that are in it; to see everything at work without any, run tongzhou demo. \
The passphrase of the keys comes from keys.passphrase-file or from TONGZHOU_NODE_PASSPHRASE. The log goes to standard \
error, one JSON object a line. Ctrl-C or SIGTERM: no more requests are taken, those under way are finished.
节点需要成员名录和名录中的密钥；只想看看效果，请运行 tongzhou demo。密钥口令来自 keys.passphrase-file 或 \
TONGZHOU_NODE_PASSPHRASE。日志写到标准错误，每行一个 JSON。按 Ctrl-C 或收到 SIGTERM 时，不再接受新请求，办完手头的再退出。

Exit codes 退出码: 0 stopped as told 按要求停止; 1 the configuration is wrong 配置有误; 2 the command line is wrong \
命令写法有误; 3 it cannot listen, or something could not be read 无法监听或读取";

const STORE_CHECK_HELP: &str = "\
Everything is tried on the real tables, which are made where there are none, by many connections at once, and taken away \
again.
在真实的表上以多个连接同时试验，没有表时先建立，试完清除。

Examples 例子:
  tongzhou node store-check sqlite:try.db
  tongzhou node store-check postgres://tongzhou@localhost/try

Exit codes 退出码: 0 everything holds 全部可靠; 1 something does not, so no claim may be kept there 有不可靠之处，不得用来保存费用占用; \
2 the command line is wrong 命令写法有误; 3 it could not be tried 无法试验";

const CHECK_HELP: &str = "\
Examples 例子:
  tongzhou node check-config --config node.toml

Opens everything that the configuration names, and does not listen.
打开配置中的每一项，但不监听。

Exit codes 退出码: 0 nothing is wrong 没有问题; 1 something is wrong 有问题; 2 the command line is wrong 命令写法有误; \
3 something could not be read 无法读取";

const DESK_HELP: &str = "\
Examples 例子:
  tongzhou node desk list --config node.toml
  tongzhou node desk fetch 019a0000-0000-7000-8000-000000000001 -o case.tzpkg.age --config node.toml
  tongzhou node desk state 019a0000-0000-7000-8000-000000000001 verification --config node.toml
  tongzhou node desk post referral.tzpkg --config node.toml

Works on the database of the node, whether that runs or not.
直接使用节点的数据库，节点运行与否都可以。

Exit codes 退出码: 0 done 已完成; 1 the package is refused or unknown, or the configuration is wrong 资料包不能采用、没有找到，或配置有误; \
2 the command line is wrong 命令写法有误; 3 something could not be read or written 无法读写";
