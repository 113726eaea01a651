//! Seals or opens standard input as the library does, for suites that hold it to other implementations of the format:
//! `seal RECIPIENT...` or `open IDENTITY`.
#![allow(clippy::print_stderr)]

use std::{
    env,
    error::Error,
    io::{self, Cursor, Read, Write},
};

use tongzhou::sealing::{Identity, Opened, Recipient, Sealer};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (what, keys) = arguments.split_first().ok_or("say seal or open, and for whom")?;
    let mut input = Vec::new();
    io::stdin().read_to_end(&mut input)?;
    let mut out = io::stdout().lock();
    if what == "seal" {
        let recipients: Vec<Recipient> = keys.iter().map(|key| key.parse()).collect::<Result<_, _>>()?;
        let mut sealer = Sealer::new(&recipients, &mut out)?;
        sealer.write_all(&input)?;
        sealer.finish()?;
    } else {
        let keys: Vec<Identity> =
            keys.iter().map(|key| Identity::from_text(key)).collect::<Result<_, _>>()?;
        io::copy(&mut Opened::open(Cursor::new(input), &keys)?, &mut out)?;
    }
    out.flush()?;
    Ok(())
}
