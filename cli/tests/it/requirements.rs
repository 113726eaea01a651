//! `tongzhou conformance requirements`: the counts, and the rows behind them.

use serde_json::Value;

use super::program::Scratch;

fn json(args: &[&str]) -> Value {
    let scratch = Scratch::new(&format!("requirements{}", args.join("")));
    let run = scratch.run(&[&["conformance", "requirements", "--format", "json"], args].concat());
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{args:?}");
    serde_json::from_str(&run.out).unwrap()
}

fn count(answer: &Value, by: &str) -> u64 {
    let shares = answer["shown"].as_array().unwrap();
    shares.iter().find(|share| share["by"] == by).unwrap()["count"].as_u64().unwrap()
}

#[test]
fn the_counts_are_those_of_the_rows() {
    let answer = json(&["--list"]);
    let rows = answer["rows"].as_array().unwrap();
    assert_eq!(answer["requirements"].as_u64(), u64::try_from(rows.len()).ok());
    let musts: Vec<&Value> =
        rows.iter().filter(|row| row["level"] == "MUST" || row["level"] == "MUST NOT").collect();
    let is = |row: &Value, name: &str| row[name] != "";
    let counted = |fits: &dyn Fn(&Value) -> bool| musts.iter().filter(|row| fits(row)).count() as u64;
    assert_eq!(answer["musts"], musts.len());
    assert_eq!(count(&answer, "vectors"), counted(&|row| is(row, "vectors")));
    assert_eq!(count(&answer, "cases"), counted(&|row| is(row, "cases")));
    assert_eq!(count(&answer, "attestation"), counted(&|row| is(row, "attestation")));
    // Each stands in one of four places, and none is shown by a test and attested too.
    let each = ["tests", "attestation", "publisher", "open"].map(|by| count(&answer, by));
    assert_eq!(answer["musts"].as_u64(), Some(each.iter().sum()));
    // At most one in ten rests on an attestation.
    assert!(count(&answer, "attestation") * 10 <= musts.len() as u64, "{each:?}");
}

#[test]
fn rows_are_of_one_role_and_one_level() {
    let all = json(&["--list", "--role", "evaluator", "--level", "must-not"]);
    let rows = all["rows"].as_array().unwrap();
    assert!(!rows.is_empty());
    for row in rows {
        assert_eq!(row["level"], "MUST NOT");
        assert!(row["roles"].as_array().unwrap().contains(&"evaluator".into()), "{row}");
    }
    assert!(json(&["--role", "evaluator"]).get("rows").is_none());
}

#[test]
fn people_read_counts_in_their_language_and_a_table_has_a_line_for_each() {
    let scratch = Scratch::new("requirements-told");
    let told = scratch.run(&["conformance", "requirements"]);
    assert_eq!((told.code, told.err.as_str()), (0, ""));
    assert!(told.out.starts_with("Standard 1.0: "), "{}", told.out);
    assert!(told.out.contains(" %  by attestation\n"), "{}", told.out);
    let zh = scratch.run(&["conformance", "requirements", "--lang", "zh-CN", "--role", "registry", "--list"]);
    assert!(zh.out.contains("REQ-CLM-013 MUST NOT · registry\n  "), "{}", zh.out);
    assert!(zh.out.contains(" %  靠书面说明\n"), "{}", zh.out);
    let counts = scratch.run(&["conformance", "requirements", "--format", "csv"]);
    assert!(counts.out.starts_with("by,count,per_cent\nrequirements,"), "{}", counts.out);
    let rows = scratch.run(&["conformance", "requirements", "--format", "csv", "--list", "--level", "MAY"]);
    let all = json(&["--level", "may"]);
    assert_eq!(rows.out.lines().count() as u64, 1 + all["requirements"].as_u64().unwrap());
}

#[test]
fn a_role_or_level_that_there_is_not_is_told_with_those_that_there_are() {
    let scratch = Scratch::new("requirements-mistaken");
    for (args, said) in [
        (["--role", "lender"], "producer, consumer, reporter, registry, evaluator"),
        (["--level", "WILL"], "MUST-NOT"),
    ] {
        let run = scratch.run(&[&["conformance", "requirements"][..], &args].concat());
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{args:?}");
        assert!(run.err.contains(said), "{}", run.err);
    }
}
