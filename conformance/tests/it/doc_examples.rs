//! Every public item of the SDK has an example that runs: what counts is said in `CONTRIBUTING.md`.

use std::sync::LazyLock;

use tongzhou_conformance::repository::TextFile;

use crate::{
    kept::repository,
    public_items::{self, PublicItem},
};

/// Items without an example, and why: file, item, reason.
const WITHOUT: &[(&str, &str, &str)] = &[(
    "sdk/src/model/programme/criterion.rs",
    "$Name",
    "each of its three uses brings an example of its own",
)];

/// Modules of the crate whose page has no example, and why.
const PAGES_WITHOUT: &[(&str, &str)] = &[("book", "a table of contents")];

#[test]
fn every_public_item_has_an_example_that_runs() {
    assert!(ITEMS.len() > 300, "only {} items were found", ITEMS.len());
    let missing: Vec<String> = without_example(&ITEMS)
        .iter()
        .filter(|item| !WITHOUT.iter().any(|(path, name, _)| *path == item.path && *name == item.name))
        .map(|item| format!("{}:{} {}", item.path, item.line, item.name))
        .collect();
    assert!(missing.is_empty(), "{} items without an example:\n{}", missing.len(), missing.join("\n"));
}

#[test]
fn the_page_of_every_module_has_an_example_that_runs() {
    let lib = SOURCES.iter().find(|file| file.path == "sdk/src/lib.rs").unwrap();
    let mut missing = Vec::new();
    for line in lib.text.lines() {
        let Some(module) = line.strip_prefix("pub mod ").and_then(|rest| rest.strip_suffix(';')) else {
            continue;
        };
        let paths = [format!("sdk/src/{module}.rs"), format!("sdk/src/{module}/mod.rs")];
        let file = SOURCES.iter().find(|file| paths.contains(&file.path));
        let file = file.unwrap_or_else(|| panic!("{module} has no file"));
        let listed = PAGES_WITHOUT.iter().any(|(name, _)| *name == module);
        if examples(&public_items::page(file)).is_empty() != listed {
            missing.push(if listed {
                format!("{module}: listed, but it has one")
            } else {
                format!("{module}: none")
            });
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn what_is_listed_as_without_example_is_so() {
    let missing = without_example(&ITEMS);
    for (path, name, _) in WITHOUT {
        assert!(
            missing.iter().any(|item| item.path == *path && item.name == *name),
            "{path}: {name} is gone, or has an example now; take it out of the list"
        );
    }
}

#[test]
fn public_is_what_can_be_reached() {
    let manifest = std::fs::read_to_string(repository().path("Cargo.toml")).unwrap();
    assert!(manifest.contains("\nunreachable_pub = "), "the lint on which the list of public items stands");
}

#[test]
fn an_example_counts_if_it_runs() {
    let count = |text: &str| examples(text).len();
    assert_eq!(count("Words.\n\n```\na\n```\n"), 1);
    assert_eq!(count("```rust\na\n```\n```should_panic\nb\n```"), 2);
    assert_eq!(count("```text\na\n```\n```ignore\nb\n```\n```no_run\nb\n```\n```compile_fail\nb\n```"), 0);
}

#[test]
fn what_is_public_is_found_in_types_and_in_macros() {
    let file = TextFile {
        path: "one.rs".to_owned(),
        text: r#"
            /// ```
            /// One::new();
            /// ```
            pub struct One;
            impl One { pub fn new() {} pub fn renew() {} fn own() {} }
            impl Two { pub const FEW: u8 = 2; }
            pub(crate) struct Two;
            #[cfg(test)]
            mod tests { pub fn no() {} }
            macro_rules! many { ($($Name:ident)*) => { $(
                #[doc = concat!("a", "```\n")]
                pub enum $Name {}
                impl $Name { pub const fn slug() {} }
            )* } }
        "#
        .to_owned(),
    };
    let items = public_items::of_file(&file);
    let names: Vec<&str> = items.iter().map(|item| item.name.as_str()).collect();
    assert_eq!(names, ["One", "One::new", "One::renew", "Two::FEW", "$Name", "$Name::slug"]);
    let missing: Vec<&str> = without_example(&items).iter().map(|item| item.name.as_str()).collect();
    assert_eq!(missing, ["One::renew", "Two::FEW", "$Name", "$Name::slug"]);
}

/// Those that have no example of their own, and that no example of their type calls by name.
fn without_example(items: &[PublicItem]) -> Vec<&PublicItem> {
    items
        .iter()
        .filter(|item| examples(&item.documentation).is_empty())
        .filter(|item| {
            let shown = item.of.as_deref().and_then(|of| nearest(items, of, &item.path)).is_some_and(|of| {
                examples(&of.documentation).iter().any(|example| calls(example, last(&item.name)))
            });
            !shown
        })
        .collect()
}

/// The type of this name that is nearest to a file: two modules may each have one.
fn nearest<'i>(items: &'i [PublicItem], name: &str, path: &str) -> Option<&'i PublicItem> {
    let shared = |other: &str| path.bytes().zip(other.bytes()).take_while(|(one, two)| one == two).count();
    let types = items.iter().filter(|item| item.of.is_none() && item.name == name);
    types.max_by_key(|item| (item.path == path, shared(&item.path)))
}

/// Whether an example has the name after a point or colons.
fn calls(example: &str, name: &str) -> bool {
    example.match_indices(name).any(|(at, _)| {
        let before = &example[..at];
        let after = &example[at + name.len()..];
        (before.ends_with('.') || before.ends_with("::"))
            && !after.starts_with(|c: char| c.is_alphanumeric() || c == '_')
    })
}

fn last(name: &str) -> &str {
    name.rsplit("::").next().unwrap_or(name)
}

/// The blocks of code that are run.
fn examples(documentation: &str) -> Vec<String> {
    let mut examples = Vec::new();
    let mut lines = documentation.lines();
    while let Some(line) = lines.next() {
        let Some(words) = line.trim_start().strip_prefix("```") else { continue };
        let code: Vec<&str> =
            lines.by_ref().take_while(|line| !line.trim_start().starts_with("```")).collect();
        if words.split([',', ' ']).all(|word| ["", "rust", "should_panic"].contains(&word.trim())) {
            examples.push(code.join("\n"));
        }
    }
    examples
}

static SOURCES: LazyLock<Vec<TextFile>> = LazyLock::new(|| repository().texts("sdk/src", &[".rs"]).unwrap());

static ITEMS: LazyLock<Vec<PublicItem>> =
    LazyLock::new(|| SOURCES.iter().flat_map(public_items::of_file).collect());
