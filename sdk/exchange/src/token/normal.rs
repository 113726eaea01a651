//! The one form of what tokens are made of, version `tz-tok-v1`.
//!
//! People and programs write one number in many ways: `１１０１０１…`, with spaces, with a small x or a sign that looks
//! like one. All of them lead to one form, and what does not hold by its own check is refused: a token of a wrong
//! digit would never meet the right one, and nobody would notice. The text of the standard is `docs/spec/tokens.md`;
//! `conformance/vectors/tokens/` holds the cases.

use thiserror::Error;
use tongzhou::{
    fault,
    value::{
        BillNumber, BirthCertificate, Date, ForeignerPermit, LegacyResidentId, OrganisationCode,
        ResidencePermit, ResidentId,
        bill_number::BillNumberError,
        birth_certificate::BirthCertificateError,
        citizen_number::CitizenNumberError,
        foreigner_permit::{ForeignerPermitError, Form},
        organisation_code::OrganisationCodeError,
    },
};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// Why no token is made of what was given. It never tells the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error)]
pub enum Refusal {
    /// Something that the token needs is not there.
    #[error("something that the token is made of is missing")]
    Missing,
    /// It does not have the right length.
    #[error("the number does not have the right length")]
    Length,
    /// It has a character that does not belong there.
    #[error("there is a character that does not belong there")]
    Characters,
    /// It is the number of another kind of paper, or one that has no check digit.
    #[error("the number is of a kind of which no such token is made")]
    Kind,
    /// A date is not in the calendar, or not written YYYY-MM-DD.
    #[error("the date is not in the calendar")]
    Date,
    /// The check character does not follow from the others.
    #[error("the check character does not match")]
    CheckDigit,
    /// The sex is neither male nor female.
    #[error("the sex is not known")]
    Sex,
    /// The order of birth is not a number from 1 to 20.
    #[error("the order of birth is not a number from 1 to 20")]
    BirthOrder,
    /// Birth date or sex are not those that the number states.
    #[error("birth date or sex are not those that the number states")]
    Disagreement,
    /// All together is longer than an input may be.
    #[error("all together is longer than an input of a token may be")]
    TooLong,
}

impl Refusal {
    /// Its code, as the published vectors write it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Length => "length",
            Self::Characters => "characters",
            Self::Kind => "kind",
            Self::Date => "date",
            Self::CheckDigit => "check-digit",
            Self::Sex => "sex",
            Self::BirthOrder => "birth-order",
            Self::Disagreement => "disagreement",
            Self::TooLong => "too-long",
        }
    }
}

/// A resident id of 18 characters, or the number of a permit of the same form, from any writing of it. One of fifteen
/// digits becomes one of eighteen: the century 19, and the check character.
///
/// # Errors
/// Where date or check character do not hold, or it is another number.
pub fn citizen_number(text: &str) -> Result<Zeroizing<String>, Refusal> {
    let number = Zeroizing::new(
        compact(text)?
            .chars()
            .map(|sign| if fault::is("look-alikes-of-x-unread") { sign } else { latin_x(sign) })
            .collect::<String>(),
    );
    if number.chars().count() == 15 && !fault::is("fifteen-digits-not-expanded") {
        // The permits of 2017 have three letters, and nothing by which a wrong digit would show.
        let permit = number.parse::<ForeignerPermit>().is_ok();
        let legacy = number.parse::<LegacyResidentId>();
        return match legacy {
            Ok(legacy) => Ok(owned(legacy.to_resident_id().as_str())),
            Err(_) if permit && fault::is("permit-of-2017-taken") => Ok(number),
            Err(_) if permit => Err(Refusal::Kind),
            Err(fault) => Err(fault.into()),
        };
    }
    match number.as_bytes().first() {
        Some(b'8') => Ok(owned(number.parse::<ResidencePermit>()?.as_str())),
        Some(b'9') => {
            let permit = number.parse::<ForeignerPermit>()?;
            match permit.form() {
                Form::From2023 => Ok(owned(permit.as_str())),
                Form::From2017 => Err(Refusal::Kind),
            }
        }
        _ => Ok(owned(number.parse::<ResidentId>()?.as_str())),
    }
}

/// The number of a birth certificate: a capital letter and nine digits.
///
/// # Errors
/// Where it has another shape.
pub fn birth_certificate(text: &str) -> Result<Zeroizing<String>, Refusal> {
    let number = compact(text)?;
    let number = number.parse::<BirthCertificate>().map_err(|fault| match fault {
        BirthCertificateError::Length => Refusal::Length,
        BirthCertificateError::Letter | BirthCertificateError::Characters => Refusal::Characters,
    })?;
    Ok(owned(number.as_str()))
}

/// A unified social credit code with a right check character.
///
/// # Errors
/// Where it is none.
pub fn organisation_code(text: &str) -> Result<Zeroizing<String>, Refusal> {
    let code = compact(text)?;
    let code = code.parse::<OrganisationCode>().map_err(|fault| match fault {
        OrganisationCodeError::Length => Refusal::Length,
        OrganisationCodeError::Characters => Refusal::Characters,
        OrganisationCodeError::CheckDigit => Refusal::CheckDigit,
    })?;
    Ok(owned(code.as_str()))
}

/// A number without a form of its own: capital letters, digits and round brackets, all of ASCII.
///
/// # Errors
/// Where nothing is left of it, or there is any other character, such as the star of a mask.
pub fn document_number(text: &str) -> Result<Zeroizing<String>, Refusal> {
    let number = compact(text)?;
    let known = |character: char| character.is_ascii_alphanumeric() || "()".contains(character);
    if number.chars().all(known) { Ok(number) } else { Err(Refusal::Characters) }
}

/// A name in words, of a person, an authority or a kind of paper: NFKC, without white space, zero-width characters
/// and the dots between parts of a name; small ASCII letters as capitals; NFKC once more. Rare characters stay what
/// they are.
///
/// # Errors
/// Where nothing is left of it, or there is a control character or the star of a mask.
pub fn name(text: &str) -> Result<Zeroizing<String>, Refusal> {
    let name: String = if fault::is("names-in-nfc") { text.nfc() } else { text.nfkc() }
        .filter(|character| !is_unseen(*character) && !MIDDLE_DOTS.contains(character))
        .map(|character| {
            if fault::is("small-letters-of-names-kept") { character } else { character.to_ascii_uppercase() }
        })
        .collect();
    // An accent that stood by itself, which NFKC parts from its space, belongs to the letter before it now.
    let name = Zeroizing::new(Zeroizing::new(name).nfkc().collect::<String>());
    match name
        .chars()
        .any(|character| character.is_control() || (character == '*' && !fault::is("masked-name-taken")))
    {
        _ if name.is_empty() => Err(Refusal::Missing),
        true => Err(Refusal::Characters),
        false => Ok(name),
    }
}

/// A date written YYYY-MM-DD, with digits of any width.
///
/// # Errors
/// Where it is not written so, or not in the calendar.
pub fn date(text: &str) -> Result<Date, Refusal> {
    let text: String = text.nfkc().filter(|character| !is_unseen(*character)).collect();
    if text.is_empty() { Err(Refusal::Missing) } else { text.parse().map_err(|_| Refusal::Date) }
}

/// Code and number of a bill: 8 and 10 digits (fiscal e-bill), none and 20 (数电票), 12 and 8 (VAT e-invoice).
///
/// # Errors
/// Where they are of other lengths, or not of digits.
pub fn bill_number(code: Option<&str>, number: &str) -> Result<BillNumber, Refusal> {
    let code = match code.map(compact).transpose() {
        Err(Refusal::Missing) => None,
        code => code?,
    };
    let (code, number) = (code.as_deref().map(String::as_str), compact(number)?);
    // Of two faults the length is told first, as of every number; digits in every place have no other.
    let digits = |text: &str| Zeroizing::new("0".repeat(text.chars().count()));
    BillNumber::from_parts(code.map(digits).as_deref().map(String::as_str), &digits(&number))?;
    Ok(BillNumber::from_parts(code, &number)?)
}

/// NFKC, without white space, zero-width characters and separators, small letters of ASCII as capitals; something is
/// left.
fn compact(text: &str) -> Result<Zeroizing<String>, Refusal> {
    let mut compact = Zeroizing::new(String::with_capacity(text.len()));
    let mut dot_before = false;
    for character in if fault::is("numbers-in-nfc") { text.nfc() } else { text.nfkc() } {
        // What is written as "1101…0002" hides something.
        let dot = character == '.';
        if dot && dot_before && !fault::is("two-points-passed-over") {
            return Err(Refusal::Characters);
        }
        dot_before = dot;
        let mark = SEPARATORS.contains(&character) || MIDDLE_DOTS.contains(&character);
        if !is_unseen(character) && (!mark || fault::is("marks-between-groups-kept")) {
            compact.push(if fault::is("small-letters-kept") {
                character
            } else {
                character.to_ascii_uppercase()
            });
        }
    }
    if compact.is_empty() && !fault::is("empty-number-taken") { Err(Refusal::Missing) } else { Ok(compact) }
}

/// White space, and what takes no room: joiners, marks of direction, soft hyphens, byte order marks.
const fn is_unseen(character: char) -> bool {
    character.is_whitespace()
        || matches!(character,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}' | '\u{FEFF}')
}

/// The X of a check character in the shapes that keyboards and recognisers give it; those of full width and of Roman
/// numerals are X by NFKC.
const fn latin_x(character: char) -> char {
    match character {
        '\u{D7}' | '\u{425}' | '\u{445}' | '\u{3A7}' | '\u{3C7}' => 'X',
        other => other,
    }
}

fn owned(text: &str) -> Zeroizing<String> {
    Zeroizing::new(text.to_owned())
}

impl From<CitizenNumberError> for Refusal {
    fn from(fault: CitizenNumberError) -> Self {
        match fault {
            CitizenNumberError::Length => Self::Length,
            CitizenNumberError::Characters | CitizenNumberError::LowerCaseX => Self::Characters,
            CitizenNumberError::Kind => Self::Kind,
            CitizenNumberError::BirthDate => Self::Date,
            CitizenNumberError::CheckDigit => Self::CheckDigit,
        }
    }
}

impl From<ForeignerPermitError> for Refusal {
    fn from(fault: ForeignerPermitError) -> Self {
        match fault {
            ForeignerPermitError::Length => Self::Length,
            ForeignerPermitError::Characters | ForeignerPermitError::LowerCaseX => Self::Characters,
            ForeignerPermitError::Kind => Self::Kind,
            ForeignerPermitError::CheckDigit => Self::CheckDigit,
        }
    }
}

impl From<BillNumberError> for Refusal {
    fn from(fault: BillNumberError) -> Self {
        match fault {
            BillNumberError::CodeCharacters | BillNumberError::NumberCharacters => Self::Characters,
            BillNumberError::CodeLength | BillNumberError::NumberLength => Self::Length,
            BillNumberError::CodeMissing => Self::Missing,
        }
    }
}

/// What people put between the groups of a number, and the mark that spreadsheets put before one.
const SEPARATORS: [char; 13] = [
    '\'', '-', '.', '/', '_', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2015}',
    '\u{2019}', '\u{2212}',
];
/// What stands between the parts of a name.
const MIDDLE_DOTS: [char; 4] = ['\u{B7}', '\u{2022}', '\u{2027}', '\u{30FB}'];
