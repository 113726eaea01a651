//! The documents of one child's case: decision, aid record, referral, economic verification, suspicion.

use tongzhou::{
    json,
    model::{AidRecord, Decision, EconomicVerification, Referral, Suspicion},
};

use super::{Case, again, case};

/// Texts of the examples in plain ASCII that tell of a person.
const PERSONAL: &[&str] = &["2026-01-02\"", "1.00", "110101"];

macro_rules! documents_of_a_case {
    ($($Type:ident as $name:literal needs [$($member:literal),+];)+) => {
        pub(super) fn cases() -> Vec<Case> {
            vec![$(case::<$Type<'static>>(
                $name,
                include_str!(concat!($name, ".json")),
                &["standard", "standardVersion", "documentType", $($member),+],
                PERSONAL,
                |text| again(json::from_str::<$Type<'_>>(text)),
                |text| format!("{:?}", json::from_str::<$Type<'_>>(text).unwrap()),
            )),+]
        }
    };
}

documents_of_a_case! {
    AidRecord as "aid-record" needs ["aidRecordId", "organisation", "kind", "status"];
    Decision as "decision" needs ["decisionId", "applicationId", "recipient", "state"];
    EconomicVerification as "economic-verification" needs ["economicVerificationId", "requester"];
    Referral as "referral" needs ["referralId", "from", "to", "reason"];
    Suspicion as "suspicion" needs ["suspicionId", "kind", "question", "raisedAt", "status"];
}
