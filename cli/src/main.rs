//! The program `tongzhou`: parses the command line and hands over to one file per command.

mod args;
mod command;
mod exit;
mod input;
mod ordered;
mod speech;

use clap::Parser;

use args::{Args, Command};
use exit::Exit;

fn main() -> std::process::ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            // Help and version are answers; anything else is wrong usage.
            let wrong = error.use_stderr();
            let _ = error.print();
            return if wrong { Exit::Usage } else { Exit::Sound }.into();
        }
    };
    let outcome = match args.command {
        Command::Validate(validate) => command::validate::run(&validate),
    };
    match outcome {
        Ok(exit) => exit,
        Err(failure) => speech::complain(&failure),
    }
    .into()
}
