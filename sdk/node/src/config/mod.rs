//! How a node is set up: a file in TOML, and the environment, which stands above it.
//!
//! Every setting `a.b-c` of the file can also be given as `TONGZHOU_NODE_A_B_C`. Reading tells everything that is
//! wrong at once, in both languages and with the line; [`Parts::prepare`](crate::node::Parts::prepare) then tells what is wrong with the files
//! and keys that are named.

mod fault;
mod section;
mod settings;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    net::SocketAddr,
    path::{Path, PathBuf},
    time::Duration,
};

use tongzhou::{directory::BoardFingerprint, keys::Passphrase};
use tongzhou_exchange::message::{Role, wire::Organisation};

pub use fault::{ConfigFault, Place};

/// How a node is set up.
#[derive(Debug)]
pub struct Config {
    /// What it plays.
    pub roles: BTreeSet<Role>,
    /// The folder of what it keeps beside the database.
    pub data: PathBuf,
    /// The database, `sqlite:PATH` or `postgres://…`. It may hold a password, so it hides from `Debug`.
    pub database: Address,
    /// Where it listens.
    pub listen: SocketAddr,
    /// By which others reach it, `https://…` without a slash at its end; none where it is `http://` and the address it listens
    /// at. Requests are signed over it.
    pub public_url: Option<String>,
    /// Whether a proxy before it speaks TLS and tells the address of the client in `X-Forwarded-For`.
    pub behind_proxy: bool,
    /// Whether it holds nothing but made-up data for tests of conformance, and says so.
    pub test_tenant: bool,
    /// The certificate and its key.
    pub tls: Option<Tls>,
    /// The member directory.
    pub directory: DirectoryFiles,
    /// The node's own keys.
    pub keys: KeyFiles,
    /// Under which tokens are hashed.
    pub pepper: PepperSource,
    /// What the registry promises.
    pub promises: Promises,
    /// The evaluator's share of the key, and quotas.
    pub evaluator: EvaluatorSettings,
    /// How much of anything is taken.
    pub limits: Limits,
}

/// The address of a database.
#[derive(Clone, PartialEq, Eq)]
pub struct Address(pub String);

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let engine = self.0.split(':').next().unwrap_or_default();
        write!(f, "Address({engine}:…)")
    }
}

/// A certificate and its private key, both in PEM.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tls {
    /// The chain, the node's own certificate first.
    pub certificate: PathBuf,
    /// The key.
    pub key: PathBuf,
}

/// Where the member directory is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirectoryFiles {
    /// The directory.
    pub file: PathBuf,
    /// Its signatures.
    pub signatures: PathBuf,
    /// What was trusted last; the node writes it.
    pub state: PathBuf,
    /// The fingerprint of the board, for the first time.
    pub board: Option<BoardFingerprint>,
}

/// Where the node's own keys are.
#[derive(Debug)]
pub struct KeyFiles {
    /// The file of private keys.
    pub file: PathBuf,
    /// Its passphrase.
    pub passphrase: PassphraseSource,
}

/// Where a passphrase comes from.
#[derive(Debug)]
pub enum PassphraseSource {
    /// The environment, `TONGZHOU_NODE_PASSPHRASE`.
    Given(Passphrase),
    /// The first line of a file.
    File(PathBuf),
    /// Nowhere.
    Missing,
}

/// Where the pepper comes from.
#[derive(Clone, PartialEq, Eq)]
pub enum PepperSource {
    /// The environment, `TONGZHOU_NODE_PEPPER`, as 64 hexadecimal digits.
    Given([u8; 32]),
    /// A file with 64 hexadecimal digits, which is made at the first start where the database is inside the program.
    File(PathBuf),
}

impl fmt::Debug for PepperSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Given(_) => f.write_str("Given(…)"),
            Self::File(path) => write!(f, "File({})", path.display()),
        }
    }
}

/// What a registry promises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promises {
    /// Epochs of tokens that are taken.
    pub epochs: BTreeSet<u32>,
    /// Within how many hours of a withdrawal everything made under the consent is erased.
    pub erase_within_hours: u32,
    /// After how many days an intent ends by itself.
    pub intent_days: u32,
}

/// What an evaluator works with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EvaluatorSettings {
    /// Shares of keys, one file for each epoch.
    pub shares: Vec<PathBuf>,
    /// How many elements a member may have evaluated in a day.
    pub quota: u32,
    /// Other quotas of members.
    pub quotas: BTreeMap<Organisation, u32>,
}

/// How much of anything is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a message.
    pub message_bytes: usize,
    /// Bytes of a sealed package.
    pub package_bytes: u64,
    /// Bytes of packages from one member that wait for the member's staff.
    pub waiting_bytes: u64,
    /// Requests of one member in a minute.
    pub requests_per_minute: u32,
    /// Requests from one address in a minute, before any signature is looked at.
    pub requests_per_minute_of_address: u32,
    /// Connections at a time.
    pub connections: usize,
    /// Requests that are being answered at a time.
    pub requests_at_once: usize,
    /// Within what time the headers of a request have to come.
    pub header_time: Duration,
    /// Within what time the body of a message has to come.
    pub body_time: Duration,
    /// Within what time a request is answered.
    pub request_time: Duration,
    /// Within what time a package is taken or given.
    pub package_time: Duration,
    /// For how long requests may go on when the node stops.
    pub stop_time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            message_bytes: 256 << 10,
            package_bytes: 600 << 20,
            waiting_bytes: 20 << 30,
            requests_per_minute: 60,
            requests_per_minute_of_address: 600,
            connections: 4096,
            requests_at_once: 512,
            header_time: Duration::from_secs(10),
            body_time: Duration::from_secs(15),
            request_time: Duration::from_secs(30),
            package_time: Duration::from_secs(1800),
            stop_time: Duration::from_secs(30),
        }
    }
}

impl Limits {
    /// Those of a test tenant, where nothing is said: enough for the suite, whose charities all ask from one address.
    fn of_test_tenant() -> Self {
        Self { requests_per_minute: 600, requests_per_minute_of_address: 60_000, ..Self::default() }
    }
}

impl Default for Promises {
    fn default() -> Self {
        Self { epochs: [1].into(), erase_within_hours: 24, intent_days: 30 }
    }
}

impl Config {
    /// Reads a file, whose folder is the one that relative paths begin in, and the environment.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn read(
        text: &str,
        folder: &Path,
        environment: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, Vec<ConfigFault>> {
        settings::read(text, folder, environment)
    }

    /// Whether it plays a role.
    pub fn plays(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}
