use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// An endpoint names the folder of its code.
    ///
    /// The tools of Amazon's first years found the code by `sourceDir`; those of today find it in `ask-resources.json` and ignore this.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// endpoint: { uri: "arn:aws:lambda:us-east-1:123456789012:function:hello-friend", source_dir: lambda/custom }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// endpoint: arn:aws:lambda:us-east-1:123456789012:function:hello-friend
    /// ```
    MF074 "source-dir" Warning Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for folder in skill.targets().filter_map(|target| target.source_dir) {
        report.push(RULE.at(folder.span, "Amazon's tools of today do not look at `source_dir`").help("remove it"));
    }
}
