//! What the person who runs the client is asked to do, how the peers behave meanwhile, and what is judged.

use std::collections::BTreeSet;

use schemars::{JsonSchema, schema_for};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use thiserror::Error;
use tongzhou::code::lists::ConsentPurpose;

use super::alliance::Peer;

/// One thing to be done with the client under test.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Scenario {
    /// Its name, which is that of the folder of its papers.
    pub id: String,
    /// What is to be done, in English.
    pub todo: String,
    /// What is to be done, in Chinese.
    pub todo_zh: String,
    /// The same with the program of this project, as lines for a shell.
    pub commands: Vec<String>,
    /// The child of `application.json`.
    pub child: Option<Child>,
    /// The one line of `number.txt`.
    pub number: Option<String>,
    /// Papers of bills.
    #[serde(default)]
    pub receipts: Vec<Paper>,
    /// For what the guardian consents; each is a file, `PURPOSE.json` with its salt.
    #[serde(default)]
    pub consents: Vec<ConsentPurpose>,
    /// Whether there is a record of aid, `record.json`.
    #[serde(default)]
    pub aid_record: bool,
    /// Whether there is a package, `package.tzpkg`.
    #[serde(default)]
    pub package: bool,
    /// Whether another member is about to help the same child.
    #[serde(default)]
    pub intent_of_another: bool,
    /// Of what tokens of the child have to be made: the kind and its fields in their one form, written by hand.
    #[serde(default)]
    pub tokens: Vec<Vec<String>>,
    /// The bill that has to be claimed on: code and number.
    pub bill: Option<(String, String)>,
    /// How peers behave.
    #[serde(default)]
    pub faults: Vec<Plan>,
    /// What is judged.
    pub checks: Vec<Promise>,
}

/// What an application tells of its child.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Child {
    /// The birth date.
    pub birth_date: String,
    /// `male` or `female`.
    pub sex: String,
    /// Its papers: the type of each and its number, as they are written there.
    pub identifiers: Vec<(String, String)>,
    /// The number of the first guardian, with its type, where it is another than in the shipped example.
    pub guardian: Option<(String, String)>,
}

/// A receipt.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Paper {
    /// What kind of paper.
    pub kind: PaperKind,
    /// The name of the file.
    pub file: String,
    /// The number of the e-bill.
    pub number: String,
}

/// A kind of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PaperKind {
    /// An outpatient e-bill; the family bears 580.50 yuan.
    Outpatient,
    /// One on which no family's part stands, so that the burden is open.
    Open,
    /// An inpatient e-bill; the family bears 48220.20 yuan.
    Inpatient,
    /// The paper that was issued for that e-bill, with a number of its own.
    Reissue,
    /// A settlement list alone, which has no number of a bill.
    Settlement,
}

/// How one peer behaves in one operation.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Plan {
    /// Who.
    pub at: Peer,
    /// In what, such as `claims/reserve`.
    pub operation: String,
    /// At the first try, the second, and so on; afterwards it behaves.
    pub tries: Vec<Fault>,
    /// Whether it goes on with the last for ever.
    #[serde(default)]
    pub for_ever: bool,
}

/// How a peer misbehaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// The connection ends, and nothing was done.
    DropRequest,
    /// It is done, and the connection ends without an answer.
    DropAnswer,
    /// It is done, and half of the answer comes.
    CutShort,
    /// It is done, and the answer has no signature.
    Unsigned,
    /// It is done, and the answer is signed by another member.
    SignedByAnother,
    /// It is done, and the answer is signed as one to another request.
    BoundToAnother,
    /// It is done, and answered with the problem `internal`.
    InternalAfterwards,
    /// The problem `unavailable`.
    Unavailable,
    /// The problem `too-many`, to be asked again after so many seconds.
    TooMany(u32),
    /// The problem `unavailable`, to be asked again after so many seconds.
    UnavailableFor(u32),
    /// It is answered after so many milliseconds.
    Late(u64),
    /// Elements that another share made, under the evaluator's own number and signature.
    WrongElements,
    /// The right elements with a proof that does not hold.
    WrongProof,
    /// What the share of the first evaluator makes, under the number of that share.
    ShareOfAnother,
}

/// One check and what it needs.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Promise {
    /// Its permanent id.
    pub id: String,
    /// The requirements that it shows.
    pub requirements: Vec<String>,
    /// What it is about, in English.
    pub cause: String,
    /// What it is about, in Chinese.
    pub cause_zh: String,
    /// How it is judged.
    pub judge: Judge,
}

/// How a check is judged from what was recorded.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Judge {
    /// The tokens in each request of this operation are those of the scenario, under every epoch in use.
    Tokens(String),
    /// Each request of these operations is about the bill of the scenario, and one was done.
    Expense(Vec<String>),
    /// Each reservation states this burden and source.
    Burden(String, String),
    /// Nothing of these operations was sent, although this one was.
    NotSent {
        /// What must not be sent.
        operations: Vec<String>,
        /// What shows that the scenario was played.
        after: String,
    },
    /// What was sent again is what was sent before.
    SameAgain(String),
    /// The pauses between tries grow.
    WaitsGrow(String),
    /// The pauses between tries are as long as the answers asked for.
    WaitsAsTold(String),
    /// What was held was confirmed, under its own fence alone.
    Confirmed,
    /// A package was taken.
    Package,
    /// A sound batch lies in the folder `by-file/to-registry`.
    Batch,
}

/// Why the scenarios cannot be used: they are not as they were shipped.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ScenarioFault {
    /// The file is not of its form.
    #[error("conformance/scenarios/client.json is not of its form: {0}")]
    Form(String),
    /// An id stands twice.
    #[error("the id {0} stands twice")]
    Twice(String),
}

/// Every scenario, in order.
///
/// # Errors
/// Where the file is not of its form, or an id stands twice.
pub fn shipped() -> Result<Vec<Scenario>, ScenarioFault> {
    let scenarios: Vec<Scenario> =
        serde_json::from_str(SHIPPED).map_err(|error| ScenarioFault::Form(error.to_string()))?;
    let mut ids = BTreeSet::new();
    let checks = scenarios.iter().flat_map(|scenario| &scenario.checks).map(|check| &check.id);
    for id in scenarios.iter().map(|scenario| &scenario.id).chain(checks) {
        if !ids.insert(id.clone()) {
            return Err(ScenarioFault::Twice(id.clone()));
        }
    }
    Ok(scenarios)
}

/// The schema of the file of scenarios.
pub fn schema() -> Value {
    schema_for!(Vec<Scenario>).into()
}

const SHIPPED: &str = include_str!("../../scenarios/client.json");
