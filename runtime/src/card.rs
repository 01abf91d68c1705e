//! What the Alexa app shows beside the words.

use serde_json::{Value, json};

/// A card for the Alexa app. The LinkAccount card is not among them: the runtime sends it, with the prompt that belongs
/// to it, when an account is missing.
#[derive(Clone, Debug)]
pub struct Card(Kind);

#[derive(Clone, Debug)]
enum Kind {
    Simple { title: String, content: String },
    Standard { title: String, text: String, image: Image },
    Consent { permissions: Vec<String> },
    LinkAccount,
}

/// The pictures of a standard card, over HTTPS.
#[derive(Clone, Debug, Default)]
pub struct Image {
    /// The picture for small screens.
    pub small: Option<String>,
    /// The picture for large screens.
    pub large: Option<String>,
}

impl Card {
    /// A title and plain text.
    pub fn simple(title: impl Into<String>, content: impl Into<String>) -> Self {
        Self(Kind::Simple { title: title.into(), content: content.into() })
    }

    /// A title, plain text and a picture.
    pub fn standard(title: impl Into<String>, text: impl Into<String>, image: Image) -> Self {
        Self(Kind::Standard { title: title.into(), text: text.into(), image })
    }

    /// Asks the user to grant permissions in the Alexa app. They are named as in `permissions` of skill.yaml; where a card of Alexa's has
    /// another name for one, that is what is sent.
    pub fn ask_for_permissions<P: Into<String>>(permissions: impl IntoIterator<Item = P>) -> Self {
        Self(Kind::Consent { permissions: permissions.into_iter().map(Into::into).collect() })
    }

    pub(crate) fn link_account() -> Self {
        Self(Kind::LinkAccount)
    }

    /// What Alexa counts against the limit of a card, in characters.
    pub(crate) fn length(&self) -> usize {
        let count = |text: &str| text.chars().count();
        match &self.0 {
            Kind::Simple { title, content } => count(title) + count(content),
            Kind::Standard { title, text, image } => count(title) + count(text) + image.urls().map(count).sum::<usize>(),
            Kind::Consent { .. } | Kind::LinkAccount => 0,
        }
    }

    pub(crate) fn image_urls(&self) -> impl Iterator<Item = &str> {
        let image = match &self.0 {
            Kind::Standard { image, .. } => Some(image),
            _ => None,
        };
        image.into_iter().flat_map(Image::urls)
    }

    pub(crate) fn to_json(&self) -> Value {
        match &self.0 {
            Kind::Simple { title, content } => json!({"type": "Simple", "title": title, "content": content}),
            Kind::Standard { title, text, image } => {
                let mut card = json!({"type": "Standard", "title": title, "text": text});
                if image.urls().next().is_some() {
                    card["image"] = image.to_json();
                }
                card
            }
            Kind::Consent { permissions } => {
                let names: Vec<&str> = permissions.iter().map(|name| on_card(name)).collect();
                json!({"type": "AskForPermissionsConsent", "permissions": names})
            }
            Kind::LinkAccount => json!({"type": "LinkAccount"}),
        }
    }
}

impl Image {
    fn urls(&self) -> impl Iterator<Item = &str> {
        [&self.small, &self.large].into_iter().filter_map(Option::as_deref)
    }

    fn to_json(&self) -> Value {
        let mut image = serde_json::Map::new();
        for (key, url) in [("smallImageUrl", &self.small), ("largeImageUrl", &self.large)] {
            if let Some(url) = url {
                image.insert(key.to_owned(), url.as_str().into());
            }
        }
        Value::Object(image)
    }
}

/// Addresses and lists are older than the names that the manifest has for them, and cards kept the first ones.
/// <https://developer.amazon.com/docs/custom-skills/device-settings-api-reference.html>
fn on_card(permission: &str) -> &str {
    match permission {
        "alexa::devices:all:address:full:read" => "read::alexa:device:all:address",
        "alexa:devices:all:address:country_and_postal_code:read" => "read::alexa:device:all:address:country_and_postal_code",
        "alexa::household:lists:read" => "read::alexa:household:list",
        "alexa::household:lists:write" => "write::alexa:household:list",
        other => other,
    }
}
