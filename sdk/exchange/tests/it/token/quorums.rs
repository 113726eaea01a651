//! Whichever evaluators answer, the token is one: that of the whole key.

use quickcheck::quickcheck;
use tongzhou::code::lists::{Sex, TokenKind, TokenPurpose};
use tongzhou_exchange::token::{
    Blinding, BlindingFault, CombineFault, Dealt, Epoch, Identity, KeyFault, PublicShare, Quorum, TokenKey,
    TokenSecret, VerifiedAnswer,
};
use voprf::VoprfServer;

// covers: REQ-TOK-015
#[test]
fn every_quorum_of_two_of_three_makes_the_token_of_the_whole_key() {
    assert_eq!(quorums(2, 3), 3);
}

// covers: REQ-TOK-015
#[test]
fn every_quorum_of_three_of_five_makes_the_token_of_the_whole_key() {
    assert_eq!(quorums(3, 5), 10);
}

#[test]
fn one_of_one_makes_the_token_of_the_whole_key() {
    assert_eq!(quorums(1, 1), 1);
    assert_eq!(quorums(1, 4), 4);
}

/// How many quorums there are, all of which agree with the library's own evaluation under the whole key.
fn quorums(threshold: u8, shares: u8) -> usize {
    let secret = TokenSecret::derived(&[0xA3; 32], b"test key").unwrap();
    let dealt = deal(&secret, threshold, shares);
    let whole = VoprfServer::<voprf::Ristretto255>::new_from_seed(&[0xA3; 32], b"test key").unwrap();
    assert_eq!(dealt.key.whole().0, whole.get_public_key().compress().to_bytes());
    let blinding = blinding();
    let answers: Vec<_> = dealt.shares.iter().map(|share| answer(&blinding, &dealt.key, share)).collect();
    let expected: Vec<[u8; 32]> = identities()
        .iter()
        .map(|identity| whole.evaluate(identity.input(epoch()).as_bytes()).unwrap()[..32].try_into().unwrap())
        .collect();
    let mut seen = 0;
    for chosen in 0_u32..1 << shares {
        if chosen.count_ones() != u32::from(threshold) {
            continue;
        }
        let some = answers.iter().enumerate().filter(|(place, _)| chosen >> place & 1 == 1);
        // The order in which they come does not matter.
        let some: Vec<_> = some.map(|(_, answer)| answer.clone()).rev().collect();
        let tokens = blinding.combine(&dealt.key, &some).unwrap();
        assert_eq!(tokens.iter().map(|token| token.value().0).collect::<Vec<_>>(), expected);
        seen += 1;
    }
    assert_eq!(blinding.combine(&dealt.key, &answers).unwrap().len(), expected.len());
    seen
}

// covers: REQ-TOK-016, REQ-TOK-017
#[test]
fn fewer_shares_than_it_takes_make_no_token() {
    let dealt = deal(&secret(), 2, 3);
    let blinding = blinding();
    let one = answer(&blinding, &dealt.key, &dealt.shares[0]);
    let too_few = CombineFault::TooFew { answers: 1, threshold: 2 };
    assert_eq!(blinding.combine(&dealt.key, std::slice::from_ref(&one)), Err(too_few));
    // The same evaluator twice is one.
    assert_eq!(blinding.combine(&dealt.key, &[one.clone(), one]), Err(too_few));
    assert_eq!(blinding.combine(&dealt.key, &[]), Err(CombineFault::TooFew { answers: 0, threshold: 2 }));
    assert_eq!(too_few.to_string(), "1 evaluators answered, and it takes 2");
}

// covers: REQ-TOK-014
#[test]
fn a_lying_evaluator_is_named_and_the_others_make_the_token() {
    let dealt = deal(&secret(), 2, 3);
    let stranger = deal(&TokenSecret::derived(&[9; 32], b"another").unwrap(), 2, 3);
    let blinding = blinding();
    let lie = stranger.shares[1].evaluate(&blinding.elements(), getrandom::fill).unwrap();
    let fault = blinding.verify(&dealt.key, 2, &lie.elements, &lie.proof).unwrap_err();
    let CombineFault::Lying(liar) = fault else { panic!("{fault:?}") };
    assert_eq!(liar.share, dealt.key.share(2).unwrap());
    let public = dealt.shares[1].public().key;
    assert_eq!(fault.to_string(), format!("the answer of share 2 does not hold for its public key {public}"));
    let others = [0, 2].map(|place: usize| answer(&blinding, &dealt.key, &dealt.shares[place]));
    assert_eq!(blinding.combine(&dealt.key, &others).unwrap().len(), identities().len());
}

#[test]
fn an_answer_counts_for_its_own_key_and_question_alone() {
    let dealt = deal(&secret(), 1, 2);
    let blinding = blinding();
    let verified = answer(&blinding, &dealt.key, &dealt.shares[0]);
    let other_blinding = self::blinding();
    assert_eq!(
        other_blinding.combine(&dealt.key, std::slice::from_ref(&verified)),
        Err(CombineFault::OtherInputs)
    );
    let other_key = deal(&secret(), 1, 1).key;
    assert_eq!(blinding.combine(&other_key, &[verified]).map(|tokens| tokens.len()), Ok(identities().len()));

    let next =
        secret().deal(TokenPurpose::Subject, Epoch::saturating(2), Quorum::SINGLE, getrandom::fill).unwrap();
    let evaluated = next.shares[0].evaluate(&blinding.elements(), getrandom::fill).unwrap();
    let of = |key: &TokenKey, number| {
        blinding.verify(key, number, &evaluated.elements, &evaluated.proof).unwrap_err()
    };
    assert_eq!(of(&next.key, 1), CombineFault::Epoch);
    assert_eq!(of(&dealt.key, 9), CombineFault::UnknownShare(9));
    let bills = secret().deal(TokenPurpose::Expense, epoch(), Quorum::SINGLE, getrandom::fill).unwrap();
    assert_eq!(of(&bills.key, 1), CombineFault::Purpose);
}

// covers: REQ-TOK-018
#[test]
fn inputs_of_different_keys_are_not_blinded_together() {
    let child = &identities()[0];
    let other = child.input(Epoch::saturating(2));
    let fault = |inputs| Blinding::new(inputs, getrandom::fill).unwrap_err();
    assert_eq!(fault(vec![child.input(epoch()), other]), BlindingFault::DifferentKeys);
    assert_eq!(fault(vec![]), BlindingFault::Empty);
    assert_eq!(fault(vec![child.input(epoch()); 257]), BlindingFault::TooMany);
    let broken = Blinding::new(vec![child.input(epoch())], |_: &mut [u8]| Err(()));
    assert!(matches!(broken, Err(BlindingFault::NotDrawn(_))));
}

#[test]
fn shares_of_two_keys_are_no_key() {
    let (one, other) = (deal(&secret(), 2, 4).key, deal(&secret(), 2, 4).key);
    let mixed = |shares: Vec<PublicShare>| TokenKey::new(TokenPurpose::Subject, epoch(), 2, shares).err();
    let [a, b, c, d] = one.shares() else { panic!("four shares") };
    assert_eq!(mixed(vec![*d, *a, *c, *b]), None);
    assert_eq!(mixed(vec![*a, *b, *c, other.shares()[3]]), Some(KeyFault::NotOneKey(4)));
    // One share is of no key rather than another: three points of two polynomials.
    assert_eq!(mixed(vec![*a, other.shares()[1], *c]), Some(KeyFault::NotOneKey(3)));
    assert_eq!(mixed(vec![*a]), Some(KeyFault::TooFew));
    assert_eq!(mixed(vec![*a, *a, *b]), Some(KeyFault::Number(1)));
    assert_eq!(mixed(vec![PublicShare { number: 0, ..*a }, *b]), Some(KeyFault::Number(0)));
    let none = PublicShare { number: 3, key: [0; 32].into() };
    assert_eq!(mixed(vec![*a, *b, none]), Some(KeyFault::Element(3)));
    // Read with a lower threshold than it was dealt for, it does not hold together either.
    assert_eq!(
        TokenKey::new(TokenPurpose::Subject, epoch(), 1, one.shares().to_vec()),
        Err(KeyFault::NotOneKey(2))
    );
    assert!(Quorum::new(0, 3).is_err() && Quorum::new(4, 3).is_err());
}

#[test]
fn a_blinding_outlives_the_program_and_changed_bytes_are_refused() {
    let dealt = deal(&secret(), 2, 3);
    let blinding = blinding();
    let answers = [0, 2].map(|place: usize| answer(&blinding, &dealt.key, &dealt.shares[place]));
    let bytes = blinding.to_bytes();
    let again = Blinding::from_bytes(&bytes).unwrap();
    assert_eq!(again.elements(), blinding.elements());
    assert_eq!(again.combine(&dealt.key, &answers), blinding.combine(&dealt.key, &answers));
    for place in 0..bytes.len() {
        let mut changed = bytes.to_vec();
        changed[place] ^= 4;
        assert!(Blinding::from_bytes(&changed).is_err(), "changed at {place}");
        assert!(Blinding::from_bytes(&bytes[..place]).is_err(), "cut at {place}");
    }
}

// covers: REQ-TOK-019
#[test]
fn tokens_say_of_which_key_and_kind_they_are() {
    let dealt = deal(&secret(), 1, 1);
    let blinding = blinding();
    let tokens = blinding.combine(&dealt.key, &[answer(&blinding, &dealt.key, &dealt.shares[0])]).unwrap();
    let subject = tokens[1].subject().unwrap();
    assert_eq!((subject.kind, subject.epoch), (TokenKind::GuardianAndBirth, epoch()));
    assert_eq!(subject.value, tokens[1].value());
    assert!(tokens[1].expense().is_none());
    assert!(!format!("{tokens:?}").contains(&tokens[0].value().to_string()));
    assert!(!format!("{blinding:?}").contains("11010120150104000X"));
}

quickcheck! {
    fn any_quorum_of_any_key_makes_one_token(seed: u8, threshold: u8, more: u8, choice: usize) -> bool {
        let (threshold, more) = (1 + threshold % 4, more % 3);
        let secret = TokenSecret::derived(&[seed; 32], b"any").unwrap();
        let dealt = deal(&secret, threshold, threshold + more);
        let single = deal(&secret, 1, 1);
        let blinding = blinding();
        let from = choice % (usize::from(more) + 1);
        let quorum: Vec<_> = dealt.shares[from..][..usize::from(threshold)]
            .iter()
            .map(|share| answer(&blinding, &dealt.key, share))
            .collect();
        let whole = blinding.combine(&single.key, &[answer(&blinding, &single.key, &single.shares[0])]);
        blinding.combine(&dealt.key, &quorum) == whole && whole.is_ok()
    }
}

fn secret() -> TokenSecret {
    TokenSecret::derived(&[7; 32], b"tests").unwrap()
}

fn deal(secret: &TokenSecret, threshold: u8, shares: u8) -> Dealt {
    let quorum = Quorum::new(threshold, shares).unwrap();
    secret.deal(TokenPurpose::Subject, epoch(), quorum, getrandom::fill).unwrap()
}

fn answer(blinding: &Blinding, key: &TokenKey, share: &tongzhou_exchange::token::KeyShare) -> VerifiedAnswer {
    let evaluated = share.evaluate(&blinding.elements(), getrandom::fill).unwrap();
    blinding.verify(key, share.number(), &evaluated.elements, &evaluated.proof).unwrap()
}

fn identities() -> [Identity; 2] {
    let birth = "2015-01-04".parse().unwrap();
    [
        Identity::resident_id("11010120150104000X").unwrap(),
        Identity::guardian_and_birth("440106198501010007", birth, Sex::Female, 1).unwrap(),
    ]
}

fn blinding() -> Blinding {
    Blinding::new(identities().iter().map(|it| it.input(epoch())).collect(), getrandom::fill).unwrap()
}

fn epoch() -> Epoch {
    Epoch::saturating(1)
}
