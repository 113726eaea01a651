//! Vectors of expenses: cases worked out by hand, and visits that were made to come to what they say.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{
    Area, Operation, ProvenanceKind, Sign, Stage, Vector,
    set::VectorError,
    source::{Case, Source, owned, requirements, text},
};

pub(super) fn vectors() -> Result<Vec<Vector>, VectorError> {
    let mut vectors = visits()?;
    vectors.extend(by_hand()?);
    Ok(vectors)
}

/// Visits: receipts that were made to come to the answer.
fn visits() -> Result<Vec<Vector>, VectorError> {
    let source = Source {
        file: "conformance/vectors/expenses/visits.ndjson",
        area: Area::Receipts,
        stage: Stage::Rules,
        kind: ProvenanceKind::MadeSo,
        from: "sdk/tests/it/expense/visits.rs",
    };
    let vector = |(number, line): (usize, &str)| {
        let visit = source.read(line)?;
        let expected = visit.get("expected").ok_or_else(|| source.form())?;
        let said = said(expected);
        let mut shown = owned(&[
            "REQ-EXP-001",
            "REQ-EXP-003",
            "REQ-EXP-004",
            "REQ-EXP-029",
            "REQ-EXP-037",
            "REQ-EXP-038",
        ]);
        let by_code = SHOWN_BY_CODE.iter().filter(|(code, _)| said.contains(*code));
        shown.extend(by_code.map(|(_, id)| (*id).to_owned()).collect::<BTreeSet<_>>());
        // What nobody may count is a fault that the receipts have; the others are as they should be.
        let disturbed = source.text(&visit, "name")?.starts_with("disturbed");
        Ok(source.vector(Case {
            id: format!("expenses-{number}"),
            operation: Operation::Expenses,
            sign: if disturbed { Sign::Negative } else { Sign::Positive },
            requirements: shown,
            cause: ("receipts come to expenses".to_owned(), "由票据得出各笔费用".to_owned()),
            flags: said.into_iter().collect(),
            given: json!({ "receipts": source.list(&visit, "receipts")? }),
            expected: expected.clone(),
        }))
    };
    let lines = include_str!("../../vectors/expenses/visits.ndjson").lines();
    (1..).zip(lines).map(vector).collect()
}

/// The cases worked out by hand, each about the requirements that it names.
fn by_hand() -> Result<Vec<Vector>, VectorError> {
    let source = Source {
        file: "conformance/vectors/expenses/cases.json",
        area: Area::Receipts,
        stage: Stage::Rules,
        kind: ProvenanceKind::ByHand,
        from: "docs/spec/expenses.md",
    };
    let file = source.read(include_str!("../../vectors/expenses/cases.json"))?;
    let vector = |(number, case): (usize, &Value)| {
        let expected = case.get("expected").ok_or_else(|| source.form())?;
        let mut given = json!({ "receipts": source.list(case, "receipts")? });
        if let (Some(help), Some(given)) = (case.get("charity"), given.as_object_mut()) {
            given.insert("application".to_owned(), application(help).ok_or_else(|| source.form())?);
        }
        Ok(source.vector(Case {
            id: match text(case, "id") {
                Some(id) => format!("expenses-{id}"),
                None => format!("expense-case-{number}"),
            },
            operation: Operation::Expenses,
            sign: match case.get("fault").and_then(Value::as_bool) {
                Some(true) => Sign::Negative,
                Some(false) => Sign::Positive,
                None => return Err(source.form()),
            },
            requirements: requirements(case),
            cause: (source.text(case, "name")?.to_owned(), source.text(case, "titleZh")?.to_owned()),
            flags: said(expected).into_iter().collect(),
            given,
            expected: expected.clone(),
        }))
    };
    (1..).zip(source.list(&file, "cases")?).map(vector).collect()
}

/// A shipped application that tells of this help of charities.
fn application(help: &Value) -> Option<Value> {
    let shipped = tongzhou_schema::EXAMPLES.iter().find(|(path, _)| *path == "leukaemia/application.json")?.1;
    let mut application: Value = serde_json::from_slice(shipped).ok()?;
    application.as_object_mut()?.insert("otherHelp".to_owned(), json!({ "charity": help }));
    Some(application)
}

/// Why receipts are not counted, and what is doubted: what it takes to come to the answer.
fn said(expected: &Value) -> BTreeSet<String> {
    let list =
        |value: &Value, name: &str| value.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
    let reasons =
        list(expected, "uncounted").into_iter().filter_map(|it| Some(text(&it, "reason")?.to_owned()));
    let doubts = list(expected, "expenses").into_iter().flat_map(|expense| {
        let doubts = expense.get("burden").map(|burden| list(burden, "doubts")).unwrap_or_default();
        doubts.into_iter().filter_map(|doubt| Some(doubt.as_str()?.to_owned())).collect::<Vec<_>>()
    });
    reasons.chain(doubts).collect()
}

/// What an answer says, and the one requirement of the text that has it said so.
const SHOWN_BY_CODE: &[(&str, &str)] = &[
    ("no-number", "REQ-EXP-008"),
    ("reissue-names-no-bill", "REQ-EXP-008"),
    ("reversed", "REQ-EXP-011"),
    ("replaced", "REQ-EXP-012"),
    ("no-longer-stands", "REQ-EXP-013"),
    ("names-no-bill", "REQ-EXP-016"),
    ("bill-not-here", "REQ-EXP-017"),
    ("of-red-bill", "REQ-EXP-017"),
    ("funds-incomplete", "REQ-EXP-021"),
    ("payments-do-not-add-up", "REQ-EXP-023"),
    ("payments-missing", "REQ-EXP-023"),
    ("split-not-trusted", "REQ-EXP-024"),
    ("settlement-does-not-add-up", "REQ-EXP-028"),
    ("papers-differ", "REQ-EXP-031"),
    ("reimbursed-too-much", "REQ-EXP-033"),
    ("reimbursement-unknown", "REQ-EXP-035"),
    ("maybe-twice", "REQ-EXP-036"),
];
