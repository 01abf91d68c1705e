//! Random account-linking requests.

use crate::picks::Picks;
use serde_json::{Value, json};

/// A request that Amazon would take.
pub fn request(picks: &mut Picks<'_>) -> Value {
    let mut request = json!({"type": "IMPLICIT", "authorizationUrl": "https://auth.cars.dev/authorize?a=b&c=d", "clientId": picks.of(&["alexa", "no", "12:30", "0x1F"])});
    if picks.one_in(2) {
        request["type"] = json!("AUTH_CODE");
        request["accessTokenUrl"] = json!("https://auth.cars.dev/token");
        request["clientSecret"] = json!("REDACTED");
        request["accessTokenScheme"] = json!(picks.of(&["HTTP_BASIC", "REQUEST_BODY_CREDENTIALS"]));
        if picks.one_in(3) {
            request["defaultTokenExpirationInSeconds"] = json!(600 + picks.below(1000));
        }
        if picks.one_in(3) {
            request["pkceConfiguration"] = json!({"status": "ENABLED", "codeChallengeMethod": "S256"});
        }
        if picks.one_in(4) {
            request["redirectUrls"] = json!(["https://cars.dev/linked"]);
        }
    }
    if picks.one_in(2) {
        request["skipOnEnablement"] = json!(picks.one_in(2));
    }
    if picks.one_in(2) {
        request["scopes"] = json!(picks.some(&["rides.request", "profile", "no", "https://cars.dev/scope"]));
    }
    if picks.one_in(3) {
        request["domains"] = json!(["cars.dev", "cdn.cars.dev"]);
    }
    json!({"accountLinkingRequest": request})
}
