//! Builds an application, a consent and a package of both:
//! `cargo run -p tongzhou --example build_package -- OUT.tzpkg`.
//!
//! What a form of your own asks goes into the builders: words by `parse()?`, which holds them to their shape, and
//! checked values by `into()`. Nothing that a rule finds an error in can be written.
#![allow(clippy::print_stdout)]

use std::{env, error::Error, path::Path, time::SystemTime};

use tongzhou::{
    build::{PackageBuilder, Sound},
    code::lists::{
        ConsentForm, ConsentPurpose, ConsenterRole, ContactKind, DataClass, PackagePurpose, Relation,
        SubmitterRole,
    },
    model::{
        Application, Consent,
        application::Child,
        consent::{ConsentGiver, FormOfConsent, Notice, Recipient, RecipientContact, SeparateConsents},
        manifest::Sender,
        person::Contact,
    },
    package::atomic::Existing,
    validate::Options,
    value::{Date, Instant, OrganisationCode, Uuid7},
};

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::args_os().nth(1).ok_or("name the package to write")?;
    let options = Options::now(SystemTime::now())?;
    let day: Date = "2026-09-29".parse()?;
    let made_at: Instant = "2026-09-29T10:05:00Z".parse()?;
    // Ids are made once and kept with what they name.
    let application_id: Uuid7 = "019a0000-0000-7000-8000-000000000900".parse()?;
    let consent_id: Uuid7 = "019a0000-0000-7000-8000-000000000930".parse()?;
    let package_id: Uuid7 = "019a0000-0000-7000-8000-0000000009f0".parse()?;
    let charity: OrganisationCode = "531000000000000008".parse()?;

    let father = Contact::builder()
        .kind(ContactKind::Mobile)
        .phone("13000000000".parse()?)
        .name("许示例".parse()?)
        .relation(Relation::Father)
        .build();
    let application = Application::builder()
        .application_id(application_id.into())
        .created_on(day.into())
        .child(Child::builder().name("许小川".parse()?).build())
        .contacts([father].into())
        .illness("开水烫伤，正在示例市儿童医院抢救，医院要求尽快交押金。".parse()?)
        .consent_ids([consent_id.into()].into())
        .build();
    let consent = Consent::builder()
        .consent_id(consent_id.into())
        .application_id(application_id.into())
        .given_by(
            ConsentGiver::builder()
                .role(ConsenterRole::Guardian)
                .name("许示例".parse()?)
                .relation(Relation::Father)
                .build(),
        )
        .recipient(
            Recipient::builder()
                .organisation_code(charity.into())
                .name("示例儿童大病救助基金会".parse()?)
                .contact(RecipientContact::builder().phone("010-00000002".parse()?).build())
                .build(),
        )
        .purpose(ConsentPurpose::AidApplication)
        .data_classes(
            [DataClass::Identity, DataClass::Contact, DataClass::Medical, DataClass::Guardianship].into(),
        )
        .separate_consents(
            SeparateConsents::builder().sensitive_information(true).giving_to_recipient(true).build(),
        )
        .notice(
            Notice::builder()
                .version("2026-01".parse()?)
                .digest("17c613875b1e62db6606a33d98f151c4060eb5e9130ad18601e95ecdbf3097cb".parse()?)
                .build(),
        )
        .signed_on(day.into())
        .form(FormOfConsent::builder().kind(ConsentForm::OralRecorded).build())
        .build();

    let application = Sound::new(application, &options)?;
    let consent = Sound::new(consent, &options)?;
    let packed = PackageBuilder::new(
        package_id,
        made_at,
        &application,
        &[DataClass::Identity, DataClass::Contact, DataClass::Medical],
    )?
    .document(&consent, &[DataClass::Identity, DataClass::Guardianship])?
    .purpose(PackagePurpose::Application)
    .sender(Sender::builder().role(SubmitterRole::Guardian).build())
    .audience([charity.into()])
    .write(Path::new(&out), Existing::Replace, &options)?;
    for placed in &packed.findings {
        println!("{}: {}", placed.finding.rule.code, placed.finding.rule.en.title);
    }
    Ok(())
}
