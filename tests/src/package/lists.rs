//! Which lists are sets: Amazon, or what the list is for, gives their order no meaning. A set still counts: an item twice is not an item once.

/// Whether the order of a list means something.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Order {
    /// The order is part of what is said.
    Kept,
    /// The items are a set.
    Free,
}

/// The sets, and why; `*` stands for any key. Every other list keeps its order, among them:
/// `validations` (checked in turn, the first that fails speaks), `examplePhrases` (the first one is held to rules of its own, and the store
/// shows them in turn), and the slots of a dialog (Alexa asks for them in turn).
const SETS: &[(&str, &str)] = &[
    ("interactionModel.languageModel.intents", "an intent is found by its name"),
    ("interactionModel.languageModel.intents[].samples", "each is an utterance for itself"),
    ("interactionModel.languageModel.intents[].slots", "a slot is found by its name; the turn of the questions is the dialog's"),
    ("interactionModel.languageModel.intents[].slots[].samples", "each is an utterance for itself"),
    ("interactionModel.languageModel.types", "a type is found by its name"),
    ("interactionModel.languageModel.types[].values", "the words decide which value is meant"),
    ("interactionModel.languageModel.types[].values[].name.synonyms", "each stands for the value"),
    ("interactionModel.languageModel.types[].valueSupplier.values", "the words decide which value is meant"),
    ("interactionModel.languageModel.types[].valueSupplier.values[].name.synonyms", "each stands for the value"),
    ("interactionModel.dialog.intents", "an entry is found by its name"),
    ("interactionModel.dialog.intents[].slots[].validations[].values", "a word is among them or is not"),
    ("interactionModel.prompts", "a prompt is found by its id"),
    ("interactionModel.prompts[].variations", "Alexa picks one at random"),
    ("manifest.permissions", "each is asked for by its name"),
    ("manifest.publishingInformation.distributionCountries", "a country is among them or is not"),
    ("manifest.publishingInformation.locales.*.keywords", "a search finds any of them"),
    ("manifest.publishingInformation.automaticDistribution.sourceLocaleForLanguages", "an entry is found by its language"),
    ("manifest.publishingInformation.automaticClonedLocale.locales", "an entry is found by its source"),
    ("manifest.publishingInformation.automaticClonedLocale.locales[].targets", "a locale is among them or is not"),
    ("manifest.apis.*.interfaces", "an interface is found by its type"),
    ("manifest.apis.*.interfaces[].supportedViewports", "a device needs to fit one of them"),
    ("manifest.apis.*.interfaces[].requestedExtensions", "an extension is found by its address"),
    ("manifest.apis.*.interfaces[].autoInitializedExtensions", "an extension is found by its address"),
    ("manifest.apis.custom.tasks", "a task is found by its name and version"),
    ("manifest.apis.custom.connections.requires", "a connection is found by its name"),
    ("manifest.apis.custom.connections.provides", "a connection is found by its name"),
    ("manifest.apis.custom._targetRuntimes", "a runtime is among them or is not"),
    ("manifest.events.subscriptions", "an event is found by its name"),
    ("manifest.events.publications", "an event is found by its name"),
    ("accountLinkingRequest.scopes", "OAuth gives the order of scopes no meaning"),
    ("accountLinkingRequest.domains", "a host is among them or is not"),
    ("accountLinkingRequest.redirectUrls", "an address is among them or is not"),
    ("accountLinkingRequest.authorizationUrlsByPlatform", "an address is found by its platform"),
];

/// Whether the order of the list at a place means something. A place is keys, and `[]` for an item of a list: `manifest.permissions[].name`.
pub fn order(place: &[String]) -> Order {
    match SETS.iter().any(|(pattern, _)| fits(pattern, place)) {
        true => Order::Free,
        false => Order::Kept,
    }
}

/// `[]` belongs to the key before it in a pattern, and is a segment of its own in a place.
fn fits(pattern: &str, place: &[String]) -> bool {
    let mut place = place.iter().map(String::as_str);
    for part in pattern.split('.') {
        let (key, is_item) = part.strip_suffix("[]").map_or((part, false), |key| (key, true));
        if !place.next().is_some_and(|found| key == "*" || found == key) || (is_item && place.next() != Some("[]")) {
            return false;
        }
    }
    place.next().is_none()
}
