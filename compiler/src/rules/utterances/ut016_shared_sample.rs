use crate::diagnostic::{Diagnostic, Report};
use crate::rules::rule;
use crate::sample::{ByFingerprint, fingerprint, heard, type_of};
use crate::skill::{Model, ModelIntent, Sample, Skill};
use std::collections::HashMap;

rule! {
    /// Two intents have the same sample.
    ///
    /// Alexa builds such a model and reports an utterance conflict; which of the two intents it then chooses is not defined (the page "Find
    /// Utterance Conflicts in Your Model"). With account linking that is more than a nuisance, for one of the two may need an account and the
    /// other not. Slots count by their types: `play {song}` and `play {title}` are the same when both slots have the same type. What
    /// `(a|b)` and `[a]` stand for counts too.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello, greet everyone] }
    ///   Goodbye: { samples: [say goodbye, greet everyone] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello, greet everyone] }
    ///   Goodbye: { samples: [say goodbye] }
    /// ```
    UT016 "shared-sample" Warning Daily
}

/// A sample and the intent that it belongs to.
type Said<'m, 's> = (&'m ModelIntent<'s>, &'m Sample<'s>);

/// Two intents with the same sample: the first such pair of samples, and how many more there are.
struct Pair<'m, 's> {
    earlier: Said<'m, 's>,
    later: Said<'m, 's>,
    others: usize,
}

pub(crate) fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    let samples = model.intents.iter().map(|intent| intent.samples.len()).sum();
    let mut known: ByFingerprint<Said<'_, '_>> = ByFingerprint::with_capacity_and_hasher(samples, Default::default());
    let mut pairs: Vec<Pair<'_, '_>> = Vec::new();
    let mut by_intents: HashMap<(usize, usize), usize> = HashMap::new();
    for intent in &model.intents {
        for sample in &intent.samples {
            let later = (intent, sample);
            let earlier = *known.entry(fingerprint(&sample.text, |name| type_of(intent, name))).or_insert(later);
            if earlier.0.intent == intent.intent || !by_type(earlier).eq(by_type(later)) {
                continue;
            }
            let at = *by_intents.entry((earlier.0.intent, intent.intent)).or_insert(pairs.len());
            match pairs.get_mut(at) {
                Some(pair) => pair.others += 1,
                None => pairs.push(Pair { earlier, later, others: 0 }),
            }
        }
    }
    pairs.iter().for_each(|pair| report.push(problem(pair)));
}

/// What is heard, with the types of slots in the place of their names.
fn by_type<'m>((intent, sample): Said<'m, '_>) -> impl Iterator<Item = char> + 'm {
    heard(&sample.text, move |name| type_of(intent, name))
}

fn problem(pair: &Pair<'_, '_>) -> Diagnostic {
    let Pair { earlier: (first, earlier), later: (second, later), others } = pair;
    let (first, second) = (first.name.value, second.name.value);
    let message = if heard(&earlier.text, |name| name).eq(heard(&later.text, |name| name)) {
        format!("`{first}` and `{second}` have the same sample `{}`", later.text)
    } else {
        format!("`{}` of `{first}` and `{}` of `{second}` are the same, since their slots have the same types", earlier.text, later.text)
    };
    let mut problem = RULE.at(later.span, message).here(format!("in `{second}`")).also(earlier.span, format!("in `{first}`"));
    if *others > 0 {
        problem = problem.note(format!("they share {others} more"));
    }
    problem.note("which of the two intents Alexa chooses is not defined").help("leave it to one of them")
}

#[cfg(test)]
mod tests {
    use crate::told::told;

    const HELLO: &str = "intents:\n  Hello: { slots: { city: AMAZON.City }, samples: ['to {city}', '(go|ride) home', go back] }\n";

    fn with(other: &str) -> Vec<String> {
        told("UT016", &format!("{HELLO}  Other: {other}\n"), "")
    }

    #[test]
    fn two_intents_are_told_once() {
        assert_eq!(with("[Ride Home, go home]"), ["`Hello` and `Other` have the same sample `Ride Home`"]);
    }

    #[test]
    fn slots_count_by_their_types() {
        let told = with("{ slots: { town: AMAZON.City }, samples: ['to {town}'] }");
        assert_eq!(told, ["`to {city}` of `Hello` and `to {town}` of `Other` are the same, since their slots have the same types"]);
        assert!(with("{ slots: { city: AMAZON.Region }, samples: ['to {city}'] }").is_empty());
    }
}
