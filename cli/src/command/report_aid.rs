//! `tongzhou report-aid`: that aid was promised, paid or returned, as an entry without amount, name or text.

use std::path::Path;

use tongzhou::{
    code::lists::{AidKind, AidStatus, ConsentPurpose, DocumentType, EntryClass},
    json,
    model::{
        AidEntry, AidRecord,
        texts::{DigestText, IdText, MonthText, OrganisationCodeText},
    },
    package::atomic::write_private,
    text::Lang,
};
use tongzhou_client::{ClientError, Task, TokenStep};
use tongzhou_exchange::{
    message::{
        aid::AppendEntry,
        consent::RegisterConsent,
        wire::{Hex32, Id},
    },
    token::{Identity, Token},
};

use crate::{
    args::asking::ReportAid,
    asked::{Asker, block_on},
    child,
    exit::Exit,
    input::{self, type_of},
    speech::{Failure, What},
    unasked::Unasked,
};

/// Runs the command.
pub(crate) fn run(args: &ReportAid, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let asker = Asker::new(&args.asking, lang).map_err(fail)?;
    let purpose = Some(ConsentPurpose::AidRegistration);
    let child = child::of_application(&args.application).map_err(fail)?;
    let consent =
        args.consenting.read(asker.client().us(), purpose, child.application.as_deref()).map_err(fail)?;
    let task = task(args, &asker, &child.identities, &consent).map_err(fail)?.under(consent);
    asker.conclude(task.operation(), asker.run(&task))
}

fn task(
    args: &ReportAid,
    asker: &Asker<'_>,
    identities: &[Identity],
    consent: &RegisterConsent,
) -> Result<Task, What> {
    if let Some(path) = args.output.as_deref().filter(|path| path.exists()) {
        // The outcome of the last time is not known: the same entry again.
        return Ok(Task::plain(&AppendEntry { document: input::document(path)? }));
    }
    let bytes = input::document(&args.record)?;
    if type_of(&bytes) != Some(DocumentType::AidRecord) {
        return Err(Unasked::NoRecord(args.record.clone()).into());
    }
    let record: AidRecord<'_> =
        json::from_slice(&bytes).map_err(|_| Unasked::RecordForm(args.record.clone()))?;
    let theirs = record.organisation.code.as_ref().is_some_and(|code| code.as_str() != asker.us().as_str());
    if theirs {
        return Err(Unasked::OthersRecord(args.record.clone()).into());
    }
    let entry = entry(args, asker, &record, consent.commitment)?;
    let client = asker.client();
    let tokens = TokenStep::begin(client, identities, consent.commitment)?;
    let Some(path) = &args.output else { return Ok(Task::append(&entry, tokens)) };
    if args.asking.by_file.is_some() {
        // The outbox keeps it.
        return Ok(Task::append(&entry, tokens));
    }
    // First that it is sent; then it is.
    let tokens = block_on(async {
        match client.tokens_of(identities, consent.commitment).await {
            Err(error) if error.is(tongzhou_exchange::problem::ProblemKind::NoConsent) => {
                client.ask(consent).await?;
                client.tokens_of(identities, consent.commitment).await
            }
            tokens => tokens,
        }
    })?;
    let document = with_tokens(&entry, &tokens)?;
    write(path, &document)?;
    Ok(Task::plain(&AppendEntry { document }))
}

/// The entry, without the tokens.
fn entry(
    args: &ReportAid,
    asker: &Asker<'_>,
    record: &AidRecord<'_>,
    commitment: Hex32,
) -> Result<AidEntry<'static>, What> {
    let surroundings = asker.client().surroundings();
    let form = || What::Asked(Box::new(ClientError::Form));
    let id = |id: Id| IdText::new(id.to_string()).ok_or_else(form);
    let mut salt = [0; 32];
    surroundings.fill(&mut salt)?;
    let status = args.status.unwrap_or(record.status);
    Ok(AidEntry::builder()
        .entry_id(id(surroundings.fresh_id()?)?)
        .aid_record_id(record.aid_record_id.clone().into_owned())
        .member(OrganisationCodeText::new(asker.us().to_string()).ok_or_else(form)?)
        .tokens([].into())
        .coverage_class(args.class.or_else(|| class_of(record.kind)).ok_or(Unasked::NoClass)?)
        .month(month(args, record, status)?)
        .status(status)
        .consent_commitment(DigestText::new(commitment.to_string()).ok_or_else(form)?)
        .salt(DigestText::new(Hex32(salt).to_string()).ok_or_else(form)?)
        .maybe_supersedes(args.supersedes.map(id).transpose()?)
        .maybe_withdraws(args.withdraws.map(id).transpose()?)
        .build())
}

/// The month in China in which the aid came into its status.
fn month(args: &ReportAid, record: &AidRecord<'_>, status: AidStatus) -> Result<MonthText<'static>, What> {
    let of_history = || {
        let mut events = record.history.iter().rev();
        events.find(|event| event.status == status).map(|event| event.happened_on.as_str().to_owned())
    };
    let day = args.on.map(|day| day.to_string()).or_else(of_history).ok_or(Unasked::NoMonth)?;
    day.get(..7).and_then(|month| MonthText::new(month.to_owned())).ok_or_else(|| Unasked::NoMonth.into())
}

/// The class of a kind of aid, where the kind alone says it: money and goods may be for anything.
const fn class_of(kind: AidKind) -> Option<EntryClass> {
    match kind {
        AidKind::HospitalSetOff | AidKind::Surgery => Some(EntryClass::Medical),
        AidKind::Drug => Some(EntryClass::Medicine),
        AidKind::Service => Some(EntryClass::Service),
        AidKind::Insurance => Some(EntryClass::Insurance),
        AidKind::Education => Some(EntryClass::Education),
        AidKind::Cash | AidKind::InKind => None,
    }
}

fn with_tokens(entry: &AidEntry<'_>, tokens: &[Token]) -> Result<Vec<u8>, What> {
    let form = || What::Asked(Box::new(ClientError::Form));
    let subjects: Option<Vec<_>> = tokens.iter().map(Token::subject).collect();
    let mut document = serde_json::to_value(entry).map_err(|_| form())?;
    let members = document.as_object_mut().ok_or_else(form)?;
    members
        .insert("tokens".to_owned(), serde_json::to_value(subjects.ok_or_else(form)?).map_err(|_| form())?);
    serde_json::to_vec_pretty(&document).map_err(|_| form())
}

fn write(path: &Path, document: &[u8]) -> Result<(), What> {
    write_private(path, document).map_err(|error| What::Write(path.to_owned(), error))
}
