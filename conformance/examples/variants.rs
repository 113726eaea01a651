//! Writes every failing example of every rule as a package or a document that stands alone, the changed document beside it, and what is expected
//! of all into `expected.json`, with the directory and the keys that signed and sealed ones need: `cargo run -p tongzhou-conformance --example variants -- OUT_DIR`.
#![allow(clippy::print_stdout)]

use std::{env, error::Error, fs, path::PathBuf};

use tongzhou::rules;
use tongzhou_conformance::fixture::{delivery, variant::VariantMaker};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args_os().nth(1).ok_or("name the folder to write to")?);
    fs::create_dir_all(&folder)?;
    let mut maker = VariantMaker::default();
    let mut expected = Vec::new();
    for rule in rules::all() {
        for variant in maker.variants(rule)? {
            fs::write(folder.join(&variant.expected.file), &variant.input)?;
            if let (Some(file), Some(document)) = (&variant.expected.document, &variant.document) {
                fs::write(folder.join(file), document)?;
            }
            expected.push(variant.expected);
        }
    }
    for (name, content) in delivery::files().ok_or("the directory of the variants cannot be made")? {
        fs::write(folder.join(name), content)?;
    }
    fs::write(folder.join("expected.json"), serde_json::to_string_pretty(&expected)? + "\n")?;
    println!("{} variants", expected.len());
    Ok(())
}
