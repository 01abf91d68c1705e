//! The passing twin of the compile-fail cases: the same skill, with every handler as it should be.

use sayso::testing::{Conversation, Reply, block_on};
use sayso::{Context, LinkedAccount, OtherRequest, Response, Result, SessionEnded, TokenRejected};
use serde_json::Value;
use skill::{Grants, scope, speech};
use std::sync::Mutex;

sayso::skill!("ui/skill.yaml");

/// Handlers that note what they were given.
#[derive(Default)]
pub struct Twin {
    seen: &'static Seen,
}

/// What handlers were given, for a test to look at.
#[derive(Default)]
pub struct Seen(Mutex<Vec<String>>);

impl Default for &'static Seen {
    fn default() -> Self {
        Box::leak(Box::default())
    }
}

impl Seen {
    fn note(&self, what: impl Into<String>) {
        self.0.lock().unwrap().push(what.into());
    }

    /// Everything so far, in order.
    pub fn all(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}

/// A function of the skill's that needs both scopes; the account of `AMAZON.YesIntent` does not fit.
fn places<I>(account: &LinkedAccount<I>) -> Result<usize>
where
    I: Grants<scope::ProfileRead> + Grants<scope::RidesRequest>,
{
    order(account)
}

/// One that needs one scope, which both intents declare. Its service knows all tokens but one.
fn order(account: &LinkedAccount<impl Grants<scope::RidesRequest>>) -> Result<usize> {
    match account.expose_access_token() {
        "revoked" => Err(TokenRejected.into()),
        token => Ok(token.len()),
    }
}

#[sayso::handlers]
impl skill::Handlers for Twin {
    async fn launch(&self, cx: &mut Context, account: Option<&LinkedAccount<skill::Launch>>) -> Result<Response> {
        self.seen.note(if account.is_some() { "launch, linked" } else { "launch, not linked" });
        cx.session().set("opened", &true)?;
        Ok(Response::ask(speech::welcome()))
    }

    async fn order_ride(&self, _: &mut Context, intent: skill::OrderRide, account: &LinkedAccount<skill::OrderRide>) -> Result<Response> {
        self.seen.note(format!("{intent:?}"));
        let length = places(account)?;
        self.seen.note(format!("order_ride, a token of {length} letters"));
        Ok(Response::ask(speech::ordering(intent.destination)))
    }

    async fn yes(&self, cx: &mut Context, account: &LinkedAccount<skill::Yes>) -> Result<Response> {
        self.seen.note("yes");
        order(account)?;
        let token = account.expose_access_token();
        match token {
            // What a careless handler might do with the token.
            "kept-in-the-session" => cx.session().set("token", token)?,
            "spoken-to-the-user" => return Ok(Response::tell(speech::ordering(token))),
            "written-in-an-error" => return Err(std::io::Error::other(format!("no ride for {token}")).into()),
            "thrown-in-a-panic" => panic!("no ride for {token}"),
            _ => {}
        }
        Ok(Response::tell(speech::ordered(9)))
    }

    async fn availability_by_city(&self, cx: &mut Context, intent: skill::AvailabilityByCity) -> Result<Response> {
        self.seen.note(format!("{cx:?} {intent:?}"));
        let known = [cx.locale(), cx.request_id(), cx.timestamp(), cx.user_id(), cx.person_id(), cx.device_id()];
        self.seen.note(format!("{known:?} {:?}", cx.interfaces().collect::<Vec<_>>()));
        Ok(match intent.city {
            // Not this intent's dialog: that of `OrderRide` begins.
            None => Response::elicit(skill::OrderRide::DESTINATION, speech::ordering("nowhere")),
            Some(_) => Response::delegate::<skill::OrderRide>(),
        })
    }

    async fn session_ended(&self, _: &mut Context, ended: &SessionEnded) -> Result<()> {
        self.seen.note(format!("{ended:?}"));
        Ok(())
    }

    async fn other(&self, _: &mut Context, request: &OtherRequest) -> Result<Response> {
        self.seen.note(format!("{} {} {request:?}", request.kind(), request.json()));
        Ok(Response::tell(speech::goodbye()))
    }
}

/// A user of the twin, and what its handlers were given.
pub fn user() -> (Conversation, &'static Seen) {
    let twin = Twin::default();
    let seen = twin.seen;
    (Conversation::with(skill::app(twin)), seen)
}

/// What the skill answers.
pub fn hear(said: impl IntoFuture<Output = Reply>) -> Reply {
    block_on(said.into_future())
}

/// The answer to a body as it is, and what the handlers were given.
pub fn answer(body: &Value) -> (Value, &'static Seen) {
    let twin = Twin::default();
    let seen = twin.seen;
    let answer = block_on(skill::app(twin).handle(body.to_string().as_bytes())).expect("a request of Alexa's");
    (serde_json::from_slice(&answer).expect("an answer in JSON"), seen)
}

#[test]
fn the_optional_account_is_there_or_not() {
    let (mut talk, seen) = user();
    hear(talk.launch()).assert_open();
    hear(talk.link("ada").launch()).assert_open();
    assert_eq!(seen.all(), ["launch, not linked", "launch, linked"]);
}

#[test]
fn a_linked_user_reaches_the_handler_with_the_account() {
    let (talk, seen) = user();
    hear(talk.link("ada").intent("OrderRide").dialog_completed().slot("destination", "Main Street")).assert_says("Main Street");
    assert_eq!(seen.all()[1], "order_ride, a token of 3 letters");
}
