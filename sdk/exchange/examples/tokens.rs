//! Prints tokens of made-up children and bills, each with its input and the seed of its key, for another
//! implementation to compute once more: `cargo run --release -p tongzhou-exchange --example tokens -- 10000`.
//!
//! They are made on the whole way: blinded in batches, evaluated by two of three shares, verified, put together. The
//! answers of every batch are printed too, for their proofs to be verified.
#![allow(clippy::print_stdout)]

use std::{
    env,
    error::Error,
    io::{self, BufWriter, Write},
};

use serde_json::json;
use tongzhou::{
    code::lists::{Sex, TokenPurpose},
    value::{BillNumber, Date, ResidentId},
};
use tongzhou_exchange::token::{Blinding, Epoch, Identity, Quorum, Refusal, TokenSecret};

fn main() -> Result<(), Box<dyn Error>> {
    let many: u32 = env::args().nth(1).as_deref().unwrap_or("100").parse()?;
    let mut out = BufWriter::new(io::stdout().lock());
    for (batch, from) in (0..many).step_by(BATCH).enumerate() {
        // A few keys, so that no one of them is luckily right.
        let seed = [u8::try_from(batch % 10)?; 32];
        let info = format!("key {}", batch % 10);
        let epoch = Epoch::saturating(u32::try_from(batch % 3)? + 1);
        let purpose = if batch % 4 == 3 { TokenPurpose::Expense } else { TokenPurpose::Subject };
        let dealt = TokenSecret::derived(&seed, info.as_bytes())?.deal(
            purpose,
            epoch,
            Quorum::new(2, 3)?,
            getrandom::fill,
        )?;
        let to = many.min(from + u32::try_from(BATCH)?);
        let identities = (from..to).map(|number| match purpose {
            TokenPurpose::Subject => child(number),
            TokenPurpose::Expense => bill(number),
        });
        let inputs: Vec<_> =
            identities.map(|identity| identity.map(|it| it.input(epoch))).collect::<Result<_, _>>()?;
        let blinding = Blinding::new(inputs.clone(), getrandom::fill)?;
        let mut answers = Vec::new();
        // Another pair each time.
        for share in dealt.shares.iter().cycle().skip(batch % 3).take(2) {
            let evaluated = share.evaluate(&blinding.elements(), getrandom::fill)?;
            let line = json!({
                "publicKey": share.public().key, "blinded": blinding.elements(), "evaluated": evaluated.elements,
                "proof": evaluated.proof,
            });
            writeln!(out, "{line}")?;
            answers.push(blinding.verify(
                &dealt.key,
                share.number(),
                &evaluated.elements,
                &evaluated.proof,
            )?);
        }
        for (input, token) in inputs.iter().zip(blinding.combine(&dealt.key, &answers)?) {
            let line = json!({
                "seed": hex(&seed), "info": info, "input": hex(input.as_bytes()), "token": token.value(),
            });
            writeln!(out, "{line}")?;
        }
    }
    out.flush()?;
    Ok(())
}

/// A child that does not exist, told by one kind of paper or another.
fn child(number: u32) -> Result<Identity, Refusal> {
    let day = i64::from(number % 20_000);
    let birth =
        Date::from_ymd(1990, 1, 1).ok().and_then(|first| first.plus_days(day)).ok_or(Refusal::Date)?;
    match number % 5 {
        0 => Identity::resident_id(&resident_id(birth)),
        1 => Identity::guardian_and_birth("440106198501010007", birth, Sex::Male, 1 + number % 20),
        2 => Identity::birth_certificate(&format!("X{number:09}"), birth),
        3 => Identity::institution_admission("531000000000000008", &format!("{number}")),
        _ => Identity::other_document("示例机关", "示例证", &format!("A{number}")),
    }
}

/// A number with sequence 000, which is given to nobody.
fn resident_id(birth: Date) -> String {
    let digits = format!("110101{}000", birth.to_string().replace('-', ""));
    let right = |check: &char| format!("{digits}{check}").parse::<ResidentId>().is_ok();
    let check = "0123456789X".chars().find(right).unwrap_or_default();
    format!("{digits}{check}")
}

fn bill(number: u32) -> Result<Identity, Refusal> {
    let number = BillNumber::from_parts(Some("11060125"), &format!("{number:010}"));
    number.map(|number| Identity::bill(&number)).map_err(|_| Refusal::Length)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

const BATCH: usize = 64;
