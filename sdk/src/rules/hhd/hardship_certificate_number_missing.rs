//! A certificate should be given with its number.

use crate::{
    code::Code,
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-HHD-021",
    slug: "hardship-certificate-number-missing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-HHD-021"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::CivilAffairs],
    zh: Words {
        title: "没有写证件编号",
        message: "这类困难身份有证件或认定文书，但没有写编号。",
        why: "有编号，机构向民政部门核实会快很多。",
        help: "请从低保证、特困证或认定文书上抄写编号；证上没有编号的，可以不填。",
    },
    en: Words {
        title: "The number of a certificate is not given",
        message: "This status comes with a certificate or decision, whose number is not given.",
        why: "With the number civil affairs can confirm it much faster.",
        help: "Copy it from the certificate or decision; if it bears none, leave it out.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/household/hardships/0", "value": {"status": "dibao", "issuer": {"name": "示例县民政局", "level": "县级", "region": "331122"}, "certificateNumber": "DB-0001", "issuedOn": "2026-01-10", "validUntil": "2026-12-31"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/household/hardships/0", "value": {"status": "dibao", "issuer": {"name": "示例县民政局", "level": "县级", "region": "331122"}, "issuedOn": "2026-01-10", "validUntil": "2026-12-31"}}]"#,
            ),
            expect: Expect::Fail("/household/hardships/0"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(household) = &application.household else { return };
    for (index, hardship) in household.hardships.iter().enumerate() {
        let evidence = hardship.status.row().and_then(|row| row.column("evidence_kind"));
        if hardship.issuer.is_none()
            || !matches!(evidence, Some("hardship-certificate" | "orphan-certificate"))
        {
            continue;
        }
        sink.seen();
        if hardship.certificate_number.is_none() {
            sink.fail(pointer!["household", "hardships", index]);
        }
    }
}
