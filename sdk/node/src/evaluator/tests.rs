use std::{env, sync::Arc};

use tongzhou::{
    code::lists::{TokenPurpose, TokenSuite},
    model::primitive::{Count, List},
};
use tongzhou_exchange::{
    message::{
        evaluation::Evaluate,
        wire::{Element, Hex32, Organisation},
    },
    problem::ProblemKind,
    token::{Blinding, Dealt, Epoch, Identity, Quorum, TokenSecret},
};

use super::{Evaluator, Quotas, evaluate, quota::used_today};
use crate::{
    registry::testing::{fresh_id, kind_of, member, random},
    store::{
        Store, Value,
        testing::{self, Folder},
    },
};

/// An evaluator, how it is opened anew, and the key that its share is of.
struct World {
    evaluator: Evaluator,
    dealt: Dealt,
    url: String,
    folder: Option<Folder>,
}

macro_rules! on_both {
    ($($name:ident),+ $(,)?) => {
        mod on_sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
            async fn $name() {
                super::$name(super::World::sqlite().await).await;
            })+
        }

        mod on_postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
            #[ignore = "needs the address of a PostgreSQL database in TONGZHOU_POSTGRES"]
            async fn $name() {
                super::$name(super::World::postgres().await).await;
            })+
        }
    };
}

on_both! {
    an_answer_is_proved_by_the_share_and_makes_a_token,
    a_repeated_request_is_counted_once_and_answered_again,
    a_request_with_the_id_of_another_is_refused,
    a_batch_counts_every_element,
    what_does_not_fit_into_the_quota_is_not_counted,
    a_quota_begins_anew_with_the_day_in_china,
    each_member_has_a_quota_of_its_own,
    a_hundred_clients_and_restarts_get_the_quota_and_not_one_more,
    a_key_that_is_not_held_is_refused_and_not_counted,
    the_consent_is_kept_with_the_count,
    what_is_no_element_is_refused,
}

impl World {
    async fn sqlite() -> Self {
        let (store, folder) = testing::sqlite().await;
        Self::of(store, folder.url(), Some(folder))
    }

    async fn postgres() -> Self {
        let store = testing::postgres().await;
        Self::of(store, env::var("TONGZHOU_POSTGRES").unwrap(), None)
    }

    fn of(store: Store, url: String, folder: Option<Folder>) -> Self {
        let secret = TokenSecret::fresh(getrandom::fill).unwrap();
        let quorum = Quorum::new(1, 1).unwrap();
        let mut dealt =
            secret.deal(TokenPurpose::Subject, Epoch::saturating(1), quorum, getrandom::fill).unwrap();
        let shares = Arc::from(std::mem::take(&mut dealt.shares));
        Self { evaluator: Evaluator { store, shares, quotas: Quotas::default() }, dealt, url, folder }
    }

    /// The evaluator as it is after a restart.
    async fn restarted(&self) -> Evaluator {
        Evaluator { store: Store::open(&self.url).await.unwrap(), ..self.evaluator.clone() }
    }

    async fn used(&self, member: &Organisation) -> i64 {
        used_today(&self.evaluator, member).await.unwrap()
    }

    async fn ask(&self, member: &Organisation, elements: usize) -> Result<(), ProblemKind> {
        evaluate(&self.evaluator, member, &request(elements)).await.map(drop).map_err(|problem| problem.code)
    }
}

fn blinding(elements: usize) -> Blinding {
    let number =
        |index: usize| Identity::institution_admission("531000000000000008", &format!("A{index}")).unwrap();
    let inputs = (0..elements).map(|index| number(index).input(Epoch::saturating(1))).collect();
    Blinding::new(inputs, getrandom::fill).unwrap()
}

fn request(elements: usize) -> Evaluate {
    of(blinding(elements).elements())
}

fn of(elements: List<Element, 256>) -> Evaluate {
    Evaluate {
        request_id: fresh_id(),
        purpose: TokenPurpose::Subject,
        suite: TokenSuite::Ristretto255Sha512,
        epoch: Count::saturating(1),
        consent: Hex32(random()),
        elements,
    }
}

// covers: REQ-TOK-013
async fn an_answer_is_proved_by_the_share_and_makes_a_token(world: World) {
    let (foundation, blinding) = (member(), blinding(3));
    let request = of(blinding.elements());
    let answer = evaluate(&world.evaluator, &foundation, &request).await.unwrap();
    assert_eq!((answer.request_id, answer.share.get()), (request.request_id, 1));
    let verified = blinding.verify(&world.dealt.key, 1, &answer.elements, &answer.proof).unwrap();
    assert_eq!(blinding.combine(&world.dealt.key, &[verified]).unwrap().len(), 3);
}

// covers: REQ-TOK-027
async fn a_repeated_request_is_counted_once_and_answered_again(world: World) {
    let (foundation, request) = (member(), request(2));
    let first = evaluate(&world.evaluator, &foundation, &request).await.unwrap();
    for _ in 0..3 {
        let again = evaluate(&world.evaluator, &foundation, &request).await.unwrap();
        assert_eq!(again.elements, first.elements);
    }
    assert_eq!(world.used(&foundation).await, 2);
    // Also when the quota is used up.
    world.ask(&foundation, 198).await.unwrap();
    evaluate(&world.evaluator, &foundation, &request).await.unwrap();
    assert_eq!(world.used(&foundation).await, 200);
}

// covers: REQ-TOK-027
async fn a_request_with_the_id_of_another_is_refused(world: World) {
    let (foundation, first) = (member(), request(2));
    evaluate(&world.evaluator, &foundation, &first).await.unwrap();
    let second = Evaluate { request_id: first.request_id, ..request(2) };
    assert_eq!(kind_of(evaluate(&world.evaluator, &foundation, &second).await), ProblemKind::Conflict);
    let consent = Evaluate { consent: Hex32(random()), ..first };
    assert_eq!(kind_of(evaluate(&world.evaluator, &foundation, &consent).await), ProblemKind::Conflict);
    assert_eq!(world.used(&foundation).await, 2);
}

// covers: REQ-TOK-024
async fn a_batch_counts_every_element(world: World) {
    let foundation = member();
    world.ask(&foundation, 7).await.unwrap();
    world.ask(&foundation, 1).await.unwrap();
    assert_eq!(world.used(&foundation).await, 8);
}

// covers: REQ-TOK-025
async fn what_does_not_fit_into_the_quota_is_not_counted(world: World) {
    let foundation = member();
    world.ask(&foundation, 150).await.unwrap();
    let request = request(51);
    let problem = evaluate(&world.evaluator, &foundation, &request).await.unwrap_err();
    assert_eq!(problem.code, ProblemKind::Quota);
    assert!((1..=86_400).contains(&problem.retry_after.unwrap().get()));
    assert_eq!(world.used(&foundation).await, 150);
    world.ask(&foundation, 50).await.unwrap();
    assert_eq!(world.ask(&foundation, 1).await, Err(ProblemKind::Quota));
    assert_eq!(world.used(&foundation).await, 200);
}

// covers: REQ-TOK-024
async fn a_quota_begins_anew_with_the_day_in_china(world: World) {
    let foundation = member();
    world.ask(&foundation, 200).await.unwrap();
    assert_eq!(world.ask(&foundation, 1).await, Err(ProblemKind::Quota));
    let who = foundation.to_string();
    let yesterday = world.evaluator.store.write(move |tx| {
        let who = Value::from(who.as_str());
        Box::pin(async move {
            tx.execute("UPDATE evaluation_quota SET day = day - 1 WHERE member = $1", &[who]).await
        })
    });
    assert_eq!(Result::<u64, crate::store::StoreError>::unwrap(yesterday.await), 1);
    world.ask(&foundation, 200).await.unwrap();
}

async fn each_member_has_a_quota_of_its_own(mut world: World) {
    let (large, small, none) = (member(), member(), member());
    let members = [(large.to_string(), 250), (none.to_string(), 0)].into();
    world.evaluator.quotas = Quotas { default: 3, members };
    world.ask(&large, 250).await.unwrap();
    assert_eq!(world.ask(&large, 1).await, Err(ProblemKind::Quota));
    world.ask(&small, 3).await.unwrap();
    assert_eq!(world.ask(&small, 1).await, Err(ProblemKind::Quota));
    assert_eq!(world.ask(&none, 1).await, Err(ProblemKind::Quota));
}

// covers: REQ-TOK-026
async fn a_hundred_clients_and_restarts_get_the_quota_and_not_one_more(world: World) {
    let (foundation, mut answered) = (member(), 0);
    for _ in 0..4 {
        let evaluator = world.restarted().await;
        let clients: Vec<_> = (0..100)
            .map(|_| {
                let (evaluator, foundation, request) = (evaluator.clone(), foundation.clone(), request(1));
                tokio::spawn(async move { evaluate(&evaluator, &foundation, &request).await })
            })
            .collect();
        for client in clients {
            match client.await.unwrap() {
                Ok(_) => answered += 1,
                Err(problem) => assert_eq!(problem.code, ProblemKind::Quota),
            }
        }
    }
    assert_eq!(answered, 200);
    assert_eq!(world.used(&foundation).await, 200);
}

// covers: REQ-TOK-018, REQ-TOK-020
async fn a_key_that_is_not_held_is_refused_and_not_counted(world: World) {
    let foundation = member();
    let others = [
        Evaluate { purpose: TokenPurpose::Expense, ..request(1) },
        Evaluate { epoch: Count::saturating(2), ..request(1) },
    ];
    for other in others {
        assert_eq!(kind_of(evaluate(&world.evaluator, &foundation, &other).await), ProblemKind::Epoch);
    }
    assert_eq!(world.used(&foundation).await, 0);
}

// covers: REQ-TOK-029
async fn the_consent_is_kept_with_the_count(world: World) {
    let (foundation, request) = (member(), request(5));
    evaluate(&world.evaluator, &foundation, &request).await.unwrap();
    let key = [Value::from(foundation.as_str()), Value::from(request.consent.0)];
    let kept = world.evaluator.store.read(move |tx| {
        let key = key.clone();
        Box::pin(async move {
            let sql = "SELECT elements FROM evaluation WHERE member = $1 AND consent = $2";
            tx.query_opt(sql, &key).await?.unwrap().int(0)
        })
    });
    assert_eq!(Result::<i64, crate::store::StoreError>::unwrap(kept.await), 5);
    assert!(world.folder.is_none() || world.url.starts_with("sqlite:"));
}

// covers: REQ-TOK-012
async fn what_is_no_element_is_refused(world: World) {
    let foundation = member();
    for element in [[0; 32], [0xff; 32]] {
        let request = of([Element(element)].into());
        assert_eq!(kind_of(evaluate(&world.evaluator, &foundation, &request).await), ProblemKind::Malformed);
    }
    assert_eq!(
        kind_of(evaluate(&world.evaluator, &foundation, &of([].into())).await),
        ProblemKind::Malformed
    );
}
