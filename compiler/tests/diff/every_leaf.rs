//! Nothing is overlooked: another value anywhere in what a skill builds is a difference.

use crate::packages::golden;
use crate::sides::compare;
use sayso_compiler::diff::diff;
use sayso_compiler::package::Role;
use serde_json::Value;

/// So many leaves of a document are changed; of a larger one, these are spread over it.
const MOST: usize = 60;

#[test]
fn another_value_is_a_difference() {
    let mut tried = 0;
    for documents in golden() {
        let from = documents.side();
        for at in 0..documents.all.len() {
            let (role, value) = &documents.all[at];
            let paths = leaves(value);
            for path in paths.iter().step_by(paths.len().div_ceil(MOST).max(1)).filter(|path| counts(role, path)) {
                let mut changed = documents.clone();
                change(changed.all[at].1.pointer_mut(path).expect("a leaf"));
                tried += 1;
                let difference = compare(&from, &changed.side());
                assert!(!difference.is_empty(), "{}: {path} of {role:?} is overlooked", documents.name);
            }
        }
    }
    assert!(tried > 500, "{tried}");
}

/// What nobody can tell, or nobody cares for.
fn counts(role: &Role, path: &str) -> bool {
    match role {
        Role::AccountLinking => !path.ends_with("/clientSecret"),
        _ => path != "/version",
    }
}

fn leaves(value: &Value) -> Vec<String> {
    let of = |key: &str, value: &Value| {
        let key = key.replace('~', "~0").replace('/', "~1");
        leaves(value).into_iter().map(move |rest| format!("/{key}{rest}"))
    };
    match value {
        Value::Array(items) => items.iter().enumerate().flat_map(|(at, item)| of(&at.to_string(), item).collect::<Vec<_>>()).collect(),
        Value::Object(object) => object.iter().flat_map(|(key, value)| of(key, value).collect::<Vec<_>>()).collect(),
        _ => vec![String::new()],
    }
}

fn change(leaf: &mut Value) {
    *leaf = match leaf {
        Value::String(text) => Value::from(format!("{text} x")),
        Value::Bool(truth) => Value::from(!*truth),
        Value::Number(number) => Value::from(number.as_f64().unwrap_or_default() + 1.0),
        _ => Value::from("x"),
    };
}

#[test]
fn what_is_broken_is_a_problem_and_no_difference() {
    let broken = crate::sides::Package::default().file(Role::Manifest, "{\"manifest\": {").side();
    let whole = crate::sides::Package::default().manifest("{}").side();
    let problems = diff(&whole, &broken, false).expect_err("it is broken");
    assert!(problems[0].is_empty());
    assert_eq!(problems[1].iter().map(|found| found.code()).collect::<Vec<_>>(), ["PK001"]);
    assert!(diff(&broken, &whole, true).is_err());
}
