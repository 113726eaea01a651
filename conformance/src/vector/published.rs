//! Vectors of everything but checks: the files of `conformance/vectors/`.

use serde_json::{Value, json};

use super::{
    Area, Operation, Sign, Stage, Vector, oblivious,
    set::VectorError,
    source::{Case, Source, owned, text},
};

/// The vectors of all files.
pub(super) fn vectors() -> Result<Vec<Vector>, VectorError> {
    let mut vectors = token_inputs()?;
    vectors.extend(oblivious::vectors()?);
    vectors.extend(commitments()?);
    vectors.extend(expenses()?);
    vectors.extend(claims()?);
    vectors.extend(messages()?);
    Ok(vectors)
}

/// What tokens are made of: the bytes, which another program laid out, or why nothing is made.
fn token_inputs() -> Result<Vec<Vector>, VectorError> {
    let source = Source {
        file: "conformance/vectors/tokens",
        area: Area::Tokens,
        stage: Stage::Rules,
        provenance: "fields worked out by hand, bytes laid out by inputs.py",
    };
    let cases = source.read(include_str!("../../vectors/tokens/normalisation.json"))?;
    let inputs = source.read(include_str!("../../vectors/tokens/inputs.json"))?;
    let mut vectors = Vec::new();
    for (number, case) in (1..).zip(source.list(&cases, "cases")?) {
        let (kind, name) = (source.text(case, "kind")?, source.text(case, "name")?);
        let given = case.get("given").ok_or_else(|| source.form())?;
        let mut add = |suffix: String, epoch: &Value, sign, expected: Value, requirements: &[&str]| {
            vectors.push(source.vector(Case {
                id: format!("token-input-{number}{suffix}"),
                operation: Operation::TokenInput,
                sign,
                requirements: owned(requirements),
                cause: (format!("{kind}: {name}"), format!("{}（{name}）", kind_zh(kind))),
                flags: text(&expected, "refused").map(|code| format!("token-{code}")).into_iter().collect(),
                given: json!({ "kind": kind, "given": given, "epoch": epoch }),
                expected,
            }));
        };
        if let Some(code) = text(case, "refused") {
            let refused = json!({ "refused": code });
            add(String::new(), &json!(1), Sign::Negative, refused, &["REQ-TOK-005", "REQ-TOK-006"]);
            continue;
        }
        for input in source.list(&inputs, "inputs")? {
            if (text(input, "kind"), text(input, "name")) != (Some(kind), Some(name)) {
                continue;
            }
            let epoch = input.get("epoch").ok_or_else(|| source.form())?;
            let made = json!({ "input": source.text(input, "input")? });
            let requirements: &[&str] = match kind {
                "bill" => &["REQ-CLM-001", "REQ-TOK-002", "REQ-TOK-008"],
                "resident-id" => &["REQ-TOK-002", "REQ-TOK-003", "REQ-TOK-004", "REQ-TOK-008"],
                _ => &["REQ-TOK-002", "REQ-TOK-008", "REQ-TOK-009", "REQ-TOK-031"],
            };
            add(format!("-epoch-{epoch}"), epoch, Sign::Positive, made, requirements);
        }
    }
    Ok(vectors)
}

fn kind_zh(kind: &str) -> &'static str {
    match kind {
        "resident-id" => "居民身份证号码",
        "birth-certificate" => "出生医学证明",
        "guardian-and-birth" => "监护人号码与出生信息",
        "institution-admission" => "福利机构入院登记",
        "other-document" => "其他证件",
        "bill" => "票据号码",
        _ => "令牌输入",
    }
}

fn commitments() -> Result<Vec<Vector>, VectorError> {
    let source = Source {
        file: "conformance/vectors/consents",
        area: Area::Tokens,
        stage: Stage::Rules,
        provenance: "made by another program",
    };
    let content = source.read(include_str!("../../vectors/consents/commitments.json"))?;
    let vector = |(number, case): (usize, &Value)| {
        let what = source.text(case, "what")?;
        Ok(source.vector(Case {
            id: format!("commitment-{number}"),
            operation: Operation::Commit,
            sign: Sign::Positive,
            requirements: owned(&["REQ-SHR-013"]),
            cause: (format!("a commitment: {what}"), format!("承诺值（{what}）")),
            flags: Vec::new(),
            given: json!({ "salt": source.text(case, "salt")?, "document": source.text(case, "document")? }),
            expected: json!({ "commitment": source.text(case, "commitment")? }),
        }))
    };
    (1..).zip(source.list(&content, "cases")?).map(vector).collect()
}

fn expenses() -> Result<Vec<Vector>, VectorError> {
    let source = Source {
        file: "conformance/vectors/expenses",
        area: Area::Receipts,
        stage: Stage::Rules,
        provenance: "receipts made from a known truth, and what they were made to come to",
    };
    let vector = |(number, line): (usize, &str)| {
        let visit = source.read(line)?;
        let expected = visit.get("expected").ok_or_else(|| source.form())?;
        // What nobody may count is a fault that the receipts have; the others are as they should be.
        let disturbed = source.text(&visit, "name")?.starts_with("disturbed");
        Ok(source.vector(Case {
            id: format!("expenses-{number}"),
            operation: Operation::Expenses,
            sign: if disturbed { Sign::Negative } else { Sign::Positive },
            requirements: owned(&["REQ-EXP-001", "REQ-EXP-003", "REQ-EXP-004", "REQ-EXP-029", "REQ-EXP-037"]),
            cause: ("receipts come to expenses".to_owned(), "由票据得出各笔费用".to_owned()),
            flags: uncounted(expected),
            given: json!({ "receipts": source.list(&visit, "receipts")? }),
            expected: expected.clone(),
        }))
    };
    let lines = include_str!("../../vectors/expenses/visits.ndjson").lines();
    (1..).zip(lines).map(vector).collect()
}

/// Why receipts are not counted, and what is doubted: what it takes to come to the answer.
fn uncounted(expected: &Value) -> Vec<String> {
    let list =
        |value: &Value, name: &str| value.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
    let reasons =
        list(expected, "uncounted").into_iter().filter_map(|it| Some(text(&it, "reason")?.to_owned()));
    let doubts = list(expected, "expenses").into_iter().flat_map(|expense| {
        let doubts = expense.get("burden").map(|burden| list(burden, "doubts")).unwrap_or_default();
        doubts.into_iter().filter_map(|doubt| Some(doubt.as_str()?.to_owned())).collect::<Vec<_>>()
    });
    let all: std::collections::BTreeSet<String> = reasons.chain(doubts).collect();
    all.into_iter().collect()
}

fn claims() -> Result<Vec<Vector>, VectorError> {
    let source = Source {
        file: "conformance/vectors/claims",
        area: Area::Claims,
        stage: Stage::Rules,
        provenance: "worked out by hand from docs/spec/claims.md",
    };
    let vector = |(name, content): &(&str, &str)| {
        let history = source.read(content)?;
        let requirements = source.list(&history, "requirements")?;
        let steps = source.list(&history, "steps")?;
        let asked = |step: &Value| match step.as_object() {
            Some(step) => {
                let mut step = step.clone();
                for answered in ["answer", "problem"] {
                    step.remove(answered);
                }
                step.get_mut("notices").map(Value::take);
                Value::Object(step)
            }
            None => step.clone(),
        };
        let answered = |step: &Value| {
            let told = ["answer", "problem", "notices"];
            let told = told.into_iter().filter_map(|name| Some((name.to_owned(), step.get(name)?.clone())));
            Value::Object(told.collect())
        };
        let refused = steps.iter().any(|step| step.get("problem").is_some());
        Ok(source.vector(Case {
            id: format!("claims-{name}"),
            operation: Operation::Claims,
            sign: if refused { Sign::Negative } else { Sign::Positive },
            requirements: requirements.iter().filter_map(|id| Some(id.as_str()?.to_owned())).collect(),
            cause: (source.text(&history, "title")?.to_owned(), source.text(&history, "titleZh")?.to_owned()),
            flags: vec![(*name).to_owned()],
            given: json!({
                "consents": source.list(&history, "consents")?,
                "steps": steps.iter().map(asked).collect::<Vec<_>>(),
            }),
            expected: json!({ "steps": steps.iter().map(answered).collect::<Vec<_>>() }),
        }))
    };
    CLAIMS.iter().map(vector).collect()
}

fn messages() -> Result<Vec<Vector>, VectorError> {
    let source = Source {
        file: "conformance/vectors/exchange",
        area: Area::Messages,
        stage: Stage::Shape,
        provenance: "written by hand from docs/spec/exchange.md and docs/spec/openapi.json",
    };
    let mut vectors = Vec::new();
    for (name, content) in EXCHANGE {
        let file = source.read(content)?;
        let operation = source.text(&file, "operation")?;
        let mut add = |id: String, part: &str, body: &Value, sign, cause: (String, String)| {
            vectors.push(source.vector(Case {
                id,
                operation: Operation::Message,
                sign,
                requirements: owned(match part {
                    "request" => &["REQ-EXC-002", "REQ-EXC-020"],
                    _ => &["REQ-EXC-002", "REQ-EXC-003"],
                }),
                cause,
                flags: Vec::new(),
                given: json!({ "operation": operation, "part": part, "body": body }),
                expected: json!({ "accepted": sign == Sign::Positive }),
            }));
        };
        for part in ["request", "answer"] {
            if let Some(body) = file.get(part) {
                let cause = (format!("{part} of {operation}"), format!("{operation} 的{}", part_zh(part)));
                add(format!("message-{name}-{part}"), part, body, Sign::Positive, cause);
            }
        }
        for (number, refused) in (1..).zip(source.list(&file, "refused")?) {
            let why = source.text(refused, "why")?;
            let body = refused.get("request").ok_or_else(|| source.form())?;
            let cause = (format!("{operation}: {why}"), format!("{operation} 的请求有误（{why}）"));
            add(format!("message-{name}-refused-{number}"), "request", body, Sign::Negative, cause);
        }
    }
    Ok(vectors)
}

fn part_zh(part: &str) -> &'static str {
    if part == "request" { "请求" } else { "应答" }
}

/// The files of a folder of vectors, by name.
macro_rules! files {
    ($folder:literal: $($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../vectors/", $folder, "/", $name, ".json")))),*]
    };
}

/// Every file of `conformance/vectors/claims/`.
pub(super) const CLAIMS: &[(&str, &str)] = files!(
    "claims":
    "a-late-reimbursement"
    "a-promised-grant-in-parts"
    "a-red-bill"
    "a-statement-replaced"
    "another-content"
    "expiry"
    "out-of-order"
    "over-the-burden"
    "reversed-and-used"
    "sent-again"
    "the-fence"
    "the-lowest-statement"
    "within-the-burden"
);

/// Every file of `conformance/vectors/exchange/`.
pub(super) const EXCHANGE: &[(&str, &str)] = files!(
    "exchange":
    "accesses-read"
    "aid-entries-append"
    "claims-confirm"
    "claims-read"
    "claims-release"
    "claims-reserve"
    "claims-reverse"
    "consents-register"
    "consents-withdraw"
    "expenses-read"
    "expenses-state"
    "expenses-void"
    "intents-announce"
    "intents-close"
    "lookups-ask"
    "notices-acknowledge"
    "notices-list"
    "packages-status"
    "parcels-list"
    "suspicions-read"
    "suspicions-record"
    "tokens-evaluate"
);
