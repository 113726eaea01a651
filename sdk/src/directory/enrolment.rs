//! Making a member's own entry of what it knows of itself, and adding keys to the entry that it has.

use crate::{
    code::lists::MemberRole,
    json,
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
    revision::RevisionFault,
    verify::{read, text_of},
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
    /// [`RevisionFault::Code`], and [`RevisionFault::NoRoom`] where a text is not of its form.
    pub fn entry(&self, now: Instant, years: u8) -> Result<Vec<u8>, RevisionFault> {
        self.code.parse::<OrganisationCode>().map_err(RevisionFault::Code)?;
        written(&self.member(now, years).ok_or(RevisionFault::NoRoom)?)
    }

    fn member(&self, now: Instant, years: u8) -> Option<model::Member<'static>> {
        let term = Term::of(now, years)?;
        let signing = self.signing.map(|key| term.signing_key(key));
        let recipient = self.recipient.clone().map(|recipient| term.recipient_key(recipient));
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
            valid_from: term.from.clone(),
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

/// Keys that a member gets beside those it has 成员新增的公钥: because one is lost, or before one expires.
///
/// ```
/// use tongzhou::{
///     code::lists::MemberRole,
///     directory::{Enrolment, NewKeys},
///     model,
///     signing::SigningKey,
///     value::Instant,
/// };
///
/// let now: Instant = "2026-10-01T08:00:00Z".parse()?;
/// let former = Enrolment {
///     member_id: "01990000-0000-7000-8000-0000000000b1".parse()?,
///     code: "531000000000000008".to_owned(),
///     name: "示例儿童大病救助基金会".to_owned(),
///     roles: vec![MemberRole::Charity],
///     signing: Some(SigningKey::from_seed(&[7; 32]).verifying_key()),
///     recipient: None,
///     phone: None,
/// }
/// .entry(now, 2)?;
///
/// let new = NewKeys { signing: Some(SigningKey::from_seed(&[8; 32]).verifying_key()), recipient: None };
/// let entry = new.entry(&former, "2028-08-01T08:00:00Z".parse()?, 2)?;
/// let entry: model::Member<'_> = serde_json::from_slice(&entry)?;
/// assert_eq!(entry.signing_keys.len(), 2);
/// assert_eq!(entry.member_id.as_str(), "01990000-0000-7000-8000-0000000000b1");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct NewKeys {
    /// The key with which its signatures are checked.
    pub signing: Option<VerifyingKey>,
    /// The recipient of age to which packages for it are sealed.
    pub recipient: Option<String>,
}

impl NewKeys {
    /// The entry `former` with these keys, which count for so many years from now. Everything else stays as it is, the
    /// keys so far included: until they expire or are revoked, they count beside the new ones.
    ///
    /// # Errors
    /// [`RevisionFault::NotAMember`] where `former` is no member's entry, [`RevisionFault::KeyThere`],
    /// [`RevisionFault::KeysFull`] and [`RevisionFault::NoRoom`].
    pub fn entry(&self, former: &[u8], now: Instant, years: u8) -> Result<Vec<u8>, RevisionFault> {
        let mut member: model::Member<'_> = json::from_slice(former).map_err(RevisionFault::NotAMember)?;
        let term = Term::of(now, years).ok_or(RevisionFault::NoRoom)?;
        if let Some(key) = self.signing {
            let key = term.signing_key(key).ok_or(RevisionFault::NoRoom)?;
            let there = member.signing_keys.iter().any(|own| own.key_id == key.key_id);
            member.signing_keys = longer(&member.signing_keys, key, there)?;
        }
        if let Some(recipient) = self.recipient.clone() {
            let key = term.recipient_key(recipient).ok_or(RevisionFault::NoRoom)?;
            let there = member.recipient_keys.iter().any(|own| own.recipient == key.recipient);
            member.recipient_keys = longer(&member.recipient_keys, key, there)?;
        }
        written(&member)
    }
}

/// The entry of the member with this unified social credit code or member id, as a directory writes it down, whether
/// that is to be trusted or not.
///
/// ```
/// use tongzhou::{directory::entry_of, model};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// let entry = entry_of(shipped("directory.json"), "531000000000000008")?;
/// let entry: model::Member<'_> = serde_json::from_slice(&entry)?;
/// assert_eq!(entry.organisation_code.as_str(), "531000000000000008");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// Where it is no directory, and [`RevisionFault::NoSuchMember`].
pub fn entry_of(directory: &[u8], member: &str) -> Result<Vec<u8>, RevisionFault> {
    let directory = read(text_of(directory)?)?;
    let named = |listed: &&model::Member<'_>| {
        listed.organisation_code.as_str() == member || listed.member_id.as_str() == member
    };
    written(directory.members.iter().find(named).ok_or(RevisionFault::NoSuchMember)?)
}

/// The entry `former` with these shares of token keys, by which the member is an evaluator 令牌计算方. A share of the same
/// purpose, epoch and number gives way; everything else stays as it is.
///
/// ```
/// use tongzhou::{
///     code::lists::{MemberRole, TokenPurpose},
///     directory::{entry_of, with_token_shares},
///     model::{self, member::TokenShare, primitive::Count},
/// };
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// let former = entry_of(shipped("directory.json"), "1211000040000000XT")?;
/// let (epoch, number, threshold) = (Count::saturating(1), Count::saturating(2), Count::saturating(2));
/// let share = TokenShare::of(TokenPurpose::Subject, epoch, number, threshold, &[7; 32]);
/// let entry = with_token_shares(&former, &[share])?;
/// let entry: model::Member<'_> = serde_json::from_slice(&entry)?;
/// assert_eq!(entry.token_shares.len(), 1);
/// assert!(entry.roles.contains(&MemberRole::Evaluator));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`RevisionFault::NotAMember`] where `former` is no member's entry, and [`RevisionFault::KeysFull`].
pub fn with_token_shares(
    former: &[u8],
    shares: &[model::member::TokenShare<'_>],
) -> Result<Vec<u8>, RevisionFault> {
    let mut member: model::Member<'_> = json::from_slice(former).map_err(RevisionFault::NotAMember)?;
    let mut held = member.token_shares.to_vec();
    for share in shares {
        held.retain(|it| (it.purpose, it.epoch, it.share) != (share.purpose, share.epoch, share.share));
        held.push(share.clone());
    }
    if !member.roles.contains(&MemberRole::Evaluator) {
        member.roles = longer(&member.roles, MemberRole::Evaluator, false)?;
    }
    member.token_shares = List::new(held).ok_or(RevisionFault::KeysFull)?;
    written(&member)
}

/// From when until when new keys count.
struct Term {
    from: InstantText<'static>,
    until: InstantText<'static>,
}

impl Term {
    fn of(now: Instant, years: u8) -> Option<Self> {
        let from = instant(now.unix_seconds())?;
        Some(Self { from, until: instant(now.unix_seconds() + i64::from(years) * YEAR)? })
    }

    fn signing_key(&self, key: VerifyingKey) -> Option<SigningKey<'static>> {
        Some(SigningKey {
            key_id: KeyIdText::new(key.id().to_string())?,
            public_key: PublicKeyText::new(key.to_string())?,
            valid_from: self.from.clone(),
            valid_until: self.until.clone(),
            revocation: None,
        })
    }

    fn recipient_key(&self, recipient: String) -> Option<RecipientKey<'static>> {
        Some(RecipientKey {
            recipient: RecipientText::new(recipient)?,
            valid_from: self.from.clone(),
            valid_until: self.until.clone(),
            revocation: None,
        })
    }
}

/// The bytes of an entry.
fn written(member: &model::Member<'_>) -> Result<Vec<u8>, RevisionFault> {
    let mut bytes = serde_json::to_vec_pretty(member).map_err(|_| RevisionFault::NoRoom)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// A list of keys with one more, unless it is there already.
fn longer<T: Clone, const MAX: usize>(
    keys: &List<T, MAX>,
    key: T,
    there: bool,
) -> Result<List<T, MAX>, RevisionFault> {
    if there {
        return Err(RevisionFault::KeyThere);
    }
    let mut keys = keys.to_vec();
    keys.push(key);
    List::new(keys).ok_or(RevisionFault::KeysFull)
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
