//! The golden corpus: the examples of the standard and of every rule, and what this program's engine says of each.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::Cursor,
    num::NonZero,
    thread,
};

use serde_json::Value;
use tongzhou::{
    finding::FindingOutcome,
    validate::{self, Answer, Checked, Options},
};

use super::{Checkout, packages::versions};
use crate::{
    fixture::{
        alteration::Alteration,
        example::{AS_OF, ShippedCase},
    },
    vector::TOO_LARGE_TO_CARRY,
};

/// What is said of an example.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Verdict {
    /// The example: a file under `schema/`, or a rule's code and the number of its example.
    pub example: String,
    /// The verdict; why there is none, where the example cannot be made.
    pub verdict: String,
    /// The codes of what is said, with a question mark where it could not be checked.
    pub codes: BTreeSet<String>,
}

/// An example that is ready to be judged.
struct Job<'c> {
    example: String,
    made: Made<'c>,
}

enum Made<'c> {
    Document(&'c [u8]),
    Package(&'c [u8]),
    Changed { case: &'c str, entry: &'c str, change: &'c str, is_patch: bool },
}

/// One example of a rule, as its file has it.
struct Example {
    name: String,
    case: String,
    entry: String,
    /// The text of a patch, or the name of a mutation.
    change: String,
    is_patch: bool,
}

/// The verdicts on the corpus, by example.
pub fn verdicts(checkout: &Checkout) -> Vec<Verdict> {
    let examples = examples_of_rules(checkout);
    let mut jobs = shipped(checkout);
    jobs.extend(examples.iter().map(|Example { name, case, entry, change, is_patch }| Job {
        example: name.clone(),
        made: Made::Changed { case, entry, change, is_patch: *is_patch },
    }));
    let cases = cases(checkout, &examples);
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let mut verdicts: Vec<Verdict> = thread::scope(|scope| {
        let shares: Vec<_> = (0..threads)
            .map(|share| jobs.iter().skip(share).step_by(threads))
            .map(|share| scope.spawn(|| share.map(|job| judge(job, &cases)).collect::<Vec<_>>()))
            .collect();
        shares.into_iter().filter_map(|share| share.join().ok()).flatten().collect()
    });
    verdicts.sort();
    verdicts
}

/// The documents and packages of every version's examples.
fn shipped(checkout: &Checkout) -> Vec<Job<'_>> {
    let mut jobs = Vec::new();
    for version in versions(checkout) {
        for (path, bytes) in checkout.files("schema/v") {
            let Some(file) = path.strip_prefix(&format!("schema/v{version}/examples/")) else { continue };
            // What a package is made of beside its documents, and signatures, have no type.
            let is_document =
                file.ends_with(".json") && !file.ends_with("packing.json") && !file.ends_with(".jws.json");
            let made = match () {
                () if is_document => Made::Document(bytes),
                () if file.ends_with(".tzpkg") => Made::Package(bytes),
                () => continue,
            };
            jobs.push(Job { example: path.trim_start_matches("schema/").to_owned(), made });
        }
    }
    jobs
}

/// The examples of the rules in which a case is changed: as it is, a case says the same for every rule.
fn examples_of_rules(checkout: &Checkout) -> Vec<Example> {
    let mut found = Vec::new();
    for (path, text) in checkout.texts(RULES, ".json") {
        let code = path.trim_start_matches(RULES).trim_end_matches(".json");
        let rule: Value = serde_json::from_str(text).unwrap_or_default();
        let examples = rule.get("examples").and_then(Value::as_array).into_iter().flatten();
        for (number, example) in (1..).zip(examples) {
            let text = |name: &str| example.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
            let (change, is_patch) =
                match (example.pointer("/change/patch"), example.pointer("/change/mutation")) {
                    (Some(patch), _) => (patch.to_string(), true),
                    (None, Some(name)) => (name.as_str().unwrap_or_default().to_owned(), false),
                    (None, None) => continue,
                };
            if change != TOO_LARGE_TO_CARRY {
                let name = format!("{code}-{number}");
                found.push(Example { name, case: text("case"), entry: text("entry"), change, is_patch });
            }
        }
    }
    found
}

/// The cases that the examples change, each made once; those that cannot be are told where they are missed.
fn cases<'e>(checkout: &Checkout, examples: &'e [Example]) -> BTreeMap<&'e str, ShippedCase> {
    let names: BTreeSet<&str> = examples.iter().map(|example| example.case.as_str()).collect();
    let files = checkout.files(CASES).filter_map(|(path, bytes)| Some((path.strip_prefix(CASES)?, bytes)));
    names.into_iter().filter_map(|name| Some((name, ShippedCase::among(name, files.clone()).ok()?))).collect()
}

fn judge(job: &Job<'_>, cases: &BTreeMap<&str, ShippedCase>) -> Verdict {
    let options = || Options::on(AS_OF.parse().unwrap_or(tongzhou::value::Date::MAX));
    let checked = match job.made {
        Made::Document(bytes) => Some(validate::document(bytes, &options())),
        Made::Package(bytes) => validate::package(Cursor::new(bytes), &options()).ok(),
        Made::Changed { case, entry, change, is_patch } => cases.get(case).and_then(|case| {
            let change = if is_patch { Alteration::Patch(change) } else { Alteration::Bytes(change) };
            case.check(entry, change).ok().map(|(_, checked)| checked)
        }),
    };
    let example = job.example.clone();
    match checked {
        Some(checked) => Verdict { example, verdict: verdict(&checked).to_owned(), codes: codes(&checked) },
        None => Verdict { example, verdict: "not-made".to_owned(), codes: BTreeSet::new() },
    }
}

fn verdict(checked: &Checked) -> &'static str {
    match checked.answer() {
        Answer::Sound => "accepted",
        Answer::Wrong => "refused",
        Answer::CouldNotCheck => "could-not-check",
    }
}

fn codes(checked: &Checked) -> BTreeSet<String> {
    let code = |code: &str, outcome| match outcome {
        FindingOutcome::Fail => code.to_owned(),
        FindingOutcome::CouldNotCheck => format!("{code}?"),
    };
    checked.findings.iter().map(|placed| code(placed.finding.rule.code, placed.finding.outcome)).collect()
}

const RULES: &str = "conformance/vectors/rules/";
/// The cases that examples of rules change are those of the first version.
const CASES: &str = "schema/v1.0/examples/";
