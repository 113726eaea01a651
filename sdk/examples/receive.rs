//! Opens a sealed package into an inbox, verifies who signed it, and validates it.
use std::{env, error::Error, fs, fs::File, io::Write, io::stdout, path::Path, time::SystemTime};

use tongzhou::delivery::{Inbox, Opener, open};
use tongzhou::directory::{Directory, Trust};
use tongzhou::keys::{Passphrase, PrivateKeys};
use tongzhou::{clock, package::limits::Limits, report::human::Human, text::Lang, validate};

fn main() -> Result<(), Box<dyn Error>> {
    let read = |path: &str| fs::read(path).map_err(|error| format!("{path}: {error}"));
    let passphrase = Passphrase::new(env::var("PASSPHRASE").map_err(|_| "PASSPHRASE is not set")?);
    let keys = PrivateKeys::unlock(&read("member.key")?, &passphrase)?;
    let now = clock::instant(SystemTime::now())?;
    let trust = Trust::from_json(&read("directory.state")?)?;
    let members = Directory::verify(&read("directory.json")?, &read("directory.jws.json")?, &trust, now)?;
    let identities = [keys.opening().ok_or("there is no key to open with")?.clone()];
    let opener = Opener::by_directory(&identities, &members)?;
    let sealed = File::open("sealed.tzpkg.age").map_err(|error| format!("sealed.tzpkg.age: {error}"))?;
    let received = open(sealed, &opener, &members, &Inbox::at(Path::new("inbox"))?, now, &Limits::STANDARD)?;
    let options = validate::Options::on(now.china_date()).with_directory(&members);
    let checked = validate::package(File::open(&received.path)?, &options)?;
    write!(stdout(), "{}", Human::new(&checked, Lang::En))?;
    Ok(())
}
