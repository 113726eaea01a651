//! What was to be asked and cannot be, and what to do.

use std::path::PathBuf;

use tongzhou::{
    code::{Code, lists::ConsentPurpose},
    text::{Bilingual, Lang},
};
use tongzhou_exchange::message::wire::Organisation;

use crate::{
    exit::Exit,
    speech::{What, shown},
};

/// What was to be asked and cannot be.
#[derive(Debug)]
pub(crate) enum Unasked {
    /// A file is no consent that can be registered.
    NoConsent(PathBuf),
    /// A consent is to another organisation.
    OthersConsent(PathBuf, Organisation),
    /// A consent is of another application than the one that tells the child.
    OthersChild(PathBuf),
    /// A consent is for one purpose, and another is needed.
    OtherPurpose(PathBuf, ConsentPurpose, ConsentPurpose),
    /// A file is no salt.
    NoSalt(PathBuf),
    /// There is no application.
    NoApplication(PathBuf),
    /// There is an application, and it is not of its form.
    ApplicationForm(PathBuf),
    /// Nothing tells the child so that a token can be made; the places that cannot be used, and why.
    NoToken(PathBuf, Vec<(String, &'static str)>),
    /// A file is no claim.
    NoClaim(PathBuf),
    /// A claim was not reserved yet, as far as its file knows.
    NotReserved(PathBuf),
    /// The file of a claim is that of another.
    OtherClaim(PathBuf),
    /// The number of a bill is none on which anything can be claimed, and why.
    NoBill(&'static str),
    /// There are several bills.
    SeveralBills,
    /// The papers do not say what the family bears.
    NoBurden,
    /// A file is no aid record.
    NoRecord(PathBuf),
    /// A file is an aid record, and not of its form.
    RecordForm(PathBuf),
    /// An aid record is of another organisation.
    OthersRecord(PathBuf),
    /// The kind of aid does not say what need it covers.
    NoClass,
    /// The record does not say when the aid came into its status.
    NoMonth,
    /// A package is not sealed.
    NotSealed(PathBuf),
}

impl Unasked {
    /// How a program ends that met this.
    pub(crate) const fn exit(&self) -> Exit {
        match self {
            Self::OtherClaim(_) | Self::SeveralBills | Self::NoBurden | Self::NoClass | Self::NoMonth => {
                Exit::Usage
            }
            Self::NoConsent(_)
            | Self::OthersConsent(..)
            | Self::OthersChild(_)
            | Self::OtherPurpose(..)
            | Self::NoSalt(_)
            | Self::NoApplication(_)
            | Self::ApplicationForm(_)
            | Self::NoToken(..)
            | Self::NoClaim(_)
            | Self::NotReserved(_)
            | Self::NoBill(_)
            | Self::NoRecord(_)
            | Self::RecordForm(_)
            | Self::OthersRecord(_)
            | Self::NotSealed(_) => Exit::Wrong,
        }
    }

    /// What cannot be, and what to do.
    pub(crate) fn say(&self, lang: Lang) -> String {
        let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
        let of = |path: &PathBuf, zh, en| format!("{}: {}", say(zh, en), shown(path));
        match self {
            Self::NoConsent(path) => of(
                path,
                "这份授权同意书不能登记：须写明接收机构的统一社会信用代码，尚未撤回，并在有效期内；请用 tongzhou validate 核对",
                "this consent cannot be registered: it has to name the receiving organisation by its unified social credit code, and \
                 must be neither withdrawn nor over; tongzhou validate tells what is wrong",
            ),
            Self::OthersConsent(path, recipient) => format!(
                "{} {recipient}: {}",
                say("这份授权同意书是给另一家机构的", "this consent is to another organisation,"),
                shown(path),
            ),
            Self::OthersChild(path) => of(
                path,
                "这份授权同意书属于另一份申请，不能用来询问这个儿童",
                "this consent belongs to another application, and nothing may be asked about this child under it",
            ),
            Self::OtherPurpose(path, named, needed) => format!(
                "{}: {}\n  {}: {} ({}) · {}: {} ({})",
                say("这份授权同意书的用途不符", "this consent is for another purpose"),
                shown(path),
                say("它的用途", "it is for"),
                named.title(lang),
                named.code(),
                say("这里需要", "needed here"),
                needed.title(lang),
                needed.code(),
            ),
            Self::NoSalt(path) => of(
                path,
                "这不是授权同意书的盐：应为 64 位十六进制数字",
                "this is no salt of a consent: it has 64 hexadecimal digits",
            ),
            Self::NoApplication(path) => of(
                path,
                "这里没有申请书，不知道问的是哪个儿童；密封的资料包请先用 tongzhou open 打开",
                "there is no application here to say which child is meant; a sealed package is opened with tongzhou open first",
            ),
            Self::ApplicationForm(path) => of(
                path,
                "申请书不是规定的格式，读不出是哪个儿童；请用 tongzhou validate 查看哪里有误",
                "the application is not of its form, so that the child cannot be read from it; tongzhou validate tells what is wrong",
            ),
            Self::NoToken(path, places) => {
                let mut text = of(
                    path,
                    "没有可以生成令牌的证件信息：号码缺失、与出生日期或性别不符，或种类不适用",
                    "nothing here tells the child so that a token can be made: numbers are missing, of another kind, or do not agree \
                     with birth date and sex",
                );
                for (pointer, code) in places {
                    text.push_str(&format!("\n  {pointer} ({code})"));
                }
                text
            }
            Self::NoClaim(path) => of(
                path,
                "这不是 tongzhou claim reserve 写的占用文件",
                "this is no file that tongzhou claim reserve has written",
            ),
            Self::NotReserved(path) => of(
                path,
                "这个文件里还没有占用成功的金额：登记处尚未答复，或已拒绝；请再运行 claim reserve，或先收取应答（tongzhou outbox import），并用 --by-file 写明发件箱",
                "nothing is held under this file: the registry has not answered yet, or refused; run claim reserve again, or take the \
                 answers first (tongzhou outbox import) and name the outbox with --by-file",
            ),
            Self::OtherClaim(path) => of(
                path,
                "这个文件是另一笔占用的；新的占用请另取文件名",
                "this file is that of another claim; take another name for a new one",
            ),
            Self::NoBill(code) => format!(
                "{} ({code})",
                say(
                    "这个票据号码不能用来占用：财政票据为 8 位代码和 10 位号码，数电票为 20 位号码，增值税发票为 12 位代码和 8 位号码",
                    "nothing can be claimed on this number of a bill: a fiscal e-bill has a code of 8 and a number of 10 digits, \
                     数电票 a number of 20, a VAT invoice a code of 12 and a number of 8",
                )
            ),
            Self::SeveralBills => say(
                "这里有几张票据；请用 --receipt 写明是哪一张",
                "there are several bills here; say which with --receipt",
            )
            .to_owned(),
            Self::NoBurden => say(
                "单据上看不出家庭负担；请核对后用 --burden 写明",
                "the papers do not tell what the family bears; check, and say it with --burden",
            )
            .to_owned(),
            Self::NoRecord(path) => of(path, "这不是救助记录", "this is no aid record"),
            Self::RecordForm(path) => of(
                path,
                "救助记录不是规定的格式；请用 tongzhou validate 查看哪里有误",
                "the aid record is not of its form; tongzhou validate tells what is wrong",
            ),
            Self::OthersRecord(path) => of(
                path,
                "这份救助记录是另一家机构的；各机构只上报自己给予的救助",
                "this record is of another organisation; each reports what it gave itself",
            ),
            Self::NoClass => say(
                "资助金和物资可以用于任何需求；请用 --class 写明覆盖哪一类",
                "money and goods may be for anything; say with --class what need they cover",
            )
            .to_owned(),
            Self::NoMonth => say(
                "记录里没有写明这个状态发生在哪一天；请用 --on 写明",
                "the record does not say on which day this status was reached; say it with --on",
            )
            .to_owned(),
            Self::NotSealed(path) => of(
                path,
                "这个资料包没有密封；请先用 tongzhou seal 密封",
                "this package is not sealed; seal it with tongzhou seal first",
            ),
        }
    }
}

impl From<Unasked> for What {
    fn from(unasked: Unasked) -> Self {
        Self::Unasked(unasked)
    }
}
