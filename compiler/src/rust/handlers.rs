//! The trait that skills implement, and what `#[sayso::handlers]` knows of it.

use super::writer::{Writer, code, literal};
use crate::skill::{Intent, Skill, SpeechText};
use crate::syntax::Auth;

const FUTURE: &str = "impl ::core::future::Future<Output = ::sayso::Result> + ::core::marker::Send";

pub(super) fn write(out: &mut Writer, skill: &Skill<'_>) {
    out.gap();
    out.line("/// The skill as an application: give it your handlers, then serve it.");
    out.block("pub fn app<H: Handlers>(handlers: H) -> ::sayso::App", |out| out.line("::sayso::generated::app(Door(handlers))"));
    out.gap();
    out.line("/// What the skill does: one method for each intent, one for the launch, one for the end of a session.");
    out.block("pub trait Handlers: ::core::marker::Send + ::core::marker::Sync + 'static", |out| {
        out.line("/// The skill was opened without a request.");
        method(out, "launch", &account(skill.launch.auth.value, "Launch"), None);
        for intent in &skill.intents {
            out.gap();
            let provided = provided(skill, intent);
            let note = provided.as_ref().map(|body| format!(" Provided: {}.", body.about)).unwrap_or_default();
            out.doc(format!("The intent {}.{note}", code(intent.name.value)));
            method(out, &intent.rust.name, &parameters(intent), provided.map(|body| body.answer));
        }
        rest(out);
    });
}

/// The parameters after `cx`.
fn parameters(intent: &Intent<'_>) -> String {
    let value = if intent.has_fields() { format!(", intent: {}", intent.rust_type) } else { String::new() };
    value + &account(intent.need.auth.value, &intent.rust_type)
}

fn account(auth: Auth, ty: &str) -> String {
    match auth {
        Auth::None => String::new(),
        Auth::Optional => format!(", account: ::core::option::Option<&::sayso::LinkedAccount<{ty}>>"),
        Auth::Required => format!(", account: &::sayso::LinkedAccount<{ty}>"),
    }
}

fn method(out: &mut Writer, name: &str, parameters: &str, body: Option<String>) {
    let head = format!("fn {name}(&self, cx: &mut ::sayso::Context{parameters}) -> {FUTURE}");
    match body {
        None => out.line(format!("{head};")),
        Some(answer) => out.block(head, |out| {
            out.line("let _ = cx;");
            out.line(format!("::core::future::ready(::core::result::Result::Ok({answer}))"));
        }),
    }
}

/// A body that the trait has of its own.
struct Provided {
    about: String,
    answer: String,
    /// The text that it says.
    says: Option<&'static str>,
}

/// Stop, Cancel and NavigateHome end the session when skill.yaml does not list them; Help and Fallback say their text when there is one.
fn provided(skill: &Skill<'_>, intent: &Intent<'_>) -> Option<Provided> {
    if intent.declared {
        return None;
    }
    let said = |name: &str| skill.speech.iter().any(|text| text.name.value == name && text.args.is_empty());
    match intent.name.value {
        "AMAZON.StopIntent" | "AMAZON.CancelIntent" | "AMAZON.NavigateHomeIntent" if said("goodbye") => Some(Provided {
            about: "says `speech.goodbye` and ends the session".to_owned(),
            answer: "::sayso::Response::tell(speech::goodbye())".to_owned(),
            says: Some("goodbye"),
        }),
        "AMAZON.StopIntent" | "AMAZON.CancelIntent" | "AMAZON.NavigateHomeIntent" => {
            Some(Provided { about: "ends the session".to_owned(), answer: "::sayso::Response::end()".to_owned(), says: None })
        }
        "AMAZON.HelpIntent" if said("help") => Some(listening("help")),
        "AMAZON.FallbackIntent" if said("fallback") => Some(listening("fallback")),
        _ => None,
    }
}

fn listening(text: &'static str) -> Provided {
    let answer = format!("::sayso::Response::ask(speech::{text}())");
    Provided { about: format!("says `speech.{text}` and listens"), answer, says: Some(text) }
}

/// Whether the generated Rust says the text itself: as the apology for an error, or in a body that the trait has for a handler that is not
/// `written`.
pub(crate) fn says_itself(skill: &Skill<'_>, text: &SpeechText<'_>, written: impl Fn(&str) -> bool) -> bool {
    let name = text.name.value;
    let says = |intent: &Intent<'_>| !written(&intent.rust.name) && provided(skill, intent).and_then(|body| body.says) == Some(name);
    text.args.is_empty() && (name == "error" || skill.intents.iter().any(says))
}

/// The methods that every skill has.
fn rest(out: &mut Writer) {
    out.gap();
    out.line("/// The session ended, and not by an answer of this skill. Nothing can be said any more. Provided: does nothing.");
    let ended = "fn session_ended(&self, cx: &mut ::sayso::Context, ended: &::sayso::SessionEnded) -> impl ::core::future::Future<Output = ::sayso::Result<()>> + ::core::marker::Send";
    out.block(ended, |out| {
        out.line("let _ = (cx, ended);");
        out.line("::core::future::ready(::core::result::Result::Ok(()))");
    });
    out.gap();
    out.line("/// A request that none of the methods above is for. Provided: answers with nothing.");
    out.block(format!("fn other(&self, cx: &mut ::sayso::Context, request: &::sayso::OtherRequest) -> {FUTURE}"), |out| {
        out.line("let _ = (cx, request);");
        out.line("::core::future::ready(::core::result::Result::Ok(::sayso::Response::empty()))");
    });
}

/// A method that a skill has to write, or may write.
pub struct Handler {
    /// What it is called.
    pub name: String,
    /// What it answers, such as "the intent `OrderRide`".
    pub about: String,
    /// Its head, with `skill` as the module, `sayso::` paths, and parameters that a body need not use yet:
    /// `async fn …(&self, _cx: …) -> sayso::Result<sayso::Response>`.
    pub signature: String,
    /// Whether the trait has a body for it.
    pub provided: bool,
}

impl Handler {
    /// The method to begin with: it compiles without a warning, and says what it is to answer when it is reached. `module` is what stands
    /// before the types of the skill, such as `crate::skill::`.
    pub fn stub(&self, module: &str) -> String {
        let signature = self.signature.replace("skill::", module);
        format!("{signature} {{\n    todo!({})\n}}\n", literal(&format!("answer {}", self.about)))
    }
}

/// The methods of the launch and of all intents, in the order of the trait.
pub fn handlers(skill: &crate::Checked<'_>) -> Vec<Handler> {
    let launch = Handler {
        name: "launch".to_owned(),
        about: "the launch of the skill".to_owned(),
        signature: signature("launch", "Launch", false, skill.launch.auth.value),
        provided: false,
    };
    let intents = skill.intents.iter().map(|intent| Handler {
        name: intent.rust.name.clone(),
        about: format!("the intent {}", code(intent.name.value)),
        signature: signature(&intent.rust.name, &intent.rust_type, intent.has_fields(), intent.need.auth.value),
        provided: provided(skill, intent).is_some(),
    });
    std::iter::once(launch).chain(intents).collect()
}

fn signature(name: &str, ty: &str, has_fields: bool, auth: Auth) -> String {
    let intent = if has_fields { format!(", _intent: skill::{ty}") } else { String::new() };
    let account = match auth {
        Auth::None => String::new(),
        Auth::Optional => format!(", _account: Option<&sayso::LinkedAccount<skill::{ty}>>"),
        Auth::Required => format!(", _account: &sayso::LinkedAccount<skill::{ty}>"),
    };
    format!("async fn {name}(&self, _cx: &mut sayso::Context{intent}{account}) -> sayso::Result<sayso::Response>")
}

/// The table for `#[sayso::handlers]`: each method with its key path, its type, what it takes, whether it may be left out, and whether its
/// intent has a dialog. The macro that hands it over has the trait's name, so that whoever imports the trait imports both.
pub(super) fn write_declared(out: &mut Writer, skill: &Skill<'_>, file: &str) {
    out.gap();
    out.line("/// Hands the declaration to `#[sayso::handlers]`.");
    out.line("#[doc(hidden)]");
    out.line("#[allow(unused_macros)]");
    out.block("macro_rules! __sayso_declared", |out| {
        out.between("($($handlers:tt)*) => {", "};", |out| {
            out.between("::sayso::__handlers! {", "}", |out| {
                out.between("{", "}", |out| {
                    out.line(format!("file {}", literal(file)));
                    out.line(format!("method launch \"launch\" Launch bare {} needed plain", skill.launch.auth.value.word()));
                    skill.intents.iter().for_each(|intent| out.line(entry(skill, intent)));
                });
                out.line("$($handlers)*");
            });
        });
    });
    out.line("#[doc(hidden)]");
    out.line("#[allow(unused_imports)]");
    out.line("pub(crate) use __sayso_declared as Handlers;");
}

fn entry(skill: &Skill<'_>, intent: &Intent<'_>) -> String {
    let (method, path, ty) = (&intent.rust.name, literal(&format!("intents.{}", intent.name.value)), &intent.rust_type);
    let value = if intent.has_fields() { "intent" } else { "bare" };
    let provided = if provided(skill, intent).is_some() { "provided" } else { "needed" };
    let dialog = if intent.has_fields() && intent.has_dialog() { "dialog" } else { "plain" };
    format!("method {method} {path} {ty} {value} {} {provided} {dialog}", intent.need.auth.value.word())
}
