//! The trait that skills implement, and what `#[sayso::handlers]` knows of it.

use super::methods::{Method, methods};
use super::table;
use super::writer::{Writer, literal};
use crate::skill::{Intent, Skill, SpeechText};
use crate::syntax::Auth;

pub(super) fn write(out: &mut Writer, skill: &Skill<'_>, methods: &[Method<'_, '_>]) {
    out.gap();
    match &skill.persistent_attributes {
        None => {
            out.line("/// The skill as an application: give it your handlers, then serve it.");
            out.block("pub fn app<H: Handlers>(handlers: H) -> ::sayso::App", |out| out.line("::sayso::generated::app(Door(handlers))"));
        }
        Some(_) => attributes(out),
    }
    out.gap();
    out.line("/// What the skill does: one method for each request that it can get.");
    out.block("pub trait Handlers: ::core::marker::Send + ::core::marker::Sync + 'static", |out| {
        for method in methods {
            out.gap();
            let note = method.provided.as_ref().map(|body| format!(" Provided: {}.", body.about)).unwrap_or_default();
            out.doc(format!("{}.{note}", capitalised(&method.about)));
            declare(out, method);
        }
        rest(out);
    });
}

/// The application of a skill that keeps something from session to session, and the way to what it keeps.
fn attributes(out: &mut Writer) {
    out.line("/// The skill as an application: give it your handlers and a place for persistent attributes, then serve it.");
    out.block("pub fn app<H: Handlers>(handlers: H, store: impl ::sayso::store::Store) -> ::sayso::App", |out| {
        out.line("::sayso::generated::app_with_store(Door(handlers), store)");
    });
    out.gap();
    out.line("/// The persistent attributes of the turn.");
    out.block("pub fn attributes(cx: &mut ::sayso::Context) -> ::sayso::PersistentAttributes<'_>", |out| {
        out.line("::sayso::generated::attributes(cx)");
    });
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn declare(out: &mut Writer, method: &Method<'_, '_>) {
    let answer = method.answer.as_ref().map(|answer| format!("<{answer}>")).unwrap_or_default();
    let value = method.value.zip(method.value_type());
    let value = value.map(|(value, ty)| format!(", {}: {ty}", value.name())).unwrap_or_default();
    let account = account(method.auth(), &method.owner);
    let parameters = format!("&self, cx: &mut ::sayso::Context{value}{account}");
    let head = format!("fn {}({parameters}) -> {}", method.name, future(&answer));
    match &method.provided {
        None => out.line(format!("{head};")),
        Some(body) => out.block(head, |out| {
            let mut unused = vec!["cx"];
            unused.extend(method.value.map(|value| value.name()));
            unused.extend((method.auth() != Auth::None).then_some("account"));
            out.line(format!("let _ = {};", if let [one] = unused[..] { one.to_owned() } else { format!("({})", unused.join(", ")) }));
            out.line(format!("::core::future::ready(::core::result::Result::Ok({}))", body.answer));
        }),
    }
}

fn future(answer: &str) -> String {
    format!("impl ::core::future::Future<Output = ::sayso::Result{answer}> + ::core::marker::Send")
}

fn account(auth: Auth, ty: &str) -> String {
    match auth {
        Auth::None => String::new(),
        Auth::Optional => format!(", account: ::core::option::Option<&::sayso::LinkedAccount<{ty}>>"),
        Auth::Required => format!(", account: &::sayso::LinkedAccount<{ty}>"),
    }
}

/// A body that the trait has of its own.
pub(super) struct Provided {
    /// What it does, in words.
    pub about: String,
    /// What it answers, in Rust.
    pub answer: String,
    /// The text that it says.
    pub says: Option<&'static str>,
}

/// Stop, Cancel and NavigateHome end the session when skill.yaml does not list them; Help and Fallback say their text when there is one.
pub(super) fn provided(skill: &Skill<'_>, intent: &Intent<'_>) -> Option<Provided> {
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

/// Whether the generated Rust says the text itself: as the apology for an error, beside the card that asks for permissions, or in a body that
/// the trait has for a handler that is not `written`.
pub(crate) fn says_itself(skill: &Skill<'_>, text: &SpeechText<'_>, written: impl Fn(&str) -> bool) -> bool {
    let name = text.name.value;
    let says = |intent: &Intent<'_>| !written(&intent.rust.name) && provided(skill, intent).and_then(|body| body.says) == Some(name);
    table::is_field(text) || text.args.is_empty() && skill.intents.iter().any(says)
}

/// The methods that every skill has.
fn rest(out: &mut Writer) {
    for (about, name, parameter, answer, nothing) in [
        (
            "The session ended, and not by an answer of this skill. Nothing can be said any more. Provided: does nothing.",
            "session_ended",
            "ended: &::sayso::SessionEnded",
            "<()>",
            "()",
        ),
        (
            "An answer to a request outside of a session could not be used; the log says so too. Provided: does nothing.",
            "exception_encountered",
            "exception: &::sayso::ExceptionEncountered",
            "<()>",
            "()",
        ),
        (
            "A request that none of the methods above is for. Provided: answers with nothing.",
            "other",
            "request: &::sayso::OtherRequest",
            "",
            "::sayso::Response::empty()",
        ),
    ] {
        out.gap();
        out.doc(about);
        out.block(format!("fn {name}(&self, cx: &mut ::sayso::Context, {parameter}) -> {}", future(answer)), |out| {
            out.line(format!("let _ = (cx, {});", parameter.split(':').next().unwrap_or_default()));
            out.line(format!("::core::future::ready(::core::result::Result::Ok({nothing}))"));
        });
    }
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

/// The methods of the launch, of all intents, tasks and further requests, in the order of the trait.
pub fn handlers(skill: &crate::Checked<'_>) -> Vec<Handler> {
    let handler = |method: Method<'_, '_>| Handler {
        name: method.name.to_owned(),
        about: method.about.clone(),
        signature: signature(&method),
        provided: method.provided.is_some(),
    };
    methods(skill).into_iter().map(handler).collect()
}

fn signature(method: &Method<'_, '_>) -> String {
    let (name, owner) = (method.name, &method.owner);
    let value = method.value.zip(method.value_type());
    let value = value.map(|(value, ty)| format!(", _{}: skill::{ty}", value.name())).unwrap_or_default();
    let account = match method.auth() {
        Auth::None => String::new(),
        Auth::Optional => format!(", _account: Option<&sayso::LinkedAccount<skill::{owner}>>"),
        Auth::Required => format!(", _account: &sayso::LinkedAccount<skill::{owner}>"),
    };
    let answer = match method.answer.as_deref() {
        None => "sayso::Response".to_owned(),
        Some("()") => "()".to_owned(),
        Some(ty) => format!("skill::{ty}"),
    };
    format!("async fn {name}(&self, _cx: &mut sayso::Context{value}{account}) -> sayso::Result<{answer}>")
}

/// The table for `#[sayso::handlers]`: each method with its key path, the owner of its account, what it takes, whether it may be left out,
/// whether its intent has a dialog, and what it answers. The macro that hands it over has the trait's name, so that whoever imports the trait
/// imports both.
pub(super) fn write_declared(out: &mut Writer, methods: &[Method<'_, '_>], file: &str) {
    out.gap();
    out.line("/// Hands the declaration to `#[sayso::handlers]`.");
    out.line("#[doc(hidden)]");
    out.line("#[allow(unused_macros)]");
    out.block("macro_rules! __sayso_declared", |out| {
        out.between("($($handlers:tt)*) => {", "};", |out| {
            out.between("::sayso::__handlers! {", "}", |out| {
                out.between("{", "}", |out| {
                    out.line(format!("file {}", literal(file)));
                    methods.iter().for_each(|method| out.line(entry(method)));
                });
                out.line("$($handlers)*");
            });
        });
    });
    out.line("#[doc(hidden)]");
    out.line("#[allow(unused_imports)]");
    out.line("pub(crate) use __sayso_declared as Handlers;");
}

fn entry(method: &Method<'_, '_>) -> String {
    let (name, path, owner, auth) = (method.name, literal(&method.path), &method.owner, method.auth().word());
    let value = method.value.map_or("bare", |value| value.name());
    let provided = if method.provided.is_some() { "provided" } else { "needed" };
    let dialog = if method.dialog { "dialog" } else { "plain" };
    let answer = method.answer.as_deref().unwrap_or("Response");
    format!("method {name} {path} {owner} {value} {auth} {provided} {dialog} {answer}")
}
