//! From sound documents and papers to a package.

use std::{
    fs::File,
    io::{Read, Write},
    path::Path,
};

use crate::{
    code::lists::{DataClass, DocumentType, PackagePurpose},
    error::Error,
    model::{
        StandardDocument,
        manifest::Sender,
        primitive::List,
        texts::{OrganisationCodeText, ShortText},
    },
    pack::{self, Plan, PlannedEntry, fault::FolderFile, packing::Packing},
    package::{
        atomic::Existing,
        digest::{Measured, copy_measured},
        limits::Limits,
        name::{EntryId, EntryName},
    },
    paper::{Inspection, Inspector, PaperLimits},
    report::place::PlacedFinding,
    validate::{self, Planned, PlannedContent},
    value::{Instant, Sha256Digest, Uuid7},
};

use super::sound::{Sound, Unsound};

/// A package that is being put together.
///
/// Papers are read once when they are added, to be measured and looked at, and once more when the package is written;
/// what is held in memory is the documents alone.
///
/// ```
/// use tongzhou::{
///     build::{PackageBuilder, Sound},
///     code::lists::{DataClass, PackagePurpose, SubmitterRole},
///     model::{Application, Consent, manifest::Sender},
///     package::atomic::Existing,
///     validate::Options,
///     value::{Instant, Uuid7},
/// };
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let folder = std::env::temp_dir().join(format!("tongzhou-builder-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// # let (notice, out) = (folder.join("notice.pdf"), folder.join("application.tzpkg"));
/// # std::fs::write(&notice, shipped("leukaemia/documents/notice.pdf"))?;
/// # let application: Application<'_> = serde_json::from_slice(shipped("emergency/application.json"))?;
/// # let consent: Consent<'_> = serde_json::from_slice(shipped("emergency/consents/emergency.json"))?;
/// let options = Options::on("2026-10-01".parse()?);
/// let application = Sound::new(application, &options)?;
/// let consent = Sound::new(consent, &options)?;
/// // Id and time come from outside: ten bytes of chance, and a clock.
/// let created = "2026-10-01T08:00:00Z".parse::<Instant>()?;
/// let id = Uuid7::from_parts(1_790_841_600_000, [7; 10]);
/// let packed = PackageBuilder::new(id, created, &application, &[DataClass::Identity, DataClass::Medical])?
///     .purpose(PackagePurpose::Application)
///     .sender(Sender::builder().role(SubmitterRole::Guardian).build())
///     .audience(["531000000000000008".parse()?])
///     .expires_at("2026-12-31T16:00:00Z".parse()?)
///     .document(&consent, &[DataClass::Identity])?
///     .paper("019a0000-0000-7000-8000-000000000760".parse()?, &notice, &[])?
///     .write(&out, Existing::Keep, &options)?;
/// assert!(packed.manifest.starts_with(b"{"));
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct PackageBuilder {
    options: pack::Options,
    packing: Packing<'static>,
    entries: Vec<PlannedEntry>,
    /// What each paper is, as long as the package is not written.
    papers: Vec<(EntryName, Inspection)>,
}

/// A package that was written.
///
/// ```
/// use tongzhou::{
///     build::{PackageBuilder, Sound},
///     model::{Application, Consent},
///     package::atomic::Existing,
///     validate::Options,
///     value::Sha256Digest,
/// };
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let out = std::env::temp_dir().join(format!("tongzhou-packed-{}.tzpkg", std::process::id()));
/// # let options = Options::on("2026-10-01".parse()?);
/// # let application: Application<'_> = serde_json::from_slice(shipped("emergency/application.json"))?;
/// # let consent: Consent<'_> = serde_json::from_slice(shipped("emergency/consents/emergency.json"))?;
/// # let (application, consent) = (Sound::new(application, &options)?, Sound::new(consent, &options)?);
/// # let (id, created) = ("019a0000-0000-7000-8000-0000000009f0".parse()?, "2026-10-01T08:00:00Z".parse()?);
/// let builder = PackageBuilder::new(id, created, &application, &[])?.document(&consent, &[])?;
/// let packed = builder.write(&out, Existing::Replace, &options)?;
/// // A package that leaves something out names the one that it is made from by the digest of its manifest.
/// let digest = Sha256Digest::of(&packed.manifest);
/// for placed in &packed.findings {
///     println!("{}", placed.finding.rule.code);
/// }
/// # assert_eq!(digest.to_string().len(), 64);
/// # std::fs::remove_file(&out)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Packed {
    /// The bytes of its manifest: what is signed.
    pub manifest: Vec<u8>,
    /// What there is to say all the same: warnings and remarks.
    pub findings: Vec<PlacedFinding>,
}

impl PackageBuilder {
    /// A package made at this time, under an id that no other has, that is read from `root`: the application, or what
    /// else the package is sent for.
    ///
    /// # Errors
    /// As [`document`](Self::document).
    pub fn new<D: StandardDocument>(
        package_id: Uuid7,
        created_at: Instant,
        root: &Sound<D>,
        classes: &[DataClass],
    ) -> Result<Self, Error> {
        let options = pack::Options {
            package_id: Some(package_id),
            created_at: Some(created_at),
            ..pack::Options::default()
        };
        let packing = Packing::default();
        let mut builder =
            Self { options, packing, entries: Vec::new(), papers: Vec::new() }.document(root, classes)?;
        let file = builder.entries.first().map(|entry| entry.file.as_str()).unwrap_or_default();
        builder.packing.root = ShortText::new(file.to_owned());
        Ok(builder)
    }

    /// What the package is sent for.
    #[must_use]
    pub fn purpose(mut self, purpose: PackagePurpose) -> Self {
        self.packing.purpose = Some(purpose);
        self
    }

    /// Who makes it.
    #[must_use]
    pub fn sender(mut self, sender: Sender<'static>) -> Self {
        self.packing.sender = Some(sender);
        self
    }

    /// The unified social credit codes of the organisations that it is made for.
    #[must_use]
    pub fn audience(mut self, audience: impl Into<List<OrganisationCodeText<'static>, 200>>) -> Self {
        self.packing.audience = audience.into();
        self
    }

    /// When receivers must stop relying on it.
    #[must_use]
    pub fn expires_at(mut self, at: Instant) -> Self {
        self.packing.expires_at = Some(at.into());
        self
    }

    /// The digest of the manifest of the package that this one leaves something out of.
    ///
    /// ```
    /// use tongzhou::{build::{PackageBuilder, Sound}, model::Application, validate::Options, value::Sha256Digest};
    ///
    /// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
    /// # let application: Application<'_> = serde_json::from_slice(shipped("emergency/application.json"))?;
    /// # let application = Sound::new(application, &Options::on("2026-10-01".parse()?))?;
    /// # let (id, created) = ("019a0000-0000-7000-8000-0000000009f0".parse()?, "2026-10-01T08:00:00Z".parse()?);
    /// // The manifest of what we received; we pass on the application, and no papers.
    /// let received = Sha256Digest::of(b"the bytes of its manifest");
    /// let builder = PackageBuilder::new(id, created, &application, &[])?.derived_from(received);
    /// # drop(builder);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn derived_from(mut self, manifest: Sha256Digest) -> Self {
        self.packing.derived_from = Some(manifest.into());
        self
    }

    /// Adds a document, and says which classes of personal information it holds.
    ///
    /// # Errors
    /// [`ErrorKind::Unpackable`](crate::ErrorKind::Unpackable) where documents of its type do not go into packages.
    pub fn document<D: StandardDocument>(
        mut self,
        document: &Sound<D>,
        classes: &[DataClass],
    ) -> Result<Self, Error> {
        let id = document.document().id().and_then(EntryId::parse).ok_or_else(Error::unpackable)?;
        let number = self.entries.len() + 1;
        let (name, role) = match D::TYPE {
            DocumentType::Receipt => (EntryName::Receipt(id), FolderFile::Receipt(number)),
            DocumentType::Consent => (EntryName::Record(id), FolderFile::Consent(number)),
            DocumentType::Application => (EntryName::Record(id), FolderFile::Application),
            _ => (EntryName::Record(id), FolderFile::Record(number)),
        };
        let classes = List::first(classes.iter().copied());
        let entry =
            PlannedEntry::document((name, id), (name.to_string(), role), document.bytes().to_vec(), classes);
        self.entries.push(entry);
        Ok(self)
    }

    /// Adds the paper in the file at `path` under the id by which the documents speak of it. It is read now, to be
    /// measured and looked at, and again when the package is written; in between it must not change.
    ///
    /// # Errors
    /// [`ErrorKind::Read`](crate::ErrorKind::Read) where the file cannot be read, and
    /// [`ErrorKind::Unpackable`](crate::ErrorKind::Unpackable) where it is too large, or its name has none of the
    /// endings of papers.
    pub fn paper(mut self, id: Uuid7, path: &Path, classes: &[DataClass]) -> Result<Self, Error> {
        let id = EntryId::parse(&id.to_string()).ok_or_else(Error::unpackable)?;
        let file = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let extension = pack::paper_extension(file).ok_or_else(Error::unpackable)?;
        let (measured, inspection) = look_at(path, &self.options.limits)?;
        let number = self.papers.len() + 1;
        let classes = List::first(classes.iter().copied());
        let entry = PlannedEntry::paper((id, extension), number, path.to_owned(), measured, classes);
        self.papers.push((entry.name, inspection));
        self.entries.push(entry);
        Ok(self)
    }

    /// Holds the package against every rule and writes it into the file `out`, which is there whole or not at all.
    ///
    /// # Errors
    /// [`ErrorKind::Unsound`](crate::ErrorKind::Unsound) with [`Unsound`] as its source where a rule finds an error,
    /// [`ErrorKind::WorkingFolder`](crate::ErrorKind::WorkingFolder) where two entries have one id; reading and
    /// writing can fail.
    pub fn write(self, out: &Path, existing: Existing, options: &validate::Options) -> Result<Packed, Error> {
        let plan = Plan::of_entries(&self.packing, self.entries, &self.options)?;
        let checked = Unsound::unless_sound(validate::planned(planned(&plan, &self.papers)?, options))?;
        plan.write_file(out, existing)?;
        Ok(Packed { manifest: plan.manifest().to_vec(), findings: checked.findings })
    }
}

/// What a check has to know of each entry.
fn planned(plan: &Plan, papers: &[(EntryName, Inspection)]) -> Result<Vec<Planned>, Error> {
    let manifest = plan.manifest();
    let mut all = vec![Planned {
        name: EntryName::Manifest,
        measured: Measured::of(manifest),
        content: PlannedContent::Json(manifest.to_vec()),
    }];
    for entry in plan.entries() {
        let paper = papers.iter().find(|(name, _)| *name == entry.name);
        let content = match paper {
            Some((_, inspection)) => PlannedContent::Paper(*inspection),
            None => PlannedContent::Json(plan.bytes_of(entry)?.into_owned()),
        };
        all.push(Planned { name: entry.name, measured: entry.measured, content });
    }
    Ok(all)
}

/// Measures a paper and looks at what it is, in one pass.
fn look_at(path: &Path, limits: &Limits) -> Result<(Measured, Inspection), Error> {
    let mut file = File::open(path).map_err(Error::read)?.take(limits.paper.saturating_add(1));
    let mut looking = Looking(Inspector::new(&PaperLimits::default()));
    let measured = copy_measured(&mut file, &mut looking).map_err(Error::read)?;
    if measured.size > limits.paper {
        return Err(Error::unpackable());
    }
    Ok((measured, looking.0.finish()))
}

/// An inspector as something that is written to.
struct Looking(Inspector);

impl Write for Looking {
    fn write(&mut self, chunk: &[u8]) -> std::io::Result<usize> {
        self.0.feed(chunk);
        Ok(chunk.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
