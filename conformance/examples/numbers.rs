//! Prints how many document types, fields, rules and requirements there are: `cargo run -q -p tongzhou-conformance --example numbers`.
#![allow(clippy::print_stdout)]

use tongzhou::{rules, text::Lang};
use tongzhou_conformance::{
    evidence::Evidence, numbers::Numbers, repository::Repository, role::Roles, trace::Trace,
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let repository = Repository::at(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let trace = Trace::of(&repository, rules::all(), &Roles::shipped()?, Evidence::shipped()?)?;
    for lang in [Lang::En, Lang::ZhCn] {
        println!("{}", Numbers::of(rules::all(), &trace, lang));
    }
    Ok(())
}
