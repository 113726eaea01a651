//! What a treatment still needs: its estimate less what others pay.
//!
//! Money that somebody gave or promised counts here whatever its nature: a personal appeal is a gift to the
//! person and no charity, and yet the family has it.

use crate::{
    code::lists::{GovernmentAidStatus, OtherHelpStatus},
    model::{
        application::{Application, Crowdfunding, OtherHelp},
        texts::MoneyText,
    },
    value::Money,
};

/// The amount, if it is written.
pub(super) fn yuan(text: Option<&MoneyText<'_>>) -> Option<Money> {
    text.and_then(|text| text.as_str().parse().ok())
}

/// The estimate less what insurance, authorities, charities and others pay, not counting personal appeals; none
/// without an estimate. Never less than nothing.
pub(super) fn before_appeals(application: &Application<'_>) -> Option<Money> {
    let treatment = application.treatment.as_ref()?;
    let estimate = yuan(treatment.estimate.as_ref().map(|estimate| &estimate.amount))?;
    let expected = application.coverage.iter().filter_map(|layer| yuan(layer.expected.as_ref()));
    let help = application.other_help.as_ref().map_or(Some(Money::ZERO), granted)?;
    left(estimate, Money::sum(expected)?.checked_add(help)?)
}

/// The same, less what personal appeals have brought in.
pub(super) fn after_appeals(application: &Application<'_>) -> Option<Money> {
    let raised = application
        .other_help
        .iter()
        .flat_map(|help| help.crowdfunding.iter())
        .try_fold(Money::ZERO, |sum, appeal| sum.checked_add(net(appeal).unwrap_or(Money::ZERO)))?;
    left(before_appeals(application)?, raised)
}

/// What an appeal leaves the family: what was raised, less the fee, with what of it was returned, less what went
/// back to the donors.
pub(super) fn net(appeal: &Crowdfunding<'_>) -> Option<Money> {
    let or_nothing = |text: Option<&MoneyText<'_>>| yuan(text).unwrap_or(Money::ZERO);
    yuan(appeal.raised.as_ref())?
        .checked_sub(or_nothing(appeal.fee.as_ref()))?
        .checked_add(or_nothing(appeal.fee_returned.as_ref()))?
        .checked_sub(or_nothing(appeal.refunded.as_ref()))
}

/// What authorities, charities and others have granted or promised for this illness.
fn granted(help: &OtherHelp<'_>) -> Option<Money> {
    let counts = |status: Option<OtherHelpStatus>| {
        matches!(status, Some(OtherHelpStatus::Promised | OtherHelpStatus::Received))
    };
    let government = help
        .government
        .iter()
        .filter(|one| !LIVING.contains(&one.scheme.as_str()))
        .filter(|one| {
            matches!(one.status, Some(GovernmentAidStatus::Granted | GovernmentAidStatus::Insufficient))
        })
        .map(|one| one.amount.as_ref());
    let charity = help
        .charity
        .iter()
        .filter(|one| counts(one.status) && one.for_this_illness != Some(false))
        .map(|one| one.amount.as_ref());
    let others = help.others.iter().filter(|one| counts(one.status)).map(|one| one.amount.as_ref());
    Money::sum(government.chain(charity).chain(others).filter_map(yuan))
}

fn left(whole: Money, paid: Money) -> Option<Money> {
    whole.checked_sub(paid).map(|left| left.max(Money::ZERO))
}

/// Allowances to live on, which pay for no treatment.
const LIVING: [&str; 6] = [
    "tekun-support",
    "dibao-allowance",
    "orphan-allowance",
    "de-facto-unattended-allowance",
    "disability-allowance",
    "education-aid",
];

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;

    fn appeal(members: &str) -> Crowdfunding<'static> {
        let text = format!("{{\"platform\": \"shuidichou\"{members}}}");
        serde_json::from_str(Box::leak(text.into_boxed_str())).unwrap()
    }

    #[test]
    fn an_appeal_leaves_what_was_raised_less_the_fee_and_with_what_was_returned() {
        let full = appeal(
            r#", "raised": "10000.00", "fee": "360.00", "feeReturned": "300.00", "refunded": "40.00""#,
        );
        assert_eq!(net(&full).map(Money::fen), Some(990_000));
        assert_eq!(net(&appeal(r#", "raised": "0.01""#)).map(Money::fen), Some(1));
        assert_eq!(net(&appeal("")), None);
    }

    #[test]
    fn the_allowances_to_live_on_are_in_the_published_list() {
        let schemes = crate::code::list("government-aid-scheme").unwrap();
        for scheme in LIVING {
            assert!(schemes.row(scheme).is_some(), "{scheme}");
        }
    }

    quickcheck! {
        fn what_is_left_is_never_less_than_nothing(whole: u32, paid: u32) -> bool {
            let yuan = |fen: u32| Money::from_fen(i64::from(fen)).unwrap();
            let expected = i64::from(whole.saturating_sub(paid));
            left(yuan(whole), yuan(paid)).map(Money::fen) == Some(expected)
        }
    }
}
