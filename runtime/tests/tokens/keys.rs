//! Keys of a service, and tokens that they sign, good ones and bad ones.

use std::sync::OnceLock;

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256,
    RSA_PKCS1_SHA384, RSA_PKCS1_SHA512, RSA_PSS_SHA256, RSA_PSS_SHA384, RSA_PSS_SHA512, RsaEncoding, RsaKeyPair, RsaPublicKeyComponents,
};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use crate::clock::START;
use crate::skill::{API, ISSUER};

pub enum Key {
    Rsa(RsaKeyPair),
    P256(EcdsaKeyPair),
    P384(EcdsaKeyPair),
    Ed(Ed25519KeyPair),
}

/// One RSA key for the process: to make one takes a while.
pub fn rsa() -> &'static Key {
    static KEY: OnceLock<Key> = OnceLock::new();
    KEY.get_or_init(|| Key::Rsa(RsaKeyPair::generate(KeySize::Rsa2048).expect("a key")))
}

pub fn p256() -> Key {
    Key::P256(EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).expect("a key"))
}

pub fn p384() -> Key {
    Key::P384(EcdsaKeyPair::generate(&ECDSA_P384_SHA384_FIXED_SIGNING).expect("a key"))
}

pub fn ed() -> Key {
    Key::Ed(Ed25519KeyPair::generate().expect("a key"))
}

pub fn base64url(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

impl Key {
    /// The public key, as a key set has it.
    pub fn public(&self, id: &str) -> Value {
        let point = |curve: &str, public: &[u8]| {
            let (x, y) = public[1..].split_at(public.len() / 2);
            json!({"kty": "EC", "crv": curve, "x": base64url(x), "y": base64url(y)})
        };
        let mut key = match self {
            Key::Rsa(pair) => {
                let RsaPublicKeyComponents { n, e } = RsaPublicKeyComponents::<Vec<u8>>::from(pair.public_key());
                json!({"kty": "RSA", "n": base64url(n), "e": base64url(e)})
            }
            Key::P256(pair) => point("P-256", pair.public_key().as_ref()),
            Key::P384(pair) => point("P-384", pair.public_key().as_ref()),
            Key::Ed(pair) => json!({"kty": "OKP", "crv": "Ed25519", "x": base64url(pair.public_key())}),
        };
        key["kid"] = id.into();
        key
    }

    /// The name of the algorithm that the key signs by, unless told another.
    pub fn algorithm(&self) -> &'static str {
        match self {
            Key::Rsa(_) => "RS256",
            Key::P256(_) => "ES256",
            Key::P384(_) => "ES384",
            Key::Ed(_) => "EdDSA",
        }
    }

    /// A token of these parts, as they are.
    pub fn sign_raw(&self, algorithm: &str, header: &str, payload: &str) -> String {
        let message = format!("{}.{}", base64url(header), base64url(payload));
        format!("{message}.{}", base64url(self.signature(algorithm, message.as_bytes())))
    }

    fn signature(&self, algorithm: &str, message: &[u8]) -> Vec<u8> {
        let random = SystemRandom::new();
        match self {
            Key::Rsa(pair) => {
                let encoding: &dyn RsaEncoding = match algorithm {
                    "RS384" => &RSA_PKCS1_SHA384,
                    "RS512" => &RSA_PKCS1_SHA512,
                    "PS256" => &RSA_PSS_SHA256,
                    "PS384" => &RSA_PSS_SHA384,
                    "PS512" => &RSA_PSS_SHA512,
                    _ => &RSA_PKCS1_SHA256,
                };
                let mut signature = vec![0; pair.public_modulus_len()];
                pair.sign(encoding, &random, message, &mut signature).expect("a signature");
                signature
            }
            Key::P256(pair) | Key::P384(pair) => pair.sign(&random, message).expect("a signature").as_ref().to_vec(),
            Key::Ed(pair) => pair.sign(message).as_ref().to_vec(),
        }
    }

    pub fn sign(&self, header: &Value, payload: &Value) -> String {
        self.sign_raw(header["alg"].as_str().unwrap_or_default(), &header.to_string(), &payload.to_string())
    }

    /// A good token about Ada, signed by the key that is called `id`.
    pub fn token(&self, id: &str) -> String {
        self.sign(&header(self.algorithm(), id), &claims())
    }
}

pub fn header(algorithm: &str, id: &str) -> Value {
    json!({"typ": "at+jwt", "alg": algorithm, "kid": id})
}

/// What a good token says when the tests begin.
pub fn claims() -> Value {
    json!({"iss": ISSUER, "aud": API, "sub": "ada", "exp": START + 600, "tier": "gold"})
}

/// The same with one claim another; null takes it out.
pub fn claims_with(name: &str, value: Value) -> Value {
    let mut claims = claims();
    match value {
        Value::Null => {
            claims.as_object_mut().expect("an object").remove(name);
        }
        value => claims[name] = value,
    }
    claims
}
