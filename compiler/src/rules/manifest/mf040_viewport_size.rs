use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::source::Spanned;

rule! {
    /// The sizes of a viewport are no range.
    ///
    /// Amazon's schema takes widths and heights of at least 1, and the smallest cannot be larger than the largest.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// interfaces:
    ///   - alexa_presentation_apl: { supported_viewports: [{ mode: HUB, shape: ROUND, min_width: 960, max_width: 480 }] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// interfaces:
    ///   - alexa_presentation_apl: { supported_viewports: [{ mode: HUB, shape: ROUND, min_width: 480, max_width: 960 }] }
    /// ```
    MF040 "viewport-size" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let lists = skill.interfaces.iter().filter_map(|interface| interface.options.as_ref()?.supported_viewports.as_ref());
    for viewport in lists.flat_map(|list| &list.items) {
        compare("width", viewport.min_width, viewport.max_width, report);
        compare("height", viewport.min_height, viewport.max_height, report);
    }
}

fn compare(what: &str, least: Option<Spanned<i64>>, most: Option<Spanned<i64>>, report: &mut Report) {
    let too_small: Vec<_> = [least, most].into_iter().flatten().filter(|size| size.value < 1).collect();
    for size in &too_small {
        report.push(RULE.at(size.span, format!("a {what} of {} is less than 1", size.value)));
    }
    if let (true, Some(least), Some(most)) = (too_small.is_empty(), least, most)
        && least.value > most.value
    {
        let problem = RULE.at(least.span, format!("the smallest {what} is larger than the largest"));
        report.push(problem.also(most.span, "the largest"));
    }
}
