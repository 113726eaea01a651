//! Who paid, in the order in which payers stand in for one another.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    code::{
        Code,
        lists::{PayerKind, ReimbursementStatus, SettlementLayer},
    },
    model::{
        receipt::{Receipt, Settlement, SettlementAmounts},
        texts::MoneyText,
    },
    text::{Bilingual, Lang},
    value::Money,
};

use super::burden::{by_settlement, funds, funds_alone, made_up, money};

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

/// What says that a payer paid.
///
/// ```
/// use tongzhou::{expense::ShareSource, text::Lang};
///
/// assert_eq!(ShareSource::LaterReimbursement.code(), "later-reimbursement");
/// assert_eq!(ShareSource::LaterReimbursement.words().in_lang(Lang::ZhCn), "事后报销");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ShareSource {
    /// The payments on the bill.
    Bill,
    /// The insurer's settlement.
    Settlement,
    /// A reimbursement after the bill was issued; the burden is less by it.
    LaterReimbursement,
    /// Help that the application says was received for this bill. It is not taken off the burden, of which charities
    /// share out what is left between them by claims.
    Application,
}

/// What was settled after the bill was issued.
#[derive(Default)]
pub(super) struct Reimbursed {
    shares: Vec<Share>,
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
    const fn is_family(self) -> bool {
        matches!(
            self,
            Self::Kind(PayerKind::Family)
                | Self::Fund(SettlementLayer::PersonalAccount | SettlementLayer::PersonalCash)
        )
    }
}

impl ShareSource {
    /// The source in kebab case.
    pub const fn code(self) -> &'static str {
        self.row().0
    }

    /// What people call it.
    pub const fn words(self) -> Bilingual {
        self.row().1
    }

    const fn row(self) -> (&'static str, Bilingual) {
        match self {
            Self::Bill => ("bill", Bilingual { zh: "票据", en: "bill" }),
            Self::Settlement => ("settlement", Bilingual { zh: "医保结算", en: "settlement" }),
            Self::LaterReimbursement => {
                ("later-reimbursement", Bilingual { zh: "事后报销", en: "reimbursed later" })
            }
            Self::Application => (
                "application",
                Bilingual { zh: "申请书所载，未扣减", en: "by the application, not taken off" },
            ),
        }
    }
}

impl Reimbursed {
    /// What these papers of one bill say was reimbursed. The same reimbursement written on two papers is one: what
    /// differs in payer, amount or day is not the same.
    pub(super) fn of(papers: &[&Receipt<'_>]) -> Self {
        let mut reimbursed = Self::default();
        let mut most: BTreeMap<(PayerKind, Money), usize> = BTreeMap::new();
        let mut days: BTreeMap<(PayerKind, Money), BTreeSet<&str>> = BTreeMap::new();
        for paper in papers {
            let mut here: BTreeMap<(PayerKind, Money), usize> = BTreeMap::new();
            for later in &paper.later_reimbursements {
                if !matches!(later.status, Some(ReimbursementStatus::Settled) | None) {
                    continue;
                }
                let amount = money(later.amount.as_ref()).filter(|amount| !amount.is_negative());
                let Some(amount) = amount else {
                    reimbursed.unknown = true;
                    continue;
                };
                let same = (later.payer, amount);
                *here.entry(same).or_default() += 1;
                days.entry(same).or_default().extend(later.paid_on.as_ref().map(|day| day.as_str()));
            }
            for (same, times) in here {
                let most = most.entry(same).or_default();
                *most = times.max(*most);
            }
        }
        for ((payer, amount), times) in most {
            let days = days.get(&(payer, amount)).map_or(0, BTreeSet::len);
            let share = Share { payer: Payer::Kind(payer), amount, source: ShareSource::LaterReimbursement };
            reimbursed.shares.extend(std::iter::repeat_n(share, times.max(days)));
        }
        reimbursed
    }

    /// All together; nothing where one is not known.
    pub(super) fn total(&self) -> Option<Money> {
        if self.unknown { None } else { Money::sum(self.shares.iter().map(|share| share.amount)) }
    }
}

/// The chain of payers: those of the settlement, where its amounts can be trusted, else those of the bill; and who
/// paid back later.
pub(super) fn chain(
    bills: &[&Receipt<'_>],
    settlements: &[&Receipt<'_>],
    billed: Option<Money>,
    reimbursed: Reimbursed,
) -> Vec<Share> {
    let settled = bills.iter().chain(settlements).filter_map(|paper| paper.settlement.as_ref());
    let mut shares = settled
        .filter_map(|settlement| of_settlement(settlement, billed))
        .next()
        .or_else(|| bills.iter().find_map(|bill| of_bill(bill)))
        .unwrap_or_default();
    shares.extend(reimbursed.shares);
    in_order(&mut shares);
    shares
}

/// Puts payers in the order of payment and leaves out who paid nothing.
pub(super) fn in_order(shares: &mut Vec<Share>) {
    shares.retain(|share| share.amount != Money::ZERO);
    shares.sort_by_key(|share| (share.payer.order(), share.source, share.payer, share.amount));
}

fn of_settlement(settlement: &Settlement<'_>, billed: Option<Money>) -> Option<Vec<Share>> {
    of_layers(settlement, billed).map(|(shares, _)| shares).or_else(|| {
        let amounts = settlement.amounts.as_ref()?;
        let whole = money(amounts.total.as_ref()).or(billed);
        of_amounts(amounts, by_settlement(amounts, billed)?, whole)
    })
}

/// The layers of a settlement, where they make up what was billed: who paid, and the family's part.
pub(super) fn of_layers(settlement: &Settlement<'_>, billed: Option<Money>) -> Option<(Vec<Share>, Money)> {
    let mut shares = Vec::new();
    let mut family = Money::ZERO;
    let mut sum = Money::ZERO;
    for layer in &settlement.layers {
        let amount = money(Some(&layer.amount)).filter(|amount| !amount.is_negative())?;
        sum = sum.checked_add(amount)?;
        let payer = layer.layer.map_or(Payer::Kind(layer.payer), Payer::Fund);
        if payer.is_family() {
            family = family.checked_add(amount)?;
        } else {
            shares.push(Share { payer, amount, source: ShareSource::Settlement });
        }
    }
    (!settlement.layers.is_empty() && billed == Some(sum)).then_some((shares, family))
}

/// The funds of a settlement that leaves `personal` of the whole to the family.
fn of_amounts(amounts: &SettlementAmounts<'_>, personal: Money, whole: Option<Money>) -> Option<Vec<Share>> {
    let share = |layer: SettlementLayer, text: &Option<MoneyText<'_>>| {
        let amount = money(text.as_ref())?;
        Some(Share { payer: Payer::Fund(layer), amount, source: ShareSource::Settlement })
    };
    let apart = [
        share(SettlementLayer::PooledFund, &amounts.pooled_fund),
        share(SettlementLayer::CivilServant, &amounts.civil_servant_aid),
        share(SettlementLayer::EnterpriseSupplement, &amounts.enterprise_supplement),
        share(SettlementLayer::Catastrophic, &amounts.resident_critical_illness),
        share(SettlementLayer::LargeAmount, &amounts.employee_large_amount),
        share(SettlementLayer::DisabledMilitary, &amounts.disability_fund),
        share(SettlementLayer::MedicalAid, &amounts.medical_aid),
        share(SettlementLayer::OtherFund, &amounts.other_funds),
    ];
    let mut shares: Vec<Share> = apart.into_iter().flatten().collect();
    let together = funds(amounts)?;
    if Money::sum(shares.iter().map(|share| share.amount)) != Some(together) {
        shares =
            vec![Share { payer: Payer::OtherPayments, amount: together, source: ShareSource::Settlement }];
    }
    shares.extend(share(SettlementLayer::HospitalBorne, &amounts.hospital_borne));
    // Only where the account does not hold it already.
    let sum = Money::sum(shares.iter().map(|share| share.amount)).and_then(|sum| sum.checked_add(personal));
    if sum != whole {
        shares.extend(share(SettlementLayer::FamilyAccount, &amounts.family_account));
    }
    Some(shares)
}

fn of_bill(bill: &Receipt<'_>) -> Option<Vec<Share>> {
    let amounts = bill.amounts.as_ref()?;
    let (pooled, other, apart) = match made_up(bill) {
        Some(apart) => (
            money(amounts.pooled_fund.as_ref()).unwrap_or(Money::ZERO),
            money(amounts.other_payments.as_ref()).unwrap_or(Money::ZERO),
            apart,
        ),
        None => funds_alone(bill).map(|(pooled, other, _)| (pooled, other, Money::ZERO))?,
    };
    let shares = [
        (Payer::Kind(PayerKind::BasicInsurance), pooled),
        (Payer::OtherPayments, other),
        (Payer::PrintedApart, apart),
    ];
    Some(
        shares
            .map(|(payer, amount)| Share { payer, amount, source: ShareSource::Bill })
            .into_iter()
            .collect(),
    )
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
