//! `tongzhou inspect`: what is in a package, unchecked, and without personal values unless these are asked for.

use std::{collections::HashMap, fmt::Write as _};

use serde::Serialize;
use tongzhou::{
    code::{
        Code,
        lists::{DataClass, DocumentType, PackagePurpose, SubmitterRole},
    },
    json,
    model::manifest::{Manifest, ManifestEntry, Sender},
    package::{
        archive::{Entry, Method},
        name::EntryName,
    },
    text::{Bilingual, Lang},
};

use crate::{
    args::{Format, Inspect},
    delivered,
    exit::Exit,
    input::type_of,
    refusal::Package,
    speech::{Failure, What, answer},
};

/// Runs the command.
pub(crate) fn run(args: &Inspect, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let package = Package::at(&args.package).map_err(fail)?;
    let contents = Contents::of(&package, args).map_err(fail)?;
    let text = match args.format {
        Format::Human => contents.told(lang),
        Format::Json => serde_json::to_string_pretty(&contents)
            .map(|json| json + "\n")
            .map_err(|error| fail(What::Print(error.into())))?,
    };
    answer(text, lang)?;
    Ok(if contents.manifest.is_some() { Exit::Sound } else { Exit::Wrong })
}

/// What is in a package.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Contents {
    /// Absent where there is none or it has not the shape of one.
    #[serde(skip_serializing_if = "Option::is_none")]
    manifest: Option<Summary>,
    entries: Vec<Line>,
    /// What the manifest lists and the package does not hold.
    missing: Vec<String>,
}

/// What the manifest says of the package as a whole.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Summary {
    package_id: String,
    root: String,
    created_at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    expires_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    purpose: Option<PackagePurpose>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sender_role: Option<SubmitterRole>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sender_organisation_code: Option<String>,
    /// A personal value, where the sender is a family.
    #[serde(skip_serializing_if = "Option::is_none")]
    sender_name: Option<String>,
    audience: Vec<String>,
    consent_ids: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    derived_from: Option<String>,
}

/// One entry.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Line {
    name: String,
    kind: Kind,
    #[serde(skip_serializing_if = "Option::is_none")]
    document_type: Option<DocumentType>,
    method: &'static str,
    size: u64,
    compressed_size: u64,
    /// Whether the manifest lists it, which it does not for itself and for signatures.
    listed: bool,
    classes: Vec<DataClass>,
    /// A personal value.
    #[serde(skip_serializing_if = "Option::is_none")]
    original_name: Option<String>,
}

/// What an entry is by its name.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Manifest,
    Record,
    Receipt,
    Paper,
    Signature,
}

impl Contents {
    fn of(package: &Package<'_>, args: &Inspect) -> Result<Self, What> {
        let mut archive = package.archive()?;
        let mut entries = archive.entries().to_vec();
        entries.sort_by_key(Entry::name);
        let mut read = |entry: &Entry| -> Result<Vec<u8>, What> {
            let mut bytes = Vec::new();
            archive.read(entry, &mut bytes).map_err(|error| package.what(error))?;
            Ok(bytes)
        };
        let mut lines = Vec::with_capacity(entries.len());
        let mut manifest_bytes = Vec::new();
        for entry in &entries {
            let name = entry.name();
            let document_type = match name {
                EntryName::Manifest => {
                    manifest_bytes = read(entry)?;
                    type_of(&manifest_bytes)
                }
                EntryName::Record(_) | EntryName::Receipt(_) => type_of(&read(entry)?),
                EntryName::Document { .. } | EntryName::Signature(_) => None,
            };
            lines.push(Line {
                name: name.to_string(),
                kind: Kind::of(&name),
                document_type,
                method: match entry.method() {
                    Method::Stored => "stored",
                    Method::Deflated => "deflated",
                },
                size: entry.size(),
                compressed_size: entry.compressed_size(),
                listed: false,
                classes: Vec::new(),
                original_name: None,
            });
        }
        let mut contents = Self { manifest: None, entries: lines, missing: Vec::new() };
        if let Ok(manifest) = json::from_slice::<Manifest<'_>>(&manifest_bytes) {
            contents.take(&manifest, args.personal);
        }
        Ok(contents)
    }

    /// Adds what the manifest says.
    fn take(&mut self, manifest: &Manifest<'_>, personal: bool) {
        self.manifest = Some(Summary::of(manifest, personal));
        let mut listed: HashMap<&str, &ManifestEntry<'_>> =
            manifest.entries.iter().map(|entry| (entry.name.as_str(), entry)).collect();
        for line in &mut self.entries {
            let Some(entry) = listed.remove(line.name.as_str()) else { continue };
            line.listed = true;
            line.classes = entry.classes.to_vec();
            line.original_name =
                entry.original_name.as_ref().filter(|_| personal).map(|name| name.as_str().to_owned());
        }
        self.missing = listed.into_keys().map(str::to_owned).collect();
        self.missing.sort();
    }

    /// The contents as people read them.
    fn told(&self, lang: Lang) -> String {
        let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
        let colon = say("：", ": ");
        let content = self.entries.iter().filter(|line| line.kind.is_content()).count();
        let entries = delivered::entries(content, lang);
        let mut text = match lang {
            Lang::ZhCn => format!("资料包 · {entries}，未经校验\n"),
            Lang::En => format!("Package · {entries}, not checked\n"),
        };
        match &self.manifest {
            None => text.push_str(say(
                "  没有可读的清单；请用 tongzhou validate 查明原因\n",
                "  There is no readable manifest; tongzhou validate says why\n",
            )),
            Some(summary) => {
                for (label, value) in summary.lines(lang) {
                    let _ = writeln!(text, "  {label}{colon}{value}");
                }
            }
        }
        let _ = writeln!(
            text,
            "\n{}",
            say("条目（字节数、存法、名称、内容）", "Entries (bytes, method, name, content)")
        );
        for line in &self.entries {
            line.tell(&mut text, lang, self.manifest.is_some());
        }
        for name in &self.missing {
            let _ = writeln!(
                text,
                "{:>11}  {name}  {}",
                "—",
                say("清单列出但包内没有", "listed but not in the package")
            );
        }
        text
    }
}

impl Summary {
    fn of(manifest: &Manifest<'_>, personal: bool) -> Self {
        let sender: Option<&Sender<'_>> = manifest.sender.as_ref();
        let owned = |text: &str| text.to_owned();
        Self {
            package_id: owned(manifest.package_id.as_str()),
            root: owned(manifest.root.as_str()),
            created_at: owned(manifest.created_at.as_str()),
            expires_at: manifest.expires_at.as_ref().map(|at| owned(at.as_str())),
            purpose: manifest.purpose,
            sender_role: sender.and_then(|sender| sender.role),
            sender_organisation_code: sender
                .and_then(|sender| sender.organisation_code.as_ref())
                .map(|code| owned(code.as_str())),
            sender_name: sender
                .and_then(|sender| sender.name.as_ref())
                .filter(|_| personal)
                .map(|name| owned(name.as_str())),
            audience: manifest.audience.iter().map(|code| owned(code.as_str())).collect(),
            consent_ids: manifest.consent_ids.iter().map(|id| owned(id.as_str())).collect(),
            derived_from: manifest.derived_from.as_ref().map(|digest| owned(digest.as_str())),
        }
    }

    /// What there is to say, each with its label.
    fn lines(&self, lang: Lang) -> Vec<(&'static str, String)> {
        let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
        let sender = [
            self.sender_role.map(|role| role.title(lang).to_owned()),
            self.sender_organisation_code.clone(),
            self.sender_name.as_deref().map(plain),
        ];
        let sender: Vec<String> = sender.into_iter().flatten().collect();
        [
            (say("资料包标识号", "Package id"), Some(self.package_id.clone())),
            (say("主文件", "Root document"), Some(self.root.clone())),
            (say("制作时刻", "Created"), Some(self.created_at.clone())),
            (say("失效时刻", "Expires"), self.expires_at.clone()),
            (say("用途", "Purpose"), self.purpose.map(|purpose| purpose.title(lang).to_owned())),
            (say("发送方", "Sender"), Some(sender.join(" · "))),
            (say("接收机构", "Audience"), Some(self.audience.join(" "))),
            (say("授权同意书", "Consents"), Some(self.consent_ids.join(" "))),
            (say("来源资料包", "Derived from"), self.derived_from.clone()),
        ]
        .into_iter()
        .filter_map(|(label, value)| Some((label, value.filter(|value| !value.is_empty())?)))
        .collect()
    }
}

impl Line {
    fn tell(&self, text: &mut String, lang: Lang, has_manifest: bool) {
        let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
        let method =
            if self.method == "stored" { say("原样", "stored  ") } else { say("压缩", "deflated") };
        let content = self.document_type.map_or_else(|| self.kind.title(lang), |known| known.title(lang));
        let _ = write!(text, "{:>11}  {method}  {}  {content}", self.size, self.name);
        if !self.classes.is_empty() {
            let classes: Vec<_> = self.classes.iter().map(|class| class.title(lang)).collect();
            let _ = write!(text, " · {}", classes.join(say("、", ", ")));
        }
        if let Some(name) = &self.original_name {
            let _ = write!(text, " · {}", plain(name));
        }
        if has_manifest && !self.listed && matches!(self.kind, Kind::Record | Kind::Receipt | Kind::Paper) {
            let _ = write!(text, " · {}", say("清单未列出", "not in the manifest"));
        }
        text.push('\n');
    }
}

impl Kind {
    const fn of(name: &EntryName) -> Self {
        match name {
            EntryName::Manifest => Self::Manifest,
            EntryName::Record(_) => Self::Record,
            EntryName::Receipt(_) => Self::Receipt,
            EntryName::Document { .. } => Self::Paper,
            EntryName::Signature(_) => Self::Signature,
        }
    }

    /// Whether the manifest has to list it, so that it is counted.
    const fn is_content(self) -> bool {
        match self {
            Self::Record | Self::Receipt | Self::Paper => true,
            Self::Manifest | Self::Signature => false,
        }
    }

    const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Manifest => Bilingual { zh: "清单", en: "Manifest" },
            Self::Record => Bilingual { zh: "文件", en: "Document" },
            Self::Receipt => Bilingual { zh: "票据", en: "Receipt" },
            Self::Paper => Bilingual { zh: "证明材料", en: "Paper" },
            Self::Signature => Bilingual { zh: "签名", en: "Signature" },
        }
        .in_lang(lang)
    }
}

/// Foreign text without what would steer the terminal.
fn plain(text: &str) -> String {
    text.replace(char::is_control, "\u{FFFD}")
}
