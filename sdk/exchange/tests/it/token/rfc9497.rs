//! The vectors of RFC 9497 for ristretto255-SHA512: every step, to the byte.

use std::convert::Infallible;

use serde_json::Value;
use tongzhou_exchange::{
    message::wire::{Element, Proof},
    token::{Draw, Ristretto255Sha512, Suite, SuiteFault},
};
use voprf::{EvaluationElement, OprfClient, OprfServer};
use zeroize::Zeroizing;

// covers: REQ-TOK-010
#[test]
fn every_step_of_mode_voprf_is_as_published() {
    let suite = vectors(1);
    let seed = fixed(&suite["seed"]);
    let key = Ristretto255Sha512::derive(&seed, &bytes(&suite["keyInfo"])).unwrap();
    assert_eq!(*Ristretto255Sha512::secret(&key), fixed::<32>(&suite["skSm"]));
    let public = Ristretto255Sha512::public(&key);
    assert_eq!(public, Element(fixed(&suite["pkSm"])));

    let (mut seen, mut elements) = (0, 0);
    for vector in suite["vectors"].as_array().unwrap() {
        let inputs: Vec<Vec<u8>> = list(&vector["Input"]);
        let blinds: Vec<[u8; 32]> = fixed_list(&vector["Blind"]);
        let blinded: Vec<Element> = inputs
            .iter()
            .zip(&blinds)
            .map(|(input, blind)| {
                let (used, element) = Ristretto255Sha512::blind(input, draw(blind)).unwrap();
                assert_eq!(*used, *blind);
                element
            })
            .collect();
        assert_eq!(
            blinded,
            fixed_list(&vector["BlindedElement"]).into_iter().map(Element).collect::<Vec<_>>()
        );

        let random: [u8; 32] = fixed(&vector["Proof"]["r"]);
        let (evaluated, proof) = Ristretto255Sha512::evaluate(&key, &blinded, draw(&random)).unwrap();
        let published: Vec<Element> =
            fixed_list(&vector["EvaluationElement"]).into_iter().map(Element).collect();
        assert_eq!(evaluated, published);
        assert_eq!(proof, Proof(fixed(&vector["Proof"]["proof"])));
        assert_eq!(Ristretto255Sha512::verify(&public, &blinded, &evaluated, &proof), Ok(()));

        let outputs: Vec<[u8; 64]> = fixed_list(&vector["Output"]);
        for (((input, blind), evaluated), output) in inputs.iter().zip(&blinds).zip(&evaluated).zip(&outputs)
        {
            let found = Ristretto255Sha512::finalize(input, &Zeroizing::new(*blind), evaluated).unwrap();
            assert_eq!(*found, *output);
            elements += 1;
        }
        seen += 1;
    }
    // Two of one input, and a batch of two.
    assert_eq!((seen, elements), (3, 4));
}

#[test]
fn every_step_of_mode_oprf_is_as_published() {
    let suite = vectors(0);
    let seed: [u8; 32] = fixed(&suite["seed"]);
    let server = OprfServer::<voprf::Ristretto255>::new_from_seed(&seed, &bytes(&suite["keyInfo"])).unwrap();
    assert_eq!(server.serialize().as_slice(), bytes(&suite["skSm"]));
    let mut seen = 0;
    for vector in suite["vectors"].as_array().unwrap() {
        let (input, blind) = (bytes(&vector["Input"]), fixed::<32>(&vector["Blind"]));
        let mut random = Given(blind);
        let client = OprfClient::<voprf::Ristretto255>::blind(&input, &mut random).unwrap();
        assert_eq!(client.message.serialize().as_slice(), bytes(&vector["BlindedElement"]));
        let evaluated = server.blind_evaluate(&client.message);
        assert_eq!(evaluated.serialize().as_slice(), bytes(&vector["EvaluationElement"]));
        assert_eq!(client.state.finalize(&input, &evaluated).unwrap().as_slice(), bytes(&vector["Output"]));
        // Our way through the last step, which both modes share.
        let element = Element(EvaluationElement::serialize(&evaluated).as_slice().try_into().unwrap());
        let output = Ristretto255Sha512::finalize(&input, &Zeroizing::new(blind), &element).unwrap();
        assert_eq!(output.as_slice(), bytes(&vector["Output"]));
        seen += 1;
    }
    assert_eq!(seen, 2);
}

// covers: REQ-TOK-012
#[test]
fn what_is_no_scalar_or_element_is_refused() {
    let neutral = Element([0; 32]);
    let none = Element([0xFF; 32]);
    let key = Ristretto255Sha512::derive(&[1; 32], b"").unwrap();
    let public = Ristretto255Sha512::public(&key);
    let (_, blinded) = Ristretto255Sha512::blind(b"input", draw(&[5; 32])).unwrap();
    for element in [neutral, none] {
        assert_eq!(
            Ristretto255Sha512::evaluate(&key, &[blinded, element], draw(&[5; 32])),
            Err(SuiteFault::Element)
        );
        let finalized = Ristretto255Sha512::finalize(b"input", &Zeroizing::new([1; 32]), &element);
        assert_eq!(finalized, Err(SuiteFault::Element));
    }
    assert!(Ristretto255Sha512::verify(&none, &[blinded], &[blinded], &Proof([1; 64])).is_err());
    assert!(Ristretto255Sha512::verify(&public, &[blinded], &[neutral], &Proof([1; 64])).is_err());
    for secret in [[0; 32], [0xFF; 32]] {
        assert_eq!(Ristretto255Sha512::key(&secret).err(), Some(SuiteFault::Scalar));
    }
    let long = vec![0; 1 << 16];
    let finalized = Ristretto255Sha512::finalize(&long, &Zeroizing::new([1; 32]), &blinded);
    assert_eq!(finalized, Err(SuiteFault::Input));
}

/// Random numbers that lead to this very scalar.
fn draw(scalar: &[u8; 32]) -> Draw {
    Draw::new(&mut |bytes: &mut [u8]| {
        bytes.fill(0);
        bytes[..32].copy_from_slice(scalar);
        Ok::<_, Infallible>(())
    })
    .unwrap()
}

/// The same, for the library's own client.
struct Given([u8; 32]);

impl rand_core::RngCore for Given {
    fn next_u32(&mut self) -> u32 {
        rand_core::impls::next_u32_via_fill(self)
    }

    fn next_u64(&mut self) -> u64 {
        rand_core::impls::next_u64_via_fill(self)
    }

    fn fill_bytes(&mut self, bytes: &mut [u8]) {
        bytes.fill(0);
        bytes[..32].copy_from_slice(&self.0);
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), rand_core::Error> {
        self.fill_bytes(bytes);
        Ok(())
    }
}

impl rand_core::CryptoRng for Given {}

fn vectors(mode: u64) -> Value {
    let all: Vec<Value> = serde_json::from_str(include_str!("../../data/rfc9497/allVectors.json")).unwrap();
    all.into_iter()
        .find(|suite| suite["identifier"] == "ristretto255-SHA512" && suite["mode"] == mode)
        .unwrap()
}

/// Where there are several, they stand with commas between them.
fn list(value: &Value) -> Vec<Vec<u8>> {
    value.as_str().unwrap().split(',').map(hex).collect()
}

fn fixed_list<const N: usize>(value: &Value) -> Vec<[u8; N]> {
    list(value).into_iter().map(|bytes| bytes.try_into().unwrap()).collect()
}

fn bytes(value: &Value) -> Vec<u8> {
    hex(value.as_str().unwrap())
}

fn fixed<const N: usize>(value: &Value) -> [u8; N] {
    bytes(value).try_into().unwrap()
}

pub(super) fn hex(text: &str) -> Vec<u8> {
    text.as_bytes()
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect()
}
