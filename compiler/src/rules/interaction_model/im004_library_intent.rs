use crate::builtin::is_library_intent;
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// The skill uses an intent of Amazon's old library of actions on things, such as `AMAZON.SearchAction<object@WeatherForecast>`.
    ///
    /// These intents were made for English (US), and Amazon has stopped developing them. They are passed on unchecked.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   AMAZON.SearchAction<object@WeatherForecast>:
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   Forecast: { samples: [what is the weather like] }
    /// ```
    IM004 "library-intent" Warning Daily
}

pub fn check(skill: &Skill<'_>, report: &mut Report) {
    for intent in skill.intents.iter().filter(|intent| is_library_intent(intent.name.value)) {
        let problem = RULE.at(intent.name.span, format!("`{}` belongs to an old library of intents", intent.name.value));
        let problem = problem.note("Amazon no longer develops it, and offers it in few locales; nothing about it is checked");
        report.push(problem.help("declare an intent of your own with its own samples"));
    }
}
