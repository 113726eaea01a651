//! A file of signatures must have the one form that every program reads alike.

use crate::{
    code::lists::{Ask, Severity},
    finding::Param,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    signing::JwsFault,
    text::Bilingual,
};

use super::{CASE, SIGNATURE};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SIG-001",
    slug: "signature-file-refused",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-SIG-001"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Sender, Ask::Developer],
    zh: Words {
        title: "签名文件不合格式",
        message: "这份签名文件不能接受：{reason}。",
        why: "签名文件有歧义，不同的程序会得出不同的结论，等于没有签名。",
        help: "请发送方重新签名；是自己的系统签的，请把这一条转给开发人员。",
    },
    en: Words {
        title: "A file of signatures is not of its form",
        message: "This file of signatures is not accepted: {reason}.",
        why: "Where programs can read a signature in different ways it protects nothing.",
        help: "Ask the sender to sign again; where your own system signed, pass this on to its developers.",
    },
    check: Check::Package(check),
    examples: &[
        Example { case: CASE, entry: "package", change: Change::Bytes("signed"), expect: Expect::Pass },
        refused("signed-file-broken"),
        refused("signed-without-algorithm"),
        refused("signed-as-a-directory"),
        refused("signed-with-more-in-the-header"),
        refused("signed-twice-by-one-key"),
    ],
};

const fn refused(change: &'static str) -> Example {
    Example {
        case: CASE,
        entry: "package",
        change: Change::Bytes(change),
        expect: Expect::FailIn(SIGNATURE, ""),
    }
}

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    for file in &case.delivery.signatures {
        sink.seen();
        if let Err(fault) = &file.read {
            sink.fail_whole(Some(file.entry), &[("reason", Param::Titled(reason(*fault)))]);
        }
    }
}

/// The reason as people read it; what lies behind each is in the table of the standard.
const fn reason(fault: JwsFault) -> Bilingual {
    match fault {
        JwsFault::TooLarge => Bilingual { zh: "文件太大", en: "it is too large" },
        JwsFault::NotAnObject => Bilingual { zh: "不是 JSON 对象", en: "it is no JSON object" },
        JwsFault::MemberTwice => {
            Bilingual { zh: "同一个成员写了两次", en: "a member stands in it twice" }
        }
        JwsFault::PayloadInside => {
            Bilingual { zh: "里面夹带了被签的内容", en: "it brings what is signed with it" }
        }
        JwsFault::Form => {
            Bilingual { zh: "缺少或多出了成员", en: "members are missing, or there are others" }
        }
        JwsFault::NoSignature => Bilingual { zh: "里面没有签名", en: "there is no signature in it" },
        JwsFault::TooMany => Bilingual { zh: "签名太多", en: "there are too many signatures in it" },
        JwsFault::UnprotectedHeader(_) => {
            Bilingual { zh: "带有不受签名保护的头部", en: "a header in it is not signed" }
        }
        JwsFault::Base64(_) => {
            Bilingual { zh: "编码不规范", en: "its encoding is not the one there is" }
        }
        JwsFault::Length(_) => {
            Bilingual { zh: "签名的长度不对", en: "a signature has another length" }
        }
        JwsFault::Header(..) => {
            Bilingual { zh: "签名头部不能接受", en: "the header of a signature is refused" }
        }
        JwsFault::KeyTwice(_) => {
            Bilingual { zh: "同一把密钥签了两次", en: "one key has signed twice" }
        }
    }
}
