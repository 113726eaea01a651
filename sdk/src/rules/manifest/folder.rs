//! A package as its manifest lists it.

use crate::{
    code::lists::PackagePurpose,
    model::manifest::ManifestEntry,
    package::name::EntryName,
    rules::{Case, Entry},
};

/// Whether a package for this purpose is about an application.
pub(super) fn about_application(purpose: Option<PackagePurpose>) -> bool {
    match purpose {
        None
        | Some(
            PackagePurpose::Application
            | PackagePurpose::Supplement
            | PackagePurpose::Referral
            | PackagePurpose::Test,
        ) => true,
        Some(
            PackagePurpose::Decision
            | PackagePurpose::AidDetails
            | PackagePurpose::Verification
            | PackagePurpose::AidReport
            | PackagePurpose::Portability
            | PackagePurpose::Archive,
        ) => false,
    }
}

/// Whether a line of the manifest is about the entry of this name.
pub(super) fn is(listed: &ManifestEntry<'_>, name: &EntryName) -> bool {
    listed.name.as_str().parse() == Ok(*name)
}

/// The entry that a line of the manifest is about and its number in the case, if it could be read to its end.
pub(super) fn entry<'c>(case: &'c Case<'_>, listed: &ManifestEntry<'_>) -> Option<(usize, &'c Entry)> {
    let name = listed.name.as_str().parse().ok()?;
    // An entry that the archive refused to give has no digest, and a finding of its own.
    let index = case.entry_named(&name)?;
    case.entries.get(index).filter(|entry| entry.sha256 != [0; 32]).map(|entry| (index, entry))
}

/// Whether what the application points to must be there: in a package whose every record could be read, and
/// that was not made from another by leaving something out.
pub(in crate::rules) fn complete(case: &Case<'_>) -> bool {
    case.is_package
        && case.is_whole()
        && case.manifest().is_none_or(|manifest| manifest.value.derived_from.is_none())
}
