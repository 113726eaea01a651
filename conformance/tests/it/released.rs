//! A released version never changes: of this repository, and shown on one that is made here.

use std::{
    fs,
    path::{Path, PathBuf},
};

use tongzhou::value::StandardVersion;
use tongzhou_conformance::{
    case,
    frozen::Suite,
    release::{Change, Frozen, Release, ReleaseError, Released, SUMS, Unfit},
    vector::Set,
};

use crate::kept::{self, repository};

// covers: REQ-VAL-012
#[test]
fn no_released_version_of_this_repository_has_changed() {
    let files = case::shipped().unwrap();
    let suite = Suite::of(Set::shipped().unwrap().vectors(), files.iter().flat_map(|file| &file.cases));
    let mut changed = Vec::new();
    for release in Release::all(&repository().path("")).unwrap() {
        changed.extend(release.changes(&suite).unwrap().iter().map(Change::to_string));
    }
    assert!(changed.is_empty(), "a released version never changes:\n{}", changed.join("\n"));
}

#[test]
fn the_lists_of_released_versions_are_compiled_in() {
    let mut lists = String::new();
    for release in Release::all(&repository().path("")).unwrap() {
        let version = release.version();
        lists +=
            &format!("\n    (\"{version}\", include_str!(\"../../../schema/v{version}/conformance.csv\")),");
    }
    let end = if lists.is_empty() { "" } else { "\n" };
    kept::file(
        "conformance/src/frozen/lists.rs",
        &format!(
            "//! The lists of the released versions. Written by a test; see `tests/it/released.rs`.\n\n\
             /// Each version with its list.\npub(super) const LISTS: &[(&str, &str)] = &[{lists}{end}];\n"
        ),
    );
}

#[test]
fn a_release_freezes_every_file_of_its_folder_and_the_codes_there_are() {
    let checkout = Checkout::new("frozen");
    let release = checkout.release("1.0");
    assert_eq!(
        release.release(&Suite::default()).unwrap(),
        Released::Now(Frozen { files: 6, lists: 2, codes: 4, requirements: 1, checks: 0 })
    );
    assert!(release.is_released());
    let sums = checkout.read("schema/v1.0/SHA256SUMS");
    // The digest of "{}\n", by sha256sum.
    let example = "ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356  examples/one/a.json\n";
    assert!(sums.contains(example), "{sums}");
    assert_eq!(sums.lines().count(), 6);
    assert_eq!(
        checkout.read("schema/v1.0/codelists/colour.csv"),
        checkout.read("schema/codelists/colour.csv")
    );
    assert_eq!(release.release(&Suite::default()).unwrap(), Released::Before);
    assert_eq!(checkout.read("schema/v1.0/SHA256SUMS"), sums);
}

#[test]
fn a_file_that_is_changed_added_or_taken_away_is_named() {
    type Deed = fn(&Checkout);
    let deeds: [(&str, Deed, &str); 6] = [
        (
            "a byte",
            |checkout| checkout.write("schema/v1.0/examples/one/a.json", "{ }\n"),
            "schema/v1.0/examples/one/a.json has changed",
        ),
        (
            "a schema",
            |checkout| checkout.write("schema/v1.0/extra.schema.json", "{}"),
            "schema/v1.0/extra.schema.json was added",
        ),
        (
            "a file gone",
            |checkout| fs::remove_file(checkout.path("schema/v1.0/note.schema.json")).unwrap(),
            "schema/v1.0/note.schema.json is gone",
        ),
        (
            "a frozen codelist",
            |checkout| checkout.write("schema/v1.0/codelists/size.csv", ""),
            "schema/v1.0/codelists/size.csv has changed",
        ),
        (
            "the sums",
            |checkout| checkout.write("schema/v1.0/SHA256SUMS", "nothing\n"),
            "schema/v1.0/SHA256SUMS is not of its form",
        ),
        (
            "a line of the sums",
            |checkout| {
                let sums = checkout.read("schema/v1.0/SHA256SUMS");
                checkout.write("schema/v1.0/SHA256SUMS", sums.split_once('\n').unwrap().1);
            },
            "schema/v1.0/codelists/colour.csv was added",
        ),
    ];
    for (name, deed, said) in deeds {
        let checkout = Checkout::new(name);
        let release = checkout.release("1.0");
        release.release(&Suite::default()).unwrap();
        deed(&checkout);
        assert!(
            checkout.changes("1.0").iter().any(|change| change == said),
            "{name}: {:?}",
            checkout.changes("1.0")
        );
        match release.release(&Suite::default()) {
            Err(ReleaseError::Changed(_, changes)) => {
                assert!(changes.iter().any(|change| change.to_string() == said), "{name}");
            }
            other => panic!("{name}: {other:?}"),
        }
    }
}

#[test]
fn codelists_go_on_growing_but_what_was_released_stays() {
    let grown = "code,title_zh,title_en,definition_zh,definition_en,since,deprecated_since,note,warm\n";
    let rows = |rows: &str| format!("{grown}{rows}");
    for (name, text, said) in [
        (
            "a later code",
            rows("red,红,Red,,,1.0,,,yes\nblue,蓝,Blue,,,1.0,,,no\ngreen,绿,Green,,,1.1,,,no\n"),
            None,
        ),
        ("better words", rows("red,赤,\"Red, indeed\",甲,A,1.0,,n,yes\nblue,蓝,Blue,,,1.0,,,no\n"), None),
        ("deprecated", rows("red,红,Red,,,1.0,1.1,use blue,yes\nblue,蓝,Blue,,,1.0,,,no\n"), None),
        (
            "a code gone",
            rows("red,红,Red,,,1.0,,,yes\n"),
            Some("the code blue of colour is gone or says something else"),
        ),
        (
            "another meaning",
            rows("red,红,Red,,,1.0,,,no\nblue,蓝,Blue,,,1.0,,,no\n"),
            Some("the code red of colour is gone or says something else"),
        ),
        (
            "backdated",
            rows("red,红,Red,,,1.0,,,yes\nblue,蓝,Blue,,,1.0,,,no\ngreen,绿,Green,,,1.0,,,no\n"),
            Some("the code green of colour was added after the release and says that it is older"),
        ),
        (
            "no list",
            String::new(),
            Some("the codelist colour is gone, or is no longer open or closed as it was"),
        ),
    ] {
        let checkout = Checkout::new(&format!("grown {name}"));
        checkout.release("1.0").release(&Suite::default()).unwrap();
        checkout.write("schema/codelists/colour.csv", &text);
        let changes = checkout.changes("1.0");
        assert_eq!(changes.first().map(String::as_str), said, "{name}: {changes:?}");
    }
    let checkout = Checkout::new("grown open");
    checkout.release("1.0").release(&Suite::default()).unwrap();
    checkout.write("schema/codelists/index.csv", &INDEX.replace("size.csv,open", "size.csv,closed"));
    let said = "the codelist size is gone, or is no longer open or closed as it was";
    assert_eq!(checkout.changes("1.0"), [said]);
}

#[test]
fn a_later_version_freezes_its_own_codes_beside_the_earlier() {
    let checkout = Checkout::new("later");
    checkout.write("schema/codelists/colour.csv", &(COLOURS.to_owned() + "green,绿,Green,,,1.1,,,no\n"));
    checkout.write("schema/v1.1/note.schema.json", &schema("1.1", "note"));
    let later = checkout.release("1.1");
    match later.release(&Suite::default()) {
        Err(ReleaseError::Unfit(_, unfit)) => {
            assert_eq!(unfit, [Unfit::Earlier(StandardVersion::new(1, 0))]);
        }
        other => panic!("{other:?}"),
    }
    checkout.release("1.0").release(&Suite::default()).unwrap();
    later.release(&Suite::default()).unwrap();
    assert_eq!(checkout.read("schema/v1.0/codelists/colour.csv"), COLOURS);
    assert!(checkout.read("schema/v1.1/codelists/colour.csv").contains("green"));
    assert_eq!(checkout.changes("1.0"), [""; 0]);
    assert_eq!(Release::all(&checkout.0).unwrap().len(), 2);
}

#[test]
fn what_cannot_be_frozen_is_left_as_it_is() {
    let checkout = Checkout::new("unfit");
    assert!(matches!(
        checkout.release("2.0").release(&Suite::default()),
        Err(ReleaseError::NoSuchVersion(_))
    ));
    checkout.write("schema/v1.0/note.schema.json", &schema("1.1", "note"));
    let name = Unfit::Name("schema/v1.0/note.schema.json".to_owned());
    match checkout.release("1.0").release(&Suite::default()) {
        Err(ReleaseError::Unfit(_, unfit)) => assert_eq!(unfit, [name]),
        other => panic!("{other:?}"),
    }
    checkout.write("schema/v1.0/note.schema.json", &schema("1.0", "note"));
    checkout.write("schema/codelists/size.csv", "no table");
    match checkout.release("1.0").release(&Suite::default()) {
        Err(ReleaseError::Unfit(_, unfit)) => assert_eq!(unfit, [Unfit::List("size.csv".to_owned())]),
        other => panic!("{other:?}"),
    }
    checkout.write("schema/codelists/size.csv", SIZES);
    for text in ["", "- **[REQ-RCP-001]** It is so.\n  **[REQ-RCP-001]** 必须。\n"] {
        checkout.write("docs/spec/note.md", text);
        match checkout.release("1.0").release(&Suite::default()) {
            Err(ReleaseError::Unfit(_, unfit)) => assert_eq!(unfit, [Unfit::Text]),
            other => panic!("{other:?}"),
        }
    }
    assert!(!checkout.path("schema/v1.0").join(SUMS).exists());
    assert!(!checkout.path("schema/v1.0/codelists").exists());
}

/// A checkout of a small standard: one document type, two codelists, one example.
pub(crate) struct Checkout(pub(crate) PathBuf);

impl Checkout {
    pub(crate) fn new(name: &str) -> Self {
        let checkout =
            Self(Path::new(env!("CARGO_TARGET_TMPDIR")).join("released").join(name.replace(' ', "-")));
        let _ = fs::remove_dir_all(&checkout.0);
        checkout.write("schema/v1.0/note.schema.json", &schema("1.0", "note"));
        checkout.write("schema/v1.0/examples/one/a.json", "{}\n");
        checkout.write("schema/codelists/index.csv", INDEX);
        checkout.write("schema/codelists/colour.csv", COLOURS);
        checkout.write("schema/codelists/size.csv", SIZES);
        checkout.write("docs/spec/note.md", "- **[REQ-RCP-001]** It MUST.\n  **[REQ-RCP-001]** 必须。\n");
        checkout
    }

    pub(crate) fn release(&self, version: &str) -> Release {
        Release::of(&self.0, version.parse().unwrap())
    }

    fn changes(&self, version: &str) -> Vec<String> {
        self.release(version).changes(&Suite::default()).unwrap().iter().map(Change::to_string).collect()
    }

    fn path(&self, file: &str) -> PathBuf {
        self.0.join(file)
    }

    pub(crate) fn write(&self, file: &str, text: &str) {
        fs::create_dir_all(self.path(file).parent().unwrap()).unwrap();
        fs::write(self.path(file), text).unwrap();
    }

    pub(crate) fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap()
    }
}

fn schema(version: &str, name: &str) -> String {
    format!(
        "{{ \"$id\": \"urn:tongzhou:schema:{version}:{name}\",\n  \"properties\": {{ \"standardVersion\": {{ \"const\": \"{version}\" }} }} }}\n"
    )
}

const INDEX: &str = "list,file,kind,title_zh,title_en,source\ncolour,colour.csv,closed,颜色,Colours,this test\nsize,size.csv,open,大小,Sizes,this test\n";
const COLOURS: &str = "code,title_zh,title_en,definition_zh,definition_en,since,deprecated_since,note,warm\nred,红,Red,,,1.0,,,yes\nblue,蓝,Blue,,,1.0,,,no\n";
const SIZES: &str = "code,title_zh,title_en,definition_zh,definition_en,since,deprecated_since,note\nsmall,小,\"Small, or less\",,,1.0,,\nlarge,大,Large,,,1.0,,\n";
