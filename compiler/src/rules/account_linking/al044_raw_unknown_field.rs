use crate::diagnostic::Report;
use crate::nearest::nearest;
use crate::rules::account_linking::al043_raw_repeats_key::KEYS;
use crate::rules::rule;
use crate::rules::syntax::sy017_wrong_kind as wrong_kind;
use crate::skill::Skill;
use crate::source::Text;
use crate::yaml::Kind;

rule! {
    /// `amazon.account_linking` has a field that Amazon's request does not know.
    ///
    /// These names go round in old samples and forum answers, or are near misses of real ones. Amazon's service ignores them or refuses
    /// the request with a bare 400. Fields that Sayso does not know are handed over as they are.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// account_linking:
    ///   authorization_url: https://login.friend.dev/authorize
    ///   token_url: https://login.friend.dev/token
    ///   client_id: alexa
    ///   client_secret: env:FRIEND_SECRET
    ///   client_authentication: http_basic
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// amazon:
    ///   account_linking: { accessTokenExpirationInSeconds: 3600 }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// account_linking:
    ///   authorization_url: https://login.friend.dev/authorize
    ///   token_url: https://login.friend.dev/token
    ///   client_id: alexa
    ///   client_secret: env:FRIEND_SECRET
    ///   client_authentication: http_basic
    ///   token_expiration: 3600
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    AL044 "raw-unknown-field" Error Daily
}

/// Names that go round and mean something that has a key of ours.
const WRONG: &[(&str, &str)] = &[
    ("accessTokenExpirationInSeconds", "token_expiration"),
    ("tokenUrl", "token_url"),
    ("authUrl", "authorization_url"),
    ("scope", "scopes"),
];

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(raw) = skill.amazon.account_linking else { return };
    match raw.value.kind() {
        Kind::Mapping(entries) => entries.for_each(|entry| check_key(entry.key, report)),
        Kind::Null | Kind::Broken => {}
        Kind::Scalar(_) | Kind::Sequence(_) => {
            report.push(
                wrong_kind::RULE.at(raw.value.span(), "expected a map of fields of the account-linking request, found something else"),
            );
        }
    }
}

fn check_key(key: Text<'_>, report: &mut Report) {
    let name = key.value;
    let help = if name == "accountLinkingRequest" {
        "the envelope is written by itself; put the fields directly under `amazon.account_linking`".to_owned()
    } else if name == "authenticationFlowInformation" {
        "remove it; the flow follows from `grant`".to_owned()
    } else {
        let Some(ours) = meant(name) else { return };
        format!("write `{ours}` in `account_linking`, and remove it here")
    };
    report.push(RULE.at(key.span, format!("Amazon's account-linking request has no field `{name}` here")).help(help));
}

/// The key of ours for what the name probably means.
fn meant(name: &str) -> Option<&'static str> {
    if name.eq_ignore_ascii_case("clientSecret") || KEYS.iter().any(|(amazon, _)| *amazon == name) {
        return None; // other rules tell
    }
    let all = || KEYS.iter().chain(WRONG);
    let near = nearest(name, all().map(|(amazon, _)| *amazon))?;
    all().find(|(amazon, _)| *amazon == near).map(|(_, ours)| *ours)
}
