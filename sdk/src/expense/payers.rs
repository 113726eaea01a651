//! Who paid, in the order in which payers stand in for one another.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    amount::money,
    bill::paid_back,
    code::{
        Code,
        lists::{PayerKind, SettlementLayer, ShareSource},
    },
    fault,
    model::receipt::Receipt,
    text::{Bilingual, Lang},
    value::Money,
};

/// What one payer bore of an expense.
///
/// ```
/// use tongzhou::{code::lists::PayerKind, expense::{self, Payer}, model::receipt::Receipt};
///
/// let bill: Receipt<'_> = serde_json::from_str(
///     r#"{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "receipt",
///     "receiptId": "01900000-0000-7000-8000-000000000101", "kind": "fiscal-e-outpatient",
///     "billCode": "11060125", "billNumber": "0000000001", "total": "100.00",
///     "amounts": {"pooledFund": "60.00", "otherPayments": "0.00", "personalAccount": "0.00", "personalCash": "40.00"},
///     "laterReimbursements": [{"payer": "mutual-fund", "amount": "15.00", "status": "settled"}]}"#,
/// )
/// .unwrap();
/// let ledger = expense::expenses(&[bill], None);
/// let payers: Vec<Payer> = ledger.expenses[0].payers.iter().map(|share| share.payer).collect();
/// assert_eq!(payers, [Payer::Kind(PayerKind::BasicInsurance), Payer::Kind(PayerKind::MutualFund)]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// Who paid.
    pub payer: Payer,
    /// How much.
    pub amount: Money,
    /// What says so.
    pub source: ShareSource,
}

/// Who paid.
///
/// ```
/// use tongzhou::{code::lists::{PayerKind, SettlementLayer}, expense::Payer};
///
/// assert!(Payer::Fund(SettlementLayer::Catastrophic).order() < Payer::Kind(PayerKind::MedicalAid).order());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Payer {
    /// A kind of payer.
    Kind(PayerKind),
    /// A fund by its layer of the settlement, more closely than its kind.
    Fund(SettlementLayer),
    /// 其他支付, printed as one: critical-illness insurance, medical aid and supplements, not told apart.
    OtherPayments,
    /// What the bill prints apart from the payments, such as what the hospital bore.
    PrintedApart,
}

/// What was settled after the bill was issued.
#[derive(Default)]
pub(super) struct Reimbursed {
    pub(super) shares: Vec<Share>,
    unknown: bool,
}

impl Payer {
    /// The payer in kebab case: a code of the list of payers or of layers, or one of this module.
    ///
    /// ```
    /// use tongzhou::expense::Payer;
    ///
    /// assert_eq!(Payer::OtherPayments.code(), "other-payments");
    /// ```
    pub fn code(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.code(),
            Self::Fund(layer) => layer.code(),
            Self::OtherPayments => "other-payments",
            Self::PrintedApart => "printed-apart",
        }
    }

    /// What people call it.
    ///
    /// ```
    /// use tongzhou::{code::lists::PayerKind, expense::Payer, text::Lang};
    ///
    /// assert_eq!(Payer::Kind(PayerKind::MedicalAid).title(Lang::ZhCn), "医疗救助");
    /// ```
    pub fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Kind(kind) => kind.title(lang),
            Self::Fund(layer) => layer.title(lang),
            Self::OtherPayments => {
                Bilingual { zh: "其他支付（未分项）", en: "Other payments, not told apart" }.in_lang(lang)
            }
            Self::PrintedApart => {
                Bilingual { zh: "票面另印的金额", en: "Printed apart on the bill" }.in_lang(lang)
            }
        }
    }

    /// The place in the order of payment: basic insurance, critical-illness insurance, medical aid, supplements,
    /// other government aid, charity; whoever has no place of its own comes last.
    ///
    /// ```
    /// use tongzhou::{code::lists::PayerKind, expense::Payer};
    ///
    /// assert_eq!(Payer::Kind(PayerKind::BasicInsurance).order(), 1);
    /// assert_eq!(Payer::Kind(PayerKind::Hospital).order(), 7);
    /// ```
    pub const fn order(self) -> u8 {
        match self {
            Self::Kind(PayerKind::BasicInsurance) | Self::Fund(SettlementLayer::PooledFund) => 1,
            Self::Kind(PayerKind::CatastrophicInsurance)
            | Self::Fund(SettlementLayer::Catastrophic)
            | Self::OtherPayments => 2,
            Self::Kind(PayerKind::MedicalAid) | Self::Fund(SettlementLayer::MedicalAid) => 3,
            Self::Kind(
                PayerKind::SupplementaryInsurance | PayerKind::CommercialInsurance | PayerKind::MutualFund,
            )
            | Self::Fund(
                SettlementLayer::CivilServant
                | SettlementLayer::EnterpriseSupplement
                | SettlementLayer::LargeAmount
                | SettlementLayer::DisabledMilitary
                | SettlementLayer::OtherFund
                | SettlementLayer::Huimin
                | SettlementLayer::Commercial
                | SettlementLayer::MutualFund,
            ) => 4,
            Self::Kind(PayerKind::GovernmentAid) => 5,
            Self::Kind(PayerKind::Charity) => 6,
            Self::PrintedApart
            | Self::Kind(
                PayerKind::Hospital
                | PayerKind::PharmaceuticalCompany
                | PayerKind::Crowdfunding
                | PayerKind::Family,
            )
            | Self::Fund(
                SettlementLayer::HospitalBorne
                | SettlementLayer::PersonalAccount
                | SettlementLayer::FamilyAccount
                | SettlementLayer::PersonalCash,
            ) => 7,
        }
    }

    /// Whether it is the family itself, whose part is the burden.
    pub(super) const fn is_family(self) -> bool {
        matches!(
            self,
            Self::Kind(PayerKind::Family)
                | Self::Fund(
                    SettlementLayer::PersonalAccount
                        | SettlementLayer::FamilyAccount
                        | SettlementLayer::PersonalCash
                )
        )
    }

    const fn is_mutual_fund(self) -> bool {
        matches!(self, Self::Kind(PayerKind::MutualFund) | Self::Fund(SettlementLayer::MutualFund))
    }
}

impl Reimbursed {
    /// What these papers of one bill say was reimbursed. The same reimbursement written on two papers is one: what
    /// differs in payer, amount or day is not the same.
    pub(super) fn of<'r>(papers: impl Iterator<Item = &'r Receipt<'r>>) -> Self {
        let mut reimbursed = Self::default();
        let mut most: BTreeMap<(PayerKind, Money), usize> = BTreeMap::new();
        let mut days: BTreeMap<(PayerKind, Money), BTreeSet<&str>> = BTreeMap::new();
        for paper in papers {
            let mut here: BTreeMap<(PayerKind, Money), usize> = BTreeMap::new();
            for later in paid_back(paper) {
                let amount = money(later.amount.as_ref()).filter(|amount| !amount.is_negative());
                let Some(amount) = amount else {
                    reimbursed.unknown = !fault::is("unknown-reimbursement-nothing");
                    continue;
                };
                let same = (later.payer, amount);
                *here.entry(same).or_default() += 1;
                days.entry(same).or_default().extend(later.paid_on.as_ref().map(|day| day.as_str()));
            }
            for (same, times) in here {
                let most = most.entry(same).or_default();
                *most = if fault::is("reimbursement-on-two-papers-twice") {
                    times + *most
                } else {
                    times.max(*most)
                };
            }
        }
        for ((payer, amount), times) in most {
            let days = days.get(&(payer, amount)).map_or(0, BTreeSet::len);
            let share = Share { payer: Payer::Kind(payer), amount, source: ShareSource::LaterReimbursement };
            reimbursed.shares.extend(std::iter::repeat_n(
                share,
                times.max(if fault::is("days-of-payment-unread") { 0 } else { days }),
            ));
        }
        reimbursed
    }

    /// All together; nothing where one is not known.
    pub(super) fn total(&self) -> Option<Money> {
        if self.unknown { None } else { Money::sum(self.shares.iter().map(|share| share.amount)) }
    }
}

/// Puts payers in the order of payment and leaves out who paid nothing.
pub(super) fn in_order(shares: &mut Vec<Share>) {
    shares.retain(|share| share.amount != Money::ZERO || fault::is("who-paid-nothing-listed"));
    // A mutual fund, though of the same place, comes after supplementary insurance.
    shares.sort_by_key(|share| {
        (
            share.payer.order(),
            share.payer.is_mutual_fund() && !fault::is("mutual-fund-among-insurers"),
            share.source,
            share.payer,
            share.amount,
        )
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_payers_stand_in_the_order_of_the_published_list() {
        for kind in PayerKind::ALL {
            let listed =
                kind.row().and_then(|row| row.column("payment_order")).filter(|text| !text.is_empty());
            let listed = listed.map_or(7, |text| text.parse().unwrap());
            assert_eq!(Payer::Kind(*kind).order(), listed, "{}", kind.code());
        }
    }
}
