//! Where one parent is given, what became of the other should be said.

use crate::{
    code::lists::{Ask, GuardianshipBasis, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-GRD-027",
    slug: "guardian-one-parent-only",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-GRD-014"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::VillageCommittee],
    zh: Words {
        title: "只填了一位家长",
        message: "监护人只有一位父亲或母亲，也没有说明另一位的情况。",
        why: "不少项目要看双方的材料；另一方不在时，说明一句就能少跑一趟。",
        help: "请补上另一位家长；离异、去世、失联等，请在“仅有一名监护人的原因”里写明，必要时请村（居）委会出证明。",
    },
    en: Words {
        title: "One parent only is given",
        message: "A father or a mother is the only guardian, and nothing is said of the other.",
        why: "Many programmes want the papers of both; a word about the other parent saves a second journey.",
        help: "Add the other parent; in case of divorce, death or absence say so under the reason for one guardian, if need be with a letter of the committee.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "thalassaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "thalassaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "remove", "path": "/household/soleGuardianReason"}]"#),
            expect: Expect::Fail("/guardians"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let [guardian] = &*application.guardians else { return };
    if guardian.basis != Some(GuardianshipBasis::Parent) {
        return;
    }
    sink.seen();
    if application.household.as_ref().is_none_or(|household| household.sole_guardian_reason.is_none()) {
        sink.fail(pointer!["guardians"]);
    }
}
