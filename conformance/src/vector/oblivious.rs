//! The published vectors of RFC 9497, and what each is where one bit of it is changed.

use serde_json::{Value, json};

use super::{
    Area, Operation, ProvenanceKind, Sign, Stage, Vector,
    set::VectorError,
    source::{Case, Source, owned, text},
};

/// The vectors of RFC 9497 in mode VOPRF, step by step; each with a part of it changed by one bit besides.
pub(super) fn vectors() -> Result<Vec<Vector>, VectorError> {
    let source = Source {
        file: "sdk/exchange/tests/data/rfc9497/allVectors.json",
        area: Area::Tokens,
        stage: Stage::Rules,
        kind: ProvenanceKind::Published,
        from: RFC_9497,
    };
    let all = source.read(include_str!("../../../sdk/exchange/tests/data/rfc9497/allVectors.json"))?;
    let of_mode = |suite: &&Value| {
        text(suite, "identifier") == Some("ristretto255-SHA512") && suite.get("mode") == Some(&json!(1))
    };
    let suite = all.as_array().and_then(|suites| suites.iter().find(of_mode)).ok_or_else(|| source.form())?;
    let (secret, public) = (source.text(suite, "skSm")?, source.text(suite, "pkSm")?);
    let mut vectors = Vec::new();
    for (number, vector) in (1..).zip(source.list(suite, "vectors")?) {
        let list = |name: &str| -> Result<Vec<&str>, VectorError> {
            Ok(source.text(vector, name)?.split(',').collect())
        };
        let (inputs, blinds) = (list("Input")?, list("Blind")?);
        let (blinded, evaluated) = (list("BlindedElement")?, list("EvaluationElement")?);
        let proof = vector.get("Proof").ok_or_else(|| source.form())?;
        let (random, proof) = (source.text(proof, "r")?, source.text(proof, "proof")?);
        let outputs = list("Output")?;
        let mut add = |operation, id: &str, cause: (&str, &str), given: Value, expected: Value| {
            let refused = expected.get("refused").is_some();
            vectors.push(source.vector(Case {
                id: format!("rfc9497-{number}-{id}"),
                operation,
                sign: if refused { Sign::Negative } else { Sign::Positive },
                requirements: owned(match (operation, text(&expected, "refused")) {
                    (_, Some("proof")) => &["REQ-TOK-014"],
                    (_, Some(_)) => &["REQ-TOK-012"],
                    (Operation::Evaluate, None) => &["REQ-TOK-010", "REQ-TOK-013"],
                    _ => &["REQ-TOK-010"],
                }),
                cause: (cause.0.to_owned(), cause.1.to_owned()),
                flags: refused.then(|| format!("voprf-{id}")).into_iter().collect(),
                given,
                expected,
            }));
        };
        add(
            Operation::Blind,
            "blind",
            ("inputs are blinded", "对输入进行盲化"),
            json!({ "inputs": inputs, "blinds": blinds }),
            json!({ "elements": blinded }),
        );
        let evaluate =
            |elements: &[&str]| json!({ "secret": secret, "elements": elements, "random": random });
        add(
            Operation::Evaluate,
            "evaluate",
            ("blinded elements are answered with a proof", "计算盲化元素并给出证明"),
            evaluate(&blinded),
            json!({ "elements": evaluated, "proof": proof }),
        );
        let element = || json!({ "refused": "element" });
        add(
            Operation::Evaluate,
            "neutral-element",
            ("the neutral element is refused", "拒绝单位元"),
            evaluate(&[NEUTRAL]),
            element(),
        );
        add(
            Operation::Evaluate,
            "no-element",
            ("bytes that are no element are refused", "拒绝不是群元素的内容"),
            evaluate(&[NO_ELEMENT]),
            element(),
        );
        let finalize = |public: &str, blinded: &[&str], evaluated: &[&str], proof: &str| {
            json!({
                "inputs": inputs, "blinds": blinds, "blinded": blinded, "evaluated": evaluated,
                "publicKey": public, "proof": proof,
            })
        };
        add(
            Operation::Finalize,
            "finalize",
            ("answers whose proof holds make the output", "证明成立的应答得出输出"),
            finalize(public, &blinded, &evaluated, proof),
            json!({ "outputs": outputs }),
        );
        let wrong = || json!({ "refused": "proof" });
        for (id, proof, cause) in [
            (
                "challenge-changed",
                flipped(proof, 0),
                ("the challenge of the proof is changed", "证明的前半被改动"),
            ),
            (
                "response-changed",
                flipped(proof, 32),
                ("the response of the proof is changed", "证明的后半被改动"),
            ),
        ] {
            add(Operation::Finalize, id, cause, finalize(public, &blinded, &evaluated, &proof), wrong());
        }
        add(
            Operation::Finalize,
            "answer-not-multiplied",
            ("what was sent is given back as the answer", "原样返回盲化元素"),
            finalize(public, &blinded, &blinded, proof),
            wrong(),
        );
        // The blinded element is an element of the group, and nobody's public key.
        let other = blinded.first().copied().unwrap_or_default();
        add(
            Operation::Finalize,
            "other-key",
            ("the proof is held against another public key", "用其他公钥核对证明"),
            finalize(other, &blinded, &evaluated, proof),
            wrong(),
        );
    }
    Ok(vectors)
}

/// The publication. What is refused is published too, with one bit of it changed.
const RFC_9497: &str = "RFC 9497, appendix A.1.2, by the CFRG";
const NEUTRAL: &str = "0000000000000000000000000000000000000000000000000000000000000000";
/// Above the order of the field, so that nothing is written so.
const NO_ELEMENT: &str = "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff";

/// Hexadecimal text with the lowest bit of one byte changed.
fn flipped(text: &str, byte: usize) -> String {
    let at = byte * 2 + 1;
    let change = |(place, letter): (usize, char)| match (place == at, letter.to_digit(16)) {
        (true, Some(digit)) => char::from_digit(digit ^ 1, 16).unwrap_or(letter),
        _ => letter,
    };
    text.chars().enumerate().map(change).collect()
}
