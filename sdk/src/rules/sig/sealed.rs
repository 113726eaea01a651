//! That a sealed package cannot be opened: what its opening reports.

use crate::{
    rules::{
        Rule,
        stage::{stage_rules, words},
        {Change, Example, Expect},
    },
    sealing::SealFault,
    text::Bilingual,
};

use super::CASE;

/// The rules about opening.
pub(in crate::rules) const RULES: &[&Rule] = &[&SEAL_REFUSED, &KEY_NOT_GIVEN, &SEALED_FOR_OTHER_KEYS];

/// The reason why a sealed file is refused, as people read it.
pub(crate) const fn reason(fault: SealFault) -> Bilingual {
    match fault {
        SealFault::NotSealed => Bilingual { zh: "它不是密封的文件", en: "it is no sealed file" },
        SealFault::Armoured => Bilingual {
            zh: "它用了文本形式，这里用的是二进制形式",
            en: "it is in the form for text, and the binary form is used here",
        },
        SealFault::HeaderTooLong => {
            Bilingual { zh: "开头部分过长或不完整", en: "its head is too long, or has no end" }
        }
        SealFault::Header => Bilingual { zh: "开头部分不合格式", en: "its head is not of its form" },
        SealFault::HeaderChanged => Bilingual { zh: "开头部分被改过", en: "its head was changed" },
        SealFault::Passphrase => Bilingual {
            zh: "它用的是口令，不是密钥",
            en: "it is sealed with a passphrase and not for a key",
        },
        SealFault::OtherKeys => Bilingual { zh: "它是给别的密钥的", en: "it is for other keys" },
        SealFault::Damaged => Bilingual {
            zh: "内容被改过，或者只传了一半",
            en: "its content was changed or cut short",
        },
    }
}

/// The sealed case under a change.
const fn sealed(mutation: &'static str, expect: Expect) -> Example {
    Example { case: CASE, entry: "package", change: Change::Bytes(mutation), expect }
}

stage_rules! {
    Seal:

    /// The sealed file is not of its form, or was changed.
    SEAL_REFUSED = "TZ-SIG-020" "seal-refused" ["REQ-SIG-020"; Sender]
    words(
        "密封的资料包已经损坏",
        "这个密封的资料包不能打开：{reason}。",
        "密封以后动过一个字节，就不再是发送方发来的那一份。",
        "请向发送方再要一份，并确认文件传完整了。",
    ),
    words(
        "The sealed package is damaged",
        "This sealed package does not open: {reason}.",
        "With one byte changed since it was sealed, it is not what the sender sent.",
        "Ask the sender for another copy, and see that it arrives whole.",
    ),
    [sealed("sealed", Expect::Pass), sealed("sealed-then-changed", Expect::Fail(""))];

    /// No key was given.
    KEY_NOT_GIVEN = "TZ-SIG-021" "key-not-given" ["REQ-SIG-021"; Developer]
    words(
        "资料包是密封的，还没有打开",
        "资料包是密封的，没有提供密钥，里面的内容无法校验。",
        "密封的内容只有接收机构能看到。",
        "请用 --identity 指定你们机构的密钥文件，再校验一次。",
    ),
    words(
        "The package is sealed and was not opened",
        "The package is sealed; without a key nothing in it can be checked.",
        "What is sealed only its receivers can see.",
        "Name your organisation's key file with --identity and check once more.",
    ),
    [sealed("sealed", Expect::Pass), sealed("sealed-without-key", Expect::CouldNotCheck(""))];

    /// The key does not fit.
    SEALED_FOR_OTHER_KEYS = "TZ-SIG-022" "sealed-for-other-keys" ["REQ-SIG-021"; Sender]
    words(
        "密封的资料包不是给这把密钥的",
        "提供的密钥打不开这个密封的资料包。",
        "它是给别的机构的，或者用了你们已经停用的密钥。",
        "有旧密钥的，请用旧密钥再试；打不开的，请发送方按最新的名录重新密封。",
    ),
    words(
        "The package is not sealed for this key",
        "The key that was given does not open this sealed package.",
        "It is for another organisation, or for a key that yours no longer uses.",
        "Where there is an older key, try that; else ask the sender to seal it again by the newest directory.",
    ),
    [sealed("sealed", Expect::Pass), sealed("sealed-for-other-key", Expect::CouldNotCheck(""))];
}
