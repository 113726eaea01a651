//! Writes the directory and the published test keys of the made-up alliance, for scripts:
//! `cargo run -p tongzhou-conformance --example alliance -- OUT_DIR`.

use std::{env, error::Error, fs, path::PathBuf};

use tongzhou_conformance::fixture::delivery;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args_os().nth(1).ok_or("name the folder to write to")?);
    fs::create_dir_all(&folder)?;
    for (name, content) in delivery::files().ok_or("the alliance cannot be made")? {
        fs::write(folder.join(name), content)?;
    }
    Ok(())
}
