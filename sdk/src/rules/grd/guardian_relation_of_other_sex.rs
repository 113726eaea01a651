//! A father is a man, and a mother a woman.

use crate::{
    code::{
        Code,
        lists::{Ask, Severity, Sex},
    },
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-GRD-028",
    slug: "guardian-relation-of-other-sex",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-GRD-015"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "监护人的关系和性别对不上",
        message: "这位监护人的性别，和填写的关系（如父亲、母亲）不一致。",
        why: "关系或性别填错，签字、收款的人就会和证件对不上。",
        help: "请核对关系和性别，也看看父亲和母亲的内容有没有填反。",
    },
    en: Words {
        title: "A guardian's relation and sex do not agree",
        message: "The sex of this guardian is not that of the relation, such as father or mother.",
        why: "With a wrong relation or sex, who signs and receives money does not match the papers.",
        help: "Check relation and sex, and whether the father's and the mother's particulars have changed places.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/guardians/1/relation", "value": "father"}]"#,
            ),
            expect: Expect::Fail("/guardians/1/relation"),
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/guardians/1/relation", "value": "father"}, {"op": "remove", "path": "/guardians/1/person/sex"}]"#,
            ),
            expect: Expect::Fail("/guardians/1/relation"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, guardian) in application.guardians.iter().enumerate() {
        let implied = guardian.relation.and_then(|relation| Sex::from_code(relation.row()?.column("sex")?));
        let (Some(implied), Some(person)) = (implied, &guardian.person) else { continue };
        let written = person.sex.filter(|sex| matches!(sex, Sex::Male | Sex::Female));
        let mut sexes = written
            .into_iter()
            .chain(identifier::of_guardian(application, index).filter_map(|held| Some(held.facts()?.sex)))
            .peekable();
        if sexes.peek().is_none() {
            continue;
        }
        sink.seen();
        // Where the sex and the number contradict each other, that is a finding of its own.
        if sexes.all(|sex| sex != implied) {
            sink.fail(pointer!["guardians", index, "relation"]);
        }
    }
}
