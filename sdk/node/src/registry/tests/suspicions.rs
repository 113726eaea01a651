use tongzhou::code::lists::{NoticeKind, SuspicionKind, SuspicionResolution, SuspicionStatus};
use tongzhou_exchange::{
    message::{
        suspicion::{ReadSuspicion, RecordSuspicion},
        wire::{Hex32, Organisation},
    },
    problem::ProblemKind,
};

use super::super::{
    suspicions::{read, record},
    testing::{World, fresh_id, kind_of, member, on_both, random},
};

on_both! {
    a_suspicion_is_read_by_who_recorded_it_and_whom_it_concerns,
    every_record_is_kept_and_a_repeated_one_stands_there_once,
    those_concerned_are_told_and_may_add,
}

fn first(concerned: &[&Organisation]) -> RecordSuspicion {
    RecordSuspicion {
        record_id: fresh_id(),
        suspicion_id: fresh_id(),
        kind: SuspicionKind::PossibleDuplicate,
        status: SuspicionStatus::Raised,
        resolutions: [].into(),
        concerned: tongzhou::model::primitive::List::first(concerned.iter().map(|&who| who.clone())),
        commitment: Hex32(random()),
    }
}

fn then(before: &RecordSuspicion, status: SuspicionStatus) -> RecordSuspicion {
    RecordSuspicion { record_id: fresh_id(), status, commitment: Hex32(random()), ..before.clone() }
}

// covers: REQ-EXC-023
async fn a_suspicion_is_read_by_who_recorded_it_and_whom_it_concerns(world: &World) {
    let (registry, one, other, stranger) = (&world.registry, member(), member(), member());
    let raised = first(&[&other]);
    let request = ReadSuspicion { suspicion_id: raised.suspicion_id };
    assert_eq!(kind_of(read(registry, &one, &request).await), ProblemKind::Unknown);
    let history = record(registry, &one, &raised).await.unwrap();
    for who in [&one, &other] {
        assert_eq!(read(registry, who, &request).await.unwrap(), history);
    }
    assert_eq!(kind_of(read(registry, &stranger, &request).await), ProblemKind::Unknown);
    // Nor does a stranger write itself into it.
    let intrusion =
        RecordSuspicion { concerned: [stranger.clone()].into(), ..then(&raised, SuspicionStatus::Cleared) };
    assert_eq!(kind_of(record(registry, &stranger, &intrusion).await), ProblemKind::Unknown);
    assert_eq!(read(registry, &one, &request).await.unwrap(), history);
}

async fn every_record_is_kept_and_a_repeated_one_stands_there_once(world: &World) {
    let (registry, one) = (&world.registry, member());
    let raised = first(&[]);
    record(registry, &one, &raised).await.unwrap();
    let decided = RecordSuspicion {
        resolutions: [SuspicionResolution::ShareTheBill, SuspicionResolution::CorrectRecords].into(),
        ..then(&raised, SuspicionStatus::Cleared)
    };
    record(registry, &one, &decided).await.unwrap();
    // People may correct what they wrote, and go on as the standard says.
    assert_eq!(
        kind_of(record(registry, &one, &then(&raised, SuspicionStatus::Raised)).await),
        ProblemKind::Unsound
    );
    let corrected = RecordSuspicion { record_id: fresh_id(), ..decided.clone() };
    record(registry, &one, &corrected).await.unwrap();
    let history = record(registry, &one, &decided).await.unwrap();
    let ids: Vec<_> = history.records.iter().map(|record| record.record_id).collect();
    assert_eq!(ids, [raised.record_id, decided.record_id, corrected.record_id]);
    assert_eq!(*history.records[1].resolutions, *decided.resolutions);
    let changed = RecordSuspicion { status: SuspicionStatus::Upheld, ..decided };
    assert_eq!(kind_of(record(registry, &one, &changed).await), ProblemKind::Conflict);
}

async fn those_concerned_are_told_and_may_add(world: &World) {
    let (registry, one, other, third) = (&world.registry, member(), member(), member());
    let raised = first(&[&one, &other]);
    record(registry, &one, &raised).await.unwrap();
    world.sweep().await;
    let told = world.notices(&other).await;
    assert_eq!(
        told.iter().map(|notice| (notice.kind, notice.about)).collect::<Vec<_>>(),
        [(NoticeKind::SuspicionRecorded, Some(raised.suspicion_id))]
    );
    assert!(world.notices(&one).await.is_empty());

    let wider =
        RecordSuspicion { concerned: [third.clone()].into(), ..then(&raised, SuspicionStatus::UnderReview) };
    record(registry, &other, &wider).await.unwrap();
    world.sweep().await;
    assert_eq!((world.notices(&one).await.len(), world.notices(&other).await.len()), (1, 1));
    assert_eq!(world.notices(&third).await.len(), 1);
    read(registry, &third, &ReadSuspicion { suspicion_id: raised.suspicion_id }).await.unwrap();
}
