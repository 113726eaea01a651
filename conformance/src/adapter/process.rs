//! An adapter as a program: started, asked line by line within bounds, and ended.

use std::{
    ffi::OsString,
    io::{self, BufRead, BufReader, Read, Write},
    process::{Child, ChildStdin, Command, Stdio},
    sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel},
    thread,
    time::{Duration, Instant},
};

use thiserror::Error;

use super::{Answer, Question};

/// How long answers may be waited for, and how long they may be.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// For one answer.
    pub answer: Duration,
    /// Of one line, in bytes.
    pub line: usize,
}

impl Default for Patience {
    fn default() -> Self {
        Self { answer: Duration::from_secs(30), line: 16 << 20 }
    }
}

/// How to start an adapter.
#[derive(Clone, Debug)]
pub struct Program {
    /// The program and its arguments.
    pub command: Vec<OsString>,
    /// How patient the suite is.
    pub patience: Patience,
}

/// Why there is no answer.
#[derive(Debug, Error)]
pub(super) enum NoAnswer {
    /// It cannot be started.
    #[error("the adapter cannot be started: {1}")]
    Start(OsString, #[source] io::Error),
    /// It ended, or takes no more questions.
    #[error("the adapter ended")]
    Ended,
    /// It is late.
    #[error("the adapter did not answer in time")]
    Late,
    /// A line is longer than one may be.
    #[error("the adapter wrote a line that is too long")]
    TooLong,
    /// A line is no answer.
    #[error("the adapter wrote a line that is no answer")]
    NotAnAnswer,
}

/// An adapter that runs. It is ended when it is dropped.
pub(super) struct Running {
    child: Child,
    questions: SyncSender<Vec<u8>>,
    lines: Receiver<Line>,
    patience: Patience,
}

enum Line {
    Text(Vec<u8>),
    TooLong,
}

impl Program {
    pub(super) fn start(&self) -> Result<Running, NoAnswer> {
        let (program, arguments) = self
            .command
            .split_first()
            .ok_or_else(|| NoAnswer::Start(OsString::new(), io::ErrorKind::InvalidInput.into()))?;
        let mut child = Command::new(program)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| NoAnswer::Start(program.clone(), error))?;
        let (questions, to_write) = sync_channel(1);
        let (read, lines) = sync_channel(LINES_AHEAD);
        if let Some(stdin) = child.stdin.take() {
            thread::spawn(move || write(stdin, &to_write));
        }
        if let Some(stdout) = child.stdout.take() {
            let most = self.patience.line;
            thread::spawn(move || self::read(BufReader::new(stdout), most, &read));
        }
        Ok(Running { child, questions, lines, patience: self.patience })
    }
}

impl Running {
    /// Asks, and waits for the answer of this question; answers to earlier ones come too late.
    pub(super) fn ask(&mut self, question: &Question) -> Result<Answer, NoAnswer> {
        let deadline = Instant::now() + self.patience.answer;
        let mut line = serde_json::to_vec(question).map_err(|_| NoAnswer::NotAnAnswer)?;
        line.push(b'\n');
        // Where the last question was not even read, this one would wait for ever.
        self.questions.try_send(line).map_err(|_| NoAnswer::Ended)?;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            let line = match self.lines.recv_timeout(left) {
                Ok(Line::Text(line)) => line,
                Ok(Line::TooLong) => return Err(NoAnswer::TooLong),
                Err(RecvTimeoutError::Timeout) => return Err(NoAnswer::Late),
                Err(RecvTimeoutError::Disconnected) => return Err(NoAnswer::Ended),
            };
            if line.trim_ascii().is_empty() {
                continue;
            }
            let answer: Answer = serde_json::from_slice(&line).map_err(|_| NoAnswer::NotAnAnswer)?;
            if answer.id == question.id {
                return Ok(answer);
            }
            if answer.id > question.id || Instant::now() > deadline {
                return Err(NoAnswer::NotAnAnswer);
            }
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn write(mut stdin: ChildStdin, questions: &Receiver<Vec<u8>>) {
    while let Ok(line) = questions.recv() {
        if stdin.write_all(&line).and_then(|()| stdin.flush()).is_err() {
            return;
        }
    }
}

fn read(mut stdout: impl BufRead, most: usize, lines: &SyncSender<Line>) {
    let most_and_one = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    loop {
        let mut line = Vec::new();
        match stdout.by_ref().take(most_and_one).read_until(b'\n', &mut line) {
            Ok(0) | Err(_) => return,
            Ok(_) => {}
        }
        let line = if line.len() > most { Line::TooLong } else { Line::Text(line) };
        let last = matches!(line, Line::TooLong);
        if lines.send(line).is_err() || last {
            return;
        }
    }
}

/// How many lines are read before they are asked for.
const LINES_AHEAD: usize = 4;
