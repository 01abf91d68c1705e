//! What the compiler refuses. `TRYBUILD=overwrite` rewrites the expected messages.

#[test]
fn what_skill_code_cannot_do() {
    trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
}
