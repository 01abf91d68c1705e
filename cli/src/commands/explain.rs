//! `sayso explain`: what a rule is about.

use crate::answer::Answer;
use crate::args::{Explain, Global, TextFormat};
use crate::failure::Failure;
use crate::page;
use crate::table;
use crate::terminal::{Look, Stream};
use sayso_compiler::{Profile, Rule, rules};
use serde::Serialize;

/// The page of one rule, or the list of all.
pub fn run(explain: &Explain, global: &Global) -> Result<Answer, Failure> {
    let look = Look::of(Stream::Stdout, global.color);
    let Some(code) = explain.code.as_deref().filter(|_| !explain.all) else {
        return Ok(Answer::data(list(explain.format)));
    };
    let rule = find(code)?;
    Ok(Answer::data(match explain.format {
        TextFormat::Text => text(rule, look),
        TextFormat::Markdown => markdown(rule),
        TextFormat::Json => json(&Record::of(rule)),
    }))
}

/// Takes the code in any case, out of `error[AL004]`, or the rule's name.
fn find(said: &str) -> Result<&'static Rule, Failure> {
    let bare = said.trim_end_matches(']').rsplit('[').next().unwrap_or(said);
    let fits = |rule: &&Rule| rule.code.eq_ignore_ascii_case(bare) || rule.name == bare;
    rules::all().find(fits).ok_or_else(|| {
        let failure = Failure::new(format!("no rule has the code `{said}`"));
        match nearest(bare) {
            Some(near) => failure.help(format!("a similar one exists: `{}` ({})", near.code, near.name)),
            None => failure.help("`sayso explain --all` lists all rules"),
        }
    })
}

/// The rule whose code or name is most like what was said; `SY16` and `SY0016` are meant to be `SY016`.
fn nearest(said: &str) -> Option<&'static Rule> {
    let upper = said.to_ascii_uppercase();
    let padded = upper.get(2..).and_then(|digits| digits.parse::<u32>().ok()).map(|number| format!("{}{number:03}", &upper[..2]));
    let near = rules::all()
        .map(|rule| rule.code)
        .find(|code| padded.as_deref() == Some(*code))
        .or_else(|| sayso_compiler::nearest(&upper, rules::all().map(|rule| rule.code)))
        .or_else(|| sayso_compiler::nearest(said, rules::all().map(|rule| rule.name)))?;
    rules::all().find(|rule| rule.code == near || rule.name == near)
}

fn text(rule: &Rule, look: Look) -> String {
    let bold = look.paint(look.bold());
    let head = format!("{bold}{} {}{bold:#}: {}, {}\n\n", rule.code, rule.name, rule.severity.name(), when(rule.profile));
    head + &page::text(rule.explain, look)
}

fn markdown(rule: &Rule) -> String {
    let head = format!("# {} `{}`\n\nSeverity: {}, {}.\n\n", rule.code, rule.name, rule.severity.name(), when(rule.profile));
    head + &page::markdown(rule.explain)
}

fn list(format: TextFormat) -> String {
    let rules = || rules::all().map(|rule| [rule.code, rule.severity.name(), rule.summary()]);
    match format {
        TextFormat::Text => {
            let rows: Vec<_> = rules().collect();
            table::align(&rows).join("\n") + "\n"
        }
        TextFormat::Markdown => {
            let head = ["code", "severity", "about"];
            let rows: Vec<_> = std::iter::once(head).chain(rules()).collect();
            table::markdown(&rows)
        }
        TextFormat::Json => json(&rules::all().map(Record::of).collect::<Vec<_>>()),
    }
}

fn when(profile: Profile) -> &'static str {
    match profile {
        Profile::Daily => "always checked",
        Profile::Stricter => "always checked, and an error with `check --submit`",
        Profile::Submit => "checked with `check --submit` only",
    }
}

#[derive(Serialize)]
struct Record {
    code: &'static str,
    name: &'static str,
    severity: &'static str,
    profile: &'static str,
    summary: &'static str,
    page: String,
}

impl Record {
    fn of(rule: &'static Rule) -> Record {
        Record {
            code: rule.code,
            name: rule.name,
            severity: rule.severity.name(),
            profile: match rule.profile {
                Profile::Daily => "daily",
                Profile::Stricter => "stricter",
                Profile::Submit => "submit",
            },
            summary: rule.summary(),
            page: page::markdown(rule.explain),
        }
    }
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).expect("texts and lists can always be JSON") + "\n"
}
