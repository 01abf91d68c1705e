//! What the access tokens are: part of the tables, and what the crate needs to check them. References to secrets are written, never secrets.

use super::methods::Method;
use super::writer::{Writer, literal};
use crate::skill::{Given, Introspection, Jwt, Skill, Terms, Token, Tokens, filled};
use crate::source::Text;
use crate::syntax::{Auth, ClientAuthentication, Identity};

/// The fields of `declare::Skill`.
pub(super) fn fields(out: &mut Writer, skill: &Skill<'_>) {
    match skill.identity() {
        Identity::Account => {}
        Identity::Person => out.line("identity: ::sayso::declare::Identity::Person,"),
        Identity::PersonOrAccount => out.line("identity: ::sayso::declare::Identity::PersonOrAccount,"),
    }
    if !skill.checks_tokens() {
        return;
    }
    let base = skill.tokens.iter().find(|tokens| tokens.stage.is_none()).and_then(Value::of);
    write(out, &base);
    let stages = skill.tokens.iter().filter_map(|tokens| Some((tokens.skill_id?, Value::of(tokens))));
    let stages: Vec<_> = stages.filter(|(_, value)| *value != base).collect();
    if !stages.is_empty() {
        out.between("stages: &[", "],", |out| {
            for (id, value) in &stages {
                out.between("::sayso::declare::Stage {", "},", |out| {
                    out.line(format!("application_id: {},", literal(id.value)));
                    write(out, value);
                });
            }
        });
    }
}

/// What the runtime has to be built with, so that a crate in which nothing checks the tokens does not compile.
pub(super) fn needs(out: &mut Writer, skill: &Skill<'_>) {
    let all = || skill.tokens.iter().filter_map(|tokens| tokens.token.as_ref());
    let needs = [
        ("checks_jwts", all().any(|token| matches!(token, Token::Jwt(_)))),
        ("introspects", all().any(|token| matches!(token, Token::Introspection(_)))),
    ];
    for (function, _) in needs.into_iter().filter(|(_, is_needed)| *is_needed) {
        out.gap();
        out.line("/// Access tokens are checked before a handler runs.");
        out.line(format!("const _: () = ::sayso::generated::{function}::<::sayso::generated::Runtime>();"));
    }
}

/// Where tokens are checked, an account tells what they say. The launch, which every skill has, makes the trait this skill's own: some owners
/// are the runtime's. It has to be a public type, since whoever calls `claims` names it without knowing.
pub(super) fn claims(out: &mut Writer, skill: &Skill<'_>, methods: &[Method<'_, '_>]) {
    let owners = || methods.iter().filter(|method| skill.checks_tokens() && method.auth() != Auth::None);
    if owners().next().is_some() {
        out.gap();
    }
    owners().for_each(|method| out.line(format!("impl ::sayso::token::TellsClaims<Launch> for {} {{}}", method.owner)));
}

/// What tokens are that are checked, as the variant, which is also the type of what is in it, and the fields.
#[derive(PartialEq, Eq)]
struct Value {
    variant: &'static str,
    fields: Vec<String>,
}

impl Value {
    fn of(tokens: &Tokens<'_>) -> Option<Value> {
        match tokens.token.as_ref()? {
            Token::Opaque => None,
            Token::Jwt(jwt) => Some(Value { variant: "Jwt", fields: of_jwt(jwt) }),
            Token::Introspection(said) => Some(Value { variant: "Introspection", fields: of_introspection(said) }),
        }
    }
}

fn write(out: &mut Writer, value: &Option<Value>) {
    let Some(Value { variant, fields }) = value else {
        return out.line("token: ::sayso::declare::Token::Opaque,");
    };
    out.between(format!("token: ::sayso::declare::Token::{variant}(::sayso::declare::{variant} {{"), "}),", |out| {
        fields.iter().for_each(|field| out.line(format!("{field},")));
        out.line(format!("..::sayso::declare::{variant}::BASE"));
    });
}

fn of_jwt(jwt: &Jwt<'_>) -> Vec<String> {
    let given = |given: &Option<Given<'_>>| literal(given.as_ref().map_or("", |given| given.value.as_ref()));
    let known = jwt.algorithms.iter().filter_map(|algorithm| algorithm.known);
    let algorithms: Vec<String> = known.map(|algorithm| format!("::sayso::declare::Algorithm::{}", algorithm.word())).collect();
    let mut fields = vec![format!("issuer: {}", given(&jwt.issuer))];
    fields.extend(of_terms(&jwt.terms));
    fields.push(format!("keys_url: {}", given(&jwt.keys_url)));
    fields.push(format!("algorithms: &[{}]", algorithms.join(", ")));
    fields
}

/// For how many seconds an answer counts where nothing is said.
const CACHE_SECONDS: i64 = 30;

fn of_introspection(said: &Introspection<'_>) -> Vec<String> {
    let text = |text: Option<Text<'_>>| literal(text.map_or("", |text| text.value));
    let mut fields = vec![
        format!("url: {}", literal(said.url.as_ref().map_or("", |url| url.value.as_ref()))),
        format!("client_id: {}", text(said.client_id)),
        format!("client_secret: {}", text(said.client_secret)),
    ];
    if said.client_authentication == ClientAuthentication::RequestBody {
        fields.push("client_authentication: ::sayso::declare::ClientAuthentication::RequestBody".to_owned());
    }
    fields.extend(said.issuer.and_then(|issuer| filled(issuer.value)).map(|issuer| some("issuer", issuer)));
    fields.extend(of_terms(&said.terms));
    fields.push(format!("cache_seconds: {}", said.cache_seconds.map_or(CACHE_SECONDS, |seconds| seconds.value.max(0))));
    fields
}

fn of_terms(terms: &Terms<'_>) -> impl Iterator<Item = String> {
    let audiences: Vec<String> = terms.audiences().map(literal).collect();
    let audiences = (!audiences.is_empty()).then(|| format!("audiences: &[{}]", audiences.join(", ")));
    audiences.into_iter().chain(terms.issued_to().map(|client| some("issued_to", client)))
}

fn some(field: &str, text: &str) -> String {
    format!("{field}: ::core::option::Option::Some({})", literal(text))
}
