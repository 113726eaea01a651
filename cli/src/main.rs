//! The program `tongzhou`: parses the command line and hands over to one file per command.

mod args;
mod command;
mod exit;
mod identity;
mod input;
mod likeness;
mod ordered;
mod refusal;
mod speech;

use clap::Parser;

use args::{Args, Command};

fn main() -> std::process::ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return speech::usage(&error).into(),
    };
    let outcome = match args.command {
        Command::Validate(validate) => command::validate::run(&validate),
        Command::Explain(explain) => command::explain::run(&explain),
        Command::Rules(rules) => command::rules::run(&rules),
        Command::New(new) => command::new::run(&new),
        Command::Pack(pack) => command::pack::run(&pack),
        Command::Unpack(unpack) => command::unpack::run(&unpack),
        Command::Inspect(inspect) => command::inspect::run(&inspect),
        Command::Id(id) => command::id::run(&id),
        Command::Completions(completions) => command::completions::run(&completions),
    };
    match outcome {
        Ok(exit) => exit,
        Err(failure) => speech::complain(&failure),
    }
    .into()
}
