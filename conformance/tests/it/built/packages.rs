//! Packages of sound documents and papers, put together at random: what is written is sound for everybody, and what is
//! refused leaves nothing behind.

use std::{
    fs,
    io::Cursor,
    path::{Path, PathBuf},
};

use serde_json::Value;
use tongzhou::{
    ErrorKind,
    build::{PackageBuilder, Sound, Unsound},
    code::{
        Code,
        lists::{DataClass, PackagePurpose},
    },
    model::{self, StandardDocument, primitive::List},
    package::atomic::Existing,
    validate::{self, Answer},
    value::{Instant, Uuid7},
};
use tongzhou_conformance::{
    fixture::{
        built::{Made, Maker, Manner},
        papers::{Scan, pdf, png},
    },
    random::Random,
};

use super::{count, options, said};

#[test]
fn a_package_of_sound_documents_is_sound_or_not_written() {
    let place = Place::new();
    let mut maker = Maker::new(Random::new(20_240_905), Manner::Plausible);
    let mut random = Random::new(20_240_906);
    let (mut written, mut refused, mut changed) = (0, 0, 0);
    for number in 0..count() {
        let out = place.0.join("out.tzpkg");
        let Some((builder, papers)) = put_together(&mut maker, &mut random, &place.0) else { continue };
        // Now and then somebody touches a paper while the package is put together.
        let touched = papers.first().filter(|_| random.chance(1, 6));
        if let Some(touched) = touched {
            fs::write(touched, b"something else").unwrap();
        }
        match builder.write(&out, Existing::Keep, &options()) {
            Ok(packed) => {
                assert!(touched.is_none(), "package {number}: what was looked at is not what is written");
                let checked = validate::package(Cursor::new(fs::read(&out).unwrap()), &options()).unwrap();
                assert_eq!(
                    checked.answer(),
                    Answer::Sound,
                    "package {number}: {:?}",
                    said(&checked.findings)
                );
                assert_eq!(said(&packed.findings), said(&checked.findings), "package {number}");
                fs::remove_file(&out).unwrap();
                written += 1;
            }
            Err(error) if error.kind() == ErrorKind::Unsound => {
                let unsound = std::error::Error::source(&error).unwrap().downcast_ref::<Unsound>().unwrap();
                assert_ne!(unsound.checked.answer(), Answer::Sound, "package {number}");
                assert!(!unsound.to_string().is_empty(), "package {number}: refused without a word");
                refused += 1;
            }
            Err(error) => {
                assert!(touched.is_some(), "package {number}: {error}");
                changed += 1;
            }
        }
        for paper in &papers {
            fs::remove_file(paper).unwrap();
        }
        assert_eq!(fs::read_dir(&place.0).unwrap().count(), 0, "package {number}: something is left behind");
    }
    println!(
        "{written} packages written, {refused} refused, {changed} stopped over a paper that was changed"
    );
    assert!(written * 20 > count() && refused * 20 > count(), "one side of the question is hardly asked");
}

/// One to four documents, the papers that they describe, and at times one that they do not.
fn put_together(
    maker: &mut Maker,
    random: &mut Random,
    place: &Path,
) -> Option<(PackageBuilder, Vec<PathBuf>)> {
    let (mut builder, mut described) = (None, Vec::new());
    for _ in 0..1 + random.below(4) {
        builder = (random.one(ADD))(maker, builder, &mut described);
    }
    let mut builder = builder?.purpose(*random.one(PackagePurpose::ALL));
    if random.chance(1, 5) {
        described.push(id(random));
    }
    let mut papers = Vec::new();
    for id in described.into_iter().filter(|_| random.chance(19, 20)).collect::<Vec<_>>() {
        let picture = random.chance(1, 2);
        let path = place.join(format!("{id}.{}", if picture { "png" } else { "pdf" }));
        let bytes = if picture { png(&Scan::default()) } else { pdf(&[&["example"]]) };
        fs::write(&path, bytes).unwrap();
        builder = builder.paper(id, &path, &[DataClass::Medical]).unwrap();
        papers.push(path);
    }
    Some((builder, papers))
}

/// Adds a document to the package, which begins with the first; notes the papers that it describes.
type Add = fn(&mut Maker, Option<PackageBuilder>, &mut Vec<Uuid7>) -> Option<PackageBuilder>;

fn add<D: StandardDocument + Made>(
    maker: &mut Maker,
    builder: Option<PackageBuilder>,
    described: &mut Vec<Uuid7>,
) -> Option<PackageBuilder> {
    let Ok(sound) = Sound::new(maker.document::<D>(), &options()) else { return builder };
    let document: Value = serde_json::from_slice(sound.bytes()).unwrap();
    let papers = document["documents"].as_array().into_iter().flatten();
    described.extend(papers.filter_map(|paper| paper["documentId"].as_str()?.parse::<Uuid7>().ok()));
    let classes = [DataClass::Identity, DataClass::Medical];
    let added = match builder {
        None => {
            let made_at: Instant = "2026-09-29T10:05:00Z".parse().unwrap();
            let id = "019a0000-0000-7000-8000-0000000009f0".parse().unwrap();
            PackageBuilder::new(id, made_at, &sound, &classes)
        }
        Some(builder) => builder.document(&sound, &classes),
    };
    Some(added.unwrap())
}

/// An application that names no receipts and no consents of others, as at the very beginning.
fn add_alone(
    maker: &mut Maker,
    builder: Option<PackageBuilder>,
    described: &mut Vec<Uuid7>,
) -> Option<PackageBuilder> {
    struct Alone(model::Application<'static>);

    impl Made for Alone {
        fn made(maker: &mut Maker) -> Self {
            let mut application = model::Application::made(maker);
            application.receipt_ids = List::default();
            application.consent_ids = List::default();
            application.other_help = None;
            application.public_notice = None;
            application.requests = List::default();
            Self(application)
        }
    }

    let Alone(application) = maker.document();
    let Ok(sound) = Sound::new(application, &options()) else { return builder };
    let Some(before) = builder else {
        described.extend(
            sound
                .document()
                .documents
                .iter()
                .filter_map(|paper| paper.document_id.as_str().parse::<Uuid7>().ok()),
        );
        let made_at: Instant = "2026-09-29T10:05:00Z".parse().unwrap();
        let id = "019a0000-0000-7000-8000-0000000009f0".parse().unwrap();
        return Some(PackageBuilder::new(id, made_at, &sound, &[DataClass::Identity]).unwrap());
    };
    Some(before)
}

fn id(random: &mut Random) -> Uuid7 {
    Uuid7::from_parts(1_780_000_000_000, std::array::from_fn(|_| u8::try_from(random.below(256)).unwrap()))
}

/// A folder of its own, gone when the test is over.
struct Place(PathBuf);

impl Place {
    fn new() -> Self {
        let place = std::env::temp_dir().join(format!("tongzhou-built-{}", std::process::id()));
        fs::create_dir_all(&place).unwrap();
        Self(place)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const ADD: &[Add] = &[
    add_alone,
    add_alone,
    add::<model::AidEntry<'static>>,
    add::<model::AidRecord<'static>>,
    add::<model::AidReport<'static>>,
    add::<model::Application<'static>>,
    add::<model::Consent<'static>>,
    add::<model::Decision<'static>>,
    add::<model::EconomicVerification<'static>>,
    add::<model::Receipt<'static>>,
    add::<model::Referral<'static>>,
    add::<model::Suspicion<'static>>,
];
