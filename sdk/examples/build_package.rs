//! Builds an application to two charities, with a guardian, papers from disk and a consent for each charity:
//! `cargo run -p tongzhou --example build_package -- OUT.tzpkg PAPERS`.
//!
//! What a form of your own asks goes into the builders: words by `parse()?`, which holds them to their shape, and
//! checked values by `into()`. Nothing that a rule finds an error in can be written.
#![allow(clippy::print_stdout)]
use std::{env, error::Error, fs, path::PathBuf, time::SystemTime};

use tongzhou::build::{PackageBuilder, Sound};
use tongzhou::code::lists::{
    ConsentForm, ConsentPurpose, ConsenterRole, ContactKind, DataClass, DocumentForm, DocumentKind,
    GuardianKind, GuardianshipBasis, PackagePurpose, Relation, SealKind, SubmitterRole,
};
use tongzhou::model::application::{Child, Guardian, GuardianPerson, Paper, Seal};
use tongzhou::model::consent::{
    ConsentGiver, FormOfConsent, Notice, Recipient, RecipientContact, SeparateConsents,
};
use tongzhou::model::{Application, Consent, manifest::Sender, person::Contact};
use tongzhou::value::{Date, OrganisationCode, Sha256Digest, Uuid7};
use tongzhou::{clock, package::atomic::Existing, validate::Options};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let out = arguments.next().ok_or("name the package to write")?;
    let folder = arguments.next().ok_or("name the folder of the papers")?;
    let now = clock::instant(SystemTime::now())?;
    let id = || Uuid7::fresh(now, getrandom::fill);
    let on_disk = |file, classes| -> Result<_, Box<dyn Error>> {
        Ok(OnDisk { id: id()?, file: folder.join(file), classes })
    };
    let charity = |code: &str, name, file| -> Result<_, Box<dyn Error>> {
        let signed = on_disk(file, &[DataClass::Guardianship])?;
        Ok(Charity { code: code.parse()?, name, consent: id()?, signed })
    };
    let case = Case {
        today: now.china_date(),
        application: id()?,
        mother: id()?,
        diagnosis: on_disk("diagnosis.pdf", &[DataClass::Medical])?,
        notice: on_disk("notice.pdf", &[])?,
        charities: [
            charity("531000000000000008", "示例儿童大病救助基金会", "consent-serious-illness.pdf")?,
            charity("533100001234567881", "示例血液病儿童关爱基金会", "consent-blood-disease.pdf")?,
        ],
    };

    let options = Options::on(case.today);
    let application = Sound::new(application(&case)?, &options)?;
    let mut package = PackageBuilder::new(id()?, now, &application, &CLASSES)?
        .purpose(PackagePurpose::Application)
        .sender(Sender::builder().role(SubmitterRole::Guardian).name("周小禾".parse()?).build())
        .audience(case.charities.each_ref().map(|charity| charity.code.into()));
    for charity in &case.charities {
        let consent = Sound::new(consent(&case, charity)?, &options)?;
        package = package.document(&consent, &[DataClass::Identity, DataClass::Guardianship])?;
    }
    let signed = case.charities.iter().map(|charity| &charity.signed);
    for paper in [&case.diagnosis, &case.notice].into_iter().chain(signed) {
        // The library's errors name no file, since names of files may name people.
        let named = |error| format!("{}: {error}", paper.file.display());
        package = package.paper(paper.id, &paper.file, paper.classes).map_err(named)?;
    }
    let packed = package.write(&out, Existing::Replace, &options)?;
    for placed in &packed.findings {
        println!("{}: {}", placed.finding.rule.code, placed.finding.rule.en.title);
    }
    Ok(())
}

/// What your system knows of the case. Ids are made once and kept there with what they name: documents speak of each
/// other, and of papers, by them.
struct Case {
    today: Date,
    application: Uuid7,
    mother: Uuid7,
    diagnosis: OnDisk,
    notice: OnDisk,
    charities: [Charity; 2],
}

/// A charity that the family asks, and the consent that the mother signed for it.
struct Charity {
    code: OrganisationCode,
    name: &'static str,
    consent: Uuid7,
    signed: OnDisk,
}

/// A paper, where it lies and what it holds of people.
struct OnDisk {
    id: Uuid7,
    file: PathBuf,
    classes: &'static [DataClass],
}

/// What the application holds, and what the consents therefore have to name.
const CLASSES: [DataClass; 4] =
    [DataClass::Identity, DataClass::Contact, DataClass::Guardianship, DataClass::Medical];

/// The application. Every paper of the package is listed in it too, which says what the paper is.
fn application(case: &Case) -> Result<Application<'static>, Box<dyn Error>> {
    let mother = Guardian::builder()
        .guardian_id(case.mother.into())
        .kind(GuardianKind::Person)
        .person(GuardianPerson::builder().name("周小禾".parse()?).build())
        .relation(Relation::Mother)
        .basis(GuardianshipBasis::Parent)
        .build();
    let phone = Contact::builder()
        .kind(ContactKind::Mobile)
        .phone("13000000000".parse()?)
        .name("周小禾".parse()?)
        .relation(Relation::Mother)
        .guardian_id(case.mother.into())
        .build();
    let diagnosis = Paper::builder()
        .document_id(case.diagnosis.id.into())
        .kind(DocumentKind::DiagnosisCertificate)
        .form(DocumentForm::Scan)
        .seals([Seal::builder().kind(SealKind::MedicalAffairs).build()].into())
        .build();
    let notice = Paper::builder()
        .document_id(case.notice.id.into())
        .kind(DocumentKind::Other)
        .kind_name("个人信息处理告知书".parse()?)
        .form(DocumentForm::EOriginal)
        .build();
    let [first, second] = case.charities.each_ref().map(|charity| {
        let paper = Paper::builder().document_id(charity.signed.id.into());
        paper.kind(DocumentKind::ConsentForm).form(DocumentForm::Scan).build()
    });
    Ok(Application::builder()
        .application_id(case.application.into())
        .created_on(case.today.into())
        .child(Child::builder().name("林小满".parse()?).birth_date("2018-03-15".parse()?).build())
        .guardians([mother].into())
        .contacts([phone].into())
        .illness("急性淋巴细胞白血病，医生建议做造血干细胞移植。".parse()?)
        .documents([diagnosis, notice, first, second].into())
        .consent_ids(case.charities.each_ref().map(|charity| charity.consent.into()).into())
        .build())
}

/// The consent to one charity: one consent for all of them does not exist.
fn consent(case: &Case, charity: &Charity) -> Result<Consent<'static>, Box<dyn Error>> {
    let mother = ConsentGiver::builder()
        .role(ConsenterRole::Guardian)
        .guardian_id(case.mother.into())
        .name("周小禾".parse()?)
        .relation(Relation::Mother)
        .build();
    let recipient = Recipient::builder()
        .organisation_code(charity.code.into())
        .name(charity.name.parse()?)
        .contact(RecipientContact::builder().phone("010-00000002".parse()?).build())
        .build();
    // The digest of the very file that the mother was given to read; `sha256sum notice.pdf` prints the same.
    let notice = Notice::builder()
        .version("2026-01".parse()?)
        .digest(digest(&case.notice)?.into())
        .document_id(case.notice.id.into())
        .build();
    let form = FormOfConsent::builder()
        .kind(ConsentForm::PaperSigned)
        .document_id(charity.signed.id.into())
        .digest(digest(&charity.signed)?.into())
        .build();
    Ok(Consent::builder()
        .consent_id(charity.consent.into())
        .application_id(case.application.into())
        .given_by(mother)
        .recipient(recipient)
        .purpose(ConsentPurpose::AidApplication)
        .data_classes(CLASSES.into())
        .separate_consents(
            SeparateConsents::builder().sensitive_information(true).giving_to_recipient(true).build(),
        )
        .notice(notice)
        .signed_on(case.today.into())
        .form(form)
        .build())
}

/// The SHA-256 digest of a paper's file, byte by byte as it is.
fn digest(paper: &OnDisk) -> Result<Sha256Digest, String> {
    let bytes = fs::read(&paper.file).map_err(|error| format!("{}: {error}", paper.file.display()))?;
    Ok(Sha256Digest::of(&bytes))
}
