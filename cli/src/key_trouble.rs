//! What goes wrong with keys and with the member directory, and what to do about it.

use std::path::PathBuf;

use tongzhou::{
    directory::{DirectoryFault, RevisionFault, TrustFault},
    keys::{KeyFileFault, PublicKeysFault},
    text::{Bilingual, Lang},
};

use crate::{
    directory_words,
    exit::Exit,
    speech::{What, shown},
};

/// What went wrong.
#[derive(Debug)]
pub(crate) enum KeyTrouble {
    /// There is no terminal at which to ask for a passphrase.
    NoTerminal,
    /// The passphrase is empty.
    NoPassphrase,
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
            Self::BoardForm(_) | Self::BoardHalf | Self::Reason(_) | Self::NoTrust(_) => Exit::Usage,
            Self::NoTerminal | Self::KeyThere(_) | Self::FileThere(_) => Exit::CouldNot,
            Self::NoPassphrase
            | Self::PassphraseTooShort
            | Self::PassphrasesDiffer
            | Self::Locked(..)
            | Self::NoSigningKey(_)
            | Self::NoOpeningKey(_)
            | Self::PublicKeys(..)
            | Self::Refused(..)
            | Self::Unsigned(_)
            | Self::Revision(..)
            | Self::Entry(_)
            | Self::State(..) => Exit::Wrong,
        }
    }

    /// What went wrong and what to do, in the words of `lang`.
    pub(crate) fn say(&self, lang: Lang) -> String {
        let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
        match self {
            Self::NoTerminal => say(
                "这里没有终端可以输入口令；请用 --passphrase-file 指定文件，或用 --passphrase-env 指定环境变量",
                "there is no terminal to ask for the passphrase at; name a file with --passphrase-file or an \
                 environment variable with --passphrase-env",
            )
            .to_owned(),
            Self::NoPassphrase => say("没有给出口令", "no passphrase was given").to_owned(),
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
            Self::Refused(path, fault) => {
                format!("{}: {}\n{}", say("这份名录不可依据", "this directory cannot be relied on"), shown(path), directory_words::refused(fault, lang))
            }
            Self::Unsigned(path) => format!(
                "{}: {}",
                say(
                    "名录旁边没有签名文件；请由理事会用 directory sign 签名",
                    "there are no signatures beside the directory; let the board sign it with directory sign"
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

/// What went wrong, as the program speaks of it.
pub(crate) fn trouble(trouble: KeyTrouble) -> What {
    What::Keys(Box::new(trouble))
}
