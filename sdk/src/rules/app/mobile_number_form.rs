//! A mobile number should be written as one.

use crate::{
    code::lists::{Ask, ContactKind, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::MobileNumber,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-APP-007",
    slug: "mobile-number-form",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-IDN-028"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "手机号看起来不对",
        message: "手机号一般是 11 位，以 13 到 19 开头，这里不是。",
        why: "号码错一位，机构就联系不上家里，申请会被搁置。",
        help: "请再拨一遍核对；如果是座机，请改选固定电话并带上区号。",
    },
    en: Words {
        title: "A mobile number looks wrong",
        message: "Mobile numbers usually have eleven digits that begin with 13 to 19; this one differs.",
        why: "With one digit wrong the family cannot be reached, and the application rests.",
        help: "Dial it once more to check; for a landline, choose that kind and give the area code.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/contacts/0/phone", "value": "1300000000"}]"#,
            ),
            expect: Expect::Fail("/contacts/0/phone"),
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/guardians/0/person/phones/0", "value": "138000000000"}]"#,
            ),
            expect: Expect::Fail("/guardians/0/person/phones/0"),
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/contacts/0/phone", "value": "+86 130-0000-0000"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/contacts/0/phone", "value": "12000000000"}]"#,
            ),
            expect: Expect::Fail("/contacts/0/phone"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, contact) in application.contacts.iter().enumerate() {
        let (ContactKind::Mobile, Some(phone)) = (contact.kind, &contact.phone) else { continue };
        sink.seen();
        if !is_mobile(phone.as_str()) {
            sink.fail(pointer!["contacts", index, "phone"]);
        }
    }
    for (index, guardian) in application.guardians.iter().enumerate() {
        let phones = guardian.person.iter().flat_map(|person| person.phones.iter().enumerate());
        for (place, phone) in phones {
            sink.seen();
            if is_near_mobile(phone.as_str()) {
                sink.fail(pointer!["guardians", index, "person", "phones", place]);
            }
        }
    }
}

/// Whether a number is a mobile number, however it is set.
fn is_mobile(text: &str) -> bool {
    text.parse::<MobileNumber>().is_ok() || digits(text).parse::<MobileNumber>().is_ok()
}

/// Whether a number that may be a landline begins as mobile numbers do and yet is none.
fn is_near_mobile(text: &str) -> bool {
    !is_mobile(text) && matches!(digits(text).as_bytes(), [b'1', b'3'..=b'9', rest @ ..] if rest.len() > 5)
}

/// The digits of a number without the country's.
fn digits(text: &str) -> String {
    let national = text.trim_start().strip_prefix("+86").unwrap_or(text);
    national.chars().filter(|character| !matches!(character, ' ' | '-' | '(' | ')')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_known_however_they_are_set() {
        assert!(is_mobile("13000000000") && is_mobile("+86 130-0000-0000") && is_mobile("130 0000 0000"));
        assert!(!is_mobile("12000000000") && !is_mobile("1300000000"));
        assert!(is_near_mobile("1300000000") && is_near_mobile("138000000000"));
        assert!(
            !is_near_mobile("010-00000000")
                && !is_near_mobile("0578-0000000")
                && !is_near_mobile("13000000000")
        );
    }
}
