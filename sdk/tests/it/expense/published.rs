//! The visits that other implementations can hold themselves to: receipts, and what they were made to come to.

use std::collections::BTreeMap;

use expect_test::expect_file;
use serde_json::{Value, json};

use super::{
    disturbed, hold, visits,
    visits::{Come, Truth, Visit, yuan},
};

#[test]
fn the_published_visits_are_up_to_date_and_come_to_what_they_say() {
    let whole = visits(0xB111, 30);
    let (disturbed, _) = disturbed(&visits(0xB112, 60));
    let mut lines = String::new();
    for (made, name) in [(whole, "visit"), (disturbed, "disturbed")] {
        hold(&made, 3);
        for visit in &made {
            lines += &format!("{}\n", published(name, visit));
        }
    }
    expect_file!["../../../../conformance/vectors/expenses/visits.ndjson"].assert_eq(&lines);
}

/// The visit with what it comes to, as the program writes it, less what is only for people to see.
fn published(name: &str, visit: &Visit) -> Value {
    let mut expenses: BTreeMap<usize, Vec<Value>> = BTreeMap::new();
    let mut uncounted = Vec::new();
    for paper in &visit.papers {
        let id = &paper.json["receiptId"];
        match paper.truth {
            Truth::Of(label, role) => {
                expenses.entry(label).or_default().push(json!({"receiptId": id, "role": role}));
            }
            Truth::Not(reason) => uncounted.push(json!({"receiptId": id, "reason": reason})),
        }
    }
    let expenses: Vec<Value> = expenses
        .into_iter()
        .map(|(label, papers)| {
            let (_, come) = visit.expenses.iter().find(|(other, _)| *other == label).unwrap();
            expense(papers, come)
        })
        .collect();
    let receipts: Vec<&Value> = visit.papers.iter().map(|paper| &paper.json).collect();
    json!({"name": format!("{name}-{}", visit.number + 1), "receipts": receipts,
        "expected": {"expenses": expenses, "uncounted": uncounted}})
}

fn expense(papers: Vec<Value>, come: &Come) -> Value {
    let payers: Vec<Value> =
        come.payers.iter().map(|(payer, fen)| json!({"payer": payer, "amount": yuan(*fen)})).collect();
    let mut burden = json!({});
    for (name, fen) in [("before", come.before), ("left", come.left)] {
        if let Some(fen) = fen {
            burden[name] = json!(yuan(fen));
        }
    }
    if let Some(source) = come.source {
        burden["source"] = json!(source);
    }
    if !come.doubts.is_empty() {
        burden["doubts"] = json!(come.doubts);
    }
    json!({"papers": papers, "billed": yuan(come.billed), "payers": payers, "burden": burden})
}
