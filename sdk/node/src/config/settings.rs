//! From settings to a [`Config`].

use std::{
    collections::{BTreeMap, BTreeSet},
    net::SocketAddr,
    path::{Path, PathBuf},
    time::Duration,
};

use tongzhou::{directory::BoardFingerprint, keys::Passphrase};
use tongzhou_exchange::message::{
    Role,
    wire::{Hex32, Organisation},
};

use super::{
    Address, Config, DirectoryFiles, EvaluatorSettings, KeyFiles, Limits, PassphraseSource, PepperSource,
    Promises, Tls,
    fault::{ConfigFault, Place},
    section::Settings,
};

pub(super) fn read(
    text: &str,
    folder: &Path,
    environment: impl IntoIterator<Item = (String, String)>,
) -> Result<Config, Vec<ConfigFault>> {
    let environment: BTreeMap<String, String> = environment.into_iter().collect();
    let secret = |name: &str| environment.get(name).filter(|value| !value.is_empty()).cloned();
    let (passphrase, pepper) = (secret("TONGZHOU_NODE_PASSPHRASE"), secret("TONGZHOU_NODE_PEPPER"));
    let mut settings = Settings::new(text, environment);
    let paths = Paths { folder: folder.to_owned() };

    let roles = roles(&mut settings);
    let data = paths.of(&mut settings, "data").unwrap_or_else(|| folder.join("data"));
    let database = database(&mut settings, folder, &data);
    let listen = settings
        .parsed(
            "listen",
            "an address and a port are wanted here, such as 127.0.0.1:8520",
            "此处应为地址和端口，如 127.0.0.1:8520",
        )
        .map_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8520)), |(listen, _)| listen);
    let (public_url, behind_proxy, tls) = reached(&mut settings, &paths, listen);
    let test_tenant = settings.truth("test-tenant").unwrap_or(false);
    let directory = directory(&mut settings, &paths, folder);
    let key_file = paths.of(&mut settings, "keys.file").unwrap_or_else(|| folder.join("node.key"));
    let passphrase_file = paths.of(&mut settings, "keys.passphrase-file");
    let passphrase = match (passphrase, passphrase_file) {
        (Some(text), _) => PassphraseSource::Given(Passphrase::new(text)),
        (None, Some(path)) => PassphraseSource::File(path),
        (None, None) => PassphraseSource::Missing,
    };
    let pepper_file = paths.of(&mut settings, "registry.pepper-file");
    let pepper = match pepper.map(|text| text.parse::<Hex32>()) {
        Some(Ok(pepper)) => PepperSource::Given(*pepper),
        Some(Err(_)) => {
            let place = Place::Variable("TONGZHOU_NODE_PEPPER".to_owned());
            settings.fault(place, "64 hexadecimal digits are wanted here", "此处应为 64 位十六进制数字");
            PepperSource::File(data.join(PEPPER))
        }
        None => PepperSource::File(pepper_file.unwrap_or_else(|| data.join(PEPPER))),
    };
    let promises = promises(&mut settings);
    let evaluator = evaluator(&mut settings, &paths, &roles);
    let limits = limits(&mut settings, test_tenant);

    let faults = settings.finish(&TABLES);
    if !faults.is_empty() {
        return Err(faults);
    }
    let keys = KeyFiles { file: key_file, passphrase };
    Ok(Config {
        roles,
        data,
        database,
        listen,
        public_url,
        behind_proxy,
        test_tenant,
        tls,
        directory,
        keys,
        pepper,
        promises,
        evaluator,
        limits,
    })
}

fn roles(settings: &mut Settings) -> BTreeSet<Role> {
    let Some((names, place)) = settings.texts("roles") else {
        return [Role::Registry, Role::Evaluator, Role::Member].into();
    };
    let mut roles = BTreeSet::new();
    for name in names {
        match name.as_str() {
            "registry" => roles.insert(Role::Registry),
            "evaluator" => roles.insert(Role::Evaluator),
            "member" => roles.insert(Role::Member),
            _ => {
                settings.fault(
                    place.clone(),
                    "a role is one of registry, evaluator and member",
                    "角色为 registry、evaluator、member 之一",
                );
                false
            }
        };
    }
    roles
}

fn database(settings: &mut Settings, folder: &Path, data: &Path) -> Address {
    let inside = Address(format!("sqlite:{}", data.join("node.db").display()));
    let Some((url, place)) = settings.text("database") else { return inside };
    if let Some(path) = url.strip_prefix("sqlite:") {
        return Address(format!("sqlite:{}", folder.join(path).display()));
    }
    if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        return Address(url);
    }
    settings.fault(
        place,
        "a database is sqlite:PATH or postgres://USER@HOST/DATABASE",
        "数据库写作 sqlite:路径 或 postgres://用户@主机/数据库",
    );
    inside
}

/// How the node is reached: without TLS on this machine alone, or behind something that speaks TLS.
fn reached(
    settings: &mut Settings,
    paths: &Paths,
    listen: SocketAddr,
) -> (Option<String>, bool, Option<Tls>) {
    let behind_proxy = settings.truth("behind-proxy").unwrap_or(false);
    let certificate = paths.of(settings, "tls.certificate");
    let key = paths.of(settings, "tls.key");
    let place = |name: &str| Place::Setting(name.to_owned(), None);
    let half = certificate.is_some() != key.is_some();
    if half {
        settings.fault(
            place("tls"),
            "both the certificate and the key are wanted, or neither",
            "证书和私钥须同时设置，或都不设置",
        );
    }
    let tls = certificate.zip(key).map(|(certificate, key)| Tls { certificate, key });
    let public_url = settings.text("public-url").and_then(|(url, place)| {
        let sound = is_base(&url, listen.ip().is_loopback());
        if !sound {
            settings.fault(
                place,
                "the address is https:// and a host, perhaps with a port or a path, without a slash at its end",
                "公开地址写作 https:// 加主机名（可带端口或路径），末尾没有斜线",
            );
        }
        sound.then_some(url)
    });
    if tls.is_none() && !half && !behind_proxy && !listen.ip().is_loopback() {
        settings.fault(
            place("listen"),
            "without TLS a node listens on this machine only (127.0.0.1); set tls.certificate and tls.key, or \
             behind-proxy = true where a proxy before it speaks TLS",
            "没有设置证书时只能在本机监听（127.0.0.1）；请设置 tls.certificate 和 tls.key，或在前面有代理处理 TLS 时设置 \
             behind-proxy = true",
        );
    }
    if public_url.is_none() && (tls.is_some() || behind_proxy) {
        settings.fault(
            place("public-url"),
            "the address by which others reach this node is wanted, since it is signed with every request",
            "请设置其他成员访问本节点所用的地址，每个请求的签名都包含它",
        );
    }
    (public_url, behind_proxy, tls)
}

fn directory(settings: &mut Settings, paths: &Paths, folder: &Path) -> DirectoryFiles {
    let file = paths.of(settings, "directory.file").unwrap_or_else(|| folder.join("directory.json"));
    DirectoryFiles {
        signatures: paths
            .of(settings, "directory.signatures")
            .unwrap_or_else(|| file.with_extension("jws.json")),
        state: paths.of(settings, "directory.state").unwrap_or_else(|| file.with_extension("state")),
        board: settings
            .parsed::<BoardFingerprint>(
                "directory.board",
                "the fingerprint of the board is 64 hexadecimal digits",
                "理事会指纹为 64 位十六进制数字",
            )
            .map(|(board, _)| board),
        file,
    }
}

fn promises(settings: &mut Settings) -> Promises {
    let mut promises = Promises::default();
    if let Some((epochs, place)) = settings.numbers("registry.epochs") {
        if epochs.is_empty() || epochs.contains(&0) {
            settings.fault(place, "at least one epoch is wanted, from 1", "至少一个密钥周期，从 1 开始");
        }
        promises.epochs = epochs.into_iter().collect();
    }
    small(settings, "registry.erase-within-hours", 1, 24 * 15, &mut promises.erase_within_hours);
    small(settings, "registry.intent-days", 1, 365, &mut promises.intent_days);
    promises
}

fn evaluator(settings: &mut Settings, paths: &Paths, roles: &BTreeSet<Role>) -> EvaluatorSettings {
    let mut evaluator = EvaluatorSettings { quota: 200, ..EvaluatorSettings::default() };
    match settings.texts("evaluator.shares") {
        Some((names, _)) => evaluator.shares = names.iter().map(|name| paths.folder.join(name)).collect(),
        None if roles.contains(&Role::Evaluator) && settings.has_table("evaluator") => settings.fault(
            Place::Setting("evaluator.shares".to_owned(), None),
            "an evaluator needs its share of the key: the files that `tongzhou node keys deal` made",
            "令牌计算方需要密钥份额：由 tongzhou node keys deal 生成的文件",
        ),
        None => {}
    }
    small(settings, "evaluator.quota", 0, 10_000_000, &mut evaluator.quota);
    for (name, place) in settings.names_in("evaluator.quotas") {
        let quota = settings.number(&format!("evaluator.quotas.{name}"), 0, 10_000_000);
        match name.parse::<Organisation>() {
            Ok(member) => {
                evaluator
                    .quotas
                    .extend(quota.and_then(|quota| u32::try_from(quota).ok()).map(|quota| (member, quota)));
            }
            Err(_) => settings.fault(
                place,
                "a member is named by its unified social credit code",
                "成员以统一社会信用代码表示",
            ),
        }
    }
    evaluator
}

fn limits(settings: &mut Settings, test_tenant: bool) -> Limits {
    let mut limits = if test_tenant { Limits::of_test_tenant() } else { Limits::default() };
    let mut number = |name: &str, least, most| settings.number(&format!("limits.{name}"), least, most);
    let whole = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    if let Some(bytes) = number("message-bytes", 4096, 16 << 20) {
        limits.message_bytes = whole(bytes);
    }
    if let Some(bytes) = number("package-bytes", 1 << 20, 4 << 30) {
        limits.package_bytes = bytes;
    }
    if let Some(bytes) = number("waiting-bytes", 1 << 20, 1 << 50) {
        limits.waiting_bytes = bytes;
    }
    if let Some(connections) = number("connections", 1, 100_000) {
        limits.connections = whole(connections);
    }
    if let Some(requests) = number("requests-at-once", 1, 100_000) {
        limits.requests_at_once = whole(requests);
    }
    for (name, place, most) in [
        ("header-seconds", &mut limits.header_time, 300),
        ("body-seconds", &mut limits.body_time, 600),
        ("request-seconds", &mut limits.request_time, 600),
        ("package-seconds", &mut limits.package_time, 86_400),
        ("stop-seconds", &mut limits.stop_time, 3600),
    ] {
        if let Some(seconds) = number(name, 1, most) {
            *place = Duration::from_secs(seconds);
        }
    }
    small(settings, "limits.requests-per-minute", 1, 100_000_000, &mut limits.requests_per_minute);
    let of_address = &mut limits.requests_per_minute_of_address;
    small(settings, "limits.requests-per-minute-of-address", 1, 100_000_000, of_address);
    limits
}

fn small(settings: &mut Settings, name: &str, least: u64, most: u64, place: &mut u32) {
    if let Some(number) = settings.number(name, least, most).and_then(|number| u32::try_from(number).ok()) {
        *place = number;
    }
}

/// Where relative paths begin.
struct Paths {
    folder: PathBuf,
}

impl Paths {
    fn of(&self, settings: &mut Settings, name: &str) -> Option<PathBuf> {
        settings.text(name).map(|(path, _)| self.folder.join(path))
    }
}

/// Whether a text is a scheme, a host and perhaps a path, which the proxy takes away; `http://` is for this machine
/// alone.
fn is_base(url: &str, loopback: bool) -> bool {
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://").filter(|_| loopback));
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b".-:[]/_~".contains(&byte);
    host.is_some_and(|host| {
        !host.is_empty() && !host.starts_with('/') && !host.ends_with('/') && host.bytes().all(allowed)
    })
}

const TABLES: [&str; 7] = ["tls", "directory", "keys", "registry", "evaluator", "evaluator.quotas", "limits"];
const PEPPER: &str = "pepper";
