use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::url::Url;

rule! {
    /// The address of the privacy policy or the terms of use is not a URL.
    ///
    /// The Alexa app opens the address in a browser, so it is a whole one, with `https://` and a host.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   privacy_policy: hello.friend.dev/privacy
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   privacy_policy: https://hello.friend.dev/privacy
    /// ```
    MF018 "policy-address" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for address in skill.listings.iter().flat_map(|page| [page.privacy_policy, page.terms_of_use]).flatten() {
        // Amazon's own exports have an empty one where nothing was filled in.
        if address.value.is_empty() || is_address(address.value) {
            continue;
        }
        let problem = RULE.at(address.span, format!("`{}` is not a web address", address.value)).note("the address begins with `https://`");
        let whole = format!("https://{}", address.value);
        let can_be_mended = !address.value.contains(':') && Url::parse(&whole).is_some_and(|url| url.host.contains('.'));
        report.push(if can_be_mended { problem.fix("write the scheme too", address.span, whole) } else { problem });
    }
}

/// Whether it is one.
pub(crate) fn is_address(address: &str) -> bool {
    Url::parse(address).is_some()
}
