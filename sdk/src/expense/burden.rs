//! What a bill left to the family, and where the figure is from.

use crate::{
    model::{
        receipt::{Receipt, ReceiptAmounts, SettlementAmounts},
        texts::MoneyText,
    },
    text::Bilingual,
    value::{Money, capital_amount::parse_capital},
};

use super::payers::{Reimbursed, of_layers};

/// What is left to the family of one bill: 个人账户 and 个人现金 less what was reimbursed later.
///
/// ```
/// use tongzhou::{expense, model::receipt::Receipt};
///
/// let bill: Receipt<'_> = serde_json::from_str(
///     r#"{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "receipt",
///     "receiptId": "01900000-0000-7000-8000-000000000101", "kind": "fiscal-e-outpatient",
///     "billCode": "11060125", "billNumber": "0000000001", "total": "100.00",
///     "amounts": {"pooledFund": "60.00", "otherPayments": "0.00", "personalAccount": "10.00", "personalCash": "30.00"},
///     "laterReimbursements": [{"payer": "mutual-fund", "amount": "15.00", "status": "settled"}]}"#,
/// )
/// .unwrap();
/// let ledger = expense::expenses(&[bill], None);
/// let burden = &ledger.expenses[0].burden;
/// assert_eq!(burden.before.unwrap().to_string(), "40.00");
/// assert_eq!(burden.left.unwrap().to_string(), "25.00");
/// assert_eq!(burden.source, Some(expense::BurdenSource::Payments));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Burden {
    /// What the family bore when the bill was settled; absent where no paper says it so that it can be trusted.
    pub before: Option<Money>,
    /// What is left after later reimbursements; never below nothing.
    pub left: Option<Money>,
    /// Where the figure is from.
    pub source: Option<BurdenSource>,
    /// What speaks against figures that were not used, or for care with the one that was.
    pub doubts: Vec<Doubt>,
}

/// Where the burden is from.
///
/// ```
/// use tongzhou::expense::BurdenSource;
///
/// assert_eq!(BurdenSource::Payments.code(), "payments");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BurdenSource {
    /// Personal account and cash as printed on the bill, whose payments make up its total.
    Payments,
    /// Personal account and cash as settled by the insurer.
    Settlement,
    /// The total less what the funds paid, where account or cash is not printed.
    TotalLessFunds,
}

/// What speaks against a figure of the burden.
///
/// ```
/// use tongzhou::expense::Doubt;
///
/// assert_eq!(Doubt::SplitNotTrusted.code(), "split-not-trusted");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doubt {
    /// 自付 and 自费 as printed differ from account and cash, and are not used.
    SplitNotTrusted,
    /// The payments on the bill do not make up its total.
    PaymentsDoNotAddUp,
    /// The bill does not state who paid.
    PaymentsMissing,
    /// The insurer's amounts do not make up the total that the bill has.
    SettlementDoesNotAddUp,
    /// Papers of the expense differ, and the lowest figure is used.
    PapersDiffer,
    /// A reimbursement was settled, but not how much it was.
    ReimbursementUnknown,
    /// More was reimbursed than had been borne.
    ReimbursedTooMuch,
}

/// What one paper says: what the family bore, and whether by the bill itself.
type Stated = Result<(Money, BurdenSource), Doubt>;

impl BurdenSource {
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
            Self::Payments => (
                "payments",
                Bilingual {
                    zh: "票据上的个人账户加个人现金", en: "account and cash on the bill"
                },
            ),
            Self::Settlement => (
                "settlement",
                Bilingual {
                    zh: "医保结算的个人账户加个人现金", en: "account and cash by the settlement"
                },
            ),
            Self::TotalLessFunds => (
                "total-less-funds",
                Bilingual {
                    zh: "金额合计减去各基金支付", en: "the total less what the funds paid"
                },
            ),
        }
    }
}

impl Doubt {
    /// The doubt in kebab case.
    pub const fn code(self) -> &'static str {
        self.row().0
    }

    /// The doubt in words.
    pub const fn words(self) -> Bilingual {
        self.row().1
    }

    const fn row(self) -> (&'static str, Bilingual) {
        let (code, zh, en) = match self {
            Self::SplitNotTrusted => (
                "split-not-trusted",
                "所印自付加自费不等于账户加现金，不予采用",
                "the printed 自付 and 自费 differ from account and cash, and are not used",
            ),
            Self::PaymentsDoNotAddUp => (
                "payments-do-not-add-up",
                "票据各项支付之和不等于合计，不予采用",
                "the payments on the bill do not make up its total, and are not used",
            ),
            Self::PaymentsMissing => {
                ("payments-missing", "票据没有写明各项支付", "the bill does not state who paid")
            }
            Self::SettlementDoesNotAddUp => (
                "settlement-does-not-add-up",
                "结算金额与票据合计不符，不予采用",
                "the settlement does not make up the bill's total, and is not used",
            ),
            Self::PapersDiffer => {
                ("papers-differ", "各张单据的金额不一致，取最低", "the papers differ, the lowest is used")
            }
            Self::ReimbursementUnknown => (
                "reimbursement-unknown",
                "有一笔已报销的款项没有写明金额",
                "the amount of a settled reimbursement is not stated",
            ),
            Self::ReimbursedTooMuch => {
                ("reimbursed-too-much", "事后报销超过了当时的负担", "more was reimbursed than had been borne")
            }
        };
        (code, Bilingual { zh, en })
    }
}

/// The burden by these bills of one expense, the settlements beside them, and what was reimbursed later.
pub(super) fn burden(
    bills: &[&Receipt<'_>],
    settlements: &[&Receipt<'_>],
    billed: Option<Money>,
    reimbursed: &Reimbursed,
) -> Burden {
    let mut doubts = Vec::new();
    let mut figures: Vec<(Money, BurdenSource)> = Vec::new();
    for bill in bills {
        match by_bill(bill) {
            Ok(figure) => figures.push(figure),
            Err(doubt) => doubts.push(doubt),
        }
        doubts.extend(split_differs(bill).then_some(Doubt::SplitNotTrusted));
    }
    for paper in bills.iter().chain(settlements) {
        let Some(settlement) = paper.settlement.as_ref() else { continue };
        // What a list does not show is no fault of it.
        let amounts = settlement.amounts.as_ref().filter(|amounts| amounts.personal_cash.is_some());
        let figure = match amounts {
            Some(amounts) => by_settlement(amounts, billed),
            None if settlement.layers.is_empty() => continue,
            None => of_layers(settlement, billed).map(|(_, family)| family),
        };
        match figure {
            Some(amount) => figures.push((amount, BurdenSource::Settlement)),
            None => doubts.push(Doubt::SettlementDoesNotAddUp),
        }
    }
    // What is worked out gives way to what is stated.
    if figures.iter().any(|(_, source)| *source != BurdenSource::TotalLessFunds) {
        figures.retain(|(_, source)| *source != BurdenSource::TotalLessFunds);
    }
    let lowest = figures.iter().min().copied();
    if figures.iter().any(|(amount, _)| lowest.is_some_and(|(lowest, _)| lowest != *amount)) {
        doubts.push(Doubt::PapersDiffer);
    }
    let before = lowest.map(|(amount, _)| amount);
    let paid_back = reimbursed.total();
    if paid_back.is_none() {
        doubts.push(Doubt::ReimbursementUnknown);
    }
    let left = before.zip(paid_back).and_then(|(before, paid)| before.checked_sub(paid));
    if left.is_some_and(Money::is_negative) {
        doubts.push(Doubt::ReimbursedTooMuch);
    }
    doubts.sort_unstable();
    doubts.dedup();
    let left = left.map(|left| if left.is_negative() { Money::ZERO } else { left });
    Burden { before, left, source: lowest.map(|(_, source)| source), doubts }
}

/// What the bill as a whole comes to: its total, or its amount in words where the payments make up that alone.
pub(super) fn whole(receipt: &Receipt<'_>) -> Option<Money> {
    let total = money(receipt.total.as_ref());
    let words = receipt.total_in_words.as_ref().and_then(|words| parse_capital(words.as_str()).ok());
    match receipt.amounts.as_ref().and_then(|amounts| Money::sum(stated(amounts).into_iter().flatten())) {
        Some(sum) if Some(sum) == words && sum > Money::ZERO => words,
        _ => total.or(words),
    }
}

/// Whether the stated payments of a bill make up the whole, with what is printed apart where that is needed: some
/// provinces print what the hospital bore beside the four. Gives what is printed apart.
pub(super) fn made_up(receipt: &Receipt<'_>) -> Option<Money> {
    let amounts = receipt.amounts.as_ref()?;
    let parts = stated(amounts);
    if parts.iter().flatten().any(|part| part.is_negative()) || parts.iter().all(Option::is_none) {
        return None;
    }
    let rest = whole(receipt)?.checked_sub(Money::sum(parts.into_iter().flatten())?)?;
    if rest == Money::ZERO {
        return Some(rest);
    }
    // Only where all four are stated is it known that the rest is none of them.
    let apart: Vec<Money> =
        receipt.extra_amounts.iter().filter_map(|extra| money(Some(&extra.value))).collect();
    let printed = apart.contains(&rest) || Money::sum(apart) == Some(rest);
    (parts.iter().all(Option::is_some) && !rest.is_negative() && printed).then_some(rest)
}

/// The pooled fund and the other payments, where account or cash is not printed and the rest of the whole is theirs.
pub(super) fn funds_alone(receipt: &Receipt<'_>) -> Option<(Money, Money, Money)> {
    let [pooled, other, account, cash] = stated(receipt.amounts.as_ref()?);
    let (pooled, other) = pooled.zip(other)?;
    if (account.is_some() && cash.is_some()) || !receipt.extra_amounts.is_empty() {
        return None;
    }
    let rest = whole(receipt)?.checked_sub(pooled)?.checked_sub(other)?;
    let named = account.or(cash).unwrap_or(Money::ZERO);
    let sound = [pooled, other, rest, named].iter().all(|amount| !amount.is_negative()) && named <= rest;
    sound.then_some((pooled, other, rest))
}

/// What the insurer's amounts leave to the family, where they make up what was billed.
pub(super) fn by_settlement(amounts: &SettlementAmounts<'_>, billed: Option<Money>) -> Option<Money> {
    let or_nothing = |text: &Option<MoneyText<'_>>| match text {
        None => Some(Money::ZERO),
        Some(text) => money(Some(text)).filter(|amount| !amount.is_negative()),
    };
    let cash = money(amounts.personal_cash.as_ref()).filter(|cash| !cash.is_negative())?;
    let personal = or_nothing(&amounts.personal_account)?.checked_add(cash)?;
    let family = or_nothing(&amounts.family_account)?;
    let others = funds(amounts)?.checked_add(or_nothing(&amounts.hospital_borne)?)?;
    let sum = others.checked_add(personal)?;
    let total = money(amounts.total.as_ref());
    let whole = total.or(billed)?;
    // Whether the account holds the family's share too differs.
    let adds_up = sum == whole || sum.checked_add(family) == Some(whole);
    (adds_up && billed.is_none_or(|billed| billed == whole)).then_some(personal)
}

/// What all funds paid by a settlement: as stated in one, else all that are stated apart.
pub(super) fn funds(amounts: &SettlementAmounts<'_>) -> Option<Money> {
    let parts = || {
        let parts = [
            &amounts.pooled_fund,
            &amounts.civil_servant_aid,
            &amounts.enterprise_supplement,
            &amounts.resident_critical_illness,
            &amounts.employee_large_amount,
            &amounts.disability_fund,
            &amounts.medical_aid,
            &amounts.other_funds,
        ];
        Money::sum(parts.into_iter().filter_map(|part| money(part.as_ref())))
    };
    amounts.fund_total.as_ref().map_or_else(parts, |total| money(Some(total)))
}

/// An amount, where one is written.
pub(super) fn money(text: Option<&MoneyText<'_>>) -> Option<Money> {
    text?.as_str().parse().ok()
}

fn by_bill(receipt: &Receipt<'_>) -> Stated {
    let parts = receipt.amounts.as_ref().map(stated).unwrap_or_default();
    if made_up(receipt).is_some() {
        let [.., account, cash] = parts;
        let personal = Money::sum([account, cash].into_iter().flatten()).ok_or(Doubt::PaymentsDoNotAddUp)?;
        return Ok((personal, BurdenSource::Payments));
    }
    if let Some((_, _, rest)) = funds_alone(receipt) {
        return Ok((rest, BurdenSource::TotalLessFunds));
    }
    let whole = parts.iter().all(Option::is_some);
    Err(if whole { Doubt::PaymentsDoNotAddUp } else { Doubt::PaymentsMissing })
}

/// Whether 自付 and 自费 are printed and differ from account and cash: hospitals fill them in with constants.
fn split_differs(receipt: &Receipt<'_>) -> bool {
    let Some(amounts) = receipt.amounts.as_ref() else { return false };
    let split = [&amounts.self_paid_in_catalogue, &amounts.self_paid_out_of_catalogue];
    let own = [&amounts.personal_account, &amounts.personal_cash];
    let sum = |parts: [&Option<MoneyText<'_>>; 2]| {
        let [one, other] = parts.map(|part| money(part.as_ref()));
        one?.checked_add(other?)
    };
    sum(split).zip(sum(own)).is_some_and(|(split, own)| split != own)
}

/// Pooled fund, other payments, account and cash.
fn stated(amounts: &ReceiptAmounts<'_>) -> [Option<Money>; 4] {
    [&amounts.pooled_fund, &amounts.other_payments, &amounts.personal_account, &amounts.personal_cash]
        .map(|part| money(part.as_ref()))
}
