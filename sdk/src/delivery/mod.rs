//! Delivery 递送: how a package goes from one organisation to another, and nobody else.
//!
//! ```text
//! pack → sign → seal → (any way of sending) → open → verify → validate
//! ```
//!
//! A package is [`sign()`]ed over the exact bytes of its manifest, which holds the digest of every entry. It is then
//! [`seal()`]ed for those whom the manifest names as its audience. Who receives it [`open()`]s it into an [`Inbox`]: the
//! signature must be by the sender, by the member directory; the opener must be of the audience; the package must be
//! within its time, and must not have been opened into this inbox before. What does not hold is refused, each for a
//! reason of its own ([`Refusal`]), and nothing is written.

mod fault;
mod inbox;
mod manifest;
mod opening;
mod seal;
mod sign;
mod standing;
mod verify;

pub use fault::{DeliveryError, Refusal};
pub use inbox::{Inbox, InboxError};
pub use opening::{CLOCK_SKEW, Opener, Received, open};
pub use seal::{Sealed, seal};
pub use sign::{Signed, sign};
pub use standing::{Signatory, Standing, standings};
pub use verify::{Verified, verify};
