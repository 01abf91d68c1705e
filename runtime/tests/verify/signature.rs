//! The signature.

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{
    ParsedPublicKey, RSA_PKCS1_1024_8192_SHA1_FOR_LEGACY_USE_ONLY, RSA_PKCS1_SHA256, RSA_PKCS1_SHA384, RSA_PKCS1_SHA512, RSA_PSS_SHA256,
    RsaEncoding, RsaKeyPair,
};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rcgen::{PKCS_RSA_SHA256, PublicKeyData, SignatureAlgorithm};
use sayso::verify::Rejected;

use crate::support::{Scene, Signed, at, body, launch, leaf, leaf_key, middle, other_key, request};

async fn assert_rejected(signed: &Signed, why: Rejected) {
    assert_eq!(Scene::new().verify(signed).await, Err(why));
}

#[tokio::test]
async fn valid() {
    assert_eq!(Scene::new().verdict().await, Ok(()));
}

#[tokio::test]
async fn wrong_key() {
    assert_rejected(&Signed::by(other_key(), launch()), Rejected::WrongSignature).await;
}

#[tokio::test]
async fn of_another_request() {
    let other = Signed::new(body("LaunchRequest", at(1).into()));
    assert_rejected(&request().with("Signature-256", other.signature()), Rejected::WrongSignature).await;
}

#[tokio::test]
async fn not_base64() {
    for text in ["no base64!", "====", "A", "AAA", "AAAA=", "QQ", "\u{7f}"] {
        let Ok(value) = http::HeaderValue::try_from(text) else { continue };
        let mut signed = request();
        signed.headers.insert("Signature-256", value);
        assert_rejected(&signed, Rejected::MalformedSignature).await;
    }
}

/// The alphabet for URLs, and characters in the last place that say the same as others.
#[tokio::test]
async fn other_base64() {
    let right = request().signature().to_owned();
    assert_rejected(&request().with("Signature-256", &right.replace(['+', '/'], "-")), Rejected::MalformedSignature).await;
    assert_rejected(&request().with("Signature-256", right.trim_end_matches('=')), Rejected::MalformedSignature).await;
}

#[tokio::test]
async fn base64_with_whitespace() {
    let right = request().signature().to_owned();
    for text in [
        format!(" {right}"),
        format!("{right} "),
        format!("{} {}", &right[..64], &right[64..]),
        format!("{}\t{}", &right[..64], &right[64..]),
    ] {
        assert_rejected(&request().with("Signature-256", &text), Rejected::MalformedSignature).await;
    }
}

#[tokio::test]
async fn truncated() {
    let right = STANDARD.decode(request().signature()).expect("base64");
    for length in [0, 1, 128, 255] {
        let short = STANDARD.encode(&right[..length]);
        let why = if length == 0 { Rejected::NoSignature } else { Rejected::WrongSignature };
        assert_rejected(&request().with("Signature-256", &short), why).await;
    }
}

#[tokio::test]
async fn lengthened() {
    let mut long = STANDARD.decode(request().signature()).expect("base64");
    long.push(0);
    assert_rejected(&request().with("Signature-256", &STANDARD.encode(&long)), Rejected::WrongSignature).await;
    long.insert(0, 0);
    assert_rejected(&request().with("Signature-256", &STANDARD.encode(&long)), Rejected::WrongSignature).await;
    let huge = STANDARD.encode(vec![0; 50_000]);
    assert_rejected(&request().with("Signature-256", &huge), Rejected::MalformedSignature).await;
}

#[tokio::test]
async fn zeros_and_ones() {
    for byte in [0, 1, 0xff] {
        assert_rejected(&request().with("Signature-256", &STANDARD.encode([byte; 256])), Rejected::WrongSignature).await;
    }
}

/// The right key with other algorithms.
#[tokio::test]
async fn other_hashes_and_paddings() {
    let key = RsaKeyPair::from_pkcs8(&leaf_key().serialize_der()).expect("a key");
    let by = |algorithm: &'static dyn RsaEncoding| {
        let mut signature = vec![0; key.public_modulus_len()];
        key.sign(algorithm, &SystemRandom::new(), launch().as_bytes(), &mut signature).expect("a signature");
        request().with("Signature-256", &STANDARD.encode(signature))
    };
    for algorithm in [&RSA_PKCS1_SHA384 as &dyn RsaEncoding, &RSA_PKCS1_SHA512, &RSA_PSS_SHA256] {
        assert_rejected(&by(algorithm), Rejected::WrongSignature).await;
    }
    assert_eq!(Scene::new().verify(&by(&RSA_PKCS1_SHA256)).await, Ok(()), "the same key in the way that is right");
}

/// Signed with SHA-1 and with SHA-256 by keys that were thrown away, since no library here signs with SHA-1 or with a key of 1024 bits.
struct Vector {
    key: &'static str,
    sha1: &'static str,
    sha256: &'static str,
}

const VECTOR_BODY: &str = r#"{"request":{"type":"LaunchRequest","timestamp":"2026-11-22T12:00:00Z"}}"#;

const BITS_2048: Vector = Vector {
    key: "MIIBCgKCAQEAvE/UoiSV2KA9CJHi0flk62kroGfXeD283eGraNRag54PgHwV+s/D6sPSSQFDl3cWKKTJy3f9fHF4H9nxp3tgIpOR3sYfmYt+pB2T9TFIOWusp3ocp/nWiqmMG19h\
          FQ2niJm8dlyTcwGnRau2vLUZytBCHVWNHYmAuijqKmjZISoYEVTRYBLzwEUbPOQbFGCXOvSnMNr6hLentdUdROhCzlkKTwOg5/RDQwqeCX2mm99TfEeUmc1U1HBJ43zcpwqr\
          OAD0V+jC8o9j4TVRIWKy15OIZIuPyLn1QoRUWPMBNmP4KfCFgEtlYCI0H04CYnKfBLWDwGrYY/YPSpgFelJgTwIDAQAB",
    sha1: "lSYE/GaK2mQGjWB8lgXzsj7gfD5XRbPYe9Wu8qpOM8Sv+sG0wTHzUDsNOmwCisDLJZ9HTr1zFb2zA/bAJHI33yTm/C4/YQEhApCa3G7YYHobYcVCpa8tHpzLmPudCLYdGbnH\
           yEkI9gc7BpPwrt3adYsHHoDYQIGkdsR218G7YDIZ0SvrP4RyL4n2BLIVPDnP15eT3XJK1EpDTgqiyIp2+KLgXv5qG1sexpD3G3sJGQsxDQXVK0luRn+cLi2PzpOg3EZPSdE9\
           pBB96AEcLPpSjaK5kYJCrNNHWzankMJGpOMyRg53VctoQ4GCF/TKrqkFMjsQy2wyXie6dZvzcnu1GA==",
    sha256: "V+3vd1P9mGRybsf+kdpBdW1GRpBepGBRgdZ1nsYxnbes8zKJCqfzxUUKPeGuLJIU/cKnCEP1RhhsIEUqyUiYNUuJppRTc3fhHuCdr880rHQVa04oZNX56cGWa4QCzDO+pTGM\
             g+W4RmM/ih91L8BQxLau4RO6igXobQ4MEyC7nc8l1UkyS0XnpPt/ufwyjQ7AEyh0sFnEkETxs7yCnhfcO2v+NiLfhvrv2N3t3e09UZQw05T3CysGQxkTu/syP2sD/ZKAQ1tQ\
             CeZMQapLwxS4iuk8FON134cKMU3dq8Pp0HdB/t3wIVSeALRnQjh0oK3Vdt5HP7QkudkMuMykdA9wyA==",
};

const BITS_1024: Vector = Vector {
    key: "MIGJAoGBANXO6BK6L3F5JcYCA7nTQKWpk1EwobAvFW3KHR5cAtz0nCfG1ci4e70X0yKWkVrE5+u8L9Wln8OQGF58yuWf9+q7LUY0y0Ft/Q35NgZgSlbxZLC1gJ2I0rgE1IOJ6q4t\
          Mv0kcPxXdjJPG8Ne1Klj9kWHgo8Cw1CJCQK5QAwKLrlvAgMBAAE=",
    sha1: "srEaVQMWqYW8vh29MYm41aP84e36h1swNNgJOyoV7ecxJ7mQ1ZekNKj8Mog9il2XYwgvxj6EPqHO1t43cWlrEr2U8H+KWZ3AltMifn+2qHlyKwG6P7veAlEjjPdHBlutw/iW\
           VDUAYknHY5ILR47Zeqg8j4xZaF3UQ4ggKqHq97U=",
    sha256: "M6lJD8o7J6y2zSHDm3mEUFjti517ma74CevfrNvop/lsuscO+E02ZQ3MZIQCiBvvLelEQCl5XhUxA9FRUf7ZuZgTpIq+0sLx0BmCeLQzgbMjd9WBJGg1QZNkU4AzooykK1QI\
             E/RfyuCv8zGVwEfLngHIfWjJaYoBGyW+Ks5JDBI=",
};

impl Vector {
    fn der(&self) -> Vec<u8> {
        STANDARD.decode(self.key).expect("base64")
    }

    /// A scene whose leaf has this key.
    fn scene(&self) -> Scene {
        Scene::of(&(middle().sign(&leaf(|_| ()), &Public(self.der())) + &middle().pem))
    }

    fn signed(signature: &str) -> Signed {
        Signed::new(VECTOR_BODY).with("Signature-256", signature)
    }
}

struct Public(Vec<u8>);

impl PublicKeyData for Public {
    fn der_bytes(&self) -> &[u8] {
        &self.0
    }

    fn algorithm(&self) -> &'static SignatureAlgorithm {
        &PKCS_RSA_SHA256
    }
}

#[tokio::test]
async fn sha1_signature_in_the_sha256_header() {
    let (scene, key) = (BITS_2048.scene(), BITS_2048.der());
    let sha1 = ParsedPublicKey::new(&RSA_PKCS1_1024_8192_SHA1_FOR_LEGACY_USE_ONLY, &key).expect("a key");
    sha1.verify_sig(VECTOR_BODY.as_bytes(), &STANDARD.decode(BITS_2048.sha1).expect("base64")).expect("it is a SHA-1 signature");
    assert_eq!(scene.verify(&Vector::signed(BITS_2048.sha256)).await, Ok(()));
    assert_eq!(scene.verify(&Vector::signed(BITS_2048.sha1)).await, Err(Rejected::WrongSignature));
}

#[tokio::test]
async fn a_key_of_1024_bits() {
    let (scene, key) = (BITS_1024.scene(), BITS_1024.der());
    let sha1 = ParsedPublicKey::new(&RSA_PKCS1_1024_8192_SHA1_FOR_LEGACY_USE_ONLY, &key).expect("a key");
    sha1.verify_sig(VECTOR_BODY.as_bytes(), &STANDARD.decode(BITS_1024.sha1).expect("base64")).expect("it is a SHA-1 signature");
    // The library reads such a key, and believes nothing that it signed.
    assert_eq!(scene.verify(&Vector::signed(BITS_1024.sha256)).await, Err(Rejected::WrongSignature));
}

#[tokio::test]
async fn body_altered_by_one_byte() {
    let mut signed = request();
    *signed.body.last_mut().expect("a body") = b' ';
    assert_rejected(&signed, Rejected::WrongSignature).await;
    let mut signed = request();
    signed.body.push(b' ');
    assert_rejected(&signed, Rejected::WrongSignature).await;
    let mut signed = request();
    signed.body.pop();
    assert_rejected(&signed, Rejected::WrongSignature).await;
}

#[tokio::test]
async fn body_with_two_and_three_byte_utf_8() {
    for word in ["Köln", "東京", "🚕", "\u{2028}", "e\u{301}"] {
        let text = launch().replace("\"en-US\"", &format!("\"{word}\""));
        assert_eq!(Scene::new().verify(&Signed::new(text)).await, Ok(()), "{word}");
    }
}

/// Latin-1 in the place of UTF-8 fits its own signature, but is no request.
#[tokio::test]
async fn body_that_is_not_utf_8() {
    let mut bytes = launch().into_bytes();
    let at = bytes.len() - 4;
    bytes.insert(at, 0xf6);
    assert_rejected(&Signed::new(bytes), Rejected::MalformedBody).await;
}

#[tokio::test]
async fn body_with_a_bom() {
    let mut added = request();
    added.body.splice(0..0, *b"\xef\xbb\xbf");
    assert_rejected(&added, Rejected::WrongSignature).await;
    assert_rejected(&Signed::new(format!("\u{feff}{}", launch())), Rejected::MalformedBody).await;
}

#[tokio::test]
async fn reserialized_body() {
    let spaced = launch().replace("\":", "\": ");
    let mut signed = Signed::new(spaced.clone());
    assert_eq!(Scene::new().verify(&signed).await, Ok(()), "as it came");
    let value: serde_json::Value = serde_json::from_str(&spaced).expect("JSON");
    signed.body = value.to_string().into_bytes();
    assert_rejected(&signed, Rejected::WrongSignature).await;
}

#[tokio::test]
async fn empty_body() {
    let mut emptied = request();
    emptied.body.clear();
    assert_rejected(&emptied, Rejected::WrongSignature).await;
    assert_rejected(&Signed::new(""), Rejected::MalformedBody).await;
}

/// What is signed by Alexa and still no request.
#[tokio::test]
async fn body_that_is_no_request() {
    for text in ["null", "[]", "{}", "{\"request\":", "{\"request\":{}}{}", "\u{0}"] {
        assert_rejected(&Signed::new(text), Rejected::MalformedBody).await;
    }
}
