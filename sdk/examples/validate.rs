//! Checks a package, or one JSON document, and says what there is to say:
//! `cargo run -p tongzhou --example validate -- FILE`.
#![allow(clippy::print_stdout)]

use std::{env, error::Error, fs, io::Cursor, process::ExitCode, time::SystemTime};

use tongzhou::{
    clock,
    text::Lang,
    validate::{self, Answer, Options},
};

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let path = env::args_os().nth(1).ok_or("name the file to check")?;
    let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    // The clock enters here and nowhere else: the same bytes on the same day give the same answer.
    let options = Options::on(clock::instant(SystemTime::now())?.china_date());
    let checked = match bytes.starts_with(b"PK") {
        true => validate::package(Cursor::new(&bytes), &options)?,
        false => validate::document(&bytes, &options),
    };
    for placed in &checked.findings {
        let finding = &placed.finding;
        let entry = placed.entry.map(|entry| entry.to_string()).unwrap_or_default();
        let pointer = placed.pointer.as_ref().map(ToString::to_string).unwrap_or_default();
        // No finding holds a word of the document: all of this may be logged.
        println!("{} {entry} {pointer}: {}", finding.rule.code, finding.message(Lang::En));
    }
    Ok(match checked.answer() {
        Answer::Sound => ExitCode::SUCCESS,
        Answer::Wrong => ExitCode::from(1),
        Answer::CouldNotCheck => ExitCode::from(3),
    })
}
