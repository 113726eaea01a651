//! Whether an answer is what a step expects.

use serde_json::{Value, json};
use tongzhou::json as strict;

use super::{
    names::{Misfit, Nameless, Names},
    wire::Got,
};
use crate::{case::Expect, report::Reason};

/// Why a case did not come to its end.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Stop {
    /// The target is wrong.
    Wrong(Box<Reason>),
    /// It could not be found out.
    CouldNot(Box<Reason>),
    /// The target gave no answer, so that it may be down.
    Silent(Box<Reason>),
}

/// Words for a reason, without values.
pub(super) fn reason(en: impl Into<String>, zh: impl Into<String>) -> Box<Reason> {
    Box::new(Reason { en: en.into(), zh: zh.into(), expected: None, found: None })
}

/// A fault of the suite itself.
pub(super) fn own(what: &str) -> Stop {
    Stop::CouldNot(reason(
        format!("this is the suite's own fault, not the target's: {what}"),
        format!("这是测试程序自身的错误，与被测方无关：{what}"),
    ))
}

impl From<Nameless> for Stop {
    fn from(Nameless(name): Nameless) -> Self {
        own(&format!("{name} stands for nothing"))
    }
}

/// Holds an answer against what is expected of it.
pub(super) fn judge(
    step: &str,
    expect: &Expect,
    got: &Got,
    before: Option<&Got>,
    names: &mut Names,
    copy: Option<u32>,
) -> Result<(), Stop> {
    let body: Value = strict::from_slice(&got.body).unwrap_or(Value::Null);
    if let Some(done) = &expect.done {
        if got.status != 200 {
            return Err(refused(step, &body, got.status));
        }
        fits(step, names.fits(done, &body, copy))?;
    }
    if !expect.problem.is_empty() {
        let code = body.get("code").and_then(Value::as_str).unwrap_or_default();
        if got.status < 400 || !expect.problem.iter().any(|wanted| wanted == code) {
            return Err(Stop::Wrong(Box::new(Reason {
                en: format!("{step}: this had to be refused, and was answered otherwise"),
                zh: format!("{step}：应当拒绝，应答却不同"),
                expected: Some(json!({ "problem": expect.problem })),
                found: Some(json!({ "status": got.status, "code": body.get("code") })),
            })));
        }
    }
    if let Some(saying) = &expect.saying {
        fits(step, names.fits(saying, &body, copy))?;
    }
    let answer = String::from_utf8_lossy(&got.body);
    if expect.not_saying.iter().any(|word| answer.contains(word.as_str())) {
        return Err(Stop::Wrong(reason(
            format!("{step}: the answer repeats words that it must not hold"),
            format!("{step}：应答重复了不得出现的内容"),
        )));
    }
    if expect.same_as_before && before.is_none_or(|before| before.body != got.body) {
        return Err(Stop::Wrong(reason(
            format!("{step}: the answer is another than before"),
            format!("{step}：应答与先前不同"),
        )));
    }
    Ok(())
}

fn refused(step: &str, body: &Value, status: u16) -> Stop {
    let reason = Reason {
        en: format!("{step}: this had to be done, and was answered otherwise"),
        zh: format!("{step}：应当办理，应答却不同"),
        expected: Some(json!({ "status": 200 })),
        found: Some(json!({ "status": status, "code": body.get("code"), "findings": body.get("findings") })),
    };
    // What the target could not do for reasons of its own is no answer of the standard's.
    let own_trouble = matches!(
        body.get("code").and_then(Value::as_str),
        Some("internal" | "unavailable" | "timeout" | "too-many")
    );
    if own_trouble { Stop::CouldNot(Box::new(reason)) } else { Stop::Wrong(Box::new(reason)) }
}

fn fits(step: &str, fit: Result<(), Misfit>) -> Result<(), Stop> {
    match fit {
        Ok(()) => Ok(()),
        Err(Misfit::Suite(nameless)) => Err(nameless.into()),
        Err(Misfit::There { place, expected, found }) => {
            let place = if place.is_empty() { "/".to_owned() } else { place };
            Err(Stop::Wrong(Box::new(Reason {
                en: format!("{step}: the answer differs at {place}"),
                zh: format!("{step}：应答在 {place} 处不同"),
                expected: Some(expected),
                found: (!found.is_null()).then_some(found),
            })))
        }
    }
}
