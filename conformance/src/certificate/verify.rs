//! Whether a certificate can be relied on.

use tongzhou::{
    code::lists::MemberRole,
    directory::{Directory, KeyStanding},
    signing::{Jws, KeyId, SignatureFault, Subject, VerifyingKey},
    value::Instant,
};

use super::{Certificate, CertificateFault, Revocations};

/// Whose signatures count.
#[derive(Clone, Copy, Debug)]
pub enum Issuers<'d> {
    /// Those of the secretariat that a verified member directory lists.
    Directory(&'d Directory),
    /// Those of this key alone.
    Key(VerifyingKey),
}

/// Who signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signatory {
    /// With which key.
    pub key: KeyId,
    /// The name in the directory, where there is one.
    pub name: Option<String>,
}

/// A certificate that can be relied on, as far as was looked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// The certificate.
    pub certificate: Certificate,
    /// Who signed it.
    pub signatory: Signatory,
}

/// Verifies a certificate and its signatures, and holds it against a list of revoked ones where there is one. Whoever
/// has no list has not found out whether it was revoked.
///
/// # Errors
/// The first reason for which it cannot be relied on.
pub fn verify(
    document: &[u8],
    signatures: &[u8],
    issuers: Issuers<'_>,
    revocations: Option<&Revocations>,
    now: Instant,
) -> Result<Verified, CertificateFault> {
    let certificate = Certificate::read(document)?;
    let said = Said { issuer: &certificate.issuer, at: certificate.issued_at };
    let signatory = signed(document, signatures, Subject::Certificate, issuers, &said, now)?;
    if certificate.valid_until < now.china_date() {
        return Err(CertificateFault::Expired(certificate.valid_until));
    }
    if let Some(list) = revocations {
        if list.issuer != certificate.issuer {
            return Err(CertificateFault::OtherList);
        }
        if let Some(revoked) = list.of(certificate.number) {
            return Err(CertificateFault::Revoked(revoked.reason, revoked.at));
        }
    }
    Ok(Verified { certificate, signatory })
}

/// What a document says of who issued it and when.
pub(super) struct Said<'d> {
    pub(super) issuer: &'d str,
    pub(super) at: Instant,
}

/// Who signed, every signature being sound: one that counts does not make up for one that does not.
pub(super) fn signed(
    document: &[u8],
    signatures: &[u8],
    subject: Subject,
    issuers: Issuers<'_>,
    said: &Said<'_>,
    now: Instant,
) -> Result<Signatory, CertificateFault> {
    let jws = Jws::read(signatures, subject)?;
    let key_of = |id: &KeyId| match issuers {
        Issuers::Directory(directory) => directory.signer(id).map(|signer| signer.verifying_key()),
        Issuers::Key(key) => (key.id() == *id).then_some(key),
    };
    let mut first = None;
    for verdict in jws.verify(document, key_of) {
        let key = verdict.map_err(|fault| match fault {
            SignatureFault::UnknownKey(id) => CertificateFault::UnknownKey(id),
            SignatureFault::Wrong(id) => CertificateFault::Changed(id),
        })?;
        let name = counts(key, issuers, said)?;
        first.get_or_insert(Signatory { key, name });
    }
    if now.unix_seconds() + CLOCK_SKEW < said.at.unix_seconds() {
        return Err(CertificateFault::Future);
    }
    first.ok_or(CertificateFault::Signatures(tongzhou::signing::JwsFault::NoSignature))
}

/// The name of who holds the key, which counted when the document was issued.
fn counts(key: KeyId, issuers: Issuers<'_>, said: &Said<'_>) -> Result<Option<String>, CertificateFault> {
    let Issuers::Directory(directory) = issuers else { return Ok(None) };
    let signer = directory.signer(&key).ok_or(CertificateFault::UnknownKey(key))?;
    if !signer.member.roles.contains(&MemberRole::Secretariat) {
        return Err(CertificateFault::NotSecretariat(key));
    }
    match signer.standing_at(said.at) {
        KeyStanding::Valid => {}
        standing => return Err(CertificateFault::Key(key, standing)),
    }
    if signer.member.name != said.issuer {
        return Err(CertificateFault::OtherIssuer);
    }
    Ok(Some(signer.member.name.clone()))
}

/// How far the clocks of two machines may differ, in seconds.
const CLOCK_SKEW: i64 = 300;
