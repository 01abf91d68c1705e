//! A key of a service that is played in tests.

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256,
    RSA_PKCS1_SHA384, RSA_PKCS1_SHA512, RSA_PSS_SHA256, RSA_PSS_SHA384, RSA_PSS_SHA512, RsaEncoding, RsaKeyPair, RsaPublicKeyComponents,
};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use crate::declare::Algorithm;

pub(super) struct Signer {
    algorithm: Algorithm,
    pair: Pair,
}

enum Pair {
    Rsa(RsaKeyPair),
    Ec(EcdsaKeyPair),
    Ed(Ed25519KeyPair),
}

/// The algorithms whose keys are made in no time.
const QUICK: [Algorithm; 3] = [Algorithm::EdDSA, Algorithm::ES256, Algorithm::ES384];

impl Signer {
    /// A new key for one of the algorithms.
    #[track_caller]
    pub(super) fn new(algorithms: &[Algorithm]) -> Self {
        let quick = QUICK.into_iter().find(|quick| algorithms.contains(quick));
        let algorithm = quick.or(algorithms.first().copied()).unwrap_or(Algorithm::RS256);
        let pair = match algorithm {
            Algorithm::EdDSA => Ed25519KeyPair::generate().map(Pair::Ed),
            Algorithm::ES256 => EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).map(Pair::Ec),
            Algorithm::ES384 => EcdsaKeyPair::generate(&ECDSA_P384_SHA384_FIXED_SIGNING).map(Pair::Ec),
            _ => RsaKeyPair::generate(KeySize::Rsa2048).map(Pair::Rsa),
        };
        match pair {
            Ok(pair) => Self { algorithm, pair },
            Err(_) => panic!("this machine makes no keys"),
        }
    }

    /// The public key, as a key set has it.
    pub(super) fn key(&self) -> Value {
        let mut key = match &self.pair {
            Pair::Rsa(pair) => {
                let RsaPublicKeyComponents { n, e } = RsaPublicKeyComponents::<Vec<u8>>::from(pair.public_key());
                json!({"kty": "RSA", "n": text(n), "e": text(e)})
            }
            Pair::Ec(pair) => {
                let curve = if self.algorithm == Algorithm::ES256 { "P-256" } else { "P-384" };
                // The first byte says that both coordinates follow.
                let (_, point) = pair.public_key().as_ref().split_at(1);
                let (x, y) = point.split_at(point.len() / 2);
                json!({"kty": "EC", "crv": curve, "x": text(x), "y": text(y)})
            }
            Pair::Ed(pair) => json!({"kty": "OKP", "crv": "Ed25519", "x": text(pair.public_key())}),
        };
        key["kid"] = "test".into();
        key["use"] = "sig".into();
        key
    }

    /// A token with these claims.
    #[track_caller]
    pub(super) fn sign(&self, claims: &Value) -> String {
        let header = json!({"typ": "at+jwt", "alg": format!("{:?}", self.algorithm), "kid": "test"});
        let message = format!("{}.{}", text(header.to_string()), text(claims.to_string()));
        let random = SystemRandom::new();
        let signature = match &self.pair {
            Pair::Rsa(pair) => {
                let mut signature = vec![0; pair.public_modulus_len()];
                pair.sign(encoding(self.algorithm), &random, message.as_bytes(), &mut signature).map(|()| signature)
            }
            Pair::Ec(pair) => pair.sign(&random, message.as_bytes()).map(|signature| signature.as_ref().to_vec()),
            Pair::Ed(pair) => Ok(pair.sign(message.as_bytes()).as_ref().to_vec()),
        };
        match signature {
            Ok(signature) => format!("{message}.{}", text(signature)),
            Err(_) => panic!("this machine signs nothing"),
        }
    }
}

fn encoding(algorithm: Algorithm) -> &'static dyn RsaEncoding {
    match algorithm {
        Algorithm::RS384 => &RSA_PKCS1_SHA384,
        Algorithm::RS512 => &RSA_PKCS1_SHA512,
        Algorithm::PS256 => &RSA_PSS_SHA256,
        Algorithm::PS384 => &RSA_PSS_SHA384,
        Algorithm::PS512 => &RSA_PSS_SHA512,
        _ => &RSA_PKCS1_SHA256,
    }
}

fn text(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}
