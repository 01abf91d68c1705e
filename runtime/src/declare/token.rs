//! Whose access token counts, what it is, and how it is checked.

/// Whose token counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Identity {
    /// That of the account that the device belongs to.
    Account,
    /// That of the recognised speaker alone.
    Person,
    /// That of the recognised speaker where there is one, else the account's.
    PersonOrAccount,
}

/// What the access tokens are, and how they are checked.
#[derive(Clone, Copy, Debug)]
pub enum Token {
    /// Nothing is known of them: the service says whether one is good when it is used.
    Opaque,
    /// Signed JSON web tokens (RFC 7519, RFC 9068).
    Jwt(Jwt),
    /// The service is asked what a token is good for (RFC 7662).
    Introspection(Introspection),
}

/// What a valid JWT has, and where the keys are.
#[derive(Clone, Copy, Debug)]
pub struct Jwt {
    /// The claim `iss`.
    pub issuer: &'static str,
    /// The claim `aud` names one of them; with none, `issued_to` binds the token.
    pub audiences: &'static [&'static str],
    /// The client that the token was issued to: the claim `client_id` or `azp`.
    pub issued_to: Option<&'static str>,
    /// Where the service's key set is (RFC 7517).
    pub keys_url: &'static str,
    /// The algorithms that count; what a token says of itself does not.
    pub algorithms: &'static [Algorithm],
}

impl Jwt {
    /// No token has this form.
    pub const BASE: Self = Self { issuer: "", audiences: &[], issued_to: None, keys_url: "", algorithms: &[] };
}

/// A way to sign a JWT (RFC 7518). All of them are asymmetric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Algorithm {
    /// RSASSA-PKCS1-v1_5 with SHA-256.
    RS256,
    /// RSASSA-PKCS1-v1_5 with SHA-384.
    RS384,
    /// RSASSA-PKCS1-v1_5 with SHA-512.
    RS512,
    /// RSASSA-PSS with SHA-256.
    PS256,
    /// RSASSA-PSS with SHA-384.
    PS384,
    /// RSASSA-PSS with SHA-512.
    PS512,
    /// ECDSA on P-256 with SHA-256.
    ES256,
    /// ECDSA on P-384 with SHA-384.
    ES384,
    /// Ed25519.
    EdDSA,
}

/// Where the service is asked, and what a good answer has.
#[derive(Clone, Copy, Debug)]
pub struct Introspection {
    /// The introspection endpoint.
    pub url: &'static str,
    /// The skill's own id at the service.
    pub client_id: &'static str,
    /// Where its secret is: `env:NAME` or `file:PATH`.
    pub client_secret: &'static str,
    /// How the skill authenticates there.
    pub client_authentication: ClientAuthentication,
    /// What `iss` is, where that is declared.
    pub issuer: Option<&'static str>,
    /// What `aud` names one of, where that is declared.
    pub audiences: &'static [&'static str],
    /// What `client_id` is, where that is declared.
    pub issued_to: Option<&'static str>,
    /// How long a good answer counts.
    pub cache_seconds: u64,
}

impl Introspection {
    /// An endpoint that is nowhere.
    pub const BASE: Self = Self {
        url: "",
        client_id: "",
        client_secret: "",
        client_authentication: ClientAuthentication::HttpBasic,
        issuer: None,
        audiences: &[],
        issued_to: None,
        cache_seconds: 0,
    };
}

/// How a client authenticates at its OAuth service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClientAuthentication {
    /// With an `Authorization: Basic` header.
    HttpBasic,
    /// With credentials in the request's body.
    RequestBody,
}

/// A stage with account linking of its own, which has a skill of its own.
#[derive(Clone, Copy, Debug)]
pub struct Stage {
    /// Its skill id.
    pub application_id: &'static str,
    /// What its access tokens are.
    pub token: Token,
}
