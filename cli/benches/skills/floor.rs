//! The floor: the same files read by a libyaml-lineage serde parser into typed structs, the same models printed, nothing checked.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

#[derive(Deserialize)]
struct File {
    locales: Option<Vec<String>>,
    skill: Store,
    intents: BTreeMap<String, Intent>,
    types: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

#[derive(Deserialize)]
struct Store {
    invocation: String,
}

#[derive(Deserialize)]
struct Intent {
    #[serde(default)]
    slots: BTreeMap<String, String>,
    samples: Vec<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Model<'a> {
    interaction_model: Interaction<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Interaction<'a> {
    language_model: Language<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Language<'a> {
    invocation_name: &'a str,
    intents: Vec<ModelIntent<'a>>,
    types: Vec<ModelType<'a>>,
}

#[derive(Serialize)]
struct ModelIntent<'a> {
    name: &'a str,
    slots: Vec<Slot<'a>>,
    samples: &'a [String],
}

#[derive(Serialize)]
struct Slot<'a> {
    name: &'a str,
    #[serde(rename = "type")]
    kind: &'a str,
}

#[derive(Serialize)]
struct ModelType<'a> {
    name: &'a str,
    values: Vec<Value<'a>>,
}

#[derive(Serialize)]
struct Value<'a> {
    id: &'a str,
    name: Name<'a>,
}

#[derive(Serialize)]
struct Name<'a> {
    value: &'a str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    synonyms: &'a [String],
}

/// Compiles the skill in `folder` into `out`.
pub fn run(folder: &Path, out: &Path) {
    let main = read(&folder.join("skill.yaml"));
    std::fs::create_dir_all(out).expect("a folder");
    for (at, locale) in main.locales.clone().unwrap_or_default().iter().enumerate() {
        let own;
        let texts = if at == 0 {
            &main
        } else {
            own = read(&folder.join(format!("locales/{locale}.yaml")));
            &own
        };
        let json = serde_json::to_vec_pretty(&model(&main, texts)).expect("JSON");
        std::fs::write(out.join(format!("{locale}.json")), json).expect("a file");
    }
}

fn read(path: &Path) -> File {
    serde_yaml::from_slice(&std::fs::read(path).expect("a file")).expect("YAML")
}

fn model<'a>(main: &'a File, texts: &'a File) -> Model<'a> {
    let slots = |name: &str| main.intents[name].slots.iter().map(|(name, kind)| Slot { name, kind }).collect();
    let intents = texts.intents.iter().map(|(name, intent)| ModelIntent { name, slots: slots(name), samples: &intent.samples });
    let value = |(id, words): (&'a String, &'a Vec<String>)| Value { id, name: Name { value: &words[0], synonyms: &words[1..] } };
    let types = texts.types.iter().map(|(name, values)| ModelType { name, values: values.iter().map(value).collect() });
    let language_model = Language { invocation_name: &texts.skill.invocation, intents: intents.collect(), types: types.collect() };
    Model { interaction_model: Interaction { language_model } }
}
