//! A request to one of Alexa's services, put together.

use std::time::Duration;

use http::{HeaderValue, Method};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::error::ServiceError;

/// What nothing but a slow service is given up for.
const PATIENCE: Duration = Duration::from_secs(3);

/// All but RFC 3986's unreserved characters.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

pub(super) struct Call {
    /// What is asked, for the log.
    pub(super) what: &'static str,
    pub(super) method: Method,
    /// The path and the query.
    pub(super) path: String,
    pub(super) body: Vec<u8>,
    pub(super) language: Option<HeaderValue>,
    pub(super) needs: Option<Needs>,
    /// The most time that it may take.
    pub(super) time: Duration,
    /// Why it is not to be sent.
    pub(super) fault: Option<ServiceError>,
}

/// A permission, and how the service says that it is not granted.
#[derive(Clone, Copy)]
pub(super) struct Needs {
    pub(super) permission: &'static str,
    pub(super) statuses: &'static [u16],
}

impl Needs {
    /// Addresses and profiles: a 401 is about the token.
    pub(super) fn as_forbidden(permission: &'static str) -> Self {
        Self { permission, statuses: &[403] }
    }

    /// Reminders, timers and lists make no difference.
    pub(super) fn as_either(permission: &'static str) -> Self {
        Self { permission, statuses: &[401, 403] }
    }
}

impl Call {
    /// The path has to come in pieces, since some are ids from outside: each stays one segment, whatever is in it.
    pub(super) fn new(what: &'static str, method: Method, path: &[&str]) -> Self {
        let mut call =
            Self { what, method, path: String::new(), body: Vec::new(), language: None, needs: None, time: PATIENCE, fault: None };
        for segment in path {
            // An empty id would ask for all there are, and dots for what is above.
            if matches!(*segment, "" | "." | "..") {
                call.fault = Some(ServiceError::Invalid("an id is empty or made of dots"));
            }
            call.path.push('/');
            call.path.extend(utf8_percent_encode(segment, RESERVED));
        }
        call
    }

    pub(super) fn get(what: &'static str, path: &[&str]) -> Self {
        Self::new(what, Method::GET, path)
    }

    pub(super) fn needs(mut self, needs: Needs) -> Self {
        self.needs = Some(needs);
        self
    }

    pub(super) fn query(mut self, key: &str, value: Option<&str>) -> Self {
        if let Some(value) = value {
            self.path.push(if self.path.contains('?') { '&' } else { '?' });
            self.path.push_str(key);
            self.path.push('=');
            self.path.extend(utf8_percent_encode(value, RESERVED));
        }
        self
    }

    pub(super) fn body(mut self, body: &impl Serialize) -> Self {
        match serde_json::to_vec(body) {
            Ok(body) => self.body = body,
            Err(_) => self.fault = Some(ServiceError::Invalid("it has no JSON form")),
        }
        self
    }

    pub(super) fn refuse(mut self, why: &'static str) -> Self {
        self.fault = Some(ServiceError::Invalid(why));
        self
    }

    /// Names and descriptions come in this language.
    pub(super) fn language(mut self, locale: Option<&str>) -> Self {
        let locale = locale.and_then(|locale| HeaderValue::from_str(locale).ok());
        self.language = Some(locale.unwrap_or(HeaderValue::from_static("en-US")));
        self
    }

    pub(super) fn within(mut self, time: Duration) -> Self {
        self.time = time;
        self
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Call;

    proptest! {
        #[test]
        fn any_id_stays_one_segment_of_an_address(ids in prop::collection::vec(".*", 1..4), query in ".*") {
            let segments: Vec<&str> = ids.iter().map(String::as_str).collect();
            let call = Call::get("test", &segments).query("q", Some(&query));
            prop_assert_eq!(call.fault.is_some(), ids.iter().any(|id| ["", ".", ".."].contains(&id.as_str())));
            let address: http::Uri = format!("https://api.amazonalexa.com{}", call.path).parse().expect("an address");
            prop_assert_eq!(address.authority().expect("a host").as_str(), "api.amazonalexa.com");
            prop_assert_eq!(address.path().split('/').count(), ids.len() + 1);
            prop_assert_eq!(address.query().expect("a query").matches(['&', '=']).count(), 1);
        }
    }

    #[test]
    fn an_id_stays_one_segment() {
        let call = Call::get("test", &["v1", "~current", "a/../b?c#d", "é %", "Profile.name"]);
        assert_eq!(call.path, "/v1/~current/a%2F..%2Fb%3Fc%23d/%C3%A9%20%25/Profile.name");
        assert!(call.fault.is_none());
        for id in ["", ".", ".."] {
            assert!(Call::get("test", &["v1", id]).fault.is_some(), "{id}");
        }
    }

    #[test]
    fn a_query_has_what_is_asked_for() {
        let call = Call::get("test", &["v1"]).query("a", None).query("b", Some("x&y=z")).query("c", Some("1"));
        assert_eq!(call.path, "/v1?b=x%26y%3Dz&c=1");
    }
}
