//! Where Alexa's services are.

/// The three regions. <https://developer.amazon.com/docs/alexa/smapi/alexa-reminders-api-reference.html>
const ORIGINS: [&str; 3] = ["https://api.amazonalexa.com", "https://api.eu.amazonalexa.com", "https://api.fe.amazonalexa.com"];

/// The region that `apiEndpoint` names. The token goes nowhere else, so what a request says is only compared: nothing of it becomes part of
/// an address.
pub(super) fn known(endpoint: &str) -> Option<&'static str> {
    let host = endpoint.strip_prefix("https://")?;
    let host = host.strip_suffix('/').unwrap_or(host);
    let host = host.strip_suffix(":443").unwrap_or(host);
    ORIGINS.into_iter().find(|origin| origin["https://".len()..].eq_ignore_ascii_case(host))
}

/// Whether a request goes to one of them.
pub(super) fn is_of(address: &http::Uri) -> bool {
    let origin = address.scheme_str().zip(address.authority()).map(|(scheme, host)| format!("{scheme}://{host}"));
    origin.is_some_and(|origin| known(&origin).is_some())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{ORIGINS, is_of, known};

    proptest! {
        #[test]
        fn whatever_stands_around_a_region_makes_it_unknown(before in ".{0,3}", after in ".{0,3}", origin in prop::sample::select(&ORIGINS)) {
            prop_assume!(!before.is_empty() || !["", "/", ":443"].contains(&after.as_str()));
            prop_assert_eq!(known(&format!("{before}{origin}{after}")), None);
            prop_assert_eq!(known(&format!("https://{before}{}{after}", &origin["https://".len()..])), None);
        }
    }

    #[test]
    fn a_request_goes_to_a_region_or_elsewhere() {
        let is_of = |address: &str| is_of(&address.parse().expect("an address"));
        assert!(ORIGINS.iter().all(|origin| is_of(origin) && is_of(&format!("{origin}/v1/alerts?x=y"))));
        for elsewhere in ["/v1/alerts", "http://api.amazonalexa.com/", "https://auth.example/https://api.amazonalexa.com"] {
            assert!(!is_of(elsewhere), "{elsewhere}");
        }
    }

    #[test]
    fn the_regions_are_known_and_nothing_else_is() {
        for (endpoint, origin) in [
            ("https://api.amazonalexa.com", "https://api.amazonalexa.com"),
            ("https://API.eu.AmazonAlexa.com:443/", "https://api.eu.amazonalexa.com"),
            ("https://api.fe.amazonalexa.com/", "https://api.fe.amazonalexa.com"),
        ] {
            assert_eq!(known(endpoint), Some(origin));
        }
        for endpoint in [
            "",
            "https://",
            "http://api.amazonalexa.com",
            "api.amazonalexa.com",
            "https://api.amazonalexa.com:8443",
            "https://api.amazonalexa.com:443:443",
            "https://api.amazonalexa.com.evil.example",
            "https://evil.example/https://api.amazonalexa.com",
            "https://evil.example#api.amazonalexa.com",
            "https://user@api.amazonalexa.com",
            "https://api.amazonalexa.com@evil.example",
            "https://api.amazonalexa.com//",
            "https://api.amazonalexa.com/v1",
            "https://api.amazonalexa.com?",
            "https://api.amazonalexa.com\\@evil.example",
            "https://api.amazonalexa.com\u{0}.evil.example",
            "https://xapi.amazonalexa.com",
            "https://amazonalexa.com",
            "https://api.amazonalexa.com.",
            "https://127.0.0.1",
        ] {
            assert_eq!(known(endpoint), None, "{endpoint}");
        }
    }
}
