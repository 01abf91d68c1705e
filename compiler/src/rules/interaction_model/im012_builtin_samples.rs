use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};

rule! {
    /// `AMAZON.FallbackIntent` or `AMAZON.SelectIntent` is given samples.
    ///
    /// Samples extend Amazon's other intents. These two are chosen in another way: the fallback when nothing else fits, the selection by what is
    /// on the screen. No documented effect of samples on them is known; ten of 384 public models have some on the fallback.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   AMAZON.FallbackIntent: { samples: [something else] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   SomethingElse: { samples: [something else] }
    /// ```
    IM012 "builtin-samples" Warning Daily
}

pub fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for intent in &model.intents {
        if !matches!(intent.name.value, "AMAZON.FallbackIntent" | "AMAZON.SelectIntent") {
            continue;
        }
        let Some(sample) = intent.samples.first() else { continue };
        let problem = RULE.at(sample.span, format!("samples of `{}` are not known to do anything", intent.name.value));
        report.push(problem.help("move them to an intent of your own, or leave them out"));
    }
}
