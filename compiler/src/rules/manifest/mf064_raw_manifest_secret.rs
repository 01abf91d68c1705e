use crate::diagnostic::Report;
use crate::raw::{entries, items};
use crate::rules::rule;
use crate::skill::Skill;
use crate::source::Span;
use crate::yaml::Value;

rule! {
    /// `amazon.manifest` holds a secret.
    ///
    /// The manifest is written to a file, pushed, and readable in the developer console: what stands in it is no secret any more. Nothing
    /// in Amazon's schema asks for one. The diagnostic does not point at the secret itself, so that it does not get into a log.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// amazon:
    ///   manifest:
    ///     authorizedClients:
    ///       - authenticationProvider: LWA
    ///         clientSecret: hello
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// amazon:
    ///   manifest:
    ///     authorizedClients:
    ///       - authenticationProvider: LWA
    /// ```
    MF064 "raw-manifest-secret" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    if let Some(raw) = skill.amazon.manifest {
        walk(raw.value, raw.key, report);
    }
}

fn walk(value: Value<'_>, block: Span, report: &mut Report) {
    for found in entries(value) {
        if is_secret(found.key.value) {
            let problem = RULE.at(block, format!("`amazon.manifest` has a key `{}`, which looks like a secret", found.key.value));
            report.push(
                problem
                    .note("the manifest is a file that many can read")
                    .help("remove it, and replace the secret at the service that gave it out"),
            );
        } else {
            walk(found.value, block, report);
        }
    }
    items(value).for_each(|item| walk(item, block, report));
}

fn is_secret(key: &str) -> bool {
    const ENDS: &[&str] =
        &["secret", "password", "passphrase", "apikey", "privatekey", "secretkey", "accesstoken", "refreshtoken", "credentials"];
    let letters: String = key.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect();
    ENDS.iter().any(|end| letters.ends_with(end))
}
