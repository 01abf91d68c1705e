//! A skill as Amazon keeps it: the manifest, the interaction models and the account-linking request, as JSON texts with places.

pub(crate) mod envelope;
pub(crate) mod fields;
mod given_up;
pub(crate) mod json;
mod misplaced;
mod nothing;

use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::rules::packages::{
    pk001_not_json as not_json, pk004_not_a_part as not_a_part, pk005_part_twice as part_twice,
    pk006_misplaced_linking as misplaced_linking, pk007_beside_the_envelope as beside_the_envelope,
};
use crate::source::{FileId, Sources, Span};
pub use given_up::given_up;
use json::Value;

/// What a file of a package is said to be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Role {
    /// `skill.json`.
    Manifest,
    /// The interaction model of a locale.
    Model(String),
    /// The account-linking request, or what Amazon answers when asked for it.
    AccountLinking,
    /// What it holds tells; an interaction model is of the locale that is named here.
    Loose(String),
}

/// The files of a package, as a door hands them over.
#[derive(Debug, Default)]
pub struct PackageFiles {
    /// The texts.
    pub sources: Sources,
    roles: Vec<(FileId, Role)>,
    problems: Vec<Diagnostic>,
}

impl PackageFiles {
    /// No files yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file under the path that its user knows it by.
    pub fn add(&mut self, role: Role, path: &str, bytes: Vec<u8>) {
        let (text, bad) = match crate::yaml::decode(bytes) {
            Ok(text) => (text, None),
            Err(bad) => (bad.text, Some((bad.byte, bad.message))),
        };
        let without_mark = text.strip_prefix('\u{feff}').map(str::to_owned);
        let has_mark = without_mark.is_some();
        let file = self.sources.add(path, without_mark.unwrap_or(text));
        let place = |byte| Span::new(file, byte, byte);
        if let Some((byte, message)) = bad {
            self.problems.push(not_json::RULE.at(place(byte), message));
            return;
        }
        if has_mark {
            let problem = not_json::RULE.at(place(0), "this is not JSON: the file begins with a byte-order mark");
            self.problems.push(problem.help("save the file as UTF-8 without a byte-order mark"));
        }
        self.roles.push((file, role));
    }

    /// Whether there are no files at all.
    pub fn is_empty(&self) -> bool {
        self.sources.ids().next().is_none()
    }
}

/// A parsed document and the file that it stands in.
pub(crate) struct Part<'t> {
    pub file: FileId,
    pub value: Value<'t>,
}

/// A package, parsed. What it lacks is `None` or empty.
#[derive(Default)]
pub(crate) struct Package<'t> {
    pub manifest: Option<Part<'t>>,
    /// By locale, in the order in which they were given.
    pub models: Vec<(String, Part<'t>)>,
    pub linking: Option<Part<'t>>,
}

/// Parses the files; what is wrong with them goes to `report`.
pub(crate) fn parse<'t>(files: &'t PackageFiles, lenient: bool, report: &mut Report) -> Package<'t> {
    for problem in &files.problems {
        let mut problem = problem.clone();
        // Only the mark was let in so far; what is no text has no role.
        if lenient && files.roles.iter().any(|(file, _)| *file == problem.span().file) {
            problem.severity = Severity::Warning;
        }
        report.push(problem);
    }
    let parsed = crate::analysis::on_all_cores(&files.roles, |(file, role)| {
        let mut report = Report::new();
        let value = json::parse(*file, files.sources.text(*file), lenient, &mut report);
        (*file, role, value, report)
    });
    let mut package = Package::default();
    let mut misplaced = Vec::new();
    for (file, role, value, found) in parsed {
        report.append(found);
        let Some(mut value) = value else { continue };
        let Some(kind) = kind(role, &value) else {
            report.push(unknown(file, role, &value));
            continue;
        };
        if let Kind::Manifest = kind {
            misplaced.extend(misplaced::take(&mut value).into_iter().map(|entry| Part { file, value: entry.value }));
        }
        nothing::take_out(&mut value, ENVELOPES);
        let part = Part { file, value };
        beside(&part, &kind, report);
        place(&mut package, kind, part, report);
    }
    for part in misplaced {
        report.push(out_of_place(&part, package.linking.is_none()));
        package.linking.get_or_insert(part);
    }
    package
}

fn out_of_place(part: &Part<'_>, is_taken: bool) -> Diagnostic {
    let fate = if is_taken { "it is taken from there" } else { "it is left out: there is another request" };
    misplaced_linking::RULE
        .at(json::span(part.file, &part.value), "account linking is no part of the manifest")
        .note(format!("Amazon takes it as a request of its own, and never reads it here; {fate}"))
}

fn place<'t>(package: &mut Package<'t>, kind: Kind, part: Part<'t>, report: &mut Report) {
    let twice = |first: FileId, what: &str| {
        let problem = part_twice::RULE.at(Span::new(part.file, 0, 0), format!("this is a second {what}"));
        problem.also(Span::new(first, 0, 0), "the first one").help("leave one of the two files out")
    };
    match kind {
        Kind::Manifest => match &package.manifest {
            Some(first) => report.push(twice(first.file, "manifest")),
            None => package.manifest = Some(part),
        },
        Kind::Linking => match &package.linking {
            Some(first) => report.push(twice(first.file, "account-linking request")),
            None => package.linking = Some(part),
        },
        Kind::Model(locale) => match package.models.iter().find(|(known, _)| *known == locale) {
            Some((_, first)) => report.push(twice(first.file, &format!("interaction model for {locale}"))),
            None => package.models.push((locale, part)),
        },
    }
}

/// Tells of the keys beside the envelope, which no skill can say.
fn beside(part: &Part<'_>, kind: &Kind, report: &mut Report) {
    let (opened, said): (_, &[&str]) = match kind {
        Kind::Manifest => (envelope::manifest(&part.value), &[]),
        Kind::Model(_) => (envelope::model(&part.value), &["version", "description"]),
        Kind::Linking => (envelope::linking(&part.value), &[]),
    };
    for found in opened.beside.entries() {
        let name = found.name.as_str();
        if !(said.contains(&name) && matches!(found.value, Value::StringLit(_))) {
            let place = json::span(part.file, &found.name);
            let problem = beside_the_envelope::RULE.at(place, format!("`{name}` stands beside `{}`", opened.envelope));
            report.push(problem.note("Amazon has no such key there, and the skill cannot say it: it is left out"));
        }
    }
}

/// What a document is.
enum Kind {
    Manifest,
    Model(String),
    Linking,
}

/// What stands around a part.
const ENVELOPES: &[&str] =
    &["manifest", "skillManifest", "interactionModel", "languageModel", "accountLinkingRequest", "accountLinkingResponse"];

/// What the document is, going by what it holds; `None` when it does not hold what its role says.
fn kind(role: &Role, value: &Value<'_>) -> Option<Kind> {
    // An envelope around anything but an object is none.
    let fits = |name: &str, value: &Value<'_>| !ENVELOPES.contains(&name) || matches!(value, Value::Object(_));
    let properties = if let Value::Object(object) = value { &object.properties[..] } else { &[] };
    let has = |keys: &[&str]| properties.iter().any(|found| keys.contains(&found.name.as_str()) && fits(found.name.as_str(), &found.value));
    let is_manifest = has(&["manifest", "skillManifest", "publishingInformation", "manifestVersion"]);
    let is_model = has(&["interactionModel", "languageModel"]);
    let is_linking = has(&["accountLinkingRequest", "accountLinkingResponse", "authorizationUrl", "skipOnEnablement"]);
    match role {
        Role::Manifest => is_manifest.then_some(Kind::Manifest),
        Role::Model(locale) => is_model.then(|| Kind::Model(locale.clone())),
        Role::AccountLinking => is_linking.then_some(Kind::Linking),
        Role::Loose(_) if is_manifest => Some(Kind::Manifest),
        Role::Loose(locale) if is_model => Some(Kind::Model(locale.clone())),
        Role::Loose(_) => is_linking.then_some(Kind::Linking),
    }
}

fn unknown(file: FileId, role: &Role, value: &Value<'_>) -> Diagnostic {
    let (what, key) = match role {
        Role::Manifest => ("a skill manifest", "an object with the key `manifest` is expected"),
        Role::Model(_) => ("an interaction model", "an object with the key `interactionModel` is expected"),
        Role::AccountLinking => ("an account-linking request", "an object with the key `accountLinkingRequest` is expected"),
        Role::Loose(_) => (
            "a part of a skill",
            "a skill manifest has the key `manifest`, an interaction model `interactionModel`, account linking `accountLinkingRequest`",
        ),
    };
    let start = json::span(file, value).start as usize;
    let problem = not_a_part::RULE.at(Span::new(file, start, start + 1), format!("this is not {what}"));
    problem.help(given_up::form(value).map_or_else(|| key.to_owned(), |form| format!("it is {form}")))
}
