//! The methods of a skill's trait, one for each request that it can get, and what each takes and answers. The trait, the dispatcher and
//! `#[sayso::handlers]` are written from this one list.

use super::handlers::{Provided, provided};
use super::writer::code;
use crate::builtin::{Answer, Cause};
use crate::skill::{Intent, Need, Request, Skill, Task};
use crate::syntax::{Auth, WhenDisabled};

/// A method of the trait.
pub(super) struct Method<'a, 's> {
    /// The runtime's entry that leads to it, such as `Intent(3)`.
    pub entry: String,
    /// What it is called.
    pub name: &'a str,
    /// The key path in skill.yaml, for messages; after a `#`, what it is about where the path does not say so.
    pub path: String,
    /// What it answers, such as "the intent `OrderRide`".
    pub about: String,
    /// The type that owns the linked account, as a path in `mod skill`.
    pub owner: String,
    /// What it takes beside the account.
    pub value: Option<Value<'a, 's>>,
    /// What it needs of the account.
    pub need: &'a Need<'s>,
    /// The type of its answer, as a path in `mod skill`; `None` is a response.
    pub answer: Option<String>,
    /// The body that the trait has for it.
    pub provided: Option<Provided>,
    /// Whether the intent has a dialog.
    pub dialog: bool,
}

/// What a method takes beside the account.
#[derive(Clone, Copy)]
pub(super) enum Value<'a, 's> {
    /// The slots of an intent; the type is the owner of the account.
    Intent(&'a Intent<'s>),
    /// A request; the type is the owner of the account.
    Request,
    /// What a task is started with.
    Task,
}

impl Value<'_, '_> {
    /// What the parameter is called.
    pub fn name(self) -> &'static str {
        match self {
            Value::Intent(_) => "intent",
            Value::Request => "request",
            Value::Task => "task",
        }
    }
}

impl Method<'_, '_> {
    /// The type of what it takes beside the account, as a path in `mod skill`.
    pub fn value_type(&self) -> Option<&str> {
        self.value.map(|value| if matches!(value, Value::Task) { "task::Task" } else { self.owner.as_str() })
    }

    /// What it needs of the account.
    pub fn auth(&self) -> Auth {
        self.need.auth.value
    }
}

/// All methods, in the order of the trait.
pub(super) fn methods<'a, 's>(skill: &'a Skill<'s>) -> Vec<Method<'a, 's>> {
    let intents = skill.intents.iter().enumerate().map(|(place, intent)| of_intent(skill, place, intent));
    let tasks = skill.tasks.iter().enumerate().map(|(place, task)| of_task(place, task));
    let requests = skill.requests.iter().enumerate().map(|(at, request)| of_request(skill, at, request));
    std::iter::once(of_launch(skill)).chain(intents).chain(tasks).chain(requests).collect()
}

fn of_launch<'a, 's>(skill: &'a Skill<'s>) -> Method<'a, 's> {
    Method {
        entry: "Launch".to_owned(),
        name: "launch",
        path: "launch".to_owned(),
        about: "the launch of the skill".to_owned(),
        owner: "Launch".to_owned(),
        value: None,
        need: &skill.launch,
        answer: None,
        provided: None,
        dialog: false,
    }
}

fn of_intent<'a, 's>(skill: &'a Skill<'s>, place: usize, intent: &'a Intent<'s>) -> Method<'a, 's> {
    Method {
        entry: format!("Intent({place})"),
        name: &intent.rust.name,
        path: format!("intents.{}", intent.name.value),
        about: format!("the intent {}", code(intent.name.value)),
        owner: intent.rust_type.clone(),
        value: intent.has_fields().then_some(Value::Intent(intent)),
        need: &intent.need,
        answer: None,
        provided: provided(skill, intent),
        dialog: intent.has_fields() && intent.has_dialog(),
    }
}

fn of_task<'a, 's>(place: usize, task: &'a Task<'s>) -> Method<'a, 's> {
    Method {
        entry: format!("Task({place})"),
        name: &task.rust.name,
        path: format!("tasks#task `{}`", task.name.value),
        about: format!("the task {}", code(task.name.value)),
        owner: task.rust_type.clone(),
        value: Some(Value::Task),
        need: &task.need,
        answer: None,
        provided: None,
        dialog: false,
    }
}

fn of_request<'a, 's>(skill: &Skill<'s>, at: usize, request: &'a Request<'s>) -> Method<'a, 's> {
    let known = request.known;
    let answer = match known.answer {
        Answer::Turn => None,
        Answer::Nothing => Some("()".to_owned()),
        Answer::Of(ty) => Some(format!("{}::{ty}", known.module)),
    };
    Method {
        entry: format!("Request({at})"),
        name: known.method,
        path: format!("{}#request `{}`", place(skill, request), known.kind),
        about: format!("the request {}", code(known.kind)),
        owner: format!("{}::{}", known.module, known.ty),
        value: Some(Value::Request),
        need: &request.need,
        provided: (known.provided || forgets(skill, known)).then(|| nothing(answer.as_deref())),
        answer,
        dialog: false,
    }
}

/// Where the file tells of a request: its entry, or what makes it possible.
fn place(skill: &Skill<'_>, request: &Request<'_>) -> String {
    let kind = request.known.kind;
    if skill.said_requests.iter().any(|said| said.name.value == kind) {
        return format!("requests.{kind}");
    }
    match request.known.cause {
        Cause::Interface(_) => "interfaces",
        Cause::Event(_) => "events.subscriptions",
        Cause::Permission(_) => "permissions",
        Cause::Connection(_) => "connections",
        Cause::DialogManagement => "dialog_management",
    }
    .to_owned()
}

/// Whether the request has the runtime delete what is kept of a user, so that nothing may be left to do.
fn forgets(skill: &Skill<'_>, known: &crate::builtin::Request) -> bool {
    let deletes = skill.persistent_attributes.as_ref().is_some_and(|kept| kept.when_disabled.value == WhenDisabled::Delete);
    deletes && known.kind == "AlexaSkillEvent.SkillDisabled"
}

/// The body of a method that a skill can do without.
fn nothing(answer: Option<&str>) -> Provided {
    let answer = match answer {
        None => "::sayso::Response::empty()".to_owned(),
        Some("()") => "()".to_owned(),
        Some(ty) => format!("{ty}::none()"),
    };
    Provided { about: "answers with nothing".to_owned(), answer, says: None }
}
