//! Every public package through `sayso import` and `sayso build`: what comes out is the same skill. One line a package, and a summary, whatever
//! the test harness would keep for itself. Arguments pick packages by a part of their names.

use sayso_tests::package::differences;
use sayso_tests::public::{self, Public, on_all_cores};
use sayso_tests::sayso::{Ended, Sayso};
use sayso_tests::trip::{OUT, SKILL, Trip, done, files};
use std::process::ExitCode;

/// How many differences of one package are shown.
const SHOWN: usize = 12;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--list") || !public::is_there() {
        return ExitCode::SUCCESS;
    }
    let wanted: Vec<&String> = arguments.iter().filter(|argument| !argument.starts_with('-')).collect();
    let is_wanted = |public: &Public| wanted.is_empty() || wanted.iter().any(|wanted| public.name.contains(wanted.as_str()));
    let packages: Vec<Public> = public::packages().into_iter().filter(is_wanted).collect();
    if packages.is_empty() {
        return ExitCode::SUCCESS;
    }
    let sayso = Sayso::built(env!("CARGO_TARGET_TMPDIR"));
    let outcomes = on_all_cores(&packages, |public| Outcome::of(&sayso, public));
    packages.iter().zip(&outcomes).for_each(|(public, outcome)| println!("{}", outcome.line(&public.name)));
    let same = outcomes.iter().filter(|outcome| outcome.is_same()).count();
    let strict = outcomes.iter().filter(|outcome| **outcome == Outcome::Same { refused: None }).count();
    println!("round trip: {same} of {} packages, {strict} without --lenient", packages.len());
    if same == packages.len() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What became of a package.
#[derive(PartialEq)]
enum Outcome {
    /// The same skill; what was said of it when it came through with `--lenient` alone.
    Same { refused: Option<String> },
    /// Another one.
    Differs(Vec<String>),
    /// Nothing.
    Failed(String),
}

impl Outcome {
    fn of(sayso: &Sayso, public: &Public) -> Outcome {
        let refused = match attempt(sayso, public, false) {
            Ok(outcome) => return outcome,
            Err(ended) if ended.code != Some(1) => return Outcome::Failed(told(&ended)),
            Err(ended) => first_error(&ended.stderr),
        };
        match attempt(sayso, public, true) {
            Ok(Outcome::Same { .. }) => Outcome::Same { refused: Some(refused) },
            Ok(outcome) => outcome,
            Err(ended) => Outcome::Failed(told(&ended)),
        }
    }

    fn is_same(&self) -> bool {
        matches!(self, Outcome::Same { .. })
    }

    fn line(&self, name: &str) -> String {
        match self {
            Outcome::Same { refused: None } => format!("ok            {name}"),
            Outcome::Same { refused: Some(refused) } => format!("ok (lenient)  {name}: {refused}"),
            Outcome::Differs(differences) => {
                let shown: String = differences.iter().take(SHOWN).map(|line| format!("\n    {line}")).collect();
                let more = differences.len().saturating_sub(SHOWN);
                let more = if more == 0 { String::new() } else { format!("\n    and {more} more") };
                format!("DIFFERS       {name}{shown}{more}")
            }
            Outcome::Failed(said) => format!("FAILED        {name}: {said}"),
        }
    }
}

/// The package there and back, and once more: importing what was built gives the same skill.yaml.
fn attempt(sayso: &Sayso, public: &Public, lenient: bool) -> Result<Outcome, Ended> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let trip = Trip { sayso, folder: folder.path(), lenient };
    let built = trip.there_and_back(&public.folder)?;
    let mut found = differences(&public.package(), &built);
    done(trip.import(&folder.path().join(OUT), "again"))?;
    let (skill, again) = (files(&folder.path().join(SKILL)), files(&folder.path().join("again")));
    let paths = skill.keys().chain(again.keys().filter(|path| !skill.contains_key(*path)));
    let differing = paths.filter(|path| skill.get(*path) != again.get(*path));
    found.extend(differing.map(|path| format!("{path}: differs when what was built is imported")));
    Ok(if found.is_empty() { Outcome::Same { refused: None } } else { Outcome::Differs(found) })
}

fn first_error(said: &str) -> String {
    said.lines().find(|line| line.starts_with("error")).or(said.lines().next()).unwrap_or("nothing was said").to_owned()
}

fn told(ended: &Ended) -> String {
    let code = ended.code.map_or("a signal".to_owned(), |code| format!("exit code {code}"));
    format!("{code}: {}", first_error(&ended.stderr))
}
