//! Any bytes as skill.yaml and the files of `locales/`.

use sayso_compiler::{Input, Options};

use crate::compiled::{Memory, check_diagnostics, compile, imported, package, parts};

/// Every compilation tells its places; what passes gives Rust, and a package that can be imported.
pub fn run(data: &[u8]) {
    let files = parts(data).into_iter().map(|(name, bytes)| match &*name {
        "" => ("skill.yaml".to_owned(), bytes),
        tag => (format!("locales/{tag}.yaml"), bytes),
    });
    let input = Input::read(&Memory(files.collect()), "skill.yaml").expect("files in memory");
    let strict = compile(&input, &Options::default());
    if strict.is_some() {
        compile(&input, &Options { submit: true, ..Options::default() });
    }
    let lenient = compile(&input, &Options { lenient: true, ..Options::default() });
    assert!(strict.is_none() || lenient.is_some(), "what passes, passes leniently");
    if let Some(built) = strict {
        let package = package(&built);
        check_diagnostics(&package.sources, &[]);
        assert!(package.is_empty() || imported(&package, false).is_some(), "what was built cannot be imported");
    }
}
