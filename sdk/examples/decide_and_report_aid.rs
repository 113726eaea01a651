//! Decides on an application and records the aid that was paid:
//! `cargo run -p tongzhou --example decide_and_report_aid -- FOLDER`.
//!
//! Each document names the one before it: the decision its application, the record of aid its decision and the line
//! of the award. Both are written only where no rule finds an error in them. Who received aid is then told to others
//! by an aid entry, which holds neither name nor amount.
#![allow(clippy::print_stdout)]

use std::{env, error::Error, fs, path::PathBuf, time::SystemTime};

use tongzhou::{
    build::Sound,
    clock,
    code::lists::{AidKind, AidStatus, FundingRole, PayeeKind, PayerKind, ProcessState},
    model::{
        AidRecord, Decision, StandardDocument,
        aid_record::{AidEvent, PayeeUsed},
        decision::{Agreement, AwardLine, AwardNotice},
        funding::FundingLine,
        lifecycle::{Actor, StateChange},
        organisation::OrganisationRef,
        primitive::List,
    },
    validate::Options,
    value::{Date, Instant, Money, OrganisationCode, Uuid7},
};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args_os().nth(1).ok_or("name the folder to write to")?);
    fs::create_dir_all(&folder)?;
    let now = clock::instant(SystemTime::now())?;
    let options = Options::on(now.china_date());

    // What was received, and ids that are made once and kept.
    let application_id: Uuid7 = "019a0000-0000-7000-8000-000000000900".parse()?;
    let decision_id: Uuid7 = "019a0000-0000-7000-8000-000000000940".parse()?;
    let award_line_id: Uuid7 = "019a0000-0000-7000-8000-000000000941".parse()?;
    let aid_record_id: Uuid7 = "019a0000-0000-7000-8000-000000000950".parse()?;
    let code: OrganisationCode = "531000000000000008".parse()?;
    let charity =
        OrganisationRef::builder().code(code.into()).name("示例儿童大病救助基金会".parse()?).build();
    let officer = Actor::builder().name("钱示例".parse()?).build();
    let amount: Money = "20000.00".parse()?;
    let (decided, paid): (Date, Date) = ("2026-10-12".parse()?, "2026-10-20".parse()?);

    let funding = FundingLine::builder()
        .payer(PayerKind::Charity)
        .organisation(charity.clone())
        .role(FundingRole::Lead)
        .amount(amount.into())
        .build();
    let line = AwardLine::builder()
        .award_line_id(award_line_id.into())
        .kind(AidKind::HospitalSetOff)
        .amount(amount.into())
        .funding([funding.clone()].into())
        .payee_kind(PayeeKind::HospitalAccount)
        .build();
    let history = [
        (ProcessState::Submitted, "2026-10-01T02:00:00Z"),
        (ProcessState::IntakeCheck, "2026-10-02T02:00:00Z"),
        (ProcessState::Verification, "2026-10-05T02:00:00Z"),
        (ProcessState::Review, "2026-10-09T02:00:00Z"),
        (ProcessState::Approved, "2026-10-12T02:00:00Z"),
    ];
    let step = |(state, since): (ProcessState, &str)| -> Result<_, Box<dyn Error>> {
        let since: Instant = since.parse()?;
        Ok(StateChange::builder().state(state).since(since.into()).by(officer.clone()).build())
    };
    let history = history.into_iter().map(step).collect::<Result<Vec<_>, _>>()?;
    let award = AwardNotice::builder()
        .given_on(decided.into())
        .valid_until("2027-04-12".parse()?)
        .total(amount.into())
        .lines([line].into())
        .build();
    let decision = Decision::builder()
        .decision_id(decision_id.into())
        .application_id(application_id.into())
        .recipient(charity.clone())
        .state(ProcessState::Approved)
        .history(List::new(history).ok_or("the history is too long")?)
        .decided_on(decided.into())
        .decided_by(officer)
        .award(award)
        .agreement(Agreement::builder().signed_on("2026-10-15".parse()?).build())
        .build();
    keep(&folder.join("decision.json"), decision, &options)?;

    let event = |status, on: Date| {
        AidEvent::builder().status(status).happened_on(on.into()).amount(amount.into()).build()
    };
    let record = AidRecord::builder()
        .aid_record_id(aid_record_id.into())
        .decision_id(decision_id.into())
        .award_line_id(award_line_id.into())
        .organisation(charity)
        .kind(AidKind::HospitalSetOff)
        .amount(amount.into())
        .funding([funding].into())
        .payee(PayeeUsed::builder().kind(PayeeKind::HospitalAccount).build())
        .status(AidStatus::Paid)
        .history([event(AidStatus::Promised, decided), event(AidStatus::Paid, paid)].into())
        .build();
    keep(&folder.join("aid-record.json"), record, &options)
}

/// Writes a document that is sound, and says what there is to say all the same.
fn keep<D: StandardDocument>(
    path: &std::path::Path,
    document: D,
    options: &Options<'_>,
) -> Result<(), Box<dyn Error>> {
    let sound = Sound::new(document, options)?;
    for placed in sound.findings() {
        println!("{}: {}", placed.finding.rule.code, placed.finding.rule.en.title);
    }
    fs::write(path, sound.bytes())?;
    Ok(())
}
