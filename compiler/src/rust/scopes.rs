//! OAuth scopes as types, and which intents grant them.

use super::writer::{Writer, code, literal};
use crate::skill::{Need, Scope, Skill, Subject};

pub(super) fn write(out: &mut Writer, skill: &Skill<'_>) {
    let scopes: &[Scope<'_>] = skill.linking.as_ref().map_or(&[], |linking| &linking.scopes);
    if scopes.is_empty() {
        return;
    }
    out.gap();
    out.line("/// The OAuth scopes of `account_linking.scopes`, as types.");
    out.block("pub mod scope", |out| {
        for scope in scopes {
            let why = scope.why.map(|why| format!(": {}", why.value)).unwrap_or_default();
            out.doc(format!("The scope {}{why}", code(scope.name.value)));
            out.line(format!("pub enum {} {{}}", scope.rust.name));
        }
    });
    out.gap();
    out.line("/// Implemented by each intent for the scopes that it declares, and by nothing else.");
    out.block("pub trait Grants<S>", |out| {
        out.line("#[doc(hidden)]");
        out.line("const SEAL: sealed::Seal;");
    });
    for scope in scopes {
        let name = &scope.rust.name;
        out.gap();
        out.line(format!("impl<I> Grants<scope::{name}> for I"));
        out.line("where");
        out.line(format!("    scope::{name}: sealed::{name}<I>,"));
        out.between("{", "}", |out| out.line("const SEAL: sealed::Seal = sealed::Seal;"));
    }
    out.gap();
    out.line(
        "/// Which intents declare which scope. The trait is the scope's, with the intent as its parameter: rustc only uses the message",
    );
    out.line("/// of an inner bound whose subject is another than the outer one's.");
    out.block("mod sealed", |out| {
        out.line("pub struct Seal;");
        scopes.iter().for_each(|scope| sealed(out, skill, scope));
    });
}

fn sealed(out: &mut Writer, skill: &Skill<'_>, scope: &Scope<'_>) {
    let shown = scope.name.value.replace('{', "{{").replace('}', "}}");
    out.gap();
    out.between("#[diagnostic::on_unimplemented(", ")]", |out| {
        out.line(format!("message = {},", literal(&format!("the intent `{{I}}` does not declare the scope `{shown}`"))));
        out.line(format!("label = {},", literal(&format!("this account does not grant `{shown}`"))));
        out.line(format!("note = {}", literal(&format!("add `{shown}` to the scopes of `{{I}}` in skill.yaml"))));
    });
    let name = &scope.rust.name;
    out.line(format!("pub trait {name}<I> {{}}"));
    let uses = |need: &Need<'_>| need.scopes.iter().any(|used| used.value == scope.name.value);
    for (subject, _) in skill.needs().filter(|(_, need)| uses(need)) {
        out.line(format!("impl {name}<super::{}> for super::scope::{name} {{}}", owner(subject)));
    }
}

/// The type that owns the account, as a path in `mod skill`.
fn owner(subject: Subject<'_, '_>) -> String {
    match subject {
        Subject::Launch => "Launch".to_owned(),
        Subject::Intent(intent) => intent.rust_type.clone(),
        Subject::Task(task) => task.rust_type.clone(),
        Subject::Request(request) => format!("{}::{}", request.known.module, request.known.ty),
    }
}
