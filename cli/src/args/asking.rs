//! What the commands take that ask a registry.

use std::{path::PathBuf, str::FromStr};

use clap::{Args as ClapArgs, Subcommand};
use tongzhou::{
    code::lists::{AidStatus, ConsentWithdrawalReason, EntryClass, ReturnReason},
    value::Date,
};
use tongzhou_client::Address;
use tongzhou_exchange::message::wire::{Amount, CalendarMonth, Id, Organisation, Sum};

use super::{Format, Members, code_arg::CodeArg, keys::PassphraseFrom, output_arg::to_write};

/// In whose name is asked, and how.
#[derive(Debug, ClapArgs)]
pub(crate) struct Asking {
    #[command(flatten)]
    pub(crate) members: Members,
    /// The file with your organisation's keys; the signing key says in whose name is asked 本机构的密钥文件，签名密钥属于哪家机构，就以哪家的名义提出
    #[arg(long, value_name = "KEYFILE")]
    pub(crate) key: PathBuf,
    #[command(flatten)]
    pub(crate) passphrase: PassphraseFrom,
    /// Where the registry is reached, instead of the address in the directory 登记处的地址，不用名录中的
    #[arg(long, value_name = "URL", conflicts_with = "by_file")]
    pub(crate) registry: Option<Address>,
    /// Where another member is reached, instead of the address in the directory; once for each 某成员的地址，不用名录中的，可写多次
    #[arg(long = "at", value_name = "CODE=URL", conflicts_with = "by_file", value_parser = member_at)]
    pub(crate) at: Vec<(Organisation, Address)>,
    /// For how many seconds to try before giving up 最多尝试多少秒
    #[arg(long, value_name = "SECONDS", default_value_t = 45, value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub(crate) wait: u64,
    /// Put it into this outbox, to be carried as a file, and not on the network 放入发件箱，以文件送交，不用网络
    #[arg(long, value_name = "FOLDER")]
    pub(crate) by_file: Option<PathBuf>,
    /// For people, or as JSON 输出格式
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
}

/// Under which consent.
#[derive(Debug, ClapArgs)]
pub(crate) struct Consenting {
    /// The guardian's consent to your organisation, for this purpose 监护人给本机构的、用途相符的授权同意书
    #[arg(long, value_name = "CONSENT.json")]
    pub(crate) consent: PathBuf,
    /// The file of its salt, made where it is not there; keep it with the consent and give it to nobody
    /// [default: CONSENT.json.salt] 授权同意书的盐，没有则生成；与授权同意书一同保存，不给任何人
    #[arg(long, value_name = "FILE")]
    pub(crate) salt: Option<PathBuf>,
    /// The consent lets other members with a consent of the same child be told that it is your organisation
    /// 授权同意书允许告知同样持有该儿童同意的其他机构：是本机构
    #[arg(long)]
    pub(crate) may_be_named: bool,
}

/// Which child.
#[derive(Debug, ClapArgs)]
pub(crate) struct OfChild {
    /// The application, or the package that holds it 申请书或资料包
    #[arg(value_name = "APPLICATION", required_unless_present = "id_file")]
    pub(crate) application: Option<PathBuf>,
    /// Instead: a file whose first line is the child's resident id number; - for standard input, never the command line,
    /// which others can see 改为从文件第一行读取儿童的居民身份证号；- 表示从标准输入读取（命令行会被别人看到）
    #[arg(long, value_name = "FILE", conflicts_with = "application")]
    pub(crate) id_file: Option<PathBuf>,
}

/// What `lookup` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct LookUp {
    #[command(flatten)]
    pub(crate) child: OfChild,
    #[command(flatten)]
    pub(crate) consenting: Consenting,
    /// First write down that you are about to help with this kind of need, then read what others wrote
    /// 先登记本机构准备给予的救助类别，再读取其他机构的登记
    #[arg(long, value_name = "CLASS", value_parser = CodeArg::<EntryClass>::new())]
    pub(crate) intent: Option<EntryClass>,
    /// The month in which you are about to help [default: this month in China] 准备救助的月份
    #[arg(long, value_name = "YYYY-MM", requires = "intent")]
    pub(crate) month: Option<CalendarMonth>,
    #[command(flatten)]
    pub(crate) asking: Asking,
}

/// What `claim` does.
#[derive(Debug, Subcommand)]
pub(crate) enum Claim {
    /// Hold an amount on a bill 在票据上占用一笔金额
    #[command(after_help = RESERVE_HELP)]
    Reserve(Reserve),
    /// Say that what is held is going to be paid, before the money goes out 付款前确认支付
    #[command(after_help = CONFIRM_HELP)]
    Confirm(OfClaim),
    /// Give up what is held 解除占用
    #[command(after_help = RELEASE_HELP)]
    Release(OfClaim),
    /// Say that a payment came back, all of it 支付已全部退回
    #[command(after_help = REVERSE_HELP)]
    Reverse(Reverse),
    /// Ask where a claim stands 查询占用
    #[command(after_help = SHOW_HELP)]
    Show(OfClaim),
}

/// What `claim reserve` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Reserve {
    /// The receipt, or receipts, applications and packages of one family 票据文件，或同一家庭的票据、申请书、资料包
    #[arg(value_name = "PATH", required_unless_present = "bill")]
    pub(crate) paths: Vec<PathBuf>,
    /// Of several bills, the one with this receipt 其中哪一张：该张票据的标识号
    #[arg(long, value_name = "RECEIPT-ID", requires = "paths")]
    pub(crate) receipt: Option<String>,
    /// Instead: the number of the bill, CODE-NUMBER for a fiscal e-bill or VAT invoice, NUMBER alone for 数电票
    /// 改为写票据号码：财政票据和增值税发票写“代码-号码”，数电票只写号码
    #[arg(long, value_name = "NUMBER", conflicts_with = "paths", requires = "burden")]
    pub(crate) bill: Option<String>,
    /// What the family bears of the bill [default: as `tongzhou receipts` works it out] 家庭负担
    #[arg(long, value_name = "YUAN", value_parser = yuan::<Sum>)]
    pub(crate) burden: Option<Sum>,
    /// How much to hold 占用金额
    #[arg(long, value_name = "YUAN", value_parser = yuan::<Amount>)]
    pub(crate) amount: Amount,
    /// For how many days it is held 占用天数
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(1..=30))]
    pub(crate) days: Option<u32>,
    /// The promised aid that it draws on 所兑现的救助记录标识号
    #[arg(long, value_name = "ID")]
    pub(crate) aid_record: Option<Id>,
    /// Where the claim is written down, before it is asked for; if it is there, the same claim is asked for again
    /// 占用文件：提出之前先写下；已有此文件则重复提出同一笔占用
    #[arg(short, long, value_name = "CLAIM.json", value_parser = to_write())]
    pub(crate) output: PathBuf,
    #[command(flatten)]
    pub(crate) consenting: Consenting,
    #[command(flatten)]
    pub(crate) asking: Asking,
}

/// What the other commands of a claim take.
#[derive(Debug, ClapArgs)]
pub(crate) struct OfClaim {
    /// The file that `claim reserve` wrote 占用文件
    #[arg(value_name = "CLAIM.json")]
    pub(crate) claim: PathBuf,
    #[command(flatten)]
    pub(crate) asking: Asking,
}

/// What `claim reverse` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Reverse {
    #[command(flatten)]
    pub(crate) of: OfClaim,
    /// Why it came back 退回原因
    #[arg(long, value_name = "REASON", value_parser = CodeArg::<ReturnReason>::new())]
    pub(crate) reason: ReturnReason,
}

/// What `report-aid` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct ReportAid {
    /// Your own record of the aid, of which only class, month and status are told 本机构的救助记录，只上报类别、月份和状态
    #[arg(value_name = "AID-RECORD.json")]
    pub(crate) record: PathBuf,
    /// The application of the child, or the package that holds it 儿童的申请书或资料包
    #[arg(long = "of", value_name = "APPLICATION")]
    pub(crate) application: PathBuf,
    /// What kind of need it covers; for cash and goods it must be said 覆盖哪类需求；资助金和物资必须写明
    #[arg(long, value_name = "CLASS", value_parser = CodeArg::<EntryClass>::new())]
    pub(crate) class: Option<EntryClass>,
    /// The status to report [default: that of the record] 上报的状态，默认为记录中的状态
    #[arg(long, value_name = "STATUS", value_parser = CodeArg::<AidStatus>::new())]
    pub(crate) status: Option<AidStatus>,
    /// The day of the status [default: as the history of the record says] 状态发生的日期，默认按记录中的经过
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) on: Option<Date>,
    /// The earlier entry that this one takes the place of, by its id 被取代的登记
    #[arg(long, value_name = "ENTRY-ID", conflicts_with = "withdraws")]
    pub(crate) supersedes: Option<Id>,
    /// The earlier entry that is taken back, by its id 被撤销的登记
    #[arg(long, value_name = "ENTRY-ID")]
    pub(crate) withdraws: Option<Id>,
    /// Where the entry is written down, before it is sent; if it is there, it is sent again
    /// 登记文件：上报之前先写下；已有此文件则重复上报同一条
    #[arg(short, long, value_name = "ENTRY.json", value_parser = to_write(), required_unless_present = "by_file")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) consenting: Consenting,
    #[command(flatten)]
    pub(crate) asking: Asking,
}

/// What `withdraw-consent` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct WithdrawConsent {
    /// The consent that is no longer given 被撤回的授权同意书
    #[arg(value_name = "CONSENT.json")]
    pub(crate) consent: PathBuf,
    /// The file of its salt [default: CONSENT.json.salt] 授权同意书的盐
    #[arg(long, value_name = "FILE")]
    pub(crate) salt: Option<PathBuf>,
    /// Why; nobody has to say 撤回原因，可以不写
    #[arg(long, value_name = "REASON", value_parser = CodeArg::<ConsentWithdrawalReason>::new())]
    pub(crate) reason: Option<ConsentWithdrawalReason>,
    #[command(flatten)]
    pub(crate) asking: Asking,
}

/// What `who-looked` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct WhoLooked {
    #[command(flatten)]
    pub(crate) child: OfChild,
    #[command(flatten)]
    pub(crate) consenting: Consenting,
    #[command(flatten)]
    pub(crate) asking: Asking,
}

/// What `notices` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Notices {
    /// Say of these notices that they were read, instead of listing 确认这些通知已读，不再列出
    #[arg(long, value_name = "NOTICE-ID", num_args = 1..=100)]
    pub(crate) read: Vec<Id>,
    /// How many to list 列出几条
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=100))]
    pub(crate) at_most: u32,
    #[command(flatten)]
    pub(crate) asking: Asking,
}

/// What `refer` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Refer {
    /// The sealed package, with the referral in it 已密封的资料包，内含转介单
    #[arg(value_name = "PACKAGE.tzpkg.age")]
    pub(crate) package: PathBuf,
    /// To which member, by its unified social credit code 接收成员的统一社会信用代码
    #[arg(long, value_name = "CODE")]
    pub(crate) to: Organisation,
    #[command(flatten)]
    pub(crate) asking: Asking,
}

/// What `status` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Status {
    /// The id of the package that was sent 已送出的资料包标识号
    #[arg(value_name = "PACKAGE-ID")]
    pub(crate) package: Id,
    /// The member to which it was sent, by its unified social credit code 接收成员的统一社会信用代码
    #[arg(long, value_name = "CODE")]
    pub(crate) to: Organisation,
    #[command(flatten)]
    pub(crate) asking: Asking,
}

/// A member and its address, `CODE=URL`.
fn member_at(text: &str) -> Result<(Organisation, Address), String> {
    let (code, url) = text.split_once('=').ok_or("write CODE=URL 请写成“代码=地址”")?;
    let code = code.parse().map_err(|_| "this is no unified social credit code 不是统一社会信用代码")?;
    Ok((code, url.parse().map_err(|fault: tongzhou_client::AddressFault| fault.to_string())?))
}

/// An amount, also in whole yuan.
fn yuan<T: FromStr>(text: &str) -> Result<T, &'static str> {
    let whole = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let written = if whole { format!("{text}.00") } else { text.to_owned() };
    written
        .parse()
        .map_err(|_| "write an amount in yuan, such as 5000 or 5000.50 请写金额（元），如 5000 或 5000.50")
}

/// What every command that asks ends with.
macro_rules! asking_help {
    ($examples:literal, $more:literal) => {
        asking_help!(
            $examples,
            $more,
            "Where no answer comes nobody knows whether it was done: run the same command again, it is then the same deed.\n\
             没有收到应答时，不知道是否已经办理：请再运行同一条命令，不会重复办理。\n\n"
        )
    };
    ($examples:literal, $more:literal, $again:literal) => {
        concat!(
            "Examples 例子:\n",
            $examples,
            "\n",
            $more,
            $again,
            "Exit codes 退出码: 0 done, or put into the outbox 已办理或已放入发件箱; 1 refused, or the input is wrong 被拒绝或内容有错; \
             2 the command line is wrong 命令写法有误; 3 nobody was reached, the outcome is unknown, or something could not be \
             read or written 无法联系、结果未知或无法读写"
        )
    };
}

pub(super) const LOOKUP_HELP: &str = asking_help!(
    "  tongzhou lookup my-application.tzpkg --consent check.json --directory directory.json --key our.key\n  \
     tongzhou lookup my-application.tzpkg --intent medical --consent check.json --directory directory.json --key our.key\n  \
     tongzhou lookup --id-file - --consent check.json --directory directory.json --key our.key --by-file outbox\n",
    "What is found is a question to people and no verdict: several charities may lawfully share one bill.\n\
     查到的是一个问题，不是结论：多家机构可以依法共同资助。\n\n",
    "A question may be asked again. Run again, --intent announces another intent beside the first; each ends by itself, or \
     when its consent is withdrawn.\n\
     可以再次查询。再次运行 --intent 会另声明一个意向，与前一个并存，各自到期失效，撤回其授权同意书时也随之失效。\n\n"
);

pub(super) const CLAIM_HELP: &str = asking_help!(
    "  tongzhou claim reserve receipt.json --amount 3000.00 -o claim.json --consent claims.json --directory directory.json --key our.key\n  \
     tongzhou claim confirm claim.json --directory directory.json --key our.key\n",
    "Confirm before the money goes out; never pay on a hold alone.\n先确认、后付款；仅有占用时不得付款。\n\n"
);

const RESERVE_HELP: &str = asking_help!(
    "  tongzhou claim reserve receipt.json --amount 3000.00 -o claim.json --consent claims.json --directory directory.json --key our.key\n  \
     tongzhou claim reserve --bill 11060125-0000000001 --burden 8000.00 --amount 3000.00 -o claim.json --consent claims.json --directory directory.json --key our.key\n",
    ""
);

const CONFIRM_HELP: &str =
    asking_help!("  tongzhou claim confirm claim.json --directory directory.json --key our.key\n", "");
const RELEASE_HELP: &str =
    asking_help!("  tongzhou claim release claim.json --directory directory.json --key our.key\n", "");
const REVERSE_HELP: &str = asking_help!(
    "  tongzhou claim reverse claim.json --reason hospital-refund --directory directory.json --key our.key\n",
    ""
);
const SHOW_HELP: &str =
    asking_help!("  tongzhou claim show claim.json --directory directory.json --key our.key\n", "");

pub(super) const REPORT_HELP: &str = asking_help!(
    "  tongzhou report-aid record.json --of my-application.tzpkg --class medical -o entry.json --consent registering.json --directory directory.json --key our.key\n  \
     tongzhou report-aid record.json --of my-application.tzpkg --class medical --supersedes ENTRY-ID -o entry-2.json --consent registering.json --directory directory.json --key our.key\n",
    "No amount, no name and no text leaves your organisation.\n金额、姓名和任何文字都不会离开本机构。\n\n"
);

pub(super) const WITHDRAW_HELP: &str =
    asking_help!("  tongzhou withdraw-consent check.json --directory directory.json --key our.key\n", "");
pub(super) const WHO_LOOKED_HELP: &str = asking_help!(
    "  tongzhou who-looked my-application.tzpkg --consent check.json --directory directory.json --key our.key\n",
    ""
);
pub(super) const NOTICES_HELP: &str = asking_help!(
    "  tongzhou notices --directory directory.json --key our.key\n  \
     tongzhou notices --read NOTICE-ID --directory directory.json --key our.key\n",
    ""
);
pub(super) const REFER_HELP: &str = asking_help!(
    "  tongzhou refer referral.tzpkg.age --to 531000000000000008 --directory directory.json --key our.key\n",
    ""
);
pub(super) const STATUS_HELP: &str = asking_help!(
    "  tongzhou status PACKAGE-ID --to 531000000000000008 --directory directory.json --key our.key\n",
    ""
);
