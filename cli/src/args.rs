//! The command line.

pub(crate) mod asking;
mod code_arg;
pub(crate) mod conformance;
mod delivery;
pub(crate) mod keys;
pub(crate) mod mock;
pub(crate) mod node;
pub(crate) mod outbox;
mod output_arg;
mod package;
pub(crate) mod standard;
pub(crate) mod trace;
pub(crate) mod verdicts;

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use tongzhou::{
    code::{Code, lists::Severity},
    text::Lang,
    value::Date,
};

use self::{
    delivery::{OPEN_HELP, SEAL_HELP, SIGN_HELP, VERIFY_HELP},
    package::{INSPECT_HELP, NEW_HELP, PACK_HELP, UNPACK_HELP},
};

pub(crate) use self::{
    delivery::{Identities, Members, Open, OptionalMembers, Seal, Sign, TrustArgs, Verify},
    package::{Inspect, New, Pack, Unpack},
};

/// Tongzhou 同舟: one application package that many children's charities accept.
#[derive(Debug, Parser)]
#[command(name = "tongzhou", version, about = ABOUT, arg_required_else_help = true, after_help = FIRST_STEPS)]
pub(crate) struct Args {
    #[command(flatten)]
    pub(crate) language: Language,
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check documents and packages 校验文件和资料包
    #[command(after_help = VALIDATE_HELP)]
    Validate(Validate),
    /// Explain a rule: what it means, why, what to do 解释一条规则
    #[command(after_help = EXPLAIN_HELP)]
    Explain(Explain),
    /// List the rules of the standard 列出标准的规则
    #[command(after_help = RULES_HELP)]
    Rules(Rules),
    /// List the codelists, or the codes of one 列出代码表，或一张表里的代码
    #[command(after_help = CODES_HELP)]
    Codes(Codes),
    /// Begin an application in a new folder 新建一份申请
    #[command(after_help = NEW_HELP)]
    New(New),
    /// Make a package of a working folder 把工作文件夹打成资料包
    #[command(after_help = PACK_HELP)]
    Pack(Pack),
    /// Make a working folder of a package again 把资料包还原成工作文件夹
    #[command(after_help = UNPACK_HELP)]
    Unpack(Unpack),
    /// Show what is in a package without checking it 查看资料包里有什么（不校验）
    #[command(after_help = INSPECT_HELP)]
    Inspect(Inspect),
    /// Sign a package 给资料包签名
    #[command(after_help = SIGN_HELP)]
    Sign(Sign),
    /// Verify who signed a package, and that nothing in it was changed since 核验签名
    #[command(after_help = VERIFY_HELP)]
    Verify(Verify),
    /// Seal a signed package for those whom it names 按接收机构密封资料包
    #[command(after_help = SEAL_HELP)]
    Seal(Seal),
    /// Open a sealed package into an inbox 打开密封的资料包
    #[command(after_help = OPEN_HELP)]
    Open(Open),
    /// Show what was billed, who paid and what is left, one bill at a time 查看费用：票据、支付方和剩余负担
    #[command(after_help = RECEIPTS_HELP)]
    Receipts(Receipts),
    /// Ask whether a child was helped already, and who is about to help 查询儿童是否已获救助、是否有机构准备救助
    #[command(after_help = asking::LOOKUP_HELP)]
    Lookup(asking::LookUp),
    /// Hold an amount on a bill, confirm before paying, give it up 占用费用、确认支付、解除占用
    #[command(subcommand, after_help = asking::CLAIM_HELP)]
    Claim(asking::Claim),
    /// Register that aid was promised, paid or returned 登记救助：承诺、支付或退回
    #[command(after_help = asking::REPORT_HELP)]
    ReportAid(asking::ReportAid),
    /// Withdraw a consent 撤回授权同意书
    #[command(after_help = asking::WITHDRAW_HELP)]
    WithdrawConsent(asking::WithdrawConsent),
    /// Tell a guardian who looked 查询谁看过
    #[command(after_help = asking::WHO_LOOKED_HELP)]
    WhoLooked(asking::WhoLooked),
    /// See what the registry has to tell your organisation 查看登记处的通知
    #[command(after_help = asking::NOTICES_HELP)]
    Notices(asking::Notices),
    /// Send a sealed referral to a member 把密封的转介资料包送交成员
    #[command(after_help = asking::REFER_HELP)]
    Refer(asking::Refer),
    /// Ask a member where a package stands 查询资料包状态
    #[command(after_help = asking::STATUS_HELP)]
    Status(asking::Status),
    /// Carry what waits as files, without a server 发件箱：没有服务器时以文件送交
    #[command(subcommand, after_help = outbox::OUTBOX_HELP)]
    Outbox(outbox::Outbox),
    /// Print fresh ids for documents, papers and receipts 生成新的标识号
    #[command(after_help = ID_HELP)]
    Id(Id),
    /// Make private keys, locked with a passphrase 生成私钥，用口令锁住
    #[command(after_help = keys::KEYGEN_HELP)]
    Keygen(keys::Keygen),
    /// Make, sign and check the member directory 制作、签署和核对成员名录
    #[command(after_help = keys::DIRECTORY_HELP)]
    Directory(keys::Directory),
    /// Run a node that registers, evaluates or receives 运行登记、计算令牌或接收资料的节点
    #[command(after_help = node::NODE_HELP)]
    Node(node::Node),
    /// See charities share one family's application on this computer, with made-up data 在本机演示几家机构如何协作（虚构数据）
    #[command(after_help = DEMO_HELP)]
    Demo,
    /// Test implementations and systems for conformance 一致性测试
    #[command(subcommand, after_help = conformance::CONFORMANCE_HELP)]
    Conformance(conformance::Conformance),
    /// For those who publish the standard 供标准的发布者使用
    #[command(subcommand, after_help = standard::STANDARD_HELP)]
    Standard(standard::Standard),
    /// Print the completions of a shell 输出命令补全脚本
    #[command(after_help = COMPLETIONS_HELP)]
    Completions(Completions),
}

/// What `validate` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Validate {
    /// JSON documents, packages (.tzpkg), files with one document a line (.ndjson), folders of these, or - for
    /// one document or package on standard input 要校验的文件、资料包或文件夹；- 表示从标准输入读取
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// How to report: for people, or one JSON report a line (a single input: one indented report) 报告格式
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
    /// The day by which validity, ages and time limits are judged [default: today in China] 以哪一天为准
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) as_of: Option<Date>,
    /// How many threads check [default: as many as the machine has cores] 线程数
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) threads: Option<u16>,
    #[command(flatten)]
    pub(crate) members: OptionalMembers,
    #[command(flatten)]
    pub(crate) identities: Identities,
}

/// What `explain` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Explain {
    /// The code of a rule, such as TZ-CHD-001; case does not matter, nor whether TZ- is written 规则代码
    #[arg(value_name = "CODE")]
    pub(crate) code: String,
    /// For people, or as JSON 输出格式
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
}

/// What `rules` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Rules {
    /// Only the rules of these areas, such as CHD or RCP; case does not matter 只列这些领域
    #[arg(long, value_name = "AREA", value_delimiter = ',')]
    pub(crate) area: Vec<String>,
    /// Only the rules of these severities 只列这些级别
    #[arg(long, value_enum, value_name = "SEVERITY", value_delimiter = ',')]
    pub(crate) severity: Vec<SeverityArg>,
    /// For people, or as JSON 输出格式
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
}

/// What `codes` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Codes {
    /// The codelist, such as sex, by its name or title; left out, all are listed 代码表的名称，不写则列出全部
    #[arg(value_name = "LIST")]
    pub(crate) list: Option<String>,
    /// For people, or as JSON 输出格式
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
}

/// What `receipts` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Receipts {
    /// Packages, receipts and applications (.json), folders of these, or - for standard input; what is given
    /// together is looked at together 资料包、票据或申请书文件、文件夹；- 表示从标准输入读取；一起给出的合在一起看
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// For people, or as JSON 输出格式
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
}

/// What `id` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Id {
    /// How many ids, one a line 生成几个，每行一个
    #[arg(value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub(crate) count: u16,
}

/// What `completions` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Completions {
    /// The shell 命令行外壳
    #[arg(value_enum)]
    pub(crate) shell: Shell,
}

/// The language of what people read.
#[derive(Clone, Copy, Debug, ClapArgs)]
pub(crate) struct Language {
    /// The language [default: by the locale] 语言
    #[arg(long, value_enum, global = true)]
    lang: Option<LangArg>,
}

/// How results are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people 给人看
    Human,
    /// For programs 给程序用
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

/// A severity as an argument: the codes of the published list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SeverityArg(pub(crate) Severity);

impl ValueEnum for SeverityArg {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self(Severity::Error), Self(Severity::Warning), Self(Severity::Info)]
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        Some(clap::builder::PossibleValue::new(self.0.code()).help(self.0.title(Lang::ZhCn)))
    }
}

impl Language {
    /// The language asked for, else that of the locale.
    pub(crate) fn get(self) -> Lang {
        match self.lang {
            Some(LangArg::ZhCn) => Lang::ZhCn,
            Some(LangArg::En) => Lang::En,
            None => lang_of_locale(),
        }
    }
}

/// The language that a command line asks for which cannot be read, else that of the locale.
pub(crate) fn lang_of_words() -> Lang {
    let words: Vec<String> = std::env::args_os().map(|word| word.to_string_lossy().into_owned()).collect();
    let after = words.windows(2).find_map(|pair| match pair {
        [option, value] if option == "--lang" => Some(value.as_str()),
        _ => None,
    });
    let asked = after.or_else(|| words.iter().find_map(|word| word.strip_prefix("--lang=")));
    let asked = asked.and_then(|value| LangArg::from_str(value, true).ok());
    Language { lang: asked }.get()
}

/// The language of the locale of messages as POSIX finds it: by the first of the three variables that is set and
/// not empty.
pub(crate) fn lang_of_locale() -> Lang {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .unwrap_or_default();
    Lang::of_locale(&locale)
}

const ABOUT: &str = "\
Tongzhou 同舟: one application package that many children's charities accept
一份资料包，多家儿童大病救助组织共同接受";

const FIRST_STEPS: &str = "\
First steps 第一步:
  tongzhou new my-application                            begin 新建
  tongzhou pack my-application -o my-application.tzpkg   pack 打包
  tongzhou validate my-application.tzpkg                 check 校验";

const VALIDATE_HELP: &str = "\
Examples 例子:
  tongzhou validate application.json
  tongzhou validate --lang zh-CN my-application.tzpkg
  tongzhou validate --format json --as-of 2026-10-01 folder/
  tongzhou validate application.tzpkg.age --directory directory.json --identity our.key

Order 顺序: reports come in the order of the inputs, those of a folder in the order of the names in it (what is in a \
folder within comes where the name of that folder stands), those of a file of lines line by line. No report holds a file's name, which can name a child; input.sha256 \
and input.size tell which is which. What cannot be read has no report and is told on standard error.
报告按校验对象的先后排列：文件夹里按名称排序，子文件夹的内容排在它的名称所在的位置；逐行的文件按行。报告里没有文件名（可能含有儿童姓名），可凭 \
input.sha256 和 input.size 对应；无法读取的没有报告，只在标准错误里说明。

Exit codes 退出码: 0 no error was found 没有错误; 1 the input is wrong 内容有错; 2 the command line is wrong \
命令写法有误; 3 something could not be done or checked 有事未能完成或无法检查";

const EXPLAIN_HELP: &str = "\
Example 例子:
  tongzhou explain TZ-CHD-001

Exit codes 退出码: 0 explained 已解释; 2 no such rule, or the command line is wrong 没有这条规则或命令写法有误; \
3 could not be printed 无法输出";

const RULES_HELP: &str = "\
Examples 例子:
  tongzhou rules --area RCP,DOC --severity error
  tongzhou rules --format json

Exit codes 退出码: 0 listed 已列出; 2 no such area, or the command line is wrong 没有这个领域或命令写法有误; \
3 could not be printed 无法输出";

const CODES_HELP: &str = "\
Examples 例子:
  tongzhou codes
  tongzhou codes sex
  tongzhou codes --format json treatment-stage

Exit codes 退出码: 0 listed 已列出; 2 no such list, or the command line is wrong 没有这张表或命令写法有误; \
3 could not be printed 无法输出";

const ID_HELP: &str = "\
Examples 例子:
  tongzhou id
  tongzhou id 5

Exit codes 退出码: 0 printed 已输出; 2 the command line is wrong 命令写法有误; 3 the computer gives no time or random \
numbers, or they could not be printed 电脑没有提供时间或随机数，或无法输出";

const COMPLETIONS_HELP: &str = "\
Examples 例子:
  tongzhou completions bash > ~/.local/share/bash-completion/completions/tongzhou
  tongzhou completions zsh > ~/.zfunc/_tongzhou

Exit codes 退出码: 0 printed 已输出; 2 the command line is wrong 命令写法有误; 3 could not be printed 无法输出";

const DEMO_HELP: &str = "\
Example 例子:
  tongzhou demo --lang zh-CN

Starts a registry and three charities on this computer, each with a database of its own in a folder that is deleted at \
the end. Nothing leaves this computer, and nobody in it is real.
在本机启动一个登记处和三家慈善组织，各有自己的数据库，结束后一并删除。数据不离开本机，人物全是虚构的。

Exit codes 退出码: 0 it went through 演示完成; 2 the command line is wrong 命令写法有误; 3 it could not go on, or was stopped 未能继续或中途停止";

const RECEIPTS_HELP: &str = "\
Examples 例子:
  tongzhou receipts my-application.tzpkg
  tongzhou receipts --format json receipts/

Nothing is checked here 本命令不作校验: tongzhou validate does.

Exit codes 退出码: 0 shown 已显示; 1 a package is refused or a receipt has not its shape 资料包被拒绝或票据格式有误; \
2 the command line is wrong 命令写法有误; 3 something could not be read 无法读取";
