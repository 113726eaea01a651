//! The chain of a case, 申请 → 审核结果 → 资助项 → 救助记录: what a document names, found in the package.
//!
//! What is not in the package is not held against anybody: records of other members stay with them.

use crate::{
    code::lists::{AidStatus, ProcessState},
    model::{
        aid_record::{AidEvent, AidRecord},
        consent::Consent,
        decision::{AwardLine, Decision},
        economic_verification::EconomicVerification,
        receipt::Receipt,
        texts::IdText,
    },
    value::Money,
};

use super::{Case, amount::money};

/// The decision of this id.
pub(super) fn decision<'c, 'a>(case: &'c Case<'a>, id: Option<&IdText<'_>>) -> Option<&'c Decision<'a>> {
    let id = id?.as_str();
    case.documents.decisions.iter().map(|document| &document.value).find(|one| one.decision_id.as_str() == id)
}

/// The line of an award that an aid record names.
pub(super) fn award_line<'d, 'a>(
    decision: &'d Decision<'a>,
    aid: &AidRecord<'_>,
) -> Option<&'d AwardLine<'a>> {
    let id = aid.award_line_id.as_ref()?.as_str();
    decision.award.as_ref()?.lines.iter().find(|line| line.award_line_id.as_str() == id)
}

/// The consent of this id.
pub(super) fn consent<'c, 'a>(case: &'c Case<'a>, id: Option<&IdText<'_>>) -> Option<&'c Consent<'a>> {
    let id = id?.as_str();
    case.documents.consents.iter().map(|document| &document.value).find(|one| one.consent_id.as_str() == id)
}

/// The receipt of this id.
pub(super) fn receipt<'c, 'a>(case: &'c Case<'a>, id: &IdText<'_>) -> Option<&'c Receipt<'a>> {
    let id = id.as_str();
    case.documents.receipts.iter().map(|document| &document.value).find(|one| one.receipt_id.as_str() == id)
}

/// The economic verification of this id.
pub(super) fn economic_verification<'c, 'a>(
    case: &'c Case<'a>,
    id: Option<&IdText<'_>>,
) -> Option<&'c EconomicVerification<'a>> {
    let id = id?.as_str();
    let reports = case.documents.economic_verifications.iter().map(|document| &document.value);
    reports.into_iter().find(|one| one.economic_verification_id.as_str() == id)
}

/// Whether the package has an application and it is another one; `None` where there is nothing to compare.
pub(super) fn is_of_another_application(case: &Case<'_>, id: Option<&IdText<'_>>) -> Option<bool> {
    let application = case.application()?;
    Some(application.value.application_id.as_str() != id?.as_str())
}

/// Whether a case in this state was awarded something.
pub(super) fn is_awarded(state: ProcessState) -> bool {
    matches!(
        state,
        ProcessState::Approved
            | ProcessState::Agreement
            | ProcessState::ReceiptsSubmitted
            | ProcessState::Payment
            | ProcessState::FollowUp
    )
}

/// Whether nothing is to be given on a case in this state.
pub(super) fn is_refused(state: ProcessState) -> bool {
    matches!(
        state,
        ProcessState::Draft | ProcessState::Rejected | ProcessState::Waitlisted | ProcessState::Withdrawn
    )
}

/// Whether money or things have gone out in this event.
pub(super) fn is_given(event: &AidEvent<'_>) -> bool {
    matches!(event.status, AidStatus::Paid | AidStatus::Delivered)
}

/// The sum of the amounts of the events of this status; nothing where one has no amount.
pub(super) fn total(aid: &AidRecord<'_>, status: AidStatus) -> Option<Money> {
    aid.history
        .iter()
        .filter(|event| event.status == status)
        .try_fold(Money::ZERO, |sum, event| sum.checked_add(money(event.amount.as_ref())?))
}

/// Whether an aid takes anything of an award or a bill: it was not cancelled, not wholly returned, and no later record
/// took its place.
pub(super) fn counts(case: &Case<'_>, aid: &AidRecord<'_>) -> bool {
    let replaced = || {
        let mut others = case.documents.aid_records.iter().map(|document| &document.value);
        others.any(|other| {
            let replaces = other.replaces_aid_record_id.as_ref().map(IdText::as_str);
            other.aid_record_id != aid.aid_record_id && replaces == Some(aid.aid_record_id.as_str())
        })
    };
    let returned = || {
        let given = total(aid, AidStatus::Paid).zip(total(aid, AidStatus::Delivered));
        let given = given.and_then(|(paid, delivered)| paid.checked_add(delivered));
        aid.status == AidStatus::Returned
            && given.zip(total(aid, AidStatus::Returned)).is_some_and(|(given, back)| back >= given)
    };
    aid.status != AidStatus::Cancelled && !returned() && !replaced()
}
