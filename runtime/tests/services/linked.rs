//! A linked user in front of a skill whose tokens are checked: the keys come from the skill's own service, and the rest from Alexa's.

use sayso::declare::{Algorithm, Auth, Jwt, Link, Piece, Skill, Text, Token};
use sayso::generated::{self, Dispatch, Entry, Outcome, Turn, run, run_as};
use sayso::testing::{Conversation, Issuer};
use sayso::{App, Response, Speech};

use crate::alexa::Alexa;
use crate::small::skill;

static PROMPT: Text = Text { key: "account_linking.prompt", versions: &[&[&[Piece::Ssml("Link first.")]]], by_locale: &[0] };

static SKILL: Skill = Skill {
    launch: Auth::Required,
    link: Some(Link { prompt: &PROMPT, voice_forward: false }),
    token: Token::Jwt(Jwt {
        issuer: "https://auth.services.example/",
        audiences: &["services-api"],
        keys_url: "https://auth.services.example/jwks.json",
        algorithms: &[Algorithm::EdDSA],
        ..Jwt::BASE
    }),
    ..Skill::BASE
};

struct Greets;
struct Key;
enum Owner {}

impl Dispatch for Greets {
    type Key = Key;

    fn skill(&self) -> &'static Skill {
        &SKILL
    }

    fn dispatch<'a>(&'a self, turn: Turn<'a, Key>) -> Outcome<'a> {
        if let Entry::SessionEnded(_) = turn.entry() {
            return run_as(std::future::ready(Ok(())));
        }
        let _ = turn.linked(Key)?.account::<Owner>();
        run(async {
            let name = skill::services(turn.cx).given_name().await?.unwrap_or_default();
            Ok(Response::tell(Speech::text(format!("Hello {name}!"))))
        })
    }
}

fn app() -> App {
    generated::app(Greets)
}

#[tokio::test]
async fn the_service_of_the_skill_and_alexas_stand_side_by_side() {
    let alexa = Alexa::start().await;
    let app = app();
    let issuer = Issuer::of(&app);
    let token = issuer.token("ada").issue();
    let mut talk = Conversation::with(app.fetch(issuer)).services(alexa.clone()).link(token);

    alexa.answers(403, r#"{"code": "ACCESS_DENIED", "message": "Access denied with reason: ACCESS_NOT_REQUESTED"}"#);
    let reply = talk.launch().await;
    assert_eq!(reply.card(), Some("AskForPermissionsConsent"), "{}", reply.json());
    assert_eq!(alexa.asked_once().line, "GET /v2/accounts/~current/settings/Profile.givenName");

    alexa.answers(200, r#""Ada""#);
    talk.launch().await.assert_says("Hello Ada!");
    // Another fake takes the place of the first, and of nothing else.
    let other = Alexa::start().await;
    other.answers(200, r#""Bob""#);
    talk.services(other).launch().await.assert_says("Hello Bob!");
    assert!(alexa.hosts().iter().all(|host| host == "api.amazonalexa.com"), "{:?}", alexa.hosts());
}
