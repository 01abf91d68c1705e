//! A byte changed anywhere in what is right, and chains that were cut, doubled and mixed.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use proptest::prelude::*;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use sayso::verify::Rejected;

use crate::support::{Scene, block_on, leaf, leaf_key, middle, request};

fn chain() -> String {
    middle().sign(&leaf(|_| ()), leaf_key()) + &middle().pem
}

/// A chain of these certificates.
fn pem(certificates: &[Vec<u8>]) -> String {
    let block = |der: &Vec<u8>| format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", STANDARD.encode(der));
    certificates.iter().map(block).collect()
}

fn certificates(pem: &str) -> Vec<Vec<u8>> {
    CertificateDer::pem_slice_iter(pem.as_bytes()).map(|der| der.expect("a certificate").to_vec()).collect()
}

#[tokio::test]
async fn each_byte_of_the_body() {
    let (scene, right) = (Scene::new(), request());
    for at in 0..right.body.len() {
        for bit in [0, 5, 7] {
            let mut flipped = right.clone();
            flipped.body[at] ^= 1 << bit;
            assert_eq!(scene.verify(&flipped).await, Err(Rejected::WrongSignature), "byte {at}, bit {bit}");
        }
    }
}

#[tokio::test]
async fn each_byte_of_the_signature() {
    let (scene, right) = (Scene::new(), request());
    let bytes = STANDARD.decode(right.signature()).expect("base64");
    for at in 0..bytes.len() {
        let mut flipped = bytes.clone();
        flipped[at] ^= 1 << (at % 8);
        let flipped = right.clone().with("Signature-256", &STANDARD.encode(&flipped));
        assert_eq!(scene.verify(&flipped).await, Err(Rejected::WrongSignature), "byte {at}");
    }
}

/// No two texts stand for the same signature.
#[tokio::test]
async fn each_character_of_the_signature() {
    let (scene, right) = (Scene::new(), request());
    let text = right.signature().as_bytes().to_vec();
    for at in 0..text.len() {
        for character in [b'A', b'b', b'9', b'+', b'=', b'-', b' ', text[at] ^ 1] {
            let mut changed = text.clone();
            changed[at] = character;
            let changed = String::from_utf8(changed).expect("ASCII");
            if changed.as_bytes() == text || http::HeaderValue::from_str(&changed).is_err() {
                continue;
            }
            let verdict = scene.verify(&right.clone().with("Signature-256", &changed)).await;
            assert!(verdict.is_err(), "character {at} as {:?}", char::from(character));
        }
    }
}

#[test]
fn each_byte_of_each_certificate() {
    let right = certificates(&chain());
    assert_eq!(Scene::of(&pem(&right)).settled(), Ok(()));
    for which in 0..right.len() {
        for at in 0..right[which].len() {
            let mut flipped = right.clone();
            flipped[which][at] ^= 1 << (at % 8);
            assert!(Scene::of(&pem(&flipped)).settled().is_err(), "certificate {which}, byte {at}");
        }
    }
}

/// The places that do not matter are those that leave the certificates as they are: line ends, and the padding of base64.
#[test]
fn each_byte_of_the_pem() {
    let right = chain();
    let same = certificates(&right);
    let mut accepted = 0;
    for at in 0..right.len() {
        let other = [b' ', b'\r', b'-', b'A', b'=', 0][at % 6];
        for byte in [other, right.as_bytes()[at] ^ 1] {
            let mut changed = right.clone().into_bytes();
            changed[at] = byte;
            let changed = String::from_utf8(changed).expect("ASCII");
            if changed != right && Scene::of(&changed).settled().is_ok() {
                assert_eq!(certificates(&changed), same, "byte {at} as {:?}", char::from(byte));
                accepted += 1;
            }
        }
    }
    assert!((1..60).contains(&accepted), "{accepted} places do not matter");
}

/// What may happen to a text on its way.
#[derive(Clone, Debug)]
enum Change {
    Cut(prop::sample::Index, prop::sample::Index),
    Double(prop::sample::Index, prop::sample::Index),
    Insert(prop::sample::Index, Vec<u8>),
    Replace(prop::sample::Index, u8),
    Swap(prop::sample::Index, prop::sample::Index),
    Reverse,
}

impl Change {
    fn apply(&self, text: &mut Vec<u8>) {
        if text.is_empty() {
            return;
        }
        let range = |one: &prop::sample::Index, other: &prop::sample::Index, length| {
            let (one, other) = (one.index(length), other.index(length));
            one.min(other)..one.max(other)
        };
        match self {
            Self::Cut(one, other) => drop(text.drain(range(one, other, text.len()))),
            Self::Double(one, other) => text.extend_from_within(range(one, other, text.len())),
            Self::Insert(at, bytes) => {
                let at = at.index(text.len());
                text.splice(at..at, bytes.iter().copied());
            }
            Self::Replace(at, byte) => {
                let at = at.index(text.len());
                text[at] = *byte;
            }
            Self::Swap(one, other) => {
                let (one, other) = (one.index(text.len()), other.index(text.len()));
                text.swap(one, other);
            }
            Self::Reverse => text.reverse(),
        }
    }
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let index = any::<prop::sample::Index>;
    let words =
        prop::sample::select(vec!["-----BEGIN ", "-----END CERTIFICATE-----\n", "CERTIFICATE", "-----", "\n", "\r", "=", "MII", "\0"]);
    let inserted = prop_oneof![words.prop_map(|word| word.as_bytes().to_vec()), prop::collection::vec(any::<u8>(), 1..40)];
    let change = prop_oneof![
        (index(), index()).prop_map(|(one, other)| Change::Cut(one, other)),
        (index(), index()).prop_map(|(one, other)| Change::Double(one, other)),
        (index(), inserted).prop_map(|(at, bytes)| Change::Insert(at, bytes)),
        (index(), any::<u8>()).prop_map(|(at, byte)| Change::Replace(at, byte)),
        (index(), index()).prop_map(|(one, other)| Change::Swap(one, other)),
        Just(Change::Reverse),
    ];
    prop::collection::vec(change, 1..6)
}

/// A verdict on a chain of any bytes.
fn verdict(chain: &[u8]) -> Result<(), Rejected> {
    // The network of the tests answers with text.
    let Ok(text) = std::str::from_utf8(chain) else { return Err(Rejected::MalformedChain) };
    let scene = Scene::of(text);
    block_on(scene.verdict())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever was done to the text: where it is accepted, the first certificate is the one that signed, byte by byte.
    #[test]
    fn mutations_of_a_text(changes in changes()) {
        let right = chain();
        let mut changed = right.clone().into_bytes();
        changes.iter().for_each(|change| change.apply(&mut changed));
        if verdict(&changed).is_ok() {
            let changed = String::from_utf8(changed).expect("text");
            prop_assert_eq!(&certificates(&changed)[0], &certificates(&right)[0]);
        }
    }

    /// The same within certificates.
    #[test]
    fn mutations_of_certificates(which in any::<prop::sample::Index>(), changes in changes()) {
        let right = certificates(&chain());
        let mut changed = right.clone();
        let which = which.index(changed.len());
        changes.iter().for_each(|change| change.apply(&mut changed[which]));
        if verdict(pem(&changed).as_bytes()).is_ok() {
            prop_assert_eq!(changed, right);
        }
    }
}
