use crate::diagnostic::Report;
use crate::raw::{entries, entry};
use crate::rules::rule;
use crate::skill::Skill;
use crate::source::Span;
use crate::yaml::{Kind, Value};

rule! {
    /// What `amazon.manifest` adds is no map where the manifest has one.
    ///
    /// The block is laid over the manifest key by key, in Amazon's names, without the outer `manifest`. A text or list in place of
    /// `publishingInformation`, say, would wipe out everything that Sayso writes there.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// amazon:
    ///   manifest:
    ///     publishingInformation: none
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// amazon:
    ///   manifest:
    ///     publishingInformation:
    ///       locales:
    ///         en-US: { customProductPrompts: { purchasePromptDescription: Buy?, purchaseConfirmationDescription: Thanks. } }
    /// ```
    MF061 "raw-manifest-shape" Error Daily
}

/// The maps that Sayso writes into; `*` stands for every key.
const MAPS: &[&[&str]] = &[&["publishingInformation", "locales", "*"], &["apis", "custom"], &["privacyAndCompliance", "locales", "*"]];

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(raw) = skill.amazon.manifest else { return };
    if is_other(raw.value) {
        tell("amazon.manifest", raw.value.span(), report);
    }
    if let Some(wrapper) = entry(raw.value, "manifest") {
        let problem = RULE.at(wrapper.key.span, "`amazon.manifest` has a `manifest` inside");
        report.push(
            problem
                .note("the block already stands for what is in Amazon's `manifest`")
                .help("leave this key out, and move what it holds one level up"),
        );
    }
    for path in MAPS {
        walk(raw.value, path, report);
    }
}

fn walk(value: Value<'_>, path: &[&str], report: &mut Report) {
    let Some((first, rest)) = path.split_first() else { return };
    for found in entries(value).filter(|found| *first == "*" || found.key.value == *first) {
        if is_other(found.value) {
            tell(found.key.value, found.value.span(), report);
        }
        walk(found.value, rest, report);
    }
}

/// Whether it is something that would take the place of a map, as nothing at all would, too.
fn is_other(value: Value<'_>) -> bool {
    matches!(value.kind(), Kind::Null | Kind::Scalar(_) | Kind::Sequence(_))
}

fn tell(name: &str, span: Span, report: &mut Report) {
    report.push(RULE.at(span, format!("`{name}` is not a map")).note("it is laid over the manifest key by key, in Amazon's names"));
}
