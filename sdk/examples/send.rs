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
    let passphrase = Passphrase::new(env::var("PASSPHRASE")?);
    let keys = PrivateKeys::unlock(&fs::read("member.key")?, &passphrase)?;
    let now = clock::instant(SystemTime::now()).ok_or("the clock is wrong")?;
    let trust = Trust::from_json(&fs::read("directory.state")?)?;
    let members =
        Directory::verify(&fs::read("directory.json")?, &fs::read("directory.jws.json")?, &trust, now)?;
    let id = |number| Uuid7::from_parts(now.unix_millis().unsigned_abs(), [number; 10]);

    let father = Contact::builder().kind(ContactKind::Mobile).phone("13000000000".parse()?).build();
    let application = Application::builder()
        .application_id(id(1).into())
        .created_on(now.china_date().into())
        .child(Child::builder().name("许小川".parse()?).build())
        .contacts([father].into())
        .illness("开水烫伤，正在医院抢救。".parse()?)
        .consent_ids([].into())
        .build();
    let options = Options::on(now.china_date());
    PackageBuilder::new(id(2), now, &Sound::new(application, &options)?, &[DataClass::Medical])?
        .purpose(PackagePurpose::Referral)
        .sender(Sender::builder().organisation_code("531000000000000008".parse()?).build())
        .audience(["531000000000000008".parse()?])
        .write(Path::new("package.tzpkg"), Existing::Replace, &options)?;

    let key = keys.signing().ok_or("there is no key to sign with")?;
    let limits = Limits::STANDARD;
    delivery::sign(File::open("package.tzpkg")?, key, &limits, File::create("signed.tzpkg")?)?;
    delivery::seal(File::open("signed.tzpkg")?, &members, now, &limits, File::create("package.tzpkg.age")?)?;
    Ok(())
}
