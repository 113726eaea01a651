//! Reads what documents write as text, beside days ([`calendar`](super::calendar)). What has its own rule for being
//! wrong (a negative amount) is absent here, so that no other rule speaks of it again.

use crate::{
    code::{Code, OpenCode, OpenList, lists::GuardianKind},
    model::{application::Application, texts::MoneyText},
    value::Money,
};

/// Whether the child is in the care of organisations alone: there is no household to describe then.
pub(super) fn lives_in_institution(application: &Application<'_>) -> bool {
    !application.guardians.is_empty()
        && application.guardians.iter().all(|guardian| guardian.kind == GuardianKind::Organisation)
}

/// The amount, if there is one and it is not negative: that is a finding of its own.
pub(super) fn amount(text: Option<&MoneyText<'_>>) -> Option<Money> {
    text?.as_str().parse().ok().filter(|amount: &Money| !amount.is_negative())
}

/// Whether a text is nothing but white space, that of Chinese keyboards included.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

/// The column of a codelist's row that says to whom a code applies.
pub(super) fn holder<C: Code>(code: C) -> Option<&'static str> {
    code.row()?.column("holder")
}

/// Whether an open code is the one that the list writes as `code`.
pub(super) fn is_code<L: OpenList>(open: &OpenCode<'_, L>, code: &str) -> bool {
    open.as_str() == code
}
