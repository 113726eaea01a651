//! Which papers are one expense, which do not count, and why.

use serde_json::json;
use tongzhou::expense::Ledger;

use super::{bill, head, ledger, link, placed, verified};

/// The places of the papers, in the order in which they are given.
fn places(texts: &[String]) -> Vec<&'static str> {
    in_order(&ledger(texts))
}

fn in_order(ledger: &Ledger) -> Vec<&'static str> {
    let mut places = placed(ledger);
    places.sort_unstable();
    places.into_iter().map(|(_, place)| place).collect()
}

/// A settlement list, or another paper that bears no number.
fn list(id: u32, kind: &str, more: &str) -> String {
    head(id, kind, &format!(r#""total": "100.00"{more}"#))
}

// covers: REQ-EXP-001, REQ-EXP-009, REQ-EXP-010
#[test]
fn a_bill_recorded_twice_counts_once_and_the_one_from_a_data_file_counts() {
    let typed = bill(101, 1, r#""total": "100.00", "amounts": {"personalCash": "100.00"}"#);
    let read = bill(
        102,
        1,
        r#""total": "100.00", "amounts": {"pooledFund": "10.00", "personalCash": "90.00"},
        "recording": {"method": "xml"}"#,
    );
    let printed = read.replace("fiscal-e-outpatient", "fiscal-paper-outpatient").replace("102", "100");
    let found = ledger(&[typed, read, printed]);
    assert_eq!(in_order(&found), ["duplicate", "bill", "duplicate"]);
    assert!(found.uncounted.iter().all(|not| not.other.as_ref().unwrap().as_str().ends_with("102")));
    assert_eq!(found.expenses[0].key.canonical().unwrap().key(), "110601260000000001");
    // What the typed one says is heard: had it been lower, it would be the burden.
    assert_eq!(found.expenses[0].burden.left.unwrap().to_string(), "90.00");
    assert_eq!(found.expenses[0].burden.doubts.len(), 1);
}

// covers: REQ-EXP-001, REQ-EXP-002
#[test]
fn the_number_that_its_kind_calls_for_comes_first_and_other_lengths_are_compared_as_printed() {
    let both =
        r#""taxInvoiceNumber": "26110000000000000001", "billCode": "11060126", "billNumber": "0000000001""#;
    let texts = [head(101, "tax-e-invoice", both), head(102, "fiscal-e-outpatient", both)];
    let keys = ["110601260000000001", "26110000000000000001"];
    let found = ledger(&texts);
    let mut found: Vec<_> =
        found.expenses.iter().map(|expense| expense.key.canonical().unwrap().key().to_owned()).collect();
    found.sort();
    assert_eq!(found, keys);
    let old = |id| head(id, "fiscal-paper-outpatient", r#""billCode": "1106", "billNumber": "77""#);
    let found = ledger(&[old(101), old(102)]);
    assert_eq!(in_order(&found), ["bill", "duplicate"]);
    assert_eq!(found.expenses[0].key.canonical(), None);
    assert_eq!(places(&[head(101, "tax-e-invoice", r#""taxInvoiceNumber": "2611""#)]), ["no-number"]);
}

// covers: REQ-EXP-003
#[test]
fn a_paper_is_what_the_first_line_of_the_table_says() {
    let numbered = |kind: &str, more: &str| {
        head(101, kind, &format!(r#""billCode": "11060126", "billNumber": "0000000001", {more}"#))
    };
    let red = r#""lineage": [{"relation": "red-bill", "billCode": "11060126", "billNumber": "0000000009"}]"#;
    for (text, place) in [
        (numbered("prepayment", red), "prepayment"),
        (numbered("pharmacy-slip", red), "pharmacy-slip"),
        (numbered("other", red), "not-a-bill"),
        (numbered("fiscal-e-detail", red), "red-bill"),
        (numbered("fiscal-e-outpatient", &format!(r#"{red}, "total": "-1.00""#)), "red-bill"),
        (numbered("fiscal-e-outpatient", r#""total": "-1.00", "currency": "USD""#), "negative-total"),
        (numbered("fiscal-e-outpatient", r#""currency": "USD", "issuedOn": "2026-02-30""#), "not-in-yuan"),
        (numbered("fiscal-e-outpatient", r#""issuedOn": "2026-02-30""#), "unreadable-date"),
        (numbered("fiscal-e-outpatient", r#""lineage": [{"relation": "split-copy"}]"#), "names-no-bill"),
        (
            numbered("fiscal-e-outpatient", r#""lineage": [{"relation": "paper-reissue"}]"#),
            "reissue-names-no-bill",
        ),
        (numbered("fiscal-e-outpatient", r#""currency": "CNY""#), "bill"),
    ] {
        assert_eq!(places(&[text]), [place]);
    }
}

// covers: REQ-EXP-006
#[test]
fn name_date_amount_and_expense_id_make_no_expense_of_two_bills() {
    let same = r#""total": "100.00", "issuedOn": "2026-07-06", "patient": {"name": "示例"},
        "expenseId": "01900000-0000-7000-8000-0000000000ff""#;
    let slip = list(
        103,
        "settlement",
        r#", "issuedOn": "2026-07-06", "expenseId": "01900000-0000-7000-8000-0000000000ff""#,
    );
    assert_eq!(places(&[bill(101, 1, same), bill(102, 2, same), slip]), ["bill", "bill", "names-no-bill"]);
}

// covers: REQ-EXP-007
// covers: REQ-CLM-002
#[test]
fn a_reissue_has_the_key_of_its_e_bill_whether_or_not_that_is_here() {
    let reissue = bill(102, 2, &link("paper-reissue", 1)).replace("fiscal-e", "fiscal-paper");
    let found = ledger(std::slice::from_ref(&reissue));
    assert_eq!(found.expenses[0].key.canonical().unwrap().key(), "110601260000000001");
    assert_eq!(places(&[reissue, bill(101, 1, r#""total": "100.00""#)]), ["paper-reissue", "bill"]);
    // A verification of the e-bill names paper that says nothing itself.
    let silent = bill(102, 2, r#""total": "100.00""#).replace("fiscal-e", "fiscal-paper");
    let e_bill = bill(
        101,
        1,
        &verified("17", "reissued", r#", "reissuedCode": "11060126", "reissuedNumber": "0000000002""#),
    );
    assert_eq!(places(&[silent, e_bill]), ["paper-reissue", "bill"]);
}

// covers: REQ-EXP-007
#[test]
fn numbers_that_lead_in_a_circle_stand_for_the_least_of_them() {
    let one = bill(101, 1, &link("paper-reissue", 2));
    let other = bill(102, 2, &link("paper-reissue", 1));
    let found = ledger(&[one, other]);
    assert_eq!(found.expenses[0].key.canonical().unwrap().key(), "110601260000000001");
    assert_eq!(found.expenses[0].papers.len(), 2);
}

// covers: REQ-EXP-007
#[test]
fn two_e_bills_are_never_one_expense_whatever_a_link_says() {
    let bills = [bill(101, 1, r#""total": "100.00""#), bill(102, 2, r#""total": "70.00""#)];
    // A paper that bears the number of the one and names the other.
    let wrong = bill(103, 1, &link("paper-reissue", 2)).replace("fiscal-e", "fiscal-paper");
    let found = ledger(&[&bills[..], &[wrong]].concat());
    assert_eq!(in_order(&found), ["bill", "bill", "paper-reissue"]);
    assert_eq!(found.expenses.len(), 2);
}

// covers: REQ-EXP-008
// covers: REQ-CLM-003
#[test]
fn what_is_of_no_bill_or_of_several_counts_for_nothing() {
    let several = r#""lineage": [{"relation": "paper-reissue", "billCode": "11060126", "billNumber": "0000000001"},
        {"relation": "paper-reissue", "billCode": "11060126", "billNumber": "0000000002"}]"#;
    assert_eq!(
        places(&[
            bill(101, 3, several),
            bill(102, 4, r#""lineage": [{"relation": "paper-reissue"}]"#),
            head(103, "fiscal-e-outpatient", r#""billNumber": "0000000005""#),
        ]),
        ["names-several-bills", "reissue-names-no-bill", "no-number"]
    );
}

// covers: REQ-EXP-011, REQ-EXP-017
#[test]
fn a_red_bill_takes_its_bill_away_with_all_its_papers() {
    let texts = [
        bill(101, 1, r#""total": "100.00""#),
        bill(102, 2, &link("paper-reissue", 1)).replace("fiscal-e", "fiscal-paper"),
        list(103, "fiscal-e-detail", &format!(", {}", link("detail-list", 1))),
        // It names the paper, and is over a part.
        bill(104, 3, &format!(r#"{}, "total": "-40.00""#, link("red-bill", 2))),
        list(105, "fiscal-e-detail", &format!(", {}", link("detail-list", 3))),
    ];
    let found = ledger(&texts);
    assert_eq!(in_order(&found), ["reversed", "reversed", "reversed", "red-bill", "of-red-bill"]);
    assert!(found.uncounted[0].other.as_ref().unwrap().as_str().ends_with("104"));
    // A paper that cannot be claimed on cancels nothing.
    let detail = head(104, "fiscal-e-detail", &link("red-bill", 1));
    assert_eq!(places(&[bill(101, 1, r#""total": "100.00""#), detail]), ["bill", "red-bill"]);
}

// covers: REQ-EXP-012
#[test]
fn a_bill_issued_anew_takes_the_place_of_the_first() {
    let texts = [bill(101, 1, r#""total": "100.00""#), bill(102, 2, &link("replacement", 1))];
    assert_eq!(places(&texts), ["replaced", "bill"]);
}

// covers: REQ-EXP-013, REQ-EXP-014
#[test]
fn the_latest_verification_speaks_for_a_bill_and_that_of_a_reissue_for_itself_alone() {
    let matched = |id| bill(id, 1, &verified("10", "matched", ""));
    let reversed = bill(102, 1, &verified("17", "matched", r#", "reversed": true"#));
    assert_eq!(places(&[matched(101), reversed.clone()]), ["no-longer-stands", "no-longer-stands"]);
    let again = bill(103, 1, &verified("18", "matched", ""));
    assert_eq!(places(&[reversed, again]), ["bill", "duplicate"]);
    let voided = bill(102, 2, &format!("{}, {}", link("paper-reissue", 1), verified("17", "voided", "")));
    assert_eq!(places(&[matched(101), voided]), ["bill", "no-longer-stands"]);
    let at_once = bill(101, 1, &verified("17", "matched", ""));
    let void = bill(102, 1, &verified("17", "voided", ""));
    assert_eq!(places(&[at_once, void]), ["no-longer-stands", "no-longer-stands"]);
}

// covers: REQ-EXP-015, REQ-EXP-016
#[test]
fn a_list_belongs_to_what_it_names_then_to_its_number_its_settlement_and_the_hospitals_serial() {
    let settled = r#""settlement": {"region": "110000", "settlementId": "S1"}"#;
    let serial = r#""issuer": {"code": "531000000000000008"}, "businessNumber": "V1""#;
    let first = bill(101, 1, &format!(r#""total": "100.00", {settled}"#));
    let second = bill(102, 2, &format!(r#""total": "100.00", {serial}"#));
    let own = r#""billCode": "11060126", "billNumber": "0000000001""#;
    for (more, owner) in [
        (format!("{}, {own}, {settled}, {serial}", link("settlement-list", 2)), "102"),
        (format!("{own}, {serial}"), "101"),
        (format!("{settled}, {serial}"), "101"),
        (serial.to_owned(), "102"),
    ] {
        let found = ledger(&[first.clone(), second.clone(), head(103, "settlement", &more)]);
        let of = found.expenses.iter().find(|expense| expense.papers.len() == 2).unwrap();
        assert!(of.papers[0].receipt.id.as_str().ends_with(owner), "{more}");
    }
    let third = bill(104, 3, &format!(r#""total": "100.00", {serial}"#));
    let list = |more: &str| head(103, "settlement", more);
    assert_eq!(places(&[second, third, list(serial)])[2], "names-several-bills");
    assert_eq!(places(&[first.clone(), list(r#""total": "100.00""#)]), ["bill", "names-no-bill"]);
    // A split copy bears the number of the bill for itself, and has to say whose copy it is.
    let copy = |lineage: &str| bill(105, 1, lineage);
    assert_eq!(
        places(&[first.clone(), copy(r#""lineage": [{"relation": "split-copy"}]"#)])[1],
        "names-no-bill"
    );
    assert_eq!(places(&[first, copy(&link("split-copy", 1))])[1], "split-copy");
}

// covers: REQ-EXP-017
#[test]
fn a_list_whose_bill_is_not_here_does_not_count() {
    assert_eq!(places(&[head(103, "settlement", &link("settlement-list", 1))]), ["bill-not-here"]);
    let replaced = [
        bill(101, 1, r#""total": "100.00""#),
        bill(102, 2, &link("replacement", 1)),
        head(103, "settlement", &link("settlement-list", 1)),
    ];
    assert_eq!(places(&replaced), ["replaced", "bill", "replaced"]);
}

// covers: REQ-EXP-018
#[test]
fn a_settlement_on_two_lists_counts_once() {
    let settled = r#""settlement": {"region": "110000", "settlementId": "S1"}"#;
    let list = |id, region: &str| {
        let settled = settled.replace("110000", region);
        head(id, "settlement", &format!("{}, {settled}", link("settlement-list", 1)))
    };
    let texts =
        [list(104, "110000"), bill(101, 1, r#""total": "100.00""#), list(103, "110000"), list(105, "120000")];
    assert_eq!(places(&texts), ["duplicate", "bill", "settlement-list", "settlement-list"]);
}

#[test]
fn every_reason_is_one_of_the_published_list_and_is_seen_in_these_tests() {
    let tests = include_str!("papers.rs");
    for row in tongzhou::code::list("uncounted-reason").unwrap().rows() {
        assert!(tests.contains(json!(row.code()).to_string().as_str()), "{}", row.code());
    }
}
