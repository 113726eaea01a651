//! The adapter of this project's own SDK.

use std::{
    convert::Infallible,
    io::{self, BufRead, Cursor, Write},
};

use base64ct::{Base64, Encoding};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use tongzhou::{
    code::{Code, lists::Sex},
    directory::{Directory, Trust},
    expense,
    finding::FindingOutcome,
    json,
    model::{application::Application, receipt::Receipt},
    sealing::Identity as SealIdentity,
    validate::{self, Answer as Conclusion, Checked},
    value::{Date, Instant},
};
use tongzhou_exchange::{
    message::{
        OfRequest, Operation as MessageOperation, Request,
        wire::{Element, Hex32, Proof},
    },
    token::{Draw, Epoch, Identity, Refusal, Ristretto255Sha512, Suite, SuiteFault, normal},
};
use zeroize::Zeroizing;

use super::{
    Answer, Asked, CheckTask, Found, Kind, Place, Question,
    histories::{self, NotPlayed},
    relying,
};
use crate::{
    report::SUITE,
    vector::{Area, FindingOutcome as Outcome, Operation, Verdict},
};

/// Answers questions line by line until there are no more.
///
/// # Errors
/// Where a line cannot be read or written, or is no question.
pub fn serve(questions: impl BufRead, mut answers: impl Write) -> io::Result<()> {
    for line in questions.lines() {
        let question: Question = serde_json::from_str(&line?)?;
        serde_json::to_writer(&mut answers, &answer(&question))?;
        answers.write_all(b"\n")?;
        answers.flush()?;
    }
    Ok(())
}

/// The answer of this SDK.
pub fn answer(question: &Question) -> Answer {
    let answer = match question.operation {
        Asked::Hello(_) => Ok(Answer {
            name: Some("tongzhou".to_owned()),
            version: Some(SUITE.to_owned()),
            areas: Some(Area::ALL.to_vec()),
            ..Answer::default()
        }),
        Asked::Of(Operation::Check) => question.check.as_ref().ok_or(Trouble::Question).and_then(check),
        Asked::Of(operation) => {
            let value = question.value.as_ref().ok_or(Trouble::Question);
            value
                .and_then(|value| of_value(operation, value))
                .map(|value| Answer { value: Some(value), ..Answer::default() })
        }
    };
    let answer = answer.unwrap_or_else(|trouble| Answer {
        error: Some(
            match trouble {
                Trouble::Question => "the question is not of its form",
                Trouble::Directory => "the directory is refused",
                Trouble::Registry => "the registry could not be played",
            }
            .to_owned(),
        ),
        ..Answer::default()
    });
    Answer { id: question.id, ..answer }
}

/// Why nothing was worked out.
#[derive(Clone, Copy, Debug)]
enum Trouble {
    Question,
    Directory,
    Registry,
}

impl From<NotPlayed> for Trouble {
    fn from(why: NotPlayed) -> Self {
        match why {
            NotPlayed::Form => Self::Question,
            NotPlayed::Registry => Self::Registry,
        }
    }
}

fn of_value(operation: Operation, value: &Value) -> Result<Value, Trouble> {
    Ok(match operation {
        Operation::TokenInput => token_input(&given(value)?)?,
        Operation::Blind => blind(&given(value)?)?,
        Operation::Evaluate => evaluate(&given(value)?)?,
        Operation::Finalize => finalize(&given(value)?)?,
        Operation::Commit => commit(&given(value)?),
        Operation::Expenses => expenses(value)?,
        Operation::Claims => histories::play(value)?,
        Operation::Message => message(&given(value)?)?,
        Operation::Rely => relying::steps(&given(value)?).ok_or(Trouble::Question)?,
        Operation::Check => return Err(Trouble::Question),
    })
}

fn given<T: DeserializeOwned>(value: &Value) -> Result<T, Trouble> {
    T::deserialize(value).map_err(|_| Trouble::Question)
}

fn bytes(base64: &str) -> Result<Vec<u8>, Trouble> {
    Base64::decode_vec(base64).map_err(|_| Trouble::Question)
}

fn check(task: &CheckTask) -> Result<Answer, Trouble> {
    let day: Date = task.as_of.parse().map_err(|_| Trouble::Question)?;
    let directory = match &task.directory {
        None => None,
        Some(given) => {
            let at: Instant = format!("{day}T04:00:00Z").parse().map_err(|_| Trouble::Question)?;
            let trust = Trust::board(given.board.parse().map_err(|_| Trouble::Question)?);
            let read = Directory::verify(&bytes(&given.document)?, &bytes(&given.signatures)?, &trust, at);
            Some(read.map_err(|_| Trouble::Directory)?)
        }
    };
    let identity = task.identity.as_deref().map(SealIdentity::from_text).transpose();
    let identities: Vec<SealIdentity> = identity.map_err(|_| Trouble::Question)?.into_iter().collect();
    let options = validate::Options {
        directory: directory.as_ref(),
        identities: &identities,
        ..validate::Options::on(day)
    };
    let content = bytes(&task.content)?;
    let checked = match task.kind {
        Kind::Document => validate::document(&content, &options),
        Kind::Package => validate::package(Cursor::new(content), &options).map_err(|_| Trouble::Question)?,
    };
    Ok(Answer {
        verdict: Some(match checked.answer() {
            Conclusion::Sound => Verdict::Accepted,
            Conclusion::Wrong => Verdict::Refused,
            Conclusion::CouldNotCheck => Verdict::CouldNotCheck,
        }),
        findings: Some(findings(&checked)),
        ..Answer::default()
    })
}

fn findings(checked: &Checked) -> Vec<Found> {
    let found = checked.findings.iter().map(|placed| Found {
        finding: Place {
            code: placed.finding.rule.code.to_owned(),
            outcome: match placed.finding.outcome {
                FindingOutcome::Fail => Outcome::Fail,
                FindingOutcome::CouldNotCheck => Outcome::CouldNotCheck,
            },
            entry: placed.entry.map(|entry| entry.to_string()),
            pointer: placed.pointer.as_ref().map(ToString::to_string),
        },
        severity: placed.finding.rule.severity.code().to_owned(),
    });
    found.collect()
}

#[derive(Deserialize)]
struct TokenInput {
    kind: String,
    given: Value,
    epoch: u32,
}

fn token_input(asked: &TokenInput) -> Result<Value, Trouble> {
    let epoch = Epoch::new(asked.epoch).ok_or(Trouble::Question)?;
    Ok(match identity(asked)? {
        Ok(identity) => json!({ "input": hex(identity.input(epoch).as_bytes()) }),
        Err(refusal) => json!({ "refused": refusal.code() }),
    })
}

/// The identity of what is given, or why there is none.
fn identity(asked: &TokenInput) -> Result<Result<Identity, Refusal>, Trouble> {
    let text = |name: &str| asked.given.get(name).and_then(Value::as_str).ok_or(Trouble::Question);
    Ok(match asked.kind.as_str() {
        "resident-id" => Identity::resident_id(text("number")?),
        "birth-certificate" => {
            let number = text("number")?;
            normal::date(text("birthDate")?).and_then(|date| Identity::birth_certificate(number, date))
        }
        "guardian-and-birth" => {
            let order = asked.given.get("birthOrder").and_then(Value::as_u64).ok_or(Trouble::Question)?;
            let order = u32::try_from(order).map_err(|_| Trouble::Question)?;
            let sex = Sex::from_code(text("sex")?).ok_or(Trouble::Question)?;
            let guardian = text("guardian")?;
            normal::date(text("birthDate")?)
                .and_then(|date| Identity::guardian_and_birth(guardian, date, sex, order))
        }
        "institution-admission" => Identity::institution_admission(text("institution")?, text("number")?),
        "other-document" => Identity::other_document(text("issuer")?, text("type")?, text("number")?),
        "bill" => {
            normal::bill_number(text("code").ok(), text("number")?).map(|number| Identity::bill(&number))
        }
        _ => return Err(Trouble::Question),
    })
}

#[derive(Deserialize)]
struct Blind {
    inputs: Vec<String>,
    blinds: Vec<Hex32>,
}

fn blind(asked: &Blind) -> Result<Value, Trouble> {
    let elements = asked.inputs.iter().zip(&asked.blinds).map(|(input, blind)| {
        let made = Ristretto255Sha512::blind(&unhex(input)?, draw(&blind.0)?);
        made.map(|(_, element)| Hex32(element.0)).map_err(|_| Trouble::Question)
    });
    Ok(json!({ "elements": elements.collect::<Result<Vec<Hex32>, _>>()? }))
}

#[derive(Deserialize)]
struct Evaluate {
    secret: Hex32,
    elements: Vec<Hex32>,
    random: Hex32,
}

fn evaluate(asked: &Evaluate) -> Result<Value, Trouble> {
    let key = Ristretto255Sha512::key(&asked.secret.0).map_err(|_| Trouble::Question)?;
    match Ristretto255Sha512::evaluate(&key, &elements(&asked.elements), draw(&asked.random.0)?) {
        Ok((elements, proof)) => {
            let elements: Vec<Hex32> = elements.iter().map(|element| Hex32(element.0)).collect();
            Ok(json!({ "elements": elements, "proof": hex(&proof.0) }))
        }
        Err(fault) => Ok(refused(fault)),
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Finalize {
    inputs: Vec<String>,
    blinds: Vec<Hex32>,
    blinded: Vec<Hex32>,
    evaluated: Vec<Hex32>,
    public_key: Hex32,
    proof: String,
}

fn finalize(asked: &Finalize) -> Result<Value, Trouble> {
    let proof = unhex(&asked.proof)?.try_into().map_err(|_| Trouble::Question)?;
    let (blinded, evaluated) = (elements(&asked.blinded), elements(&asked.evaluated));
    let public = Element(asked.public_key.0);
    let verified = Ristretto255Sha512::verify(&public, &blinded, &evaluated, &Proof(proof));
    if let Err(fault) = verified {
        return Ok(refused(fault));
    }
    let mut outputs = Vec::new();
    for ((input, blind), evaluated) in asked.inputs.iter().zip(&asked.blinds).zip(&evaluated) {
        match Ristretto255Sha512::finalize(&unhex(input)?, &Zeroizing::new(blind.0), evaluated) {
            Ok(output) => outputs.push(hex(&*output)),
            Err(fault) => return Ok(refused(fault)),
        }
    }
    Ok(json!({ "outputs": outputs }))
}

fn elements(given: &[Hex32]) -> Vec<Element> {
    given.iter().map(|bytes| Element(bytes.0)).collect()
}

fn refused(fault: SuiteFault) -> Value {
    json!({ "refused": match fault {
        SuiteFault::Input => "input",
        SuiteFault::Scalar => "scalar",
        SuiteFault::Element => "element",
        SuiteFault::Proof => "proof",
    } })
}

/// Random numbers that lead to this very scalar.
fn draw(scalar: &[u8; 32]) -> Result<Draw, Trouble> {
    Draw::new(&mut |bytes: &mut [u8]| {
        bytes.fill(0);
        bytes.iter_mut().zip(scalar).for_each(|(to, from)| *to = *from);
        Ok::<_, Infallible>(())
    })
    .map_err(|_| Trouble::Question)
}

#[derive(Deserialize)]
struct Commit {
    salt: Hex32,
    document: String,
}

fn commit(asked: &Commit) -> Value {
    let commitment = tongzhou_client::consent::commitment(&asked.salt.0, asked.document.as_bytes());
    json!({ "commitment": commitment })
}

fn expenses(value: &Value) -> Result<Value, Trouble> {
    let receipts = value.get("receipts").and_then(Value::as_array).ok_or(Trouble::Question)?;
    let texts: Vec<String> = receipts.iter().map(Value::to_string).collect();
    let receipts: Result<Vec<Receipt<'_>>, _> =
        texts.iter().map(|text| json::from_slice(text.as_bytes())).collect();
    let application = value.get("application").map(Value::to_string);
    let application: Option<Application<'_>> = application
        .as_deref()
        .map(str::as_bytes)
        .map(json::from_slice)
        .transpose()
        .map_err(|_| Trouble::Question)?;
    let ledger = expense::expenses(&receipts.map_err(|_| Trouble::Question)?, application.as_ref());
    let expenses: Vec<Value> = ledger.expenses.iter().map(shown).collect();
    let uncounted = ledger.uncounted.iter().map(
        |uncounted| json!({ "receiptId": uncounted.receipt.id.as_str(), "reason": uncounted.reason.code() }),
    );
    Ok(json!({ "expenses": expenses, "uncounted": uncounted.collect::<Vec<_>>() }))
}

/// An expense as the vectors write it: what is not known is left out.
fn shown(expense: &expense::Expense) -> Value {
    #[derive(Serialize)]
    struct Burden {
        #[serde(skip_serializing_if = "Option::is_none")]
        before: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        left: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        source: Option<&'static str>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        doubts: Vec<&'static str>,
    }
    let burden = &expense.burden;
    let papers = expense
        .papers
        .iter()
        .map(|paper| json!({ "receiptId": paper.receipt.id.as_str(), "role": paper.role.code() }));
    let payers = expense
        .payers
        .iter()
        .map(|share| json!({ "payer": share.payer.code(), "amount": share.amount.to_string() }));
    let mut shown = json!({
        "papers": papers.collect::<Vec<_>>(),
        "payers": payers.collect::<Vec<_>>(),
        "burden": Burden {
            before: burden.before.map(|amount| amount.to_string()),
            left: burden.left.map(|amount| amount.to_string()),
            source: burden.source.map(Code::code),
            doubts: burden.doubts.iter().map(|doubt| doubt.code()).collect(),
        },
    });
    if let (Some(billed), Some(members)) = (expense.billed, shown.as_object_mut()) {
        members.insert("billed".to_owned(), json!(billed.to_string()));
    }
    shown
}

#[derive(Deserialize)]
struct Message {
    operation: String,
    part: String,
    body: Value,
}

fn message(asked: &Message) -> Result<Value, Trouble> {
    let operation = MessageOperation::named(&asked.operation).ok_or(Trouble::Question)?;
    let body = serde_json::to_vec(&asked.body).map_err(|_| Trouble::Question)?;
    let accepted = operation.visit(IsTaken { part: &asked.part, body: &body });
    Ok(json!({ "accepted": accepted }))
}

/// Whether a message is of its form.
struct IsTaken<'m> {
    part: &'m str,
    body: &'m [u8],
}

impl OfRequest for IsTaken<'_> {
    type Out = bool;

    fn visit<R: Request>(self) -> bool {
        match self.part {
            "request" => R::read(self.body).is_ok(),
            _ => json::from_slice::<R::Answer>(self.body).is_ok(),
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Result<Vec<u8>, Trouble> {
    let digits = text.as_bytes().chunks(2).map(|two| {
        let two = std::str::from_utf8(two).ok().filter(|two| two.len() == 2);
        two.and_then(|two| u8::from_str_radix(two, 16).ok()).ok_or(Trouble::Question)
    });
    digits.collect()
}
