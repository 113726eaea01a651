//! Documents and packages that are made by the library: sound, or not made.

use std::{fs, io::Cursor};

use quickcheck::{Arbitrary, Gen, quickcheck};
use tongzhou::{
    ErrorKind,
    build::{PackageBuilder, Sound, Unsound},
    code::lists::{
        ConsentForm, ConsentPurpose, ConsenterRole, ContactKind, DataClass, DocumentKind, IdentifierType,
        PackagePurpose, Relation, Sex,
    },
    model::{
        Application, Consent,
        application::{Child, Paper},
        consent::{ConsentGiver, FormOfConsent, Notice, Recipient, RecipientContact, SeparateConsents},
        person::{Contact, Identifier},
        primitive::List,
    },
    package::atomic::Existing,
    report::PlacedFinding,
    structure,
    validate::{self, Answer, Options},
    value::{Date, Instant, ResidentId, Uuid7},
};

use crate::packing::Place;

#[test]
fn a_package_of_sound_documents_and_a_paper_is_sound() {
    let place = Place::new("sound");
    let out = place.0.join("out.tzpkg");
    let packed = builder(&place).write(&out, Existing::Keep, &options()).unwrap();
    let package = fs::read(&out).unwrap();
    let checked = validate::package(Cursor::new(&package), &options()).unwrap();
    assert_eq!(checked.answer(), Answer::Sound);
    // What was said while it was made is what everybody else finds.
    let said = |findings: &[PlacedFinding]| {
        let said = |one: &PlacedFinding| (one.finding.rule.code, one.entry);
        findings.iter().map(said).collect::<Vec<_>>()
    };
    assert_eq!(said(&packed.findings), said(&checked.findings));
    let manifest = String::from_utf8(packed.manifest).unwrap();
    assert!(manifest.contains(r#""root": "records/019a0000-0000-7000-8000-000000000900.json""#));
    assert!(manifest.contains(r#""purpose": "application""#));
    assert!(manifest.contains("documents/019a0000-0000-7000-8000-000000000960.png"));
}

#[test]
fn the_same_package_is_made_twice_of_the_same_bytes_and_one_that_is_there_is_kept() {
    let place = Place::new("twice");
    let (one, other) = (place.0.join("one.tzpkg"), place.0.join("other.tzpkg"));
    builder(&place).write(&one, Existing::Keep, &options()).unwrap();
    builder(&place).write(&other, Existing::Keep, &options()).unwrap();
    assert_eq!(fs::read(&one).unwrap(), fs::read(&other).unwrap());
    let error = builder(&place).write(&one, Existing::Keep, &options()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Write);
    assert_eq!(fs::read(&one).unwrap(), fs::read(&other).unwrap());
}

#[test]
fn a_document_with_an_error_is_not_made_and_it_is_told_where() {
    let mut application = application();
    application.created_on = "2026-02-30".parse().unwrap();
    let unsound = Sound::new(application, &options()).unwrap_err();
    assert_eq!(unsound.to_string(), "TZ-APP-001 at /createdOn (The calendar has no such day)");
    assert_eq!(format!("{unsound:?}"), format!("Unsound({unsound})"));
}

#[test]
fn a_package_with_an_error_is_not_written() {
    let place = Place::new("unsound");
    let out = place.0.join("out.tzpkg");
    let application = Sound::new(application(), &options()).unwrap();
    // The application speaks of a consent and of a paper that are not there.
    let package = PackageBuilder::new(id(0x9f0), made_at(), &application, &[DataClass::Identity]).unwrap();
    let error = package.write(&out, Existing::Keep, &options()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unsound);
    let unsound = std::error::Error::source(&error).unwrap().downcast_ref::<Unsound>().unwrap();
    let codes: Vec<_> = unsound.checked.findings.iter().map(|placed| placed.finding.rule.code).collect();
    assert!(["TZ-DOC-002", "TZ-PKG-127"].iter().all(|code| codes.contains(code)), "{codes:?}");
    assert_eq!(place.names(), Vec::<String>::new(), "nothing is left behind");
}

#[test]
fn a_paper_that_changes_before_it_is_packed_stops_the_package() {
    let place = Place::new("changed");
    let out = place.0.join("out.tzpkg");
    let package = builder(&place);
    fs::write(place.0.join("paper.png"), png(3)).unwrap();
    let error = package.write(&out, Existing::Keep, &options()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Write);
    assert_eq!(place.names(), ["paper.png"], "nothing is left behind");
}

#[test]
fn what_has_no_place_in_a_package_is_refused() {
    let place = Place::new("no-place");
    let application = Sound::new(application(), &options()).unwrap();
    let package = || PackageBuilder::new(id(0x9f0), made_at(), &application, &[]).unwrap();
    fs::write(place.0.join("letter.docx"), b"PK").unwrap();
    let refused = package().paper(id(0x960), &place.0.join("letter.docx"), &[]).unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Unpackable);
    let missing = package().paper(id(0x960), &place.0.join("missing.pdf"), &[]).unwrap_err();
    assert_eq!(missing.kind(), ErrorKind::Read);
    let twice = package().document(&application, &[]).unwrap();
    let twice = twice.write(&place.0.join("out.tzpkg"), Existing::Keep, &options()).unwrap_err();
    assert_eq!(twice.kind(), ErrorKind::WorkingFolder);
}

/// What a form asks, right or wrong.
#[derive(Clone, Debug)]
struct Filled {
    name: String,
    birth: Date,
    created: Date,
    number: Option<ResidentId>,
    sex: Option<bool>,
    illness: String,
}

impl Arbitrary for Filled {
    fn arbitrary(g: &mut Gen) -> Self {
        let number: ResidentId = "110101201506010002".parse().unwrap();
        let likely: Date = "2015-06-01".parse().unwrap();
        Self {
            name: String::arbitrary(g),
            birth: if bool::arbitrary(g) { likely } else { day(g) },
            created: day(g),
            number: bool::arbitrary(g).then_some(number),
            sex: Option::arbitrary(g),
            illness: String::arbitrary(g),
        }
    }
}

/// A day, mostly of these years.
fn day(g: &mut Gen) -> Date {
    let year = if bool::arbitrary(g) { 2026 } else { 1900 + u16::arbitrary(g) % 1000 };
    Date::from_ymd(year, u8::arbitrary(g) % 12 + 1, u8::arbitrary(g) % 28 + 1).unwrap()
}

impl Filled {
    fn sound(&self) -> Option<Sound<Application<'static>>> {
        let number = self.number;
        let identifiers = number.map(|number| {
            Identifier::builder().r#type(IdentifierType::ResidentId).value(number.into()).build()
        });
        let child = Child::builder()
            .name(self.name.parse().ok()?)
            .birth_date(self.birth.into())
            .maybe_sex(self.sex.map(|female| if female { Sex::Female } else { Sex::Male }))
            .identifiers(identifiers.map(|one| [one].into()).unwrap_or_default())
            .build();
        let application = Application::builder()
            .application_id(id(0x900).into())
            .created_on(self.created.into())
            .child(child)
            .contacts([contact()].into())
            .consent_ids(List::default())
            .illness(self.illness.parse().ok()?)
            .build();
        Sound::new(application, &options()).ok()
    }
}

quickcheck! {
    fn whatever_is_filled_in_what_comes_out_is_sound_for_everybody(filled: Filled) -> bool {
        let Some(sound) = filled.sound() else { return true };
        let text = std::str::from_utf8(sound.bytes()).unwrap();
        structure::accepts(text) && validate::document(sound.bytes(), &options()).answer() == Answer::Sound
    }
}

#[test]
fn what_is_filled_in_well_is_made() {
    let filled = Filled {
        name: "测试童".to_owned(),
        birth: "2015-06-01".parse().unwrap(),
        created: "2026-09-20".parse().unwrap(),
        number: Some("110101201506010002".parse().unwrap()),
        sex: Some(true),
        illness: "病".to_owned(),
    };
    assert!(filled.sound().is_some());
}

fn builder(place: &Place) -> PackageBuilder {
    let paper = place.0.join("paper.png");
    fs::write(&paper, png(1)).unwrap();
    let application = Sound::new(application(), &options()).unwrap();
    let consent = Sound::new(consent(), &options()).unwrap();
    PackageBuilder::new(id(0x9f0), made_at(), &application, &[DataClass::Identity, DataClass::Contact])
        .unwrap()
        .document(&consent, &[DataClass::Identity, DataClass::Guardianship])
        .unwrap()
        .paper(id(0x960), &paper, &[DataClass::Medical])
        .unwrap()
        .purpose(PackagePurpose::Application)
        .audience(["531000000000000008".parse().unwrap()])
}

fn application() -> Application<'static> {
    let paper =
        Paper::builder().document_id(id(0x960).into()).kind(DocumentKind::DiagnosisCertificate).build();
    Application::builder()
        .application_id(id(0x900).into())
        .created_on("2026-09-29".parse().unwrap())
        .child(Child::builder().name("许小川".parse().unwrap()).build())
        .contacts([contact()].into())
        .illness("开水烫伤，正在医院抢救。".parse().unwrap())
        .documents([paper].into())
        .consent_ids([id(0x930).into()].into())
        .build()
}

fn contact() -> Contact<'static> {
    Contact::builder().kind(ContactKind::Mobile).phone("13000000000".parse().unwrap()).build()
}

fn consent() -> Consent<'static> {
    let father = ConsentGiver::builder().role(ConsenterRole::Guardian);
    let father = father.name("许示例".parse().unwrap()).relation(Relation::Father).build();
    let told = RecipientContact::builder().phone("010-00000002".parse().unwrap()).build();
    let charity = Recipient::builder().organisation_code("531000000000000008".parse().unwrap());
    let charity = charity.name("示例儿童大病救助基金会".parse().unwrap()).contact(told).build();
    let classes = [DataClass::Identity, DataClass::Contact, DataClass::Medical, DataClass::Guardianship];
    let separate = SeparateConsents::builder().sensitive_information(true).giving_to_recipient(true).build();
    let digest = "17c613875b1e62db6606a33d98f151c4060eb5e9130ad18601e95ecdbf3097cb";
    Consent::builder()
        .consent_id(id(0x930).into())
        .application_id(id(0x900).into())
        .given_by(father)
        .recipient(charity)
        .purpose(ConsentPurpose::AidApplication)
        .data_classes(classes.into())
        .separate_consents(separate)
        .notice(Notice::builder().version("1".parse().unwrap()).digest(digest.parse().unwrap()).build())
        .signed_on("2026-09-29".parse().unwrap())
        .form(FormOfConsent::builder().kind(ConsentForm::OralRecorded).build())
        .build()
}

fn id(number: u16) -> Uuid7 {
    format!("019a0000-0000-7000-8000-{number:012x}").parse().unwrap()
}

fn made_at() -> Instant {
    "2026-09-29T10:05:00Z".parse().unwrap()
}

fn options() -> Options<'static> {
    Options::on("2026-10-01".parse().unwrap())
}

/// A picture of `side` by one grey dots.
fn png(side: u8) -> Vec<u8> {
    let chunk = |name: &[u8; 4], data: &[u8]| {
        let mut checked = name.to_vec();
        checked.extend_from_slice(data);
        let crc = crc32fast::hash(&checked);
        let mut chunk = u32::try_from(data.len()).unwrap().to_be_bytes().to_vec();
        chunk.extend_from_slice(&checked);
        chunk.extend_from_slice(&crc.to_be_bytes());
        chunk
    };
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    bytes.extend(chunk(b"IHDR", &[0, 0, 0, side, 0, 0, 0, 1, 8, 0, 0, 0, 0]));
    let mut rows = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    std::io::Write::write_all(&mut rows, &vec![0; usize::from(side) + 1]).unwrap();
    bytes.extend(chunk(b"IDAT", &rows.finish().unwrap()));
    bytes.extend(chunk(b"IEND", &[]));
    bytes
}
