//! The chain of a case, 申请 → 审核结果 → 资助项 → 救助记录: what a document names, found in the package.
//!
//! What is not in the package is not held against anybody: records of other members stay with them.

use std::collections::BTreeMap;

use crate::{
    code::lists::{AidStatus, DocumentType, ProcessState},
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

use super::{Case, Document, amount::money};

/// The decision of this id.
pub(super) fn decision<'c, 'a>(case: &'c Case<'a>, id: Option<&IdText<'_>>) -> Option<&'c Decision<'a>> {
    let place = case.place_of(DocumentType::Decision, id?.as_str())?;
    Some(&case.documents.decisions.get(place)?.value)
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
    let place = case.place_of(DocumentType::Consent, id?.as_str())?;
    Some(&case.documents.consents.get(place)?.value)
}

/// The receipt of this id.
pub(super) fn receipt<'c, 'a>(case: &'c Case<'a>, id: &IdText<'_>) -> Option<&'c Receipt<'a>> {
    let place = case.place_of(DocumentType::Receipt, id.as_str())?;
    Some(&case.documents.receipts.get(place)?.value)
}

/// The economic verification of this id.
pub(super) fn economic_verification<'c, 'a>(
    case: &'c Case<'a>,
    id: Option<&IdText<'_>>,
) -> Option<&'c EconomicVerification<'a>> {
    let place = case.place_of(DocumentType::EconomicVerification, id?.as_str())?;
    Some(&case.documents.economic_verifications.get(place)?.value)
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

/// Whether somebody has decided on the case.
pub(super) fn is_decided(decision: &Decision<'_>) -> bool {
    decision.decided_on.is_some() || is_awarded(decision.state) || decision.state == ProcessState::Rejected
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

/// What came back of an aid and was not paid again; nothing where an event does not tell its amount.
pub(super) fn came_back(aid: &AidRecord<'_>) -> Money {
    let whole = money(aid.amount.as_ref());
    let sums = total(aid, AidStatus::Paid).zip(total(aid, AidStatus::Delivered));
    let given = sums.and_then(|(paid, delivered)| paid.checked_add(delivered));
    let again = given.zip(whole).and_then(|(given, whole)| given.checked_sub(whole));
    let again = again.map_or(Money::ZERO, |again| again.max(Money::ZERO));
    let back = total(aid, AidStatus::Returned).and_then(|returned| returned.checked_sub(again));
    back.map_or(Money::ZERO, |back| back.max(Money::ZERO))
}

/// The aid records that take something of an award or a bill: not cancelled, not wholly returned, and in whose place
/// no later record has come.
pub(super) fn counted<'c, 'a>(case: &'c Case<'a>) -> impl Iterator<Item = &'c Document<AidRecord<'a>>> {
    let returned = |aid: &AidRecord<'_>| {
        let given = total(aid, AidStatus::Paid).zip(total(aid, AidStatus::Delivered));
        let given = given.and_then(|(paid, delivered)| paid.checked_add(delivered));
        aid.status == AidStatus::Returned
            && given.zip(total(aid, AidStatus::Returned)).is_some_and(|(given, back)| back >= given)
    };
    case.documents.aid_records.iter().filter(move |document| {
        let aid = &document.value;
        aid.status != AidStatus::Cancelled && !returned(aid) && !case.is_replaced(aid.aid_record_id.as_str())
    })
}

/// The amounts added up by what each is for; `None` where a sum is beyond what can be written.
pub(super) fn sums<K: Ord>(amounts: impl IntoIterator<Item = (K, Money)>) -> BTreeMap<K, Option<Money>> {
    let mut sums = BTreeMap::new();
    for (key, amount) in amounts {
        let sum = sums.entry(key).or_insert(Some(Money::ZERO));
        *sum = sum.and_then(|sum| sum.checked_add(amount));
    }
    sums
}
