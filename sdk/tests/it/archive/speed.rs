//! A rough measure, by hand: `cargo test --release -p tongzhou --test it speed -- --ignored --nocapture`.

use std::{
    io::{Cursor, sink},
    time::Instant,
};

use sha2::{Digest, Sha256};
use tongzhou::package::{archive::Archive, limits::Limits, name::EntryName, writer::PackageWriter};

#[test]
#[ignore = "measures, and proves nothing"]
fn reading_with_digests_against_plain_sha_256() {
    let mut state = 1_u32;
    let mut noise = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    let paper: Vec<u8> = (0..4 << 20).map(|_| noise()).collect();
    let words = ["receipt", "amount", "\"1234.50\"", "门诊", "hospital", "{", "}", ":", ","];
    let json: Vec<u8> =
        (0..200_000).flat_map(|_| words[usize::from(noise()) % words.len()].bytes()).collect();
    for (what, papers, records) in [("papers", 40, 0), ("records", 0, 40), ("a usual mix", 40, 10)] {
        let mut writer = PackageWriter::new(Vec::new(), &Limits::STANDARD);
        writer.add_bytes(EntryName::Manifest, b"{}").unwrap();
        for number in 0..records {
            let name = format!("records/0197a1b2-c3d4-7e5f-8a6b-{number:012}.json");
            writer.add_bytes(name.parse().unwrap(), &json).unwrap();
        }
        for number in 0..papers {
            let name = format!("documents/0197a1b2-c3d4-7e5f-8a6b-{number:012}.jpg");
            writer.add_bytes(name.parse().unwrap(), &paper).unwrap();
        }
        let bytes = writer.finish().unwrap();
        let content = (papers * paper.len() + records * json.len()) as f64;

        let ours = best(|| {
            let mut archive = Archive::open(Cursor::new(&bytes), &Limits::STANDARD).unwrap();
            for entry in archive.entries().to_vec() {
                archive.read(&entry, &mut sink()).unwrap();
            }
        });
        let plain = best(|| {
            for content in std::iter::repeat_n(&paper, papers).chain(std::iter::repeat_n(&json, records)) {
                std::hint::black_box(Sha256::digest(content));
            }
        });
        println!(
            "{what}: {:.0} MB/s of content, plain SHA-256 {:.0} MB/s, ratio {:.2}",
            content / ours / 1e6,
            content / plain / 1e6,
            plain / ours
        );
    }
}

/// The best of several runs: the machine's other work only ever adds.
fn best(work: impl Fn()) -> f64 {
    let runs = (0..15).map(|_| {
        let start = Instant::now();
        work();
        start.elapsed().as_secs_f64()
    });
    runs.fold(f64::INFINITY, f64::min)
}
