//! Packages made for tests: built, signed, sealed.

use std::{
    fs::File,
    path::{Path, PathBuf},
};

use tongzhou::{
    build::{PackageBuilder, Sound},
    code::lists::{ContactKind, DataClass, PackagePurpose, Urgency},
    delivery,
    directory::Directory,
    model::{
        Application,
        application::{Child, Treatment},
        manifest::Sender,
        person::Contact,
    },
    package::{atomic::Existing, limits::Limits},
    signing::SigningKey,
    validate::Options,
    value::{Instant, Uuid7},
};

use crate::alliance::now;

/// Stands in the package, and must stand nowhere else.
pub(crate) const NAME: &str = "许小川";

pub(crate) fn fresh_id() -> Uuid7 {
    Uuid7::fresh(now(), getrandom::fill).unwrap()
}

/// A package of a member with these papers, signed.
pub(crate) fn signed(
    folder: &Path,
    id: Uuid7,
    sender: &str,
    audience: &str,
    key: &SigningKey,
    papers: &[PathBuf],
) -> PathBuf {
    let now = Instant::from_unix_seconds(now().unix_seconds() - 1).unwrap();
    let application = Application::builder()
        .application_id(fresh_id().into())
        .created_on(now.china_date().into())
        .child(Child::builder().name(NAME.parse().unwrap()).build())
        .contacts(
            [Contact::builder().kind(ContactKind::Mobile).phone("13000000000".parse().unwrap()).build()]
                .into(),
        )
        .illness("开水烫伤，正在医院抢救。".parse().unwrap())
        .treatment(Treatment::builder().urgency(Urgency::Emergency).build())
        .consent_ids([].into())
        .build();
    let options = Options::on(now.china_date());
    let (plain, signed) = (folder.join("plain.tzpkg"), folder.join("signed.tzpkg"));
    let mut package =
        PackageBuilder::new(id, now, &Sound::new(application, &options).unwrap(), &[DataClass::Medical])
            .unwrap()
            .purpose(PackagePurpose::Application)
            .sender(Sender::builder().organisation_code(sender.parse().unwrap()).build())
            .audience([audience.parse().unwrap()]);
    for paper in papers {
        package = package.paper(fresh_id(), paper, &[DataClass::Medical]).unwrap();
    }
    package.write(&plain, Existing::Replace, &options).unwrap();
    delivery::sign(File::open(&plain).unwrap(), key, &Limits::STANDARD, File::create(&signed).unwrap())
        .unwrap();
    signed
}

/// A signed package as it is sent.
pub(crate) fn sealed(directory: &Directory, package: &Path) -> Vec<u8> {
    let mut out = Vec::new();
    delivery::seal(File::open(package).unwrap(), directory, now(), &Limits::STANDARD, &mut out).unwrap();
    out
}
