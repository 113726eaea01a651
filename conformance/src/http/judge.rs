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
    /// The target said for as long as is waited that it is asked too often.
    Busy(Box<Reason>),
    /// The target gave no answer, so that it may be down.
    Silent(Box<Reason>),
}

impl Stop {
    pub(super) fn wrong(en: impl Into<String>, zh: impl Into<String>) -> Self {
        Self::Wrong(Box::new(Reason::words(en, zh)))
    }

    pub(super) fn could_not(en: impl Into<String>, zh: impl Into<String>) -> Self {
        Self::CouldNot(Box::new(Reason::words(en, zh)))
    }
}

/// A fault of the suite itself.
pub(super) fn own(what: &str) -> Stop {
    Stop::could_not(
        format!("this is the suite's own fault, not the target's: {what}"),
        format!("这是测试程序自身的错误，与被测方无关：{what}"),
    )
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
            return Err(Stop::Wrong(Box::new(Reason::new(
                format!("{step}: this had to be refused, and was answered otherwise"),
                format!("{step}：应当拒绝，应答却不同"),
                Some(json!({ "problem": expect.problem })),
                Some(json!({ "status": got.status, "code": body.get("code") })),
            ))));
        }
    }
    if let Some(saying) = &expect.saying {
        fits(step, names.fits(saying, &body, copy))?;
    }
    let answer = String::from_utf8_lossy(&got.body);
    if expect.not_saying.iter().any(|word| answer.contains(word.as_str())) {
        return Err(Stop::wrong(
            format!("{step}: the answer repeats words that it must not hold"),
            format!("{step}：应答重复了不得出现的内容"),
        ));
    }
    if expect.same_as_before && before.is_none_or(|before| before.body != got.body) {
        return Err(Stop::wrong(
            format!("{step}: the answer is another than before"),
            format!("{step}：应答与先前不同"),
        ));
    }
    Ok(())
}

fn refused(step: &str, body: &Value, status: u16) -> Stop {
    let reason = Reason::new(
        format!("{step}: this had to be done, and was answered otherwise"),
        format!("{step}：应当办理，应答却不同"),
        Some(json!({ "status": 200 })),
        Some(json!({ "status": status, "code": body.get("code"), "findings": body.get("findings") })),
    );
    if has_own_trouble(body) { Stop::CouldNot(Box::new(reason)) } else { Stop::Wrong(Box::new(reason)) }
}

/// What the target could not do for reasons of its own is no answer of the standard's.
pub(super) fn has_own_trouble(body: &Value) -> bool {
    let code = body.get("code").and_then(Value::as_str);
    matches!(code, Some("internal" | "unavailable" | "timeout" | "too-many"))
}

pub(super) fn fits(step: &str, fit: Result<(), Misfit>) -> Result<(), Stop> {
    match fit {
        Ok(()) => Ok(()),
        Err(Misfit::Suite(nameless)) => Err(nameless.into()),
        Err(Misfit::There { place, expected, found }) => {
            let place = if place.is_empty() { "/".to_owned() } else { place };
            Err(Stop::Wrong(Box::new(Reason::new(
                format!("{step}: the answer differs at {place}"),
                format!("{step}：应答在 {place} 处不同"),
                Some(expected),
                (!found.is_null()).then_some(found),
            ))))
        }
    }
}
