//! What stands around the parts of a package.

use super::fields::Fields;
use super::json::Value;

/// A document, out of its envelope.
pub(crate) struct Opened<'t> {
    /// The key of the envelope; of a document without one, that by which it is known.
    pub envelope: &'static str,
    /// What is in the envelope.
    pub inside: Fields<'t>,
    /// What stands beside it.
    pub beside: Fields<'t>,
}

/// The keys of an interaction model, by which one without an envelope is told from what stands beside it.
const MODEL: &[&str] = &["languageModel", "dialog", "prompts"];

/// A manifest: its envelope had another name until 2018.
pub(crate) fn manifest<'t>(document: &'t Value<'t>) -> Opened<'t> {
    open(document, &["manifest", "skillManifest"], |_| true)
}

/// An interaction model, beside which there may be its version.
pub(crate) fn model<'t>(document: &'t Value<'t>) -> Opened<'t> {
    open(document, &["interactionModel"], |key| MODEL.contains(&key))
}

/// An account-linking request, or what Amazon answers when asked for it.
pub(crate) fn linking<'t>(document: &'t Value<'t>) -> Opened<'t> {
    open(document, &["accountLinkingRequest", ANSWER], |_| true)
}

/// The envelope of what Amazon answers.
pub(crate) const ANSWER: &str = "accountLinkingResponse";

/// Without an envelope, what `belongs` is inside.
fn open<'t>(document: &'t Value<'t>, envelopes: &[&'static str], belongs: impl Fn(&str) -> bool) -> Opened<'t> {
    let mut beside = Fields::or_none(document);
    if let Some((envelope, inside)) = envelopes.iter().find_map(|envelope| Some((*envelope, beside.object(envelope)?))) {
        return Opened { envelope, inside, beside };
    }
    let (inside, beside) = beside.partition(belongs);
    Opened { envelope: MODEL[0], inside, beside }
}
