//! Signatures 数字签名: detached JWS (RFC 7515, general JSON serialization) over exact bytes, Ed25519 only (RFC 8037).
//!
//! Several organisations may sign the same bytes: a manifest, a member directory. The verifier is narrow on purpose.
//! It takes a signature only in the one form that [`Jws::sign`] writes, and takes no key from the signature itself:
//! whose key a [`KeyId`] names is for the caller to know, by the member directory.
//!
//! ```
//! use tongzhou::signing::{Jws, SigningKey, Subject};
//!
//! // The seed is 32 bytes from the operating system's random numbers; never a fixed one as here.
//! let key = SigningKey::from_seed(&[7; 32]);
//! let manifest = br#"{"standard": "tongzhou"}"#;
//! let mut jws = Jws::new(Subject::Manifest);
//! jws.sign(&key, manifest);
//!
//! let read = Jws::read(&jws.to_json(), Subject::Manifest).expect("what was written can be read");
//! let known = key.verifying_key();
//! let verdicts = read.verify(manifest, |id| (*id == known.id()).then_some(known));
//! assert_eq!(verdicts, [Ok(known.id())]);
//! ```

mod header;
mod jws;
mod key;

pub use header::HeaderFault;
pub use jws::{Jws, JwsFault, MAX_JWS_BYTES, MAX_SIGNATURES, SignatureFault, Subject};
pub use key::{KeyFault, KeyId, Seed, SigningKey, VerifyingKey};
