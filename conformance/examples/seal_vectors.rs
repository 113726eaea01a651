//! Seals the packages of the vectors, once and for all: `cargo run -p tongzhou-conformance --example seal_vectors -- OUT_DIR`,
//! whose files then lie in `conformance/vectors/sealed/`. A name that is given besides is the only one that is made.
#![allow(clippy::print_stdout)]

use std::{env, error::Error, fs, path::PathBuf};

use tongzhou::rules::Change;
use tongzhou_conformance::fixture::{delivery::DELIVERIES, example::ShippedCase};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args_os().nth(1).ok_or("name the folder to write to")?);
    fs::create_dir_all(&folder)?;
    let only = env::args().nth(2);
    let case = ShippedCase::named("emergency")?;
    for delivered in DELIVERIES.iter().filter(|delivered| delivered.name.starts_with("sealed")) {
        if only.as_deref().is_none_or(|only| only == delivered.name) {
            let bytes = case.changed(case.whole(), &Change::Bytes(delivered.name))?;
            fs::write(folder.join(format!("{}.tzpkg.age", delivered.name)), bytes)?;
            println!("{}", delivered.name);
        }
    }
    Ok(())
}
