use crate::diagnostic::Report;
use crate::rules::rule;
use crate::sample::{ByFingerprint, fingerprint, heard};
use crate::skill::{Model, ModelIntent, Sample, Skill};

rule! {
    /// An intent has the same sample twice.
    ///
    /// Alexa drops the second one without a word, so the model is smaller than the file suggests; often the second one was meant to say something
    /// else. Upper and lower case and doubled spaces make no difference, and what `(a|b)` and `[a]` stand for counts too.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: ["(say|give) a greeting", give a greeting] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: ["(say|give) a greeting"] }
    /// ```
    UT015 "duplicate-sample" Warning Daily
}

pub(crate) fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for intent in &model.intents {
        check_intent(intent, report);
    }
}

fn check_intent(intent: &ModelIntent<'_>, report: &mut Report) {
    let mut known: ByFingerprint<&Sample<'_>> = ByFingerprint::with_capacity_and_hasher(intent.samples.len(), Default::default());
    let mut first: Option<(&Sample<'_>, &Sample<'_>)> = None;
    let mut others = 0;
    for sample in &intent.samples {
        let earlier = *known.entry(fingerprint(&sample.text, |name| name)).or_insert(sample);
        if std::ptr::eq(earlier, sample) || !heard(&sample.text, |name| name).eq(heard(&earlier.text, |name| name)) {
            continue;
        }
        match first {
            None => first = Some((earlier, sample)),
            Some(_) => others += 1,
        }
    }
    let Some((earlier, later)) = first else { return };
    let mut problem = RULE.at(later.span, format!("`{}` has the sample `{}` twice", intent.name.value, later.text));
    if earlier.span != later.span {
        problem = problem.also(earlier.span, "it stands here already");
    }
    if others > 0 {
        problem = problem.note(format!("{others} more of its samples are duplicates"));
    }
    report.push(problem.help("remove it, or write what was meant instead"));
}

#[cfg(test)]
mod tests {
    use crate::told::told;

    #[test]
    fn an_intent_is_told_once() {
        let keys = "intents:\n  Hello:\n    slots: { city: AMAZON.City, friend: AMAZON.FirstName, query: AMAZON.SearchQuery }\n    samples:\n      - to {city}\n      - To {city}\n      - (go|ride) home\n      - go  home\n";
        assert_eq!(told("UT015", keys, ""), ["`Hello` has the sample `To {city}` twice"]);
    }

    #[test]
    fn different_slots_are_different_samples() {
        assert!(told("UT015", "intents:\n  Hello:\n    slots: { city: AMAZON.City, friend: AMAZON.FirstName, query: AMAZON.SearchQuery }\n    samples:\n      - to {city}\n      - to {friend}\n", "").is_empty());
    }
}
