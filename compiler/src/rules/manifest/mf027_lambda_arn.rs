use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// An endpoint is an ARN, but not one of a Lambda function.
    ///
    /// The ARN of a function is `arn:aws:lambda:REGION:ACCOUNT:function:NAME`, where ACCOUNT is the 12 digits of the AWS account;
    /// `:ALIAS` or `:VERSION` may follow. The ARN of a CloudFormation stack, which looks much the same, is refused.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// endpoint: arn:aws:cloudformation:us-east-1:123456789012:stack/hello-friend
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// endpoint: arn:aws:lambda:us-east-1:123456789012:function:hello-friend
    /// ```
    MF027 "lambda-arn" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for uri in skill.uris() {
        let Some(fault) = fault(uri.value) else { continue };
        let problem = RULE.at(uri.span, format!("the ARN is not one of a Lambda function: {fault}"));
        report.push(problem.note("valid is `arn:aws:lambda:REGION:ACCOUNT:function:NAME`, and `:ALIAS` or `:VERSION` may follow"));
    }
}

/// What is wrong with the first part that is; nothing where it is no ARN at all.
pub(crate) fn fault(arn: &str) -> Option<&'static str> {
    if !arn.starts_with("arn:") {
        return None;
    }
    let parts: Vec<&str> = arn.split(':').collect();
    let is_name = |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    let is_qualifier = |name: &str| name == "$LATEST" || is_name(name);
    let part = |at: usize| parts.get(at).copied().unwrap_or_default();
    let checks = [
        (part(1) == "aws", "the partition is not `aws`"),
        (part(2) == "lambda", "the service is not `lambda`"),
        (is_name(part(3)), "there is no region"),
        (part(4).len() == 12 && part(4).bytes().all(|byte| byte.is_ascii_digit()), "the account is not 12 digits"),
        (part(5) == "function", "it names no `function`"),
        (is_name(part(6)), "the function's name is missing, or has other characters than letters, digits, `-` and `_`"),
        (parts.len() <= 8, "there is more than one alias or version"),
        (
            parts.len() < 8 || is_qualifier(part(7)),
            "the alias or version is empty, or has other characters than letters, digits, `-` and `_`",
        ),
    ];
    checks.into_iter().find(|(holds, _)| !holds).map(|(_, fault)| fault)
}
