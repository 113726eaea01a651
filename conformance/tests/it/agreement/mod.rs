//! Throws changed documents at the fast path and at the full path and demands one answer.
//!
//! 2,000 of them by default, 20,000 in the project's own checks. For the million:
//! `TONGZHOU_MUTATIONS=1000000 cargo test --release -p tongzhou-conformance --test it agreement -- --nocapture`.
//! Printed are the members that were changed and the rules that had something to say; of a million documents it is
//! demanded that they reach every member and every rule but those named in [`OUT_OF_REACH`].

mod damage;
mod mutator;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::Cursor,
    path::Path,
};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tongzhou::{
    code::{
        Code,
        lists::{DocumentType, Rung},
    },
    json, model,
    package::{archive::Archive, limits::Limits, name::EntryName},
    rules::{self, Rule},
    sealing::is_sealed,
    structure,
    validate::{self, Options},
};
use tongzhou_conformance::{
    fixture::{mutation::MUTATIONS, variant::VariantMaker},
    random::Random,
};

use mutator::Mutator;

/// Rules that no change to a document inside a package can reach, and why.
const OUT_OF_REACH: &[(&str, &str)] = &[
    ("TZ-PKG-0", "the archive's own bytes; forged one by one in the tests of the reader"),
    ("TZ-SCH-043", "nothing is deprecated yet"),
    ("TZ-JSN-015", "needs a document beyond the limit; made in the tests of the structure stage"),
    (
        "TZ-SIG-0",
        "needs a directory or a key; shown with those of the example alliance in the tests of delivery",
    ),
];

/// Rules that must never speak: they tell of a fault of the program.
const NEVER: &[(&str, &str)] = &[
    ("TZ-SCH-008", "the two readings disagree"),
    ("TZ-SCH-009", "the schema refuses and nothing can be said of it"),
];

#[test]
fn both_paths_agree_on_changed_documents() {
    let count: usize =
        std::env::var("TONGZHOU_MUTATIONS").ok().and_then(|text| text.parse().ok()).unwrap_or(2_000);
    let options = Options::on("2026-10-01".parse().unwrap());
    let cases = cases();
    // From 20,000 on half of the changes are to packages in which a rule fails already: what only a particular
    // combination of members brings about is then met too.
    let (variants, failing) = if count < 20_000 { (Vec::new(), Vec::new()) } else { variants() };
    let complete = complete();
    let sound = sound(&cases, &complete);
    let alone: Vec<_> = complete.into_iter().chain(failing).collect();
    let mutators: BTreeMap<&str, Mutator> = DocumentType::ALL
        .iter()
        .map(|document_type| (document_type.code(), Mutator::new(model::schema_of(*document_type), &sound)))
        .collect();

    let mut random = Random::new(20_160_524);
    let mut touched: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut spoke: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut accepted, mut refused) = (0_usize, 0_usize);
    for number in 0..count {
        // One in four is a change to a document alone, the others happen inside a package.
        let (document_type, document, case) = if random.below(4) == 0 {
            let (document_type, document) = random.one(&alone);
            (*document_type, document, None)
        } else {
            let from_variants = !variants.is_empty() && random.below(2) == 0;
            let case = random.one(if from_variants { &variants } else { &cases });
            let (index, document_type, document) = random.one(&case.documents);
            (*document_type, document, Some((case, *index)))
        };
        let (bytes, places) = mutators[document_type].mutate(document, &mut random);
        touched.entry(document_type).or_default().extend(places);

        let agreed = check_both_paths(&bytes, &options, number);
        if agreed {
            accepted += 1
        } else {
            refused += 1
        }

        let checked = match case {
            None => validate::document(&bytes, &options),
            Some((case, index)) => validate::contents(&case.with(index, bytes, &mut random), &options),
        };
        for placed in &checked.findings {
            *spoke.entry(placed.finding.rule.code).or_default() += 1;
        }
    }

    println!("{count} changed documents: {accepted} accepted and {refused} refused by both paths");
    let mut missed = Vec::new();
    for document_type in DocumentType::ALL {
        let all = mutator::members(&model::schema_of(*document_type));
        let reached = touched.get(document_type.code()).cloned().unwrap_or_default();
        let not: Vec<_> = all.iter().filter(|member| !reached.contains(*member)).collect();
        println!("{}: {} of {} members changed", document_type.code(), all.len() - not.len(), all.len());
        missed.extend(not.into_iter().map(|member| format!("{}{member}", document_type.code())));
    }
    let silent: Vec<_> = rules::all()
        .iter()
        .map(|rule| rule.code)
        .filter(|code| {
            let excused = OUT_OF_REACH.iter().chain(NEVER).any(|(prefix, _)| code.starts_with(prefix));
            !spoke.contains_key(code) && !excused
        })
        .collect();
    println!("{} of {} rules had something to say", spoke.len(), rules::all().len());
    for (code, times) in &spoke {
        println!("  {code} {times}");
    }
    println!("members not changed: {missed:?}");
    println!("rules that never spoke: {silent:?}");
    assert!(accepted * 20 > count && refused * 20 > count, "one side of the question is hardly asked");
    if count >= 1_000_000 {
        assert!(missed.is_empty(), "the mutator does not reach {missed:?}");
        assert!(silent.is_empty(), "the mutator does not reach {silent:?}");
    }
}

/// Whether the document has its shape, by both paths, which must agree; what is said must fit the answer.
fn check_both_paths(bytes: &[u8], options: &Options, number: usize) -> bool {
    let show = || format!("document {number}: {}", String::from_utf8_lossy(bytes));
    let full = json::text_of(bytes).is_ok_and(structure::accepts);
    let checked = validate::document(bytes, options);
    let fast = checked.rung >= Some(Rung::Structured);
    assert_eq!(fast, full, "the fast path says {fast}, the full path {full}; {}", show());
    assert!(full || !checked.findings.is_empty(), "refused without a word; {}", show());
    for placed in &checked.findings {
        let code = placed.finding.rule.code;
        assert!(!NEVER.iter().any(|(never, _)| code == *never), "{code}; {}", show());
    }
    full
}

/// A shipped package, taken apart.
struct Case {
    entries: Vec<(EntryName, Vec<u8>)>,
    /// The documents among the entries: place, type and content.
    documents: Vec<(usize, &'static str, Value)>,
}

impl Case {
    /// The entries with one document replaced and the manifest following, unless the manifest is what was changed;
    /// now and then a paper is damaged too.
    fn with(&self, index: usize, bytes: Vec<u8>, random: &mut Random) -> Vec<(EntryName, Vec<u8>)> {
        let mut entries = self.entries.clone();
        entries[index].1 = bytes;
        if random.below(4) == 0 {
            let at = random.below(entries.len());
            if let EntryName::Document { .. } = entries[at].0 {
                let paper = std::mem::take(&mut entries[at].1);
                entries[at].1 = (random.one(MUTATIONS).apply)(paper);
            }
        }
        let manifest = self.documents.iter().find(|(_, document_type, _)| *document_type == "manifest");
        if let Some((at, _, manifest)) = manifest
            && *at != index
            && random.below(8) > 0
        {
            let mut manifest = manifest.clone();
            for entry in manifest["entries"].as_array_mut().into_iter().flatten() {
                let content = entries.iter().find(|(name, _)| entry["name"] == json!(name.to_string()));
                if let Some((_, content)) = content {
                    entry["size"] = json!(content.len());
                    entry["sha256"] = json!(
                        Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect::<String>()
                    );
                }
            }
            entries[*at].1 = manifest.to_string().into_bytes();
        }
        entries
    }
}

/// The failing examples of the rules that look at what an archive holds: the packages, and the documents that
/// stand alone.
fn variants() -> (Vec<Case>, Vec<(&'static str, Value)>) {
    let mut maker = VariantMaker::default();
    let of_content = |rule: &&&'static Rule| rule.stage().is_none();
    let rules = rules::all().iter().filter(of_content);
    let variants = rules.flat_map(|rule| maker.variants(rule).unwrap());
    // What is sealed shows nothing to change.
    let variants = variants.filter(|variant| !is_sealed(&variant.input));
    let (packages, documents): (Vec<_>, Vec<_>) =
        variants.map(|variant| variant.input).partition(|input| input.starts_with(b"PK"));
    // A package that holds no document has nothing to change.
    let packages = packages.iter().map(|package| case(package)).filter(|case| !case.documents.is_empty());
    (packages.collect(), documents.iter().map(|document| typed(document)).collect())
}

/// A document with its type.
fn typed(document: &[u8]) -> (&'static str, Value) {
    let document: Value = serde_json::from_slice(document).unwrap();
    let code = document["documentType"].as_str().unwrap();
    (DocumentType::from_code(code).unwrap().code(), document)
}

/// The shipped packages.
fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/v1.0/examples");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "tzpkg"))
        .collect();
    paths.sort();
    assert!(!paths.is_empty());
    paths.iter().map(|path| case(&fs::read(path).unwrap())).collect()
}

fn case(package: &[u8]) -> Case {
    let mut archive = Archive::open(Cursor::new(package), &Limits::STANDARD).unwrap();
    let mut entries = Vec::new();
    let mut documents = Vec::new();
    for entry in archive.entries().to_vec() {
        let mut content = Vec::new();
        archive.read(&entry, &mut content).unwrap();
        if !matches!(entry.name(), EntryName::Document { .. } | EntryName::Signature(_)) {
            let (code, document) = typed(&content);
            documents.push((entries.len(), code, document));
        }
        entries.push((entry.name(), content));
    }
    Case { entries, documents }
}

/// A document of each type that has every member.
fn complete() -> Vec<(&'static str, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../sdk/tests/it/documents");
    DocumentType::ALL
        .iter()
        .map(|document_type| typed(&fs::read(folder.join(format!("{}.json", document_type.code()))).unwrap()))
        .collect()
}

/// Every sound document with its schema.
fn sound(cases: &[Case], complete: &[(&'static str, Value)]) -> Vec<(Value, Value)> {
    let of_cases = cases.iter().flat_map(|case| &case.documents).map(|(_, code, document)| (*code, document));
    of_cases
        .chain(complete.iter().map(|(code, document)| (*code, document)))
        .map(|(code, document)| (model::schema_of(DocumentType::from_code(code).unwrap()), document.clone()))
        .collect()
}
