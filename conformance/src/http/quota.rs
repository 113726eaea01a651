//! Using up the quota of an evaluator.

use serde_json::{Value, json};

use super::{
    judge::Stop,
    play::{Play, plain},
    wire::{Got, now},
};
use crate::case::{Expect, Party, Signing};

impl Play<'_, '_> {
    /// Asks for fresh elements until no more are evaluated, in smaller and smaller requests, since one that is refused
    /// for its size takes nothing. What was evaluated before is answered again. Of a party that used some of its quota
    /// before the run began, nothing can be told.
    pub(super) async fn exhaust(&mut self, number: usize, party: Party, purpose: &str) -> Result<(), Stop> {
        let quota = self.stage.tenant.quota.ok_or_else(|| {
            Stop::could_not("the target does not say what its quota is", "被测方没有写明额度")
        })?;
        let day = || now().map(|now| now.china_date());
        let began = day();
        let (mut evaluated, mut size, mut asked) = (0_u32, MOST, 0_u32);
        let mut first: Option<(Value, Got)> = None;
        while size > 0 {
            asked += 1;
            let body = self.request(purpose, asked, size)?;
            let got = self.evaluate(party, &body).await?;
            let code = serde_json::from_slice::<Value>(&got.body).unwrap_or_default();
            match (got.status, code.get("code").and_then(Value::as_str)) {
                (200, _) => {
                    evaluated += size;
                    if evaluated > quota && day() != began {
                        return Err(Stop::could_not(
                            "the day ended meanwhile, and with it the quota",
                            "其间跨过了零点，额度已重新计算",
                        ));
                    }
                    if evaluated > quota {
                        return Err(wrong(
                            number,
                            "more elements were evaluated than the quota allows",
                            "计算的元素超过了额度",
                        ));
                    }
                    first.get_or_insert((body, got));
                }
                (_, Some("quota")) => size /= 2,
                _ => {
                    return Err(wrong(
                        number,
                        "a request was refused for another reason than the quota",
                        "拒绝的原因不是额度",
                    ));
                }
            }
        }
        let Some((body, before)) = first else { return Err(used_already()) };
        let again = self.evaluate(party, &body).await?;
        let elements = |got: &Got| {
            let answer: Value = serde_json::from_slice(&got.body).unwrap_or_default();
            answer.get("elements").cloned()
        };
        if again.status != 200 || elements(&again) != elements(&before) {
            return Err(wrong(
                number,
                "what was evaluated before is not answered again",
                "已计算过的请求没有再次得到应答",
            ));
        }
        if evaluated < quota { Err(used_already()) } else { Ok(()) }
    }

    fn request(&mut self, purpose: &str, asked: u32, size: u32) -> Result<Value, Stop> {
        let elements: Vec<Value> =
            (0..size).map(|one| json!(format!("$element:quota-{asked}-{one}"))).collect();
        let body = json!({
            "requestId": format!("$id:quota-{asked}"), "purpose": purpose, "suite": "ristretto255-sha512", "epoch": 1,
            "consent": "$hex:quota", "elements": elements,
        });
        Ok(self.names.fill(&body, None)?)
    }

    async fn evaluate(&mut self, party: Party, body: &Value) -> Result<Got, Stop> {
        let ask = plain("tokens/evaluate", party, body.clone(), Expect::default());
        let written = self.written(&ask, None)?;
        self.patiently(&written, party, &Signing::default()).await.map(|(_, got)| got)
    }
}

/// The suite asks for no token as this party before.
fn used_already() -> Stop {
    Stop::could_not(
        "fewer elements were evaluated than the quota says: the quota of this member is used already today; empty the \
         test tenant, or ask again tomorrow",
        "计算的元素少于额度：该成员今天的额度已经用过；请清空测试环境，或明天再测",
    )
}

fn wrong(number: usize, en: &str, zh: &str) -> Stop {
    Stop::wrong(format!("{number}. tokens/evaluate: {en}"), format!("{number}. tokens/evaluate：{zh}"))
}

/// How many elements the first requests have.
const MOST: u32 = 64;
