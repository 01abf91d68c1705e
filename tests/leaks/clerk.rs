//! A skill whose handlers are as careless with a token as code can be, short of printing it.

use sayso::{Card, Context, LinkedAccount, Response, Result, Speech};
use serde_json::json;

sayso::skill!("leaks/skill.yaml");

/// What is kept of every user, to be found in the store's file.
pub const KEPT: &str = "the clerk was here";

pub struct Clerk;

#[sayso::handlers]
impl skill::Handlers for Clerk {
    async fn launch(&self, cx: &mut Context) -> Result<Response> {
        println!("{:?}", cx.session());
        println!("{:?} {cx:?} {cx:#?}", skill::services(cx));
        Ok(Response::ask(Speech::text("Welcome.")))
    }

    async fn work(&self, cx: &mut Context, account: &LinkedAccount<skill::Work>) -> Result<Response> {
        println!("{:?}", account.claims());
        skill::attributes(cx).write(&json!({"note": KEPT})).await?;
        Ok(Response::tell(Speech::text("It is done.")))
    }

    async fn say(&self, _: &mut Context, account: &LinkedAccount<skill::Say>) -> Result<Response> {
        Ok(Response::tell(Speech::text(account.expose_access_token())))
    }

    async fn show(&self, _: &mut Context, account: &LinkedAccount<skill::Show>) -> Result<Response> {
        Ok(Response::end().card(Card::simple("A token", account.expose_access_token())))
    }

    async fn remember(&self, cx: &mut Context, account: &LinkedAccount<skill::Remember>) -> Result<Response> {
        cx.session().set("token", account.expose_access_token())?;
        Ok(Response::ask(Speech::text("What else?")))
    }

    async fn keep(&self, cx: &mut Context, account: &LinkedAccount<skill::Keep>) -> Result<Response> {
        skill::attributes(cx).write(&json!({"note": account.expose_access_token()})).await?;
        Ok(Response::tell(Speech::text("Kept.")))
    }

    async fn quote(&self, cx: &mut Context, account: &LinkedAccount<skill::Quote>) -> Result<Response> {
        skill::attributes(cx).write(&json!({"note": KEPT})).await?;
        Err(std::io::Error::other(format!("GET /work?token={} was refused", account.expose_access_token())).into())
    }

    async fn shout(&self, _: &mut Context, account: &LinkedAccount<skill::Shout>) -> Result<Response> {
        panic!("the token is {}", account.expose_access_token())
    }

    async fn drop(&self, _: &mut Context, account: &LinkedAccount<skill::Drop>) -> Result<Response> {
        let shouts = Shouts(account.expose_access_token().to_owned());
        std::future::pending::<()>().await;
        Ok(Response::tell(Speech::text(shouts.0.clone())))
    }

    async fn ask(&self, cx: &mut Context, _: &LinkedAccount<skill::Ask>) -> Result<Response> {
        let name = skill::services(cx).given_name().await;
        println!("{name:?}");
        Ok(Response::tell(Speech::text(name?.unwrap_or_default())))
    }
}

/// Panics when a turn is cut short.
struct Shouts(String);

impl Drop for Shouts {
    fn drop(&mut self) {
        panic!("the token was {}", self.0);
    }
}
