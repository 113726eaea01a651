//! Tests over HTTP 在线测试: the cases asked of a live member, registry or evaluator. `conformance/HTTP.md` is its text.
//!
//! What is expected stands in the [cases](crate::case) alone. A message is written and held against its form by what
//! the standard publishes; who answers is nobody's business here.

mod clean;
mod journal;
mod judge;
mod names;
mod pace;
pub(crate) mod parcel;
mod play;
mod quota;
mod run;
pub(crate) mod schemas;
mod signed;
mod target;
mod watch;
mod wire;

pub use journal::JournalError;
pub use run::{Options, Progress, RunError, run};
pub use target::{Target, TargetFault};
pub(crate) use watch::watched;
pub use wire::Patience;
