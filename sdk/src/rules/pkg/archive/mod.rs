//! Why an archive is refused: one rule for each [`FaultKind`]. The judge of archives reports them.

mod directory;
mod end;
mod name;
mod part;
mod reasons;

use crate::{package::fault::FaultKind, rules::Rule};

/// The rules about archives.
#[allow(clippy::indexing_slicing, reason = "worked out by the compiler, which would refuse a row too many")]
pub(in crate::rules) const RULES: &[&Rule] = &{
    let mut rules = [TABLE[0].1; TABLE.len()];
    let mut row = 0;
    while row < TABLE.len() {
        rules[row] = TABLE[row].1;
        row += 1;
    }
    rules
};

/// The rule about this kind of fault.
pub(crate) fn rule_of(kind: FaultKind) -> &'static Rule {
    // A test sees to it that each kind has its row, and that the row is at the kind's place.
    TABLE.get(kind as usize).map_or(&end::NO_END_RECORD, |(_, rule)| rule)
}

/// Each kind and its rule, in the order of the kinds.
const TABLE: &[(FaultKind, &Rule)] = &[
    (FaultKind::NoEndRecord, &end::NO_END_RECORD),
    (FaultKind::ArchiveComment, &end::ARCHIVE_COMMENT),
    (FaultKind::TrailingBytes, &end::TRAILING_BYTES),
    (FaultKind::SecondEndRecord, &end::SECOND_END_RECORD),
    (FaultKind::MultiDisk, &end::MULTI_DISK),
    (FaultKind::Zip64EndDisagrees, &end::ZIP64_END_DISAGREES),
    (FaultKind::DirectoryOutOfPlace, &end::DIRECTORY_OUT_OF_PLACE),
    (FaultKind::GapBeforeEndRecord, &end::GAP_BEFORE_END_RECORD),
    (FaultKind::ArchiveTooLarge, &end::ARCHIVE_TOO_LARGE),
    (FaultKind::TooManyEntries, &end::TOO_MANY_ENTRIES),
    (FaultKind::DirectoryTooLarge, &end::DIRECTORY_TOO_LARGE),
    (FaultKind::EntryTooLarge, &end::ENTRY_TOO_LARGE),
    (FaultKind::TotalTooLarge, &end::TOTAL_TOO_LARGE),
    (FaultKind::RatioTooHigh, &end::RATIO_TOO_HIGH),
    (FaultKind::BrokenDirectory, &directory::BROKEN_DIRECTORY),
    (FaultKind::EntryCountDisagrees, &directory::ENTRY_COUNT_DISAGREES),
    (FaultKind::EntryComment, &directory::ENTRY_COMMENT),
    (FaultKind::Encrypted, &directory::ENCRYPTED),
    (FaultKind::UnknownFlags, &directory::UNKNOWN_FLAGS),
    (FaultKind::UnknownMethod, &directory::UNKNOWN_METHOD),
    (FaultKind::UnknownVersion, &directory::UNKNOWN_VERSION),
    (FaultKind::MalformedExtra, &directory::MALFORMED_EXTRA),
    (FaultKind::RepeatedExtra, &directory::REPEATED_EXTRA),
    (FaultKind::RenamingExtra, &directory::RENAMING_EXTRA),
    (FaultKind::UnknownExtra, &directory::UNKNOWN_EXTRA),
    (FaultKind::Zip64Disagrees, &directory::ZIP64_DISAGREES),
    (FaultKind::Symlink, &directory::SYMLINK),
    (FaultKind::SpecialFile, &directory::SPECIAL_FILE),
    (FaultKind::FolderMarkDisagrees, &directory::FOLDER_MARK_DISAGREES),
    (FaultKind::FolderNotEmpty, &directory::FOLDER_NOT_EMPTY),
    (FaultKind::StoredSizesDisagree, &directory::STORED_SIZES_DISAGREE),
    (FaultKind::EmptyName, &name::EMPTY_NAME),
    (FaultKind::NulInName, &name::NUL_IN_NAME),
    (FaultKind::NonAsciiName, &name::NON_ASCII_NAME),
    (FaultKind::BackslashInName, &name::BACKSLASH_IN_NAME),
    (FaultKind::DriveLetterName, &name::DRIVE_LETTER_NAME),
    (FaultKind::AbsoluteName, &name::ABSOLUTE_NAME),
    (FaultKind::DotSegmentInName, &name::DOT_SEGMENT_IN_NAME),
    (FaultKind::UpperCaseName, &name::UPPER_CASE_NAME),
    (FaultKind::NameOutsideLayout, &name::NAME_OUTSIDE_LAYOUT),
    (FaultKind::DuplicateName, &name::DUPLICATE_NAME),
    (FaultKind::SharedPaperId, &name::SHARED_PAPER_ID),
    (FaultKind::PrefixBytes, &part::PREFIX_BYTES),
    (FaultKind::Gap, &part::GAP),
    (FaultKind::HiddenEntry, &part::HIDDEN_ENTRY),
    (FaultKind::Overlap, &part::OVERLAP),
    (FaultKind::BrokenLocalHeader, &part::BROKEN_LOCAL_HEADER),
    (FaultKind::LocalNameDisagrees, &part::LOCAL_NAME_DISAGREES),
    (FaultKind::LocalFlagsDisagree, &part::LOCAL_FLAGS_DISAGREE),
    (FaultKind::LocalMethodDisagrees, &part::LOCAL_METHOD_DISAGREES),
    (FaultKind::LocalTimeDisagrees, &part::LOCAL_TIME_DISAGREES),
    (FaultKind::LocalSizeDisagrees, &part::LOCAL_SIZE_DISAGREES),
    (FaultKind::LocalCrcDisagrees, &part::LOCAL_CRC_DISAGREES),
    (FaultKind::DescriptorMissing, &part::DESCRIPTOR_MISSING),
    (FaultKind::DescriptorDisagrees, &part::DESCRIPTOR_DISAGREES),
    (FaultKind::DescriptorAmbiguous, &part::DESCRIPTOR_AMBIGUOUS),
    (FaultKind::DeflateCorrupt, &part::DEFLATE_CORRUPT),
    (FaultKind::DeflateNotEnded, &part::DEFLATE_NOT_ENDED),
    (FaultKind::DeflateTrailingBytes, &part::DEFLATE_TRAILING_BYTES),
    (FaultKind::SizeLies, &part::SIZE_LIES),
    (FaultKind::CrcLies, &part::CRC_LIES),
    (FaultKind::EarlyDescriptor, &part::EARLY_DESCRIPTOR),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_fault_has_the_rule_of_its_slug() {
        assert_eq!(TABLE.len(), FaultKind::ALL.len());
        for ((kind, rule), of_all) in TABLE.iter().zip(FaultKind::ALL) {
            assert_eq!((kind, rule.slug), (of_all, kind.slug()));
            assert_eq!(rule_of(*kind).code, rule.code);
        }
    }

    #[test]
    fn codes_are_numbered_from_one_without_gaps() {
        for (row, rule) in RULES.iter().enumerate() {
            assert_eq!(rule.code, format!("TZ-PKG-{:03}", row + 1));
        }
    }

    #[test]
    fn every_fault_has_a_message_of_its_own_in_both_languages() {
        let distinct = |say: fn(&Rule) -> &'static str| {
            RULES.iter().map(|rule| say(rule)).collect::<std::collections::HashSet<_>>().len()
        };
        for say in [|rule: &Rule| rule.zh.message, |rule: &Rule| rule.en.message, |rule: &Rule| rule.zh.title]
        {
            assert_eq!(distinct(say), RULES.len());
        }
    }
}
