use tongzhou::{
    code::lists::{ConsentPurpose, ConsentStatus},
    model::primitive::Count,
};
use tongzhou_exchange::{message::consent::RegisterConsent, problem::ProblemKind};

use super::super::{
    consents::{register, require_live},
    testing::{World, consent, kind_of, member, on_both},
};

on_both! {
    a_consent_is_in_force_from_registration_until_its_withdrawal,
    a_repeated_registration_changes_nothing_and_another_is_refused,
    a_consent_serves_its_recipient_and_purpose_alone,
    a_consent_is_over_after_its_last_day,
    only_who_registered_it_and_its_recipient_withdraw_a_consent,
    a_consent_for_no_day_is_refused,
}

// covers: REQ-SHR-020, REQ-SHR-023, REQ-SHR-019, REQ-SHR-021
async fn a_consent_is_in_force_from_registration_until_its_withdrawal(world: &World) {
    let (registry, foundation) = (&world.registry, member());
    let request = consent(&foundation, ConsentPurpose::DuplicateCheck);
    let live =
        || require_live(&registry.store, &request.commitment, &foundation, ConsentPurpose::DuplicateCheck);
    assert_eq!(kind_of(live().await), ProblemKind::NoConsent);
    let state = register(registry, &foundation, &request).await.unwrap();
    assert_eq!((state.status, state.erased_by), (ConsentStatus::Given, None));
    let until = state.valid_until.unix_millis() - registry.store.ping().await.unwrap();
    assert!((364 * 86_400_000..=365 * 86_400_000).contains(&until));
    live().await.unwrap();

    let state = world.withdraw(&foundation, request.commitment).await.unwrap();
    assert_eq!(state.status, ConsentStatus::Withdrawn);
    let erased = state.erased_by.unwrap().unix_millis() - registry.store.ping().await.unwrap();
    assert!((86_300_000..=86_400_000).contains(&erased));
    assert_eq!(kind_of(live().await), ProblemKind::NoConsent);
    // As often as they say so; and registering again does not bring it back.
    assert_eq!(world.withdraw(&foundation, request.commitment).await.unwrap(), state);
    assert_eq!(register(registry, &foundation, &request).await.unwrap(), state);
}

// covers: REQ-SHR-018
async fn a_repeated_registration_changes_nothing_and_another_is_refused(world: &World) {
    let (registry, sender, foundation, stranger) = (&world.registry, member(), member(), member());
    let request = consent(&foundation, ConsentPurpose::AidRegistration);
    let first = register(registry, &sender, &request).await.unwrap();
    assert_eq!(register(registry, &sender, &request).await.unwrap(), first);
    assert_eq!(register(registry, &foundation, &request).await.unwrap(), first);
    assert_eq!(kind_of(register(registry, &stranger, &request).await), ProblemKind::Conflict);
    let others = [
        RegisterConsent { recipient: stranger.clone(), ..request.clone() },
        RegisterConsent { purpose: ConsentPurpose::ExpenseClaim, ..request.clone() },
        RegisterConsent { may_name_member: true, ..request.clone() },
        RegisterConsent { valid_days: Count::saturating(366), ..request.clone() },
    ];
    for other in others {
        assert_eq!(kind_of(register(registry, &sender, &other).await), ProblemKind::Conflict);
    }
    assert_eq!(register(registry, &sender, &request).await.unwrap(), first);
}

// covers: REQ-SHR-015
async fn a_consent_serves_its_recipient_and_purpose_alone(world: &World) {
    let (store, foundation, other) = (&world.registry.store, member(), member());
    let commitment = world.consent(&foundation, ConsentPurpose::ExpenseClaim).await;
    require_live(store, &commitment, &foundation, ConsentPurpose::ExpenseClaim).await.unwrap();
    let others = [(&other, ConsentPurpose::ExpenseClaim), (&foundation, ConsentPurpose::DuplicateCheck)];
    for (who, purpose) in others {
        assert_eq!(kind_of(require_live(store, &commitment, who, purpose).await), ProblemKind::NoConsent);
    }
}

// covers: REQ-SHR-020
async fn a_consent_is_over_after_its_last_day(world: &World) {
    let (registry, foundation) = (&world.registry, member());
    let request = consent(&foundation, ConsentPurpose::DuplicateCheck);
    register(registry, &foundation, &request).await.unwrap();
    world.expire(request.commitment).await;
    let live = require_live(&registry.store, &request.commitment, &foundation, request.purpose).await;
    assert_eq!(kind_of(live), ProblemKind::NoConsent);
    assert_eq!(register(registry, &foundation, &request).await.unwrap().status, ConsentStatus::Expired);
    assert_eq!(
        world.withdraw(&foundation, request.commitment).await.unwrap().status,
        ConsentStatus::Withdrawn
    );
}

// covers: REQ-SHR-019
async fn only_who_registered_it_and_its_recipient_withdraw_a_consent(world: &World) {
    let (registry, sender, foundation, stranger) = (&world.registry, member(), member(), member());
    let request = consent(&foundation, ConsentPurpose::DuplicateCheck);
    assert_eq!(kind_of(world.withdraw(&sender, request.commitment).await), ProblemKind::Unknown);
    register(registry, &sender, &request).await.unwrap();
    assert_eq!(kind_of(world.withdraw(&stranger, request.commitment).await), ProblemKind::Unknown);
    require_live(&registry.store, &request.commitment, &foundation, request.purpose).await.unwrap();
    world.withdraw(&foundation, request.commitment).await.unwrap();
    world.withdraw(&sender, request.commitment).await.unwrap();

    let request = consent(&foundation, ConsentPurpose::DuplicateCheck);
    register(registry, &sender, &request).await.unwrap();
    world.withdraw(&sender, request.commitment).await.unwrap();
}

async fn a_consent_for_no_day_is_refused(world: &World) {
    let foundation = member();
    let request = RegisterConsent {
        valid_days: Count::saturating(0),
        ..consent(&foundation, ConsentPurpose::Referral)
    };
    assert_eq!(kind_of(register(&world.registry, &foundation, &request).await), ProblemKind::Malformed);
}
