use crate::diagnostic::{Diagnostic, Report};
use crate::rules::rule;
use crate::rules::syntax::sy007_needs_quotes as needs_quotes;
use crate::skill::Skill;
use crate::source::{Span, Text};

rule! {
    /// `client_secret` holds a text where only a reference may stand.
    ///
    /// Whoever has Alexa's client secret can redeem codes and refresh tokens in your skill's name. A file that is committed is no place
    /// for it, and two public skills have theirs in one. So `client_secret` says where the secret is, and it is read only when something
    /// is pushed: `env:NAME` is an environment variable, `file:PATH` a file. The same holds for the skill's own secret under
    /// `token.introspection`, which the skill reads while it runs. Messages show stars in place of the text.
    ///
    /// A secret that was ever committed stays in the history of the repository: have your service issue a new one.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// account_linking:
    ///   authorization_url: https://login.friend.dev/authorize
    ///   token_url: https://login.friend.dev/token
    ///   client_id: alexa
    ///   client_secret: wonderland
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
    AL015 "literal-secret" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let literal = skill.client_secrets.iter().filter(|secret| !secret.value.trim().is_empty() && !is_reference(secret.value));
    for secret in literal {
        // A reference that ends with its colon is no YAML: that has been told at the same place.
        let is_told = |found: &Diagnostic| *found.rule == needs_quotes::RULE && found.span() == secret.span;
        if matches!(secret.value, "env:" | "file:") && report.iter().any(is_told) {
            continue;
        }
        // The text itself stays out of the message.
        report.push(
            RULE.at(place(*secret), "`client_secret` holds a text that is not a reference")
                .here("only `env:NAME` or `file:PATH` may stand here")
                .note("skill.yaml is for everyone who has the repository, and what was committed once stays in its history")
                .help("write `client_secret: env:NAME`, and have your service issue a new secret if this one was ever committed"),
        );
    }
}

/// Whether the text says where a secret is, with a name that an environment variable can have, or a path.
fn is_reference(text: &str) -> bool {
    let is_name = |name: &str| {
        let starts = name.starts_with(|first: char| first == '_' || first.is_ascii_alphabetic());
        starts && name.chars().all(|c| c == '_' || c.is_ascii_alphanumeric())
    };
    match text.split_once(':') {
        Some(("env", name)) => is_name(name),
        Some(("file", path)) => !path.trim().is_empty(),
        _ => false,
    }
}

/// The text, or where it begins when it has several lines: no more lines are shown than must be.
fn place(secret: Text<'_>) -> Span {
    let quotes = secret.span.range().len().saturating_sub(secret.value.len());
    if quotes <= 2 { secret.span } else { secret.span.slice(0..1) }
}

#[cfg(test)]
mod tests {
    use crate::{Input, Options, analyze, render};

    const SKILL: &str = "\
sayso: 1
locales: [en-US]
intents: { Ride: { auth: required, samples: [order a ride] } }
account_linking:
  client_secret: sesame-1
  clientSecret: sesame-2
  token_url: https://alexa:sesame-3@login.friend.dev:80/token?client_secret=sesame-4
stages:
  live: { account_linking: { grant: none, client_secret: 'sesame-5' } }
  beta:
    account_linking:
      client_secret: >-
        sesame-6
        sesame-7
amazon: { account_linking: { clientSecret: sesame-8, type: IMPLICIT } }
";

    #[test]
    fn no_text_of_a_diagnostic_repeats_a_secret() {
        let input = Input::from_text("skill.yaml", SKILL);
        analyze(&input, &Options::default(), |analysis| {
            let literal = analysis.diagnostics.iter().filter(|found| found.code() == "AL015").count();
            assert_eq!(literal, 3, "{:?}", analysis.diagnostics);
            for found in &analysis.diagnostics {
                let text = render::text(&input.sources, found);
                assert!(!text.contains("sesame"), "{text}");
            }
        });
    }

    #[cfg(feature = "render")]
    #[test]
    fn no_format_shows_a_secret() {
        let input = Input::from_text("skill.yaml", SKILL);
        let style = render::Style { color: false, width: 400, unicode: false };
        analyze(&input, &Options::default(), |analysis| {
            for format in [render::Format::Full, render::Format::Short, render::Format::Json, render::Format::Sarif, render::Format::Github]
            {
                let text = render::render(format, &input.sources, &analysis.diagnostics, style);
                assert!(text.contains("AL015") && !text.contains("sesame"), "{text}");
            }
        });
    }

    #[cfg(feature = "render")]
    #[test]
    fn no_edit_shows_a_secret() {
        let style = render::Style::default();
        for linking in [
            "client_secret: sesame: 1",
            "client_secret: @sesame",
            "client_secret: %sesame",
            "client_secret: sesame: >\n    sesame",
            "client_secret: \"open\" sesame",
            "client_secret: `sesame`",
            "client_secret: [please] sesame",
            "token_url: https://alexa:sesame@login.friend.dev/: token",
            "client_secret: &x sesame: y",
        ] {
            let input = Input::from_text("skill.yaml", format!("sayso: 1\naccount_linking:\n  client_id: a\n  {linking}\n"));
            analyze(&input, &Options::default(), |analysis| {
                assert!(!analysis.diagnostics.is_empty(), "{linking}");
                for format in render::Format::ALL {
                    let text = render::render(format, &input.sources, &analysis.diagnostics, style);
                    assert!(!text.contains("sesame"), "{text}");
                }
            });
        }
    }

    #[test]
    fn a_reference_that_ends_with_its_colon_is_told_once() {
        for (secret, literal) in [("env:", 0), ("file:", 0), ("'env:'", 1), ("sesame:", 1)] {
            let told = crate::told::told("AL015", &format!("account_linking:\n  client_secret: {secret}\n  client_id: a\n"), "");
            assert_eq!(told.len(), literal, "{secret}");
        }
    }

    #[test]
    fn references_have_a_name() {
        for good in ["env:SECRET", "env:_s3cret", "file:secrets/alexa.txt"] {
            assert!(super::is_reference(good), "{good}");
        }
        for bad in ["SECRET", "$SECRET", "env:", "env: SECRET", "env:3CRET", "file:", "ENV:SECRET", "env:SE-CRET"] {
            assert!(!super::is_reference(bad), "{bad}");
        }
    }
}
