//! Public packages with something wrong in them: the same comes back, or a message; never another skill, and never a crash.

use crate::change::{Change, change};
use crate::support::{Outcome, comes_back_or_is_refused, config};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestError, TestRunner};
use sayso_tests::package::Package;
use sayso_tests::public::{self, Public};
use std::sync::atomic::{AtomicUsize, Ordering};

/// The large ones say nothing more, and take long.
const LARGE: usize = 40_000;

fn packages() -> Vec<(String, Package)> {
    let is_small = |package: &Package| package.parts().values().map(|part| part.to_string().len()).sum::<usize>() < LARGE;
    let all = public::packages().into_iter().map(|public: Public| (public.name.clone(), public.package()));
    all.filter(|(_, package)| is_small(package)).collect()
}

#[test]
fn a_changed_package_comes_back_or_is_refused() {
    if !public::is_there() {
        return;
    }
    let packages = packages();
    let same = AtomicUsize::new(0);
    let changes = (0..packages.len(), prop::collection::vec(change(), 1..4));
    let mut runner = TestRunner::new(Config { source_file: Some(file!()), ..config(250) });
    let cases = runner.config().cases as usize;
    let result = runner.run(&changes, |(at, changes): (usize, Vec<Change>)| {
        let mut package = packages[at].1.clone();
        for change in &changes {
            change.make(&mut package);
        }
        match comes_back_or_is_refused(&package, true) {
            Ok(Outcome::Same) => drop(same.fetch_add(1, Ordering::Relaxed)),
            Ok(Outcome::Told | Outcome::Refused(_)) => {}
            Err(found) => return Err(TestCaseError::fail(format!("{}: {found}", packages[at].0))),
        }
        Ok(())
    });
    if let Err(TestError::Fail(reason, (at, changes))) = result {
        panic!("{reason}\n{}: {changes:?}", packages[at].0);
    }
    let same = same.into_inner();
    assert!(same * 2 > cases, "only {same} of {cases} changed packages come back");
}
