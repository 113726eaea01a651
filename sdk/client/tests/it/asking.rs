//! Asking one registry: what is tried again, what is not, and what is told in the end.

use std::time::Duration;

use tongzhou::code::lists::ConsentStatus;
use tongzhou_client::{Client, ClientError, Options, Patience, Surroundings};
use tongzhou_exchange::{
    message::{
        consent::{ConsentState, WithdrawConsent},
        wire::Hex32,
    },
    problem::ProblemKind,
};

use super::{
    alliance::{Alliance, Shape},
    fake::{Fake, Reply, nobody},
};

const QUICK: Patience = Patience {
    deadline: Duration::from_millis(1500),
    attempt: Duration::from_millis(400),
    first_pause: Duration::from_millis(20),
    longest_pause: Duration::from_millis(100),
};

fn alliance() -> Alliance {
    let now = Surroundings::system().now().unwrap();
    Alliance::found(&Shape { threshold: 1, evaluators: 1, charities: 1, listed: true }, now)
}

fn client(alliance: &Alliance, url: &str) -> Client {
    let us = &alliance.charities[0];
    let mut options = Options { patience: QUICK, ..Options::default() };
    options.addresses.insert(alliance.registry.code.clone(), url.parse().unwrap());
    let directory = alliance.directory();
    Client::over_http(&directory, us.code.clone(), us.key(), Surroundings::system(), &options).unwrap()
}

fn request() -> WithdrawConsent {
    WithdrawConsent { commitment: Hex32([5; 32]), reason: None }
}

fn answer() -> Vec<u8> {
    let state = ConsentState {
        commitment: Hex32([5; 32]),
        status: ConsentStatus::Withdrawn,
        valid_until: "2027-10-01T00:00:00Z".parse().unwrap(),
        erased_by: None,
    };
    serde_json::to_vec(&state).unwrap()
}

#[tokio::test]
async fn a_signed_answer_is_taken() {
    let alliance = alliance();
    let fake = Fake::start(alliance.registry.key(), |_, _| Reply::Answer(answer())).await;
    let state = client(&alliance, &fake.url).ask(&request()).await.unwrap();
    assert_eq!(state.status, ConsentStatus::Withdrawn);
    let [seen] = fake.seen().try_into().unwrap();
    assert_eq!(seen.path, "/v1/consents/withdraw");
}

// covers: REQ-EXC-005, REQ-EXC-009
#[tokio::test]
async fn what_may_pass_is_tried_again_with_the_same_request_and_another_signature() {
    let alliance = alliance();
    let fake = Fake::start(alliance.registry.key(), |number, _| match number {
        0 => Reply::Lost,
        1 => Reply::Unsigned(502),
        2 => Reply::Problem(ProblemKind::Unavailable),
        3 => Reply::Problem(ProblemKind::Internal),
        _ => Reply::Answer(answer()),
    })
    .await;
    client(&alliance, &fake.url).ask(&request()).await.unwrap();
    let seen = fake.seen();
    assert_eq!(seen.len(), 5);
    assert!(seen.windows(2).all(|pair| pair[0].body == pair[1].body && pair[0].nonce != pair[1].nonce));
}

#[tokio::test]
async fn a_refusal_is_told_at_once() {
    let alliance = alliance();
    let fake = Fake::start(alliance.registry.key(), |_, _| Reply::Problem(ProblemKind::NoConsent)).await;
    let error = client(&alliance, &fake.url).ask(&request()).await.unwrap_err();
    assert!(error.is(ProblemKind::NoConsent), "{error:?}");
    assert_eq!(fake.seen().len(), 1);
}

// covers: REQ-EXC-017
#[tokio::test]
async fn an_answer_that_somebody_else_signed_is_none() {
    let alliance = alliance();
    let fake = Fake::start(alliance.registry.key(), |_, _| Reply::Forged(answer())).await;
    let error = client(&alliance, &fake.url).ask(&request()).await.unwrap_err();
    assert!(matches!(error, ClientError::NotTheirs(_)), "{error:?}");
    // Something that is not the registry stands at this address: asking it again helps nobody.
    assert_eq!(fake.seen().len(), 1);
}

// covers: REQ-EXC-008, REQ-CLM-038
#[tokio::test]
async fn where_no_answer_comes_the_outcome_is_unknown() {
    let alliance = alliance();
    let fake = Fake::start(alliance.registry.key(), |_, _| Reply::Silence).await;
    let begun = std::time::Instant::now();
    let error = client(&alliance, &fake.url).ask(&request()).await.unwrap_err();
    assert!(matches!(error, ClientError::Unknown(None)), "{error:?}");
    assert!(begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
    let fake = Fake::start(alliance.registry.key(), |_, _| Reply::Problem(ProblemKind::Timeout)).await;
    let error = client(&alliance, &fake.url).ask(&request()).await.unwrap_err();
    assert!(matches!(&error, ClientError::Unknown(Some(problem)) if problem.code == ProblemKind::Timeout));
}

#[tokio::test]
async fn where_nobody_is_reached_nothing_was_done() {
    let alliance = alliance();
    let error = client(&alliance, &nobody().await).ask(&request()).await.unwrap_err();
    assert!(matches!(error, ClientError::Unreachable), "{error:?}");
}

// covers: REQ-EXC-009
#[tokio::test]
async fn who_asks_too_often_waits_as_long_as_it_is_told() {
    let alliance = alliance();
    let fake = Fake::start(alliance.registry.key(), |number, _| match number {
        0 => Reply::Later(ProblemKind::TooMany, 1),
        _ => Reply::Answer(answer()),
    })
    .await;
    let begun = std::time::Instant::now();
    client(&alliance, &fake.url).ask(&request()).await.unwrap();
    assert!(begun.elapsed() >= Duration::from_secs(1), "{:?}", begun.elapsed());
    // Longer than there is patience for: nothing was done, and that is told.
    let fake = Fake::start(alliance.registry.key(), |_, _| Reply::Later(ProblemKind::TooMany, 60)).await;
    let error = client(&alliance, &fake.url).ask(&request()).await.unwrap_err();
    assert!(error.is(ProblemKind::TooMany), "{error:?}");
    assert_eq!(fake.seen().len(), 1);
}

#[tokio::test]
async fn a_key_that_the_directory_does_not_know_asks_nobody() {
    let alliance = alliance();
    let other = tongzhou::signing::SigningKey::from_seed(&[98; 32]);
    let us = alliance.charities[0].code.clone();
    let error =
        Client::over_http(&alliance.directory(), us, other, Surroundings::system(), &Options::default())
            .unwrap_err();
    assert!(matches!(error, ClientError::OurKey(_)), "{error:?}");
}
