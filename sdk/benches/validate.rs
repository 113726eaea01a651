//! How fast documents are checked, beside the `jsonschema` crate on the same documents in the same run.
//!
//! Our side reads the bytes, checks the shape **and** runs the rules; the peer parses and checks the shape only.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use serde_json::Value;
use tongzhou::{
    code::lists::DocumentType,
    model,
    validate::{self, Answer, Options},
};

const APPLICATION: &str = include_str!("../../schema/v1.0/examples/leukaemia/application.json");

fn application(criterion: &mut Criterion) {
    let compact =
        serde_json::to_string(&serde_json::from_str::<Value>(APPLICATION).expect("JSON")).expect("JSON");
    let options = Options::on("2026-10-01".parse().expect("a date"));
    let peer = jsonschema::validator_for(&model::schema_of(DocumentType::Application)).expect("a schema");
    let fastest =
        corvus_json_schema::compile(&model::schema_of(DocumentType::Application)).expect("a schema");
    let checked = validate::document(compact.as_bytes(), &options);
    eprintln!("{} bytes: {:?}, {} findings", compact.len(), checked.answer(), checked.findings.len());

    let mut group = criterion.benchmark_group("one application");
    group.throughput(Throughput::Bytes(compact.len() as u64));
    group.bench_function("tongzhou: shape and rules", |bencher| {
        bencher
            .iter(|| validate::document(black_box(compact.as_bytes()), &options).answer() == Answer::Sound);
    });
    group.bench_function("tongzhou: shape alone", |bencher| {
        bencher.iter(|| model::Typed::read(DocumentType::Application, black_box(&compact)).is_ok());
    });
    group.bench_function("serde_json::Value alone", |bencher| {
        bencher.iter(|| serde_json::from_slice::<Value>(black_box(compact.as_bytes())).is_ok());
    });
    group.bench_function("jsonschema: Value and is_valid", |bencher| {
        bencher.iter(|| {
            serde_json::from_slice::<Value>(black_box(compact.as_bytes()))
                .is_ok_and(|value| peer.is_valid(&value))
        });
    });
    group.bench_function("jsonschema: Value and iter_errors", |bencher| {
        bencher.iter(|| {
            serde_json::from_slice::<Value>(black_box(compact.as_bytes()))
                .is_ok_and(|value| peer.iter_errors(&value).count() == 0)
        });
    });
    group.bench_function("corvus-json-schema: validate_json", |bencher| {
        bencher.iter(|| fastest.validate_json(black_box(&compact)).is_ok_and(|valid| valid));
    });
    group.finish();
}

criterion_group!(benches, application);
criterion_main!(benches);
