//! A member and the member directory.

use tongzhou::{
    json,
    model::{Directory, Member},
};

use super::{Case, again, case};

pub(super) fn member() -> Case {
    case::<Member<'static>>(
        "member",
        include_str!("member.json"),
        &[
            "standard",
            "standardVersion",
            "documentType",
            "memberId",
            "organisationCode",
            "name",
            "roles",
            "validFrom",
        ],
        &["010-0000011", "privacy@"],
        |text| again(json::from_str::<Member<'_>>(text)),
        |text| format!("{:?}", json::from_str::<Member<'_>>(text).unwrap()),
    )
}

pub(super) fn directory() -> Case {
    case::<Directory<'static>>(
        "directory",
        include_str!("directory.json"),
        &[
            "standard",
            "standardVersion",
            "documentType",
            "allianceId",
            "allianceName",
            "version",
            "issuedAt",
            "expiresAt",
            "board",
        ],
        &["010-0000011", "privacy@"],
        |text| again(json::from_str::<Directory<'_>>(text)),
        |text| format!("{:?}", json::from_str::<Directory<'_>>(text).unwrap()),
    )
}
