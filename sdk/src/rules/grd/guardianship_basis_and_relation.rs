//! The basis of guardianship should agree with the relation.

use crate::{
    code::lists::{Ask, GuardianKind, GuardianshipBasis, Relation, Severity},
    model::application::Application,
    pointer,
    rules::reading::holder,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-GRD-021",
    slug: "guardianship-basis-and-relation",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-GRD-008"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "监护依据和亲属关系不一致",
        message: "例如依据是“父母”，关系却不是父亲或母亲。",
        why: "两处不一致，工作人员要再核实谁是监护人。",
        help: "请核对：生父母选“父母”，养父母选“收养”，祖辈、兄姐等选“近亲属”。",
    },
    en: Words {
        title: "Basis of guardianship and relation do not agree",
        message: "For instance the basis is parent, but the relation is neither father nor mother.",
        why: "Where they differ, somebody has to find out once more who the guardian is.",
        help: "Choose parent for birth parents, adoption for adoptive parents, close relative for grandparents and elder siblings.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/guardians/0/basis", "value": "close-relative"}]"#,
            ),
            expect: Expect::Fail("/guardians/0/relation"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, guardian) in application.guardians.iter().enumerate() {
        let (Some(basis), Some(relation)) = (guardian.basis, guardian.relation) else { continue };
        if guardian.kind != GuardianKind::Person
            || relation == Relation::Child
            || holder(relation) != Some("person")
        {
            continue;
        }
        let is_parent = matches!(
            relation,
            Relation::Father
                | Relation::Mother
                | Relation::StepOrAdoptiveFather
                | Relation::StepOrAdoptiveMother
        );
        let agrees = match basis {
            GuardianshipBasis::Parent | GuardianshipBasis::Adoptive => is_parent,
            GuardianshipBasis::CloseRelative => !is_parent && relation != Relation::NonRelative,
            _ => continue,
        };
        sink.seen();
        if !agrees {
            sink.fail(pointer!["guardians", index, "relation"]);
        }
    }
}
