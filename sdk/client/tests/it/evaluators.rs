//! Tokens of several evaluators: one is down, two are down, one lies.

use std::{collections::BTreeMap, time::Duration};

use tongzhou::{code::lists::TokenPurpose, json};
use tongzhou_client::{Client, ClientError, Options, Patience, Surroundings};
use tongzhou_exchange::{
    message::{
        evaluation::{Evaluate, Evaluation},
        wire::Hex32,
    },
    problem::ProblemKind,
    token::{Identity, KeyShare, Token},
};

use super::{
    alliance::{Alliance, Party, Shape},
    fake::{Fake, Reply, nobody},
};

/// How an evaluator behaves.
#[derive(Clone, Copy)]
enum Manner {
    Honest,
    Down,
    /// Neither the directory nor we know where it is.
    Nowhere,
    Refusing(ProblemKind),
    /// It answers with another share than its own.
    Lying,
}
use Manner::{Down, Honest, Lying, Nowhere, Refusing};

fn alliance() -> Alliance {
    let now = Surroundings::system().now().unwrap();
    Alliance::found(&Shape { threshold: 2, evaluators: 3, charities: 1, listed: false }, now)
}

fn evaluate(share: &KeyShare, number: u8, body: &[u8]) -> Vec<u8> {
    let request: Evaluate = json::from_slice(body).unwrap();
    let mut answer: Evaluation = share.answer(&request, getrandom::fill).unwrap();
    answer.share = tongzhou::model::primitive::Count::saturating(number.into());
    serde_json::to_vec(&answer).unwrap()
}

/// The share of a purpose that another evaluator holds, or its own.
fn share(party: &Party, purpose: TokenPurpose) -> &KeyShare {
    party.shares.iter().find(|share| share.purpose() == purpose).unwrap()
}

async fn tokens(manners: [Manner; 3]) -> (Vec<String>, Result<Vec<Token>, ClientError>) {
    let alliance = std::sync::Arc::new(alliance());
    let mut addresses = BTreeMap::new();
    for (place, manner) in manners.into_iter().enumerate() {
        let party = &alliance.evaluators[place];
        let of_all = std::sync::Arc::clone(&alliance);
        let url = match manner {
            Nowhere => continue,
            Down => nobody().await,
            manner => {
                let reply = move |_: usize, seen: &super::fake::Seen| {
                    let purpose = TokenPurpose::Subject;
                    let held = share(&of_all.evaluators[place], purpose);
                    match manner {
                        Refusing(kind) => Reply::Problem(kind),
                        Lying => {
                            let others = share(&of_all.evaluators[(place + 1) % 3], purpose);
                            Reply::Answer(evaluate(others, held.number(), &seen.body))
                        }
                        Honest | Down | Nowhere => Reply::Answer(evaluate(held, held.number(), &seen.body)),
                    }
                };
                Fake::start(party.key(), reply).await.url
            }
        };
        addresses.insert(party.code.clone(), url.parse().unwrap());
    }
    let patience = Patience {
        deadline: Duration::from_millis(800),
        attempt: Duration::from_millis(400),
        first_pause: Duration::from_millis(20),
        longest_pause: Duration::from_millis(100),
    };
    let us = &alliance.charities[0];
    let options = Options { patience, addresses, ..Options::default() };
    let client =
        Client::over_http(&alliance.directory(), us.code.clone(), us.key(), Surroundings::system(), &options)
            .unwrap();
    let child = Identity::resident_id("11010120150104000X").unwrap();
    let codes = alliance.evaluators.iter().map(|party| party.code.to_string()).collect();
    (codes, client.tokens_of(&[child], Hex32([5; 32])).await)
}

// covers: REQ-TOK-015
#[tokio::test]
async fn any_two_of_three_make_the_same_token() {
    let (_, all) = tokens([Honest, Honest, Honest]).await;
    let all = all.unwrap();
    assert_eq!(all.len(), 1);
    for manners in [[Down, Honest, Honest], [Honest, Down, Honest], [Honest, Honest, Down]] {
        assert_eq!(tokens(manners).await.1.unwrap(), all);
    }
}

#[tokio::test]
async fn one_that_lies_keeps_nobody_from_a_right_token() {
    let (_, all) = tokens([Honest, Honest, Honest]).await;
    assert_eq!(tokens([Lying, Honest, Honest]).await.1.unwrap(), all.unwrap());
}

// covers: REQ-TOK-016
#[tokio::test]
async fn two_that_are_down_are_named_and_there_is_no_token() {
    let (codes, outcome) = tokens([Down, Honest, Down]).await;
    let Err(ClientError::TooFew(few)) = outcome else { panic!("{outcome:?}") };
    assert_eq!((few.have, few.need), (1, 2));
    assert_eq!(
        few.silent.iter().map(ToString::to_string).collect::<Vec<_>>(),
        [codes[0].clone(), codes[2].clone()]
    );
    assert!(few.lying.is_empty() && few.refused.is_empty());
}

#[tokio::test]
async fn one_without_an_address_was_not_asked() {
    let (codes, outcome) = tokens([Down, Honest, Nowhere]).await;
    let Err(ClientError::TooFew(few)) = outcome else { panic!("{outcome:?}") };
    let names = |members: &[_]| members.iter().map(ToString::to_string).collect::<Vec<String>>();
    assert_eq!((names(&few.silent), names(&few.nowhere)), (vec![codes[0].clone()], vec![codes[2].clone()]));
}

// covers: REQ-TOK-014
#[tokio::test]
async fn a_liar_is_named_where_no_token_comes_of_it() {
    let (codes, outcome) = tokens([Lying, Honest, Down]).await;
    let Err(ClientError::TooFew(few)) = outcome else { panic!("{outcome:?}") };
    let liars: Vec<_> = few.lying.iter().map(|liar| (liar.member.to_string(), liar.share)).collect();
    assert_eq!(liars, [(codes[0].clone(), 1)]);
}

#[tokio::test]
async fn why_evaluators_refuse_is_told() {
    let (_, outcome) = tokens([Refusing(ProblemKind::Quota), Honest, Refusing(ProblemKind::Quota)]).await;
    assert!(outcome.unwrap_err().is(ProblemKind::Quota));
}
