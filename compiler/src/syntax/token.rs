//! `account_linking.token:`: what the access tokens are, and how the skill finds out whether one is valid.

use super::{ClientAuthentication, List, Read, Reader, block, word};
use crate::source::{Span, Spanned, Text};
use crate::yaml::{Kind, Value};

word! {
    /// Whose token counts.
    Identity "an identity" {
        /// That of the account that the device belongs to.
        Account "account" "",
        /// That of the recognised speaker alone.
        Person "person" "",
        /// That of the recognised speaker where there is one, else the account's.
        PersonOrAccount "person_or_account" "",
    }
}

word! {
    /// How a token is signed.
    SigningAlgorithm "an algorithm that tokens can be checked by" {
        /// RSASSA-PKCS1-v1_5 with SHA-256.
        Rs256 "RS256" "",
        /// RSASSA-PKCS1-v1_5 with SHA-384.
        Rs384 "RS384" "",
        /// RSASSA-PKCS1-v1_5 with SHA-512.
        Rs512 "RS512" "",
        /// RSASSA-PSS with SHA-256.
        Ps256 "PS256" "",
        /// RSASSA-PSS with SHA-384.
        Ps384 "PS384" "",
        /// RSASSA-PSS with SHA-512.
        Ps512 "PS512" "",
        /// ECDSA on P-256.
        Es256 "ES256" "",
        /// ECDSA on P-384.
        Es384 "ES384" "",
        /// Ed25519.
        EdDsa "EdDSA" "",
    }
}

block! {
    /// Access tokens that are signed (RFC 7519, RFC 9068): the skill checks them with the keys of the service.
    JwtBlock "`jwt`" {
        /// Who issues the tokens: the claim `iss`, letter for letter. Known for some providers.
        issuer "issuer": Text<'t>,
        /// Whom the tokens are for: the claim `aud` has to name it, or one of a list.
        audience "audience": List<Text<'t>>,
        /// The OAuth client that the tokens are issued to, which is Alexa's: the claim `client_id` (or `azp`). For services whose tokens have no audience, such as Cognito; where they have one, for both to be checked.
        issued_to "issued_to": Text<'t>,
        /// Where the service publishes its keys, a JSON web key set: https. (Discovery calls it `jwks_uri`.) Known for some providers.
        keys_url "keys_url": Text<'t>,
        /// How the tokens may be signed, whatever a token says of itself; `RS256` when nothing is said.
        algorithms "algorithms": List<AlgorithmName<'t>>,
    }
}

block! {
    /// Access tokens of which the service knows whether they are valid (RFC 7662): the skill asks it.
    IntrospectionBlock "`introspection`" {
        /// The introspection endpoint: https. (Discovery calls it `introspection_endpoint`.) Known for some providers.
        url "url": Text<'t>,
        /// The skill's own id at the service, as one that asks about tokens.
        client_id "client_id": Text<'t>,
        /// A reference to its secret, which the skill reads while it runs: `env:NAME` or `file:PATH`. Never the secret itself.
        client_secret "client_secret": Text<'t>,
        /// How the skill authenticates at the endpoint; `http_basic` when nothing is said.
        client_authentication "client_authentication": Spanned<ClientAuthentication>,
        /// Who issued the token: `iss` in the answer has to be this.
        issuer "issuer": Text<'t>,
        /// Whom the token is for: `aud` in the answer has to name it, or one of a list.
        audience "audience": List<Text<'t>>,
        /// The OAuth client that the token was issued to, which is Alexa's: `client_id` in the answer has to be this.
        issued_to "issued_to": Text<'t>,
        /// For how many seconds an answer counts, and a revoked token still works: 0 to 300; 30 when nothing is said.
        cache_seconds "cache_seconds": Spanned<i64>,
    }
}

/// The name of an algorithm, as a token has it.
#[derive(Clone, Copy)]
pub(crate) struct AlgorithmName<'t> {
    pub text: Text<'t>,
    pub known: Option<SigningAlgorithm>,
    /// Whether a rule has to refuse it. What is neither has been reported.
    pub shared: bool,
}

/// Whoever can check these can sign with them too.
const SHARED: &[&str] = &["HS256", "HS384", "HS512", "none"];

impl<'t> Read<'t> for AlgorithmName<'t> {
    fn read(key: Span, value: Value<'t>, cx: &mut Reader<'_>) -> Option<Self> {
        let text = Text::read(key, value, cx)?;
        let known = SigningAlgorithm::from_word(text.value);
        let shared = SHARED.contains(&text.value);
        if known.is_none() && !shared {
            cx.unknown_word(text, "an algorithm that tokens can be checked by", SigningAlgorithm::WORDS);
        }
        Some(AlgorithmName { text, known, shared })
    }
}

/// What the access tokens are.
#[derive(Clone)]
pub(crate) enum TokenDecl<'t> {
    Opaque(Span),
    Jwt(JwtBlock<'t>),
    Introspection(IntrospectionBlock<'t>),
}

/// The words that stand alone, or before their settings.
pub(crate) const TOKENS: &[&str] = &["opaque", "jwt", "introspection"];

impl<'t> Read<'t> for TokenDecl<'t> {
    fn read(key: Span, value: Value<'t>, cx: &mut Reader<'_>) -> Option<Self> {
        let Kind::Mapping(mut entries) = value.kind() else {
            let word = Text::read(key, value, cx)?;
            return match word.value {
                "opaque" => Some(TokenDecl::Opaque(word.span)),
                "jwt" => Some(TokenDecl::Jwt(JwtBlock::empty(word.span))),
                "introspection" => Some(TokenDecl::Introspection(IntrospectionBlock::empty(word.span))),
                _ => {
                    cx.unknown_word(word, "a kind of token", TOKENS);
                    None
                }
            };
        };
        let (Some(entry), None) = (entries.next(), entries.next()) else {
            cx.wrong_kind(value, "`opaque`, or one of `jwt` and `introspection` with its settings");
            return None;
        };
        let place = entry.key.span;
        match entry.key.value {
            "jwt" => JwtBlock::read(place, entry.value, cx).map(TokenDecl::Jwt),
            "introspection" => IntrospectionBlock::read(place, entry.value, cx).map(TokenDecl::Introspection),
            _ => {
                cx.unknown_key(entry.key, "`token`", &["jwt", "introspection"]);
                None
            }
        }
    }
}
