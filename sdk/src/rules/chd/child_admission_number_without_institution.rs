//! An institution's admission number should be given with the institution.

use crate::{
    code::lists::{Ask, IdentifierType, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CHD-021",
    slug: "child-admission-number-without-institution",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-IDN-021"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::CivilAffairs],
    zh: Words {
        title: "入院编号没有写是哪家机构的",
        message: "儿童福利机构的入院编号要和机构代码一起用，这里没有机构代码。",
        why: "不同机构的编号会重复，没有机构代码就认不出孩子。",
        help: "请填写福利机构的统一社会信用代码（18 位），在机构登记证书上。",
    },
    en: Words {
        title: "The institution of the admission number is not given",
        message: "An institution's admission number is used with the institution's code, which is missing here.",
        why: "Institutions use the same numbers; without the code the child cannot be recognised.",
        help: "Give the institution's unified social credit code (18 characters), found on its certificate of registration.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers/0", "value": {"type": "institution-admission-number", "value": "2018-001", "issuerCode": "1211000040000000XT"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers/0", "value": {"type": "institution-admission-number", "value": "2018-001"}}]"#,
            ),
            expect: Expect::Fail("/child/identifiers/0"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for held in identifier::of_child(application) {
        if held.identifier.r#type != IdentifierType::InstitutionAdmissionNumber {
            continue;
        }
        sink.seen();
        if held.identifier.issuer_code.is_none() {
            sink.fail(held.whole());
        }
    }
}
