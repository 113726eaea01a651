//! The standard does not contradict itself, and a contradiction that is put into a copy of it is found where it is.

use std::{
    fs,
    path::{Path, PathBuf},
};

use tongzhou::text::Lang;
use tongzhou_conformance::{
    frozen::Suite,
    lint::{self, CHECKS, Check, Checkout, Context, Finding, Outcome, VERDICTS},
    release::Release,
};

use crate::kept;

#[test]
fn the_verdicts_are_as_they_were_or_the_changelog_tells_of_the_change() {
    let checkout = Checkout::open(&kept::repository().path("")).unwrap();
    let verdicts = lint::verdicts(&checkout);
    let not_made: Vec<&str> = verdicts
        .iter()
        .filter(|verdict| verdict.verdict == "not-made")
        .map(|verdict| verdict.example.as_str())
        .collect();
    assert_eq!(not_made, [""; 0]);
    // Not even UPDATE_EXPECT=1 writes a change that nobody is told of.
    let untold = lint::untold_changes(&checkout, &verdicts);
    assert!(untold.is_empty(), "{}", told(&untold));
    kept::file(VERDICTS, &lint::table(&verdicts));
}

#[test]
fn the_standard_does_not_contradict_itself() {
    let outcome = lint(&kept::repository().path(""), CHECKS.iter());
    assert!(outcome.findings.is_empty(), "\n{}", told(&outcome.findings));
    assert_eq!(outcome.idle().map(|looked| looked.check).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn every_contradiction_that_is_put_in_is_found_where_it_is_and_nothing_else() {
    let copy = Copy::new("seeded");
    let mut wrong = String::new();
    for seed in SEEDS {
        let found = copy.with(&[seed.change], || lint(&copy.0, seed.checks()).findings);
        let expected = copy.with(&[seed.change], || (seed.check, seed.found.to_owned(), seed.line(&copy)));
        let mut places: Vec<_> =
            found.iter().map(|finding| (finding.check, finding.file.clone(), finding.line)).collect();
        places.dedup();
        if places != [expected.clone()] {
            wrong += &format!("{:?}\n  expected {expected:?}\n{}", seed.change, told(&found));
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(SEEDS.len() >= 20);
    let unseeded: Vec<&str> = CHECKS
        .iter()
        .map(|check| check.name)
        .filter(|name| !SEEDS.iter().any(|seed| seed.check == *name) && !ELSEWHERE.contains(name))
        .collect();
    assert_eq!(unseeded, [""; 0], "checks that nothing shows to find anything");
}

/// The checks that are shown to find something by tests of their own.
const ELSEWHERE: &[&str] = &[
    // Below.
    "released-version",
    // Where there is a command line: cli/tests/it/lint.rs.
    "example-command",
];

#[test]
fn a_change_to_a_released_version_is_found() {
    let copy = Copy::new("released");
    Release::of(&copy.0, "1.0".parse().unwrap()).release(&Suite::default()).unwrap();
    let all = || CHECKS.iter().filter(|check| check.name != "verdict");
    let found = || lint(&copy.0, all()).findings;
    assert_eq!(told(&found()), "");
    let place = |finding: &Finding| (finding.check, finding.file.clone(), finding.line);
    let schema =
        ("schema/v1.0/referral.schema.json", "The id of this referral.", "The number of this referral.");
    let of_schema = copy.with(&[schema], found);
    assert_eq!(
        of_schema.iter().map(place).collect::<Vec<_>>(),
        [("released-version", schema.0.to_owned(), None)],
        "{}",
        told(&of_schema)
    );
    // The description of a code may be put better; what else a row says binds.
    let code = ("schema/codelists/problem.csv", "1.0,,,413", "1.0,,,414");
    let of_code = copy.with(&[code], found);
    let released: Vec<_> =
        of_code.iter().filter(|finding| finding.check == "released-version").map(place).collect();
    assert_eq!(released, [("released-version", code.0.to_owned(), Some(20))], "{}", told(&of_code));
}

#[test]
fn a_changed_verdict_that_the_changelog_names_is_no_contradiction() {
    let copy = Copy::new("told");
    let verdicts = lint::verdicts(&Checkout::open(&copy.0).unwrap());
    let row = (VERDICTS, "TZ-APP-001-2,refused,TZ-APP-001\n", "TZ-APP-001-2,accepted,\n");
    let untold = |changes: &[(&str, &str, &str)]| {
        copy.with(changes, || lint::untold_changes(&Checkout::open(&copy.0).unwrap(), &verdicts).len())
    };
    let entry = |entry| ("CHANGELOG.md", "## Unreleased\n\n", entry);
    assert_eq!(untold(&[]), 0);
    assert_eq!(untold(&[row]), 1);
    assert_eq!(untold(&[row, entry("## Unreleased\n\n- TZ-APP-001 is stricter.\n")]), 1);
    assert_eq!(untold(&[row, entry("## Unreleased\n\n- ★ TZ-APP-002 is stricter.\n")]), 1);
    assert_eq!(untold(&[row, entry("## Unreleased\n\n- ★ TZ-APP-001 is stricter.\n")]), 0);
    assert_eq!(untold(&[row, entry("## Unreleased\n\n## 0.9\n\n- ★ TZ-APP-001 is stricter.\n\n")]), 1);
}

#[test]
fn an_empty_folder_is_no_standard_and_one_without_files_is_no_pass() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("lint-empty");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    assert!(Checkout::open(&folder).is_err());
    for part in ["schema/codelists", "docs/spec", "conformance/vectors/rules"] {
        fs::create_dir_all(folder.join(part)).unwrap();
    }
    let outcome = lint(&folder, CHECKS.iter());
    assert_eq!((outcome.counted(), outcome.idle().count()), (0, CHECKS.len()));
    assert_eq!(told(&outcome.findings), "");
}

/// Lints a folder. Whether this program takes a command line is not known here.
fn lint<'k>(root: &Path, checks: impl Iterator<Item = &'k Check>) -> Outcome {
    lint::run(&Context { checkout: &Checkout::open(root).unwrap(), parses: &|_| true }, checks)
}

fn told(findings: &[Finding]) -> String {
    findings
        .iter()
        .map(|finding| {
            format!("  {}:{:?} {} {}\n", finding.file, finding.line, finding.check, finding.words(Lang::En))
        })
        .collect()
}

/// A contradiction: in which file what is replaced by what, and where which check finds it.
struct Seed {
    change: (&'static str, &'static str, &'static str),
    check: &'static str,
    found: &'static str,
    /// A text of the line where it is found; empty where it has no line.
    at: &'static str,
}

impl Seed {
    /// Every check; that of the verdicts only where it reads what was changed, since it takes seconds.
    fn checks(&self) -> impl Iterator<Item = &'static Check> {
        let read = ["schema/v1.0/examples/", "conformance/vectors/rules/", VERDICTS, "CHANGELOG.md"];
        let is_read = read.iter().any(|path| self.change.0.starts_with(path));
        CHECKS.iter().filter(move |check| check.name != "verdict" || is_read)
    }

    fn line(&self, copy: &Copy) -> Option<usize> {
        if self.at.is_empty() {
            return None;
        }
        let line = copy.read(self.found).lines().position(|line| line.contains(self.at));
        Some(line.unwrap_or_else(|| panic!("{} has no {}", self.found, self.at)) + 1)
    }
}

const fn seed(
    check: &'static str,
    change: (&'static str, &'static str, &'static str),
    (found, at): (&'static str, &'static str),
) -> Seed {
    Seed { change, check, found, at }
}

const SEEDS: &[Seed] = &[
    seed(
        "text",
        ("schema/programmes/smile-train-china.json", "\"standard\":", "\"standard\" \"tongzhou\","),
        ("schema/programmes/smile-train-china.json", "\"standard\" \"tongzhou\","),
    ),
    seed(
        "schema-identity",
        (REFERRAL, "urn:tongzhou:schema:1.0:referral", "urn:tongzhou:schema:1.1:referral"),
        (REFERRAL, "\"$id\""),
    ),
    seed("schema-identity", (REFERRAL, "draft/2020-12", "draft/2019-09"), (REFERRAL, "\"$schema\"")),
    seed(
        "schema-reference",
        (REFERRAL, "#/$defs/ReferralDirection\"", "#/$defs/ReferralWay\""),
        (REFERRAL, "#/$defs/ReferralWay\""),
    ),
    seed(
        "schema-required",
        (REFERRAL, "    \"to\",\n    \"reason\"\n", "    \"to\",\n    \"grounds\"\n"),
        (REFERRAL, "    \"grounds\""),
    ),
    seed(
        "schema-closed",
        (REFERRAL, "\"additionalProperties\": false", "\"additionalProperties\": true"),
        (REFERRAL, "\"type\": \"object\""),
    ),
    seed(
        "codelist-index",
        ("schema/codelists/index.csv", "problem,problem.csv,closed", "problem,problem.csv,shut"),
        ("schema/codelists/index.csv", "problem.csv,shut"),
    ),
    seed(
        "codelist-row",
        ("schema/codelists/sex.csv", "female,女", "male,男孩,Boy,,,1.0,,,3\nfemale,女"),
        ("schema/codelists/sex.csv", "男孩"),
    ),
    seed(
        "codelist-row",
        ("schema/codelists/problem.csv", "fence,占用凭据不符", "fence,"),
        ("schema/codelists/problem.csv", "fence,,"),
    ),
    seed(
        "codelist-schema",
        ("schema/v1.0/application.schema.json", "\"male\",", "\"male\",\n        \"boy\","),
        ("schema/v1.0/application.schema.json", "\"boy\""),
    ),
    seed(
        "codelist-transition",
        (
            "schema/codelists/status-transition.csv",
            ",process-state,draft,submitted",
            ",process-state,begun,submitted",
        ),
        ("schema/codelists/status-transition.csv", ",begun,"),
    ),
    seed(
        "requirement-text",
        (VALIDATION, "必须得到相同的报告", "应当得到相同的报告"),
        (VALIDATION, "**[REQ-VAL-008]** The same bytes"),
    ),
    seed(
        "requirement-text",
        (VALIDATION, "  **[REQ-VAL-009]**", "  **[REQ-VAL-010]**"),
        (VALIDATION, "- **[REQ-VAL-009]**"),
    ),
    seed(
        "requirement-text",
        (
            VALIDATION,
            "- **[REQ-VAL-002]**",
            "- **[REQ-VAL-001]** It MUST be told.\n  **[REQ-VAL-001]** 必须写明。\n- **[REQ-VAL-002]**",
        ),
        (VALIDATION, "It MUST be told."),
    ),
    seed(
        "requirement-cited",
        ("docs/performance.md", "\n\n", "\n\nSee REQ-VAL-099.\n\n"),
        ("docs/performance.md", "REQ-VAL-099"),
    ),
    seed(
        "requirement-covered",
        (
            "conformance/tests/it/states.rs",
            "#[test]\n",
            "// covers: REQ-VAL-001\nconst NONE: u8 = 0;\n#[test]\n",
        ),
        ("conformance/tests/it/states.rs", "// covers: REQ-VAL-001"),
    ),
    seed(
        "requirement-table",
        (
            "conformance/requirements.csv",
            "REQ-AEN-001,aid-entry.md,MUST,",
            "REQ-AEN-001,aid-entry.md,SHOULD,",
        ),
        ("conformance/requirements.csv", "REQ-AEN-001,"),
    ),
    seed("requirement-role", ROLE, ("conformance/roles.csv", ROLE.2)),
    seed(
        "identifier-spelling",
        ("docs/performance.md", "\n\n", "\n\nSee REQ-VAL-1.\n\n"),
        ("docs/performance.md", "REQ-VAL-1."),
    ),
    seed(
        "rule-named",
        ("docs/performance.md", "\n\n", "\n\nSee TZ-APP-999.\n\n"),
        ("docs/performance.md", "TZ-APP-999"),
    ),
    seed(
        "rule-named",
        ("docs/performance.md", "\n\n", "\n\nSee TZ-APP-001-99.\n\n"),
        ("docs/performance.md", "TZ-APP-001-99"),
    ),
    seed(
        "rule-page",
        ("docs/rules/cap.md", "| 级别 Severity | 错误 Error |", "| 级别 Severity | 警告 Warning |"),
        ("docs/rules/cap.md", "## TZ-CAP-001 "),
    ),
    seed(
        "rule-page",
        ("docs/rules/cap.md", "**Why** A system that writes 1.0 should read it too.\n\n", ""),
        ("docs/rules/cap.md", "## TZ-CAP-001 "),
    ),
    seed(
        "rule-page",
        ("docs/rules/cap.md", "\"value\": [\"1.1\"]}", "\"value\": [\"1.2\"]}"),
        ("docs/rules/cap.md", "## TZ-CAP-001 "),
    ),
    seed(
        "example-fence",
        ("docs/guide/keys.md", "```console\n", "```bash\n"),
        ("docs/guide/keys.md", "```bash"),
    ),
    seed(
        "example-json",
        (VALIDATION, "  \"standardVersion\": \"1.0\",", "  \"standardEdition\": \"1.0\","),
        (VALIDATION, "standardEdition"),
    ),
    seed(
        "example-json",
        (VALIDATION, "  \"standardVersion\": \"1.0\",", "  \"standardVersion\": 1.0.0,"),
        (VALIDATION, "1.0.0"),
    ),
    seed(
        "link",
        ("README.md", "](#who-received-aid)", "](#who-was-helped)"),
        ("README.md", "#who-was-helped"),
    ),
    seed(
        "link",
        ("docs/spec/exchange.md", "](directory.md)", "](directories.md)"),
        ("docs/spec/exchange.md", "](directories.md)"),
    ),
    seed(
        "example-package",
        ("schema/v1.0/examples/emergency/application.json", "\n}\n", "\n\n}\n"),
        ("schema/v1.0/examples/emergency.tzpkg", ""),
    ),
    seed(
        "openapi-reference",
        (OPENAPI, "\"#/components/schemas/ConsentState\"", "\"#/components/schemas/StateOfConsent\""),
        (OPENAPI, "schemas/StateOfConsent"),
    ),
    seed(
        "openapi-operation",
        ("docs/spec/exchange.md", "Reserve an amount on an expense", "Hold an amount on an expense"),
        (OPENAPI, "Reserve an amount on an expense"),
    ),
    seed(
        "openapi-operation",
        (
            "docs/spec/exchange.md",
            "| `claims/read` |",
            "| `claims/look` | registry 登记处 | Look 看 |\n| `claims/read` |",
        ),
        ("docs/spec/exchange.md", "`claims/look`"),
    ),
    seed(
        "openapi-operation",
        (
            "docs/spec/exchange.md",
            "| `claims/read` | registry 登记处 | Read a claim of one's own 查询本机构的占用 |\n",
            "",
        ),
        (OPENAPI, "\"/v1/claims/read\""),
    ),
    seed(
        "openapi-problem",
        (OPENAPI, "`fence`: Fence does not fit", "`fence`: Fence is broken"),
        (OPENAPI, "\"409\""),
    ),
    seed(
        "verdict",
        (VERDICTS, "TZ-APP-001-2,refused,TZ-APP-001\n", "TZ-APP-001-2,accepted,\n"),
        (VERDICTS, "TZ-APP-001-2,"),
    ),
    seed(
        "verdict",
        (
            "conformance/vectors/rules/TZ-JSN-001.json",
            "\"json-not-utf8\"\n      }",
            "\"json-empty\"\n      }",
        ),
        (VERDICTS, "TZ-JSN-001-2,"),
    ),
];

const REFERRAL: &str = "schema/v1.0/referral.schema.json";
const VALIDATION: &str = "docs/spec/validation.md";
const OPENAPI: &str = "docs/spec/openapi.json";
const ROLE: (&str, &str, &str) = ("conformance/roles.csv", "REQ-CLM-001", "REQ-CLM-000");

/// A copy of the repository, which a test changes and puts back.
struct Copy(PathBuf);

impl Copy {
    fn new(name: &str) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("lint").join(name);
        let _ = fs::remove_dir_all(&root);
        copy(&kept::repository().path(""), &root);
        Self(root)
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.0.join(file)).unwrap()
    }

    /// Does something while each first text of a file is another.
    fn with<T>(&self, changes: &[(&str, &str, &str)], look: impl FnOnce() -> T) -> T {
        let before: Vec<String> = changes.iter().map(|(file, ..)| self.read(file)).collect();
        for (file, from, to) in changes {
            let text = self.read(file);
            assert!(text.contains(from), "{file} has no {from}");
            fs::write(self.0.join(file), text.replacen(from, to, 1)).unwrap();
        }
        let seen = look();
        for ((file, ..), text) in changes.iter().zip(before) {
            fs::write(self.0.join(file), text).unwrap();
        }
        seen
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (name, path) = (entry.file_name(), entry.path());
        if path.is_dir() {
            if !["target", ".git", "node_modules"].iter().any(|left_out| name == *left_out) {
                copy(&path, &to.join(&name));
            }
        } else if path.extension().is_none_or(|ending| ending != "tmp") {
            fs::copy(&path, to.join(&name)).unwrap();
        }
    }
}
