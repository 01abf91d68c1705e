//! Writes what the fuzzer begins with to `corpus/`: the repository's own skills, packages and requests.

use std::fs;
use std::path::{Path, PathBuf};

use sayso_fuzz::requests;

/// Larger files slow the fuzzer down and say nothing more.
const LARGEST: u64 = 6 * 1024;

fn main() {
    let envelopes: Vec<Vec<u8>> = requests::all().iter().map(|envelope| envelope.to_string().into_bytes()).collect();
    write("envelope", &envelopes);
    write("certificate_url", &URLS.map(|url| url.as_bytes().to_vec()));
    for target in ["envelope_structured", "verify", "jwt"] {
        write(target, &numbers());
    }
    let cases = folders(&root().join("tests/corpus"));
    write("skill_yaml", &cases.iter().filter_map(|case| skill(case)).collect::<Vec<_>>());
    write("import_json", &cases.iter().filter_map(|case| package(&case.join("expected"))).collect::<Vec<_>>());
    let schema: serde_json::Value = serde_json::from_slice(&fs::read(root().join("skill.schema.json")).expect("the schema")).expect("JSON");
    dictionary("skill_yaml", &[schema]);
    dictionary("envelope", requests::all());
    let built = cases.iter().flat_map(|case| files(&case.join("expected")));
    let built: Vec<_> = built.filter_map(|file| serde_json::from_slice(&fs::read(file).ok()?).ok()).collect();
    dictionary("import_json", &built);
}

const URLS: [&str; 14] = [
    "https://s3.amazonaws.com/echo.api/echo-api-cert.pem",
    "https://s3.amazonaws.com:443/echo.api/echo-api-cert.pem",
    "https://s3.amazonaws.com/echo.api/../echo.api/echo-api-cert.pem",
    "HTTPS://S3.AMAZONAWS.COM/echo.api/x.pem",
    "https://s3.amazonaws.com/./echo.api/..",
    "https://s3.amazonaws.com/foo/../echo.api/.",
    "https://s3.amazonaws.com//echo.api/x.pem",
    "https://s3.amazonaws.com/echo.api/%2e%2e/other/x.pem",
    "https://user:pw@s3.amazonaws.com/echo.api/x",
    "https://s3.amazonaws.com/echo.api/x.pem?versionId=1#f",
    "https://s3.amazonaws.com.:0443/echo.api/x.pem",
    "https:s3.amazonaws.com/echo.api/x.pem",
    "//s3.amazonaws.com/echo.api/x.pem",
    "https://[::1]:443\\echo.api/x.pem",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Bytes without a meaning, always the same, short ones and long ones: the fuzzer finds out what they do.
fn numbers() -> Vec<Vec<u8>> {
    let mut state = 1_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 56) as u8
    };
    (1..200).map(|size| (0..size).map(|_| next()).collect()).collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    entries(folder).into_iter().filter(|path| path.is_dir()).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    entries(folder).into_iter().flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// The files of a skill as one text.
fn skill(case: &Path) -> Option<Vec<u8>> {
    let mut text = fs::read(case.join("skill.yaml")).ok()?;
    for locale in entries(&case.join("locales")) {
        text.extend(format!("\n%%% {}\n", stem(&locale)).bytes());
        text.extend(fs::read(locale).ok()?);
    }
    (text.len() as u64 <= LARGEST).then_some(text)
}

/// The files of a package as one text.
fn package(folder: &Path) -> Option<Vec<u8>> {
    let mut text = Vec::new();
    let is_part = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "json") && !path.ends_with("ask-resources.json");
    for file in files(folder).into_iter().filter(is_part) {
        text.extend(format!("\n%%% {}\n", stem(&file)).bytes());
        text.extend(fs::read(file).ok()?);
    }
    (!text.is_empty() && text.len() as u64 <= LARGEST).then_some(text)
}

fn write(target: &str, seeds: &[Vec<u8>]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
    fs::create_dir_all(&folder).expect("a folder");
    for (number, seed) in seeds.iter().enumerate() {
        fs::write(folder.join(format!("seed-{number}")), seed).expect("a file");
    }
    println!("{target}: {} seeds", seeds.len());
}

/// The names and texts of JSON, as words for the fuzzer.
fn dictionary(target: &str, from: &[serde_json::Value]) {
    let mut words = std::collections::BTreeSet::new();
    from.iter().for_each(|value| collect(value, &mut words));
    let is_plain =
        |word: &&String| (2..40).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"\\".contains(&byte));
    let text: String = words.iter().filter(is_plain).map(|word| format!("\"{word}\"\n")).collect();
    fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(format!("{target}.dict")), text).expect("a file");
}

fn collect(value: &serde_json::Value, words: &mut std::collections::BTreeSet<String>) {
    match value {
        serde_json::Value::String(text) => drop(words.insert(text.clone())),
        serde_json::Value::Array(values) => values.iter().for_each(|value| collect(value, words)),
        serde_json::Value::Object(map) => map.iter().for_each(|(name, value)| {
            words.insert(name.clone());
            collect(value, words);
        }),
        _ => {}
    }
}
