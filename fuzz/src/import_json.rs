//! Any bytes as the files of a skill package.

use sayso_compiler::Options;
use sayso_compiler::package::{PackageFiles, Role};

use crate::compiled::{compile, imported, input, package, parts};

/// What can be imported can be compiled; and what was built of it imports to the same skill as what is built of that.
pub fn run(data: &[u8]) {
    for lenient in [false, true] {
        let Some(skill) = imported(&read(data), lenient) else { continue };
        let options = Options { lenient, ..Options::default() };
        let Some(built) = compile(&input(&skill), &options) else { continue };
        let Some(once) = imported(&package(&built), lenient) else { continue };
        let again = compile(&input(&once), &options).unwrap_or_else(|| panic!("what was built cannot be built again: {once:#?}"));
        assert_eq!(imported(&package(&again), lenient).as_ref(), Some(&once), "an import is no fixed point");
        // Leniently there would be nothing else.
        break;
    }
}

fn read(data: &[u8]) -> PackageFiles {
    let mut files = PackageFiles::new();
    for (name, bytes) in parts(data) {
        let role = match &*name {
            "" if bytes.trim_ascii().is_empty() => continue,
            "" => Role::Loose("en-US".to_owned()),
            "skill" => Role::Manifest,
            "account-linking" => Role::AccountLinking,
            locale => Role::Model(locale.to_owned()),
        };
        files.add(role, &format!("{name}.json"), bytes.to_vec());
    }
    files
}
