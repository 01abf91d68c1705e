//! The linking policy of a skill, as data.

use sayso_compiler::builtin::Account;
use sayso_compiler::skill::{Intent, Need, Skill, Subject};
use serde::Serialize;

/// Changes when a field changes its meaning or goes away; a new field alone does not change it.
const SCHEMA_VERSION: u32 = 1;

/// Who needs a linked account, and for what.
#[derive(Serialize)]
pub struct Policy<'s> {
    pub schema_version: u32,
    /// Whether users link an account before they can use the skill at all; `None` without account linking.
    pub enablement: Option<&'static str>,
    /// The launch, the intents in the order of the file, the tasks, then the further requests that can carry an account.
    pub requests: Vec<Request<'s>>,
    /// The declared scopes.
    pub scopes: Vec<Scope<'s>>,
    /// What an unlinked user hears who reaches an intent that needs an account, in each locale.
    pub prompts: Vec<Prompt<'s>>,
}

/// Something that a user can ask for.
#[derive(Serialize)]
pub struct Request<'s> {
    /// The intent, the task or the request's type, or `launch`.
    pub name: &'s str,
    /// `none`, `optional` or `required`.
    pub auth: &'static str,
    /// Whether skill.yaml says so, or it follows from the defaults.
    pub declared: bool,
    /// The OAuth scopes that the handler uses.
    pub scopes: Vec<&'s str>,
    /// The locales that have it.
    pub locales: Vec<&'s str>,
    /// What a user without a linked account gets.
    pub unlinked: &'static str,
}

/// An OAuth scope.
#[derive(Serialize)]
pub struct Scope<'s> {
    pub name: &'s str,
    pub why: Option<&'s str>,
    /// The requests whose handlers use it.
    pub used_by: Vec<&'s str>,
}

/// The prompt of one locale.
#[derive(Serialize)]
pub struct Prompt<'s> {
    pub locale: &'s str,
    pub text: &'s str,
}

impl<'s> Policy<'s> {
    /// The policy of a skill.
    pub fn of(skill: &'s Skill<'s>) -> Policy<'s> {
        let by_voice = skill.linking.as_ref().and_then(|linking| linking.voice_forward).is_some_and(|said| said.value);
        let all: Vec<&str> = skill.locales.iter().map(|locale| locale.tag.value).collect();
        let requests: Vec<Request<'_>> = skill
            .needs()
            .filter(|(subject, _)| carries_account(*subject))
            .map(|(subject, need)| {
                let locales = subject.intent().map_or_else(|| all.clone(), |intent| locales(skill, intent));
                Request::new(subject, need, locales, by_voice)
            })
            .collect();
        let linking = skill.linking.as_ref();
        let scopes = linking.map(|linking| &linking.scopes[..]).unwrap_or_default();
        Policy {
            schema_version: SCHEMA_VERSION,
            enablement: linking.map(|linking| linking.enablement.map_or("required", |said| said.value.word())),
            scopes: scopes.iter().map(|scope| Scope::new(scope.name.value, scope.why.map(|why| why.value), &requests)).collect(),
            prompts: prompts(skill),
            requests,
        }
    }
}

impl<'s> Request<'s> {
    fn new(subject: Subject<'_, 's>, need: &'s Need<'s>, locales: Vec<&'s str>, by_voice: bool) -> Self {
        let name = subject.name().unwrap_or("launch");
        let auth = need.auth.value.word();
        let unlinked = match auth {
            "required" if !subject.shows_card() => "gets nothing: the request belongs to no session",
            "required" if by_voice => "is offered to link by voice",
            "required" => "hears the prompt, gets the LinkAccount card",
            "optional" => "can use it, without the account",
            _ => "can use it",
        };
        let scopes = need.scopes.iter().map(|scope| scope.value).collect();
        Request { name, auth, declared: need.declared, scopes, locales, unlinked }
    }
}

impl<'s> Scope<'s> {
    fn new(name: &'s str, why: Option<&'s str>, requests: &[Request<'s>]) -> Self {
        let used_by = requests.iter().filter(|request| request.scopes.contains(&name)).map(|request| request.name).collect();
        Scope { name, why, used_by }
    }
}

/// Whether a request can carry an account at all; most events cannot.
fn carries_account(subject: Subject<'_, '_>) -> bool {
    !matches!(subject, Subject::Request(request) if request.known.account == Account::Never)
}

fn locales<'s>(skill: &'s Skill<'s>, intent: &Intent<'_>) -> Vec<&'s str> {
    let all = skill.locales.iter().enumerate();
    all.filter(|(index, _)| intent.locales.has(*index)).map(|(_, locale)| locale.tag.value).collect()
}

fn prompts<'s>(skill: &'s Skill<'s>) -> Vec<Prompt<'s>> {
    let pairs = skill.locales.iter().zip(&skill.linking_prompts);
    pairs.filter_map(|(locale, prompt)| Some(Prompt { locale: locale.tag.value, text: prompt.as_ref()?.value })).collect()
}
