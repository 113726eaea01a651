//! What those take who judge reports: known failures, comparisons, certificates.

use std::path::PathBuf;

use clap::{ArgGroup, Args as ClapArgs};
use tongzhou::{
    code::lists::ConformanceRole,
    value::{OrganisationCode, Uuid7},
};
use tongzhou_conformance::{certificate::RevocationReason, listed::is_line};

use super::{
    Format, OptionalMembers, code_arg::CodeArg, conformance::ReportFormat, keys::PassphraseFrom,
    output_arg::to_write,
};

/// The list of known failures of a run.
#[derive(Debug, ClapArgs)]
pub(crate) struct KnownFailingArg {
    /// Known failures that are excused for now, CSV or JSON: check,owner,reason,expires; a line that does not fit any more
    /// makes the run fail 已知不通过清单：检查编号、负责人、原因、期限（最多 180 天）；有一行不再属实即判为不通过
    #[arg(long, value_name = "FILE")]
    pub(crate) known_failing: Option<PathBuf>,
}

/// What `conformance report` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Show {
    /// The report, as --format json writes it 测试报告
    #[arg(value_name = "REPORT.json")]
    pub(crate) report: PathBuf,
    /// For people, as JSON, for build servers, or as a page 输出格式
    #[arg(long, value_enum, default_value_t = ReportFormat::Human)]
    pub(crate) format: ReportFormat,
}

/// What `conformance compare` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Compare {
    /// The report before, as --format json writes it 之前的报告
    #[arg(value_name = "BEFORE.json")]
    pub(crate) before: PathBuf,
    /// The report after 之后的报告
    #[arg(value_name = "AFTER.json")]
    pub(crate) after: PathBuf,
    /// For people, or as JSON 输出格式
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
}

/// What `conformance certify` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Certify {
    /// A report, as --format json writes it; once for each 测试报告，每份写一次
    #[arg(long = "report", value_name = "REPORT.json", required = true)]
    pub(crate) reports: Vec<PathBuf>,
    /// The unified social credit code of the member 成员的统一社会信用代码
    #[arg(long, value_name = "CODE", value_parser = organisation)]
    pub(crate) member: OrganisationCode,
    /// The name of the member 成员名称
    #[arg(long, value_name = "NAME", value_parser = line)]
    pub(crate) name: String,
    /// The role that was tested 测试的角色
    #[arg(long, value_name = "ROLE", value_parser = CodeArg::<ConformanceRole>::new())]
    pub(crate) role: ConformanceRole,
    /// Who ran the suite: a report is only as good as that 测试由谁运行
    #[arg(long, value_name = "NAME", value_parser = line)]
    pub(crate) ran_by: String,
    /// Who issues the certificate, by the name in the member directory 颁发方，与成员名录中的名称一致
    #[arg(long, value_name = "NAME", value_parser = line)]
    pub(crate) issuer: String,
    /// Where the list of revoked certificates is published 撤销名单公布在哪里
    #[arg(long, value_name = "https://…", value_parser = address)]
    pub(crate) revocations: String,
    /// What cannot be tested from outside, CSV or JSON: requirement,by,on,evidence 书面说明
    #[arg(long, value_name = "FILE")]
    pub(crate) attestations: Option<PathBuf>,
    /// For how many days the certificate holds 有效天数
    #[arg(long, value_name = "DAYS", default_value_t = 365, value_parser = clap::value_parser!(i64).range(1..=365))]
    pub(crate) valid_days: i64,
    /// How old a report may be, in days 报告最多是几天以前的
    #[arg(long, value_name = "DAYS", default_value_t = 30, value_parser = clap::value_parser!(i64).range(1..=365))]
    pub(crate) report_days: i64,
    #[command(flatten)]
    pub(crate) signer: Signer,
    /// The certificate to write; its signatures go beside it 要写出的证书，签名写在旁边
    #[arg(short, long, value_name = "certificate.json", value_parser = to_write())]
    pub(crate) output: PathBuf,
    /// Write a page to be printed too 另写一页供打印
    #[arg(long, value_name = "FILE.html", value_parser = to_write())]
    pub(crate) html: Option<PathBuf>,
    /// Write over files that are there already 覆盖已有文件
    #[arg(long)]
    pub(crate) force: bool,
}

/// The key with which the secretariat signs.
#[derive(Debug, ClapArgs)]
pub(crate) struct Signer {
    /// The key file of the secretariat 秘书处的密钥文件
    #[arg(long, value_name = "FILE.key")]
    pub(crate) key: PathBuf,
    #[command(flatten)]
    pub(crate) passphrase: PassphraseFrom,
}

impl Signer {
    /// What is read of it.
    pub(crate) fn files(&self) -> impl Iterator<Item = &PathBuf> {
        std::iter::once(&self.key).chain(&self.passphrase.passphrase_file)
    }
}

/// What `conformance verify-certificate` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct VerifyCertificate {
    /// The certificate; its signatures lie beside it as NAME.jws.json 证书
    #[arg(value_name = "certificate.json")]
    pub(crate) certificate: PathBuf,
    /// The list of revoked certificates; its signatures lie beside it. Without it nobody knows whether the certificate
    /// was revoked, and the answer is that it could not be checked 撤销名单；没有它就不能算核验完
    #[arg(long, value_name = "revocations.json")]
    pub(crate) revocations: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) members: OptionalMembers,
    /// Without a member directory: the public key of the issuer 没有名录时：颁发方的公钥文件
    #[arg(
        long,
        value_name = "FILE.pub.json",
        conflicts_with = "directory",
        required_unless_present = "directory"
    )]
    pub(crate) key: Option<PathBuf>,
    /// Write the page of the certificate 写出供打印的一页
    #[arg(long, value_name = "FILE.html", value_parser = to_write())]
    pub(crate) html: Option<PathBuf>,
    /// For people, or as JSON 输出格式
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
}

/// What `conformance revoke` takes.
#[derive(Debug, ClapArgs)]
#[command(group = ArgGroup::new("revoked").args(["certificate", "number"]))]
pub(crate) struct Revoke {
    /// The certificate to revoke; without one or a number, the list is only renewed 要撤销的证书；证书和编号都不写则只续签名单
    #[arg(long, value_name = "certificate.json", requires = "reason")]
    pub(crate) certificate: Option<PathBuf>,
    /// Its number, where the file is not at hand; nothing tells a mistyped one 手头没有证书文件时写编号；写错了无从发现
    #[arg(long, alias = "serial", value_name = "NUMBER", requires = "reason")]
    pub(crate) number: Option<Uuid7>,
    /// Why: no-longer-conforms, untrue, superseded, member-left, key-compromised 原因
    #[arg(long, value_name = "REASON", value_parser = reason, requires = "revoked")]
    pub(crate) reason: Option<RevocationReason>,
    /// Who issues the list, by the name in the member directory 颁发方，与成员名录中的名称一致
    #[arg(long, value_name = "NAME", value_parser = line)]
    pub(crate) issuer: String,
    #[command(flatten)]
    pub(crate) signer: Signer,
    /// Where the key has changed since: the public key that signed the list so far 换过密钥时：原名单的签名公钥
    #[arg(long, value_name = "FILE.pub.json")]
    pub(crate) former_key: Option<PathBuf>,
    /// Begin the list, for the first certificate; refused where there is one 新建名单；已有名单时不能用
    #[arg(long, conflicts_with = "former_key")]
    pub(crate) new: bool,
    /// The list; its signatures lie beside it 撤销名单，签名在旁边
    #[arg(short, long, value_name = "revocations.json", value_parser = to_write())]
    pub(crate) output: PathBuf,
    /// For how many days the list can be relied on 名单有效天数
    #[arg(long, value_name = "DAYS", default_value_t = 90, value_parser = clap::value_parser!(i64).range(1..=365))]
    pub(crate) valid_days: i64,
}

fn organisation(text: &str) -> Result<OrganisationCode, String> {
    text.parse().map_err(|_| {
        "a unified social credit code has 18 characters, of which the last checks the others; see whether one is mistyped \
         统一社会信用代码为 18 位，末位是校验码，请核对有没有写错"
            .to_owned()
    })
}

/// A name that fits into a line.
fn line(text: &str) -> Result<String, String> {
    let fits = is_line(text, 200).then(|| text.trim().to_owned());
    fits.ok_or_else(|| "1–200 个字 1 to 200 characters on one line".to_owned())
}

fn address(text: &str) -> Result<String, String> {
    let text = line(text)?;
    if text.starts_with("https://") {
        Ok(text)
    } else {
        Err("write an address that begins with https:// 请写以 https:// 开头的网址".to_owned())
    }
}

fn reason(text: &str) -> Result<RevocationReason, String> {
    let known = RevocationReason::ALL.into_iter().find(|reason| reason.code() == text);
    known.ok_or_else(|| RevocationReason::ALL.map(RevocationReason::code).join(", "))
}

pub(super) const SHOW_HELP: &str = "\
Example 例子:
  tongzhou conformance report report.json --format html > report.html

Exit codes 退出码: 0 it passed 通过; 1 something failed 有不通过的; 2 the command line is wrong 命令写法有误; 3 something could \
not be checked, or the report not be read 有无法检查的，或报告读不出来";
pub(super) const COMPARE_HELP: &str = "\
Example 例子:
  tongzhou conformance compare last-month.json today.json

Worse is what passed and does not any more, what fails and did not, and what is not asked any more although it passed.
“变差”指原来通过的不再通过，新出现的不通过，以及原来通过而不再检查的。

Exit codes 退出码: 0 nothing is worse 没有变差; 1 something is worse 有变差的; 2 the command line is wrong 命令写法有误; \
3 a report could not be read, or they have no check in common 报告读不出来，或两份报告没有相同的检查";

pub(super) const CERTIFY_HELP: &str = "\
Example 例子:
  tongzhou conformance certify --report report.json --member 531000000000000008 --name 示例基金会 --role consumer \
--ran-by 示例联盟秘书处 --issuer 示例联盟秘书处 --revocations https://alliance.example/revocations.json \
--key secretariat.key -o certificate.json --html certificate.html

conformance/certificates.csv tells which parts of the suite a role needs. A certificate never outlives an excuse that it
rests on.
conformance/certificates.csv 写明各角色须通过测试的哪些部分。证书的有效期不会晚于其中备案项的期限。

Exit codes 退出码: 0 issued 已颁发; 1 refused, or a key is wrong 不予颁发，或密钥有误; 2 the command line is wrong \
命令写法有误; 3 something could not be read or written 无法读写";

pub(super) const VERIFY_HELP: &str = "\
Examples 例子:
  tongzhou conformance verify-certificate certificate.json --revocations revocations.json --directory directory.json
  tongzhou conformance verify-certificate certificate.json --revocations revocations.json --key secretariat.pub.json

Exit codes 退出码: 0 it can be relied on 可以采信; 1 it cannot 不能采信; 2 the command line is wrong 命令写法有误; \
3 something could not be read, or it was not held against a list of revoked certificates that can be relied on \
无法读取，或没有对照可以采信的撤销名单";

pub(super) const REVOKE_HELP: &str = "\
Examples 例子:
  tongzhou conformance revoke --certificate certificate.json --reason superseded --issuer 示例联盟秘书处 --key secretariat.key -o revocations.json
  tongzhou conformance revoke --new --issuer 示例联盟秘书处 --key secretariat.key -o revocations.json
  tongzhou conformance revoke --issuer 示例联盟秘书处 --key secretariat.key -o revocations.json

The first revokes a certificate, the second begins the list, the third renews it.
三条命令依次为：撤销一张证书，新建名单，续签名单。
Publish the list and its signatures where the certificates say, and renew it before its last day.
名单和签名要公布在证书写明的地方，并在到期之前续签。

Exit codes 退出码: 0 written 已写出; 1 the list, the key or the passphrase is wrong 名单、密钥或口令有误; 2 the command \
line is wrong 命令写法有误; 3 something could not be read or written 无法读写";
