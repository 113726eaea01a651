//! What cannot be asked, and what the program says of it.

use std::{fs, path::Path};

use expect_test::expect;
use serde_json::{Value, json};

use super::asking::{Case, consent};

#[test]
fn what_is_not_of_its_form_is_told_apart_from_what_is_not_there() {
    let case = Case::new("asking-form");
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/v1.0/examples");
    let example =
        |name: &str| -> Value { serde_json::from_slice(&fs::read(examples.join(name)).unwrap()).unwrap() };
    let mut application = example("leukaemia/application.json");
    case.scratch.write("application.json", application.to_string());
    application["child"]["sex"] = json!("girl");
    case.scratch.write("mistyped.json", application.to_string());
    let mut record = example("joint-aid/records/aid-set-off.json");
    record["kind"] = json!("alms");
    case.scratch.write("record.json", record.to_string());
    let told = |args: &[&str]| {
        let run = case.run(0, args);
        assert_eq!((run.code, run.out.as_str()), (1, ""));
        // What the member holds is told to nobody.
        assert!(!run.err.contains("girl") && !run.err.contains("alms"), "{}", run.err);
        run.err
    };
    let consent = ["--consent", "duplicate-check-0.json", "--by-file", "outbox"];
    let lookup = |path: &'static str| [&["lookup", path][..], &consent].concat();
    expect![[r#"
        tongzhou: the application is not of its form, so that the child cannot be read from it; tongzhou validate tells what is wrong: mistyped.json
    "#]]
    .assert_eq(&told(&lookup("mistyped.json")));
    expect![[r#"
        tongzhou: there is no application here to say which child is meant; a sealed package is opened with tongzhou open first: record.json
    "#]]
    .assert_eq(&told(&lookup("record.json")));
    let consent = ["--of", "application.json", "--consent", "aid-registration-0.json", "--by-file", "outbox"];
    let report = |path: &'static str| [&["report-aid", path][..], &consent].concat();
    expect![[r#"
        tongzhou: the aid record is not of its form; tongzhou validate tells what is wrong: record.json
    "#]]
    .assert_eq(&told(&report("record.json")));
    expect![[r#"
        tongzhou: this is no aid record: application.json
    "#]]
    .assert_eq(&told(&report("application.json")));
}

#[test]
fn a_consent_for_somebody_or_something_else_is_told_before_anything_is_sent() {
    let case = Case::new("asking-consent");
    let application =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/v1.0/examples/leukaemia/application.json");
    let application = fs::read_to_string(application).unwrap();
    case.scratch.write("application.json", &application);
    let application: Value = serde_json::from_str(&application).unwrap();
    let mut of_application = consent(&case.alliance.charities[0], "duplicate-check");
    of_application["applicationId"] = application["applicationId"].clone();
    case.scratch.write("own.json", of_application.to_string());
    of_application["applicationId"] = json!("019a0000-0000-7000-8000-0000000001ff");
    case.scratch.write("others.json", of_application.to_string());
    let told = |consent: &str| {
        let run = case.run(0, &["lookup", "application.json", "--consent", consent, "--by-file", "outbox"]);
        assert_eq!((run.code, run.out.as_str()), (1, ""));
        assert!(!case.scratch.path(&format!("{consent}.salt")).exists());
        run.err
    };
    expect![[r#"
        tongzhou: this consent is to another organisation, 53100000000000041F: duplicate-check-1.json
    "#]]
    .assert_eq(&told("duplicate-check-1.json"));
    expect![[r#"
        tongzhou: this consent is for another purpose: expense-claim-0.json
          it is for: Reserving and claiming on an expense (expense-claim) · needed here: Asking whether aid was given (duplicate-check)
    "#]].assert_eq(&told("expense-claim-0.json"));
    expect![[r#"
        tongzhou: this consent belongs to another application, and nothing may be asked about this child under it: others.json
    "#]]
    .assert_eq(&told("others.json"));
    let asked = ["lookup", "application.json", "--consent", "own.json", "--by-file", "outbox"];
    let run = case.run(0, &asked);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
}

#[test]
fn an_amount_may_be_written_in_whole_yuan() {
    let case = Case::new("asking-amount");
    let reserve = |amount: &str| {
        let bill =
            ["claim", "reserve", "--bill", "11060125-0000000001", "--burden", "8000", "--amount", amount];
        let rest = ["-o", "claim.json", "--consent", "expense-claim-0.json", "--by-file", "outbox"];
        case.run(0, &[bill.as_slice(), &rest].concat())
    };
    for wrong in ["0", "-1", "5,000", "5000.5.5"] {
        let run = reserve(wrong);
        assert_eq!(run.code, 2, "{wrong}");
        assert!(wrong.starts_with('-') || run.err.contains("such as 5000 or 5000.50"), "{}", run.err);
    }
    assert_eq!(reserve("5000").code, 0);
    let claim: Value = serde_json::from_slice(&fs::read(case.scratch.path("claim.json")).unwrap()).unwrap();
    assert_eq!(claim["amount"], "5000.00");
}

#[test]
fn a_misspelt_outbox_or_stick_is_named_and_not_made() {
    let case = Case::new("asking-misspelt");
    let exported = case.run(0, &["outbox", "export", "outbax", "-o", "stick"]);
    assert_eq!((exported.code, exported.out.as_str()), (3, ""));
    assert!(exported.err.contains("outbax"), "{}", exported.err);
    let imported = case.run(0, &["outbox", "import", "outbax", "passphrase"]);
    assert_eq!((imported.code, imported.out.as_str()), (3, ""));
    assert!(!case.scratch.path("outbax").exists());

    let consent = ["--consent", "duplicate-check-0.json", "--by-file", "outbox"];
    let [of, consent, by, outbox] = consent;
    assert_eq!(case.run(0, &["lookup", "--id-file", "child.txt", of, consent, by, outbox]).code, 0);
    let exported = case.run(0, &["outbox", "export", "outbox", "-o", "no-stick"]);
    assert_eq!((exported.code, exported.out.as_str()), (3, ""));
    assert!(exported.err.contains("no-stick"), "{}", exported.err);
    assert!(!case.scratch.path("no-stick").exists());
    // What is in it is sealed for the keys of the member that put it there.
    let others = case.run(1, &["outbox", "export", "outbox", "-o", "."]);
    assert_eq!((others.code, others.out.as_str()), (1, ""));
    assert!(others.err.contains("this outbox is that of another organisation"), "{}", others.err);
}

#[test]
fn where_nobody_is_reached_the_program_says_that_nothing_was_done() {
    let case = Case::new("asking-nobody");
    let args = ["notices", "--registry", "http://127.0.0.1:9/", "--wait", "1", "--lang", "zh-CN"];
    let run = case.run(0, &args);
    assert_eq!((run.code, run.out.as_str()), (3, ""));
    assert_eq!(
        run.err,
        "tongzhou: 联系不上对方，什么也没有办理；请检查网络后再试，或用 --by-file 以文件送交\n"
    );
    // Without encryption only this machine is reached.
    let run = case.run(0, &["notices", "--registry", "http://registry.example/"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
}

#[test]
fn a_salt_is_drawn_once_and_only_its_owner_reads_it() {
    let case = Case::new("asking-salt");
    let args =
        ["lookup", "--id-file", "child.txt", "--consent", "duplicate-check-0.json", "--by-file", "outbox"];
    assert_eq!(case.run(0, &args).code, 0);
    let path = case.scratch.path("duplicate-check-0.json.salt");
    let salt = fs::read(&path).unwrap();
    assert_eq!(salt.len(), 65);
    #[cfg(unix)]
    assert_eq!(
        std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&path).unwrap().permissions()) & 0o077,
        0
    );
    assert_eq!(case.run(0, &args).code, 0);
    assert_eq!(fs::read(&path).unwrap(), salt);
    // A consent that was never registered here cannot be withdrawn: nobody would know it.
    let run = case.run(0, &["withdraw-consent", "expense-claim-0.json", "--by-file", "outbox"]);
    assert_eq!((run.code, run.out.as_str()), (3, ""));
}
