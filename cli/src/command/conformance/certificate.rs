//! `tongzhou conformance certify`, `verify-certificate` and `revoke`: certificates, issued, held against their list of
//! revoked ones, and revoked.

use std::{
    path::{Path, PathBuf},
    time::SystemTime,
};

use serde_json::{Value, json};
use tongzhou::{
    code::Code,
    directory::Directory,
    package::atomic::Existing,
    signing::{MAX_JWS_BYTES, Subject, VerifyingKey},
    text::{Bilingual, Lang},
    value::{Instant, Sha256Digest, Uuid7},
};
use tongzhou_conformance::{
    certificate::{
        self, Attestations, Certificate, CertificateFault, Evidence, Issuers, MAX_CERTIFICATE_BYTES,
        Organisation, Request, Revocations, Revoked, Suite, System, Verified,
    },
    listed::MAX_TABLE_BYTES,
};

use super::verdicts::{bytes, report};
use crate::{
    args::{
        Format,
        verdicts::{Certify, Revoke, Signer, VerifyCertificate},
    },
    clock::now,
    command::directory::public_keys,
    exit::Exit,
    identity, key_file,
    key_trouble::{KeyTrouble, trouble},
    members::signatures_of,
    output::{ready, unforced, write, write_unforced},
    speech::{Failure, What, answer, remark, shown},
    verdict_trouble::VerdictTrouble,
};

/// Runs `certify`.
pub(super) fn certify(args: &Certify, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let existing = if args.force { Existing::Replace } else { Existing::Keep };
    let signatures = signatures_of(&args.output);
    let outputs: Vec<&Path> =
        [&args.output, &signatures].into_iter().chain(&args.html).map(PathBuf::as_path).collect();
    let inputs: Vec<&Path> = args
        .reports
        .iter()
        .chain(&args.attestations)
        .chain(args.signer.files())
        .map(PathBuf::as_path)
        .collect();
    ready(&outputs, &inputs, existing).map_err(fail)?;
    let now = now().map_err(fail)?;
    let certificate = issued(args, now).map_err(fail)?;
    let document = certificate.to_json().map_err(|error| fail(What::Print(error.into())))?;
    sign(&args.signer, Subject::Certificate, &document, &args.output, existing, lang).map_err(fail)?;
    if let Some(path) = &args.html {
        write(path, certificate.to_html().as_bytes(), existing).map_err(fail)?;
    }
    let (path, beside) = (shown(&args.output), shown(&signatures));
    let (number, until) = (certificate.number, certificate.valid_until);
    answer(
        match lang {
            Lang::ZhCn => format!(
                "已颁发：{path}\n签名：{beside}\n证书编号：{number}\n有效期至：{until}\n下一步：把这两个文件一起交给成员\n"
            ),
            Lang::En => format!(
                "Issued: {path}\nSignatures: {beside}\nNumber: {number}\nValid until: {until}\nNext: give both files to \
                 the member\n"
            ),
        },
        lang,
    )?;
    Ok(Exit::Sound)
}

fn issued(args: &Certify, now: Instant) -> Result<Certificate, What> {
    let mut evidence = Vec::with_capacity(args.reports.len());
    for path in &args.reports {
        let (bytes, report) = report(path)?;
        evidence.push(Evidence { sha256: Sha256Digest::of(&bytes), report });
    }
    let attestations = match &args.attestations {
        None => Attestations::default(),
        Some(path) => Attestations::read(&bytes(path, MAX_TABLE_BYTES)?, now.china_date())
            .map_err(|fault| VerdictTrouble::Attestations(path.clone(), fault))?,
    };
    let suite = Suite::shipped().map_err(VerdictTrouble::Suite)?;
    let request = Request {
        member: Organisation { organisation_code: args.member, name: args.name.clone() },
        role: args.role,
        ran_by: args.ran_by.clone(),
        attestations,
        issuer: args.issuer.clone(),
        revocations: args.revocations.clone(),
        number: identity::fresh(SystemTime::now())?,
        now,
        valid_days: args.valid_days,
        report_days: args.report_days,
    };
    let refused = |reasons| VerdictTrouble::Refused(args.reports.clone(), reasons);
    Ok(certificate::issue(request, &evidence, &suite).map_err(refused)?)
}

/// Runs `verify-certificate`.
pub(super) fn verify(args: &VerifyCertificate, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let now = now().map_err(fail)?;
    let directory = args.members.read(now).map_err(fail)?;
    let key = args.key.as_deref().map(signing_key).transpose().map_err(fail)?;
    let issuers = issuers(directory.as_ref(), key).ok_or_else(|| fail(What::NothingToCheck))?;
    let (document, signatures) = pair(&args.certificate).map_err(fail)?;
    let verified = match verified(args, (&document, &signatures), issuers, now) {
        Ok(verified) => verified,
        Err(what) => {
            if let (What::Verdict(trouble), Format::Json) = (&what, args.format)
                && let Some(told) = why_not(trouble)
            {
                answer(format!("{told:#}\n"), lang)?;
            }
            return Err(fail(what));
        }
    };
    if let Some(path) = &args.html {
        write_unforced(path, verified.certificate.to_html().as_bytes(), Existing::Keep).map_err(fail)?;
    }
    let checked = args.revocations.is_some();
    answer(
        match args.format {
            Format::Human => told(&verified, checked, lang),
            Format::Json => for_programs(&verified, &document, checked),
        },
        lang,
    )?;
    if checked {
        return Ok(Exit::Sound);
    }
    let list = &verified.certificate.revocations;
    remark(match lang {
        Lang::ZhCn => format!("没有对照撤销名单，不能算核验完；名单公布在 {list}，请用 --revocations 指定"),
        Lang::En => format!(
            "it was not held against the list of revoked certificates, so it may have been revoked; the list is published \
             at {list}: name it with --revocations"
        ),
    });
    Ok(Exit::CouldNot)
}

/// The certificate, and then what the list says of it: what is wrong with the list is no fault of the certificate.
fn verified(
    args: &VerifyCertificate,
    (document, signatures): (&[u8], &[u8]),
    issuers: Issuers<'_>,
    now: Instant,
) -> Result<Verified, What> {
    let of_certificate = |fault| What::from(VerdictTrouble::Certificate(args.certificate.clone(), fault));
    let verified = certificate::verify(document, signatures, issuers, None, now).map_err(of_certificate)?;
    let Some(path) = &args.revocations else { return Ok(verified) };
    let of_list = |fault| What::from(VerdictTrouble::RevocationList(path.clone(), fault));
    let (list, list_signatures) = pair(path)?;
    let list = Revocations::verify(&list, &list_signatures, issuers, now).map_err(of_list)?;
    certificate::verify(document, signatures, issuers, Some(&list), now).map_err(|fault| match fault {
        CertificateFault::OtherList => of_list(fault),
        fault => of_certificate(fault),
    })
}

/// For programs: whether it is the certificate that cannot be relied on, or the list.
fn why_not(trouble: &VerdictTrouble) -> Option<Value> {
    match trouble {
        VerdictTrouble::Certificate(_, fault) => Some(json!({ "trusted": false, "code": fault.code() })),
        VerdictTrouble::RevocationList(_, fault) => Some(json!({
            "trusted": false,
            "heldAgainstRevocations": false,
            "code": "revocations",
            "revocations": fault.code(),
        })),
        _ => None,
    }
}

/// Runs `revoke`.
pub(super) fn revoke(args: &Revoke, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let now = now().map_err(fail)?;
    let until = now.china_date().plus_days(args.valid_days).ok_or_else(|| fail(What::Clock))?;
    match (args.new, args.output.exists()) {
        (true, true) => return Err(fail(VerdictTrouble::ListThere(args.output.clone()).into())),
        // Under a name that is mistyped a new list would clear everything that was revoked.
        (false, false) => return Err(fail(VerdictTrouble::NoList(args.output.clone()).into())),
        (true, false) | (false, true) => {}
    }
    let existing = if args.new { Existing::Keep } else { Existing::Replace };
    let signatures_path = signatures_of(&args.output);
    ready(&[&args.output, &signatures_path], &[], existing).map_err(unforced).map_err(fail)?;
    let keys = key_file::unlock(&args.signer.key, &args.signer.passphrase, lang).map_err(fail)?;
    let key =
        keys.signing().ok_or_else(|| fail(trouble(KeyTrouble::NoSigningKey(args.signer.key.clone()))))?;
    let former = args.former_key.as_deref().map(signing_key).transpose().map_err(fail)?;
    let mut list = if args.new {
        Revocations::new(args.issuer.clone(), now, until)
    } else {
        // What somebody else has put there is not signed anew.
        let (document, signatures) = pair(&args.output).map_err(fail)?;
        let issuers = Issuers::Key(former.unwrap_or_else(|| key.verifying_key()));
        let list = Revocations::signed(&document, &signatures, issuers, now)
            .map_err(|fault| fail(VerdictTrouble::Certificate(args.output.clone(), fault).into()))?;
        // Under another name it would clear and revoke nothing.
        if list.issuer != args.issuer {
            return Err(fail(VerdictTrouble::OtherIssuer(args.output.clone(), list.issuer).into()));
        }
        Revocations { issued_at: now, valid_until: until, ..list }
    };
    let number = args.certificate.as_deref().map(|path| number_of(path, &args.issuer)).transpose();
    let number = number.map_err(fail)?.or(args.number);
    if let (Some(number), Some(reason)) = (number, args.reason)
        && !list.add(Revoked { number, reason, at: now })
    {
        return Err(fail(VerdictTrouble::AlreadyRevoked(args.output.clone()).into()));
    }
    let document = list.to_json().map_err(|error| fail(What::Print(error.into())))?;
    let signatures = certificate::signatures(Subject::Revocations, key, &document);
    write_unforced(&signatures_path, &signatures, existing).map_err(fail)?;
    write_unforced(&args.output, &document, existing).map_err(fail)?;
    let (path, beside) = (shown(&args.output), shown(&signatures_path));
    let count = list.revoked.len();
    let (title, colon) = match lang {
        Lang::ZhCn => ("这次撤销的证书编号", "："),
        Lang::En => ("Number of the certificate that was revoked now", ": "),
    };
    let now_revoked = number.map(|number| format!("{title}{colon}{number}\n")).unwrap_or_default();
    answer(
        match lang {
            Lang::ZhCn => format!(
                "名单已签名：{path}\n签名：{beside}\n{now_revoked}已撤销 {count} 张，名单有效期至 {until}\n\
                 下一步：把这两个文件公布在证书写明的地方\n"
            ),
            Lang::En => format!(
                "Signed: {path}\nSignatures: {beside}\n{now_revoked}Revoked certificates: {count}; the list can be relied on until \
                 {until}\nNext: publish both files where the certificates say\n"
            ),
        },
        lang,
    )?;
    Ok(Exit::Sound)
}

/// The number of a certificate that is to be revoked, which nobody has to type.
fn number_of(path: &Path, issuer: &str) -> Result<Uuid7, What> {
    let certificate = Certificate::read(&bytes(path, MAX_CERTIFICATE_BYTES)?)
        .map_err(|fault| VerdictTrouble::NoCertificate(path.to_owned(), fault))?;
    // A list revokes nothing of another issuer.
    if certificate.issuer == issuer {
        Ok(certificate.number)
    } else {
        Err(VerdictTrouble::OtherIssuer(path.to_owned(), certificate.issuer).into())
    }
}

fn issuers(directory: Option<&Directory>, key: Option<VerifyingKey>) -> Option<Issuers<'_>> {
    directory.map(Issuers::Directory).or_else(|| key.map(Issuers::Key))
}

/// The public key that signs, of a file of public keys.
fn signing_key(path: &Path) -> Result<VerifyingKey, What> {
    public_keys(path)?.signing.ok_or_else(|| trouble(KeyTrouble::NoSigningKey(path.to_owned())))
}

/// A document and the signatures beside it.
fn pair(path: &Path) -> Result<(Vec<u8>, Vec<u8>), What> {
    if path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(".jws.json")) {
        return Err(VerdictTrouble::Signatures(path.to_owned()).into());
    }
    Ok((bytes(path, MAX_CERTIFICATE_BYTES)?, bytes(&signatures_of(path), MAX_JWS_BYTES)?))
}

/// Writes a document and its signatures beside it.
fn sign(
    signer: &Signer,
    subject: Subject,
    document: &[u8],
    path: &Path,
    existing: Existing,
    lang: Lang,
) -> Result<(), What> {
    let keys = key_file::unlock(&signer.key, &signer.passphrase, lang)?;
    let key = keys.signing().ok_or_else(|| trouble(KeyTrouble::NoSigningKey(signer.key.clone())))?;
    // The document goes last: where it is, its signatures are.
    write(&signatures_of(path), &certificate::signatures(subject, key, document), existing)?;
    write(path, document, existing)
}

fn told(Verified { certificate, signatory }: &Verified, checked: bool, lang: Lang) -> String {
    let signer = signatory.name.clone().unwrap_or_else(|| signatory.key.to_string());
    let Certificate { number, member, role, standard_version, valid_until, ran_by, excused, .. } =
        certificate;
    let (name, code, issued) = (&member.name, member.organisation_code, certificate.issued_at.china_date());
    let (role, System { name: system, version }, excused) =
        (role.title(lang), &certificate.system, excused.len());
    let version = version.as_ref().map(|version| format!(" {version}")).unwrap_or_default();
    let stands = Bilingual {
        zh: if checked {
            "签名属实，在有效期内"
        } else {
            "签名属实，在有效期内，是否已撤销尚未核对"
        },
        en: if checked {
            "Truly signed, and in force"
        } else {
            "Truly signed; not known whether it was revoked"
        },
    };
    let stands = stands.in_lang(lang);
    let text = match lang {
        Lang::ZhCn => format!(
            "{stands}：{name} {code}\n  系统：{system}{version}\n  角色：{role}，标准 {standard_version}\n  证书编号：{number}\n  \
             {issued} 颁发，有效期至 {valid_until}\n  签名：{signer}\n  测试由谁运行：{ran_by}\n  已备案的不通过项：{excused}"
        ),
        Lang::En => format!(
            "{stands}: {name} {code}\n  System: {system}{version}\n  Role: {role}, standard {standard_version}\n  \
             Number: {number}\n  Issued {issued}, valid until {valid_until}\n  Signed by: {signer}\n  Suite run by: \
             {ran_by}\n  Excused checks: {excused}"
        ),
    };
    text.replace(|letter: char| letter.is_control() && letter != '\n', "\u{FFFD}") + "\n"
}

/// What a program needs, and the reference that a capability carries.
fn for_programs(Verified { certificate, signatory }: &Verified, document: &[u8], checked: bool) -> String {
    let told = json!({
        "trusted": checked,
        "heldAgainstRevocations": checked,
        "signedBy": { "keyId": signatory.key.to_string(), "name": signatory.name },
        "member": certificate.member,
        "excused": certificate.excused.len(),
        "reference": {
            "role": certificate.role.code(),
            "standardVersion": certificate.standard_version,
            "number": certificate.number.to_string(),
            "issuedOn": certificate.issued_at.china_date().to_string(),
            "validUntil": certificate.valid_until.to_string(),
            "sha256": Sha256Digest::of(document).to_string(),
        },
    });
    format!("{told:#}\n")
}
