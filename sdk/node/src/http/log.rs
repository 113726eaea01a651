//! The log: one line of JSON for each request and each fault.

use std::io;

use tracing::Level;
use tracing_subscriber::{
    filter::LevelFilter, fmt::MakeWriter, layer::SubscriberExt, util::SubscriberInitExt,
};

/// That the log was begun.
#[derive(Clone, Copy, Debug)]
pub struct Log(());

/// Begins to write the log, once for the whole program. What other libraries say is left out, but for warnings: they
/// might quote a request.
///
/// # Errors
/// Where it was begun before.
pub fn start_log<W>(out: W) -> io::Result<Log>
where
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let lines =
        tracing_subscriber::fmt::layer().json().flatten_event(true).with_writer(out).with_target(false);
    tracing_subscriber::registry()
        .with(LevelFilter::INFO)
        .with(Own)
        .with(lines)
        .try_init()
        .map_err(io::Error::other)?;
    Ok(Log(()))
}

/// Lets through what this program says, and nothing of its libraries.
struct Own;

impl<S: tracing::Subscriber> tracing_subscriber::Layer<S> for Own {
    fn enabled(
        &self,
        metadata: &tracing::Metadata<'_>,
        _: tracing_subscriber::layer::Context<'_, S>,
    ) -> bool {
        *metadata.level() <= Level::INFO && metadata.target().starts_with("tongzhou")
    }
}
