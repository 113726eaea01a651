//! Vectors of everything but checks: the files of `conformance/vectors/`.

use serde_json::{Value, json};

use super::{
    Area, Operation, ProvenanceKind, Sign, Stage, Vector, expenses, oblivious, relying,
    set::VectorError,
    source::{Case, Source, owned, requirements, text},
};

/// The vectors of all files.
pub(super) fn vectors() -> Result<Vec<Vector>, VectorError> {
    let mut vectors = token_inputs()?;
    vectors.extend(oblivious::vectors()?);
    vectors.extend(commitments()?);
    vectors.extend(expenses::vectors()?);
    vectors.extend(relying::vectors()?);
    vectors.extend(claims()?);
    vectors.extend(messages()?);
    Ok(vectors)
}

/// What tokens are made of: the bytes, which another program laid out, or why nothing is made.
fn token_inputs() -> Result<Vec<Vector>, VectorError> {
    let source = Source {
        file: "conformance/vectors/tokens/inputs.json",
        area: Area::Tokens,
        stage: Stage::Rules,
        kind: ProvenanceKind::Computed,
        from: "conformance/vectors/tokens/inputs.py",
    };
    let by_hand = Source {
        file: "conformance/vectors/tokens/normalisation.json",
        kind: ProvenanceKind::ByHand,
        from: "docs/spec/tokens.md",
        ..source
    };
    let cases = source.read(include_str!("../../vectors/tokens/normalisation.json"))?;
    let inputs = source.read(include_str!("../../vectors/tokens/inputs.json"))?;
    let mut vectors = Vec::new();
    for (number, case) in (1..).zip(source.list(&cases, "cases")?) {
        let (kind, name) = (source.text(case, "kind")?, source.text(case, "name")?);
        let name_zh = source.text(case, "nameZh")?;
        let given = case.get("given").ok_or_else(|| source.form())?;
        let mut add = |suffix: String, epoch: &Value, sign, expected: Value, requirements: &[&str]| {
            let source = if sign == Sign::Negative { &by_hand } else { &source };
            vectors.push(source.vector(Case {
                id: format!("token-input-{number}{suffix}"),
                operation: Operation::TokenInput,
                sign,
                requirements: owned(requirements),
                cause: (format!("{kind}: {name}"), format!("{}：{name_zh}", kind_zh(kind))),
                flags: text(&expected, "refused").map(|code| format!("token-{code}")).into_iter().collect(),
                given: json!({ "kind": kind, "given": given, "epoch": epoch }),
                expected,
            }));
        };
        if let Some(code) = text(case, "refused") {
            let refused = json!({ "refused": code });
            let requirements: &[&str] =
                if code == "too-long" { &["REQ-TOK-008"] } else { &["REQ-TOK-005", "REQ-TOK-006"] };
            add(String::new(), &json!(1), Sign::Negative, refused, requirements);
            continue;
        }
        for input in source.list(&inputs, "inputs")? {
            if (text(input, "kind"), text(input, "name")) != (Some(kind), Some(name)) {
                continue;
            }
            let epoch = input.get("epoch").ok_or_else(|| source.form())?;
            let made = json!({ "input": source.text(input, "input")? });
            let requirements: &[&str] = match kind {
                "bill" => &["REQ-CLM-001", "REQ-TOK-002", "REQ-TOK-008", "REQ-TOK-009"],
                "resident-id" => &["REQ-TOK-002", "REQ-TOK-003", "REQ-TOK-004", "REQ-TOK-008", "REQ-TOK-009"],
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
        file: "conformance/vectors/consents/commitments.json",
        area: Area::Tokens,
        stage: Stage::Rules,
        kind: ProvenanceKind::Computed,
        from: "conformance/vectors/consents/commitments.py",
    };
    let content = source.read(include_str!("../../vectors/consents/commitments.json"))?;
    let vector = |(number, case): (usize, &Value)| {
        let (what, what_zh) = (source.text(case, "what")?, source.text(case, "whatZh")?);
        Ok(source.vector(Case {
            id: format!("commitment-{number}"),
            operation: Operation::Commit,
            sign: Sign::Positive,
            requirements: owned(&["REQ-SHR-013"]),
            cause: (format!("a commitment: {what}"), format!("承诺值：{what_zh}")),
            flags: Vec::new(),
            given: json!({ "salt": source.text(case, "salt")?, "document": source.text(case, "document")? }),
            expected: json!({ "commitment": source.text(case, "commitment")? }),
        }))
    };
    (1..).zip(source.list(&content, "cases")?).map(vector).collect()
}

fn claims() -> Result<Vec<Vector>, VectorError> {
    let source = Source {
        file: "conformance/vectors/claims",
        area: Area::Claims,
        stage: Stage::Rules,
        kind: ProvenanceKind::ByHand,
        from: "docs/spec/claims.md",
    };
    let vector = |(name, content): &(&str, &str)| {
        let history = source.read(content)?;
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
            requirements: requirements(&history),
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
        kind: ProvenanceKind::ByHand,
        from: "docs/spec/exchange.md",
    };
    let mut vectors = Vec::new();
    for (name, content) in EXCHANGE {
        let file = source.read(content)?;
        let operation = source.text(&file, "operation")?;
        let mut add =
            |id: String, part: &str, body: &Value, sign, cause: (String, String), also: Vec<String>| {
                let mut requirements = owned(&["REQ-EXC-002"]);
                requirements.extend(also);
                vectors.push(source.vector(Case {
                    id,
                    operation: Operation::Message,
                    sign,
                    requirements,
                    cause,
                    flags: Vec::new(),
                    given: json!({ "operation": operation, "part": part, "body": body }),
                    expected: json!({ "accepted": sign == Sign::Positive }),
                }));
            };
        for part in ["request", "answer"] {
            if let Some(body) = file.get(part) {
                let cause = (format!("{part} of {operation}"), format!("{operation} 的{}", part_zh(part)));
                add(format!("message-{name}-{part}"), part, body, Sign::Positive, cause, Vec::new());
            }
        }
        for (number, refused) in (1..).zip(source.list(&file, "refused")?) {
            let why = source.text(refused, "why")?;
            let body = refused.get("request").ok_or_else(|| source.form())?;
            let cause = (format!("{operation}: {why}"), format!("{operation} 的请求有误（{why}）"));
            let also = requirements(refused);
            add(format!("message-{name}-refused-{number}"), "request", body, Sign::Negative, cause, also);
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
