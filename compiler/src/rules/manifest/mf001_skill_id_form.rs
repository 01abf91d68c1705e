use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// A skill id has another form than Amazon's.
    ///
    /// An id is `amzn1.ask.skill.` and a UUID in lower case: 8, 4, 4, 4 and 12 digits. The runtime compares it with the `applicationId`
    /// of every request and refuses the rest, so a skill with a misspelt id answers nobody. The developer console shows the id under the
    /// skill's name.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   id: amzn1.ask.skill.hello-friend
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   id: amzn1.ask.skill.12345678-1234-1234-1234-123456789012
    /// ```
    MF001 "skill-id-form" Error Daily
}

/// What the ids of today begin with.
const PREFIX: &str = "amzn1.ask.skill.";

/// What the ids of the first years began with.
pub(crate) const LEGACY: &str = "amzn1.echo-sdk-ams.app.";

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for id in &skill.ids {
        let uuid = id.value.strip_prefix(PREFIX).or_else(|| id.value.strip_prefix(LEGACY));
        if uuid.is_some_and(is_uuid) {
            continue;
        }
        let problem =
            RULE.at(id.span, format!("`{}` is not a skill id", id.value)).note("a skill id is `amzn1.ask.skill.` and a UUID in lower case");
        report.push(match id.value.to_ascii_lowercase() {
            lower if lower.strip_prefix(PREFIX).is_some_and(is_uuid) => problem.fix("write it in lower case", id.span, lower),
            _ => problem.help("copy it from the developer console, or leave `id` out until Amazon has given one"),
        });
    }
}

fn is_uuid(text: &str) -> bool {
    let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    let mut lengths = [8, 4, 4, 4, 12].into_iter();
    text.split('-').all(|group| lengths.next() == Some(group.len()) && group.bytes().all(is_digit)) && lengths.next().is_none()
}
