//! The program `tongzhou`: parses the command line and hands over to one file per command.

mod answered;
mod args;
mod asked;
mod child;
mod claim_file;
mod client_words;
mod clock;
mod command;
mod conformance_trouble;
mod consent_file;
mod delivered;
mod directory_words;
mod exit;
mod gathered;
mod identity;
mod input;
mod io_reason;
mod key_file;
mod key_trouble;
mod likeness;
mod members;
mod node_trouble;
mod ordered;
mod output;
mod passphrase;
mod refusal;
mod speech;
mod unasked;
mod verdict_trouble;
mod watched;

use clap::Parser;

use args::{Args, Command};

fn main() -> std::process::ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return speech::usage(&error).into(),
    };
    let lang = args.language.get();
    let outcome = match args.command {
        Command::Validate(validate) => command::validate::run(&validate, lang),
        Command::Explain(explain) => command::explain::run(&explain, lang),
        Command::Rules(rules) => command::rules::run(&rules, lang),
        Command::Codes(codes) => command::codes::run(&codes, lang),
        Command::New(new) => command::new::run(&new, lang),
        Command::Pack(pack) => command::pack::run(&pack, lang),
        Command::Unpack(unpack) => command::unpack::run(&unpack, lang),
        Command::Inspect(inspect) => command::inspect::run(&inspect, lang),
        Command::Sign(sign) => command::sign::run(&sign, lang),
        Command::Verify(verify) => command::verify::run(&verify, lang),
        Command::Seal(seal) => command::seal::run(&seal, lang),
        Command::Open(open) => command::open::run(&open, lang),
        Command::Receipts(receipts) => command::receipts::run(&receipts, lang),
        Command::Lookup(lookup) => command::lookup::run(&lookup, lang),
        Command::Claim(claim) => command::claim::run(&claim, lang),
        Command::ReportAid(report) => command::report_aid::run(&report, lang),
        Command::WithdrawConsent(withdraw) => command::withdraw_consent::run(&withdraw, lang),
        Command::WhoLooked(who) => command::who_looked::run(&who, lang),
        Command::Notices(notices) => command::notices::run(&notices, lang),
        Command::Refer(refer) => command::refer::run(&refer, lang),
        Command::Status(status) => command::status::run(&status, lang),
        Command::Outbox(outbox) => command::outbox::run(&outbox, lang),
        Command::Id(id) => command::id::run(&id, lang),
        Command::Keygen(keygen) => command::keygen::run(&keygen, lang),
        Command::Directory(directory) => command::directory::run(&directory.command, lang),
        Command::Node(node) => command::node::run(&node.command, lang),
        Command::Demo => command::demo::run(lang),
        Command::Conformance(conformance) => command::conformance::run(&conformance, lang),
        Command::Standard(standard) => command::standard::run(&standard, lang),
        Command::Completions(completions) => command::completions::run(&completions),
    };
    match outcome {
        Ok(exit) => exit,
        Err(failure) => speech::complain(&failure),
    }
    .into()
}
