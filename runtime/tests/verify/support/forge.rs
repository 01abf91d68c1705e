//! Certificates, right and wrong. Keys are made once, since RSA takes a while.

use std::sync::LazyLock;
use std::time::Duration;

use rcgen::{
    BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair, KeyUsagePurpose, PKCS_RSA_SHA256,
    PublicKeyData,
};
use sayso::fetch::Trust;

use super::NOW;

pub const NAME: &str = "echo-api.amazon.com";

/// The key that signs requests.
pub fn leaf_key() -> &'static KeyPair {
    static KEY: LazyLock<KeyPair> = LazyLock::new(|| KeyPair::generate_for(&PKCS_RSA_SHA256).expect("a key"));
    &KEY
}

/// A key that does not.
pub fn other_key() -> &'static KeyPair {
    static KEY: LazyLock<KeyPair> = LazyLock::new(|| KeyPair::generate_for(&PKCS_RSA_SHA256).expect("a key"));
    &KEY
}

/// Seconds before and after now.
pub struct Validity(pub i64, pub i64);

impl Validity {
    pub const YEAR: Self = Self(-365 * 86400, 365 * 86400);

    pub fn put(&self, params: &mut CertificateParams) {
        let moment =
            |from_now| rcgen::date_time_ymd(1970, 1, 1) + Duration::from_secs(NOW.checked_add_signed(from_now).expect("after 1970"));
        params.not_before = moment(self.0);
        params.not_after = moment(self.1);
    }
}

/// What signs certificates.
pub struct Ca {
    pub pem: String,
    params: CertificateParams,
    issuer: Issuer<'static, KeyPair>,
}

impl Ca {
    pub fn trust(&self) -> Trust {
        Trust::pem(&self.pem).expect("a certificate")
    }

    pub fn sign(&self, params: &CertificateParams, key: &impl PublicKeyData) -> String {
        params.signed_by(key, &self.issuer).expect("a certificate").pem()
    }

    /// The same name and key, vouched for by another.
    pub fn cross(&self, by: &Ca) -> String {
        by.sign(&self.params, self.issuer.key())
    }
}

/// An authority, signed by another or by itself.
pub fn ca(name: &str, by: Option<&Ca>, change: impl FnOnce(&mut CertificateParams)) -> Ca {
    let mut params = CertificateParams::default();
    params.distinguished_name.push(DnType::CommonName, name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    Validity::YEAR.put(&mut params);
    change(&mut params);
    let key = KeyPair::generate().expect("a key");
    let pem = match by {
        Some(by) => by.sign(&params, &key),
        None => params.self_signed(&key).expect("a certificate").pem(),
    };
    Ca { pem, params: params.clone(), issuer: Issuer::new(params, key) }
}

/// The root that the tests trust.
pub fn root() -> &'static Ca {
    static ROOT: LazyLock<Ca> = LazyLock::new(|| ca("Root", None, |_| ()));
    &ROOT
}

/// The authority between.
pub fn middle() -> &'static Ca {
    static MIDDLE: LazyLock<Ca> = LazyLock::new(|| ca("Middle", Some(root()), |_| ()));
    &MIDDLE
}

/// A certificate as Alexa has it, before it is changed.
pub fn leaf(change: impl FnOnce(&mut CertificateParams)) -> CertificateParams {
    let mut params = CertificateParams::new([NAME.to_owned()]).expect("a name");
    params.distinguished_name.push(DnType::CommonName, NAME);
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature, KeyUsagePurpose::KeyEncipherment];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth, ExtendedKeyUsagePurpose::ClientAuth];
    Validity::YEAR.put(&mut params);
    change(&mut params);
    params
}
