//! Configurations that are wrong, and what is told of them.

use std::{fs, path::Path};

use tongzhou::text::Lang;
use tongzhou_node::{
    config::{Config, ConfigFault},
    node::{Node, Parts},
};

use crate::alliance::{Alliance, Folder};

fn faults(text: &str, environment: &[(&str, &str)]) -> Vec<String> {
    let environment = environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let faults = Config::read(text, Path::new("/srv/tongzhou"), environment).err().unwrap_or_default();
    faults.iter().map(|fault| fault.say(Lang::En)).collect()
}

#[test]
fn everything_that_is_wrong_is_told_at_once_with_its_line() {
    let text = "roles = [\"registry\", \"king\"]\nlisten = \"8520\"\nlisten-on = 1\n\n[limits]\nconnections = 0\n\n[tls]\ncertificate = \"node.pem\"\n";
    let faults = faults(text, &[("TONGZHOU_NODE_DATABASE", "mysql://x"), ("TONGZHOU_NODE_COLOUR", "red")]);
    let has = |beginning: &str| faults.iter().any(|fault| fault.starts_with(beginning));
    assert!(has("line 1, roles: a role is one of"), "{faults:#?}");
    assert!(has("line 2, listen: an address and a port"), "{faults:#?}");
    assert!(has("line 3, listen-on: there is no such setting"), "{faults:#?}");
    assert!(has("line 6, limits.connections: a whole number from 1"), "{faults:#?}");
    assert!(has("tls: both the certificate and the key"), "{faults:#?}");
    assert!(has("TONGZHOU_NODE_DATABASE: a database is"), "{faults:#?}");
    assert!(has("TONGZHOU_NODE_COLOUR: there is no such setting"), "{faults:#?}");
    assert_eq!(faults.len(), 7, "{faults:#?}");
}

#[test]
fn each_fault_is_told_in_both_languages() {
    let faults = Config::read("roles = 3\n[limit]\n", Path::new("."), []).unwrap_err();
    assert_eq!(faults.len(), 2);
    for fault in faults {
        assert!(
            fault.say(Lang::ZhCn).starts_with('第') && fault.say(Lang::En).starts_with("line "),
            "{fault:?}"
        );
    }
}

#[test]
fn what_is_not_toml_is_told_with_its_line() {
    assert!(faults("listen = \"127.0.0.1:1\"\nroles = [\n", &[])[0].contains("this is not TOML"));
    assert!(faults("a = 1\na = 2\n", &[])[0].starts_with("line 2"));
}

#[test]
fn the_environment_stands_above_the_file() {
    let environment =
        [("TONGZHOU_NODE_LISTEN", "127.0.0.1:9000"), ("TONGZHOU_NODE_LIMITS_MESSAGE_BYTES", "5000")];
    let environment = environment.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let config = Config::read("listen = \"127.0.0.1:1\"\n", Path::new("/srv"), environment).unwrap();
    assert_eq!((config.listen.port(), config.limits.message_bytes), (9000, 5000));
}

// A test tenant is one by that word alone: the suite asks for at least 120 requests in a minute, from one address.
#[test]
fn a_test_tenant_takes_as_many_requests_as_the_suite_asks() {
    let of = |text: &str| {
        let limits = Config::read(text, Path::new("/srv"), []).unwrap().limits;
        (limits.requests_per_minute, limits.requests_per_minute_of_address)
    };
    assert_eq!(of(""), (60, 600));
    assert_eq!(of("test-tenant = true\n"), (600, 60_000));
    assert_eq!(of("test-tenant = true\n[limits]\nrequests-per-minute = 120\n"), (120, 60_000));
}

#[test]
fn without_tls_a_node_listens_on_this_machine_alone() {
    let open = faults("listen = \"0.0.0.0:8520\"\n", &[]);
    assert!(open[0].contains("without TLS a node listens on this machine only"), "{open:?}");
    let proxied = "listen = \"0.0.0.0:8520\"\nbehind-proxy = true\n";
    assert!(faults(proxied, &[])[0].starts_with("public-url"));
    let told = format!("{proxied}public-url = \"https://registry.example\"\n");
    assert_eq!(faults(&told, &[]), Vec::<String>::new());
    let plain = format!("{proxied}public-url = \"http://registry.example\"\n");
    assert!(!faults(&plain, &[]).is_empty());
}

#[test]
fn no_secret_is_told() {
    let config = Config::read(
        "database = \"postgres://node:hunter2@db.example/tongzhou\"\n",
        Path::new("."),
        [
            ("TONGZHOU_NODE_PASSPHRASE".into(), "hunter3".into()),
            ("TONGZHOU_NODE_PEPPER".into(), "ab".repeat(32)),
        ],
    );
    let shown = format!("{:?}", config.unwrap());
    assert!(!shown.contains("hunter") && !shown.contains("abab") && !shown.contains("171, 171"), "{shown}");
}

async fn of_parts(config: &Config) -> Vec<String> {
    let faults: Vec<ConfigFault> = Parts::prepare(config).await.err().unwrap_or_default();
    faults.iter().map(|fault| fault.say(Lang::En)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_files_lack_is_told_too() {
    let (alliance, folder) = (Alliance::new(), Folder::new());
    let told = of_parts(&alliance.config(&folder.0, "")).await;
    assert!(told.iter().any(|fault| fault.starts_with("directory.file")), "{told:#?}");
    assert!(told.iter().any(|fault| fault.starts_with("keys.file")), "{told:#?}");

    alliance.set_up(&folder.0);
    let wrong = [("TONGZHOU_NODE_PASSPHRASE".to_owned(), "another".to_owned())];
    let config = Config::read("listen = \"127.0.0.1:0\"\n", &folder.0, wrong).unwrap();
    let told = of_parts(&config).await;
    assert!(told.iter().any(|fault| fault.starts_with("keys.file")), "{told:#?}");
    assert!(told.iter().any(|fault| fault.starts_with("directory.board")), "{told:#?}");

    assert_eq!(of_parts(&alliance.config(&folder.0, "")).await, Vec::<String>::new());
    // Another board than the one that is trusted.
    fs::remove_file(folder.path("directory.state")).unwrap();
    let mut config = alliance.config(&folder.0, "");
    config.directory.board =
        Some("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824".parse().unwrap());
    let told = of_parts(&config).await;
    assert!(
        told.iter().any(|fault| fault.starts_with("directory.file: the directory is refused")),
        "{told:#?}"
    );
}

// covers: REQ-SHR-003
#[tokio::test(flavor = "multi_thread")]
async fn a_pepper_is_made_once_and_its_loss_is_told() {
    let (alliance, folder) = (Alliance::new(), Folder::new());
    alliance.set_up(&folder.0);
    alliance.start(&folder.0, "").await.stop().await;
    let pepper = folder.path("data/pepper");
    let made = fs::read_to_string(&pepper).unwrap();
    #[cfg(unix)]
    assert_eq!(
        std::os::unix::fs::PermissionsExt::mode(&fs::metadata(folder.path("data")).unwrap().permissions())
            & 0o077,
        0
    );
    #[cfg(unix)]
    assert_eq!(
        std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&pepper).unwrap().permissions()) & 0o077,
        0
    );
    alliance.start(&folder.0, "").await.stop().await;
    assert_eq!(fs::read_to_string(&pepper).unwrap(), made);
    // Under another pepper nothing would be found, and a paid bill be free again.
    fs::write(&pepper, "5".repeat(64)).unwrap();
    let told = of_parts(&alliance.config(&folder.0, "")).await;
    assert!(
        told.iter()
            .any(|fault| fault.starts_with("registry.pepper-file: the database was begun under another")),
        "{told:#?}"
    );
    fs::write(&pepper, &made).unwrap();
    alliance.start(&folder.0, "").await.stop().await;
    fs::remove_file(&pepper).unwrap();
    let told = of_parts(&alliance.config(&folder.0, "")).await;
    assert!(told.iter().any(|fault| fault.starts_with("registry.pepper-file")), "{told:#?}");
    assert!(Node::start(alliance.config(&folder.0, "")).await.is_err());
}
