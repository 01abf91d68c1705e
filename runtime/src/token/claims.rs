//! What a valid access token says.

use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// What a valid access token says: about the user, and about itself.
///
/// It comes with the linked account, where the skill's tokens are checked. It is lent for the turn, and its `Debug` shows
/// no values.
///
/// ```
/// # use sayso::token::Claims;
/// fn tier(claims: &Claims) -> String {
///     match claims.get::<String>("https://rides.example/tier") {
///         Ok(Some(tier)) => tier,
///         _ => "basic".to_owned(),
///     }
/// }
/// ```
pub struct Claims {
    pub(super) subject: Option<String>,
    pub(super) issuer: Option<String>,
    pub(super) audiences: Vec<String>,
    pub(super) client_id: Option<String>,
    pub(super) scopes: Option<Scopes>,
    pub(super) expiry: Option<u64>,
    #[cfg(any(feature = "jwt", feature = "introspection"))]
    pub(super) not_before: Option<u64>,
    pub(super) all: Map<String, Value>,
}

/// The scopes, and whether they are written without the resource that they are for.
pub(super) struct Scopes {
    pub(super) names: Vec<String>,
    pub(super) short: bool,
}

/// A claim is there, and of another type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClaimError(());

/// An intent, or the launch, whose account tells its claims. All of a skill do that say what access tokens are, and none of another.
///
/// A function that reads the claims of several intents asks for it. `S` is the skill, of which there is hardly more than one:
///
/// ```
/// use sayso::LinkedAccount;
/// use sayso::token::TellsClaims;
///
/// fn rider<S, I: TellsClaims<S>>(account: &LinkedAccount<I>) -> Option<&str> {
///     account.claims().subject()
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "the account of `{Self}` has no claims",
    label = "nothing is known of this token but its text",
    note = "say in skill.yaml how tokens are checked: `account_linking.token` with `jwt` or with `introspection`",
    note = "a function for the accounts of several intents asks for `I: sayso::token::TellsClaims<S>`"
)]
pub trait TellsClaims<Skill> {}

impl Claims {
    /// What an opaque token says.
    pub(super) fn none() -> Self {
        Self {
            subject: None,
            issuer: None,
            audiences: Vec::new(),
            client_id: None,
            scopes: None,
            expiry: None,
            #[cfg(any(feature = "jwt", feature = "introspection"))]
            not_before: None,
            all: Map::new(),
        }
    }

    /// Whom the token is about: the user, by the service's own id (`sub`).
    #[must_use]
    pub fn subject(&self) -> Option<&str> {
        self.subject.as_deref()
    }

    /// Who issued the token (`iss`).
    #[must_use]
    pub fn issuer(&self) -> Option<&str> {
        self.issuer.as_deref()
    }

    /// Whom the token is for (`aud`).
    pub fn audiences(&self) -> impl Iterator<Item = &str> {
        self.audiences.iter().map(String::as_str)
    }

    /// The scopes that the user granted (`scope`, or `scp` as some services call it); none where the token does not tell.
    pub fn scopes(&self) -> impl Iterator<Item = &str> {
        self.scopes.iter().flat_map(|scopes| &scopes.names).map(String::as_str)
    }

    /// When the token expires (`exp`).
    #[must_use]
    pub fn expires_at(&self) -> Option<SystemTime> {
        UNIX_EPOCH.checked_add(Duration::from_secs(self.expiry?))
    }

    /// The client that the token was issued to (`client_id`, or `azp` or `cid` as some services call it).
    #[must_use]
    pub fn client_id(&self) -> Option<&str> {
        self.client_id.as_deref()
    }

    /// Any claim, by its name; `None` where the token does not have it.
    ///
    /// # Errors
    /// If the claim is of another type.
    pub fn get<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, ClaimError> {
        self.all.get(name).map(T::deserialize).transpose().map_err(|_| ClaimError(()))
    }

    /// The first of the declared scopes that the token does not grant. A token that does not tell its scopes lacks none.
    pub(crate) fn lacks(&self, declared: &'static [&'static str]) -> Option<&'static str> {
        let scopes = self.scopes.as_ref()?;
        declared.iter().copied().find(|declared| !scopes.grant(declared))
    }
}

impl Scopes {
    fn grant(&self, declared: &str) -> bool {
        let has = |name: &str| self.names.iter().any(|granted| granted == name);
        has(declared) || self.short && declared.rsplit_once('/').is_some_and(|(_, short)| has(short))
    }
}

impl fmt::Debug for Claims {
    /// The values are personal, so only the names show.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&String> = self.all.keys().collect();
        f.debug_tuple("Claims").field(&names).finish()
    }
}

impl fmt::Display for ClaimError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the claim has another type")
    }
}

impl std::error::Error for ClaimError {}
