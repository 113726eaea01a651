//! What a run is to be.

use std::path::PathBuf;

use crate::Fallible;

/// The settings of one run.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) engine: Engine,
    pub(crate) operations: u64,
    /// How often the node is killed, and the database beside it.
    pub(crate) kills: u64,
    pub(crate) database_kills: u64,
    /// How often the disk is filled; this needs a small one.
    pub(crate) full_disks: u64,
    /// In mebibytes: the run has a disk of its own, in memory.
    pub(crate) small_disk: Option<u64>,
    pub(crate) clients: u32,
    pub(crate) seed: u64,
    /// Where the data is to be; a new folder of the system's if nothing is said.
    pub(crate) folder: Option<PathBuf>,
    /// For how many milliseconds an amount is held that is held for a day.
    pub(crate) day_ms: i64,
    /// Every how many milliseconds holds are looked at whose time is over.
    pub(crate) sweep_ms: u64,
    /// How far the clock of the database may be off from that of the run, in milliseconds.
    pub(crate) slack_ms: i64,
    /// For how many seconds what is not known is asked for at the end.
    pub(crate) settling_s: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Sqlite,
    Postgres,
}

impl Engine {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
        }
    }
}

impl Settings {
    /// Reads flags of the form `--name value`.
    pub(crate) fn read(words: &[String]) -> Fallible<Self> {
        let mut settings = Self {
            engine: Engine::Sqlite,
            operations: 20_000,
            kills: 10,
            database_kills: 0,
            full_disks: 0,
            small_disk: None,
            clients: 32,
            seed: 4,
            folder: None,
            day_ms: 4_000,
            sweep_ms: 5_000,
            slack_ms: 500,
            settling_s: 120,
        };
        for pair in words.chunks(2) {
            let [name, value] = pair else { return Err("flags are written --name value".into()) };
            match name.as_str() {
                "--engine" => {
                    settings.engine = match value.as_str() {
                        "sqlite" => Engine::Sqlite,
                        "postgres" => Engine::Postgres,
                        _ => return Err("the engines are sqlite and postgres".into()),
                    }
                }
                "--operations" => settings.operations = value.parse()?,
                "--kills" => settings.kills = value.parse()?,
                "--database-kills" => settings.database_kills = value.parse()?,
                "--full-disks" => settings.full_disks = value.parse()?,
                "--small-disk" => settings.small_disk = Some(value.parse()?),
                "--clients" => settings.clients = value.parse()?,
                "--seed" => settings.seed = value.parse()?,
                "--folder" => settings.folder = Some(value.into()),
                "--day-ms" => settings.day_ms = value.parse()?,
                "--sweep-ms" => settings.sweep_ms = value.parse()?,
                "--slack-ms" => settings.slack_ms = value.parse()?,
                "--settling-s" => settings.settling_s = value.parse()?,
                _ => return Err(format!("there is no flag {name}").into()),
            }
        }
        Ok(settings)
    }

    /// The flags that the node needs.
    pub(crate) fn for_the_node(&self) -> Vec<String> {
        let flags = [("--day-ms", self.day_ms.to_string()), ("--sweep-ms", self.sweep_ms.to_string())];
        flags.into_iter().flat_map(|(name, value)| [name.to_owned(), value]).collect()
    }
}
