//! What those take who test conformance.

use std::{ffi::OsString, path::PathBuf};

use clap::{Args as ClapArgs, Subcommand, ValueEnum};
use tongzhou_client::Address;
use tongzhou_conformance::{case::Role, vector::Area};

use super::output_arg::to_write;
use super::trace::{REQUIREMENTS_HELP, Requirements};

use super::mock::{MOCK_HELP, ServeMock};
use super::verdicts::{self, Certify, Compare, KnownFailingArg, Revoke, Show, VerifyCertificate};

/// What `conformance` does.
#[derive(Debug, Subcommand)]
pub(crate) enum Conformance {
    /// Count the vectors, or write them as an archive that needs no Rust 统计测试向量，或写成不依赖 Rust 的归档
    #[command(after_help = VECTORS_HELP)]
    Vectors(Vectors),
    /// Ask an implementation every vector, through its adapter 通过适配器，用测试向量检查一个实现
    #[command(after_help = ADAPTER_HELP)]
    Adapter(Adapter),
    /// Count the requirements and what shows each: a vector, an HTTP case or an attestation 统计各条要求由什么证明
    #[command(after_help = REQUIREMENTS_HELP)]
    Requirements(Requirements),
    /// Be the adapter of this SDK, for those who write one 充当本 SDK 的适配器，供编写者参考
    #[command(after_help = SERVE_ADAPTER_HELP)]
    ServeAdapter,
    /// Make the member directory of a test tenant 制作测试环境的成员名录
    #[command(after_help = DIRECTORY_HELP)]
    Directory(TenantDirectory),
    /// Test a live member, registry or evaluator over HTTP 在线测试成员、登记处或令牌计算方
    #[command(after_help = RUN_HELP)]
    Run(Run),
    /// Show a report that was kept as JSON in another form, such as a page 把 JSON 报告换一种格式显示，例如网页
    #[command(after_help = verdicts::SHOW_HELP)]
    Report(Show),
    /// Say what became better or worse from one report to another 对比两份测试报告
    #[command(after_help = verdicts::COMPARE_HELP)]
    Compare(Compare),
    /// Issue a certificate on reports that passed 凭通过的测试报告颁发一致性证书
    #[command(after_help = verdicts::CERTIFY_HELP)]
    Certify(Box<Certify>),
    /// Say whether a certificate can be relied on 核验一致性证书
    #[command(after_help = verdicts::VERIFY_HELP)]
    VerifyCertificate(VerifyCertificate),
    /// Revoke a certificate, or renew the list of those that were 撤销一致性证书，或续签撤销名单
    #[command(after_help = verdicts::REVOKE_HELP)]
    Revoke(Revoke),
    /// Test a client: be the registry, evaluators and a member that it asks 测试客户端：充当它所询问的登记处、令牌计算方和成员
    #[command(after_help = MOCK_HELP)]
    ServeMock(ServeMock),
}

/// What `conformance directory` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct TenantDirectory {
    /// The entry of who is to be tested; may be named several times 被测机构的登记内容，可多次写明
    #[arg(long = "member", required = true, value_name = "member.json")]
    pub(crate) members: Vec<PathBuf>,
    /// The folder to write the directory and its signatures to 名录及其签名写到哪个文件夹
    #[arg(short, long, value_name = "FOLDER", value_parser = to_write())]
    pub(crate) output: PathBuf,
    /// Replace the files where they are there 文件已存在时覆盖
    #[arg(long)]
    pub(crate) force: bool,
}

/// What `conformance run` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Run {
    /// The address of the interface, without v1/ 接口地址，不含 v1/
    #[arg(long, value_name = "URL")]
    pub(crate) target: Address,
    /// What is tested; may be named several times 测试哪个角色，可多次写明
    #[arg(long = "role", required = true, value_name = "member|registry|evaluator", value_parser = role)]
    pub(crate) roles: Vec<Role>,
    /// The directory that the target follows 被测方使用的成员名录
    #[arg(long, value_name = "directory.json")]
    pub(crate) directory: PathBuf,
    /// Its signatures [default: beside it] 名录的签名，默认在名录旁边
    #[arg(long, value_name = "directory.jws.json")]
    pub(crate) signatures: Option<PathBuf>,
    /// The code of who is tested, where the directory lists several 被测机构的统一社会信用代码
    #[arg(long, value_name = "CODE")]
    pub(crate) member: Option<String>,
    /// Only the case of this id, or those that show this requirement 只运行这个用例或与这条要求有关的用例
    #[arg(long, value_name = "ID")]
    pub(crate) only: Vec<String>,
    /// Note the run down in this file, and go on from it where it was broken off 把进度记在这个文件；中断后可接着做
    #[arg(long, value_name = "FILE", value_parser = to_write())]
    pub(crate) journal: Option<PathBuf>,
    /// Certificates in PEM that alone are trusted for https 只信任这些 PEM 证书
    #[arg(long, value_name = "FILE.pem")]
    pub(crate) roots: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) known: KnownFailingArg,
    /// For people, as JSON, for build servers, or as a page 输出格式
    #[arg(long, value_enum, default_value_t = ReportFormat::Human)]
    pub(crate) format: ReportFormat,
}

/// What `conformance vectors` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Vectors {
    /// Write the archive to this file 归档写到这个文件
    #[arg(short, long, value_name = "FILE.tar.gz", value_parser = to_write())]
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
    #[command(flatten)]
    pub(crate) known: KnownFailingArg,
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

fn role(text: &str) -> Result<Role, String> {
    let roles = [Role::Member, Role::Registry, Role::Evaluator];
    roles.into_iter().find(|role| role.name() == text).ok_or_else(|| roles.map(Role::name).join(", "))
}

fn area(text: &str) -> Result<Area, String> {
    Area::ALL.into_iter().find(|area| area.name() == text).ok_or_else(|| Area::ALL.map(Area::name).join(", "))
}

pub(super) const CONFORMANCE_HELP: &str = "\
Examples 例子:
  tongzhou conformance vectors -o vectors.tar.gz
  tongzhou conformance adapter -- python3 adapter.py
  tongzhou conformance adapter --area tokens -- ./our-adapter
  tongzhou conformance run --target http://127.0.0.1:8520 --role member --directory tenant/directory.json
  tongzhou conformance requirements
  tongzhou conformance serve-mock --member member.json -o mock

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
  tongzhou conformance adapter --known-failing known.csv -- ./our-adapter

conformance/ADAPTER.md tells what an adapter is asked. What it does not claim to do is not applicable, and no pass.
conformance/ADAPTER.md 写明适配器会被问到什么。适配器没有声明的方面记为不适用，不算通过。

Exit codes 退出码: 0 everything asked is right, but for what is excused 全部通过（已备案的除外）; \
1 something is wrong, or the list of known failures is 有不通过的，或已知不通过清单有误; 2 the command line is wrong 命令写法有误; \
3 something could not be checked, or nothing was 有无法检查的，或什么也没有检查";

const SERVE_ADAPTER_HELP: &str = "\
Example 例子:
  tongzhou conformance adapter -- tongzhou conformance serve-adapter

Exit codes 退出码: 0 there were no more questions 问题已答完; 2 the command line is wrong 命令写法有误; 3 a line was no \
question 收到的行不是问题";

const DIRECTORY_HELP: &str = "\
Example 例子:
  tongzhou conformance directory --member member.json -o tenant

The suite's own members are in it, and their private keys are published: it is for test tenants alone.
其中有测试程序自己的机构，其私钥是公开的：只用于测试环境。

Exit codes 退出码: 0 written 已写出; 1 an entry is not taken 登记内容不能采用; 2 the command line is wrong 命令写法有误; 3 a file \
could not be read or written 无法读写文件";

const RUN_HELP: &str = "\
Examples 例子:
  tongzhou conformance run --target http://127.0.0.1:8520 --role registry --directory tenant/directory.json
  tongzhou conformance run --target https://test.example --role member --directory tenant/directory.json --format html > report.html
  tongzhou conformance run --target http://127.0.0.1:8520 --role registry --directory tenant/directory.json --only REQ-CLM-015

conformance/HTTP.md tells what a test tenant is, and how it is judged. Made-up data alone is sent, and taken back.
conformance/HTTP.md 写明什么是测试环境、怎样判断。只发送虚构数据，并在结束时撤回。

Exit codes 退出码: 0 everything asked is right 全部通过; 1 something is wrong 有不通过的; 2 the command line is wrong 命令写法有误; \
3 something could not be checked, or nothing was 有无法检查的，或什么也没有检查";
