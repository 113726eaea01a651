//! What the aggregated rows of a report come to.

use crate::{
    code::lists::MoneyNature,
    model::aid_report::{AggregateRow, AidReport},
    rules::amount,
    value::Money,
};

/// The amounts of the rows that `counts`, added up; nothing where their sum is beyond what can be written.
pub(super) fn amount(report: &AidReport<'_>, counts: impl Fn(&AggregateRow<'_>) -> bool) -> Option<Money> {
    let rows = report.rows.iter().filter(|row| counts(row));
    Money::sum(rows.filter_map(|row| amount::money(row.amount.as_ref())))
}

/// Whether `stated` is the sum of charity aid and of what personal appeals raised, and not that of charity aid.
pub(super) fn counts_gifts(report: &AidReport<'_>, stated: Money) -> bool {
    let charity = amount(report, |row| row.nature == MoneyNature::CharityAid);
    let with_gifts =
        amount(report, |row| matches!(row.nature, MoneyNature::CharityAid | MoneyNature::PersonalGift));
    charity.is_some_and(|charity| charity != stated) && with_gifts == Some(stated)
}
