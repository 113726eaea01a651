//! Sealing 密封: age, version 1 of its format, to X25519 recipients only, as a stream in both directions.
//!
//! A sealed file can be read by the holders of the keys it was made for and by nobody else, and not one byte of it can
//! be changed unnoticed. It says nothing of who made it, for which reason what is sealed is signed first. This module
//! knows keys and bytes; which organisations a package is for, and who they are, is for
//! [`delivery`](crate::delivery) to know. Passphrases, plugins and SSH keys, which the age format also has, are not
//! used: a file with a passphrase is refused.
//!
//! ```
//! use std::io::{Cursor, Read, Write};
//! use tongzhou::sealing::{Identity, Opened, Sealer};
//!
//! let receiver = Identity::generate();
//! let mut sealer = Sealer::new(&[receiver.recipient()], Vec::new())?;
//! sealer.write_all(b"for one reader")?;
//! let sealed = sealer.finish()?;
//!
//! let mut opened = Opened::open(Cursor::new(sealed), &[receiver])?;
//! let mut text = String::new();
//! opened.read_to_string(&mut text)?;
//! assert_eq!(text, "for one reader");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod fault;
mod header;
mod key;
mod stream;

pub use fault::{SealFault, UnsealError};
pub use header::{MAX_HEADER_BYTES, is_sealed};
pub use key::{Identity, KeyFault, Recipient, SecretText};
pub use stream::{MAX_RECIPIENTS, Opened, SealError, Sealer};
