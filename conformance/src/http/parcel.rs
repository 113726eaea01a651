//! Packages that are sent: sound ones made of the examples of the standard, or with one fault.

use std::io::{Cursor, Write as _};

use serde_json::{Value, json};
use tongzhou::{
    package::{archive::Archive, digest::Measured, limits::Limits, name::EntryName, writer::PackageWriter},
    sealing::{Recipient, Sealer},
    signing::{Jws, SigningKey, Subject},
    value::{Instant, Sha256Digest},
};

use super::target::Target;
use crate::{
    case::{PackageFault, Packing, Party},
    fixture::{alliance::MEMBERS, hostile::Hostile},
};

/// The sealed bytes of a package with this id, from `party` for the target; none where the suite cannot make it.
pub(super) fn sealed(
    made: &Packing,
    id: &str,
    party: Party,
    target: &Target,
    now: Instant,
) -> Option<Vec<u8>> {
    let mut package = Package::of(made.example.as_deref().unwrap_or("emergency"))?;
    package.consent_to(&target.code)?;
    package.address(id, party.code(), &target.code, now)?;
    let fault = made.fault;
    match fault {
        Some(PackageFault::Expired) => {
            package.set("createdAt", now.unix_seconds().saturating_sub(2))?;
            package.set("expiresAt", now.unix_seconds().saturating_sub(1))?;
        }
        Some(PackageFault::MadeLater) => package.set("createdAt", now.unix_seconds().saturating_add(3600))?,
        _ => {}
    }
    if let Some(fault) = fault {
        package.spoil(fault)?;
    }
    let signer = if fault == Some(PackageFault::SignedByStranger) { Party::Stranger } else { party };
    let signature =
        (fault != Some(PackageFault::NotSigned)).then(|| package.signature(&signer.key())).flatten();
    if fault == Some(PackageFault::SignatureWrong) {
        package.manifest.as_object_mut()?.insert("purpose".into(), json!("test"));
    }
    let bytes = package.write(signature.as_ref())?;
    let bytes = match fault {
        Some(PackageFault::NameLeadsOut) => Hostile::named("dot-segment-in-name")?.apply(&bytes)?,
        Some(PackageFault::BytesBefore) => Hostile::named("prefix-bytes")?.apply(&bytes)?,
        _ => bytes,
    };
    match fault {
        Some(PackageFault::NotSealed) => Some(bytes),
        Some(PackageFault::Empty) => Some(Vec::new()),
        Some(PackageFault::SealedToAnother) => {
            seal(&bytes, &[MEMBERS.first().map(|member| member.recipient)?.to_owned()])
        }
        _ => {
            let member = target.directory.member_with_code(&target.code)?;
            let recipients: Vec<String> = member.recipients_at(now).map(str::to_owned).collect();
            let mut sealed = seal(&bytes, &recipients)?;
            match fault {
                Some(PackageFault::SealBroken) => *sealed.last_mut()? ^= 1,
                Some(PackageFault::CutShort) => sealed.truncate(sealed.len() / 2),
                _ => {}
            }
            Some(sealed)
        }
    }
}

/// The bytes of a sound package of this id that `sender` made for `target` just now, neither signed nor sealed.
pub(crate) fn unsigned(example: &str, id: &str, sender: &str, target: &str, now: Instant) -> Option<Vec<u8>> {
    let mut package = Package::of(example)?;
    package.consent_to(target)?;
    package.address(id, sender, target, now)?;
    package.write(None)
}

fn seal(bytes: &[u8], recipients: &[String]) -> Option<Vec<u8>> {
    let recipients = recipients.iter().map(|text| text.parse().ok()).collect::<Option<Vec<Recipient>>>()?;
    let mut sealer = Sealer::new(&recipients, Vec::new()).ok()?;
    sealer.write_all(bytes).ok()?;
    sealer.finish().ok()
}

/// A package taken apart.
struct Package {
    manifest: Value,
    entries: Vec<(EntryName, Vec<u8>)>,
}

impl Package {
    fn of(example: &str) -> Option<Self> {
        let name = format!("{example}.tzpkg");
        let (_, bytes) = tongzhou_schema::EXAMPLES.iter().find(|(own, _)| *own == name)?;
        let mut archive = Archive::open(Cursor::new(*bytes), &Limits::STANDARD).ok()?;
        let mut package = Self { manifest: Value::Null, entries: Vec::new() };
        for entry in archive.entries().to_vec() {
            let mut content = Vec::new();
            archive.read(&entry, &mut content).ok()?;
            match entry.name() {
                EntryName::Manifest => package.manifest = serde_json::from_slice(&content).ok()?,
                EntryName::Signature(_) => {}
                name => package.entries.push((name, content)),
            }
        }
        Some(package)
    }

    /// The consents of the examples name the first member of their alliance; here they name the target.
    fn consent_to(&mut self, target: &str) -> Option<()> {
        let example = MEMBERS.first().map(|member| member.code)?;
        let swapped = |text: &str| {
            let text = text.replace(target, "\u{0}").replace(example, target);
            text.replace('\u{0}', example)
        };
        let mut measured = Vec::new();
        for (name, content) in &mut self.entries {
            if matches!(name, EntryName::Record(_) | EntryName::Receipt(_)) {
                *content = swapped(std::str::from_utf8(content).ok()?).into_bytes();
                measured.push((name.to_string(), Measured::of(content)));
            }
        }
        measured.into_iter().try_for_each(|(name, measured)| self.list(&name, measured))
    }

    /// Tells of an entry in the manifest.
    fn list(&mut self, name: &str, measured: Measured) -> Option<()> {
        let lines = self.manifest.get_mut("entries")?.as_array_mut()?;
        let line = lines.iter_mut().find(|line| line.get("name").and_then(Value::as_str) == Some(name))?;
        *line.get_mut("size")? = measured.size.into();
        *line.get_mut("sha256")? = Sha256Digest::from_bytes(measured.sha256).to_string().into();
        Some(())
    }

    /// Made just now, since nobody's key counts for what is older than it.
    fn address(&mut self, id: &str, sender: &str, target: &str, now: Instant) -> Option<()> {
        let members = self.manifest.as_object_mut()?;
        members.insert(
            "createdAt".to_owned(),
            json!(Instant::from_unix_seconds(now.unix_seconds())?.to_string()),
        );
        members.insert("packageId".to_owned(), json!(id));
        members.insert("sender".to_owned(), json!({ "organisationCode": sender }));
        members.insert("audience".to_owned(), json!([target]));
        Some(())
    }

    /// Gives the manifest an instant.
    fn set(&mut self, member: &str, seconds: i64) -> Option<()> {
        let instant = Instant::from_unix_seconds(seconds)?;
        self.manifest.as_object_mut()?.insert(member.to_owned(), json!(instant.to_string()));
        Some(())
    }

    fn spoil(&mut self, fault: PackageFault) -> Option<()> {
        match fault {
            PackageFault::OtherAudience => {
                self.manifest.as_object_mut()?.insert("audience".to_owned(), json!([Party::B.code()]));
            }
            PackageFault::DigestWrong => *self.root()?.1.last_mut()? = b' ',
            PackageFault::EntryNotListed => {
                let name: EntryName = "records/019a0000-0000-7000-8000-00000000ffff.json".parse().ok()?;
                let content = self.root()?.1.clone();
                self.entries.push((name, content));
                self.entries.sort_by_key(|(name, _)| *name);
            }
            PackageFault::EntryMissing => {
                let root = self.root_name()?;
                let other = self.entries.iter().position(|(name, _)| *name != root)?;
                self.entries.remove(other);
            }
            PackageFault::NotOfSchema => self.change(|text| text.replace("\"child\"", "\"kid\""))?,
            PackageFault::NotJson => self.change(|text| text.trim_end().trim_end_matches('}').to_owned())?,
            PackageFault::MemberTwice => {
                self.change(|text| text.replacen('{', "{ \"standard\": \"tongzhou\",", 1))?;
            }
            PackageFault::UnknownVersion => {
                self.change(|text| {
                    text.replace("\"standardVersion\": \"1.0\"", "\"standardVersion\": \"9.0\"")
                })?;
            }
            PackageFault::CheckDigitWrong => self.change(wrong_check_digit)?,
            _ => {}
        }
        Some(())
    }

    fn root_name(&self) -> Option<EntryName> {
        self.manifest.get("root")?.as_str()?.parse().ok()
    }

    /// The application.
    fn root(&mut self) -> Option<&mut (EntryName, Vec<u8>)> {
        let root = self.root_name()?;
        self.entries.iter_mut().find(|(name, _)| *name == root)
    }

    /// Changes the application, of which the manifest then tells; none where nothing was changed.
    fn change(&mut self, how: impl FnOnce(&str) -> String) -> Option<()> {
        let root = self.root_name()?;
        let before = self.root()?.1.clone();
        self.change_entry(root, how)?;
        (self.root()?.1 != before).then_some(())
    }

    /// Changes an entry, of which the manifest then tells.
    fn change_entry(&mut self, name: EntryName, how: impl FnOnce(&str) -> String) -> Option<()> {
        let (_, content) = self.entries.iter_mut().find(|(own, _)| *own == name)?;
        let changed = how(std::str::from_utf8(content).ok()?).into_bytes();
        let (name, measured) = (name.to_string(), Measured::of(&changed));
        *content = changed;
        self.list(&name, measured)
    }

    fn manifest(&self) -> Option<Vec<u8>> {
        serde_json::to_vec_pretty(&self.manifest).ok()
    }

    /// The signature of a key over the manifest, under the name that the standard gives it.
    fn signature(&self, key: &SigningKey) -> Option<(EntryName, Vec<u8>)> {
        let mut jws = Jws::new(Subject::Manifest);
        jws.sign(key, &self.manifest()?);
        let id = key.verifying_key().id().to_string();
        let digest = Sha256Digest::of(id.as_bytes()).to_string();
        let name = format!("signatures/{}.jws.json", digest.get(..32)?);
        Some((name.parse().ok()?, jws.to_json()))
    }

    fn write(&self, signature: Option<&(EntryName, Vec<u8>)>) -> Option<Vec<u8>> {
        let mut writer = PackageWriter::new(Vec::new(), &Limits::STANDARD);
        writer.add_bytes(EntryName::Manifest, &self.manifest()?).ok()?;
        for (name, content) in self.entries.iter().chain(signature) {
            writer.add_bytes(*name, content).ok()?;
        }
        writer.finish().ok()
    }
}

/// The first resident id of an application, with another check character.
fn wrong_check_digit(text: &str) -> String {
    let Some(place) = text.find("\"value\": \"").map(|place| place + 10) else { return text.to_owned() };
    let (before, number) = text.split_at(place);
    let Some((number, after)) = number.split_at_checked(18) else { return text.to_owned() };
    let (rest, last) = number.split_at(17);
    format!("{before}{rest}{}{after}", if last == "1" { "2" } else { "1" })
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use tongzhou::{
        delivery::{Opener, examine},
        package::limits::Limits,
        sealing::Identity,
        validate::{self, Answer, Options},
        value::Instant,
    };

    use super::*;
    use crate::{fixture::alliance::signing_key, tenant::Tenant};

    const NOW: &str = "2026-11-01T02:00:00Z";

    fn target() -> (Target, Identity) {
        let now: Instant = NOW.parse().unwrap();
        let identity = Identity::generate();
        let entry = tongzhou::directory::Enrolment {
            member_id: tongzhou::value::Uuid7::from_parts(0x019a_0000_0000, [9; 10]),
            code: Party::Stranger.code().to_owned(),
            name: "示例成员".to_owned(),
            roles: vec![tongzhou::code::lists::MemberRole::Charity],
            signing: Some(signing_key("target of a test").verifying_key()),
            recipient: Some(identity.recipient().to_string()),
            phone: None,
        };
        let tenant = Tenant::with(&[entry.entry(now, 1).unwrap()], now).unwrap();
        let address = "http://127.0.0.1:1/".parse().unwrap();
        (Target::of(&tenant.directory, &tenant.signatures, None, address, now).unwrap(), identity)
    }

    /// Whether the engine takes it: from the seal to the rules, and for whom it is.
    fn taken(bytes: &[u8], target: &Target, identity: Identity) -> bool {
        let now: Instant = NOW.parse().unwrap();
        let identities = [identity];
        let options =
            Options::on(now.china_date()).with_directory(&target.directory).with_identities(&identities);
        let checked = validate::package(Cursor::new(bytes), &options).unwrap();
        let sound = checked.answer() == Answer::Sound;
        let organisation = target.code.parse().unwrap();
        let opener = Opener { organisation, identities: &identities };
        sound && examine(Cursor::new(bytes), &opener, &target.directory, now, &Limits::STANDARD).is_ok()
    }

    const ID: &str = "019a0000-0000-7000-8000-00000000beef";

    #[test]
    fn a_package_of_each_example_is_sound_and_for_the_target() {
        for example in EXAMPLES {
            let (target, identity) = target();
            let made = Packing { example: Some((*example).to_owned()), ..Packing::default() };
            let bytes = sealed(&made, ID, Party::A, &target, NOW.parse().unwrap()).unwrap();
            assert!(taken(&bytes, &target, identity), "{example}");
        }
    }

    #[test]
    fn each_fault_is_one() {
        for fault in FAULTS {
            let (target, identity) = target();
            let example = matches!(fault, PackageFault::CheckDigitWrong).then(|| "leukaemia".to_owned());
            let made = Packing { fault: Some(*fault), example, ..Packing::default() };
            let bytes = sealed(&made, ID, Party::A, &target, NOW.parse().unwrap());
            let bytes = bytes.unwrap_or_else(|| panic!("{fault:?} cannot be made"));
            assert!(!taken(&bytes, &target, identity), "{fault:?}");
        }
    }

    const EXAMPLES: &[&str] = &[
        "emergency",
        "fifteen",
        "joint-aid",
        "leukaemia",
        "newborn-heart",
        "rigid-expenditure",
        "welfare-orphan",
    ];
    const FAULTS: &[PackageFault] = &[
        PackageFault::NotSealed,
        PackageFault::SealedToAnother,
        PackageFault::SealBroken,
        PackageFault::CutShort,
        PackageFault::Empty,
        PackageFault::NotSigned,
        PackageFault::SignedByStranger,
        PackageFault::SignatureWrong,
        PackageFault::OtherAudience,
        PackageFault::DigestWrong,
        PackageFault::EntryNotListed,
        PackageFault::EntryMissing,
        PackageFault::NameLeadsOut,
        PackageFault::BytesBefore,
        PackageFault::NotOfSchema,
        PackageFault::NotJson,
        PackageFault::MemberTwice,
        PackageFault::CheckDigitWrong,
        PackageFault::UnknownVersion,
        PackageFault::Expired,
        PackageFault::MadeLater,
    ];
}
