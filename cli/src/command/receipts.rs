//! `tongzhou receipts`: what was billed, who paid and what is left; unchecked, and with no name and no number of a bill.

use std::fmt::Write as _;

use serde::Serialize;
use tongzhou::{
    code::{
        Code,
        lists::{
            BurdenDoubt, BurdenSource, DocumentType, PaperRole, ReceiptKind, ShareSource, UncountedReason,
        },
    },
    expense::{self, Expense, Ledger, Named, Share, Uncounted},
    json,
    model::{application::Application, receipt::Receipt},
    text::{Bilingual, Lang},
    value::Money,
};

use crate::{
    args::{Format, Receipts},
    exit::Exit,
    gathered::{Text, gather},
    input::{self, type_of},
    speech::{Failure, What, answer, remark},
};

/// Runs the command.
pub(crate) fn run(args: &Receipts, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let files = input::files(&args.paths).map_err(|(path, error)| fail(What::Read(path, error)))?;
    if files.is_empty() {
        return Err(fail(What::NothingToCheck));
    }
    let mut texts = Vec::new();
    for path in &files {
        gather(path, &mut texts).map_err(fail)?;
    }
    let mut receipts: Vec<Receipt<'_>> = Vec::new();
    let mut applications: Vec<Application<'_>> = Vec::new();
    let mut exit = Exit::Sound;
    for Text { name, bytes } in &texts {
        let known = match type_of(bytes) {
            Some(DocumentType::Receipt) => {
                json::from_slice(bytes).map(|receipt| receipts.push(receipt)).is_ok()
            }
            Some(DocumentType::Application) => {
                json::from_slice(bytes).map(|application| applications.push(application)).is_ok()
            }
            // Consents and manifests say nothing of expenses.
            Some(_) => true,
            None => false,
        };
        if !known {
            exit = Exit::Wrong;
            remark(match lang {
                Lang::ZhCn => format!("{name}：读不出来，没有计入；请用 tongzhou validate 查明原因"),
                Lang::En => format!("{name}: cannot be read and is left out; tongzhou validate says why"),
            });
        }
    }
    if receipts.is_empty() && applications.is_empty() {
        // What cannot be read has been told; of what says nothing of expenses there is nothing to show.
        return if exit == Exit::Sound { Err(fail(What::NoExpenses)) } else { Ok(exit) };
    }
    // Of two applications it is not known which one a receipt is of.
    let application = applications.first().filter(|_| applications.len() == 1);
    let ledger = expense::expenses(&receipts, application);
    let text = match args.format {
        Format::Human => told(&ledger, lang),
        Format::Json => serde_json::to_string_pretty(&Shown::of(&ledger))
            .map(|json| json + "\n")
            .map_err(|error| fail(What::Print(error.into())))?,
    };
    answer(text, lang)?;
    Ok(exit)
}

/// The ledger as programs read it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Shown {
    expenses: Vec<ShownExpense>,
    uncounted: Vec<ShownUncounted>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    shared: Vec<ShownShare>,
    #[serde(skip_serializing_if = "Option::is_none")]
    left: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ShownExpense {
    #[serde(skip_serializing_if = "Option::is_none")]
    issued_on: Option<String>,
    /// Whether other organisations can be told of it by its number.
    canonical: bool,
    papers: Vec<ShownPaper>,
    #[serde(skip_serializing_if = "Option::is_none")]
    billed: Option<String>,
    payers: Vec<ShownShare>,
    burden: ShownBurden,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ShownPaper {
    receipt_id: String,
    kind: ReceiptKind,
    role: PaperRole,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ShownShare {
    payer: &'static str,
    amount: String,
    source: ShareSource,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ShownBurden {
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    left: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<BurdenSource>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    doubts: Vec<BurdenDoubt>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ShownUncounted {
    receipt_id: String,
    kind: ReceiptKind,
    reason: UncountedReason,
    #[serde(skip_serializing_if = "Option::is_none")]
    other_receipt_id: Option<String>,
}

impl Shown {
    fn of(ledger: &Ledger) -> Self {
        Self {
            expenses: ledger.expenses.iter().map(ShownExpense::of).collect(),
            uncounted: ledger.uncounted.iter().map(ShownUncounted::of).collect(),
            shared: ledger.shared.iter().map(ShownShare::of).collect(),
            left: ledger.left().map(|left| left.to_string()),
        }
    }
}

impl ShownExpense {
    fn of(expense: &Expense) -> Self {
        let text = |amount: Option<Money>| amount.map(|amount| amount.to_string());
        let papers = expense.papers.iter().map(|paper| ShownPaper {
            receipt_id: paper.receipt.id.as_str().to_owned(),
            kind: paper.receipt.kind,
            role: paper.role,
        });
        Self {
            issued_on: expense.issued_on.map(|date| date.to_string()),
            canonical: expense.key.canonical().is_some(),
            papers: papers.collect(),
            billed: text(expense.billed),
            payers: expense.payers.iter().map(ShownShare::of).collect(),
            burden: ShownBurden {
                before: text(expense.burden.before),
                left: text(expense.burden.left),
                source: expense.burden.source,
                doubts: expense.burden.doubts.clone(),
            },
        }
    }
}

impl ShownShare {
    fn of(share: &Share) -> Self {
        Self { payer: share.payer.code(), amount: share.amount.to_string(), source: share.source }
    }
}

impl ShownUncounted {
    fn of(uncounted: &Uncounted) -> Self {
        Self {
            receipt_id: uncounted.receipt.id.as_str().to_owned(),
            kind: uncounted.receipt.kind,
            reason: uncounted.reason,
            other_receipt_id: uncounted.other.as_ref().map(|id| id.as_str().to_owned()),
        }
    }
}

/// The ledger as people read it.
fn told(ledger: &Ledger, lang: Lang) -> String {
    let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
    let mut text = match lang {
        Lang::ZhCn => format!(
            "票据 · {} 笔费用，{} 张单据不计入（未经校验）\n",
            ledger.expenses.len(),
            ledger.uncounted.len()
        ),
        Lang::En => format!(
            "Receipts · expenses: {}, papers that do not count: {} (not checked)\n",
            ledger.expenses.len(),
            ledger.uncounted.len()
        ),
    };
    for (number, expense) in (1..).zip(&ledger.expenses) {
        tell(&mut text, number, expense, lang);
    }
    if !ledger.shared.is_empty() {
        let _ = writeln!(
            text,
            "\n{}",
            say("用于几笔费用、未分开的款项", "Help for several expenses together, not told apart")
        );
        tell_shares(&mut text, &ledger.shared, lang);
    }
    if !ledger.uncounted.is_empty() {
        let _ = writeln!(text, "\n{}", say("不计入的单据", "Papers that do not count"));
        for uncounted in &ledger.uncounted {
            let reason = uncounted.reason.title(lang);
            let other = uncounted.other.as_ref().map(|id| format!(" {}", short(id.as_str())));
            let _ = writeln!(
                text,
                "  {} · {reason}{}",
                name(&uncounted.receipt, lang),
                other.unwrap_or_default()
            );
        }
    }
    if ledger.expenses.len() > 1
        && let Some(left) = ledger.left()
    {
        let _ = writeln!(
            text,
            "\n{:>15}  {}",
            left.to_string(),
            say("各笔费用的剩余负担合计", "left of all expenses together")
        );
    }
    text
}

fn tell(text: &mut String, number: usize, expense: &Expense, lang: Lang) {
    let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
    let date = expense.issued_on.map_or_else(String::new, |date| format!(" · {date}"));
    let _ = writeln!(text, "\n{} {number}{date}", say("费用", "Expense"));
    for paper in &expense.papers {
        let _ = writeln!(text, "  {} · {}", name(&paper.receipt, lang), paper.role.title(lang));
    }
    let unknown = || say("不明", "not known").to_owned();
    let amount = |amount: Option<Money>| amount.map_or_else(unknown, |amount| amount.to_string());
    let _ = writeln!(text, "{:>15}  {}", amount(expense.billed), say("金额合计", "billed"));
    tell_shares(text, &expense.payers, lang);
    let burden = &expense.burden;
    let source = burden.source.map(|source| format!(" · {}", source.title(lang)));
    let _ = writeln!(
        text,
        "{:>15}  {}{}",
        amount(burden.left),
        say("剩余负担", "left to the family"),
        source.unwrap_or_default()
    );
    for doubt in &burden.doubts {
        let _ = writeln!(text, "                 ! {}", doubt.title(lang));
    }
}

fn tell_shares(text: &mut String, shares: &[Share], lang: Lang) {
    for share in shares {
        // What the application says is no part of the sum.
        let sign = if share.source == ShareSource::Application { "" } else { "-" };
        let amount = format!("{sign}{}", share.amount);
        let _ = writeln!(text, "{amount:>15}  {} · {}", share.payer.title(lang), share.source.title(lang));
    }
}

/// A receipt by its kind and the end of its id: its title and number can lead to a person.
fn name(receipt: &Named, lang: Lang) -> String {
    format!("{} {}", receipt.kind.title(lang), short(receipt.id.as_str()))
}

/// The end of an id, in which ids made one after another differ.
fn short(id: &str) -> String {
    let end: String = id.chars().skip(28).collect();
    format!("…{end}")
}
