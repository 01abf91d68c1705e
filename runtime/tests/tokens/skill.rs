//! A skill whose handlers tell whose account they were given.

use sayso::declare::{Algorithm, Auth, ClientAuthentication, Identity, Intent, Introspection, Jwt, Link, Piece, Skill, Stage, Text, Token};
use sayso::generated::{self, Dispatch, Entry, Halt, Outcome, Turn, run, run_as};
use sayso::token::TellsClaims;
use sayso::{App, LinkedAccount, Response, Speech};

pub const ISSUER: &str = "https://auth.tokens.example/";
pub const KEYS_URL: &str = "https://auth.tokens.example/keys";
pub const INTROSPECTION_URL: &str = "https://auth.tokens.example/introspect";
pub const API: &str = "tokens-api";

pub const JWT: Jwt = Jwt {
    issuer: ISSUER,
    audiences: &["other-api", API],
    keys_url: KEYS_URL,
    algorithms: &[
        Algorithm::RS256,
        Algorithm::RS384,
        Algorithm::RS512,
        Algorithm::PS256,
        Algorithm::PS384,
        Algorithm::PS512,
        Algorithm::ES256,
        Algorithm::ES384,
        Algorithm::EdDSA,
    ],
    ..Jwt::BASE
};

pub const INTROSPECTION: Introspection = Introspection {
    url: INTROSPECTION_URL,
    client_id: "tokens skill",
    client_secret: concat!("file:", env!("CARGO_MANIFEST_DIR"), "/tests/tokens/secret.txt"),
    client_authentication: ClientAuthentication::HttpBasic,
    cache_seconds: 60,
    ..Introspection::BASE
};

static PROMPT: Text = Text { key: "account_linking.prompt", versions: &[&[&[Piece::Ssml("Link in the Alexa app.")]]], by_locale: &[0] };

static INTENTS: &[Intent] = &[
    Intent { name: "Needed", auth: Auth::Required, ..Intent::BASE },
    Intent { name: "Scoped", auth: Auth::Required, scopes: &["rides.read", "rides.request"], ..Intent::BASE },
    Intent { name: "Maybe", auth: Auth::Optional, scopes: &["rides.read"], ..Intent::BASE },
    Intent { name: "Never", ..Intent::BASE },
];

/// The declaration with these tokens. One is leaked for each test.
pub fn declared(token: Token, identity: Identity) -> &'static Skill {
    staged(token, identity, &[])
}

pub fn staged(token: Token, identity: Identity, stages: &'static [Stage]) -> &'static Skill {
    Box::leak(Box::new(Skill {
        application_ids: &["amzn1.ask.skill.tokens", "amzn1.ask.skill.tokens-live"],
        launch: Auth::Optional,
        link: Some(Link { prompt: &PROMPT, voice_forward: false }),
        intents: INTENTS,
        identity,
        token,
        stages,
        ..Skill::BASE
    }))
}

pub fn app(token: Token) -> App {
    of(declared(token, Identity::Account))
}

pub fn of(skill: &'static Skill) -> App {
    generated::app(Tells(skill))
}

struct Tells(&'static Skill);

pub struct Key;

/// The owner of every account here.
pub enum Owner {}
impl TellsClaims<Key> for Owner {}

impl Dispatch for Tells {
    type Key = Key;

    fn skill(&self) -> &'static Skill {
        self.0
    }

    fn dispatch<'a>(&'a self, turn: Turn<'a, Key>) -> Outcome<'a> {
        match turn.entry() {
            Entry::Intent(0 | 1) => tell(Some(turn.linked(Key)?.account())),
            Entry::Launch | Entry::Intent(2) => tell(turn.maybe_linked(Key).account()),
            Entry::Intent(3) => tell(None),
            Entry::SessionEnded(_) => run_as(async { Ok(()) }),
            Entry::Other(_) => run(async { Ok(Response::empty()) }),
            _ => Err(Halt::Unknown),
        }
    }
}

fn tell(account: Option<&LinkedAccount<Owner>>) -> Outcome<'_> {
    run(async move {
        let Some(account) = account else { return Ok(Response::tell(Speech::text("hello stranger"))) };
        let claims = account.claims();
        let tier: Option<String> = claims.get("tier")?;
        let scopes: Vec<&str> = claims.scopes().collect();
        let words = format!("hello {} {} {}", claims.subject().unwrap_or("nobody"), tier.unwrap_or_default(), scopes.join(" "));
        Ok(Response::tell(Speech::text(words)))
    })
}
