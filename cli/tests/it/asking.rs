//! Asking a registry: over HTTP from a node on this machine, and by files that are carried to it and back.

use std::{collections::BTreeMap, fs, path::PathBuf};

use expect_test::expect;
use serde_json::{Value, json};
use tongzhou::keys::{Passphrase, PrivateKeys, WorkFactor};
use tongzhou_exchange::token::TokenKeyFile;
use tongzhou_node::{
    config::Config,
    node::{Node, Running},
};

use super::{
    client_alliance::{Alliance, Party, Shape},
    program::{Run, Scratch},
};

const PASSPHRASE: &str = "published test passphrase";

/// A registry that is its own evaluator, and two charities that ask it.
pub(super) struct Case {
    pub(super) alliance: Alliance,
    pub(super) scratch: Scratch,
}

impl Case {
    pub(super) fn new(name: &str) -> Self {
        let now = tongzhou::clock::instant(std::time::SystemTime::now()).unwrap();
        let alliance =
            Alliance::found(&Shape { threshold: 1, evaluators: 0, charities: 2, listed: true }, now);
        let scratch = Scratch::new(name);
        scratch.write("directory.json", &alliance.document);
        scratch.write("directory.jws.json", &alliance.signatures);
        scratch.write("passphrase", format!("{PASSPHRASE}\n"));
        scratch.write("child.txt", "11010120150104000X\n");
        fs::create_dir_all(scratch.path("stick")).unwrap();
        let lock = |party: &Party| {
            let keys = PrivateKeys::new(Some(party.key()), Some(party.identity.clone()));
            keys.lock(&Passphrase::new(PASSPHRASE.to_owned()), WorkFactor::QUICK).unwrap()
        };
        for (number, charity) in alliance.charities.iter().enumerate() {
            scratch.write(&format!("charity-{number}.key"), lock(charity));
            for purpose in ["duplicate-check", "aid-registration", "expense-claim"] {
                scratch.write(&format!("{purpose}-{number}.json"), consent(charity, purpose).to_string());
            }
        }
        scratch.write("node.key", lock(&alliance.registry));
        let shares = alliance.registry.shares.iter().enumerate().map(|(place, share)| {
            let passphrase = Passphrase::new(PASSPHRASE.to_owned());
            let file = TokenKeyFile::lock(share, &passphrase, WorkFactor::QUICK).unwrap();
            scratch.write(&format!("share-{place}.key"), file);
            format!("\"share-{place}.key\"")
        });
        let shares = shares.collect::<Vec<_>>().join(", ");
        let config = format!(
            "listen = \"127.0.0.1:0\"\nroles = [\"registry\", \"evaluator\"]\n\n[directory]\nboard = \"{}\"\n\n\
             [evaluator]\nshares = [{shares}]\n",
            alliance.fingerprint
        );
        scratch.write("node.toml", config);
        Self { alliance, scratch }
    }

    /// Runs a command of a charity.
    pub(super) fn run(&self, charity: usize, args: &[&str]) -> Run {
        let key = format!("charity-{charity}.key");
        let board = self.alliance.fingerprint.as_str();
        let whose = ["--directory", "directory.json", "--board", board, "--key", &key];
        let all: Vec<&str> =
            args.iter().copied().chain(whose).chain(["--passphrase-file", "passphrase"]).collect();
        self.scratch.run(&all)
    }

    /// Carries what waits to the registry and back; what the last import told.
    fn carry(&self) -> Run {
        let exported = self.run(0, &["outbox", "export", "outbox", "-o", "stick", "--format", "json"]);
        assert_eq!((exported.code, exported.err.as_str()), (0, ""));
        let files: Value = serde_json::from_str(&exported.out).unwrap();
        let mut answers = Vec::new();
        for file in files.as_array().unwrap() {
            let path = file["path"].as_str().unwrap();
            let answer = path.replace(".tzmsg.age", ".tzans.age");
            let args = ["node", "batch", path, "-o", &answer, "--config", "node.toml"];
            let env = [("LC_ALL", "C"), ("TONGZHOU_NODE_PASSPHRASE", PASSPHRASE)];
            let answered = self.scratch.run_with(&args, &env, b"");
            assert_eq!((answered.code, answered.err.as_str()), (0, ""), "{}", answered.out);
            answers.push(answer);
        }
        let args: Vec<&str> =
            ["outbox", "import", "outbox"].into_iter().chain(answers.iter().map(String::as_str)).collect();
        self.run(0, &args)
    }

    async fn node(&self) -> Running {
        let folder: PathBuf = self.scratch.path("");
        let text = fs::read_to_string(folder.join("node.toml")).unwrap();
        let environment = [("TONGZHOU_NODE_PASSPHRASE".to_owned(), PASSPHRASE.to_owned())];
        Node::start(Config::read(&text, &folder, environment).unwrap()).await.unwrap()
    }
}

pub(super) fn consent(recipient: &Party, purpose: &str) -> Value {
    json!({
        "standard": "tongzhou", "standardVersion": "1.0", "documentType": "consent",
        "consentId": "019a0000-0000-7000-8000-000000000130",
        "givenBy": { "role": "guardian", "name": "周小禾", "relation": "mother" },
        "recipient": { "name": "示例基金会", "organisationCode": recipient.code.to_string() },
        "purpose": purpose, "dataClasses": ["identity"],
        "notice": {
            "version": "2026-01",
            "digest": "17c613875b1e62db6606a33d98f151c4060eb5e9130ad18601e95ecdbf3097cb"
        },
        "signedOn": "2026-09-18", "form": { "kind": "paper-signed" }
    })
}

/// What differs from run to run, moments, months and ids, by names that do not.
fn steady(text: &str) -> String {
    let known = |at: usize, length: usize, is: fn(&str) -> bool| text.get(at..at + length).is_some_and(is);
    let id = |text: &str| text.parse::<tongzhou::value::Uuid7>().is_ok();
    let moment = |text: &str| text.parse::<tongzhou::value::Instant>().is_ok();
    let month = |text: &str| text.parse::<tongzhou_exchange::message::wire::CalendarMonth>().is_ok();
    let (mut steady, mut skip) = (String::new(), 0);
    for (at, letter) in text.char_indices() {
        if at < skip {
            continue;
        }
        let found = [(36, "<id>", id as fn(&str) -> bool), (20, "<moment>", moment), (7, "<month>", month)];
        match found.into_iter().find(|(length, _, is)| known(at, *length, *is)) {
            Some((length, name, _)) => {
                steady.push_str(name);
                skip = at + length;
            }
            None => steady.push(letter),
        }
    }
    steady
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_charities_meet_over_http() {
    let case = Case::new("asking-http");
    let node = case.node().await;
    let url = node.url().to_owned();
    let blocking = move || {
        let ask = |charity: usize, args: &[&str]| {
            let all: Vec<&str> = args.iter().copied().chain(["--registry", &url]).collect();
            case.run(charity, &all)
        };
        let intent = |charity: usize, lang: &str| {
            let consent = format!("duplicate-check-{charity}.json");
            let args = [
                "lookup",
                "--id-file",
                "child.txt",
                "--intent",
                "medical",
                "--consent",
                &consent,
                "--lang",
                lang,
            ];
            ask(charity, &args)
        };
        // The first sees nobody, and the second sees the first.
        let first = intent(0, "en");
        assert_eq!((first.code, first.err.as_str()), (0, ""));
        expect![[r#"
            Your intent is written down: <id>
            No aid or intent of others was found. What was never registered is not found: ask the family all the same.
            As of <moment>
        "#]]
        .assert_eq(&steady(&first.out));
        let second = intent(1, "zh-CN");
        assert_eq!((second.code, second.err.as_str()), (0, ""));
        expect![[r#"
            本机构的救助意向已登记：<id>
            可能已有其他机构救助。这是一个问题，不是结论：请与家庭和有关机构联系；在有人作出决定之前，不要停止救助。
              <month> · 医疗费用 · 准备救助 · 某家机构（授权同意书未允许告知）
            截至 <moment>
        "#]]
        .assert_eq(&steady(&second.out));

        let reserve = |amount: &str, output: &str, charity: usize, format: &str| {
            let consent = format!("expense-claim-{charity}.json");
            let args = [
                "claim",
                "reserve",
                "--bill",
                "11060125-0000000001",
                "--burden",
                "8000.00",
                "--amount",
                amount,
                "-o",
                output,
                "--consent",
                &consent,
                "--format",
                format,
            ];
            ask(charity, &args)
        };
        let held = reserve("5000.00", "claim-0.json", 0, "human");
        assert_eq!((held.code, held.err.as_str()), (0, ""));
        expect![[r#"
            Claim <id>
              Held · 5000.00 yuan
              Held until <moment>; confirm with tongzhou claim confirm before paying
              The bill: burden 8000.00 yuan · held 5000.00 · paid 0.00 · left 3000.00
        "#]]
        .assert_eq(&steady(&held.out));
        // Once more, it is the same claim.
        assert_eq!(steady(&reserve("5000.00", "claim-0.json", 0, "human").out), steady(&held.out));
        // Another amount is another claim, and needs a file of its own.
        let other = reserve("5000.01", "claim-0.json", 0, "human");
        assert_eq!((other.code, other.out.as_str()), (2, ""));
        // More than is left.
        let over = reserve("3000.01", "claim-1.json", 1, "human");
        assert_eq!((over.code, over.out.as_str()), (1, ""));
        expect![[r#"
            tongzhou: refused: More than the burden leaves (over-burden)
              What is left of the burden is less than the amount; please ask for less, or speak with those who already help
              What is left: 3000.00 yuan
        "#]]
        .assert_eq(&over.err);
        let over = reserve("3000.01", "claim-1.json", 1, "json");
        let told: Value = serde_json::from_str(&over.out).unwrap();
        assert_eq!(
            (over.code, &told["outcome"], &told["problem"]["left"]),
            (1, &json!("refused"), &json!("3000.00"))
        );

        let paid = ask(0, &["claim", "confirm", "claim-0.json", "--lang", "zh-CN"]);
        assert_eq!((paid.code, paid.err.as_str()), (0, ""));
        expect![[r#"
            占用 <id>
              已确认支付 · 5000.00 元
              票据：家庭负担 8000.00 元 · 已占用 0.00 元 · 已支付 5000.00 元 · 余额 3000.00 元
        "#]]
        .assert_eq(&steady(&paid.out));
        let released = ask(0, &["claim", "release", "claim-0.json"]);
        assert_eq!(released.code, 1, "{}", released.out);

        let who = ask(0, &["who-looked", "--id-file", "child.txt", "--consent", "duplicate-check-0.json"]);
        assert_eq!((who.code, who.err.as_str()), (0, ""));
        assert!(who.out.contains("Announce an intent to help"), "{}", who.out);
        let notices = ask(0, &["notices"]);
        assert_eq!((notices.code, notices.err.as_str()), (0, ""));

        let withdrawn = ask(0, &["withdraw-consent", "duplicate-check-0.json"]);
        assert_eq!((withdrawn.code, withdrawn.err.as_str()), (0, ""));
        assert!(withdrawn.out.starts_with("Consent: Withdrawn"), "{}", withdrawn.out);
        let refused = intent(0, "en");
        assert_eq!(refused.code, 1);
        assert!(refused.err.contains("no-consent"), "{}", refused.err);
    };
    tokio::task::spawn_blocking(blocking).await.unwrap();
    node.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn aid_that_one_charity_reports_another_finds() {
    let case = Case::new("asking-aid");
    let node = case.node().await;
    let url = node.url().to_owned();
    let examples = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/v1.0/examples");
    case.scratch.write("application.json", fs::read(examples.join("leukaemia/application.json")).unwrap());
    let record = fs::read(examples.join("joint-aid/records/aid-set-off.json")).unwrap();
    case.scratch.write("other.json", &record);
    let mut record: Value = serde_json::from_slice(&record).unwrap();
    record["organisation"]["code"] = json!(case.alliance.charities[0].code.to_string());
    case.scratch.write("record.json", record.to_string());
    let blocking = move || {
        let report = |args: &[&str]| {
            let common =
                ["--of", "application.json", "--consent", "aid-registration-0.json", "--registry", &url];
            let all: Vec<&str> = ["report-aid"].iter().chain(args).chain(&common).copied().collect();
            case.run(0, &all)
        };
        let found = || {
            let consent = "duplicate-check-1.json";
            let run = case.run(1, &["lookup", "application.json", "--consent", consent, "--registry", &url]);
            assert_eq!((run.code, run.err.as_str()), (0, ""));
            steady(&run.out)
        };
        let done = report(&["record.json", "-o", "entry.json", "--status", "paid", "--may-be-named"]);
        assert_eq!((done.code, done.err.as_str()), (0, ""));
        expect![[r#"
            Registered: <id>
              This id is needed to correct or withdraw it.
        "#]]
        .assert_eq(&steady(&done.out));
        // The same file is the same entry, to the byte; and it says no more than it should.
        assert_eq!(report(&["record.json", "-o", "entry.json"]).out, done.out);
        let entry = fs::read_to_string(case.scratch.path("entry.json")).unwrap();
        let kept: Value = serde_json::from_str(&entry).unwrap();
        assert_eq!((&kept["coverageClass"], &kept["documentType"]), (&json!("medical"), &json!("aid-entry")));
        assert!(kept["tokens"].as_array().unwrap().len() > 1);
        assert!(!entry.contains("30000") && !entry.contains("3311222018"), "{entry}");
        expect![[r#"
            Others may be helping already. This is a question and no verdict: speak with the family and with those members; nobody should wait for help until people have decided.
              <month> · Medical cost · Paid · 示例基金会 53100000000000040C
            As of <moment>
        "#]]
        .assert_eq(&found());

        let id = kept["entryId"].as_str().unwrap().to_owned();
        // What became of it since.
        let again = report(&["record.json", "-o", "entry-2.json", "--supersedes", &id]);
        assert_eq!((again.code, again.err.as_str()), (0, ""));
        assert!(found().contains("Medical cost · Returned"), "{}", found());

        // Another member's record is not ours to report.
        let other = report(&["other.json", "-o", "entry-3.json"]);
        assert_eq!((other.code, other.out.as_str()), (1, ""));
        assert!(!case.scratch.path("entry-3.json").exists());
    };
    tokio::task::spawn_blocking(blocking).await.unwrap();
    node.stop().await;
}

#[test]
fn a_lookup_and_a_claim_are_carried_as_files() {
    let case = Case::new("asking-files");
    let consent = ["--consent", "duplicate-check-0.json", "--by-file", "outbox"];
    let put =
        case.run(0, &["lookup", "--id-file", "child.txt", consent[0], consent[1], consent[2], consent[3]]);
    assert_eq!((put.code, put.err.as_str()), (0, ""));
    expect![[r#"
        In the outbox: Ask whether aid was given
        Next: tongzhou outbox export outbox -o <a memory stick>
    "#]]
    .assert_eq(&put.out);
    let first = case.carry();
    assert_eq!((first.code, first.err.as_str()), (0, ""));
    expect![[r#"
        Answers taken: 2, to be asked again: 0, known before: 0

        There is more to carry now: run tongzhou outbox export again
    "#]]
    .assert_eq(&first.out);
    let second = case.carry();
    assert_eq!((second.code, second.err.as_str()), (0, ""));
    expect![[r#"
        Answers taken: 1, to be asked again: 0, known before: 0

        No aid or intent of others was found. What was never registered is not found: ask the family all the same.
        As of <moment>
    "#]]
    .assert_eq(&steady(&second.out));

    let reserve = [
        "claim",
        "reserve",
        "--bill",
        "11060125-0000000001",
        "--burden",
        "8000.00",
        "--amount",
        "5000.00",
        "-o",
        "claim.json",
        "--consent",
        "expense-claim-0.json",
        "--by-file",
        "outbox",
    ];
    assert_eq!(case.run(0, &reserve).code, 0);
    // Nothing can be confirmed before the registry has answered.
    let early = case.run(0, &["claim", "confirm", "claim.json", "--by-file", "outbox"]);
    assert_eq!((early.code, early.out.as_str()), (1, ""));
    case.carry();
    assert_eq!(case.carry().code, 0);
    let confirm = case.run(0, &["claim", "confirm", "claim.json", "--by-file", "outbox", "--format", "json"]);
    assert_eq!((confirm.code, confirm.err.as_str()), (0, ""));
    let told: BTreeMap<String, Value> = serde_json::from_str(&confirm.out).unwrap();
    assert_eq!(told["outcome"], json!("waiting"));
    let paid = case.carry();
    assert_eq!((paid.code, paid.err.as_str()), (0, ""));
    assert!(paid.out.contains("Paid · 5000.00 yuan"), "{}", paid.out);
    let list = case.scratch.run(&["outbox", "list", "outbox", "--lang", "zh-CN"]);
    assert_eq!((list.code, list.err.as_str()), (0, ""));
    expect![[r#"
        事务 3 项；待送消息 0 条，已送未答 0 条
          1 · <moment> · 查询是否已获救助 · 已办理
          2 · <moment> · 占用费用 · 已办理
          3 · <moment> · 确认支付 · 已办理
    "#]]
    .assert_eq(&steady(&list.out));
}
