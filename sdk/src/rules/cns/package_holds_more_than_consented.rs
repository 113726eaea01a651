//! For every organisation of the audience, its consents together must name every class of information that the package holds.

use crate::{
    code::Code,
    code::lists::{Ask, ConsentPurpose, DataClass, Severity},
    finding::Param,
    model::manifest::Manifest,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, organisation::Named},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-022",
    slug: "package-holds-more-than-consented",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CNS-022"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "资料包里有家庭没有同意提供的信息",
        message: "家庭同意提供给这家机构的信息里没有“{class}”，资料包里却有。",
        why: "只能提供家庭同意的那些种类，多一类也不行。",
        help: "请家庭补签这一类，或者把含有这类信息的材料从资料包里拿掉。",
    },
    en: Words {
        title: "The package holds information that was not agreed to",
        message: "The package holds the class “{class}”, which the family did not agree to give to this organisation.",
        why: "Only what the family agreed to may be given, nothing beyond.",
        help: "Ask the family to agree to this class, or leave out the papers that hold it.",
    },
    check: Check::Manifest(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(r#"[{"op": "remove", "path": "/dataClasses/13"}]"#),
            expect: Expect::Fail("/dataClasses"),
        },
    ],
};

fn check(manifest: &Manifest<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    for code in &*manifest.audience {
        let to_it = || {
            case.consents.iter().filter(|document| {
                let consent = &document.value;
                !consent.data_classes.is_empty() && Named::from(&consent.recipient).has_code(code)
            })
        };
        let Some(first) =
            to_it().find(|one| one.value.purpose == ConsentPurpose::AidApplication).or(to_it().next())
        else {
            continue;
        };
        sink.seen();
        for class in DataClass::ALL {
            let held = || manifest.entries.iter().any(|entry| entry.classes.contains(class));
            if !to_it().any(|one| one.value.data_classes.contains(class)) && held() {
                let named = Param::Coded(DataClass::LIST, class.code());
                sink.fail_in(first.entry, pointer!["dataClasses"], &[("class", named)]);
            }
        }
    }
}
