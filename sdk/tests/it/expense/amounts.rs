//! What the papers of one expense come to: expected amounts are worked out by hand.

use tongzhou::{
    code::{
        Code,
        lists::{BurdenDoubt, BurdenSource},
    },
    expense::{self, Burden, Expense},
    model::{application::Application, receipt::Receipt},
};

use super::{bill, head, ledger, link};

const PAYMENTS: &str = r#""total": "100.00", "amounts": {"pooledFund": "60.00", "otherPayments": "0.00",
    "personalAccount": "10.00", "personalCash": "30.00"}"#;

fn only(texts: &[String]) -> Expense {
    let mut expenses = ledger(texts).expenses;
    assert_eq!(expenses.len(), 1);
    expenses.remove(0)
}

/// The bill with these members alone.
fn alone(more: &str) -> Burden {
    only(&[bill(101, 1, more)]).burden
}

/// A settlement list of the bill.
fn settled(settlement: &str) -> String {
    head(102, "settlement", &format!(r#"{}, "settlement": {settlement}"#, link("settlement-list", 1)))
}

/// What was borne, where from, and what is doubted.
fn said(burden: &Burden) -> (Option<String>, Option<BurdenSource>, Vec<BurdenDoubt>) {
    (burden.before.map(|amount| amount.to_string()), burden.source, burden.doubts.clone())
}

fn yuan(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// Who paid what.
fn chain(expense: &Expense) -> Vec<(&'static str, String)> {
    expense.payers.iter().map(|share| (share.payer.code(), share.amount.to_string())).collect()
}

// covers: REQ-EXP-019, REQ-EXP-020, REQ-EXP-021, REQ-EXP-022, REQ-EXP-023, REQ-EXP-032
#[test]
fn the_payments_of_a_bill_are_used_where_they_say_what_the_family_bore() {
    use BurdenDoubt::{FundsIncomplete, PaymentsDoNotAddUp, PaymentsMissing};
    use BurdenSource::{Payments, TotalLessFunds};
    let all = |cash: &str| {
        format!(
            r#""amounts": {{"pooledFund": "60.00", "otherPayments": "5.00", "personalAccount": "10.00",
            "personalCash": "{cash}"}}"#
        )
    };
    let apart = |value: &str| format!(r#""extraAmounts": [{{"label": "减免", "value": "{value}"}}]"#);
    for (more, before, source, doubt) in [
        (all("25.00"), yuan("35.00"), Some(Payments), None),
        (r#""amounts": {"personalCash": "100.00"}"#.to_owned(), yuan("100.00"), Some(Payments), None),
        (format!("{}, {}", all("20.00"), apart("5.00")), yuan("30.00"), Some(Payments), None),
        (format!("{}, {}", all("20.00"), apart("4.00")), None, None, Some(PaymentsDoNotAddUp)),
        (all("20.00"), None, None, Some(PaymentsDoNotAddUp)),
        (all("30.00"), None, None, Some(PaymentsDoNotAddUp)),
        (all("-25.00"), None, None, Some(PaymentsDoNotAddUp)),
        (
            // The rest of 0.48 belongs to a fund that is not printed.
            r#""amounts": {"pooledFund": "60.00", "personalAccount": "10.00", "personalCash": "29.52"}"#
                .to_owned(),
            yuan("39.52"),
            Some(Payments),
            Some(FundsIncomplete),
        ),
        (
            r#""amounts": {"pooledFund": "60.01", "personalAccount": "10.00", "personalCash": "30.00"}"#
                .to_owned(),
            None,
            None,
            Some(PaymentsDoNotAddUp),
        ),
        (
            r#""amounts": {"pooledFund": "60.00", "otherPayments": "5.00", "personalAccount": "10.00"}"#
                .to_owned(),
            yuan("35.00"),
            Some(TotalLessFunds),
            None,
        ),
        (
            r#""amounts": {"pooledFund": "60.00", "personalAccount": "10.00"}"#.to_owned(),
            None,
            None,
            Some(PaymentsMissing),
        ),
        (
            format!(r#""amounts": {{"pooledFund": "60.00", "otherPayments": "5.00"}}, {}"#, apart("5.00")),
            None,
            None,
            Some(PaymentsMissing),
        ),
        (r#""amounts": {}"#.to_owned(), None, None, Some(PaymentsMissing)),
        (r#""remark": "-""#.to_owned(), None, None, Some(PaymentsMissing)),
    ] {
        let burden = alone(&format!(r#""total": "100.00", {more}"#));
        assert_eq!(said(&burden), (before.clone(), source, doubt.into_iter().collect()), "{more}");
        assert_eq!(burden.left.map(|left| left.to_string()), before);
    }
    // Without a total nothing says that the payments are all there are.
    assert_eq!(alone(&all("25.00")).doubts, [PaymentsDoNotAddUp]);
}

// covers: REQ-EXP-019
#[test]
fn a_total_that_stands_alone_against_words_and_payments_is_not_what_the_bill_comes_to() {
    let words = format!(r#"{PAYMENTS}, "totalInWords": "壹佰元整""#).replacen("100.00", "190.00", 1);
    let expense = only(&[bill(101, 1, &words)]);
    assert_eq!(expense.billed.unwrap().to_string(), "100.00");
    assert_eq!(said(&expense.burden), (yuan("40.00"), Some(BurdenSource::Payments), vec![]));
    let no_figures = words.replacen(r#""total": "190.00","#, "", 1);
    assert_eq!(only(&[bill(101, 1, &no_figures)]).billed.unwrap().to_string(), "100.00");
}

// covers: REQ-EXP-024
#[test]
fn a_self_paid_split_filled_with_constants_is_doubted_and_never_used() {
    let constants = PAYMENTS.replace(
        r#""30.00"}"#,
        r#""30.00", "selfPaidInCatalogue": "0.00", "selfPaidOutOfCatalogue": "5.00"}"#,
    );
    let doubts = vec![BurdenDoubt::SplitNotTrusted];
    assert_eq!(said(&alone(&constants)), (yuan("40.00"), Some(BurdenSource::Payments), doubts));
    let right = constants.replace("5.00\"}", "40.00\"}");
    assert_eq!(alone(&right).doubts, []);
}

// covers: REQ-EXP-025, REQ-EXP-026, REQ-EXP-027, REQ-EXP-028
#[test]
fn a_settlement_that_makes_up_the_bill_says_what_the_family_bore() {
    let amounts = |members: &str| format!(r#"{{"amounts": {{{members}}}}}"#);
    let layers = |cash: &str| {
        format!(
            r#"{{"layers": [{{"payer": "basic-insurance", "layer": "pooled-fund", "amount": "60.00"}},
            {{"payer": "family", "layer": "family-account", "amount": "4.00"}},
            {{"payer": "family", "amount": "{cash}"}}]}}"#
        )
    };
    let silent = bill(101, 1, r#""total": "100.00""#);
    let missing = BurdenDoubt::PaymentsMissing;
    for (settlement, before, payers) in [
        (layers("36.00"), "40.00", vec![("pooled-fund", "60.00")]),
        (
            amounts(
                r#""total": "100.00", "fundTotal": "60.00", "personalAccount": "10.00", "personalCash": "30.00""#,
            ),
            "40.00",
            vec![("other-payments", "60.00")],
        ),
        (
            // No total of its own, single funds, a part of the hospital, and a shared account that the sum needs.
            amounts(
                r#""pooledFund": "50.00", "medicalAid": "6.00", "hospitalBorne": "4.00", "personalAccount": "7.00",
                "familyAccount": "3.00", "personalCash": "30.00""#,
            ),
            "40.00",
            vec![("pooled-fund", "50.00"), ("medical-aid", "6.00"), ("hospital-borne", "4.00")],
        ),
        (
            // The account holds the shared account already.
            amounts(
                r#""total": "100.00", "fundTotal": "60.00", "pooledFund": "60.00", "personalAccount": "10.00",
                "familyAccount": "3.00", "personalCash": "30.00""#,
            ),
            "40.00",
            vec![("pooled-fund", "60.00")],
        ),
    ] {
        let expense = only(&[silent.clone(), settled(&settlement)]);
        let expected = (yuan(before), Some(BurdenSource::Settlement), vec![missing]);
        assert_eq!(said(&expense.burden), expected, "{settlement}");
        let payers: Vec<_> = payers.into_iter().map(|(payer, amount)| (payer, amount.to_owned())).collect();
        assert_eq!(chain(&expense), payers);
    }
    let wrong = BurdenDoubt::SettlementDoesNotAddUp;
    for (settlement, doubts) in [
        (layers("37.00"), vec![missing, wrong]),
        (layers("-36.00"), vec![missing, wrong]),
        (amounts(r#""total": "90.00", "fundTotal": "60.00", "personalCash": "30.00""#), vec![missing, wrong]),
        (
            amounts(r#""total": "100.00", "fundTotal": "60.00", "personalCash": "30.00""#),
            vec![missing, wrong],
        ),
        (
            amounts(r#""total": "100.00", "fundTotal": "130.00", "personalCash": "-30.00""#),
            vec![missing, wrong],
        ),
        // What a list does not show is no fault of it.
        (amounts(r#""total": "100.00", "fundTotal": "60.00""#), vec![missing]),
    ] {
        let burden = only(&[silent.clone(), settled(&settlement)]).burden;
        assert_eq!(said(&burden), (None, None, doubts), "{settlement}");
    }
}

// covers: REQ-EXP-029, REQ-EXP-030, REQ-EXP-031
#[test]
fn the_lowest_figure_counts_one_that_is_stated_comes_first_and_that_papers_differ_is_said() {
    let settlement = |cash: &str, funds: &str| {
        settled(&format!(
            r#"{{"amounts": {{"total": "100.00", "fundTotal": "{funds}", "personalCash": "{cash}"}}}}"#
        ))
    };
    let printed = bill(101, 1, PAYMENTS);
    let worked_out =
        bill(101, 1, r#""total": "100.00", "amounts": {"pooledFund": "70.00", "otherPayments": "0.00"}"#);
    let differ = vec![BurdenDoubt::PapersDiffer];
    for (bill, list, before, source, doubts) in [
        (&printed, settlement("40.00", "60.00"), "40.00", BurdenSource::Payments, vec![]),
        (&printed, settlement("35.00", "65.00"), "35.00", BurdenSource::Settlement, differ.clone()),
        (&printed, settlement("45.00", "55.00"), "40.00", BurdenSource::Payments, differ.clone()),
        (&worked_out, settlement("40.00", "60.00"), "40.00", BurdenSource::Settlement, differ.clone()),
        (&worked_out, settlement("30.00", "70.00"), "30.00", BurdenSource::Settlement, vec![]),
    ] {
        let expense = only(&[bill.clone(), list]);
        assert_eq!(said(&expense.burden), (yuan(before), Some(source), doubts));
        // Who paid and the family make up what was billed.
        let paid: i64 = expense.payers.iter().map(|share| share.amount.fen()).sum();
        assert_eq!(paid + expense.burden.before.unwrap().fen(), 10_000);
    }
    let other_total = PAYMENTS.replacen("100.00", "110.00", 1).replace("60.00", "70.00");
    let again = bill(102, 1, &other_total);
    assert_eq!(said(&only(&[printed, again]).burden), (yuan("40.00"), Some(BurdenSource::Payments), differ));
}

// covers: REQ-EXP-033, REQ-EXP-034, REQ-EXP-035
#[test]
fn later_reimbursements_are_taken_off_once_and_one_of_unknown_amount_leaves_the_burden_open() {
    let later = |id, more: &str| bill(id, 1, &format!(r#"{PAYMENTS}, "laterReimbursements": [{more}]"#));
    let one = |more: &str| format!(r#"{{"payer": "mutual-fund", "amount": "15.00"{more}}}"#);
    let left = |texts: &[String]| only(texts).burden.left.map(|left| left.to_string());
    assert_eq!(left(&[later(101, &one(""))]), yuan("25.00"));
    let day = |day: &str| one(&format!(r#", "paidOn": "2026-08-{day}", "status": "settled""#));
    assert_eq!(left(&[later(101, &one("")), later(102, &day("01"))]), yuan("25.00"));
    assert_eq!(left(&[later(101, &day("01")), later(102, &day("02"))]), yuan("10.00"));
    assert_eq!(left(&[later(101, &format!("{}, {}", one(""), one("")))]), yuan("10.00"));
    for status in ["pending", "refused", "not-applied", "unknown"] {
        assert_eq!(left(&[later(101, &one(&format!(r#", "status": "{status}""#)))]), yuan("40.00"));
    }
    let unknown = only(&[later(101, r#"{"payer": "mutual-fund", "status": "settled"}"#)]).burden;
    assert_eq!((unknown.left, unknown.doubts), (None, vec![BurdenDoubt::ReimbursementUnknown]));
    let too_much = only(&[later(101, &one("").replace("15.00", "40.01"))]).burden;
    assert_eq!(too_much.left.unwrap().to_string(), "0.00");
    assert_eq!(too_much.doubts, [BurdenDoubt::ReimbursedTooMuch]);
}

// covers: REQ-EXP-036
#[test]
fn expenses_that_may_be_one_bill_with_a_digit_misread_are_doubted() {
    let twice = |serials: [&str; 2], date: &str| {
        let face = |date: &str, serial: &str| {
            format!(r#"{PAYMENTS}, "issuedOn": "{date}", "issuer": {{"name": "示例医院"}}{serial}"#)
        };
        let texts = [bill(101, 1, &face("2026-07-06", serials[0])), bill(102, 7, &face(date, serials[1]))];
        ledger(&texts).expenses.into_iter().map(|expense| expense.burden.doubts).collect::<Vec<_>>()
    };
    let doubted = vec![vec![BurdenDoubt::MaybeTwice]; 2];
    let (one, other) = (r#", "businessNumber": "V1""#, r#", "businessNumber": "V2""#);
    assert_eq!(twice(["", ""], "2026-07-06"), doubted);
    assert_eq!(twice([one, one], "2026-07-06"), doubted);
    assert_eq!(twice([one, ""], "2026-07-06"), doubted);
    assert_eq!(twice([one, other], "2026-07-06"), vec![vec![]; 2]);
    assert_eq!(twice(["", ""], "2026-07-07"), vec![vec![]; 2]);
}

// covers: REQ-EXP-037, REQ-EXP-038
#[test]
fn payers_stand_in_the_order_in_which_they_pay() {
    let layer = |payer: &str, layer: &str| {
        format!(r#"{{"payer": "{payer}", "layer": "{layer}", "amount": "10.00"}}"#)
    };
    // In the settlement, mutual fund before supplement and hospital first.
    let layers = [
        layer("hospital", "hospital-borne"),
        layer("mutual-fund", "mutual-fund"),
        layer("supplementary-insurance", "civil-servant"),
        layer("medical-aid", "medical-aid"),
        layer("catastrophic-insurance", "catastrophic"),
        layer("basic-insurance", "pooled-fund"),
        layer("family", "personal-cash"),
        r#"{"payer": "commercial-insurance", "amount": "0.00"}"#.to_owned(),
    ];
    let list = settled(&format!(r#"{{"layers": [{}]}}"#, layers.join(",")));
    let later = r#""total": "70.00", "laterReimbursements": [{"payer": "charity", "amount": "1.00"},
        {"payer": "government-aid", "amount": "1.00"}, {"payer": "supplementary-insurance", "amount": "1.00"}]"#;
    let expense = only(&[bill(101, 1, later), list]);
    let payers: Vec<&str> = expense.payers.iter().map(|share| share.payer.code()).collect();
    assert_eq!(
        payers,
        [
            "pooled-fund",
            "catastrophic",
            "medical-aid",
            "civil-servant",
            "supplementary-insurance",
            "mutual-fund",
            "government-aid",
            "charity",
            "hospital-borne"
        ]
    );
    assert_eq!(expense.burden.left.unwrap().to_string(), "7.00");
}

// covers: REQ-EXP-039
#[test]
fn help_for_one_expense_stands_in_its_chain_and_is_not_taken_off() {
    let mut application: serde_json::Value =
        serde_json::from_str(include_str!("../documents/application.json")).unwrap();
    let help = |status: &str, amount: &str, ids: &[u32]| {
        let ids: Vec<String> = ids.iter().map(|id| format!("01900000-0000-7000-8000-{id:012}")).collect();
        serde_json::json!({"organisation": {"name": "示例基金会"}, "status": status, "amount": amount,
            "receiptIds": ids})
    };
    application["otherHelp"] = serde_json::json!({"charity": [help("received", "20.00", &[101]),
        help("applied", "5.00", &[101]), help("received", "7.00", &[101, 102]),
        help("received", "11.00", &[102]), help("received", "9.00", &[])]});
    let text = application.to_string();
    let application: Application<'_> = serde_json::from_str(&text).unwrap();
    let later = r#", "laterReimbursements": [{"payer": "charity", "amount": "11.00"}]"#;
    let texts = [bill(101, 1, PAYMENTS), bill(102, 2, &format!("{PAYMENTS}{later}"))];
    let receipts = texts.each_ref().map(|text| serde_json::from_str::<Receipt<'_>>(text).unwrap());
    let ledger = expense::expenses(&receipts, Some(&application));
    let last = ledger.expenses[0].payers.last().unwrap();
    assert_eq!(
        (last.payer.code(), last.amount.to_string().as_str(), last.source.code()),
        ("charity", "20.00", "application")
    );
    // The help of 11.00 stands on the receipt already.
    assert_eq!(chain(&ledger.expenses[1])[1..], [("charity", "11.00".to_owned())]);
    assert_eq!(ledger.shared.iter().map(|share| share.amount.to_string()).collect::<Vec<_>>(), ["7.00"]);
    assert_eq!(ledger.left().unwrap().to_string(), "69.00");
}
