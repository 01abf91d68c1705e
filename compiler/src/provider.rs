//! Well-known OAuth services: their URLs, their scopes, and what goes wrong with them.
//!
//! Sources: the services' own documentation, and the issues that are named in the rules.

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
        settings: &[],
        scopes: Some(&["profile", "profile:user_id", "postal_code"]),
        offline_scope: None,
    },
    Preset {
        name: "google",
        title: "Google",
        authorization_url: "https://accounts.google.com/o/oauth2/v2/auth?access_type=offline&prompt=consent",
        token_url: "https://oauth2.googleapis.com/token",
        settings: &[],
        scopes: None,
        offline_scope: None,
    },
    Preset {
        name: "cognito",
        title: "Amazon Cognito",
        authorization_url: "https://{domain}/oauth2/authorize",
        token_url: "https://{domain}/oauth2/token",
        settings: &[domain("rides.auth.eu-west-1.amazoncognito.com")],
        scopes: None,
        offline_scope: None,
    },
    Preset {
        name: "auth0",
        title: "Auth0",
        authorization_url: "https://{domain}/authorize",
        token_url: "https://{domain}/oauth/token",
        settings: &[domain("rides.eu.auth0.com")],
        scopes: None,
        offline_scope: Some("offline_access"),
    },
    Preset {
        name: "okta",
        title: "Okta",
        authorization_url: "https://{domain}/oauth2/{server}/v1/authorize",
        token_url: "https://{domain}/oauth2/{server}/v1/token",
        settings: &[domain("rides.okta.com"), Setting { name: "server", example: "default", default: Some("default") }],
        scopes: None,
        offline_scope: Some("offline_access"),
    },
    Preset {
        name: "microsoft",
        title: "Microsoft Entra ID",
        authorization_url: "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/authorize",
        token_url: "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token",
        settings: &[Setting { name: "tenant", example: "consumers", default: Some("common") }],
        scopes: None,
        offline_scope: Some("offline_access"),
    },
    Preset {
        name: "keycloak",
        title: "Keycloak",
        authorization_url: "https://{domain}/realms/{realm}/protocol/openid-connect/auth",
        token_url: "https://{domain}/realms/{realm}/protocol/openid-connect/token",
        settings: &[domain("login.rides.com"), Setting { name: "realm", example: "riders", default: None }],
        scopes: None,
        offline_scope: Some("offline_access"),
    },
    Preset {
        name: "logto",
        title: "Logto",
        authorization_url: "https://{domain}/oidc/auth",
        token_url: "https://{domain}/oidc/token",
        settings: &[domain("rides.logto.app")],
        scopes: None,
        offline_scope: Some("offline_access"),
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
