//! Opens a sealed package into an inbox, verifies who signed it, and validates it.
#![allow(clippy::print_stdout)]
use std::{env, error::Error, fs, fs::File, path::Path, time::SystemTime};

use tongzhou::delivery::{Inbox, Opener, open};
use tongzhou::directory::{Directory, Trust};
use tongzhou::keys::{Passphrase, PrivateKeys};
use tongzhou::{clock, package::limits::Limits, report::human::Human, text::Lang, validate};

fn main() -> Result<(), Box<dyn Error>> {
    let passphrase = Passphrase::new(env::var("PASSPHRASE")?);
    let keys = PrivateKeys::unlock(&fs::read("member.key")?, &passphrase)?;
    let now = clock::instant(SystemTime::now()).ok_or("the clock is wrong")?;
    let trust = Trust::from_json(&fs::read("directory.state")?)?;
    let members =
        Directory::verify(&fs::read("directory.json")?, &fs::read("directory.jws.json")?, &trust, now)?;
    let identities = [keys.opening().ok_or("there is no key to open with")?.clone().into()];
    let opener = Opener::by_directory(&identities, &members)?;
    let inbox = Inbox::at(Path::new("inbox"))?;
    let received = open(File::open("package.tzpkg.age")?, &opener, &members, &inbox, now, &Limits::STANDARD)?;
    let options = validate::Options { directory: Some(&members), ..validate::Options::on(now.china_date()) };
    let checked = validate::package(File::open(&received.path)?, &options)?;
    print!("{}", Human::new(&checked, Lang::En));
    Ok(())
}
