//! What locks a key file.

use std::fmt;

use age::secrecy::{ExposeSecret, SecretString};
use zeroize::{Zeroize, Zeroizing};

/// A passphrase 口令, wiped from memory when dropped.
///
/// ```
/// use tongzhou::keys::Passphrase;
///
/// let typed = Passphrase::new("correct horse battery staple".to_owned());
/// assert!(typed.is_long_enough());
/// // Asked for twice, so that a slip of the finger locks nothing away.
/// let again = Passphrase::of_file(b"correct horse battery staple\n".to_vec()).expect("a line of text");
/// assert!(typed.is(&again));
/// assert_eq!(format!("{typed:?}"), "Passphrase(…)");
/// ```
pub struct Passphrase(SecretString);

impl Passphrase {
    /// The passphrase; the text it is made of is wiped.
    pub fn new(text: String) -> Self {
        let text = Zeroizing::new(text);
        // A copy of exactly its length: making it a box of text moves nothing, and so leaves nothing behind.
        Self(SecretString::from(String::from(text.as_str())))
    }

    /// The passphrase that a file holds: its first line, without the line break. The bytes are wiped.
    ///
    /// Nothing, where it is no text or the line is empty.
    pub fn of_file(mut bytes: Vec<u8>) -> Option<Self> {
        let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let passphrase = std::str::from_utf8(line)
            .ok()
            .filter(|line| !line.is_empty())
            .map(|line| Self(SecretString::from(String::from(line))));
        bytes.zeroize();
        passphrase
    }

    /// Whether it is long enough to lock a new key: twelve letters, where those of Chinese count for two.
    pub fn is_long_enough(&self) -> bool {
        let weight = |letter: char| if letter.is_ascii() { 1 } else { 2 };
        self.0.expose_secret().chars().map(weight).sum::<usize>() >= ENOUGH
    }

    /// Whether both are the same.
    pub fn is(&self, other: &Self) -> bool {
        self.0.expose_secret() == other.0.expose_secret()
    }

    pub(super) fn secret(&self) -> SecretString {
        SecretString::from(String::from(self.0.expose_secret()))
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

const ENOUGH: usize = 12;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_has_to_be_long_enough() {
        for (text, enough) in [
            ("", false),
            ("elevenlette", false),
            ("twelveletter", true),
            ("五个汉字呀", false),
            ("六个汉字正好", true),
        ] {
            assert_eq!(Passphrase::new(text.to_owned()).is_long_enough(), enough, "{text}");
        }
    }

    #[test]
    fn of_a_file_the_first_line_counts() {
        let of = |bytes: &[u8]| Passphrase::of_file(bytes.to_vec()).map(|it| it.0.expose_secret().to_owned());
        for (bytes, line) in [
            (&b"one two"[..], Some("one two")),
            (b"one two\n", Some("one two")),
            (b"one two\r\nthree\n", Some("one two")),
            (b" one ", Some(" one ")),
            (b"", None),
            (b"\n", None),
            (b"\r\n", None),
            (b"\xFF\n", None),
        ] {
            assert_eq!(of(bytes).as_deref(), line);
        }
    }

    #[test]
    fn a_passphrase_is_not_printed() {
        let shown = format!("{:?}", Passphrase::new("correct horse".to_owned()));
        assert_eq!(shown, "Passphrase(…)");
    }
}
