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
//!
//! ```
//! use std::io::Cursor;
//! use tongzhou::{
//!     delivery::{Inbox, Opener, open, seal, sign},
//!     package::limits::Limits,
//!     sealing::Identity,
//!     signing::SigningKey,
//!     value::Sha256Digest,
//! };
//!
//! # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
//! # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
//! # let now = "2026-10-01T08:00:00Z".parse()?;
//! # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
//! # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
//! # let folder = std::env::temp_dir().join(format!("tongzhou-delivery-{}", std::process::id()));
//! // The sender: a package for another member, its key, and the verified directory.
//! let package = shipped("joint-aid.tzpkg");
//! # let key = Sha256Digest::of(b"tongzhou example key: serious-illness");
//! # let key = SigningKey::from_seed(key.as_bytes());
//! let (mut signed, mut sealed) = (Vec::new(), Vec::new());
//! sign(Cursor::new(package), &key, &Limits::STANDARD, &mut signed)?;
//! seal(Cursor::new(&signed), &members, now, &Limits::STANDARD, &mut sealed)?;
//!
//! // The receiver, whose key it is sealed for.
//! # let key = "AGE-SECRET-KEY-1PWA8RHXNNMKW80NR7MGU8SRK98CAKA629YUWUDL8FHX5KK4ZPW6QG4D6HU";
//! # let keys = [Identity::from_text(key)?];
//! let opener = Opener::by_directory(&keys, &members)?;
//! let inbox = Inbox::at(&folder)?;
//! let received = open(Cursor::new(&sealed), &opener, &members, &inbox, now, &Limits::STANDARD)?;
//! assert_eq!(received.verified.signers[0].name, "示例儿童大病救助基金会");
//! assert_eq!(std::fs::read(&received.path)?, signed);
//!
//! // Once more, and it is refused.
//! let again = open(Cursor::new(&sealed), &opener, &members, &inbox, now, &Limits::STANDARD);
//! assert_eq!(again.expect_err("opened before").to_string(), "the package is refused: the package was opened into this inbox before");
//! # std::fs::remove_dir_all(&folder)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

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
pub use opening::{CLOCK_SKEW, Opener, Received, examine, open};
pub use seal::{Sealed, seal};
pub use sign::{Signed, sign};
pub use standing::{Signatory, Standing, standings};
pub use verify::{Verified, verify};
