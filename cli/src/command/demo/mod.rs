//! `tongzhou demo`: one registry and three charities on this computer, and one family's package for all three.

mod alliance;
mod family;
mod nodes;
mod story;

use std::{error::Error, fmt::Write as _};

use tongzhou::text::Lang;

use crate::{
    exit::Exit,
    speech::{Failure, What},
};

/// Why the demo could not go on. All of its data is made up, so what went wrong may be told in full.
#[derive(Debug)]
pub(crate) struct Trouble(pub(crate) String);

/// Runs the command.
pub(crate) fn run(lang: Lang) -> Result<Exit, Failure> {
    let fail = |trouble: Trouble| Failure { what: What::Demo(trouble.0), lang };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| fail(error.into()))?;
    runtime.block_on(story::tell(lang)).map_err(fail)?;
    Ok(Exit::Sound)
}

impl Trouble {
    /// A shipped example is not as it was shipped.
    fn example() -> Self {
        Self("a shipped example is not as it was shipped".to_owned())
    }
}

impl<E: Error> From<E> for Trouble {
    fn from(error: E) -> Self {
        let mut text = error.to_string();
        let mut source = error.source();
        while let Some(cause) = source {
            let _ = write!(text, ": {cause}");
            source = cause.source();
        }
        Self(text)
    }
}
