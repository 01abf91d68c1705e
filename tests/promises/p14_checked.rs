//! Promise 14: where skill.yaml says what access tokens are, one that is not valid counts as none.

use crate::twin::hear;
use sayso::testing::{Conversation, Issuer};
use sayso::token::Claims;
use sayso::{Context, LinkedAccount, Response, Result};
use skill::{Grants, scope, speech};
use std::time::{Duration, SystemTime};

sayso::skill!("ui/checked/skill.yaml");

struct Checked;

/// A function for any intent that grants the scope and tells its claims.
fn rider<I: Grants<scope::RidesRequest>>(_: &LinkedAccount<I>, claims: &Claims) -> String {
    claims.subject().unwrap_or("nobody").to_owned()
}

#[sayso::handlers]
impl skill::Handlers for Checked {
    async fn launch(&self, _: &mut Context, account: Option<&LinkedAccount<skill::Launch>>) -> Result<Response> {
        let known = account.and_then(|account| account.claims().subject());
        Ok(if known.is_some() { Response::ask(speech::welcome()) } else { Response::end() })
    }

    async fn work(&self, _: &mut Context, account: &LinkedAccount<skill::Work>) -> Result<Response> {
        let tier: Option<String> = account.claims().get("tier")?;
        Ok(Response::tell(speech::ordered(tier.unwrap_or_default(), rider(account, account.claims()))))
    }
}

#[test]
fn a_valid_token_is_let_through_and_tells_its_claims() {
    let app = skill::app(Checked);
    let issuer = Issuer::of(&app);
    let token = issuer.token("ada").scopes(["rides.request"]).claim("tier", "gold").issue();
    let mut talk = Conversation::with(app.fetch(issuer)).link(token);
    hear(talk.intent("Work")).assert_says("Your gold ride to work is ordered, ada.");
    hear(talk.launch()).assert_open();
}

#[test]
fn a_token_that_is_not_valid_is_none() {
    let app = skill::app(Checked);
    let issuer = Issuer::of(&app);
    let stranger = Issuer::of(&app);
    let app = app.fetch(issuer.clone());
    let later = app.clone().clock(|| SystemTime::now() + Duration::from_secs(7200));
    for (app, token) in [
        (&app, issuer.token("ada").expired().issue()),
        (&app, issuer.token("ada").claim("aud", "another").issue()),
        (&app, issuer.token("ada").scopes(["profile.read"]).issue()),
        (&app, stranger.token("ada").issue()),
        (&app, "any text".to_owned()),
        (&later, issuer.token("ada").issue()),
    ] {
        hear(Conversation::with(app.clone()).link(token).intent("Work")).assert_asks_to_link();
    }
}

#[test]
fn where_nobody_can_tell_nobody_is_let_through() {
    let app = skill::app(Checked);
    let token = Issuer::of(&app).token("ada").issue();
    // Nothing plays the service, and there is none at that address.
    let reply = hear(Conversation::with(app.fetch(Nobody)).link(token).intent("Work"));
    reply.assert_says("something went wrong").assert_ended();
    assert_eq!(reply.card(), None);
}

struct Nobody;

impl sayso::fetch::Fetch for Nobody {
    fn fetch<'a>(&'a self, _: http::Request<Vec<u8>>, _: sayso::fetch::Limits) -> sayso::fetch::Fetching<'a> {
        Box::pin(std::future::ready(Err(sayso::fetch::FetchError::Unreachable)))
    }
}
