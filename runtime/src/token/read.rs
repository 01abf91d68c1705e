//! Reads claims, whether a token has them or its service tells them (RFC 7519, section 4.1; RFC 9068, section 2.2; RFC 7662, section 2.2).

use serde_json::{Map, Value};

use super::claims::{Claims, Scopes};

/// The claims have not the form that the standards give them.
#[derive(Debug)]
pub(super) struct MalformedClaims;

/// The claims that the members of an object are.
pub(super) fn claims(all: Map<String, Value>) -> Result<Claims, MalformedClaims> {
    // `azp` is what OpenID Connect, Keycloak, Auth0 and Microsoft call it, `cid` what Okta does.
    let client_id = text(&all, "client_id")?.or(text(&all, "azp")?).or(text(&all, "cid")?);
    Ok(Claims {
        subject: text(&all, "sub")?,
        issuer: text(&all, "iss")?,
        audiences: texts(&all, "aud", |text| vec![text.to_owned()])?.unwrap_or_default(),
        client_id,
        scopes: scopes(&all)?,
        // A fraction of a second never makes a token valid longer.
        expiry: seconds(&all, "exp", f64::floor)?,
        not_before: seconds(&all, "nbf", f64::ceil)?,
        all,
    })
}

fn scopes(all: &Map<String, Value>) -> Result<Option<Scopes>, MalformedClaims> {
    let words = |text: &str| text.split_ascii_whitespace().map(str::to_owned).collect();
    if let Some(names) = texts(all, "scope", words)? {
        return Ok(Some(Scopes { names, short: false }));
    }
    // Microsoft asks for `api://rides/rides.request` and writes `rides.request`, as one text; Okta writes whole names, in a list.
    let short = all.get("scp").is_some_and(Value::is_string);
    Ok(texts(all, "scp", words)?.map(|names| Scopes { names, short }))
}

/// A claim that is a text; null is like absent.
fn text(all: &Map<String, Value>, name: &str) -> Result<Option<String>, MalformedClaims> {
    match all.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(MalformedClaims),
    }
}

/// A claim that is a list of texts, or one text for all of them.
fn texts(all: &Map<String, Value>, name: &str, split: impl Fn(&str) -> Vec<String>) -> Result<Option<Vec<String>>, MalformedClaims> {
    match all.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(split(text))),
        Some(Value::Array(texts)) => {
            let texts = texts.iter().map(|text| text.as_str().map(str::to_owned).ok_or(MalformedClaims));
            texts.collect::<Result<_, _>>().map(Some)
        }
        Some(_) => Err(MalformedClaims),
    }
}

/// A claim that is a time: seconds since 1970, and maybe a fraction.
fn seconds(all: &Map<String, Value>, name: &str, round: fn(f64) -> f64) -> Result<Option<u64>, MalformedClaims> {
    match all.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Number(number)) => match number.as_u64() {
            Some(seconds) => Ok(Some(seconds)),
            // `as` saturates, and makes of what is before 1970 the first second of it.
            None => number.as_f64().filter(|seconds| seconds.is_finite()).map(|seconds| Some(round(seconds) as u64)).ok_or(MalformedClaims),
        },
        Some(_) => Err(MalformedClaims),
    }
}
