//! How fast documents and packages are checked, beside other validators on the same documents in the same run.
//!
//! Our side reads the bytes, checks the shape **and** runs the rules; the peers parse and check the shape only.
//! Machines are noisy: compare ratios within one run.
#![allow(clippy::expect_used, reason = "a benchmark that cannot start has nothing to report")]

use std::{hint::black_box, io::Cursor};

use criterion::{
    BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main, measurement::WallTime,
};
use serde_json::Value;
use sha2::{Digest, Sha256};
use tongzhou::{
    code::lists::DocumentType,
    model::{self, Typed},
    validate::{self, Answer, Options},
};

const APPLICATION: &str = include_str!("../../schema/v1.0/examples/leukaemia/application.json");
const PACKAGE: &[u8] = include_bytes!("../../schema/v1.0/examples/leukaemia.tzpkg");

/// The shipped application as programs write it: without blanks.
fn compact() -> String {
    let application: Value = serde_json::from_str(APPLICATION).expect("the shipped application is JSON");
    application.to_string()
}

fn options() -> Options<'static> {
    Options::on("2026-10-01".parse().expect("a date"))
}

/// Ours and the peers over the same documents, all of which are sound.
fn compare(group: &mut BenchmarkGroup<'_, WallTime>, documents: &[String]) {
    let options = options();
    let schema = model::schema_of(DocumentType::Application);
    let jsonschema = jsonschema::validator_for(&schema).expect("a schema");
    let corvus = corvus_json_schema::compile(&schema).expect("a schema");
    group.throughput(Throughput::Elements(documents.len() as u64));
    let mut measure = |name: &str, accepts: &dyn Fn(&str) -> bool| {
        assert!(documents.iter().all(|document| accepts(document)), "{name} refuses a sound document");
        group.bench_function(name, |bencher| {
            bencher.iter(|| documents.iter().filter(|document| accepts(black_box(document))).count());
        });
    };
    measure("tongzhou, shape and rules", &|text| {
        validate::document(text.as_bytes(), &options).answer() == Answer::Sound
    });
    measure("tongzhou, shape alone", &|text| Typed::read(DocumentType::Application, text).is_ok());
    measure("serde_json Value alone", &|text| serde_json::from_slice::<Value>(text.as_bytes()).is_ok());
    measure("jsonschema, Value and is_valid", &|text| {
        serde_json::from_slice::<Value>(text.as_bytes()).is_ok_and(|value| jsonschema.is_valid(&value))
    });
    measure("jsonschema, Value and iter_errors", &|text| {
        serde_json::from_slice::<Value>(text.as_bytes())
            .is_ok_and(|value| jsonschema.iter_errors(&value).next().is_none())
    });
    measure("corvus-json-schema, validate_json", &|text| corvus.validate_json(text).is_ok_and(|valid| valid));
}

fn one_application(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("one application");
    compare(&mut group, &[compact()]);
    group.finish();
}

fn ten_thousand_applications(criterion: &mut Criterion) {
    let compact = compact();
    let application: Value = serde_json::from_str(&compact).expect("JSON");
    let id = application.get("applicationId").and_then(Value::as_str).expect("an id");
    let documents: Vec<String> = (0..10_000_u32)
        .map(|number| compact.replace(id, &format!("019a0000-0000-7000-8000-{number:012x}")))
        .collect();
    let mut group = criterion.benchmark_group("10,000 applications");
    group.sample_size(10);
    compare(&mut group, &documents);
    group.finish();
}

fn one_package(criterion: &mut Criterion) {
    let options = options();
    let check =
        || validate::package(Cursor::new(black_box(PACKAGE)), &options).map(|checked| checked.answer());
    assert_eq!(check().expect("memory can be read"), Answer::Sound);
    let mut group = criterion.benchmark_group("one package");
    group.throughput(Throughput::Bytes(PACKAGE.len() as u64));
    group.bench_function("tongzhou, archive, digests, papers and rules", |bencher| bencher.iter(check));
    group.bench_function("SHA-256 of the same bytes", |bencher| {
        bencher.iter(|| Sha256::digest(black_box(PACKAGE)))
    });
    group.finish();
}

criterion_group!(benches, one_application, one_package, ten_thousand_applications);
criterion_main!(benches);
