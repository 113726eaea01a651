//! How fast tokens are made, step by step, beside the library `voprf` by itself in the same run.
//!
//! Ours begins and ends with the bytes of messages, and puts two shares of three together; the library's own client
//! keeps its elements in memory and asks one server. Machines are noisy: compare ratios within one run.
#![allow(clippy::expect_used, reason = "a benchmark that cannot start has nothing to report")]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use tongzhou::code::lists::TokenPurpose;
use tongzhou_exchange::token::{Blinding, Epoch, Identity, Input, Quorum, TokenSecret};
use voprf::{Ristretto255, VoprfClient, VoprfServer};

fn inputs(many: usize) -> Vec<Input> {
    let input = |number: usize| {
        let identity = Identity::other_document("示例机关", "示例证", &number.to_string());
        identity.expect("an identity").input(Epoch::saturating(1))
    };
    (0..many).map(input).collect()
}

fn tokens(criterion: &mut Criterion) {
    for many in [1, 64, 256] {
        ours(criterion, many);
        library(criterion, many);
    }
}

fn ours(criterion: &mut Criterion, many: usize) {
    let quorum = Quorum::new(2, 3).expect("a quorum");
    let dealt = TokenSecret::fresh(getrandom::fill)
        .and_then(|secret| secret.deal(TokenPurpose::Subject, Epoch::saturating(1), quorum, getrandom::fill))
        .expect("random numbers");
    let inputs = inputs(many);
    let blind = || Blinding::new(inputs.clone(), getrandom::fill).expect("blinded");
    let blinding = blind();
    let elements = blinding.elements();
    let [first, second, _] = dealt.shares.as_slice() else { return };
    let evaluate = |elements| first.evaluate(elements, getrandom::fill).expect("evaluated");
    let evaluated =
        [first, second].map(|share| share.evaluate(&elements, getrandom::fill).expect("evaluated"));
    let verify = || {
        let shares = [first, second].into_iter().zip(&evaluated);
        shares
            .map(|(share, it)| blinding.verify(&dealt.key, share.number(), &it.elements, &it.proof))
            .collect::<Result<Vec<_>, _>>()
            .expect("verified")
    };
    let answers = verify();

    let mut group = criterion.benchmark_group(format!("{many} tokens"));
    group.throughput(Throughput::Elements(many as u64));
    group.bench_function("ours: blind", |bencher| bencher.iter(blind));
    group.bench_function("ours: evaluate and prove, one share", |bencher| {
        bencher.iter(|| evaluate(black_box(&elements)));
    });
    group.bench_function("ours: verify two shares", |bencher| bencher.iter(verify));
    group.bench_function("ours: combine two shares and finalize", |bencher| {
        bencher.iter(|| blinding.combine(&dealt.key, black_box(&answers)).expect("tokens"));
    });
    group.finish();
}

fn library(criterion: &mut Criterion, many: usize) {
    let inputs = inputs(many);
    let server = VoprfServer::<Ristretto255>::new(&mut System).expect("a key");
    let blind = || {
        let blind = |input: &Input| VoprfClient::<Ristretto255>::blind(input.as_bytes(), &mut System);
        inputs.iter().map(blind).collect::<Result<Vec<_>, _>>().expect("blinded")
    };
    let (clients, blinded): (Vec<_>, Vec<_>) = blind().into_iter().map(|it| (it.state, it.message)).unzip();
    let evaluate = || server.batch_blind_evaluate(&mut System, &blinded).expect("evaluated");
    let evaluated = evaluate();
    let texts: Vec<&[u8]> = inputs.iter().map(Input::as_bytes).collect();
    let finalize = || {
        let public = server.get_public_key();
        VoprfClient::batch_finalize(&texts, &clients, &evaluated.messages, &evaluated.proof, public)
            .and_then(Iterator::collect::<Result<Vec<_>, _>>)
            .expect("outputs")
    };

    let mut group = criterion.benchmark_group(format!("{many} tokens"));
    group.throughput(Throughput::Elements(many as u64));
    group.bench_function("voprf: blind", |bencher| bencher.iter(blind));
    group.bench_function("voprf: evaluate and prove", |bencher| bencher.iter(evaluate));
    group.bench_function("voprf: verify and finalize, one server", |bencher| bencher.iter(finalize));
    group.finish();
}

/// Random numbers of the operating system, as the library asks for them.
struct System;

impl rand_core::RngCore for System {
    fn next_u32(&mut self) -> u32 {
        rand_core::impls::next_u32_via_fill(self)
    }

    fn next_u64(&mut self) -> u64 {
        rand_core::impls::next_u64_via_fill(self)
    }

    fn fill_bytes(&mut self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("random numbers");
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), rand_core::Error> {
        self.fill_bytes(bytes);
        Ok(())
    }
}

impl rand_core::CryptoRng for System {}

criterion_group!(benches, tokens);
criterion_main!(benches);
