//! The vectors against an adapter.

use base64ct::{Base64, Encoding};
use serde_json::Value;

use super::{
    Answer, Asked, CheckTask, DirectoryTask, Hello, Kind, PROTOCOL, Question,
    judge::judge,
    own,
    process::{NoAnswer, Program, Running},
};
use crate::{
    report::{Check, Reason, Report, SUITE, Target, TargetKind, Verdict},
    vector::{Area, Content, STANDARD, Set, Vector, VectorError},
};

/// How far a run has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many vectors were asked.
    pub done: usize,
    /// Of how many.
    pub all: usize,
}

/// Asks an adapter every vector that is wanted and of the areas that it was built for.
///
/// An adapter that ends is started again; one that goes on ending is given up, and what it was not asked could not be
/// checked.
///
/// # Errors
/// Where the set is not as it was shipped.
pub fn run(
    set: &Set,
    program: &Program,
    wanted: impl Fn(&Vector) -> bool,
    progress: impl FnMut(Progress),
) -> Result<Report, VectorError> {
    let mut asker = Asker { program, running: None, starts: 0 };
    ask_all(set, |question| asker.ask(question), wanted, progress)
}

/// Asks the adapter of this SDK, in this process.
///
/// # Errors
/// Where the set is not as it was shipped.
pub fn run_own(
    set: &Set,
    wanted: impl Fn(&Vector) -> bool,
    progress: impl FnMut(Progress),
) -> Result<Report, VectorError> {
    run_with(set, own::answer, wanted, progress)
}

/// Asks an adapter in this process, of which only the answers are known.
///
/// # Errors
/// Where the set is not as it was shipped.
pub fn run_with(
    set: &Set,
    mut answer: impl FnMut(&Question) -> Answer,
    wanted: impl Fn(&Vector) -> bool,
    progress: impl FnMut(Progress),
) -> Result<Report, VectorError> {
    ask_all(set, |question| Ok(answer(question)), wanted, progress)
}

fn ask_all(
    set: &Set,
    mut ask: impl FnMut(&Question) -> Result<Answer, NoAnswer>,
    wanted: impl Fn(&Vector) -> bool,
    mut progress: impl FnMut(Progress),
) -> Result<Report, VectorError> {
    let hello = ask(&hello());
    let (target, claimed) = match &hello {
        Ok(Answer { name: Some(name), version, areas: Some(areas), .. }) => {
            (adapter(name, version.clone()), areas.clone())
        }
        _ => (adapter("?", None), Area::ALL.to_vec()),
    };
    // What does not say who it is is asked nothing: one line tells that better than one for each vector.
    let stranger = match &hello {
        Err(error) => Some(could_not(error)),
        Ok(hello) if hello.name.is_none() || hello.areas.is_none() => Some(could_not(&NoAnswer::NotAnAnswer)),
        Ok(_) => None,
    };
    if let Some((verdict, reason)) = stranger {
        let check = Check {
            id: HELLO.to_owned(),
            requirements: Vec::new(),
            cause: "The adapter starts, and says what it is called and for which areas it was built"
                .to_owned(),
            cause_zh: "适配器能够启动，并写明名称和所涉方面".to_owned(),
            verdict,
            scored: true,
            reason,
            excuse: None,
        };
        let checks = vec![check];
        return Ok(Report {
            suite: SUITE.to_owned(),
            standard: STANDARD.to_owned(),
            target,
            ran_at: None,
            checks,
        });
    }
    let vectors: Vec<&Vector> = set.vectors().iter().filter(|vector| wanted(vector)).collect();
    let mut checks = Vec::with_capacity(vectors.len());
    for (done, vector) in vectors.iter().enumerate() {
        progress(Progress { done, all: vectors.len() });
        let (verdict, reason) = match claimed.contains(&vector.area) {
            false => (Verdict::NotApplicable, None),
            true => match ask(&question(set, vector, done)?) {
                Ok(answer) => judge(vector, &answer),
                Err(error) => could_not(&error),
            },
        };
        checks.push(Check {
            id: vector.id.clone(),
            requirements: vector.requirements.clone(),
            cause: vector.cause.clone(),
            cause_zh: vector.cause_zh.clone(),
            verdict,
            scored: set.scored(vector),
            reason,
            excuse: None,
        });
    }
    progress(Progress { done: vectors.len(), all: vectors.len() });
    Ok(Report { suite: SUITE.to_owned(), standard: STANDARD.to_owned(), target, ran_at: None, checks })
}

/// The check whether there is anybody to be asked.
const HELLO: &str = "adapter-hello";

fn adapter(name: &str, version: Option<String>) -> Target {
    Target { kind: TargetKind::Adapter, name: name.to_owned(), organisation: None, version }
}

/// The first question to an adapter that was started.
fn hello() -> Question {
    Question {
        id: 0,
        operation: Asked::Hello(Hello::Hello),
        protocol: Some(PROTOCOL),
        check: None,
        value: None,
    }
}

fn question(set: &Set, vector: &Vector, done: usize) -> Result<Question, VectorError> {
    let input = &vector.input;
    let base64 = |bytes: &[u8]| Base64::encode_string(bytes);
    let check = match &input.content {
        None => None,
        Some(content) => {
            let directory = match &input.directory {
                None => None,
                Some(directory) => Some(DirectoryTask {
                    document: base64(set.blob(&directory.document)?),
                    signatures: base64(set.blob(&directory.signatures)?),
                    board: directory.board.clone(),
                }),
            };
            Some(CheckTask {
                kind: match content {
                    Content::Document { .. } => Kind::Document,
                    Content::Package { .. } | Content::Entries { .. } => Kind::Package,
                },
                content: base64(&set.bytes(content)?),
                as_of: input.as_of.clone().unwrap_or_default(),
                directory,
                identity: input.identity.clone(),
            })
        }
    };
    Ok(Question {
        id: u64::try_from(done).unwrap_or(u64::MAX).saturating_add(1),
        operation: Asked::Of(vector.operation),
        protocol: None,
        check,
        value: input.value.clone(),
    })
}

/// Asks, and starts the adapter anew where it ended.
struct Asker<'p> {
    program: &'p Program,
    running: Option<Running>,
    starts: usize,
}

impl Asker<'_> {
    fn ask(&mut self, question: &Question) -> Result<Answer, NoAnswer> {
        let mut running = match self.running.take() {
            Some(running) => running,
            None if self.starts > RESTARTS => return Err(NoAnswer::Ended),
            None => {
                self.starts += 1;
                let mut running = self.program.start()?;
                if self.starts > 1 {
                    running.ask(&hello())?;
                }
                running
            }
        };
        // One that fails to answer is in a state that nobody knows.
        let answer = running.ask(question)?;
        self.running = Some(running);
        Ok(answer)
    }
}

fn could_not(error: &NoAnswer) -> (Verdict, Option<Reason>) {
    let (en, zh) = match error {
        NoAnswer::Start(..) => ("the adapter cannot be started", "适配器无法启动"),
        NoAnswer::Ended => ("the adapter ended before its answer", "适配器未答先退"),
        NoAnswer::Late => ("the adapter did not answer in time", "适配器没有按时应答"),
        NoAnswer::TooLong => ("the adapter wrote a line that is too long", "适配器写出的行过长"),
        NoAnswer::NotAnAnswer => ("the adapter wrote a line that is no answer", "适配器写出的行不是应答"),
    };
    let found = match error {
        NoAnswer::Start(program, error) => Some(Value::String(format!("{}: {error}", program.display()))),
        _ => None,
    };
    (Verdict::CouldNotCheck, Some(Reason::new(en, zh, None, found)))
}

/// How often an adapter is started again. Each time costs as long as an answer may take.
const RESTARTS: usize = 5;
