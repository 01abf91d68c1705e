//! Which requests the skill can get: what its interfaces, events, permissions and connections make possible.

use super::Lowering;
use super::need::{Said, default_auth, need};
use super::rust_names;
use crate::builtin::{self, Account, Cause, ConnectionKind};
use crate::names::type_name;
use crate::rules::syntax::sy021_missing_key as missing_key;
use crate::skill::{PersistentAttributes, Request, SaidRequest, Task};
use crate::source::{Span, Spanned, Text};
use crate::syntax::{AfterError, AttributesKey, Auth, Document, Named, RequestBlock, TaskBlock, WhenDisabled};

pub(super) fn requests<'s>(main: &Document<'s>) -> Vec<Request<'s>> {
    let possible = builtin::REQUESTS.iter().filter_map(|known| Some((known, cause(main, known)?)));
    possible.map(|(known, cause)| Request { known, cause, need: need_of(main, known, cause) }).collect()
}

/// The place in the file that makes a request possible.
fn cause(main: &Document<'_>, known: &builtin::Request) -> Option<Span> {
    let texts = |list: &Option<crate::syntax::List<Text<'_>>>, is_meant: &dyn Fn(&str) -> bool| {
        list.iter().flat_map(|list| &list.items).find(|text| is_meant(text.value)).map(|text| text.span)
    };
    let event = |name: &str| texts(&main.events.as_ref()?.subscriptions, &|event| event == name);
    let made = match known.cause {
        Cause::Interface(kind) => {
            let interfaces = main.interfaces.iter().flat_map(|list| &list.items);
            interfaces.map(|interface| interface.kind).find(|declared| declared.value == kind).map(|declared| declared.span)
        }
        Cause::Event(name) => event(name),
        Cause::Permission(name) => texts(&main.permissions, &|permission| permission == name),
        Cause::Connection(kind) => texts(&main.connections, &|name| ConnectionKind::of(name) == kind),
        Cause::DialogManagement => main.dialog_management.as_ref().map(|block| block.key),
    };
    // Requests of devices can be subscribed to as well, by their own names.
    made.or_else(|| event(known.kind))
}

fn need_of<'s>(main: &Document<'s>, known: &builtin::Request, cause: Span) -> crate::skill::Need<'s> {
    let block = main.requests.as_ref().and_then(|requests| requests.get(known.kind)).map(|entry| &entry.value);
    let unread = main.unread.contains(&"requests") || block.is_some_and(|block| !block.unread.is_empty());
    let said = Said { auth: block.and_then(|block| block.auth), scopes: block.and_then(|block| block.scopes.as_ref()), unread };
    // What holds for intents does not hold here: most of these requests can neither say nor show anything.
    let always = known.account == Account::Always;
    need(said, cause, Some(if always { Auth::Required } else { Auth::None }))
}

pub(super) fn said<'s>(main: &Document<'s>) -> Vec<SaidRequest<'s>> {
    let entries = main.requests.iter().flat_map(|requests| &requests.entries);
    let said = |entry: &Named<'s, RequestBlock<'s>>| SaidRequest {
        name: entry.name,
        need: entry.value.auth.map(|auth| auth.span).or(entry
            .value
            .scopes
            .as_ref()
            .and_then(|scopes| scopes.items.first())
            .map(|scope| scope.span)),
    };
    entries.map(said).collect()
}

pub(super) fn tasks<'s>(cx: &mut Lowering<'_, 's, '_>) -> Vec<Task<'s>> {
    let main = &cx.documents.main;
    main.tasks.iter().flat_map(|list| &list.items).filter_map(|block| task(cx, block)).collect()
}

fn task<'s>(cx: &mut Lowering<'_, 's, '_>, block: &TaskBlock<'s>) -> Option<Task<'s>> {
    let (Some(name), Some(version)) = (block.name, block.version) else {
        let problem = missing_key::RULE.at(block.key, "a task needs a `name` and a `version`");
        cx.report.push(problem.for_want_of(block.key, if block.name.is_none() { "name" } else { "version" }));
        return None;
    };
    let said = Said { auth: block.auth, scopes: block.scopes.as_ref(), unread: !block.unread.is_empty() };
    let mut rust = rust_names::value(name, None, cx.report);
    rust.name = format!("{}_task", rust.name.trim_start_matches("r#").trim_end_matches('_'));
    let rust_type = format!("{}Task", type_name(name.value).trim_end_matches('_'));
    Some(Task { name, version, need: need(said, name.span, default_auth(&cx.documents.main)), rust, rust_type })
}

pub(super) fn persistent_attributes(main: &Document<'_>) -> Option<PersistentAttributes> {
    let block = main.persistent_attributes.as_ref()?;
    Some(PersistentAttributes {
        place: block.key,
        key: block.keyed_by.map_or(AttributesKey::User, |said| said.value),
        after_error: block.after_error.map_or(AfterError::Discard, |said| said.value),
        when_disabled: block.when_disabled.unwrap_or(Spanned::new(WhenDisabled::Delete, block.key)),
        expires_after_days: block.expires_after_days,
    })
}
