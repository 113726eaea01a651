//! Asking a registry who received aid, and telling it, over HTTP or by files.
//!
//! | | |
//! |---|---|
//! | [`Client`] | asks members, registries and evaluators of a verified directory, and takes no answer that they did not sign |
//! | [`Task`] | one thing to be done, ids and all, which may need tokens first; it may be done again, and is then the same thing |
//! | [`transport`] | how a message gets there: over HTTP ([`transport::Http`]) or as a file ([`outbox`]) |
//! | [`outbox`] | for members without servers: what waits to be carried, and what became of it |
//! | [`consent`] | by what number a registry knows a consent |
//!
//! Every request carries an id that was chosen before its first try. Where no answer came, nobody knows whether it was
//! done ([`ClientError::Unknown`]), and the one right thing is to send the same request again. So a client tries again
//! by itself only with the same request, and only where that can help.
//!
//! ```
//! use tongzhou::{directory::Directory, signing::SigningKey};
//! use tongzhou_client::{Client, ClientError, Options, Surroundings};
//! use tongzhou_exchange::message::{consent::WithdrawConsent, wire::Organisation};
//!
//! async fn withdraw(members: &Directory, us: Organisation, key: SigningKey) -> Result<(), ClientError> {
//!     let client = Client::over_http(members, us, key, Surroundings::system(), &Options::default())?;
//!     let commitment = "83e1067857f0f3335607eec8ac6611dc0bbcffc56c959b21855cf1203afabc54".parse();
//!     let commitment = commitment.map_err(|_| ClientError::Form)?;
//!     client.ask(&WithdrawConsent { commitment, reason: None }).await?;
//!     Ok(())
//! }
//! ```
#![deny(missing_docs)]

mod address;
mod client;
pub mod consent;
mod error;
pub mod outbox;
pub mod parcel;
mod patience;
mod peer;
mod surroundings;
mod task;
mod token;
pub mod transport;

pub use address::{Address, AddressFault};
pub use client::{Client, Options};
pub use error::{ClientError, Liar, TooFew};
pub use patience::Patience;
pub use peer::{Holder, Peer, Peers};
pub use surroundings::Surroundings;
pub use task::{Done, Task, Wish};
pub use token::TokenStep;
