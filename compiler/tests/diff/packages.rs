//! Packages of the golden corpus, and of the public one where it lies beside the checkout.

use crate::sides::{Package, compare, lines, mirrored};
use sayso_compiler::diff::Side;
use sayso_compiler::package::Role;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// The documents of a package, to be changed.
#[derive(Clone)]
pub struct Documents {
    pub name: String,
    pub all: Vec<(Role, Value)>,
}

impl Documents {
    fn of(folder: &Path) -> Documents {
        let mut all = Vec::new();
        let mut read = |path: PathBuf, role: Role| {
            let text = fs::read_to_string(path).ok();
            all.extend(text.and_then(|text| serde_json::from_str(&text).ok()).map(|value| (role, value)));
        };
        for package in [folder.to_owned(), folder.join("skill-package")] {
            read(package.join("skill.json"), Role::Manifest);
            for models in ["models", "interactionModels/custom"] {
                for (path, tag) in files(&package.join(models)) {
                    read(path, Role::Model(tag));
                }
            }
        }
        for name in ["account-linking.json", "accountLinking.json"] {
            read(folder.join(name), Role::AccountLinking);
        }
        Documents { name: folder.display().to_string(), all }
    }

    pub fn side(&self) -> Side {
        self.all.iter().fold(Package::default(), |package, (role, value)| package.json(role.clone(), value)).side()
    }

    fn model(&mut self) -> Option<&mut Value> {
        self.all.iter_mut().find(|(role, _)| matches!(role, Role::Model(_))).map(|(_, value)| value)
    }
}

fn files(folder: &Path) -> Vec<(PathBuf, String)> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut files: Vec<(PathBuf, String)> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter_map(|path| Some((path.clone(), path.file_name()?.to_str()?.strip_suffix(".json")?.to_owned())))
        .collect();
    files.sort();
    files
}

fn folders(of: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(of).into_iter().flatten();
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the crate lies in the workspace")
}

/// What the cases of the golden corpus build.
pub fn golden() -> Vec<Documents> {
    let found: Vec<Documents> = folders(&root().join("tests/corpus")).iter().map(|case| Documents::of(&case.join("expected"))).collect();
    assert!(found.len() > 20, "{}", found.len());
    found
}

/// Public packages that nobody here wrote; none where they are not there.
fn public() -> Vec<Documents> {
    let corpus = root().parent().expect("a folder above").join("shared/corpus");
    if !corpus.is_dir() {
        eprintln!("no public corpus beside the checkout: left out");
        return Vec::new();
    }
    let found: Vec<Documents> =
        folders(&corpus).iter().map(|package| Documents::of(package)).filter(|package| !package.all.is_empty()).collect();
    assert!(found.len() > 50, "{}", found.len());
    found
}

fn all() -> Vec<Documents> {
    golden().into_iter().chain(public()).collect()
}

#[test]
fn nothing_differs_from_itself() {
    for documents in all() {
        let difference = compare(&documents.side(), &documents.side());
        assert!(difference.is_empty(), "{}: {:#?}", documents.name, lines(&difference));
    }
}

#[test]
fn the_other_way_round_is_the_other_way_round() {
    let all = all();
    let mut differ = 0;
    for pair in all.windows(2) {
        let (a, b) = (pair[0].side(), pair[1].side());
        let forth = compare(&a, &b);
        differ += usize::from(!forth.is_empty());
        mirrored(&forth, &compare(&b, &a));
    }
    assert!(differ > 20, "{differ}");
}

/// What a mutation does, and the names that have to be told of it; `None` when there is nothing to do it to.
type Mutation = fn(&mut Value) -> Option<Vec<String>>;

const MUTATIONS: &[(&str, Mutation)] = &[
    ("drop an intent", |model| {
        let intents = language(model, "intents")?;
        (!intents.is_empty()).then(|| vec![name(&intents.remove(0))])
    }),
    ("drop a sample", |model| {
        let intent = language(model, "intents")?.iter_mut().find(|intent| intent["samples"].as_array().is_some_and(|all| distinct(all)))?;
        let gone = intent["samples"].as_array_mut()?.remove(0);
        Some(vec![name(intent), gone.as_str()?.trim().to_owned()])
    }),
    ("add a sample", |model| {
        let intent = language(model, "intents")?.first_mut()?;
        let known = intent["samples"].as_array().cloned().unwrap_or_default();
        intent["samples"] = known.into_iter().chain([json!("quite another thing")]).collect();
        Some(vec![name(intent), "quite another thing".to_owned()])
    }),
    ("drop a slot", |model| {
        let intent = with_slots(model)?;
        let gone = intent["slots"].as_array_mut()?.remove(0);
        Some(vec![name(intent), name(&gone)])
    }),
    ("change the type of a slot", |model| {
        let intent = with_slots(model)?;
        let slot = &mut intent["slots"][0];
        slot["type"] = json!("AMAZON.SomethingElse");
        Some(vec![name(slot), name(intent), "AMAZON.SomethingElse".to_owned()])
    }),
    ("rename an intent", |model| {
        let intent = language(model, "intents")?.first_mut()?;
        let was = name(intent);
        intent["name"] = json!("QuiteAnother");
        Some(vec![was, "QuiteAnother".to_owned()])
    }),
    ("drop a type", |model| {
        let types = language(model, "types")?;
        (!types.is_empty()).then(|| vec![name(&types.remove(0))])
    }),
    ("drop a value", |model| {
        let declared =
            language(model, "types")?.iter_mut().find(|declared| declared["values"].as_array().is_some_and(|all| !all.is_empty()))?;
        let gone = declared["values"].as_array_mut()?.remove(0);
        let value = gone["id"].as_str().or(gone["name"]["value"].as_str())?.to_owned();
        Some(vec![name(declared), value])
    }),
    ("add a synonym", |model| {
        let declared =
            language(model, "types")?.iter_mut().find(|declared| declared["values"].as_array().is_some_and(|all| !all.is_empty()))?;
        declared["values"][0]["name"]["synonyms"] = json!(["quite another word"]);
        Some(vec![name(declared), "quite another word".to_owned()])
    }),
    ("change the invocation name", |model| {
        inner(model)["languageModel"]["invocationName"] = json!("quite another name");
        Some(vec!["invocation".to_owned(), "quite another name".to_owned()])
    }),
    ("ask something else", |model| {
        let prompt = inner(model).get_mut("prompts")?.as_array_mut()?.first_mut()?;
        prompt["variations"][0]["value"] = json!("Quite another question?");
        Some(vec!["Quite another question?".to_owned()])
    }),
    ("require a slot, or no longer", |model| {
        let intents = inner(model).get_mut("dialog")?.get_mut("intents")?.as_array_mut()?;
        let intent = intents.iter_mut().find(|intent| intent["slots"].as_array().is_some_and(|slots| !slots.is_empty()))?;
        let slot = &mut intent["slots"][0];
        slot["elicitationRequired"] = json!(!slot["elicitationRequired"].as_bool().unwrap_or_default());
        Some(vec![name(slot), "required".to_owned()])
    }),
];

/// So many bytes.
const LARGE: usize = 100_000;

#[test]
fn every_mutation_is_told_by_name() {
    let mut all = all();
    // The largest tell no more than the others, and take a minute without optimisation.
    all.retain(|documents| documents.all.iter().map(|(_, value)| value.to_string().len()).sum::<usize>() < LARGE);
    for (what, mutate) in MUTATIONS {
        let mut tried = 0;
        for documents in &all {
            let mut changed = documents.clone();
            let Some(names) = changed.model().and_then(mutate) else { continue };
            tried += 1;
            let told = lines(&compare(&documents.side(), &changed.side()));
            assert!(!told.is_empty(), "{}: nothing is told of `{what}`", documents.name);
            let told = told.join("\n");
            assert!(names.iter().all(|name| told.contains(name)), "{}: {what}: {names:?} in\n{told}", documents.name);
        }
        assert!(tried > 0, "nobody has anything to {what}");
    }
}

fn inner(model: &mut Value) -> &mut Value {
    if model.get("interactionModel").is_some() { &mut model["interactionModel"] } else { model }
}

fn language<'m>(model: &'m mut Value, key: &str) -> Option<&'m mut Vec<Value>> {
    inner(model).get_mut("languageModel")?.get_mut(key)?.as_array_mut()
}

fn with_slots(model: &mut Value) -> Option<&mut Value> {
    language(model, "intents")?.iter_mut().find(|intent| intent["slots"].as_array().is_some_and(|slots| !slots.is_empty()))
}

fn name(of: &Value) -> String {
    of["name"].as_str().unwrap_or_default().to_owned()
}

/// Whether the first one stands there only once.
fn distinct(samples: &[Value]) -> bool {
    let trimmed: Vec<&str> = samples.iter().filter_map(Value::as_str).map(str::trim).collect();
    trimmed.split_first().is_some_and(|(first, rest)| !rest.contains(first))
}
