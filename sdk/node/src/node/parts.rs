//! What a node is made of: read from the files that the configuration names, with everything that is wrong told.

use std::{fs, io, path::Path, sync::Arc};

use tongzhou::{
    directory::Directory,
    keys::{MAX_KEY_FILE_BYTES, Passphrase, PrivateKeys},
    package::atomic::write_private,
    sealing::Identity,
    signing::SigningKey,
    value::{Instant, OrganisationCode},
};
use tongzhou_exchange::{
    message::{Role, wire::Hex32},
    token::{KeyShare, TokenKeyFile},
};

use crate::{
    answer::Roles,
    config::{Config, ConfigFault, PassphraseSource, PepperSource},
    directories::{Directories, DirectoryError, read_file},
    evaluator::{Evaluator, Quotas},
    http::{Service, server_config},
    member::{self, Member},
    registry::{Pepper, Registry, Terms},
    store::Store,
};

/// What a node is made of.
pub struct Parts {
    /// What it plays, with what that needs.
    pub roles: Roles,
    /// The database.
    pub store: Store,
    /// The member directory.
    pub directories: Directories,
    /// Who it is.
    pub organisation: OrganisationCode,
    /// The key with which answers are signed.
    pub key: SigningKey,
    /// What opens files and packages that are sealed for it.
    pub identities: Vec<Identity>,
    /// The certificate.
    pub(super) tls: Option<Arc<rustls::ServerConfig>>,
}

/// What was found wrong so far.
type Faults = Vec<ConfigFault>;

impl Parts {
    /// Opens everything that a configuration names. Nothing is changed but what a start makes: the data folder, the
    /// tables of the database, a pepper where none was ever made.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub async fn prepare(config: &Config) -> Result<Self, Vec<ConfigFault>> {
        let mut faults = Faults::new();
        let now = Service::now();
        if now.is_none() {
            faults.push(ConfigFault::of("clock", "the clock of this machine is not set", "本机时钟未设置"));
        }
        if let Err(error) = member::prepare(&config.data.join(PACKAGES)) {
            faults.push(io_fault("data", &config.data, &error));
        }
        let directories = now.and_then(|now| directories(config, now, &mut faults));
        let of_file = passphrase_of_file(config, &mut faults);
        let passphrase = match &config.keys.passphrase {
            PassphraseSource::Given(passphrase) => Some(passphrase),
            PassphraseSource::File(_) | PassphraseSource::Missing => of_file.as_ref(),
        };
        let keys = passphrase.and_then(|passphrase| keys(config, passphrase, &mut faults));
        let standing = match (&keys, &directories, now) {
            (Some(keys), Some(directories), Some(now)) => {
                let directory = directories.at(now);
                directory.and_then(|directory| standing(config, keys, &directory, now, &mut faults))
            }
            _ => None,
        };
        let pepper = if config.plays(Role::Registry) { pepper(config, &mut faults) } else { None };
        let shares = match passphrase {
            Some(passphrase) if config.plays(Role::Evaluator) => shares(config, passphrase, &mut faults),
            _ => Vec::new(),
        };
        let tls = config.tls.as_ref().and_then(|tls| match server_config(tls) {
            Ok(tls) => Some(tls),
            Err(fault) => {
                faults.push(ConfigFault::of("tls", fault.to_string(), "证书或私钥无法使用"));
                None
            }
        });
        let store = match Store::open(&config.database.0).await {
            Ok(store) => Some(store),
            Err(error) => {
                faults.push(ConfigFault::of("database", error.to_string(), "数据库无法使用"));
                None
            }
        };
        if let (Some(store), Some(pepper)) = (&store, &pepper) {
            begun_under(pepper, store, &mut faults).await;
        }
        let (Some(store), Some(directories), Some(standing), true) =
            (store, directories, standing, faults.is_empty())
        else {
            return Err(faults);
        };
        let registry = pepper.map(|pepper| Registry { store: store.clone(), pepper, terms: terms(config) });
        let members = config.evaluator.quotas.iter();
        let quotas = Quotas {
            default: config.evaluator.quota,
            members: members.map(|(member, quota)| (member.as_str().to_owned(), *quota)).collect(),
        };
        let evaluator =
            (!shares.is_empty()).then(|| Evaluator { store: store.clone(), shares: shares.into(), quotas });
        let member = config.plays(Role::Member).then(|| Member {
            store: store.clone(),
            folder: config.data.join(PACKAGES),
            organisation: standing.organisation,
            identities: standing.identities.clone().into(),
            waiting_bytes: config.limits.waiting_bytes,
            tells_registry: registry.is_some(),
        });
        let Standing { organisation, key, identities } = standing;
        let roles = Roles { registry, evaluator, member };
        Ok(Self { roles, store, directories, organisation, key, identities, tls })
    }
}

/// Who the node is, by the directory.
struct Standing {
    organisation: OrganisationCode,
    key: SigningKey,
    identities: Vec<Identity>,
}

fn directories(config: &Config, now: Instant, faults: &mut Faults) -> Option<Directories> {
    let files = &config.directory;
    let fault = match Directories::open(files.clone(), now) {
        Ok(directories) => return Some(directories),
        Err(DirectoryError::Read(error)) => ConfigFault::of(
            "directory.file",
            format!("{} or its signatures cannot be read ({})", files.file.display(), error.kind()),
            format!("成员名录 {} 或其签名无法读取（{}）", files.file.display(), error.kind()),
        ),
        Err(DirectoryError::State(error)) => ConfigFault::of(
            "directory.state",
            format!("{} cannot be read or written ({})", files.state.display(), error.kind()),
            format!("{} 无法读取或写入（{}）", files.state.display(), error.kind()),
        ),
        Err(DirectoryError::NoTrust) => ConfigFault::of(
            "directory.board",
            "the fingerprint of the board is wanted, as it was printed or read out; `tongzhou directory show` shows that \
             of a directory, to be compared",
            "请设置理事会指纹，以书面或当面告知的为准；tongzhou directory show 可显示名录中的指纹，供核对",
        ),
        Err(DirectoryError::Refused(fault)) => ConfigFault::of(
            "directory.file",
            format!("the directory is refused: {fault}"),
            format!("成员名录不能采用：{fault}"),
        ),
    };
    faults.push(fault);
    None
}

fn passphrase_of_file(config: &Config, faults: &mut Faults) -> Option<Passphrase> {
    let fault = match &config.keys.passphrase {
        PassphraseSource::Given(_) => return None,
        PassphraseSource::File(path) => match read_file(path, MAX_PASSPHRASE).map(Passphrase::of_file) {
            Ok(Some(passphrase)) => return Some(passphrase),
            Ok(None) => ConfigFault::of(
                "keys.passphrase-file",
                "the file has no passphrase in its first line",
                "文件第一行没有口令",
            ),
            Err(error) => io_fault("keys.passphrase-file", path, &error),
        },
        PassphraseSource::Missing => ConfigFault::of(
            "keys",
            "the passphrase of the key file is wanted: keys.passphrase-file, or TONGZHOU_NODE_PASSPHRASE",
            "需要密钥文件的口令：设置 keys.passphrase-file，或环境变量 TONGZHOU_NODE_PASSPHRASE",
        ),
    };
    faults.push(fault);
    None
}

fn keys(config: &Config, passphrase: &Passphrase, faults: &mut Faults) -> Option<PrivateKeys> {
    let path = &config.keys.file;
    let unlocked = match read_file(path, MAX_KEY_FILE_BYTES) {
        Ok(bytes) => PrivateKeys::unlock(&bytes, passphrase).map_err(|fault| {
            ConfigFault::of(
                "keys.file",
                format!("{}: {fault}", path.display()),
                format!("密钥文件 {} 打不开：请核对文件和口令", path.display()),
            )
        }),
        Err(error) => Err(io_fault("keys.file", path, &error)),
    };
    unlocked.map_err(|fault| faults.push(fault)).ok()
}

/// Which member the keys are of, now.
fn standing(
    config: &Config,
    keys: &PrivateKeys,
    directory: &Directory,
    now: Instant,
    faults: &mut Faults,
) -> Option<Standing> {
    let Some(key) = keys.signing() else {
        faults.push(ConfigFault::of(
            "keys.file",
            "there is no signing key in the file",
            "密钥文件中没有签名私钥",
        ));
        return None;
    };
    let id = key.verifying_key().id();
    let signer =
        directory.signer(&id).filter(|signer| signer.valid_at(now) && signer.member.is_member_at(now));
    let Some(signer) = signer else {
        faults.push(ConfigFault::of(
            "keys.file",
            "the directory knows no member with this signing key that is in force now; hand in the entry that \
             `tongzhou directory entry` makes, and wait for the next version",
            "名录中没有以此密钥为有效签名密钥的成员；请提交 tongzhou directory entry 生成的成员条目，等待下一版名录",
        ));
        return None;
    };
    let identities: Vec<Identity> = keys
        .opening()
        .and_then(|identity| Identity::from_text(identity.to_text().as_str()).ok())
        .into_iter()
        .collect();
    if config.plays(Role::Member) {
        let known = identities.iter().any(|identity| {
            let recipient = identity.recipient().to_string();
            signer.member.recipients_at(now).any(|known| known == recipient)
        });
        if !known {
            faults.push(ConfigFault::of(
                "keys.file",
                "packages sealed for this member could not be opened: the file has no key that is in the directory",
                "无法打开发给本机构的资料包：密钥文件中的开封私钥不在名录中",
            ));
        }
    }
    Some(Standing {
        organisation: signer.member.code,
        key: SigningKey::from_seed(key.seed().as_bytes()),
        identities,
    })
}

/// The pepper; a node with its database inside makes one when it is first started.
fn pepper(config: &Config, faults: &mut Faults) -> Option<Pepper> {
    let path = match &config.pepper {
        PepperSource::Given(pepper) => return Some(Pepper::new(*pepper)),
        PepperSource::File(path) => path,
    };
    let read = match fs::read_to_string(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound && may_make_pepper(config) => make_pepper(path),
        read => read,
    };
    match read.map(|text| text.trim_end().parse::<Hex32>()) {
        Ok(Ok(pepper)) => return Some(Pepper::new(*pepper)),
        Ok(Err(_)) => faults.push(ConfigFault::of(
            "registry.pepper-file",
            format!("{} does not hold 64 hexadecimal digits", path.display()),
            format!("{} 的内容不是 64 位十六进制数字", path.display()),
        )),
        Err(error) => faults.push(ConfigFault::of(
            "registry.pepper-file",
            format!(
                "{} cannot be read ({}); without the pepper that the rows were made with nothing is found again, so it \
                 is made only together with a new database",
                path.display(),
                error.kind()
            ),
            format!(
                "{} 无法读取（{}）；没有建库时的密值，已有登记都无法查到，因此只随新数据库生成",
                path.display(),
                error.kind()
            ),
        )),
    }
    None
}

/// Whether the database is of this pepper.
async fn begun_under(pepper: &Pepper, store: &Store, faults: &mut Faults) {
    match pepper.began(store).await {
        Ok(true) => {}
        Ok(false) => faults.push(ConfigFault::of(
            "registry.pepper-file",
            "the database was begun under another pepper, and under this one nothing would be found in it; put back the \
             pepper that belongs to it",
            "数据库是用另一个密值（pepper）建立的，用现在这个什么也查不到；请换回与数据库对应的密值",
        )),
        Err(error) => faults.push(ConfigFault::of("database", error.to_string(), "数据库无法使用")),
    }
}

/// Only where there was no database yet: rows under a pepper that is lost would never be found again.
fn may_make_pepper(config: &Config) -> bool {
    config.database.0.strip_prefix("sqlite:").is_some_and(|path| !Path::new(path).exists())
}

fn make_pepper(path: &Path) -> io::Result<String> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    let text = format!("{}\n", Hex32(bytes));
    write_private(path, text.as_bytes())?;
    tracing::warn!(file = %path.display(), "a pepper was made; keep a copy apart from the database and its backups");
    Ok(text)
}

/// The shares of token keys, each in its locked file.
fn shares(config: &Config, passphrase: &Passphrase, faults: &mut Faults) -> Vec<KeyShare> {
    let mut shares = Vec::new();
    for path in &config.evaluator.shares {
        let fault = match read_file(path, MAX_KEY_FILE_BYTES) {
            Ok(bytes) => match TokenKeyFile::unlock(&bytes, passphrase) {
                Ok(share) => {
                    shares.push(share);
                    continue;
                }
                Err(fault) => ConfigFault::of(
                    "evaluator.shares",
                    format!("{}: {fault}", path.display()),
                    format!("密钥份额文件 {} 打不开：请核对文件和口令", path.display()),
                ),
            },
            Err(error) => io_fault("evaluator.shares", path, &error),
        };
        faults.push(fault);
    }
    shares
}

fn terms(config: &Config) -> Terms {
    const HOUR: i64 = 3_600_000;
    Terms {
        epochs: config.promises.epochs.clone(),
        erase_within_ms: i64::from(config.promises.erase_within_hours) * HOUR,
        intent_ms: i64::from(config.promises.intent_days) * 24 * HOUR,
        ..Terms::default()
    }
}

fn io_fault(setting: &str, path: &Path, error: &io::Error) -> ConfigFault {
    let (path, kind) = (path.display(), error.kind());
    ConfigFault::of(
        setting,
        format!("{path} cannot be read or written ({kind})"),
        format!("{path} 无法读取或写入（{kind}）"),
    )
}

const PACKAGES: &str = "packages";
const MAX_PASSPHRASE: usize = 4096;
