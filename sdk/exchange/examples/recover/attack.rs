//! The attack, which a test runs in a small form.

use std::{
    collections::{BTreeSet, HashSet},
    error::Error,
    time::Instant,
};

use base64ct::{Base64UrlUnpadded, Encoding};
use curve25519_dalek::scalar::Scalar;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use tongzhou::{
    code::lists::TokenPurpose,
    keys::{Passphrase, WorkFactor, unlock_text},
    value::{Date, ResidentId},
};
use tongzhou_exchange::token::{
    Blinding, Dealt, Epoch, Identity, KeyShare, MAX_BATCH, Quorum, TokenKeyFile, TokenSecret,
};
use voprf::VoprfServer;

/// How many children are registered, and among how many numbers the attacker looks for them.
pub(crate) struct Plan {
    pub(crate) children: usize,
    pub(crate) days: u16,
    pub(crate) sequences: u16,
}

/// What came out.
pub(crate) struct Found {
    pub(crate) candidates: usize,
    pub(crate) outcomes: Vec<Outcome>,
}

/// What an attacker recovers that has stolen something.
pub(crate) struct Outcome {
    pub(crate) stolen: &'static str,
    /// Whether it is enough.
    pub(crate) expected: bool,
    pub(crate) recovered: usize,
    pub(crate) seconds: f64,
}

type Row = [u8; 32];

/// Registers the children in four ways, and attacks each.
pub(crate) fn attack(plan: &Plan) -> Result<Found, Box<dyn Error>> {
    let candidates = candidates(plan)?;
    let children = chosen(&candidates, plan.children);
    // What all members share, and so any one of them loses.
    let (shared, pepper) = ([1; 32], [2; 32]);
    let secret = TokenSecret::fresh(getrandom::fill)?;
    let dealt = secret.deal(TokenPurpose::Subject, epoch(), Quorum::new(2, 3)?, getrandom::fill)?;
    let tokens = registered(&children, &dealt)?;
    let rows: HashSet<Row> = tokens.iter().map(|token| mac(&pepper, token)).collect();
    let [first, second, _] = dealt.shares.as_slice() else { return Err("three shares".into()) };
    let (one, other) = (stolen(first)?, stolen(second)?);

    let mut outcomes = Vec::new();
    let mut trial = |stolen, expected, rows: &HashSet<Row>, guess: &dyn Fn(&str) -> Vec<Row>| {
        let start = Instant::now();
        let hit = |number: &&String| guess(number).iter().any(|row| rows.contains(row));
        let hits: BTreeSet<&String> = candidates.iter().filter(hit).collect();
        // What is told is who it is, not only that somebody is it.
        let recovered = children.iter().filter(|child| hits.contains(child)).count();
        let right = hits.len() == recovered;
        let recovered = if right { recovered } else { usize::MAX };
        outcomes.push(Outcome { stolen, expected, recovered, seconds: start.elapsed().as_secs_f64() });
    };

    let plain = children.iter().map(|child| digest(child.as_bytes())).collect();
    trial("a table of plain SHA-256", true, &plain, &|number| vec![digest(number.as_bytes())]);
    let keyed = children.iter().map(|child| mac(&shared, child.as_bytes())).collect();
    trial("a table of HMAC-SHA-256, and the key from any one member", true, &keyed, &|number| {
        vec![mac(&shared, number.as_bytes())]
    });

    // With one share: it is taken for the whole key, and for each of the values that two shares could be made of.
    let guesses = [key(one)?, key(one * Scalar::from(2_u8))?, key(one * Scalar::from(3_u8))?, key(-one)?];
    let few = |pepper: Option<Row>| {
        let guesses = &guesses;
        move |number: &str| {
            let input = input(number);
            let outputs = guesses.iter().map(|key| token(key, &input));
            let mut rows: Vec<Row> = outputs.collect();
            rows.extend([digest(&input), digest(number.as_bytes())]);
            rows.into_iter().map(|row| pepper.map_or(row, |pepper| mac(&pepper, &row))).collect()
        }
    };
    trial("the registry and its pepper, and no share", false, &rows, &|number| {
        vec![
            mac(&pepper, number.as_bytes()),
            mac(&pepper, &input(number)),
            mac(&pepper, &digest(number.as_bytes())),
        ]
    });
    trial("the registry and its pepper, and one share", false, &rows, &few(Some(pepper)));
    trial("the tokens themselves, and one share", false, &tokens.iter().copied().collect(), &few(None));

    // At 0, the line through the values at 1 and 2.
    let whole = key(one * Scalar::from(2_u8) - other)?;
    trial("the registry without its pepper, and two shares", false, &rows, &|number| {
        vec![token(&whole, &input(number))]
    });
    trial("the registry and its pepper, and two shares", true, &rows, &|number| {
        vec![mac(&pepper, &token(&whole, &input(number)))]
    });
    Ok(Found { candidates: candidates.len(), outcomes })
}

/// Every number of a county that does not exist.
fn candidates(plan: &Plan) -> Result<Vec<String>, Box<dyn Error>> {
    let first = Date::from_ymd(2015, 1, 1)?;
    let mut numbers = Vec::new();
    for day in 0..plan.days {
        let birth = first.plus_days(i64::from(day)).ok_or("a day")?.to_string().replace('-', "");
        for sequence in 0..plan.sequences {
            let digits = format!("129998{birth}{sequence:03}");
            let right = |check: &char| format!("{digits}{check}").parse::<ResidentId>().is_ok();
            let check = "0123456789X".chars().find(right).ok_or("a check character")?;
            numbers.push(format!("{digits}{check}"));
        }
    }
    Ok(numbers)
}

/// As many of them as there are children, spread over all.
fn chosen(candidates: &[String], children: usize) -> Vec<String> {
    let step = (candidates.len() / children.max(1)).max(1);
    candidates.iter().skip(step / 2).step_by(step).take(children).cloned().collect()
}

/// The tokens as members make them.
fn registered(children: &[String], dealt: &Dealt) -> Result<Vec<Row>, Box<dyn Error>> {
    let mut tokens = Vec::new();
    for batch in children.chunks(MAX_BATCH) {
        let inputs = batch.iter().map(|child| Identity::resident_id(child).map(|it| it.input(epoch())));
        let blinding = Blinding::new(inputs.collect::<Result<_, _>>()?, getrandom::fill)?;
        let mut answers = Vec::new();
        for share in dealt.shares.iter().skip(1) {
            let it = share.evaluate(&blinding.elements(), getrandom::fill)?;
            answers.push(blinding.verify(&dealt.key, share.number(), &it.elements, &it.proof)?);
        }
        tokens.extend(blinding.combine(&dealt.key, &answers)?.iter().map(|token| token.value().0));
    }
    Ok(tokens)
}

/// The scalar of a share, by who has stolen its file and its passphrase.
fn stolen(share: &KeyShare) -> Result<Scalar, Box<dyn Error>> {
    let passphrase = Passphrase::new("known to the thief".to_owned());
    let file = TokenKeyFile::lock(share, &passphrase, WorkFactor::QUICK)?;
    let text = unlock_text(&file, &passphrase)?;
    let secret = text.lines().find_map(|line| line.strip_prefix("secret: ")).ok_or("a secret")?;
    let mut bytes = [0; 32];
    Base64UrlUnpadded::decode(secret, &mut bytes)?;
    Ok(Scalar::from_bytes_mod_order(bytes))
}

fn key(scalar: Scalar) -> Result<VoprfServer<voprf::Ristretto255>, Box<dyn Error>> {
    Ok(VoprfServer::new_with_key(scalar.as_bytes()).map_err(|_| "a key")?)
}

fn token(key: &VoprfServer<voprf::Ristretto255>, input: &[u8]) -> Row {
    key.evaluate(input).ok().and_then(|output| output.first_chunk().copied()).unwrap_or_default()
}

/// How inputs are made is published.
fn input(number: &str) -> Vec<u8> {
    Identity::resident_id(number).map(|it| it.input(epoch()).as_bytes().to_vec()).unwrap_or_default()
}

fn digest(bytes: &[u8]) -> Row {
    Sha256::digest(bytes).into()
}

fn mac(key: &[u8; 32], bytes: &[u8]) -> Row {
    let mac = <Hmac<Sha256> as KeyInit>::new_from_slice(key);
    // A key of any length is one.
    mac.map(|mac| mac.chain_update(bytes).finalize().into_bytes().into()).unwrap_or_default()
}

fn epoch() -> Epoch {
    Epoch::saturating(1)
}
