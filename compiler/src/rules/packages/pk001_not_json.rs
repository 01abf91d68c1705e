use crate::rules::rule;

rule! {
    /// A file of a skill package is not JSON.
    ///
    /// `sayso import` and `sayso diff` read what Amazon's tools read, and those take JSON alone: no comments, no comma after the last item,
    /// no byte-order mark, UTF-8. With `--lenient`, all of that but another encoding is read all the same, and told as a warning.
    ///
    /// There is no example here: the rule is about files that are not skill.yaml.
    PK001 "not-json" Error Daily
}
