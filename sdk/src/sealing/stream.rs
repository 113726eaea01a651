//! Sealing and opening as streams; an opened file can be read from any place.

use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};

use age::{
    DecryptError, Decryptor, Encryptor,
    stream::{StreamReader, StreamWriter},
};
use thiserror::Error;

use super::{
    fault::{SealFault, UnsealError},
    header,
    key::{Identity, Recipient},
};

/// For how many keys a file may be sealed.
///
/// ```
/// use tongzhou::sealing::{Identity, MAX_RECIPIENTS, SealError, Sealer};
///
/// let recipients = vec![Identity::generate().recipient(); MAX_RECIPIENTS + 1];
/// assert!(matches!(Sealer::new(&recipients, Vec::new()), Err(SealError::TooManyRecipients)));
/// ```
pub const MAX_RECIPIENTS: usize = 800;

/// Why a file was not sealed.
///
/// ```
/// use tongzhou::sealing::{SealError, Sealer};
///
/// assert!(matches!(Sealer::new(&[], Vec::new()), Err(SealError::NoRecipient)));
/// ```
#[derive(Debug, Error)]
pub enum SealError {
    /// The output failed.
    #[error("the sealed file could not be written")]
    Io(#[from] io::Error),
    /// There is nobody to seal for.
    #[error("there is no recipient")]
    NoRecipient,
    /// There are more than [`MAX_RECIPIENTS`].
    #[error("there are too many recipients")]
    TooManyRecipients,
}

/// Seals what is written to it. Without [`Sealer::finish`] the output is no sealed file.
///
/// ```
/// use std::io::Write;
/// use tongzhou::sealing::{Identity, Sealer, is_sealed};
///
/// let receiver = Identity::generate().recipient();
/// let mut sealer = Sealer::new(&[receiver], Vec::new())?;
/// sealer.write_all(b"for one reader")?;
/// assert!(is_sealed(&sealer.finish()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Sealer<W>(StreamWriter<W>);

impl<W: Write> Sealer<W> {
    /// Begins a file that each of `recipients` can open.
    ///
    /// # Errors
    /// See [`SealError`].
    pub fn new(recipients: &[Recipient], out: W) -> Result<Self, SealError> {
        if recipients.len() > MAX_RECIPIENTS {
            return Err(SealError::TooManyRecipients);
        }
        let encryptor = Encryptor::with_recipients(recipients.iter().map(Recipient::as_age))
            .map_err(|_| SealError::NoRecipient)?;
        Ok(Self(encryptor.wrap_output(out)?))
    }

    /// Writes the end, without which nobody opens the file, and gives the output back.
    ///
    /// # Errors
    /// Those of the output.
    pub fn finish(self) -> io::Result<W> {
        let mut out = self.0.finish()?;
        out.flush()?;
        Ok(out)
    }
}

impl<W: Write> Write for Sealer<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// The content of a sealed file. It is authenticated piece by piece as it is read, and its length before anything
/// else; what was changed or cut off comes as an [`io::Error`] that holds a [`SealFault`].
///
/// ```
/// use std::io::{Cursor, Read, Seek, SeekFrom, Write};
/// use tongzhou::sealing::{Identity, Opened, Sealer};
///
/// # let receiver = Identity::generate();
/// # let mut sealer = Sealer::new(&[receiver.recipient()], Vec::new())?;
/// # sealer.write_all(b"for one reader")?;
/// # let sealed = sealer.finish()?;
/// let mut opened = Opened::open(Cursor::new(sealed), &[receiver])?;
/// assert_eq!(opened.length(), 14);
/// // It is read from wherever one likes.
/// opened.seek(SeekFrom::End(-6))?;
/// let mut end = String::new();
/// opened.read_to_string(&mut end)?;
/// assert_eq!(end, "reader");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Opened<R> {
    stream: StreamReader<BufReader<R>>,
    length: u64,
    position: u64,
    /// Where `stream` stands.
    reached: u64,
}

impl<R: Read + Seek> Opened<R> {
    /// Opens the sealed file that `source` holds from its first byte to its last, with the first of `identities`
    /// that it is sealed for.
    ///
    /// # Errors
    /// [`UnsealError::Refused`] says what is wrong with file or keys, [`UnsealError::Io`] that `source` fails.
    pub fn open(mut source: R, identities: &[Identity]) -> Result<Self, UnsealError> {
        header::measure(&mut source)?;
        let decryptor = Decryptor::new_buffered(BufReader::new(source)).map_err(refusal)?;
        if decryptor.is_scrypt() {
            return Err(SealFault::Passphrase.into());
        }
        let mut stream = decryptor.decrypt(identities.iter().map(Identity::as_age)).map_err(refusal)?;
        // This decrypts the last piece as the last, so that a file that was cut short is refused before it is read.
        let length = stream.seek(SeekFrom::End(0)).map_err(damage)?;
        Ok(Self { stream, length, position: 0, reached: length })
    }

    /// How many bytes there are to read.
    pub const fn length(&self) -> u64 {
        self.length
    }
}

impl<R: Read + Seek> Read for Opened<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.position >= self.length || out.is_empty() {
            return Ok(0);
        }
        if self.reached != self.position {
            self.reached = self.stream.seek(SeekFrom::Start(self.position)).map_err(damage)?;
        }
        let count = self.stream.read(out).map_err(damage)?;
        if count == 0 {
            // The length was authenticated, so what ends before it was changed while it was read.
            return Err(io::Error::other(SealFault::Damaged));
        }
        self.position += count as u64;
        self.reached = self.position;
        Ok(count)
    }
}

impl<R: Read + Seek> Seek for Opened<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let target = match to {
            SeekFrom::Start(offset) => Some(offset),
            SeekFrom::End(offset) => self.length.checked_add_signed(offset),
            SeekFrom::Current(offset) => self.position.checked_add_signed(offset),
        };
        self.position = target.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.position)
    }
}

/// What an error of the header means.
fn refusal(error: DecryptError) -> UnsealError {
    match error {
        DecryptError::Io(error) if error.kind() == io::ErrorKind::UnexpectedEof => SealFault::Header.into(),
        DecryptError::Io(error) => UnsealError::Io(error),
        DecryptError::NoMatchingKeys | DecryptError::KeyDecryptionFailed => SealFault::OtherKeys.into(),
        DecryptError::InvalidMac => SealFault::HeaderChanged.into(),
        _ => SealFault::Header.into(),
    }
}

/// What an error of the content means: the stream says so in these two kinds, and the source in others.
fn damage(error: io::Error) -> io::Error {
    match error.kind() {
        io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => io::Error::other(SealFault::Damaged),
        _ => error,
    }
}
