//! Why a directory or a key file is refused, and what to do, in both languages.

use tongzhou::{
    directory::{DirectoryFault, RevisionFault},
    keys::{KeyFileFault, PublicKeysFault},
    text::{Bilingual, Lang},
};

/// Why a directory is not relied on, what to do about it, and the permanent name of the reason.
pub(crate) fn refused(fault: &DirectoryFault, lang: Lang) -> String {
    let (what, help) = words(fault);
    let label = Bilingual { zh: "怎么办：", en: "What to do: " }.in_lang(lang);
    let exactly = match lang {
        Lang::ZhCn => format!("  （{}）", fault.code()),
        Lang::En => format!("  ({}: {fault})", fault.code()),
    };
    format!("  {}\n  {label}{}\n{exactly}", what.in_lang(lang), help.in_lang(lang))
}

/// Why a version of the directory, or a member's entry, cannot be made.
pub(crate) fn revision(fault: &RevisionFault, lang: Lang) -> String {
    let say = |zh: &'static str, en: &'static str| Bilingual { zh, en }.in_lang(lang).to_owned();
    match fault {
        RevisionFault::Directory(fault) => {
            format!("{}\n{}", say("做不出这一版名录", "this version cannot be made"), refused(fault, lang))
        }
        RevisionFault::NotAMember(_) => say(
            "这不是成员的登记内容；用 tongzhou validate 可查看问题",
            "this is no member's entry; tongzhou validate says what is wrong with it",
        ),
        RevisionFault::MemberThere => say(
            "这个成员已在名录里；要更新登记内容请加 --replace",
            "the member is listed already; --replace puts the new entry in the place of the old",
        ),
        RevisionFault::WasRevoked => say(
            "这个成员标识号已移出，不能再用；请用新的成员标识号登记",
            "this member id was revoked and is not used again; make an entry with a new one",
        ),
        RevisionFault::NoSuchMember => say(
            "名录里没有这个成员；用 directory show 可查看",
            "there is no such member in the directory; directory show lists them",
        ),
        RevisionFault::NoSuchKey => say(
            "这个成员没有这把密钥；用 directory show 可查看",
            "the member has no such key; directory show lists them",
        ),
        RevisionFault::Days => say("有效期是 1 到 90 天", "a version is good for 1 to 90 days"),
        RevisionFault::Code(_) => say(
            "统一社会信用代码写错了，请对照登记证书逐位核对",
            "the unified social credit code is wrong; compare it with the certificate of registration",
        ),
        RevisionFault::KeyThere => say("这把公钥已经在登记内容里了", "the key is in the entry already"),
        RevisionFault::KeysFull => say(
            "登记内容里的公钥已满 10 把；请先删去已到期的，再增加",
            "the entry has ten keys already; take out those that have expired, then add new ones",
        ),
        RevisionFault::NoRoom => {
            say("名称或号码不合规，或者列表已满", "a name or number is not of its form, or a list is full")
        }
        RevisionFault::Signatures(_) => say(
            "旁边的签名文件读不懂；请移开它，重新签名",
            "the file of signatures beside it is refused; move it away and sign anew",
        ),
        _ => fault.to_string(),
    }
}

/// Why a key file is not opened.
pub(crate) fn locked(fault: KeyFileFault, lang: Lang) -> String {
    let words = match fault {
        KeyFileFault::WrongPassphrase => Bilingual {
            zh: "口令不对，打不开这个密钥文件；请留意大小写和输入法",
            en: "the passphrase does not open this key file; mind capitals and the keyboard",
        },
        KeyFileFault::NotLocked | KeyFileFault::TooLarge => Bilingual {
            zh: "这不是用口令锁住的密钥文件；请核对文件名",
            en: "this is no key file that is locked with a passphrase; check the name of the file",
        },
        KeyFileFault::TooMuchWork => Bilingual {
            zh: "打开这个密钥文件要做的工作多得不合理，多半不是同舟生成的",
            en: "this key file asks for more work than is reasonable; it was probably not made by this program",
        },
        KeyFileFault::Damaged => Bilingual {
            zh: "密钥文件已损坏；请用备份",
            en: "the key file is damaged; use the copy that was put away",
        },
        KeyFileFault::NotKeys => Bilingual {
            zh: "文件打开了，里面却不是同舟的私钥",
            en: "the file was opened, and there are no private keys of this standard in it",
        },
        _ => Bilingual { zh: "无法加密密钥文件", en: "the key file could not be encrypted" },
    };
    words.in_lang(lang).to_owned()
}

/// Why a file is none of public keys.
pub(crate) fn public_keys(fault: PublicKeysFault, lang: Lang) -> String {
    let words = match fault {
        PublicKeysFault::Form => Bilingual {
            zh: "这不是 keygen 写出的公钥文件；请核对文件名",
            en: "this is no file of public keys that keygen has written; check the name of the file",
        },
        PublicKeysFault::Key | PublicKeysFault::Recipient => Bilingual {
            zh: "公钥文件里的公钥不对，多半改动过；请向持有人重新索取",
            en: "a key in the file is none; it was probably changed, so ask its holder for it again",
        },
        PublicKeysFault::KeyId => Bilingual {
            zh: "公钥和它的标识对不上，可能被人换过；请与持有人当面核对",
            en: "a key goes under the name of another and may have been swapped; compare it with its holder",
        },
    };
    words.in_lang(lang).to_owned()
}

/// What is wrong, and what to do.
fn words(fault: &DirectoryFault) -> (Bilingual, Bilingual) {
    let (zh, en, help) = match fault {
        DirectoryFault::TooLarge => {
            ("文件太大，不会是成员名录", "The file is too large to be a directory", ASK_AGAIN)
        }
        DirectoryFault::UnsupportedVersion => (
            "名录所用的标准版本比这个程序新",
            "It follows a newer version of the standard than this program",
            UPDATE,
        ),
        DirectoryFault::NotADirectory(_) => ("这不是成员名录", "This is no member directory", VALIDATE),
        DirectoryFault::WrongInstant(_) => ("名录里有不存在的时刻", "An instant in it is none", VALIDATE),
        DirectoryFault::BoardKeyTwice(_) => {
            ("理事会的同一把密钥列了两次", "A key of the board is listed twice", VALIDATE)
        }
        DirectoryFault::Threshold => (
            "签名门槛是零，或超过理事会的密钥数",
            "The threshold is none, or more than the board has keys",
            VALIDATE,
        ),
        DirectoryFault::WrongKey(_) => ("有一个公钥不是真正的公钥", "A public key in it is none", VALIDATE),
        DirectoryFault::SwappedKey(_) => (
            "有一把密钥顶着另一把的标识，可能被人换过",
            "A key goes under the name of another: it may have been swapped",
            ALARM,
        ),
        DirectoryFault::WrongRecipient(_) => {
            ("有一个加密接收标识抄错了", "A recipient in it was miscopied", VALIDATE)
        }
        DirectoryFault::Signatures(_) => {
            ("签名文件不合格式", "The file of signatures is not of its form", ASK_AGAIN)
        }
        DirectoryFault::WrongSignature(_) => {
            ("内容和签名对不上：签名之后有人改动过", "Something was changed after it was signed", ALARM)
        }
        DirectoryFault::TooFewSignatures { .. } => {
            ("本版理事会的签名还不够", "Not enough keys of its own board have signed", SIGN)
        }
        DirectoryFault::TooFewOfTrustedBoard { .. } => (
            "原先信任的理事会签名不够",
            "Not enough keys of the board that was trusted before have signed",
            STEPS,
        ),
        DirectoryFault::OtherBoard => {
            ("理事会和给出的指纹不符", "Its board is not the one of the fingerprint", FINGERPRINT)
        }
        DirectoryFault::OtherAlliance => {
            ("这是另一个联盟的名录", "It is the directory of another alliance", ASK_AGAIN)
        }
        DirectoryFault::Rollback { .. } => {
            ("比以前依据过的版本还旧（回退）", "It is older than one that was relied on (rollback)", NEWEST)
        }
        DirectoryFault::SameVersionDiffers(_) => (
            "版本号和以前依据过的相同，内容却不同",
            "It has the number of one that was relied on, and says something else",
            ALARM,
        ),
        DirectoryFault::Forked => (
            "接不上以前依据过的版本：可能有人另签了一份",
            "It does not follow from the one relied on: another may have been signed",
            ALARM,
        ),
        DirectoryFault::Frozen => (
            "已经到期，又没有更新的版本：可能有人扣住了新版本（冻结）",
            "It has expired and nothing newer is here: somebody may be holding it back (freeze)",
            NEWEST,
        ),
        DirectoryFault::Expired => ("名录已经到期", "It has expired", NEWEST),
        DirectoryFault::IssuedInFuture => ("签发时刻在将来", "It is issued in the future", CLOCK),
        DirectoryFault::IssuedBeforeSeen => (
            "版本号更高，签发却比以前依据过的早",
            "It has a higher number and an earlier time than the one relied on",
            ALARM,
        ),
        DirectoryFault::ExpiresBeforeIssued => {
            ("还没签发就已到期", "It expires before it is issued", VALIDATE)
        }
        DirectoryFault::LivesTooLong => {
            ("有效期超过 90 天", "It may be relied on for more than 90 days", VALIDATE)
        }
        DirectoryFault::ClockBehind => {
            ("电脑的时钟比上次核对时还早", "The clock is behind the time of the last check", CLOCK)
        }
        DirectoryFault::MemberTwice(_) => ("同一个成员列了两次", "A member is listed twice", VALIDATE),
        DirectoryFault::CodeTwice(_) => {
            ("两个成员的统一社会信用代码相同", "Two members have one unified social credit code", VALIDATE)
        }
        DirectoryFault::WrongCode(_) => (
            "成员的统一社会信用代码校验位不符",
            "A member's unified social credit code does not agree with itself",
            VALIDATE,
        ),
        DirectoryFault::KeyTwice(_) => ("同一把密钥列了两次", "One key is listed twice", VALIDATE),
        DirectoryFault::RevokedMember(_) => ("已移出的成员又列在名录里", "A revoked member is listed", ALARM),
        DirectoryFault::RevocationDropped => (
            "以前移出的成员，从已移出的名单里消失了",
            "A member revoked before is no longer among the revoked",
            ALARM,
        ),
        _ => ("名录不可依据", "It cannot be relied on", ASK_AGAIN),
    };
    (Bilingual { zh, en }, help)
}

const ASK_AGAIN: Bilingual = Bilingual {
    zh: "请向秘书处重新索取两个文件",
    en: "ask the secretariat for both files again",
};
const UPDATE: Bilingual = Bilingual { zh: "请更新这个程序", en: "update this program" };
const VALIDATE: Bilingual = Bilingual {
    zh: "用 tongzhou validate 可看到问题在哪里；请秘书处改正后重新签名",
    en: "tongzhou validate says where; the secretariat corrects it and has it signed again",
};
const ALARM: Bilingual = Bilingual {
    zh: "先停用这份名录，打电话问秘书处，不要用来信里的号码",
    en: "do not use it; telephone the secretariat, and not under a number from the message it came with",
};
const SIGN: Bilingual = Bilingual {
    zh: "请更多的理事会成员用 directory sign 签名",
    en: "let more members of the board sign with directory sign",
};
const STEPS: Bilingual = Bilingual {
    zh: "理事会更换的那一版，要有足够的原理事签名：请秘书处补签；中间还有别的版本的，索取来依次列在前面一起核对；两样都不是，\
         就请打电话问秘书处",
    en: "where the board changes, enough of the former board have to sign too: the secretariat lets them; where there \
         are versions in between, get them and name them in order before this one; if neither, telephone the secretariat",
};
const FINGERPRINT: Bilingual = Bilingual {
    zh: "请与秘书处再核对一次指纹，要经邮件以外的途径",
    en: "compare the fingerprint with the secretariat once more, by another way than mail",
};
const NEWEST: Bilingual = Bilingual {
    zh: "请向秘书处索取最新版本；拿不到就打电话问",
    en: "get the newest version from the secretariat; if none comes, telephone",
};
const CLOCK: Bilingual =
    Bilingual { zh: "请校准电脑的时钟", en: "set the clock of this computer right" };
