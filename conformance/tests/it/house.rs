//! The rules of the house that a reader should not have to check by eye.

use std::collections::BTreeSet;

use tongzhou_conformance::repository::TextFile;

use crate::kept::repository;

/// The modules of the SDK, lowest layer first: the code map of `docs/architecture.md`. A module uses those of
/// lower layers, and of its own layer only those it shares a group with.
const LAYERS: &[&[&[&str]]] = &[
    // Faults put in on purpose: everything may ask for one.
    &[&["fault"]],
    // Words and values: know nothing of documents.
    &[&["error"], &["json"], &["pointer"], &["region"], &["text"]],
    &[&["clock", "code", "shape", "value"]],
    // Documents, archives, papers, seals and signatures: do not know each other.
    &[&["model"], &["package"], &["paper"], &["sealing"], &["signing"]],
    // What is known of keys once documents and signatures are: whose they are, and how they lie on disk.
    &[&["directory"], &["keys"], &["limits"]],
    // How a package goes from one member to another; what a receipt says of itself, on which expenses and rules
    // agree.
    &[&["delivery"], &["amount", "bill"]],
    // What receipts come to is no judgement on them; rules on aid hold it against what was given.
    &[&["expense"]],
    // A finding names its rule, and a rule makes findings.
    &[&["finding", "rules"]],
    &[&["structure"]],
    // The one place that knows every stage, and what it gives to print.
    &[&["report", "validate"]],
    &[&["pack"]],
    &[&["build"]],
    // Words about all of them.
    &[&["book"]],
];

/// The crates, lowest first, by folder; a crate names those before it only.
const CRATES: &[(&str, &str)] = &[
    ("schema", "tongzhou-schema"),
    ("sdk", "tongzhou"),
    ("sdk/exchange", "tongzhou-exchange"),
    ("sdk/client", "tongzhou-client"),
    ("sdk/node", "tongzhou-node"),
    ("conformance", "tongzhou-conformance"),
    ("cli", "tongzhou-cli"),
];

/// The longest source file, in lines. Examples in documentation do not count: they belong to the pages.
const MAX_LINES: usize = 450;

/// Source files that may be longer, and why.
const LONG: &[(&str, &str)] = &[("sdk/src/code/lists.rs", "written by a test")];

#[test]
fn no_module_of_the_sdk_imports_one_above_it() {
    let place = |module: &str| {
        LAYERS.iter().enumerate().find_map(|(layer, groups)| {
            groups.iter().position(|group| group.contains(&module)).map(|group| (layer, group))
        })
    };
    let mut wrong = Vec::new();
    for file in rust_files("sdk/src") {
        let module = module_of(&file.path, "sdk/src/");
        if module == "lib" {
            continue;
        }
        let Some(own) = place(&module) else {
            wrong.push(format!(
                "{}: {module} is not in LAYERS; give it a place, here and in the code map",
                file.path
            ));
            continue;
        };
        for used in crate_modules_used(&file.text) {
            match place(&used) {
                Some(other) if other.0 < own.0 || other == own => {}
                Some(_) => wrong.push(format!("{}: {module} uses {used}, which is not below it", file.path)),
                // An item at the root of the crate, such as a re-export.
                None => wrong.push(format!("{}: {module} uses crate::{used}, which is no module", file.path)),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_code_map_is_of_the_modules_there_are() {
    let found: BTreeSet<String> =
        rust_files("sdk/src").iter().map(|file| module_of(&file.path, "sdk/src/")).collect();
    let map = repository().texts("docs", &["architecture.md"]).unwrap().remove(0).text;
    for module in LAYERS.iter().flat_map(|groups| groups.iter()).flat_map(|group| group.iter()) {
        assert!(found.contains(*module), "{module} is in LAYERS, but not in sdk/src");
        assert!(map.contains(&format!("`{module}`")), "{module} is not in docs/architecture.md");
    }
}

#[test]
fn no_crate_depends_on_one_above_it() {
    for (index, (folder, _)) in CRATES.iter().enumerate() {
        let manifest = std::fs::read_to_string(repository().path(&format!("{folder}/Cargo.toml"))).unwrap();
        let (_, dependencies) = manifest.split_once("[dependencies]").unwrap_or_default();
        let dependencies = dependencies.split("\n[").next().unwrap_or_default();
        for (_, above) in &CRATES[index..] {
            let named = dependencies.lines().any(|line| line.split(['.', ' ', '=']).next() == Some(above));
            assert!(!named, "{folder} depends on {above}");
        }
    }
}

#[test]
fn a_source_file_has_one_reason_to_exist_and_is_short() {
    let long: Vec<String> = ["schema", "sdk", "conformance", "cli"]
        .iter()
        .flat_map(|folder| rust_files(folder))
        .filter(|file| LONG.iter().all(|(path, _)| *path != file.path))
        .map(|file| (lines_without_examples(&file.text), file.path))
        .filter(|(lines, _)| *lines > MAX_LINES)
        .map(|(lines, path)| format!("{path}: {lines} lines"))
        .collect();
    assert!(long.is_empty(), "more than {MAX_LINES} lines:\n{}", long.join("\n"));
}

/// How many lines a file has without the examples of its documentation.
fn lines_without_examples(text: &str) -> usize {
    let mut within = false;
    let counts = |line: &&str| {
        let line = line.trim_start();
        let said = line.strip_prefix("///").or_else(|| line.strip_prefix("//!")).map(str::trim_start);
        let fence = said.is_some_and(|said| said.starts_with("```"));
        within = said.is_some() && within != fence;
        !within && !fence
    };
    text.lines().filter(counts).count()
}

#[test]
fn no_text_names_a_place_on_one_machine() {
    // In two parts, so that this file does not name them.
    let places: Vec<String> = [
        ("/wo", "rk/"),
        ("/tmp/", "wt"),
        ("/tmp/", "target"),
        ("/ro", "ot/"),
        ("/ho", "me/"),
        ("/Use", "rs/"),
        ("C:\\Use", "rs"),
        ("file:", "///"),
    ]
    .map(|(one, two)| format!("{one}{two}"))
    .into();
    let endings = [
        ".md",
        ".rs",
        ".toml",
        ".csv",
        ".json",
        ".sh",
        ".py",
        ".txt",
        ".yml",
        ".yaml",
        "run",
        "docs-commands",
        "measure",
    ];
    let mut wrong = Vec::new();
    for file in repository().texts("", &endings).unwrap() {
        for (number, line) in file.text.lines().enumerate() {
            if let Some(place) = places.iter().find(|place| line.contains(place.as_str())) {
                wrong.push(format!("{}:{}: {place}", file.path, number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_dependency_comes_from_the_public_registry() {
    let lock = std::fs::read_to_string(repository().path("Cargo.lock")).unwrap();
    let others: BTreeSet<&str> = lock
        .lines()
        .filter_map(|line| line.strip_prefix("source = "))
        .filter(|source| !(source.starts_with("\"registry+https://") && source.ends_with("-index\"")))
        .collect();
    assert_eq!(others, BTreeSet::new());
}

fn rust_files(folder: &str) -> Vec<TextFile> {
    repository().texts(folder, &[".rs"]).unwrap()
}

/// The top module that a file belongs to.
fn module_of(path: &str, root: &str) -> String {
    let within = path.trim_start_matches(root);
    within.split('/').next().unwrap_or(within).trim_end_matches(".rs").to_owned()
}

/// The modules that a file names after `crate::`, outside its unit tests, comments and documentation.
fn crate_modules_used(text: &str) -> BTreeSet<String> {
    let code: Vec<&str> = text
        .split("#[cfg(test)]\nmod tests")
        .next()
        .unwrap_or_default()
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    let code = code.join("\n");
    let mut used = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        // `$crate::` in a macro counts; `some_crate::` is another path.
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(list) => used.extend(first_names(list)),
            None => used.extend(word(rest)),
        }
    }
    used
}

/// The first word of each member of a list of imports that begins after its brace.
fn first_names(list: &str) -> Vec<String> {
    let mut names = Vec::new();
    let (mut depth, mut begins) = (1, true);
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 1 => break,
            '}' => depth -= 1,
            ',' if depth == 1 => begins = true,
            c if c.is_whitespace() => {}
            _ if depth == 1 && begins => {
                names.extend(word(&list[at..]));
                begins = false;
            }
            _ => {}
        }
    }
    names
}

/// The name that a text begins with; a macro or a type at the root of the crate is none of a module.
fn word(text: &str) -> Option<String> {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    let of_root = rest.starts_with('!') || name.starts_with(|c: char| c.is_uppercase());
    (!name.is_empty() && !of_root).then(|| name.to_owned())
}
