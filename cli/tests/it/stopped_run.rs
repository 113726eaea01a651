//! `tongzhou conformance run` that is stopped, and gone on with.

use std::{
    fs,
    io::{self, BufRead as _, BufReader, Read as _, Write as _},
    net::{Shutdown, TcpListener, TcpStream},
    process::{Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use super::{
    program::{Run, Scratch},
    under_test::{Running, member},
};

/// A target that says nothing of use, and takes its time.
struct Slow {
    address: String,
    /// From now on it does not answer at all.
    silent: Arc<AtomicBool>,
    /// It was asked something that it does not answer.
    asked_in_vain: Arc<AtomicBool>,
}

impl Slow {
    fn start(directory: Vec<u8>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/", listener.local_addr().unwrap());
        let [silent, asked_in_vain] = [(); 2].map(|()| Arc::new(AtomicBool::new(false)));
        let slow = Self { address, silent: Arc::clone(&silent), asked_in_vain: Arc::clone(&asked_in_vain) };
        thread::spawn(move || {
            for stream in listener.incoming() {
                let (directory, silent, in_vain) =
                    (directory.clone(), Arc::clone(&silent), Arc::clone(&asked_in_vain));
                thread::spawn(move || serve(stream?, &directory, &silent, &in_vain));
            }
        });
        slow
    }
}

/// One connection: a request, an answer, the end.
fn serve(stream: TcpStream, directory: &[u8], silent: &AtomicBool, in_vain: &AtomicBool) -> io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut line = request.clone();
    while line.trim_end() != "" {
        line.clear();
        reader.read_line(&mut line)?;
    }
    let said: &[u8] = if request.starts_with("GET /v1/directory ") {
        directory
    } else if request.starts_with("GET /v1/test-tenant ") {
        br#"{"testTenant":true,"standardVersion":"1.0","messageBytes":65536,"requestsPerMinute":600}"#
    } else if silent.load(Ordering::SeqCst) {
        in_vain.store(true, Ordering::SeqCst);
        thread::sleep(Duration::from_secs(600));
        return Ok(());
    } else {
        thread::sleep(Duration::from_millis(50));
        b"{}"
    };
    let mut stream = reader.into_inner();
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\ncontent-length: ";
    stream.write_all(format!("{head}{}\r\n\r\n", said.len()).as_bytes())?;
    stream.write_all(said)?;
    stream.shutdown(Shutdown::Write)?;
    io::copy(&mut stream, &mut io::sink()).map(drop)
}

/// A run against `slow`, whose journal is `run.journal`.
fn start(scratch: &Scratch, slow: &Slow) -> Running {
    let args = ["conformance", "run", "--role", "member", "--directory", "tenant/directory.json"];
    let running = Command::new(env!("CARGO_BIN_EXE_tongzhou"))
        .args(args)
        .args(["--journal", "run.journal", "--target", &slow.address])
        .current_dir(scratch.path("."))
        .env_clear()
        .env("LC_ALL", "C")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    Running(running.unwrap())
}

fn noted(scratch: &Scratch) -> usize {
    fs::read_to_string(scratch.path("run.journal")).map_or(0, |text| text.lines().count())
}

fn wait(what: &str, mut is_so: impl FnMut() -> bool) {
    for _ in 0..6_000 {
        if is_so() {
            return;
        }
        thread::sleep(Duration::from_millis(10));
    }
    panic!("{what}");
}

/// What Ctrl-C does.
fn interrupt(running: &Running) {
    let sent = Command::new("kill").args(["-INT", &running.0.id().to_string()]).status().unwrap();
    assert!(sent.success());
}

fn end(mut running: Running) -> Run {
    let (mut out, mut err) = (String::new(), String::new());
    running.0.stdout.take().unwrap().read_to_string(&mut out).unwrap();
    running.0.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    Run { code: running.0.wait().unwrap().code().unwrap(), out, err }
}

#[test]
fn a_run_that_is_stopped_finishes_its_case_and_goes_on_from_its_journal() {
    let scratch = member("run-stopped");
    let made = scratch.run(&["conformance", "directory", "--member", "member.json", "-o", "tenant"]);
    assert_eq!(made.code, 0, "{}", made.err);
    let slow = Slow::start(fs::read(scratch.path("tenant/directory.json")).unwrap());
    let finishing = "tongzhou: the case under way is finished first, and cleaned up after; Ctrl-C once more ends it at once\n";
    let stopped = "tongzhou: the run was stopped, so there is no verdict and no report\n  what was done stands in the journal: for \
                   a day, the same command goes on from there\n";

    let running = start(&scratch, &slow);
    wait("the first case is noted", || noted(&scratch) > 1);
    interrupt(&running);
    let run = end(running);
    assert_eq!((run.code, run.out.as_str()), (3, ""));
    assert_eq!(run.err, format!("{finishing}{stopped}"));
    let first = noted(&scratch);

    let mut running = start(&scratch, &slow);
    wait("it goes on from there", || noted(&scratch) > first);
    slow.silent.store(true, Ordering::SeqCst);
    wait("a case waits for an answer", || slow.asked_in_vain.load(Ordering::SeqCst));
    interrupt(&running);
    let mut err = BufReader::new(running.0.stderr.take().unwrap());
    let mut said = String::new();
    err.read_line(&mut said).unwrap();
    assert_eq!(said, finishing);
    wait("it ends", || {
        interrupt(&running);
        running.0.try_wait().unwrap().is_some()
    });
    said.clear();
    err.read_to_string(&mut said).unwrap();
    let amid =
        "tongzhou: the last case was not finished, and made-up data of it may be left in the test tenant\n";
    assert_eq!(said, format!("{amid}{stopped}"));
    assert_eq!(running.0.wait().unwrap().code(), Some(3));
    // Every case stands there once: nothing that was done was done again.
    let text = fs::read_to_string(scratch.path("run.journal")).unwrap();
    let ids: Vec<serde_json::Value> =
        text.lines().skip(1).map(|line| serde_json::from_str(line).unwrap()).collect();
    let mut ids: Vec<&str> = ids.iter().map(|line| line["check"]["id"].as_str().unwrap()).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!((ids.len(), count + 1), (count, noted(&scratch)));
}
