//! What goes wrong with keys and with the member directory, and what to do about it.

use std::path::{Path, PathBuf};

use tongzhou::{
    directory::{DirectoryFault, RevisionFault, TrustFault},
    keys::{KeyFileFault, PublicKeysFault},
    text::{Bilingual, Lang},
    value::{OrganisationCode, organisation_code::OrganisationCodeError},
};

use crate::{
    directory_words,
    exit::Exit,
    likeness::Likeness,
    speech::{What, shown},
};

/// What went wrong.
#[derive(Debug)]
pub(crate) enum KeyTrouble {
    /// There is no terminal at which to ask for a passphrase.
    NoTerminal,
    /// The passphrase is empty.
    NoPassphrase,
    /// The environment variable that was named is not set, or empty.
    NotInEnvironment(String),
    /// A new passphrase is too short.
    PassphraseTooShort,
    /// A new passphrase was not typed the same way twice.
    PassphrasesDiffer,
    /// A key file is not opened.
    Locked(PathBuf, KeyFileFault),
    /// A key file has no key that signs.
    NoSigningKey(PathBuf),
    /// A key file has no key that opens what is sealed.
    NoOpeningKey(PathBuf),
    /// A file is none of public keys.
    PublicKeys(PathBuf, PublicKeysFault),
    /// A key of the board is not written as holder and file.
    BoardForm(String),
    /// A board is to be changed, and only half of it is said.
    BoardHalf,
    /// A reason is none of the list; those there are.
    Reason(String),
    /// The unified social credit code of an organisation is none.
    Code(String, OrganisationCodeError),
    /// A file is none of the public half of a token key share.
    TokenShare(PathBuf),
    /// It takes more shares of a key to make a token than there are.
    Quorum(u8, u8),
    /// New keys are for a member of a directory, and it is not said for which.
    WhoseEntry(PathBuf),
    /// An entry is that of another organisation than the one that is named.
    OtherEntry(PathBuf),
    /// The keys that are to be added are in the entry already.
    OldKeys(PathBuf),
    /// A directory is not relied on.
    Refused(PathBuf, DirectoryFault),
    /// A directory has no signatures beside it.
    Unsigned(PathBuf),
    /// A version cannot be made.
    Revision(PathBuf, RevisionFault),
    /// A member's entry cannot be made.
    Entry(RevisionFault),
    /// What was kept of the last time cannot be read.
    State(PathBuf, TrustFault),
    /// Nothing was kept of a last time, and no fingerprint is given.
    NoTrust(PathBuf),
    /// A file that is never written over is there.
    KeyThere(PathBuf),
    /// A file that would be written over is there.
    FileThere(PathBuf),
}

impl KeyTrouble {
    /// How a program ends that met this.
    pub(crate) fn exit(&self) -> Exit {
        match self {
            Self::BoardForm(_)
            | Self::BoardHalf
            | Self::Reason(_)
            | Self::NoTrust(_)
            | Self::Quorum(..)
            | Self::WhoseEntry(_) => Exit::Usage,
            Self::NoTerminal | Self::NotInEnvironment(_) | Self::KeyThere(_) | Self::FileThere(_) => {
                Exit::CouldNot
            }
            Self::NoPassphrase
            | Self::PassphraseTooShort
            | Self::PassphrasesDiffer
            | Self::Locked(..)
            | Self::NoSigningKey(_)
            | Self::NoOpeningKey(_)
            | Self::PublicKeys(..)
            | Self::TokenShare(_)
            | Self::Code(..)
            | Self::OtherEntry(_)
            | Self::OldKeys(_)
            | Self::Refused(..)
            | Self::Unsigned(_)
            | Self::Revision(..)
            | Self::Entry(_)
            | Self::State(..) => Exit::Wrong,
        }
    }

    /// What went wrong and what to do, in the words of `lang`; of a file that was taken for another, which it is.
    pub(crate) fn say(&self, lang: Lang) -> String {
        let mistaken = self.mistaken().and_then(|(path, wanted)| {
            let likeness = Likeness::at(path).filter(|likeness| *likeness != wanted)?;
            Some((path, likeness.say_of_keys(lang)?))
        });
        match (self, mistaken) {
            // What is no directory at all is not to be corrected and signed anew.
            (Self::Refused(..) | Self::Revision(_, RevisionFault::Directory(_)), Some((path, likeness))) => {
                format!(
                    "{}: {}\n  {likeness}\n  {}",
                    Bilingual { zh: "这不是成员名录", en: "this is no member directory" }.in_lang(lang),
                    shown(path),
                    match lang {
                        Lang::ZhCn => "（not-a-directory）",
                        Lang::En => "(not-a-directory)",
                    }
                )
            }
            (_, Some((_, likeness))) => format!("{}\n  {likeness}", self.words(lang)),
            (_, None) => self.words(lang),
        }
    }

    /// The file that is not of the kind that is needed, and that kind.
    fn mistaken(&self) -> Option<(&Path, Likeness)> {
        match self {
            Self::Locked(path, KeyFileFault::NotLocked | KeyFileFault::TooLarge) => {
                Some((path, Likeness::KeyFile))
            }
            Self::PublicKeys(path, PublicKeysFault::Form) => Some((path, Likeness::PublicKeys)),
            Self::Refused(path, DirectoryFault::NotADirectory(_))
            | Self::Revision(path, RevisionFault::Directory(DirectoryFault::NotADirectory(_))) => {
                Some((path, Likeness::Directory))
            }
            Self::Revision(path, RevisionFault::NotAMember(_)) => Some((path, Likeness::Entry)),
            Self::State(path, TrustFault) => Some((path, Likeness::State)),
            _ => None,
        }
    }

    fn words(&self, lang: Lang) -> String {
        let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
        match self {
            Self::NoTerminal => say(
                "这里没有终端可以输入口令；请用 --passphrase-file 指定文件，或用 --passphrase-env 指定环境变量",
                "there is no terminal to ask for the passphrase at; name a file with --passphrase-file or an \
                 environment variable with --passphrase-env",
            )
            .to_owned(),
            Self::NoPassphrase => say("没有给出口令", "no passphrase was given").to_owned(),
            Self::NotInEnvironment(name) => format!(
                "{}: {name}",
                say("这个环境变量没有设置，或者是空的，取不到口令", "no passphrase: this environment variable is not set, or empty")
            ),
            Self::PassphraseTooShort => say(
                "口令太短：至少 12 个字母，或 6 个汉字；几个不相干的词连起来就很好",
                "the passphrase is too short: take 12 letters at least; a few words that have nothing to do with \
                 each other are good",
            )
            .to_owned(),
            Self::PassphrasesDiffer => {
                say("两次输入的口令不一样，请再来一次", "the passphrase was not the same both times; try again")
                    .to_owned()
            }
            Self::Locked(path, fault) => format!("{}: {}", directory_words::locked(*fault, lang), shown(path)),
            Self::NoSigningKey(path) => format!(
                "{}: {}",
                say(
                    "这个密钥文件里没有签名密钥；请用 keygen --for signing 生成",
                    "there is no signing key in this key file; make one with keygen --for signing"
                ),
                shown(path)
            ),
            Self::NoOpeningKey(path) => format!(
                "{}: {}",
                say(
                    "这个密钥文件里没有开封密钥；请用 keygen --for opening 生成",
                    "there is no key in this key file that opens what is sealed; make one with keygen --for opening"
                ),
                shown(path)
            ),
            Self::PublicKeys(path, fault) => {
                format!("{}: {}", directory_words::public_keys(*fault, lang), shown(path))
            }
            Self::BoardForm(text) => format!(
                "{}: {}",
                say(
                    "理事会密钥请写成“持有人=公钥文件”，例如 --board 甲=board-1.pub.json",
                    "write a key of the board as holder and file, such as --board Ann=board-1.pub.json"
                ),
                text.escape_debug()
            ),
            Self::BoardHalf => say(
                "更换理事会要同时写 --threshold 和全部 --board",
                "to change the board, give --threshold and every --board together",
            )
            .to_owned(),
            Self::Reason(all) => format!("{}: {all}", say("没有这个原因，可用的代码", "there is no such reason")),
            Self::Code(text, fault) => code(text, *fault, lang),
            Self::TokenShare(path) => format!(
                "{}: {}",
                say(
                    "这不是令牌密钥份额的公钥文件；请用 tongzhou node keys deal 写出的 .pub.json",
                    "this is no file of the public half of a token key share; take the .pub.json that tongzhou node keys \
                     deal wrote"
                ),
                shown(path)
            ),
            Self::Quorum(threshold, shares) => match lang {
                Lang::ZhCn => format!("合成令牌需要 {threshold} 份，而一共只有 {shares} 份；请改 --threshold 或 --shares"),
                Lang::En => format!(
                    "it takes {threshold} shares to make a token, and there are {shares}: change --threshold or --shares"
                ),
            },
            Self::WhoseEntry(path) => format!(
                "{}: {}",
                say(
                    "名录里有许多成员，请用 --code 写明是哪一家的登记内容",
                    "a directory has many members: say with --code whose entry it is"
                ),
                shown(path)
            ),
            Self::OtherEntry(path) => format!(
                "{}: {}",
                say(
                    "这是另一家机构的登记内容，和 --code 写的代码不一样；请核对文件",
                    "this is the entry of another organisation than the one of --code; check the file"
                ),
                shown(path)
            ),
            Self::OldKeys(path) => format!(
                "{}: {}",
                say(
                    "这些公钥已经在登记内容里了；请先用 tongzhou keygen 生成新密钥，再用新的公钥文件",
                    "these keys are in the entry already; make new ones with tongzhou keygen and name their file"
                ),
                shown(path)
            ),
            Self::Refused(path, fault) => {
                format!("{}: {}\n{}", say("这份名录不可依据", "this directory cannot be relied on"), shown(path), directory_words::refused(fault, lang))
            }
            Self::Unsigned(path) => format!(
                "{}: {}",
                say(
                    "名录旁边没有签名文件；收到名录的，请向给名录的人一并索取 .jws.json 文件，自己制作的，请由理事会用 directory sign 签名",
                    "there are no signatures beside the directory; whoever was given it asks for the .jws.json file that \
                     belongs to it, whoever made it lets the board sign it with directory sign"
                ),
                shown(path)
            ),
            Self::Revision(path, fault) => {
                format!("{}: {}", directory_words::revision(fault, lang), shown(path))
            }
            Self::Entry(fault) => directory_words::revision(fault, lang),
            Self::State(path, TrustFault) => format!(
                "{}: {}",
                say(
                    "这不是 directory verify 写下的文件；请勿删除了事，先查明是谁改动了它",
                    "this is no file that directory verify has written; find out who changed it before you delete it"
                ),
                shown(path)
            ),
            Self::NoTrust(path) => format!(
                "{}: {}",
                say(
                    "还没有可以对照的记录；第一次请用 --board 写明秘书处告知的理事会指纹",
                    "there is nothing yet to hold the directory against; the first time, give the fingerprint of the \
                     board with --board, as the secretariat has told it"
                ),
                shown(path)
            ),
            Self::FileThere(path) => format!(
                "{}: {}",
                say("已经有这个文件，请另取一个名字", "the file is there already; take another name"),
                shown(path)
            ),
            Self::KeyThere(path) => format!(
                "{}: {}",
                say(
                    "已经有这个文件；密钥文件从不覆盖，请另取一个名字",
                    "the file is there already, and key files are never written over; take another name"
                ),
                shown(path)
            ),
        }
    }
}

/// What is wrong with a unified social credit code, and where.
fn code(text: &str, fault: OrganisationCodeError, lang: Lang) -> String {
    let count = text.chars().count();
    let place = OrganisationCode::out_of_place(text).unwrap_or(count);
    let in_region = (3..=8).contains(&place);
    let what = match (fault, lang) {
        (OrganisationCodeError::Length, Lang::ZhCn) => {
            format!("统一社会信用代码有 18 位，--code 写了 {count} 位，多半漏了或多了一位")
        }
        (OrganisationCodeError::Length, Lang::En) => format!(
            "a unified social credit code has 18 characters, and --code has {count}: probably one is left out or one \
             too many"
        ),
        (OrganisationCodeError::Characters, Lang::ZhCn) if in_region => {
            format!("统一社会信用代码的第 {place} 位写错了：第 3 到 8 位是登记地的代码，只有数字")
        }
        (OrganisationCodeError::Characters, Lang::En) if in_region => format!(
            "character {place} of the unified social credit code is wrong: characters 3 to 8 tell the place of \
             registration and are digits"
        ),
        (OrganisationCodeError::Characters, Lang::ZhCn) => format!(
            "统一社会信用代码的第 {place} 位写错了：只用数字和大写字母，而且不用 I、O、S、V、Z，看着像这些字母的多半是数字 1、0、5、2 或字母 U"
        ),
        (OrganisationCodeError::Characters, Lang::En) => format!(
            "character {place} of the unified social credit code is wrong: there are digits and capitals in it, and no \
             I, O, S, V or Z; what looks like one of these is probably a 1, 0, 5, 2 or the letter U"
        ),
        (OrganisationCodeError::CheckDigit, Lang::ZhCn) => {
            "统一社会信用代码的第 18 位是校验码，和前面 17 位对不上：多半有一位抄错，或者有两位写颠倒了".to_owned()
        }
        (OrganisationCodeError::CheckDigit, Lang::En) => "the 18th character of the unified social credit code is a \
             check on the 17 before it and does not agree with them: probably one was miscopied, or two of them \
             swapped"
            .to_owned(),
    };
    match lang {
        Lang::ZhCn => {
            format!("{what}。请对照登记证书逐位核对；只是练习，可以用虚构的 {}", PRACTICE_CODES.join("、"))
        }
        Lang::En => format!(
            "{what}. Compare it with the certificate of registration, character by character; for practice take one \
             that is made up: {}",
            PRACTICE_CODES.join(", ")
        ),
    }
}

/// Codes that belong to nobody.
const PRACTICE_CODES: [&str; 2] = ["531000000000000008", "533100001234567881"];

/// What went wrong, as the program speaks of it.
pub(crate) fn trouble(trouble: KeyTrouble) -> What {
    What::Keys(Box::new(trouble))
}
