//! The diagnostics that every format renders.

use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::{Profile, Rule};
use crate::source::{FileId, Sources, Span};

static LINKING: Rule = Rule {
    code: "AL004",
    name: "auth-without-linking",
    severity: Severity::Error,
    profile: Profile::Daily,
    explain: " An intent needs a linked account, but the skill declares none.\n\n ## Fails\n\n ```yaml\n a: b\n ```\n",
};
static SAMPLE: Rule = Rule {
    code: "UT002",
    name: "sample-text",
    severity: Severity::Error,
    profile: Profile::Daily,
    explain: " A sample has a character that no one can say.\n",
};

pub struct Sample {
    pub sources: Sources,
    pub diagnostics: Vec<Diagnostic>,
}

const SKILL: &str = "\
sayso: 1
locales: [en-US, de-DE]

skill:
  name: Ride Hailer
  invocation: ride hailer

launch: { auth: none }

intents:
  OrderRide:
    auth: required
    slots:
      destination: AMAZON.StreetName
      service: ServiceLevel
    samples:
      - (get|order|call) me a ride
      - (get|order) me a {service}
  AvailabilityByCity:
    slots: { city: AMAZON.City }

types:
  ServiceLevel:
    POOL: [shared ride, pool]
";
const GERMAN: &str = "intents:\n  OrderRide:\n    samples:\n      - bestelle mir eine fahrt\n";
const SCRIPTS: &str = "jp: 配車を頼む {目的地}\nhi: मुझे टैक्सी चाहिए {शहर}\n\ttab:\t{city}\n";
const HOSTILE: &str = "name: a\u{1b}[31mred\u{7}\u{9b}2J\u{202e}gnorw\u{7f} end\n";

/// The span of the `nth` place (from 0) where `file` says `needle`.
pub fn span(sources: &Sources, file: FileId, needle: &str, nth: usize) -> Span {
    let (start, found) = sources.text(file).match_indices(needle).nth(nth).expect("the sample has the needle");
    Span::new(file, start, start + found.len())
}

pub fn all() -> Sample {
    let mut sources = Sources::new();
    let skill = sources.add("skill.yaml", SKILL);
    let german = sources.add("locales/de-DE.yaml", GERMAN);
    let scripts = sources.add("locales/ja-JP.yaml", SCRIPTS);
    let hostile = sources.add("locales/a,b:\u{1b}c %.yaml", HOSTILE);
    let mut diagnostics = in_skill(&sources, skill, german);
    diagnostics.extend(in_scripts(&sources, scripts));
    diagnostics.push(in_hostile(&sources, hostile));
    Sample { sources, diagnostics }
}

fn in_skill(sources: &Sources, skill: FileId, german: FileId) -> Vec<Diagnostic> {
    let at = |needle: &str| span(sources, skill, needle, 0);
    let end = sources.text(skill).len();
    let last = Span::new(skill, end, end);
    let required = at("required");
    vec![
        LINKING
            .at(required, "intent `OrderRide` needs a linked account, but the skill declares no account linking")
            .here("needed here")
            .also(at("sayso: 1"), "no `account_linking` block in this file")
            .note("Alexa sends an access token only to skills with account linking configured")
            .help("add an `account_linking` block, or set `auth: none` on this intent"),
        SAMPLE.at(at("me a ride"), "a single place").here("here"),
        SAMPLE
            .at(span(sources, german, "bestelle mir eine fahrt", 0), "two files disagree")
            .here("not here")
            .also(at("(get|order|call)"), "alternatives in the first locale"),
        SAMPLE.at(last, "the file ends too soon").here("a key is missing").help("first line\nsecond line"),
        SAMPLE.at(block(sources, skill), "a block of many lines").here("all of it"),
        LINKING.at(required, "the account is optional").fix("make it optional", required, "optional"),
        LINKING
            .at(required, "a block is missing")
            .fix("add the block", last, "account_linking:\n  grant: implicit\n")
            .fix("drop the line", line(sources, skill, "    auth: required\n"), "")
            .fix("say it in German too", span(sources, german, "bestelle", 0), "ruf"),
        Diagnostic { severity: Severity::Warning, ..SAMPLE.at(at("ride hailer"), "100% sure, or so:\nit seems") },
        Diagnostic { severity: Severity::Note, ..SAMPLE.at(at("Ride Hailer"), "a note").note("two\nlines") },
    ]
}

fn in_scripts(sources: &Sources, file: FileId) -> Vec<Diagnostic> {
    let at = |needle: &str| span(sources, file, needle, 0);
    vec![
        SAMPLE
            .at(at("{目的地}"), "wide characters before the place")
            .here("a slot")
            .also(at("{शहर}"), "a slot after joined characters")
            .also(at("{city}"), "a slot after tabs"),
    ]
}

fn in_hostile(sources: &Sources, file: FileId) -> Diagnostic {
    let text = "a\u{1b}]8;;x\u{7}b\u{202e}c\u{85}d\u{2028}e";
    SAMPLE
        .at(span(sources, file, "end", 0), format!("message {text}"))
        .here(format!("label {text}"))
        .also(span(sources, file, "\u{1b}[31m", 0), "a colour")
        .note(format!("note {text}"))
        .help(format!("help {text}"))
        .fix(format!("fix {text}"), span(sources, file, "end", 0), format!("with {text}"))
}

fn block(sources: &Sources, file: FileId) -> Span {
    let text = sources.text(file);
    let start = text.find("OrderRide:").expect("the sample has the intent");
    let end = text.find("\ntypes:").expect("the sample has types") + 1;
    Span::new(file, start, end)
}

fn line(sources: &Sources, file: FileId, line: &str) -> Span {
    span(sources, file, line, 0)
}
