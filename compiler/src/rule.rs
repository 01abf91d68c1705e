//! What a rule is, the macro that declares one, and what its check sees.

use crate::analysis::Checked;
use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::drift::Code;
use crate::skill::{Model, Skill};
use crate::source::Span;
use std::fmt;

/// When a rule speaks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Profile {
    /// Always.
    Daily,
    /// Always, and under `check --submit` it is an error.
    Stricter,
    /// Only under `check --submit`: what certification demands and daily work does not.
    Submit,
}

/// Something that can be wrong with a skill, under a code that never changes its meaning.
pub struct Rule {
    /// Two letters for the family and three digits; a number is never used again.
    pub code: &'static str,
    /// A short name in kebab case.
    pub name: &'static str,
    /// How much it weighs unless the skill's `lints` say otherwise.
    pub severity: Severity,
    /// When it speaks.
    pub profile: Profile,
    /// The `explain` page: the doc comment of the rule, in Markdown.
    pub explain: &'static str,
}

impl Rule {
    /// A problem of this kind at `span`; the message is one line without a full stop.
    pub fn at(&'static self, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(self, span, message)
    }

    /// The first line of the page.
    pub fn summary(&self) -> &'static str {
        self.explain.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default()
    }
}

/// How a rule is checked.
pub(crate) enum Check {
    /// The front end reports it while it reads and lowers.
    FrontEnd,
    /// Once for the skill.
    Skill(fn(&Skill<'_>, &mut Report)),
    /// Once for the model of each locale.
    Model(fn(&Skill<'_>, &Model<'_>, &mut Report)),
    /// Once for the crate that has the handlers, where a door read it.
    Code(fn(&Checked<'_>, &Code, &mut Report)),
}

/// A rule and its check, as the index lists them.
pub(crate) struct Entry {
    pub rule: &'static Rule,
    pub check: Check,
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Rule {}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)
    }
}

/// Declares `pub static RULE: Rule`; its doc comment is the `explain` page.
///
/// ```ignore
/// rule! {
///     /// An intent needs a linked account, but the skill declares no account linking.
///     ///
///     /// Why it matters …
///     ///
///     /// ## Fails
///     ///
///     /// ```yaml
///     /// intents: { OrderRide: { auth: required, samples: [order a ride] } }
///     /// ```
///     ///
///     /// ## Passes
///     ///
///     /// ```yaml
///     /// intents: { OrderRide: { samples: [order a ride] } }
///     /// ```
///     AL004 "auth-without-linking" Error Daily
/// }
/// ```
///
/// The examples are run by the tests: each is laid over a small valid skill, key by key at the top level. The failing one must break this
/// rule, the passing one must break no rule at all.
macro_rules! rule {
    ($(#[doc = $line:literal])+ $code:ident $name:literal $severity:ident $profile:ident) => {
        $(#[doc = $line])+
        pub static RULE: $crate::rule::Rule = $crate::rule::Rule {
            code: stringify!($code),
            name: $name,
            severity: $crate::diagnostic::Severity::$severity,
            profile: $crate::rule::Profile::$profile,
            explain: concat!($($line, "\n"),+),
        };
    };
}
pub(crate) use rule;
