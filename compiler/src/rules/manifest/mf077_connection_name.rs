use crate::builtin::ConnectionKind;
use crate::diagnostic::Report;
use crate::nearest::nearest;
use crate::rules::rule;
use crate::skill::Skill;
use crate::syntax::listed;

rule! {
    /// A connection is neither a request of Amazon's nor the name of a task with its version.
    ///
    /// `Buy`, `Upsell` and `Cancel` sell the skill's products, `AskFor` asks for a permission by voice. Everything else is a skill connection:
    /// a task of Amazon's or of another skill, with a slash and its version, such as `AMAZON.PrintPDF/1` ("Use Skill Connections to Request
    /// Tasks").
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// connections: [AMAZON.PrintPDF]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// connections: [AMAZON.PrintPDF/1, Buy]
    /// ```
    MF077 "connection-name" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for connection in skill.connections.iter().filter(|connection| !is_known(connection.value)) {
        let problem = RULE.at(connection.span, format!("`{}` is no connection", connection.value));
        report.push(match nearest(connection.value, ConnectionKind::REQUESTS.iter().copied()) {
            Some(near) => problem.fix(format!("a similar one is: `{near}`"), connection.span, near),
            None => {
                problem.help(format!("write {}, or a task with its version, such as `AMAZON.PrintPDF/1`", listed(ConnectionKind::REQUESTS)))
            }
        });
    }
}

fn is_known(name: &str) -> bool {
    let task = name.strip_prefix("connection://").unwrap_or(name).rsplit_once('/');
    let is_task =
        task.is_some_and(|(task, version)| !task.is_empty() && !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit()));
    is_task || ConnectionKind::of(name) == ConnectionKind::Request
}
