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
        message: "资料包里有“{class}”，家庭给这家机构的授权同意书里没有这一类。",
        why: "只能提供家庭同意提供的；多给一类，就是没有经过同意。",
        help: "请家庭加上这一类、重新签署；或者拿掉标有这一类的材料，重新打包。用 tongzhou inspect 可以看到每个文件标了哪几类。",
    },
    en: Words {
        title: "The package holds information that was not agreed to",
        message: "The package holds “{class}”, and the consent to this organisation does not name that class.",
        why: "Only what the family agreed to may be given; one class more is given without consent.",
        help: "Ask the family to sign again with this class, or take out the papers that are marked with it and pack again; tongzhou inspect shows how each file is marked.",
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
            case.documents.consents.iter().filter(|document| {
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
