//! Random packages that Amazon would take: each comes back as it was, without `--lenient`.

mod language;
mod linking;
mod manifest;

use crate::picks::Picks;
use crate::support::{Outcome, comes_back_or_is_refused, config};
use proptest::prelude::*;
use sayso_tests::package::Package;

/// Two regions of one language among them.
const LOCALES: &[&str] = &["en-US", "en-GB", "de-DE", "ja-JP"];

fn package(numbers: &[u16]) -> Package {
    let picks = &mut Picks::new(numbers);
    let mut locales = picks.some(&LOCALES[1..]);
    locales.insert(0, LOCALES[0]);
    let skill = language::Shape::new(picks);
    let models = locales.iter().map(|locale| ((*locale).to_owned(), skill.model(locale, picks))).collect();
    let linking = if picks.one_in(2) { Some(linking::request(picks)) } else { None };
    let manifest = Some(manifest::manifest(&locales, linking.is_some(), picks));
    Package { manifest, models, linking }
}

proptest! {
    #![proptest_config(config(120))]

    #[test]
    fn a_random_package_comes_back(numbers in prop::collection::vec(any::<u16>(), 0..600)) {
        let package = package(&numbers);
        match comes_back_or_is_refused(&package, false) {
            Ok(Outcome::Same) => {}
            Ok(Outcome::Told) => return Err(TestCaseError::fail(format!("something is left out\n{package:#?}"))),
            Ok(Outcome::Refused(ended)) => return Err(TestCaseError::fail(format!("refused:\n{}\n{package:#?}", ended.stderr))),
            Err(found) => return Err(TestCaseError::fail(format!("{found}\n{package:#?}"))),
        }
    }
}
