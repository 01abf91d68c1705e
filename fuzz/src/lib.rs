//! What the fuzz targets hold: one module for each, whose `run` takes the fuzzer's bytes and panics where something does not hold.

pub mod certificate_url;
pub mod envelope;
pub mod envelope_structured;
pub mod import_json;
pub mod jwt;
pub mod skill_yaml;
pub mod verify;

mod compiled;
mod edit;
#[path = "../../runtime/tests/log/mod.rs"]
mod log;
pub mod requests;
mod scene;
mod skill;

#[allow(dead_code, reason = "the tests of the runtime need more of it")]
#[path = "../../runtime/tests/tokens/skill.rs"]
mod token_skill;

/// A request as an independent reader finds it, or nothing where it is no JSON. `None` is what this reader cannot tell: the runtime skips what means
/// nothing to it however deep that is, and a tree has to end somewhere.
fn tree(body: &[u8]) -> Option<serde_json::Value> {
    match serde_json::from_slice(body) {
        Err(error) if error.to_string().starts_with("recursion limit") => None,
        read => Some(read.unwrap_or_default()),
    }
}
