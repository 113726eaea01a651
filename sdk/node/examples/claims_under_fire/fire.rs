//! One run: clients talk, things are killed, and the history is held to its promises.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::{Ipv4Addr, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicU16, Ordering},
    },
    thread,
    time::{Duration, Instant, SystemTime},
};

use tongzhou_node::store::{Limits, Store};

use crate::{
    Fallible,
    breach::Breaches,
    checker,
    client::{Client, Record, Scene},
    cluster::Cluster,
    history::{Clock, History},
    node,
    numbers::Numbers,
    report::{Faults, Report},
    rows,
    settings::{Engine, Settings},
    speech,
    wire::Port,
};

/// Runs once, and says what was seen.
pub(crate) fn run(settings: &Settings) -> Fallible<Report> {
    // What reads the rows has the tables of the node.
    node::seed_a_fault()?;
    let folder = Folder::make(settings)?;
    let mut stage = Stage::set(settings, &folder.path)?;
    stage.node_up()?;
    for member in 0..u8::try_from(speech::MEMBERS)? {
        consent(&stage.port, member)?;
    }
    let (base, start) = (Instant::now(), SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?);
    let scene = Arc::new(Scene::new(settings, base, i64::try_from(start.as_millis())?));
    let clients: Vec<_> = (0..settings.clients)
        .map(|number| {
            let client = Client::new(Arc::clone(&scene), number, Arc::clone(&stage.port), settings.seed);
            thread::spawn(move || client.run())
        })
        .collect();
    let burnt = stage.burn(settings, &scene);
    // Whatever happened, what clients do not know is settled by a node that runs.
    let settled = burnt.and_then(|()| stage.up_again());
    scene.operations.fetch_max(scene.wanted, Ordering::Relaxed);
    scene.over.store(true, Ordering::Release);
    let mut records = Vec::new();
    for client in clients {
        records.push(client.join().map_err(|_| "a client ended by itself")?);
    }
    settled?;
    let talked = base.elapsed();
    stage.node_down()?;
    let transaction = i64::try_from(Limits::default().work_millis)?;
    let clock = Clock { start: scene.start, day: settings.day_ms, slack: settings.slack_ms, transaction };
    let expenses = scene.expenses.load(Ordering::Relaxed);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    let (rows, refusals) = runtime.block_on(async {
        let store = Store::open(&stage.url).await?;
        let rows = rows::read(&store, expenses).await?;
        let mut refusals = Breaches::default();
        rows::try_the_database(&store, expenses, &mut refusals).await?;
        Fallible::Ok((rows, refusals))
    })?;
    let mut history = History { expenses: rows, clock, ..History::default() };
    let mut faults = stage.faults;
    for record in records {
        gather(&mut history, &mut faults, record)?;
    }
    let (checking, mut breaches) = (Instant::now(), checker::check(&history));
    breaches.join(refusals);
    Ok(Report::of(settings, &history, faults, breaches, talked, checking.elapsed()))
}

/// One client's part becomes one of the whole.
fn gather(history: &mut History, faults: &mut Faults, record: Record) -> Fallible<()> {
    let before = u32::try_from(history.calls.len())?;
    history.calls.extend(record.calls);
    history.replies.extend(record.replies.into_iter().map(|mut reply| {
        reply.call += before;
        reply
    }));
    faults.network.add(&record.tally);
    Ok(())
}

/// The processes of a run.
struct Stage {
    settings: Settings,
    url: String,
    port: Port,
    node: Option<Child>,
    cluster: Option<Cluster>,
    folder: PathBuf,
    faults: Faults,
}

impl Stage {
    fn set(settings: &Settings, folder: &Path) -> Fallible<Self> {
        let cluster = match settings.engine {
            Engine::Sqlite => None,
            Engine::Postgres => Some(Cluster::make(folder)?),
        };
        let file = || format!("sqlite:{}", folder.join("registry.db").display());
        Ok(Self {
            settings: settings.clone(),
            url: cluster.as_ref().map_or_else(file, Cluster::url),
            port: Arc::new(AtomicU16::new(0)),
            node: None,
            cluster,
            folder: folder.to_owned(),
            faults: Faults::default(),
        })
    }

    /// Kills and fills at random moments of the run, until all operations are done.
    fn burn(&mut self, settings: &Settings, scene: &Scene) -> Fallible<()> {
        let mut numbers = Numbers::new(settings.seed);
        let mut plan = Vec::new();
        let kinds = [
            (settings.kills, Harm::Node),
            (settings.database_kills, Harm::Database),
            (settings.full_disks, Harm::Disk),
        ];
        for (count, harm) in kinds {
            // One in each part of the run, so that none comes when all is over.
            let part = settings.operations / (count + 1);
            plan.extend((0..count).map(|nth| (part * nth + part / 2 + numbers.below(part), harm)));
        }
        plan.sort_unstable_by_key(|(at, _)| *at);
        let (mut plan, begun) = (plan.into_iter().peekable(), Instant::now());
        loop {
            let done = scene.operations.load(Ordering::Relaxed);
            if done >= scene.wanted {
                return Ok(());
            }
            if begun.elapsed() > LONGEST {
                return Err("the run does not come to its end".into());
            }
            if plan.peek().is_some_and(|(at, _)| *at <= done)
                && let Some((_, harm)) = plan.next()
            {
                self.harm(harm)?;
            }
            self.look_after_the_processes()?;
            thread::sleep(Duration::from_millis(5));
        }
    }

    fn harm(&mut self, harm: Harm) -> Fallible<()> {
        match harm {
            Harm::Node => {
                self.node_down()?;
                self.faults.node_kills += 1;
                self.node_up()
            }
            Harm::Database => {
                if let Some(cluster) = &self.cluster {
                    cluster.kill()?;
                    self.faults.database_kills += 1;
                    cluster.start()?;
                }
                Ok(())
            }
            Harm::Disk => {
                let ballast = self.folder.join("ballast");
                fill(&ballast)?;
                self.faults.full_disks += 1;
                thread::sleep(Duration::from_millis(700));
                fs::remove_file(&ballast)?;
                Ok(())
            }
        }
    }

    /// Starts again what ended by itself, as where the disk was full.
    fn look_after_the_processes(&mut self) -> Fallible<()> {
        if self.cluster.as_ref().is_some_and(|cluster| !cluster.lives())
            && let Some(cluster) = &self.cluster
        {
            self.faults.database_ends += 1;
            cluster.start()?;
        }
        let ended = match &mut self.node {
            Some(node) => node.try_wait()?.is_some(),
            None => true,
        };
        if ended {
            self.faults.node_ends += 1;
            self.node_up()?;
        }
        Ok(())
    }

    fn up_again(&mut self) -> Fallible<()> {
        let _ = fs::remove_file(self.folder.join("ballast"));
        self.look_after_the_processes()
    }

    fn node_down(&mut self) -> Fallible<()> {
        self.port.store(0, Ordering::Release);
        if let Some(mut node) = self.node.take() {
            node.kill()?;
            node.wait()?;
        }
        Ok(())
    }

    /// Starts the node; where it cannot open its store, it is started again.
    fn node_up(&mut self) -> Fallible<()> {
        for _ in 0..40 {
            let mut node = Command::new(std::env::current_exe()?)
                .args(["node", &self.url])
                .args(self.settings.for_the_node())
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .spawn()?;
            let mut line = String::new();
            if let Some(out) = node.stdout.take() {
                BufReader::new(out).read_line(&mut line)?;
            }
            if let Ok(port) = line.trim().parse() {
                self.node = Some(node);
                self.port.store(port, Ordering::Release);
                return Ok(());
            }
            node.wait()?;
            thread::sleep(Duration::from_millis(250));
        }
        Err("the node does not start".into())
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // Where the run ended early, no process is left behind.
        let _ = self.node_down();
    }
}

#[derive(Clone, Copy)]
enum Harm {
    Node,
    Database,
    Disk,
}

/// Writes until no byte fits any more.
fn fill(path: &Path) -> Fallible<()> {
    let mut file = fs::File::create(path)?;
    for size in [1 << 20, 1 << 12, 1] {
        let block = vec![0; size];
        while file.write_all(&block).is_ok() {}
    }
    Ok(())
}

fn consent(port: &Port, member: u8) -> Fallible<()> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port.load(Ordering::Acquire)))?;
    stream.write_all(format!("0 {}\n", speech::consent_line(member)).as_bytes())?;
    let mut line = String::new();
    BufReader::new(stream).read_line(&mut line)?;
    if line.starts_with("0 ok ") { Ok(()) } else { Err(format!("no consent: {line}").into()) }
}

/// Where the data is; it is removed in the end, if it was made here.
struct Folder {
    path: PathBuf,
    made: bool,
}

impl Folder {
    fn make(settings: &Settings) -> Fallible<Self> {
        if let Some(path) = &settings.folder {
            return Ok(Self { path: path.clone(), made: false });
        }
        let name = format!("claims-{}-{}", settings.engine.name(), std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path)?;
        Ok(Self { path, made: true })
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if self.made {
            let _ = fs::remove_dir_all(&self.path);
        }
    }
}

/// No run takes longer.
const LONGEST: Duration = Duration::from_secs(4 * 3600);
