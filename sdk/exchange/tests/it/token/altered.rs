//! Answers that were altered on the way, or that an evaluator made up: every one is refused.

use std::env;

use tongzhou::code::lists::TokenPurpose;
use tongzhou_exchange::{
    message::wire::{Element, Proof},
    token::{Blinding, CombineFault, Epoch, Identity, Quorum, TokenSecret},
};

/// Set `TONGZHOU_PROOFS` to how many are to be altered; a thousand without.
// covers: REQ-TOK-013, REQ-TOK-014
#[test]
fn every_altered_answer_is_refused() {
    let many: usize = env::var("TONGZHOU_PROOFS").ok().and_then(|many| many.parse().ok()).unwrap_or(1000);
    let epoch = Epoch::saturating(1);
    let dealt = TokenSecret::derived(&[3; 32], b"altered")
        .unwrap()
        .deal(TokenPurpose::Subject, epoch, Quorum::new(2, 3).unwrap(), getrandom::fill)
        .unwrap();
    let mut random = Random(0x5EED);
    let mut kinds = [0_usize; 7];
    for round in 0..many {
        // Single elements are the quickest to try, and batches have more that can be exchanged.
        let size = if round % 4 == 0 { 3 } else { 1 };
        let blinding = blinding(&mut random, size, epoch);
        let share = &dealt.shares[random.below(3)];
        let answer = share.evaluate(&blinding.elements(), getrandom::fill).unwrap();
        let (mut elements, mut proof, mut number) = (answer.elements.to_vec(), answer.proof, share.number());
        let kind = if size == 1 { random.below(5) } else { random.below(7) };
        match kind {
            0 => flip(&mut proof.0, &mut random),
            1 => flip(&mut elements[random.below(size)].0, &mut random),
            2 => proof.0.rotate_left(32),
            // Another evaluator's number.
            3 => number = number % 3 + 1,
            // The proof of other elements.
            4 => {
                let other = self::blinding(&mut random, size, epoch);
                proof = share.evaluate(&other.elements(), getrandom::fill).unwrap().proof;
            }
            5 => elements.rotate_left(1 + random.below(2)),
            _ => elements.truncate(1 + random.below(2)),
        }
        kinds[kind] += 1;
        let verdict = blinding.verify(&dealt.key, number, &elements, &proof);
        assert!(matches!(verdict, Err(CombineFault::Lying(liar)) if liar.share.number == number), "{kind}");
    }
    println!("{many} altered answers refused: by kind {kinds:?}");
    assert!(kinds.iter().all(|kind| *kind > 0));
    // And what was not altered is accepted.
    let blinding = blinding(&mut random, 3, epoch);
    let answer = dealt.shares[1].evaluate(&blinding.elements(), getrandom::fill).unwrap();
    assert!(blinding.verify(&dealt.key, 2, &answer.elements, &answer.proof).is_ok());
}

#[test]
fn a_proof_of_nothing_is_refused() {
    let epoch = Epoch::saturating(1);
    let secret = TokenSecret::derived(&[3; 32], b"altered").unwrap();
    let dealt = secret.deal(TokenPurpose::Subject, epoch, Quorum::SINGLE, getrandom::fill).unwrap();
    let blinding = blinding(&mut Random(1), 1, epoch);
    let elements: Vec<Element> = blinding.elements().to_vec();
    for (elements, proof) in [
        (vec![], Proof([0; 64])),
        (elements.clone(), Proof([0; 64])),
        (elements.clone(), Proof([0xFF; 64])),
        (vec![Element([0; 32])], Proof([1; 64])),
        ([elements.clone(), elements].concat(), Proof([1; 64])),
    ] {
        let verdict = blinding.verify(&dealt.key, 1, &elements, &proof);
        assert!(matches!(verdict, Err(CombineFault::Lying(_))));
    }
}

fn blinding(random: &mut Random, size: usize, epoch: Epoch) -> Blinding {
    let inputs = (0..size).map(|_| {
        Identity::other_document("示例机关", "示例证", &random.next().to_string()).unwrap().input(epoch)
    });
    Blinding::new(inputs.collect(), getrandom::fill).unwrap()
}

fn flip(bytes: &mut [u8], random: &mut Random) {
    let place = random.below(bytes.len() * 8);
    bytes[place / 8] ^= 1 << (place % 8);
}

/// A sequence that is the same each time (xorshift).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(bound).unwrap()).unwrap()
    }
}
