//! Builds a package, signs it and seals it for its audience.
use std::{env, error::Error, fs, fs::File, path::Path, time::SystemTime};

use tongzhou::build::{PackageBuilder, Sound};
use tongzhou::code::lists::{ContactKind, DataClass, PackagePurpose};
use tongzhou::directory::{Directory, Trust};
use tongzhou::keys::{Passphrase, PrivateKeys};
use tongzhou::model::{Application, application::Child, manifest::Sender, person::Contact};
use tongzhou::package::{atomic::Existing, limits::Limits};
use tongzhou::{clock, delivery, validate::Options, value::Uuid7};

fn main() -> Result<(), Box<dyn Error>> {
    let read = |path: &str| fs::read(path).map_err(|error| format!("{path}: {error}"));
    let passphrase = Passphrase::new(env::var("PASSPHRASE").map_err(|_| "PASSPHRASE is not set")?);
    let keys = PrivateKeys::unlock(&read("member.key")?, &passphrase)?;
    let now = clock::instant(SystemTime::now())?;
    let trust = Trust::from_json(&read("directory.state")?)?;
    let members = Directory::verify(&read("directory.json")?, &read("directory.jws.json")?, &trust, now)?;
    let id = || Uuid7::fresh(now, getrandom::fill);

    let application = Application::builder()
        .application_id(id()?.into())
        .created_on(now.china_date().into())
        .child(Child::builder().name("许小川".parse()?).build())
        .contacts([Contact::builder().kind(ContactKind::Mobile).phone("13000000000".parse()?).build()].into())
        .illness("开水烫伤，正在医院抢救。".parse()?)
        .consent_ids([].into())
        .build();
    let options = Options::on(now.china_date());
    PackageBuilder::new(id()?, now, &Sound::new(application, &options)?, &[DataClass::Medical])?
        .purpose(PackagePurpose::Referral)
        .sender(Sender::builder().organisation_code("531000000000000008".parse()?).build())
        .audience(["531000000000000008".parse()?])
        .write(Path::new("plain.tzpkg"), Existing::Replace, &options)?;

    let key = keys.signing().ok_or("there is no key to sign with")?;
    delivery::sign(File::open("plain.tzpkg")?, key, &Limits::STANDARD, File::create("signed.tzpkg")?)?;
    let sealed = File::create("sealed.tzpkg.age")?;
    delivery::seal(File::open("signed.tzpkg")?, &members, now, &Limits::STANDARD, sealed)?;
    Ok(())
}
