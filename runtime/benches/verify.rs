//! A request whose signature is checked, beside what the mathematics alone takes.

mod order;

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use aws_lc_rs::signature::{ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use criterion::{Criterion, criterion_group, criterion_main};
use rcgen::{KeyPair, PKCS_RSA_SHA256, PublicKeyData, SigningKey};
use sayso::testing::block_on;
use sayso::verify::{Authority, Verifier};

/// 2026-11-22T12:00:00Z, when the request says that it was sent.
const NOW: Duration = Duration::from_secs(1_795_348_800);

fn verify(c: &mut Criterion) {
    // As long as access tokens are that carry claims.
    let body = order::order(&"t".repeat(500));
    let mut group = c.benchmark_group(format!("{} bytes", body.len()));

    let key = KeyPair::generate_for(&PKCS_RSA_SHA256).expect("a key");
    let signature = key.sign(&body).expect("a signature");
    let public = ParsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, key.der_bytes()).expect("a key");
    group.bench_function("floor: RSA-2048 and SHA-256 alone, key parsed once", |b| {
        b.iter(|| public.verify_sig(black_box(&body), black_box(&signature)).expect("it fits"));
    });

    let now = SystemTime::UNIX_EPOCH + NOW;
    let alexa = Arc::new(Authority::at(now).expect("keys"));
    let headers = alexa.sign(&body).expect("a signature");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let builder = || Verifier::builder().trust(alexa.trust()).fetch(Arc::clone(&alexa)).clock(move || now);
    let verifier = builder().build();
    runtime.block_on(verifier.verify(&headers, &body)).expect("it is Alexa's");
    group.bench_function("verified, chain cached", |b| {
        b.iter(|| block_on(verifier.verify(black_box(&headers), black_box(&body))).expect("it is Alexa's"));
    });
    group.bench_function("verified, chain unknown, without the network", |b| {
        b.iter(|| runtime.block_on(builder().build().verify(black_box(&headers), black_box(&body))).expect("it is Alexa's"));
    });
    let mut forged = headers.clone();
    let other = STANDARD.encode(&signature).parse().expect("a value");
    forged.insert("signature-256", other);
    group.bench_function("refused, signature of another key", |b| {
        b.iter(|| block_on(verifier.verify(black_box(&forged), black_box(&body))).expect_err("it is not"));
    });
}

criterion_group!(benches, verify);
criterion_main!(benches);
