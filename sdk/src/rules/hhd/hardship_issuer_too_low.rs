//! A committee does not recognise what the county recognises.

use crate::{
    code::Code,
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-HHD-013",
    slug: "hardship-issuer-too-low",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-HHD-013"],
    validity: Validity::ALWAYS,
    ask: &[Ask::CivilAffairs, Ask::VillageCommittee],
    zh: Words {
        title: "认定机关的层级不对",
        message: "这类困难身份由县级民政等部门（可委托乡镇、街道）认定，村（居）委会不能认定。",
        why: "机构会向认定机关核实，层级不对就核实不了。",
        help: "请看证件上盖的是谁的章：有民政局或乡镇街道的证件，请按证件填写；只有村（居）委会说明的，请改选“其他困难（村居委会情况说明）”。",
    },
    en: Words {
        title: "A committee cannot recognise this hardship",
        message: "This status is recognised by the county's civil affairs or another county department, which may delegate to the township; a committee cannot.",
        why: "Charities ask the authority; at the wrong level nobody can confirm.",
        help: "See whose seal is on the certificate: if it is the county's or the township's, give that; if there is only a committee's letter, choose other-with-letter.",
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
                r#"[{"op": "add", "path": "/household/hardships/0", "value": {"status": "dibao", "issuer": {"name": "示例村村民委员会", "level": "村"}, "certificateNumber": "DB-0001", "issuedOn": "2026-01-10", "validUntil": "2026-12-31"}}]"#,
            ),
            expect: Expect::Fail("/household/hardships/0/issuer"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(household) = &application.household else { return };
    for (index, hardship) in household.hardships.iter().enumerate() {
        let Some(issuer) = &hardship.issuer else { continue };
        if hardship.status.row().and_then(|row| row.column("issuer_level")) != Some("county") {
            continue;
        }
        sink.seen();
        let level = issuer.level.as_ref().map(|level| level.as_str());
        if is_committee(level, issuer.name.as_str()) {
            sink.fail(pointer!["household", "hardships", index, "issuer"]);
        }
    }
}

/// Whether the words of an issuer's seal are those of a village or residents' committee. Many townships have 村
/// in their names, so that only whole words count.
fn is_committee(level: Option<&str>, name: &str) -> bool {
    let by_level = level.is_some_and(|level| {
        ["村", "村级", "社区", "居委会", "村委会", "village"].contains(&level)
            || level.starts_with("村（居）")
    });
    by_level || ["村民委员会", "村委会", "居民委员会", "居委会"].iter().any(|word| name.ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::is_committee;

    #[test]
    fn committees_are_told_from_townships_with_a_village_in_their_names() {
        assert!(is_committee(Some("村"), "某某"));
        assert!(is_committee(None, "示例村村民委员会"));
        assert!(is_committee(None, "示例社区居委会"));
        assert!(!is_committee(Some("乡镇（街道）"), "示例村镇人民政府"));
        assert!(!is_committee(Some("县级"), "示例县民政局"));
    }
}
