//! A PostgreSQL of the run's own, and how all its processes die at once.

use std::{
    fs,
    net::{Ipv4Addr, TcpListener},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::Fallible;

/// One cluster in a folder.
#[derive(Clone, Debug)]
pub(crate) struct Cluster {
    programs: PathBuf,
    data: PathBuf,
    port: u16,
    /// PostgreSQL does not run as root.
    as_other: bool,
}

impl Cluster {
    /// Makes a cluster and starts it.
    pub(crate) fn make(folder: &Path) -> Fallible<Self> {
        let as_other = text(Command::new("id").arg("-u"))? == "0";
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let home = folder.join("postgres");
        fs::create_dir_all(&home)?;
        if as_other {
            run(Command::new("chown").arg("postgres").arg(&home))?;
            run(Command::new("chmod").arg("a+rx").arg(folder))?;
        }
        let cluster = Self { programs: programs()?, data: home.join("data"), port, as_other };
        let data = cluster.data.display().to_string();
        run(cluster.command("initdb").args([
            "-D",
            &data,
            "-U",
            "fire",
            "-E",
            "UTF8",
            "-A",
            "trust",
            "--no-locale",
        ]))?;
        cluster.start()?;
        Ok(cluster)
    }

    pub(crate) fn url(&self) -> String {
        format!("postgres://fire@127.0.0.1:{}/postgres", self.port)
    }

    /// Starts it and waits until it answers.
    pub(crate) fn start(&self) -> Fallible<()> {
        let home = self.data.parent().unwrap_or(&self.data).display().to_string();
        let options = format!(
            "-p {} -k {home} -c listen_addresses=127.0.0.1 -c max_connections=64 -c max_wal_size=96MB -c min_wal_size=32MB",
            self.port
        );
        let data = self.data.display().to_string();
        let log = format!("{home}/log");
        for _ in 0..STARTS {
            let args = ["-D", &data, "-w", "-t", "90", "-l", &log, "-o", &options, "start"];
            if run(self.command("pg_ctl").args(args)).is_ok() {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(500));
        }
        let log = fs::read_to_string(log).unwrap_or_default();
        let last = log.lines().rev().take(5).collect::<Vec<_>>().join(" / ");
        Err(format!("the database does not start: {last}").into())
    }

    /// Whether its first process lives.
    pub(crate) fn lives(&self) -> bool {
        self.postmaster().is_some_and(|pid| Path::new(&format!("/proc/{pid}")).exists())
    }

    /// Kills every one of its processes, with no chance to write anything.
    pub(crate) fn kill(&self) -> Fallible<()> {
        let Some(postmaster) = self.postmaster() else { return Ok(()) };
        // While it stands still, it begets no more.
        let _ = Command::new("kill").args(["-STOP", &postmaster]).stderr(Stdio::null()).status();
        let mut all = children(&postmaster);
        all.insert(0, postmaster);
        // Some may have ended meanwhile.
        let _ = Command::new("kill").arg("-KILL").args(&all).stderr(Stdio::null()).status();
        let patience = Instant::now() + Duration::from_secs(20);
        while all.iter().any(|pid| alive(pid)) {
            if Instant::now() > patience {
                return Err("processes of the database outlive SIGKILL".into());
            }
            thread::sleep(Duration::from_millis(5));
        }
        Ok(())
    }

    fn postmaster(&self) -> Option<String> {
        let file = fs::read_to_string(self.data.join("postmaster.pid")).ok()?;
        file.lines().next().map(str::to_owned)
    }

    fn command(&self, program: &str) -> Command {
        let program = self.programs.join(program);
        let mut command = if self.as_other { Command::new("setpriv") } else { Command::new(&program) };
        if self.as_other {
            command.args(["--reuid=postgres", "--regid=postgres", "--init-groups"]).arg(program);
        }
        command.current_dir("/");
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // The folder is going to be removed: nothing has to be written.
        let _ = self.kill();
    }
}

/// How often it is tried: what is left of the one that was killed may be in the way for a moment.
const STARTS: u32 = 6;

/// Where the programs of PostgreSQL are: on the path, or where Debian puts them.
fn programs() -> Fallible<PathBuf> {
    if let Ok(folder) = text(Command::new("pg_config").arg("--bindir"))
        && Path::new(&folder).join("initdb").exists()
    {
        return Ok(folder.into());
    }
    let mut versions: Vec<_> = fs::read_dir("/usr/lib/postgresql")?
        .filter_map(|entry| Some(entry.ok()?.path().join("bin")))
        .collect();
    versions.sort();
    versions.pop().ok_or_else(|| "PostgreSQL is not installed".into())
}

/// The processes whose parent is this one.
fn children(parent: &str) -> Vec<String> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    names.filter(|pid| stat(pid).is_some_and(|(_, of)| of == parent)).collect()
}

/// Whether a process runs still; one that is dead and not yet buried does not.
fn alive(pid: &str) -> bool {
    stat(pid).is_some_and(|(state, _)| state != "Z" && state != "X")
}

/// The state and the parent of a process.
fn stat(pid: &str) -> Option<(String, String)> {
    if !pid.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name before them may hold anything, and ends with the last parenthesis.
    let mut fields = stat.rsplit(')').next()?.split_whitespace();
    Some((fields.next()?.to_owned(), fields.next()?.to_owned()))
}

fn run(command: &mut Command) -> Fallible<()> {
    let output = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status()?;
    if output.success() { Ok(()) } else { Err(format!("{command:?} failed").into()) }
}

fn text(command: &mut Command) -> Fallible<String> {
    Ok(String::from_utf8(command.stderr(Stdio::null()).output()?.stdout)?.trim().to_owned())
}
