//! Where the notice was read aloud, a witness should be named.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-047",
    slug: "read-aloud-without-witness",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-CNS-047"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "告知书是读给家庭听的，没有见证人",
        message: "告知书由他人代读，没有写见证人。",
        why: "不识字或看不清的家庭，有人见证更稳妥。",
        help: "请补上在场见证的人，最好不是接收机构的工作人员。",
    },
    en: Words {
        title: "Read aloud without a witness",
        message: "The notice was read aloud, but no witness is named.",
        why: "For a family that cannot read it, a witness gives certainty.",
        help: "Add who was present, if possible not somebody of the recipient.",
    },
    check: Check::Consent(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/notice/readAloud", "value": true}, {"op": "add", "path": "/witness", "value": {"name": "测试见证人"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/notice/readAloud", "value": true}, {"op": "remove", "path": "/witness"}]"#,
            ),
            expect: Expect::Fail("/notice/readAloud"),
        },
    ],
};

fn check(consent: &Consent<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if consent.notice.read_aloud != Some(true) {
        return;
    }
    sink.seen();
    if consent.witness.is_none() {
        sink.fail(pointer!["notice", "readAloud"]);
    }
}
