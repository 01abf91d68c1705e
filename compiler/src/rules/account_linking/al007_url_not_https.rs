use crate::diagnostic::{Diagnostic, Report};
use crate::placeholder::placeholder;
use crate::rules::rule;
use crate::skill::Skill;
use crate::source::{Span, Spanned};
use crate::url::Url;

rule! {
    /// A URL of `account_linking` is not an https URL.
    ///
    /// Users type their password into the login page, and Alexa sends your client secret to the token endpoint. Amazon takes https alone,
    /// with a certificate that it trusts ("Requirements for Account Linking"). URLs that lead into your own app need only be absolute.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// account_linking:
    ///   authorization_url: https://login.friend.dev/authorize
    ///   token_url: http://login.friend.dev/token
    ///   client_id: alexa
    ///   client_secret: env:FRIEND_SECRET
    ///   client_authentication: http_basic
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// account_linking:
    ///   authorization_url: https://login.friend.dev/authorize
    ///   token_url: https://login.friend.dev/token
    ///   client_id: alexa
    ///   client_secret: env:FRIEND_SECRET
    ///   client_authentication: http_basic
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    AL007 "url-not-https" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(linking) = &skill.linking else { return };
    for (key, text) in linking.urls().filter(|(_, text)| placeholder(text.value).is_none()) {
        match Url::parse(text.value).filter(Url::has_proper_host) {
            None => report.push(not_a_url(key, text.span).help("write an absolute URL, such as `https://login.ridehailer.com/authorize`")),
            Some(url) if url.is_https() || url.unreachable().is_some() => {}
            Some(url) => {
                let problem = RULE.at(text.span, format!("`{key}` uses `{}`, and Amazon takes only https", url.scheme));
                report.push(match scheme_span(text, &url) {
                    Some(span) => problem.fix("use https", span, "https"),
                    None => problem.help("use https"),
                });
            }
        }
    }
    for (key, text) in linking.app_urls().filter(|(_, text)| placeholder(text.value).is_none()) {
        // An app may claim a scheme of its own.
        if Url::parse(text.value).is_none() && !text.value.contains("://") {
            report.push(not_a_url(key, text.span).help("write an absolute URL, such as `https://app.ridehailer.com/link`"));
        }
    }
}

fn not_a_url(key: &str, span: Span) -> Diagnostic {
    RULE.at(span, format!("`{key}` is not a URL"))
}

/// Where the scheme is written, when the text stands in the file as it is.
fn scheme_span(text: Spanned<&str>, url: &Url<'_>) -> Option<Span> {
    let quotes = text.span.range().len().checked_sub(text.value.len())?;
    let start = [(0, 0), (2, 1)].into_iter().find(|(both, _)| *both == quotes)?.1;
    (url.scheme.eq_ignore_ascii_case("http")).then(|| text.span.slice(start..start + url.scheme.len()))
}
