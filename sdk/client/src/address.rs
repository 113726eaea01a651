//! Where somebody is reached.

use std::{fmt, str::FromStr};

use reqwest::Url;
use thiserror::Error;

/// The address of an interface, which ends in `/`: under encryption, or on this very machine.
#[derive(Clone, PartialEq, Eq)]
pub struct Address(Url);

/// Why a text is no [`Address`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum AddressFault {
    /// It is no address on the web.
    #[error("this is no address on the web")]
    Form,
    /// It is not under encryption, and leads to another machine.
    #[error("an address without encryption leads to this machine alone")]
    NotEncrypted,
}

impl Address {
    /// The whole address of what is below it.
    pub(crate) fn below(&self, path: &str) -> Option<Url> {
        self.0.join(path).ok()
    }
}

impl FromStr for Address {
    type Err = AddressFault;

    fn from_str(text: &str) -> Result<Self, AddressFault> {
        let mut url: Url = text.parse().map_err(|_| AddressFault::Form)?;
        let plain = url.username().is_empty()
            && url.password().is_none()
            && url.query().is_none()
            && url.fragment().is_none();
        if !plain || url.cannot_be_a_base() {
            return Err(AddressFault::Form);
        }
        let here = matches!(url.host_str(), Some("127.0.0.1" | "[::1]" | "localhost"));
        match url.scheme() {
            "https" => {}
            "http" if here => {}
            "http" => return Err(AddressFault::NotEncrypted),
            _ => return Err(AddressFault::Form),
        }
        if !url.path().ends_with('/') {
            let path = format!("{}/", url.path());
            url.set_path(&path);
        }
        Ok(Self(url))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Address({})", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_reached_without_encryption() {
        for (text, fault) in [
            ("https://registry.example/", None),
            ("https://registry.example/tongzhou", None),
            ("http://127.0.0.1:8080", None),
            ("http://[::1]:8080/", None),
            ("http://localhost:8080/", None),
            ("http://registry.example/", Some(AddressFault::NotEncrypted)),
            ("http://127.0.0.1.example/", Some(AddressFault::NotEncrypted)),
            ("ftp://registry.example/", Some(AddressFault::Form)),
            ("https://user@registry.example/", Some(AddressFault::Form)),
            ("https://registry.example/?query", Some(AddressFault::Form)),
            ("registry.example", Some(AddressFault::Form)),
        ] {
            assert_eq!(text.parse::<Address>().err(), fault, "{text}");
        }
    }

    #[test]
    fn what_is_below_keeps_the_path() {
        let below = |text: &str| {
            text.parse::<Address>().ok().and_then(|address| address.below("v1/claims/read")).map(String::from)
        };
        assert_eq!(below("https://a.example/b").as_deref(), Some("https://a.example/b/v1/claims/read"));
        assert_eq!(below("http://127.0.0.1:80").as_deref(), Some("http://127.0.0.1/v1/claims/read"));
    }
}
