//! One expense 一笔费用: what the papers of one bill come to, who paid, and what is left.
//!
//! A bill, its paper re-issue, its detail list and its settlement list are one expense, keyed by the bill's number. What
//! is not said by a paper is not guessed: a receipt that cannot be given to one bill counts for nothing and says why.
//! The answer does not depend on the order of the receipts.
//!
//! ```
//! use tongzhou::{expense, model::receipt::Receipt};
//!
//! # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
//! let read = |name: &str| serde_json::from_slice::<Receipt<'_>>(shipped(&format!("leukaemia/receipts/{name}.json")));
//! // A stay in hospital, and the same bill printed on paper: one expense.
//! let ledger = expense::expenses(&[read("first-admission")?, read("first-admission-paper")?], None);
//! assert_eq!((ledger.expenses.len(), ledger.expenses[0].papers.len()), (1, 2));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod burden;
mod grouping;
mod leads;
mod nature;
mod payers;
mod split;
mod twice;

use std::cmp::Ordering;

use crate::{
    amount::money,
    code::lists::{OtherHelpStatus, PaperRole, PayerKind, ReceiptKind, ShareSource, UncountedReason},
    model::{application::Application, receipt::Receipt, texts::IdText},
    value::{Date, Money},
};

pub use self::{
    burden::Burden,
    payers::{Payer, Share},
};
pub use crate::bill::BillKey;
pub(crate) use burden::left_of;

use self::{burden::Resolved, grouping::Group};

/// What receipts come to: each stands in exactly one place of it.
///
/// ```
/// use tongzhou::{code::lists::UncountedReason, expense, model::receipt::Receipt};
///
/// let slip: Receipt<'_> = serde_json::from_str(
///     r#"{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "receipt",
///     "receiptId": "01900000-0000-7000-8000-000000000101", "kind": "prepayment", "total": "5000.00"}"#,
/// )
/// .unwrap();
/// let ledger = expense::expenses(&[slip], None);
/// assert!(ledger.expenses.is_empty());
/// assert_eq!(ledger.uncounted[0].reason, UncountedReason::Prepayment);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Ledger {
    /// The expenses, by date of issue and number.
    pub expenses: Vec<Expense>,
    /// The receipts that are part of no expense, by id.
    pub uncounted: Vec<Uncounted>,
    /// Help that was received for several expenses together, so that the part of each is not known.
    pub shared: Vec<Share>,
}

/// One bill with all its papers.
///
/// ```
/// use tongzhou::{expense, model::receipt::Receipt};
///
/// let bill: Receipt<'_> = serde_json::from_str(
///     r#"{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "receipt",
///     "receiptId": "01900000-0000-7000-8000-000000000101", "kind": "tax-e-invoice",
///     "taxInvoiceNumber": "25112000000000000001", "total": "80.00",
///     "amounts": {"personalCash": "80.00"}}"#,
/// )
/// .unwrap();
/// let ledger = expense::expenses(&[bill], None);
/// assert_eq!(ledger.expenses[0].papers.len(), 1);
/// assert_eq!(ledger.expenses[0].billed.unwrap().to_string(), "80.00");
/// assert_eq!(ledger.expenses[0].burden.left.unwrap().to_string(), "80.00");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expense {
    /// By what it is told from every other.
    pub key: BillKey,
    /// When the bill was issued.
    pub issued_on: Option<Date>,
    /// Its papers: first the one that counts.
    pub papers: Vec<Paper>,
    /// What was billed.
    pub billed: Option<Money>,
    /// Who paid, in order, without the family.
    pub payers: Vec<Share>,
    /// What is left to the family.
    pub burden: Burden,
}

/// A receipt among those that were given.
///
/// ```
/// use tongzhou::{expense, model::receipt::Receipt};
///
/// let receipt: Receipt<'_> = serde_json::from_str(
///     r#"{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "receipt",
///     "receiptId": "01900000-0000-7000-8000-000000000101", "kind": "fiscal-e-outpatient",
///     "billCode": "11060125", "billNumber": "0000000001"}"#,
/// )
/// .unwrap();
/// let ledger = expense::expenses(&[receipt], None);
/// let named = &ledger.expenses[0].papers[0].receipt;
/// assert_eq!((named.index, named.id.as_str()), (0, "01900000-0000-7000-8000-000000000101"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its place among them.
    pub index: usize,
    /// Its id.
    pub id: IdText<'static>,
    /// Its kind.
    pub kind: ReceiptKind,
}

/// A paper of an expense.
///
/// ```
/// use tongzhou::{code::lists::PaperRole, expense, model::receipt::Receipt};
///
/// let receipt: Receipt<'_> = serde_json::from_str(
///     r#"{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "receipt",
///     "receiptId": "01900000-0000-7000-8000-000000000101", "kind": "fiscal-paper-outpatient",
///     "billCode": "11060125", "billNumber": "0000000001"}"#,
/// )
/// .unwrap();
/// let ledger = expense::expenses(&[receipt], None);
/// assert_eq!(ledger.expenses[0].papers[0].role, PaperRole::Bill);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Which receipt.
    pub receipt: Named,
    /// What it is to the expense.
    pub role: PaperRole,
}

/// A receipt that counts for nothing.
///
/// ```
/// use tongzhou::{code::lists::UncountedReason, expense, model::receipt::Receipt};
///
/// let receipt: Receipt<'_> = serde_json::from_str(
///     r#"{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "receipt",
///     "receiptId": "01900000-0000-7000-8000-000000000101", "kind": "fiscal-e-detail",
///     "billCode": "11060125", "billNumber": "0000000001"}"#,
/// )
/// .unwrap();
/// let ledger = expense::expenses(&[receipt], None);
/// assert_eq!(ledger.uncounted[0].reason, UncountedReason::BillNotHere);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uncounted {
    /// Which receipt.
    pub receipt: Named,
    /// Why.
    pub reason: UncountedReason,
    /// The paper that the reason lies in, such as the red bill that cancels this one, by receipt id.
    pub other: Option<IdText<'static>>,
}

/// The expenses that these receipts come to, with the help that the application says was received for them.
///
/// ```
/// use tongzhou::{code::lists::PaperRole, expense, model::receipt::Receipt};
///
/// let head = r#""standard": "tongzhou", "standardVersion": "1.0", "documentType": "receipt""#;
/// let bill = format!(
///     r#"{{{head}, "receiptId": "01900000-0000-7000-8000-000000000101", "kind": "fiscal-e-outpatient",
///     "billCode": "11060125", "billNumber": "0000000001", "total": "80.00"}}"#
/// );
/// let detail = format!(
///     r#"{{{head}, "receiptId": "01900000-0000-7000-8000-000000000102", "kind": "fiscal-e-detail",
///     "billCode": "11060125", "billNumber": "0000000001"}}"#
/// );
/// let receipts = [&detail, &bill].map(|text| serde_json::from_str::<Receipt<'_>>(text).unwrap());
/// let ledger = expense::expenses(&receipts, None);
/// let roles: Vec<PaperRole> = ledger.expenses[0].papers.iter().map(|paper| paper.role).collect();
/// assert_eq!(roles, [PaperRole::Bill, PaperRole::DetailList]);
/// ```
pub fn expenses(receipts: &[Receipt<'_>], application: Option<&Application<'_>>) -> Ledger {
    let grouping = grouping::group(receipts);
    let mut ledger = Ledger::default();
    for (key, group) in grouping.groups {
        ledger.expenses.extend(Expense::of(receipts, key, &group));
    }
    twice::doubt(receipts, &mut ledger.expenses);
    for (index, why) in grouping.uncounted {
        let receipt = Named::of(receipts, index);
        let (reason, other) = (why.reason, why.other);
        ledger.uncounted.extend(receipt.map(|receipt| Uncounted { receipt, reason, other }));
    }
    ledger.uncounted.sort_by(|one, other| {
        let both = receipts.get(one.receipt.index).zip(receipts.get(other.receipt.index));
        both.map_or(Ordering::Equal, |(one, other)| grouping::by_id(one, other))
    });
    if let Some(application) = application {
        ledger.add_help(application);
    }
    ledger.expenses.sort_by(|one, other| (one.issued_on, &one.key).cmp(&(other.issued_on, &other.key)));
    ledger
}

impl Ledger {
    /// What is left of all expenses; nothing where one of them is not known.
    ///
    /// ```
    /// use tongzhou::expense::Ledger;
    ///
    /// assert_eq!(Ledger::default().left().unwrap().to_string(), "0.00");
    /// ```
    pub fn left(&self) -> Option<Money> {
        let left: Option<Vec<Money>> = self.expenses.iter().map(|expense| expense.burden.left).collect();
        Money::sum(left?)
    }

    /// Adds what charities gave for bills that the application names.
    fn add_help(&mut self, application: &Application<'_>) {
        let help = application.other_help.as_ref();
        for help in help.into_iter().flat_map(|help| help.charity.iter()) {
            let amount = money(help.amount.as_ref()).filter(|amount| !amount.is_negative());
            let Some(amount) = amount.filter(|_| help.status == Some(OtherHelpStatus::Received)) else {
                continue;
            };
            let share =
                Share { payer: Payer::Kind(PayerKind::Charity), amount, source: ShareSource::Application };
            let names = |expense: &&mut Expense| {
                let mut papers = expense.papers.iter();
                papers.any(|paper| help.receipt_ids.iter().any(|id| id.as_str() == paper.receipt.id.as_str()))
            };
            let mut expenses = self.expenses.iter_mut().filter(names);
            match (expenses.next(), expenses.next()) {
                (Some(expense), None) => {
                    // The same help, written on the receipt as well.
                    let again = Share { source: ShareSource::LaterReimbursement, ..share };
                    if !expense.payers.contains(&again) {
                        expense.payers.push(share);
                        payers::in_order(&mut expense.payers);
                    }
                }
                (Some(_), Some(_)) => self.shared.push(share),
                (None, _) => {}
            }
        }
        payers::in_order(&mut self.shared);
    }
}

impl Expense {
    /// The expense of these papers.
    fn of(receipts: &[Receipt<'_>], key: BillKey, group: &Group) -> Option<Self> {
        let heard = || group.papers.iter().chain(&group.again);
        let in_roles = |roles: &[PaperRole]| -> Vec<&Receipt<'_>> {
            let heard = heard().filter(|(_, role)| roles.contains(role));
            heard.filter_map(|(index, _)| receipts.get(*index)).collect()
        };
        let bills = in_roles(&[PaperRole::Bill, PaperRole::PaperReissue]);
        let lists = in_roles(&[PaperRole::SettlementList]);
        let reimbursed = payers::Reimbursed::of(heard().filter_map(|(index, _)| receipts.get(*index)));
        let Resolved { billed, burden, shares: mut payers } = burden::resolve(&bills, &lists, &reimbursed);
        payers.extend(reimbursed.shares);
        payers::in_order(&mut payers);
        let papers = group
            .papers
            .iter()
            .filter_map(|(index, role)| Some(Paper { receipt: Named::of(receipts, *index)?, role: *role }));
        Some(Self {
            key,
            issued_on: bills.first()?.issued_on.as_ref().and_then(|date| date.as_str().parse().ok()),
            papers: papers.collect(),
            billed,
            payers,
            burden,
        })
    }
}

impl Named {
    fn of(receipts: &[Receipt<'_>], index: usize) -> Option<Self> {
        let receipt = receipts.get(index)?;
        Some(Self { index, id: receipt.receipt_id.clone().into_owned(), kind: receipt.kind })
    }
}
