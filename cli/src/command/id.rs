//! `tongzhou id`: fresh ids, for whoever adds papers, receipts or consents by hand.

use std::time::SystemTime;

use tongzhou::text::Lang;

use crate::{
    args::Id,
    exit::Exit,
    identity,
    speech::{Failure, answer},
};

/// Runs the command.
pub(crate) fn run(args: &Id, lang: Lang) -> Result<Exit, Failure> {
    let mut ids = String::new();
    for _ in 0..args.count {
        let id = identity::fresh(SystemTime::now()).map_err(|what| Failure { what, lang })?;
        ids.push_str(&id.to_string());
        ids.push('\n');
    }
    answer(ids, lang)?;
    Ok(Exit::Sound)
}
