//! A request as Alexa sends it, with some of it replaced by what does not belong there: deeper than any bytes get.

use arbitrary::{Result, Unstructured};

use crate::{edit, envelope, requests};

/// What holds for any bytes holds.
pub fn run(data: &[u8]) {
    if let Ok(body) = body(&mut Unstructured::new(data)) {
        envelope::run(body.as_bytes());
    }
}

fn body(u: &mut Unstructured<'_>) -> Result<String> {
    let mut envelope = u.choose(requests::all())?.clone();
    edit::json(&mut envelope, u)?;
    Ok(envelope.to_string())
}
