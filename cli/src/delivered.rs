//! What stands in the way of a delivery, in the words of whoever asked.

use std::path::Path;

use serde::Serialize;
use tongzhou::{
    delivery::{DeliveryError, Refusal, Signatory, Verified},
    package::name::EntryName,
    sealing::SealFault,
    signing::KeyId,
    text::{Bilingual, Lang},
    value::{OrganisationCode, Sha256Digest},
};

use crate::{
    args::Format,
    exit::Exit,
    likeness::Likeness,
    speech::{Failure, What, answer},
};

/// What was to be done with a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deed {
    /// To sign it.
    Sign,
    /// To seal it.
    Seal,
    /// To open it.
    Open,
    /// To verify it, with keys that open it if it is sealed.
    Verify,
    /// To verify it without any.
    VerifyWithoutKey,
}

/// A package with which something was not done, and why.
#[derive(Debug)]
pub(crate) struct Undelivered {
    refusal: Refusal,
    /// What it looks like where it is something else than the deed is done with, and the deed.
    instead: Option<(Likeness, Deed)>,
}

/// What could not be done with the package at `path`, whose result was to go to `out`.
fn what(error: DeliveryError, deed: Deed, path: &Path, out: &Path) -> What {
    match error {
        DeliveryError::Refused(refusal) => {
            let instead = instead(&refusal, deed, path).map(|likeness| (likeness, deed));
            What::Undelivered(path.to_owned(), Box::new(Undelivered { refusal, instead }))
        }
        DeliveryError::Read(error) => What::Read(path.to_owned(), error),
        DeliveryError::Write(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            What::Exists(out.to_owned())
        }
        DeliveryError::Write(error) => What::Write(out.to_owned(), error),
        DeliveryError::Inbox(error) => What::Inbox(out.to_owned(), error),
    }
}

/// What a file looks like that may have been refused because it is none of the kind that was needed.
fn instead(refusal: &Refusal, deed: Deed, path: &Path) -> Option<Likeness> {
    if !matches!(refusal, Refusal::Archive(_) | Refusal::Seal(_)) {
        return None;
    }
    let likeness = Likeness::at(path)?;
    // What is of the right kind is refused for another reason.
    let right = match deed {
        Deed::Sign | Deed::Seal | Deed::VerifyWithoutKey => likeness == Likeness::Package,
        Deed::Open => likeness == Likeness::Sealed,
        Deed::Verify => matches!(likeness, Likeness::Package | Likeness::Sealed),
    };
    (!right).then_some(likeness)
}

/// What is said where a delivery was not done: for programs a refusal is an answer too.
pub(crate) fn refuse(
    error: DeliveryError,
    deed: Deed,
    path: &Path,
    out: &Path,
    format: Format,
    lang: Lang,
) -> Result<Exit, Failure> {
    if let (DeliveryError::Refused(refusal), Format::Json) = (&error, format) {
        let text = json(&Refused::new(refusal)).map_err(|what| Failure { what, lang })?;
        answer(text, lang)?;
    }
    Err(Failure { what: what(error, deed, path, out), lang })
}

/// How many entries a package has, in the words of every command: those that its manifest lists.
pub(crate) fn entries(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::ZhCn, _) => format!("{count} 个条目（不计清单和签名）"),
        (Lang::En, 1) => "1 entry (manifest and signatures not counted)".to_owned(),
        (Lang::En, _) => format!("{count} entries (manifest and signatures not counted)"),
    }
}

/// A result for programs.
pub(crate) fn json(result: &impl Serialize) -> Result<String, What> {
    let text = serde_json::to_string_pretty(result).map_err(|error| What::Print(error.into()))?;
    Ok(text + "\n")
}

/// A refusal for programs.
#[derive(Serialize)]
struct Refused {
    refused: Reason,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Reason {
    code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    key_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    organisation_code: Option<String>,
}

impl Refused {
    fn new(refusal: &Refusal) -> Self {
        Self {
            refused: Reason {
                code: refusal.code(),
                entry: entry(refusal).map(|entry| entry.to_string()),
                key_id: key(refusal).map(|key| key.to_string()),
                organisation_code: organisation(refusal).map(|code| code.as_str().to_owned()),
            },
        }
    }
}

/// What was verified, for programs.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Summary {
    package_id: String,
    manifest_sha256: String,
    signed_by: Vec<Signer>,
    audience: Vec<String>,
    created_at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    expires_at: Option<String>,
    entries: usize,
    bytes: u64,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Signer {
    organisation_code: String,
    name: String,
    key_id: String,
}

impl Summary {
    pub(crate) fn new(verified: &Verified) -> Self {
        let signer = |signatory: &Signatory| Signer {
            organisation_code: signatory.organisation_code.as_str().to_owned(),
            name: signatory.name.clone(),
            key_id: signatory.key.to_string(),
        };
        Self {
            package_id: verified.package_id.to_string(),
            manifest_sha256: Sha256Digest::from_bytes(verified.manifest_sha256).to_string(),
            signed_by: verified.signers.iter().map(signer).collect(),
            audience: verified.audience.iter().map(|code| code.as_str().to_owned()).collect(),
            created_at: verified.created_at.to_string(),
            expires_at: verified.expires_at.map(|instant| instant.to_string()),
            entries: verified.entries,
            bytes: verified.bytes,
        }
    }
}

/// What was verified, for people: a line each, indented.
pub(crate) fn told(verified: &Verified, lang: Lang) -> String {
    let names: Vec<String> = verified
        .signers
        .iter()
        .map(|signer| format!("{} {}", signer.name, signer.organisation_code.as_str()))
        .collect();
    let audience: Vec<&str> = verified.audience.iter().map(|code| code.as_str()).collect();
    let (id, entries) = (verified.package_id, entries(verified.entries, lang));
    let expires = verified.expires_at.map(|instant| instant.to_string());
    match lang {
        Lang::ZhCn => format!(
            "  资料包标识号：{id}\n  签名：{}\n  {entries}，与签名时相同\n  接收机构：{}\n  失效时刻：{}\n",
            names.join("、"),
            audience.join("、"),
            expires.as_deref().unwrap_or("没有写明")
        ),
        Lang::En => format!(
            "  Package id: {id}\n  Signed by: {}\n  {entries}, as they were when it was signed\n  \
             Audience: {}\n  Expires: {}\n",
            names.join(", "),
            audience.join(", "),
            expires.as_deref().unwrap_or("not stated")
        ),
    }
}

/// Why a package was refused, what that means and what to do, with the code for whoever writes programs.
pub(crate) fn say(Undelivered { refusal, instead }: &Undelivered, lang: Lang) -> String {
    let code = refusal.code();
    if let Some((likeness, deed)) = instead {
        return format!("  {} [{code}]", likeness.say_to(*deed, lang));
    }
    let words = words(refusal).in_lang(lang);
    let mut text = format!("  {words} [{code}]");
    if let Refusal::Archive(fault) = refusal {
        text.push_str(&format!("\n  ({}, {})", fault.kind.slug(), fault.offset));
    }
    if let Some(entry) = entry(refusal) {
        text.push_str(&format!("\n  {entry}"));
    }
    if let Some(key) = key(refusal) {
        text.push_str(&match lang {
            Lang::ZhCn => format!("\n  密钥：{key}"),
            Lang::En => format!("\n  key: {key}"),
        });
    }
    if let Some(code) = organisation(refusal) {
        text.push_str(&format!("\n  {}", code.as_str()));
    }
    text
}

/// What a refusal is about.
enum Subject {
    /// The package as a whole.
    Package,
    /// One entry.
    Entry(EntryName),
    /// A key.
    Key(KeyId),
    /// An organisation.
    Organisation(OrganisationCode),
}

impl Subject {
    fn of(refusal: &Refusal) -> Self {
        match refusal {
            Refusal::EntryMissing(name) | Refusal::EntryNotListed(name) | Refusal::EntryDiffers(name) => {
                Self::Entry(*name)
            }
            Refusal::SignatureFile(id, _) => Self::Entry(EntryName::Signature(*id)),
            Refusal::SignatureWrong(key)
            | Refusal::SignerUnknown(key)
            | Refusal::SigningKeyNotYetValid(key)
            | Refusal::SigningKeyExpired(key)
            | Refusal::SignerRevoked(key) => Self::Key(*key),
            Refusal::NoRecipient(code) => Self::Organisation(*code),
            Refusal::Seal(_)
            | Refusal::Archive(_)
            | Refusal::ManifestMissing
            | Refusal::ManifestUnreadable
            | Refusal::NotSigned
            | Refusal::SignerNotSender
            | Refusal::NoAudience
            | Refusal::TooManyRecipients
            | Refusal::OpenerUnknown
            | Refusal::NotInAudience
            | Refusal::MadeInFuture
            | Refusal::Expired
            | Refusal::OpenedBefore => Self::Package,
        }
    }
}

fn entry(refusal: &Refusal) -> Option<EntryName> {
    if let Subject::Entry(name) = Subject::of(refusal) { Some(name) } else { None }
}

fn key(refusal: &Refusal) -> Option<KeyId> {
    if let Subject::Key(key) = Subject::of(refusal) { Some(key) } else { None }
}

fn organisation(refusal: &Refusal) -> Option<OrganisationCode> {
    if let Subject::Organisation(code) = Subject::of(refusal) { Some(code) } else { None }
}

fn words(refusal: &Refusal) -> Bilingual {
    match refusal {
        Refusal::Seal(fault) => seal(*fault),
        Refusal::Archive(_) => Bilingual {
            zh: "这不是完好的资料包，用 tongzhou validate 可以查看原因",
            en: "this is no sound package; tongzhou validate tells why",
        },
        Refusal::ManifestMissing => Bilingual { zh: "包里没有清单", en: "there is no manifest in it" },
        Refusal::ManifestUnreadable => Bilingual {
            zh: "清单读不懂，用 tongzhou validate 可以查看原因",
            en: "its manifest cannot be read; tongzhou validate tells why",
        },
        Refusal::EntryMissing(_) => Bilingual {
            zh: "清单列出的条目不在包里",
            en: "an entry that the manifest lists is not there",
        },
        Refusal::EntryNotListed(_) => Bilingual {
            zh: "包里的条目没有列入清单",
            en: "an entry is not listed by the manifest",
        },
        Refusal::EntryDiffers(_) => Bilingual {
            zh: "这个条目在打包以后被改过，请不要使用，向发送方再要一份",
            en: "this entry was changed after packing: do not rely on it, ask the sender for another package",
        },
        Refusal::NotSigned => Bilingual {
            zh: "资料包没有签名；请发送方先用 tongzhou sign 签名",
            en: "the package is not signed; its sender signs it with tongzhou sign",
        },
        Refusal::SignatureFile(..) => {
            Bilingual { zh: "签名文件不合格式", en: "a file of signatures is not of its form" }
        }
        Refusal::SignatureWrong(_) => Bilingual {
            zh: "资料包在签名以后被改过，请不要使用，向发送方再要一份",
            en: "the package was changed after it was signed: do not rely on it, ask the sender for another one",
        },
        Refusal::SignerUnknown(_) => Bilingual {
            zh: "成员名录里没有签名用的密钥；请确认名录是最新一版，再向发送方核实",
            en: "the directory does not know the key that signed; see that it is the newest, then ask the sender",
        },
        Refusal::SigningKeyNotYetValid(_) => Bilingual {
            zh: "资料包制作的时候，签名用的密钥还没有生效；请用 unpack 拆开、pack 重新打包，再签名",
            en: "the key that signed was not yet in force when the package was made; unpack it, pack it anew and \
                 sign that",
        },
        Refusal::SigningKeyExpired(_) => Bilingual {
            zh: "资料包制作的时候，签名用的密钥已经过期",
            en: "the key that signed had expired when the package was made",
        },
        Refusal::SignerRevoked(_) => Bilingual {
            zh: "签名用的密钥或签名的机构已经作废，请当面或电话向发送方核实",
            en: "the key that signed, or its owner, was revoked: speak with the sender",
        },
        Refusal::SignerNotSender => Bilingual {
            zh: "清单写明的发送机构没有签名",
            en: "the organisation that the manifest names as sender has not signed",
        },
        Refusal::NoAudience => Bilingual {
            zh: "资料包没有写明接收机构；请在 packing.json 的 audience 里写明，再打包签名",
            en: "the package names no audience; write it into audience of packing.json, pack and sign again",
        },
        Refusal::NoRecipient(_) => Bilingual {
            zh: "成员名录里没有这家接收机构，或者它没有可用的接收公钥，不能密封给它",
            en: "the directory has no key in force to seal for this organisation of the audience",
        },
        Refusal::TooManyRecipients => {
            Bilingual { zh: "接收的密钥太多", en: "there are too many keys to seal for" }
        }
        Refusal::OpenerUnknown => Bilingual {
            zh: "成员名录里没有这把密钥，不知道是哪家机构在打开",
            en: "the directory does not know this key, so that nobody can tell which organisation opens",
        },
        Refusal::NotInAudience => Bilingual {
            zh: "资料包不是给你们机构的，请告诉发送方发错了",
            en: "the package is for others; tell the sender that it went astray",
        },
        Refusal::MadeInFuture => Bilingual {
            zh: "资料包的制作时刻在将来，请核对双方电脑的时钟",
            en: "the package says that it was made in the future; see to the clocks on both sides",
        },
        Refusal::Expired => Bilingual {
            zh: "资料包已经失效，请向发送方要一份新的",
            en: "the package has expired; ask the sender for a new one",
        },
        Refusal::OpenedBefore => Bilingual {
            zh: "这个资料包以前打开过了，已经在收件箱里；请不要重复处理",
            en: "the package was opened into this inbox before; do not deal with it twice",
        },
    }
}

fn seal(fault: SealFault) -> Bilingual {
    match fault {
        SealFault::NotSealed => Bilingual {
            zh: "这个文件没有密封；没有密封的资料包直接用 tongzhou verify 核验",
            en: "this file is not sealed; a package that is not is verified with tongzhou verify",
        },
        SealFault::OtherKeys => Bilingual {
            zh: "不是给这把密钥的；有旧密钥的请再试，仍然打不开的，请发送方按最新的名录重新密封",
            en: "it is not sealed for this key; try an older one, else ask the sender to seal by the newest directory",
        },
        SealFault::Passphrase => Bilingual {
            zh: "它是用口令加密的，不是按名录密封的",
            en: "it is encrypted with a passphrase and not sealed by the directory",
        },
        SealFault::Armoured => Bilingual {
            zh: "它是文本形式的密封文件，请发送方用二进制形式",
            en: "it is sealed in the form for text; ask the sender for the binary form",
        },
        SealFault::HeaderTooLong | SealFault::Header | SealFault::HeaderChanged | SealFault::Damaged => {
            Bilingual {
                zh: "密封的文件被改过，或者只传了一半，请向发送方再要一份",
                en: "the sealed file was changed or cut short; ask the sender for another copy",
            }
        }
    }
}
