//! Well-known OAuth services: their URLs, their scopes, and what goes wrong with them.
//!
//! Sources: the services' own documentation, and the issues that are named in the rules.

use crate::syntax::SigningAlgorithm;

/// An OAuth service whose URLs and scopes are known.
#[derive(PartialEq, Eq, Debug)]
pub struct Preset {
    /// Its name in skill.yaml.
    pub name: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// The login page; `{setting}` is filled in.
    pub authorization_url: &'static str,
    /// The token endpoint; `{setting}` is filled in.
    pub token_url: &'static str,
    /// What the URLs depend on.
    pub settings: &'static [Setting],
    /// All scopes there are, where that is a fixed list.
    pub scopes: Option<&'static [&'static str]>,
    /// The scope without which there is no refresh token.
    pub offline_scope: Option<&'static str>,
    /// Whether access tokens are for the service's own use, so that nobody else can check them.
    pub opaque: bool,
    /// Who issues tokens, letter for letter; `{setting}` is filled in. `None` depends on more than the URLs do.
    pub issuer: Option<&'static str>,
    /// Where the keys are.
    pub keys_url: Option<&'static str>,
    /// Where tokens can be asked about.
    pub introspection_url: Option<&'static str>,
    /// How tokens are signed, unless the service is told otherwise.
    pub algorithm: SigningAlgorithm,
}

/// What a URL of a service depends on.
#[derive(PartialEq, Eq, Debug)]
pub struct Setting {
    /// Its name in skill.yaml.
    pub name: &'static str,
    /// An example.
    pub example: &'static str,
    /// What holds when it is not given; `None`: it must be.
    pub default: Option<&'static str>,
}

impl Preset {
    /// A service of which nothing is known.
    const BASE: Preset = Preset {
        name: "",
        title: "",
        authorization_url: "",
        token_url: "",
        settings: &[],
        scopes: None,
        offline_scope: None,
        opaque: false,
        issuer: None,
        keys_url: None,
        introspection_url: None,
        algorithm: SigningAlgorithm::Rs256,
    };
}

const fn domain(example: &'static str) -> Setting {
    Setting { name: "domain", example, default: None }
}

/// The services, by their names.
pub const PRESETS: &[Preset] = &[
    Preset {
        name: "login_with_amazon",
        title: "Login with Amazon",
        authorization_url: "https://www.amazon.com/ap/oa",
        token_url: "https://api.amazon.com/auth/o2/token",
        scopes: Some(&["profile", "profile:user_id", "postal_code"]),
        opaque: true,
        ..Preset::BASE
    },
    Preset {
        name: "google",
        title: "Google",
        authorization_url: "https://accounts.google.com/o/oauth2/v2/auth?access_type=offline&prompt=consent",
        token_url: "https://oauth2.googleapis.com/token",
        opaque: true,
        ..Preset::BASE
    },
    Preset {
        name: "cognito",
        title: "Amazon Cognito",
        authorization_url: "https://{domain}/oauth2/authorize",
        token_url: "https://{domain}/oauth2/token",
        settings: &[domain("rides.auth.eu-west-1.amazoncognito.com")],
        ..Preset::BASE
    },
    Preset {
        name: "auth0",
        title: "Auth0",
        authorization_url: "https://{domain}/authorize",
        token_url: "https://{domain}/oauth/token",
        settings: &[domain("rides.eu.auth0.com")],
        offline_scope: Some("offline_access"),
        issuer: Some("https://{domain}/"),
        keys_url: Some("https://{domain}/.well-known/jwks.json"),
        ..Preset::BASE
    },
    Preset {
        name: "okta",
        title: "Okta",
        authorization_url: "https://{domain}/oauth2/{server}/v1/authorize",
        token_url: "https://{domain}/oauth2/{server}/v1/token",
        settings: &[domain("rides.okta.com"), Setting { name: "server", example: "default", default: Some("default") }],
        offline_scope: Some("offline_access"),
        issuer: Some("https://{domain}/oauth2/{server}"),
        keys_url: Some("https://{domain}/oauth2/{server}/v1/keys"),
        introspection_url: Some("https://{domain}/oauth2/{server}/v1/introspect"),
        ..Preset::BASE
    },
    Preset {
        name: "microsoft",
        title: "Microsoft Entra ID",
        authorization_url: "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/authorize",
        token_url: "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token",
        settings: &[Setting { name: "tenant", example: "consumers", default: Some("common") }],
        offline_scope: Some("offline_access"),
        // The issuer has the tenant's number, which may be called by a name here, and an older form where an API asks for it.
        keys_url: Some("https://login.microsoftonline.com/{tenant}/discovery/v2.0/keys"),
        ..Preset::BASE
    },
    Preset {
        name: "keycloak",
        title: "Keycloak",
        authorization_url: "https://{domain}/realms/{realm}/protocol/openid-connect/auth",
        token_url: "https://{domain}/realms/{realm}/protocol/openid-connect/token",
        settings: &[domain("login.rides.com"), Setting { name: "realm", example: "riders", default: None }],
        offline_scope: Some("offline_access"),
        issuer: Some("https://{domain}/realms/{realm}"),
        keys_url: Some("https://{domain}/realms/{realm}/protocol/openid-connect/certs"),
        introspection_url: Some("https://{domain}/realms/{realm}/protocol/openid-connect/token/introspect"),
        ..Preset::BASE
    },
    Preset {
        name: "logto",
        title: "Logto",
        authorization_url: "https://{domain}/oidc/auth",
        token_url: "https://{domain}/oidc/token",
        settings: &[domain("rides.logto.app")],
        offline_scope: Some("offline_access"),
        issuer: Some("https://{domain}/oidc"),
        keys_url: Some("https://{domain}/oidc/jwks"),
        introspection_url: Some("https://{domain}/oidc/token/introspection"),
        algorithm: SigningAlgorithm::Es384,
        ..Preset::BASE
    },
];

/// The service of that name.
pub fn preset(name: &str) -> Option<&'static Preset> {
    PRESETS.iter().find(|preset| preset.name == name)
}

/// The service that a URL belongs to, where its host alone tells.
pub fn preset_of_url(url: &str) -> Option<&'static Preset> {
    let host = url.strip_prefix("https://")?.split(['/', '?', ':']).next()?;
    match host {
        "www.amazon.com" | "api.amazon.com" | "eu.account.amazon.com" | "apac.account.amazon.com" => preset("login_with_amazon"),
        "accounts.google.com" => preset("google"),
        "login.microsoftonline.com" => preset("microsoft"),
        _ if host.ends_with(".amazoncognito.com") => preset("cognito"),
        _ if host.ends_with(".auth0.com") => preset("auth0"),
        _ if host.ends_with(".okta.com") => preset("okta"),
        _ if host.ends_with(".logto.app") => preset("logto"),
        _ => None,
    }
}
