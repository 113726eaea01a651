//! Making a member's own entry of what it knows of itself.

use crate::{
    code::lists::MemberRole,
    model::{
        self,
        consent::RecipientContact,
        key::{KeyIdText, PublicKeyText, RecipientKey, RecipientText, SigningKey},
        literal::Literal,
        primitive::List,
        texts::{IdText, InstantText, OrganisationCodeText, PhoneText, TitleText},
        version::Version,
    },
    signing::VerifyingKey,
    value::{Instant, OrganisationCode, Uuid7},
};

use super::{
    fault::{DirectoryFault, Within},
    revision::RevisionFault,
};

/// What an organisation tells of itself to become a member.
///
/// ```
/// use tongzhou::{code::lists::MemberRole, directory::Enrolment, model, signing::SigningKey};
///
/// # let ours = SigningKey::from_seed(&[7; 32]);
/// let enrolment = Enrolment {
///     member_id: "019a0000-0000-7000-8000-00000000a0fe".parse()?,
///     code: "531000000000000008".to_owned(),
///     name: "示例儿童大病救助基金会".to_owned(),
///     roles: vec![MemberRole::Charity],
///     signing: Some(ours.verifying_key()),
///     recipient: None,
///     phone: None,
/// };
/// let entry = enrolment.entry("2026-10-01T08:00:00Z".parse()?, 2)?;
/// let member: model::Member<'_> = serde_json::from_slice(&entry)?;
/// assert_eq!(member.signing_keys[0].valid_from.as_str(), "2026-10-01T08:00:00Z");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Enrolment {
    /// The id of the member, a fresh one.
    pub member_id: Uuid7,
    /// Its unified social credit code.
    pub code: String,
    /// Its name as registered.
    pub name: String,
    /// What it does in the alliance.
    pub roles: Vec<MemberRole>,
    /// The key with which its signatures are checked.
    pub signing: Option<VerifyingKey>,
    /// The recipient of age to which packages for it are sealed.
    pub recipient: Option<String>,
    /// The telephone number for families in matters of personal information.
    pub phone: Option<String>,
}

impl Enrolment {
    /// The entry: a document `member`, whose keys count for so many years.
    ///
    /// # Errors
    /// [`DirectoryFault::WrongCode`], and [`RevisionFault::NoRoom`] where a text is not of its form.
    pub fn entry(&self, now: Instant, years: u8) -> Result<Vec<u8>, RevisionFault> {
        if self.code.parse::<OrganisationCode>().is_err() {
            return Err(DirectoryFault::WrongCode(Within::Itself).into());
        }
        let member = self.member(now, years).ok_or(RevisionFault::NoRoom)?;
        let mut bytes = serde_json::to_vec_pretty(&member).map_err(|_| RevisionFault::NoRoom)?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    fn member(&self, now: Instant, years: u8) -> Option<model::Member<'static>> {
        let from = instant(now.unix_seconds())?;
        let until = instant(now.unix_seconds() + i64::from(years) * YEAR)?;
        let signing = self.signing.map(|key| {
            Some(SigningKey {
                key_id: KeyIdText::new(key.id().to_string())?,
                public_key: PublicKeyText::new(key.to_string())?,
                valid_from: from.clone(),
                valid_until: until.clone(),
                revocation: None,
            })
        });
        let recipient = self.recipient.clone().map(|recipient| {
            Some(RecipientKey {
                recipient: RecipientText::new(recipient)?,
                valid_from: from.clone(),
                valid_until: until.clone(),
                revocation: None,
            })
        });
        let contact = self.phone.clone().map(|phone| {
            let phone = Some(PhoneText::new(phone)?);
            Some(RecipientContact { person: None, phone, email: None, address: None })
        });
        Some(model::Member {
            standard: Literal::default(),
            standard_version: Version::default(),
            document_type: Literal::default(),
            member_id: IdText::new(self.member_id.to_string())?,
            organisation_code: OrganisationCodeText::new(self.code.clone())?,
            name: TitleText::new(self.name.clone())?,
            name_en: None,
            short_name: None,
            roles: List::new(self.roles.clone())?,
            valid_from: from.clone(),
            valid_until: None,
            signing_keys: kept(signing)?,
            recipient_keys: kept(recipient)?,
            token_shares: List::default(),
            witness_key: None,
            endpoints: List::default(),
            contact: contact.map_or(Some(None), |contact| contact.map(Some))?,
            regions: List::default(),
            services: List::default(),
            units: List::default(),
            accreditations: List::default(),
            extensions: None,
        })
    }
}

/// A list of what there is; nothing where it is there and not of its form.
fn kept<T, const MAX: usize>(one: Option<Option<T>>) -> Option<List<T, MAX>> {
    match one {
        None => Some(List::default()),
        Some(one) => List::new(vec![one?]),
    }
}

fn instant(seconds: i64) -> Option<InstantText<'static>> {
    InstantText::new(Instant::from_unix_seconds(seconds)?.to_string())
}

/// Seconds of a year without a leap day.
const YEAR: i64 = 365 * 86_400;
