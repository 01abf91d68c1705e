//! The policy as a table for people.

use super::policy::{Policy, Request};
use crate::table;
use crate::terminal::Look;
use anstyle::Style;
use sayso_compiler::render::clean;
use std::fmt::Write;

const HEAD: [&str; 4] = ["request", "account", "scopes", "a user without a linked account"];

/// For a terminal.
pub fn plain(policy: &Policy<'_>, look: Look) -> String {
    let cells: Vec<[String; 4]> = policy.requests.iter().map(cells).collect();
    let rows: Vec<[&str; 4]> = std::iter::once(HEAD).chain(cells.iter().map(borrow)).collect();
    let needs = std::iter::once(None).chain(policy.requests.iter().map(|request| Some(request.auth)));
    let mut out = String::new();
    for (line, need) in table::align(&rows).iter().zip(needs) {
        let style = look.paint(match need {
            None => look.bold(),
            Some("required") => look.code(),
            Some(_) => Style::new(),
        });
        push(&mut out, format_args!("{style}{line}{style:#}"));
    }
    remarks(policy, &mut out, |text| text.to_owned());
    out
}

/// For a document.
pub fn markdown(policy: &Policy<'_>) -> String {
    let cells: Vec<[String; 4]> = policy.requests.iter().map(cells).collect();
    let rows: Vec<[&str; 4]> = std::iter::once(HEAD).chain(cells.iter().map(borrow)).collect();
    let mut out = table::markdown(&rows);
    remarks(policy, &mut out, |name| format!("`{name}`"));
    out
}

fn cells(request: &Request<'_>) -> [String; 4] {
    let scopes: Vec<_> = request.scopes.iter().map(|scope| clean::line(scope)).collect();
    let scopes = if scopes.is_empty() { "-".to_owned() } else { scopes.join(", ") };
    [clean::line(request.name).into_owned(), request.auth.to_owned(), scopes, request.unlinked.to_owned()]
}

fn borrow(cells: &[String; 4]) -> [&str; 4] {
    cells.each_ref().map(String::as_str)
}

/// What the table has no column for.
fn remarks(policy: &Policy<'_>, out: &mut String, name: impl Fn(&str) -> String) {
    match policy.enablement {
        None => push(out, format_args!("\nThe skill declares no account linking.")),
        Some("optional") => push(out, format_args!("\nUsers may enable the skill without an account, and link one later.")),
        Some(_) => push(out, format_args!("\nUsers link an account when they enable the skill; one that lapsed counts as none.")),
    }
    if !policy.scopes.is_empty() {
        push(out, format_args!("\nScopes:\n"));
    }
    for scope in &policy.scopes {
        let why = scope.why.map(|why| format!(": {}", clean::line(why))).unwrap_or_default();
        let unused = if scope.used_by.is_empty() { " (no handler uses it)" } else { "" };
        push(out, format_args!("- {}{why}{unused}", name(&clean::line(scope.name))));
    }
    if !policy.prompts.is_empty() {
        push(out, format_args!("\nThe prompt:\n"));
    }
    for prompt in &policy.prompts {
        push(out, format_args!("- {}: {}", name(prompt.locale), clean::line(prompt.text)));
    }
}

fn push(out: &mut String, line: std::fmt::Arguments<'_>) {
    writeln!(out, "{line}").expect("a string takes all that is written");
}
