//! What a script is made of.

use quickcheck::{Arbitrary, Gen};

/// One operation; numbers choose among what there is by then.
#[derive(Clone, Debug)]
pub(super) enum Step {
    Register { who: usize, purpose: usize },
    Withdraw { consent: usize },
    Expire { consent: usize },
    Append { who: usize, child: usize, consent: usize, status: usize },
    Again { entry: usize },
    Correct { who: usize, entry: usize, consent: Option<usize> },
    TakeBack { who: usize, entry: usize, consent: usize },
    LookUp { who: usize, child: usize, consent: usize, tokens: usize },
    Announce { who: usize, child: usize, consent: usize },
    Close { who: usize, intent: usize },
    Reserve { who: usize, bill: usize, consent: usize, fen: u8 },
    Confirm { claim: usize },
    Release { claim: usize },
    Reverse { claim: usize },
    State { who: usize, bill: usize, fen: u8 },
    Void { who: usize, bill: usize },
    ReadExpense { who: usize, bill: usize, consent: usize },
    Sweep,
}

impl Arbitrary for Step {
    fn arbitrary(random: &mut Gen) -> Self {
        fn n(random: &mut Gen) -> usize {
            u16::arbitrary(random).into()
        }
        let (who, consent) = (n(random), n(random));
        let (child, entry, bill) = (n(random), n(random), n(random));
        let (fen, claim, intent) = (u8::arbitrary(random), n(random), n(random));
        match u8::arbitrary(random) % 28 {
            0..=3 => Self::Register { who, purpose: n(random) },
            4 => Self::Withdraw { consent },
            5 => Self::Expire { consent },
            6..=8 => Self::Append { who, child, consent, status: n(random) },
            9 => Self::Again { entry },
            10..=11 => Self::Correct { who, entry, consent: bool::arbitrary(random).then_some(consent) },
            12 => Self::TakeBack { who, entry, consent },
            13..=15 => Self::LookUp { who, child, consent, tokens: n(random) },
            16..=17 => Self::Announce { who, child, consent },
            18 => Self::Close { who, intent },
            19..=20 => Self::Reserve { who, bill, consent, fen },
            21 => Self::Confirm { claim },
            22 => Self::Release { claim },
            23 => Self::Reverse { claim },
            24 => Self::State { who, bill, fen },
            25 if fen < 64 => Self::Void { who, bill },
            25..=26 => Self::ReadExpense { who, bill, consent },
            _ => Self::Sweep,
        }
    }
}
