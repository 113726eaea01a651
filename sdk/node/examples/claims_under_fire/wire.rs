//! A network that loses, doubles, delays and reorders what it carries.

use std::{
    collections::{HashMap, VecDeque},
    io::{self, BufRead, BufReader, Write},
    net::{Ipv4Addr, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicU16, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use crate::{
    history::{Answer, Call, Reply},
    numbers::Numbers,
    speech,
};

/// Where the node listens; zero while it does not.
pub(crate) type Port = Arc<AtomicU16>;

/// One client's connection, with what is still on its way.
pub(crate) struct Wire {
    port: Port,
    base: Instant,
    connection: Option<BufReader<TcpStream>>,
    /// By the number of the line: the call, and when it was sent.
    awaited: HashMap<u64, (u32, u64)>,
    next: u64,
    /// Copies that come late: after how many further sendings.
    late: VecDeque<(u64, u32)>,
    numbers: Numbers,
    /// Whether anything is lost, doubled or delayed.
    pub(crate) faulty: bool,
    pub(crate) tally: Tally,
}

/// What the network did.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    pub(crate) sent: u64,
    pub(crate) lost: u64,
    pub(crate) doubled: u64,
    pub(crate) delayed: u64,
    pub(crate) broken: u64,
    /// Answers that say that the outcome is not known.
    pub(crate) unknown: u64,
}

impl Wire {
    pub(crate) fn new(port: Port, base: Instant, numbers: Numbers) -> Self {
        Self {
            port,
            base,
            connection: None,
            awaited: HashMap::new(),
            next: 0,
            late: VecDeque::new(),
            numbers,
            faulty: true,
            tally: Tally::default(),
        }
    }

    /// Microseconds since the run began.
    pub(crate) fn now(&self) -> u64 {
        u64::try_from(self.base.elapsed().as_micros()).unwrap_or(u64::MAX)
    }

    /// Sends a call and waits for its answer; nothing where none came that tells the outcome.
    pub(crate) fn ask(&mut self, place: u32, calls: &mut [Call], replies: &mut Vec<Reply>) -> Option<Answer> {
        let asked = self.try_to_ask(place, calls, replies);
        if asked.is_err() {
            self.tally.broken += 1;
            self.hang_up();
            thread::sleep(Duration::from_millis(20));
        }
        asked.ok().flatten()
    }

    fn try_to_ask(
        &mut self,
        place: u32,
        calls: &mut [Call],
        replies: &mut Vec<Reply>,
    ) -> io::Result<Option<Answer>> {
        if self.faulty && self.numbers.percent(5) {
            self.tally.delayed += 1;
            thread::sleep(Duration::from_millis(self.numbers.below(8)));
        }
        if self.late.front().is_some_and(|(due, _)| *due <= self.tally.sent)
            && let Some((_, late)) = self.late.pop_front()
        {
            self.send(late, calls)?;
        }
        let number = self.send(place, calls)?;
        if self.faulty && self.numbers.percent(10) {
            self.tally.doubled += 1;
            if self.numbers.percent(50) {
                self.send(place, calls)?;
            } else {
                self.late.push_back((self.tally.sent + 1 + self.numbers.below(200), place));
            }
        }
        let lost = self.faulty && self.numbers.percent(5);
        if lost {
            self.tally.lost += 1;
            if self.numbers.percent(50) {
                self.hang_up();
                return Ok(None);
            }
        }
        let answer = self.hear(number, calls, replies, lost)?;
        Ok(answer.filter(|_| !lost))
    }

    /// Writes a line and tells its number.
    fn send(&mut self, place: u32, calls: &mut [Call]) -> io::Result<u64> {
        let port = self.port.load(Ordering::Acquire);
        let Some(call) = calls.get_mut(place as usize) else { return Err(io::ErrorKind::NotFound.into()) };
        if self.connection.is_none() {
            if port == 0 {
                return Err(io::ErrorKind::NotConnected.into());
            }
            let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
            stream.set_nodelay(true)?;
            stream.set_read_timeout(Some(PATIENCE))?;
            self.connection = Some(BufReader::new(stream));
        }
        let Some(connection) = &mut self.connection else { return Err(io::ErrorKind::NotConnected.into()) };
        let number = self.next;
        self.next += 1;
        let now = u64::try_from(self.base.elapsed().as_micros()).unwrap_or(u64::MAX);
        if call.sends == 0 {
            call.begun = now;
        }
        call.sends += 1;
        self.tally.sent += 1;
        self.awaited.insert(number, (place, now));
        connection.get_mut().write_all(format!("{number} {}\n", speech::line(call)).as_bytes())?;
        Ok(number)
    }

    /// Reads until the answer to a line is there, and writes down all that comes; but for what is to be lost.
    fn hear(
        &mut self,
        number: u64,
        calls: &[Call],
        replies: &mut Vec<Reply>,
        lost: bool,
    ) -> io::Result<Option<Answer>> {
        let mut line = String::new();
        loop {
            let Some(connection) = &mut self.connection else {
                return Err(io::ErrorKind::NotConnected.into());
            };
            line.clear();
            if connection.read_line(&mut line)? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            let heard = self.now();
            let (of, rest) = line.trim_end().split_once(' ').unwrap_or_default();
            let Some((place, sent)) = of.parse().ok().and_then(|of: u64| self.awaited.remove(&of)) else {
                continue;
            };
            let own = of.parse() == Ok(number);
            let answer = calls.get(place as usize).and_then(|call| speech::answer(&call.ask, rest));
            if answer.is_none() {
                self.tally.unknown += 1;
                // As a client should where the registry is busy or cannot reach its database.
                thread::sleep(Duration::from_millis(20));
            }
            if let Some(answer) = answer.clone().filter(|_| !(own && lost)) {
                replies.push(Reply { call: place, sent, heard, answer });
            }
            if own {
                return Ok(answer);
            }
        }
    }

    fn hang_up(&mut self) {
        self.connection = None;
        self.awaited.clear();
    }
}

/// After this time no answer is waited for.
const PATIENCE: Duration = Duration::from_secs(15);
