//! Packages with much beside them.

use crate::support::{Case, small};
use sayso_tests::package::{Package, differences};
use std::fs;

#[test]
fn junk_beside_a_package() {
    let Some(small) = small() else { return };
    let package = small.package();
    let case = Case::of(&package);
    for at in 0..10_000 {
        let folder = ["", "node_modules/a", "lambda/node_modules/b", "models/old"][at % 4];
        let name = ["txt", "json", "js", "png"][at / 4 % 4];
        let path = case.package().join(folder);
        if at < 4 {
            fs::create_dir_all(&path).expect("a folder");
        }
        fs::write(path.join(format!("junk-{at}.{name}")), "{\"interactionModel\": [").expect("a file");
    }
    case.comes_back_as(&package);
}

#[test]
fn a_package_with_thirty_locales() {
    const LOCALES: &[&str] = &[
        "ar-SA", "de-DE", "en-AU", "en-CA", "en-GB", "en-IN", "en-US", "es-ES", "es-MX", "es-US", "fr-CA", "fr-FR", "hi-IN", "it-IT",
        "ja-JP", "nl-NL", "pt-BR", // Those that Alexa has not.
        "en-UK", "pt-PT", "en-ZA", "sv-SE", "da-DK", "nb-NO", "fi-FI", "pl-PL", "cs-CZ", "ru-RU", "tr-TR", "zh-CN", "ko-KR",
    ];
    let Some(small) = small() else { return };
    let package = small.package();
    let model = package.models.values().next().expect("a model");
    let package = Package { models: LOCALES.iter().map(|locale| ((*locale).to_owned(), model.clone())).collect(), ..package.clone() };
    let case = Case::of(&package);
    match case.lenient().there_and_back(&case.package()) {
        Ok(built) => assert_eq!(differences(&package, &built), Vec::<String>::new()),
        Err(ended) => {
            assert_eq!(ended.code, Some(1), "{}", ended.stderr);
            assert!(ended.stderr.contains("en-UK"), "{}", ended.stderr);
        }
    }
}

#[test]
fn files_that_are_no_locales_beside_the_models() {
    let Some(small) = small() else { return };
    let package = small.package();
    let case = Case::of(&package);
    for name in ["models/README.md", "models/.DS_Store", "models/en-US.json.bak", "models/en-US (copy).txt", "models/en-US.yaml"] {
        case.write(name, "junk");
    }
    case.comes_back_as(&package);
}
