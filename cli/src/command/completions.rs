//! `tongzhou completions`: the script with which a shell completes our commands.

use clap::CommandFactory;

use crate::{
    args::{Args, Completions, lang_of_locale},
    exit::Exit,
    speech::{Failure, answer},
};

/// Runs the command.
pub(crate) fn run(args: &Completions) -> Result<Exit, Failure> {
    // Into memory first: the generator panics where its sink fails, as a closed pipe does.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "tongzhou", &mut script);
    answer(String::from_utf8_lossy(&script), lang_of_locale())?;
    Ok(Exit::Sound)
}
