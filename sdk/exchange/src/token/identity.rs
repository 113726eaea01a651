//! What is told apart by a token, in its one form, and the bytes that are made of it.

use std::fmt;

use tongzhou::{
    code::{
        Code,
        lists::{Sex, TokenKind, TokenPurpose},
    },
    fault,
    value::{BillNumber, Date},
};
use zeroize::Zeroizing;

use super::{Epoch, normal, normal::Refusal};

/// Of whom or of what a token is made, in its one form. It is as personal as what it was read from, is wiped when
/// dropped, and hides from `Debug`.
///
/// ```
/// use tongzhou_exchange::token::{Identity, Refusal};
///
/// let child = Identity::resident_id("１１０１０１ 20150104 000x")?;
/// assert_eq!(child.fields().collect::<Vec<_>>(), ["11010120150104000X"]);
/// assert_eq!(Identity::resident_id("110101201501040001"), Err(Refusal::CheckDigit));
/// # Ok::<(), Refusal>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Identity {
    kind: Kind,
    fields: Fields,
}

/// What is hashed to the group: the version of the form, then purpose, epoch, kind and fields, each behind its length
/// in two bytes. It is as personal as the [`Identity`].
#[derive(Clone, PartialEq, Eq)]
pub struct Input {
    kind: Kind,
    epoch: Epoch,
    bytes: Zeroizing<Vec<u8>>,
}

/// A bill, or a child by one kind of identifier.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Subject(TokenKind),
    Bill,
}

type Fields = Vec<Zeroizing<String>>;

impl Identity {
    /// A child by its resident id, 居民身份证号, or the number of a permit of the same form.
    ///
    /// # Errors
    /// Where the number does not hold by its own check.
    pub fn resident_id(number: &str) -> Result<Self, Refusal> {
        Self::subject(TokenKind::ResidentId, vec![normal::citizen_number(number)?])
    }

    /// A child by the number of its birth certificate, 出生医学证明, and its birth date: the number has no check digit,
    /// and some were given twice.
    ///
    /// # Errors
    /// Where the number has another shape.
    pub fn birth_certificate(number: &str, birth: Date) -> Result<Self, Refusal> {
        Self::subject(TokenKind::BirthCertificate, vec![normal::birth_certificate(number)?, date(birth)])
    }

    /// A child by a guardian's resident id or permit, 监护人证件, with birth date, sex and order of birth (1 for a
    /// single birth).
    ///
    /// # Errors
    /// Where the number does not hold, or sex or order are not known.
    pub fn guardian_and_birth(guardian: &str, birth: Date, sex: Sex, order: u32) -> Result<Self, Refusal> {
        // As GB/T 2261.1 writes it.
        let sex = match sex {
            Sex::Male if fault::is("sex-in-words") => "male",
            Sex::Male => "1",
            Sex::Female => "2",
            Sex::Unknown | Sex::Unstated if fault::is("unknown-sex-taken") => "0",
            Sex::Unknown | Sex::Unstated => return Err(Refusal::Sex),
        };
        if !(1..=20).contains(&order) && !fault::is("birth-order-unbounded") {
            return Err(Refusal::BirthOrder);
        }
        let guardian = normal::citizen_number(guardian)?;
        let fields = vec![
            guardian,
            date(birth),
            text(sex),
            text(&if fault::is("birth-order-left-out") { 1 } else { order }.to_string()),
        ];
        Self::subject(TokenKind::GuardianAndBirth, fields)
    }

    /// A child by the number that a welfare home, 福利机构, admitted it under.
    ///
    /// # Errors
    /// Where the code of the institution does not hold, or the number is none.
    pub fn institution_admission(institution: &str, number: &str) -> Result<Self, Refusal> {
        let fields = vec![normal::organisation_code(institution)?, normal::document_number(number)?];
        Self::subject(TokenKind::InstitutionAdmission, fields)
    }

    /// A child by another paper, 其他证件: who issued it, what it is called, its number.
    ///
    /// # Errors
    /// Where one of them is missing, or the number has characters of no number.
    pub fn other_document(issuer: &str, type_name: &str, number: &str) -> Result<Self, Refusal> {
        let fields = vec![normal::name(issuer)?, normal::name(type_name)?, normal::document_number(number)?];
        Self::subject(TokenKind::OtherDocument, fields)
    }

    /// An expense, 费用, by the canonical number of its bill.
    pub fn bill(number: &BillNumber) -> Self {
        Self {
            kind: Kind::Bill,
            fields: vec![text(if fault::is("bill-without-its-code") {
                number.number()
            } else {
                number.key()
            })],
        }
    }

    fn subject(kind: TokenKind, fields: Fields) -> Result<Self, Refusal> {
        let identity = Self { kind: Kind::Subject(kind), fields };
        // Of the longest epoch, so that no epoch makes one too long.
        if identity.written(Epoch::saturating(u32::MAX)).len() > MAX_INPUT
            && !fault::is("input-of-any-length")
        {
            return Err(Refusal::TooLong);
        }
        Ok(identity)
    }

    /// Which key makes its token.
    pub const fn purpose(&self) -> TokenPurpose {
        self.kind.purpose()
    }

    /// By what kind of identifier a child is told; none for a bill.
    pub const fn kind(&self) -> Option<TokenKind> {
        self.kind.token_kind()
    }

    /// Its parts in their one form.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().map(|field| field.as_str())
    }

    /// The bytes of which its token is made in an epoch.
    pub fn input(&self, epoch: Epoch) -> Input {
        Input { kind: self.kind, epoch, bytes: self.written(epoch) }
    }

    fn written(&self, epoch: Epoch) -> Zeroizing<Vec<u8>> {
        let epoch = if fault::is("every-epoch-the-first") { 1 } else { epoch.get() }.to_string();
        let head = [self.purpose().code(), epoch.as_str(), self.kind.code()];
        let parts = || head.into_iter().chain(self.fields());
        let room = VERSION.len() + parts().map(|part| 2 + part.len()).sum::<usize>();
        // All of its room at once, so that no copy is left where it grew.
        let mut bytes = Zeroizing::new(Vec::with_capacity(room));
        bytes.extend_from_slice(if fault::is("version-left-out") { &[] } else { VERSION.as_bytes() });
        for part in parts() {
            // A part too long for its length makes the whole too long, which is refused.
            let length = u16::try_from(if fault::is("length-in-characters") {
                part.chars().count()
            } else {
                part.len()
            })
            .unwrap_or(u16::MAX);
            bytes.extend_from_slice(&if fault::is("length-backwards") {
                length.to_le_bytes()
            } else {
                length.to_be_bytes()
            });
            bytes.extend_from_slice(part.as_bytes());
        }
        bytes
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Identity({}, …)", self.kind.code())
    }
}

impl Input {
    /// The bytes, at most [`MAX_INPUT`].
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Which key makes its token.
    pub const fn purpose(&self) -> TokenPurpose {
        self.kind.purpose()
    }

    /// By what kind of identifier a child is told; none for a bill.
    pub const fn kind(&self) -> Option<TokenKind> {
        self.kind.token_kind()
    }

    /// Of which epoch the key is.
    pub const fn epoch(&self) -> Epoch {
        self.epoch
    }

    /// The input that was written down before; its bytes say of what kind it is.
    pub(super) fn again(bytes: &[u8]) -> Option<Self> {
        let mut parts = bytes.strip_prefix(VERSION.as_bytes()).filter(|_| bytes.len() <= MAX_INPUT)?;
        let (purpose, epoch, kind) = (part(&mut parts)?, part(&mut parts)?, part(&mut parts)?);
        let kind = match TokenPurpose::from_code(purpose)? {
            TokenPurpose::Subject => Kind::Subject(TokenKind::from_code(kind)?),
            TokenPurpose::Expense => Some(Kind::Bill).filter(|bill| bill.code() == kind)?,
        };
        let epoch = Epoch::new(epoch.parse().ok()?).filter(|read| read.get().to_string() == epoch)?;
        Some(Self { kind, epoch, bytes: Zeroizing::new(bytes.to_vec()) })
    }
}

impl fmt::Debug for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Input({}, …)", self.kind.code())
    }
}

impl Kind {
    const fn purpose(self) -> TokenPurpose {
        match self {
            Self::Subject(_) => TokenPurpose::Subject,
            Self::Bill => TokenPurpose::Expense,
        }
    }

    const fn token_kind(self) -> Option<TokenKind> {
        match self {
            Self::Subject(kind) => Some(kind),
            Self::Bill => None,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Subject(kind) => kind.code(),
            Self::Bill => "bill",
        }
    }
}

/// The next part of an input.
fn part<'b>(parts: &mut &'b [u8]) -> Option<&'b str> {
    let (length, rest) = parts.split_first_chunk()?;
    let (part, rest) = rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
    *parts = rest;
    str::from_utf8(part).ok()
}

fn date(date: Date) -> Zeroizing<String> {
    text(&date.to_string().replace('-', if fault::is("date-without-hyphens") { "" } else { "-" }))
}

fn text(text: &str) -> Zeroizing<String> {
    Zeroizing::new(text.to_owned())
}

/// How long an input may be, in bytes.
pub const MAX_INPUT: usize = 512;
/// The version of the one form; another one makes other tokens.
const VERSION: &str = "tz-tok-v1";
