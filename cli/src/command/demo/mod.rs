//! `tongzhou demo`: one registry and three charities on this computer, and one family's package for all three.

mod alliance;
mod family;
mod nodes;
mod story;

use std::{error::Error, fmt::Write as _};

use tongzhou::text::{Bilingual, Lang};
use tongzhou_node::node::until_told;

use crate::{
    exit::Exit,
    speech::{Failure, What},
};

/// Why the demo could not go on. All of its data is made up, so what went wrong may be told in full.
#[derive(Debug)]
pub(crate) struct Trouble(pub(crate) String);

/// Why the demo did not come to its end.
#[derive(Debug)]
pub(crate) enum DemoEnd {
    Failed(Trouble),
    /// Somebody stopped it.
    Stopped,
}

/// Runs the command.
pub(crate) fn run(lang: Lang) -> Result<Exit, Failure> {
    let fail = |trouble: Trouble| Failure { what: What::Demo(DemoEnd::Failed(trouble)), lang };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| fail(error.into()))?;
    runtime.block_on(async {
        // Listened for first, so that nothing is made before. A story that is dropped stops its nodes and deletes its
        // folder.
        tokio::select! {
            biased;
            () = until_told() => Err(Failure { what: What::Demo(DemoEnd::Stopped), lang }),
            told = story::tell(lang) => told.map(|()| Exit::Sound).map_err(fail),
        }
    })
}

impl DemoEnd {
    pub(crate) fn say(&self, lang: Lang) -> String {
        let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
        match self {
            Self::Failed(Trouble(why)) => format!(
                "{} ({why})",
                say(
                    "演示未能继续；请再试一次，仍不行请告知开发者",
                    "the demo could not go on; please try again, and tell the developers if it happens twice"
                ),
            ),
            Self::Stopped => say(
                "演示中途停止，为它建的文件夹已删除",
                "the demo was stopped before its end; the folder that was made for it is deleted",
            )
            .to_owned(),
        }
    }
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
