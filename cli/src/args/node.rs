//! The command line of a node.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand};
use tongzhou::code::{Code, lists::TokenPurpose};

use super::keys::PassphraseFrom;

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
    #[arg(short, long, value_name = "FILE.tzans.age")]
    pub(crate) output: PathBuf,
    /// How the node is set up 节点的配置文件
    #[arg(long, value_name = "node.toml", default_value = "node.toml")]
    pub(crate) config: PathBuf,
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
    #[arg(short, long, value_name = "FOLDER")]
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

fn purpose(text: &str) -> Result<TokenPurpose, String> {
    TokenPurpose::from_code(text).ok_or_else(|| {
        let all: Vec<_> = TokenPurpose::ALL.iter().map(|purpose| purpose.code()).collect();
        all.join(", ")
    })
}

pub(super) const NODE_HELP: &str = "\
Examples 例子:
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
