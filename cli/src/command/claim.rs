//! `tongzhou claim`: an amount on a bill is held, confirmed before it is paid, given up or taken back.

use std::path::Path;

use tongzhou::{
    code::lists::{BurdenSource, ConsentPurpose, DocumentType},
    expense::{self, Expense},
    json,
    model::{application::Application, primitive::Count, receipt::Receipt},
    text::Lang,
};
use tongzhou_client::{Task, TokenStep, Wish};
use tongzhou_exchange::{
    message::{
        Request,
        claim::{self, Burden, Claim as Answer, Confirm, ReadClaim, Release, Reverse},
        wire::Sum,
    },
    token::{Identity, expense_of, normal},
};

use crate::{
    args::asking::{self, Claim, OfClaim},
    asked::{Asker, Outcome},
    claim_file::ClaimFile,
    exit::Exit,
    gathered::{Text, gather},
    input::{self, type_of},
    speech::{Failure, What},
    unasked::Unasked,
};

/// Runs the command.
pub(crate) fn run(args: &Claim, lang: Lang) -> Result<Exit, Failure> {
    match args {
        Claim::Reserve(args) => reserve(args, lang),
        Claim::Confirm(args) => change(args, lang, |file, path| {
            let (claim_id, expense, fence) = (file.claim_id, file.expense(path)?, file.fence(path)?);
            Ok(Task::plain(&Confirm { claim_id, expense, fence }))
        }),
        Claim::Release(args) => change(args, lang, |file, path| {
            Ok(Task::plain(&Release { claim_id: file.claim_id, expense: file.expense(path)? }))
        }),
        Claim::Reverse(args) => change(&args.of, lang, |file, path| {
            let (claim_id, expense) = (file.claim_id, file.expense(path)?);
            Ok(Task::plain(&Reverse { claim_id, expense, reason: args.reason }))
        }),
        Claim::Show(args) => change(args, lang, |file, path| {
            Ok(Task::plain(&ReadClaim { claim_id: file.claim_id, expense: file.expense(path)? }))
        }),
    }
}

fn reserve(args: &asking::Reserve, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let (bill, burden) = bill(args).map_err(fail)?;
    let asker = Asker::new(&args.asking, lang).map_err(fail)?;
    let purpose = Some(ConsentPurpose::ExpenseClaim);
    let consent = args.consenting.read(asker.client().us(), purpose, None).map_err(fail)?;
    let begin = || -> Result<(ClaimFile, Task), What> {
        let client = asker.client();
        let wish = Wish {
            claim_id: client.surroundings().fresh_id()?,
            amount: args.amount,
            burden,
            hold_days: args.days.and_then(Count::new),
            aid_record_id: args.aid_record,
        };
        let file = match ClaimFile::read(&args.output)? {
            // The outcome of the last time is not known, or forgotten: the same claim again.
            Some(file) if file.is_for(&wish) => file,
            Some(_) => return Err(Unasked::OtherClaim(args.output.clone()).into()),
            None => ClaimFile::new(&wish),
        };
        // First that it is asked for; then it is.
        file.write(&args.output)?;
        let task = file.reserve(TokenStep::begin(client, &[bill], consent.commitment)?);
        Ok((file, task.under(consent)))
    };
    let (mut file, task) = begin().map_err(fail)?;
    let outcome = asker.run(&task);
    if let Ok(Outcome::Done(done)) = &outcome
        && let Ok(claim) = done.read::<claim::Reserve>()
    {
        let expense = done.tokens.first().and_then(tongzhou_exchange::token::Token::expense);
        file.learn(&claim, expense.as_ref());
        file.write(&args.output).map_err(fail)?;
    }
    asker.conclude(task.operation(), outcome)
}

fn change(
    args: &OfClaim,
    lang: Lang,
    task: impl FnOnce(&ClaimFile, &Path) -> Result<Task, What>,
) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let path = &args.claim;
    let mut file = ClaimFile::held(path, args.asking.by_file.as_deref()).map_err(fail)?;
    let task = task(&file, path).map_err(fail)?;
    let asker = Asker::new(&args.asking, lang).map_err(fail)?;
    let outcome = asker.run(&task);
    if let Ok(Outcome::Done(done)) = &outcome
        && let Ok(claim) = json::from_slice::<Answer>(&done.answer)
    {
        file.learn(&claim, None);
        file.write(path).map_err(fail)?;
    }
    asker.conclude(task.operation(), outcome)
}

/// The bill, and what the family bears of it.
fn bill(args: &asking::Reserve) -> Result<(Identity, Burden), What> {
    if let (Some(number), Some(amount)) = (&args.bill, args.burden) {
        let (code, rest) = match number.split_once('-') {
            Some((code, rest)) => (Some(code), rest),
            None => (None, number.as_str()),
        };
        let number = normal::bill_number(code, rest).map_err(|refusal| Unasked::NoBill(refusal.code()))?;
        return Ok((Identity::bill(&number), Burden { amount, source: BurdenSource::Payments }));
    }
    let mut texts = Vec::new();
    for path in input::files(&args.paths).map_err(|(path, error)| What::Read(path, error))? {
        gather(&path, &mut texts)?;
    }
    let expenses = expenses(&texts);
    let of_receipt = |expense: &&Expense| match &args.receipt {
        Some(id) => expense.papers.iter().any(|paper| paper.receipt.id.as_str() == id),
        None => true,
    };
    let mut matching = expenses.iter().filter(of_receipt);
    let expense = match (matching.next(), matching.next()) {
        (Some(expense), None) => expense,
        (None, _) => return Err(What::NoExpenses),
        (Some(_), Some(_)) => return Err(Unasked::SeveralBills.into()),
    };
    let bill = expense_of(&expense.key).map_err(|refusal| Unasked::NoBill(refusal.code()))?;
    let left = expense.burden.left.and_then(|left| left.to_string().parse::<Sum>().ok());
    let amount = args.burden.or(left).ok_or(Unasked::NoBurden)?;
    let source = expense.burden.source.unwrap_or(BurdenSource::Payments);
    Ok((bill, Burden { amount, source }))
}

fn expenses(texts: &[Text]) -> Vec<Expense> {
    let of = |wanted| texts.iter().filter(move |text| type_of(&text.bytes) == Some(wanted));
    let receipts: Vec<Receipt<'_>> =
        of(DocumentType::Receipt).filter_map(|text| json::from_slice(&text.bytes).ok()).collect();
    let applications: Vec<Application<'_>> =
        of(DocumentType::Application).filter_map(|text| json::from_slice(&text.bytes).ok()).collect();
    let application = applications.first().filter(|_| applications.len() == 1);
    expense::expenses(&receipts, application).expenses
}

/// The operations of this command are answered alike.
const _: fn() = || {
    fn claim<R: Request<Answer = Answer>>() {}
    claim::<claim::Reserve>();
    claim::<Confirm>();
    claim::<Release>();
    claim::<Reverse>();
    claim::<ReadClaim>();
};
