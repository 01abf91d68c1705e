use crate::diagnostic::Report;
use crate::nearest::nearest;
use crate::rules::rule;
use crate::skill::Skill;
use crate::source::{Span, Text};
use crate::syntax::listed;

rule! {
    /// A viewport does not say its mode and shape, or says one that Amazon does not have.
    ///
    /// Amazon's schema requires both for every entry of `supportedViewports`: the mode is `HUB`, `TV`, `MOBILE`, `PC` or `AUTO`, the
    /// shape `RECTANGLE` or `ROUND`.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// interfaces:
    ///   - alexa_presentation_apl: { supported_viewports: [{ mode: HUB, shape: CIRCLE }] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// interfaces:
    ///   - alexa_presentation_apl: { supported_viewports: [{ mode: HUB, shape: ROUND }] }
    /// ```
    MF039 "viewport-kind" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let lists = skill.interfaces.iter().filter_map(|interface| interface.options.as_ref()?.supported_viewports.as_ref());
    for viewport in lists.flat_map(|list| &list.items) {
        compare("mode", viewport.mode, viewport.key, &["HUB", "TV", "MOBILE", "PC", "AUTO"], report);
        compare("shape", viewport.shape, viewport.key, &["RECTANGLE", "ROUND"], report);
    }
}

fn compare(what: &'static str, said: Option<Text<'_>>, viewport: Span, valid: &[&str], report: &mut Report) {
    let problem = match said {
        Some(said) if valid.contains(&said.value) => return,
        Some(said) => {
            let problem = RULE.at(said.span, format!("`{}` is no {what} of a viewport", said.value));
            match nearest(said.value, valid.iter().copied()) {
                Some(near) => problem.fix(format!("a similar one is: `{near}`"), said.span, near),
                None => problem,
            }
        }
        None => RULE.at(viewport, format!("a viewport needs its `{what}`")).for_want_of(viewport, what),
    };
    report.push(problem.note(format!("valid are {}", listed(valid))));
}
