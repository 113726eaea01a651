//! The documents that stand alone: programmes, aid entries, reports of aid and capabilities.

use tongzhou::{
    json,
    model::{AidEntry, AidReport, Capability, Programme},
};

use super::{Case, again, case};

pub(super) fn cases() -> [Case; 4] {
    [aid_entry(), aid_report(), capability(), programme()]
}

fn aid_entry() -> Case {
    case::<AidEntry<'static>>(
        "aid-entry",
        include_str!("aid-entry.json"),
        &[
            "standard",
            "standardVersion",
            "documentType",
            "entryId",
            "aidRecordId",
            "member",
            "tokens",
            "coverageClass",
            "month",
            "status",
            "consentCommitment",
            "salt",
        ],
        &[],
        |text| again(json::from_str::<AidEntry<'_>>(text)),
        |text| format!("{:?}", json::from_str::<AidEntry<'_>>(text).unwrap()),
    )
}

fn aid_report() -> Case {
    case::<AidReport<'static>>(
        "aid-report",
        include_str!("aid-report.json"),
        &[
            "standard",
            "standardVersion",
            "documentType",
            "reportId",
            "reporter",
            "recipient",
            "periodFrom",
            "periodUntil",
        ],
        &["331122", "1000.00", "2026-03-04", "010-0000"],
        |text| again(json::from_str::<AidReport<'_>>(text)),
        |text| format!("{:?}", json::from_str::<AidReport<'_>>(text).unwrap()),
    )
}

fn capability() -> Case {
    case::<Capability<'static>>(
        "capability",
        include_str!("capability.json"),
        &[
            "standard",
            "standardVersion",
            "documentType",
            "member",
            "issuedOn",
            "standardVersions",
            "documents",
            "roles",
            "languages",
        ],
        &["office@", "010-0000"],
        |text| again(json::from_str::<Capability<'_>>(text)),
        |text| format!("{:?}", json::from_str::<Capability<'_>>(text).unwrap()),
    )
}

fn programme() -> Case {
    case::<Programme<'static>>(
        "programme",
        include_str!("programme.json"),
        &["standard", "standardVersion", "documentType", "programmeId", "name", "operator"],
        &["331122", "1000.00", "2026-03-04", "C91", "office@", "010-0000"],
        |text| again(json::from_str::<Programme<'_>>(text)),
        |text| format!("{:?}", json::from_str::<Programme<'_>>(text).unwrap()),
    )
}
