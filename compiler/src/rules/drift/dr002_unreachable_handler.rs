use crate::analysis::Checked;
use crate::diagnostic::Report;
use crate::drift::Code;
use crate::rules::rule;
use crate::sample::{ByFingerprint, fingerprint, heard, type_of};
use crate::skill::{Model, ModelIntent, Sample, Skill};
use crate::source::Text;
use std::collections::BTreeMap;

rule! {
    /// A handler may never run, for its intent has no sample that is not another intent's too.
    ///
    /// Alexa chooses one of the intents with the same sample, and which one is not defined (the page "Find Utterance Conflicts in Your Model").
    /// An intent that shares all of its samples may thus lose each of them. Samples count as they do for UT016, which tells of every pair of
    /// intents that share any: slots by their types, and each utterance that `(a|b)` and `[a]` stand for. Where two intents have only each
    /// other's samples, the later one is told. An intent without samples is left to UT018.
    ///
    /// Only `sayso check` reads the crate: the one whose sources name this skill.yaml, at or above its folder or in the workspace there.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello, greet everyone] }
    ///   Greet: { samples: [greet everyone] }
    /// lints: { UT016: { level: allow, reason: the example is of DR002 alone } }
    /// ```
    ///
    /// ```rust,ignore
    /// impl skill::Handlers for Friend {
    ///     async fn greet(&self, cx: &mut Context) -> Result<Response> { … }
    /// }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello, greet everyone] }
    ///   Greet: { samples: [greet all of them] }
    /// ```
    ///
    /// ```rust,ignore
    /// impl skill::Handlers for Friend {
    ///     async fn greet(&self, cx: &mut Context) -> Result<Response> { … }
    /// }
    /// ```
    DR002 "unreachable-handler" Warning Daily
}

pub(crate) fn check_code(skill: &Checked<'_>, code: &Code, report: &mut Report) {
    let mut all: BTreeMap<usize, Vec<Lost<'_>>> = BTreeMap::new();
    for one in skill.models.iter().flat_map(|model| lost(skill, model)) {
        all.entry(one.intent).or_default().push(one);
    }
    for (at, here) in all {
        let intent = &skill.intents[at];
        let (Some(handler), Some(first)) = (code.handler(&intent.rust.name), here.first()) else { continue };
        let name = intent.name.value;
        let (lost_in, elsewhere) = skill.tags(|locale| here.iter().any(|one| one.locale == locale));
        let place = if elsewhere.is_empty() { String::new() } else { format!(" in {}", lost_in.join(", ")) };
        let problem = RULE
            .at(handler, format!("the handler `{}` may never run{place}: no sample of `{name}` is its alone", intent.rust.name))
            .also(first.sample.span, format!("`{}` of `{name}`", first.sample.value))
            .also(first.winner.span, format!("the same sample of `{}`", first.winner.value))
            .note("which of two intents with the same sample Alexa chooses is not defined")
            .help(format!("give `{name}` samples of its own"));
        report.push(problem);
    }
}

/// An intent that has no sample of its own in a locale: its first sample, and who has that too.
struct Lost<'m> {
    locale: usize,
    intent: usize,
    sample: Text<'m>,
    winner: Text<'m>,
}

/// Those of the model's own intents that have no sample of their own, the later one first.
fn lost<'m>(skill: &Skill<'_>, model: &'m Model<'_>) -> Vec<Lost<'m>> {
    let mut said = Said::of(model);
    let mut found = Vec::new();
    for (place, intent) in model.intents.iter().enumerate().rev().filter(|(_, intent)| !skill.intents[intent.intent].is_builtin()) {
        let Some(first) = intent.samples.first() else { continue };
        let Some(winner) = said.winner(place, first) else { continue };
        if intent.samples.iter().all(|sample| said.winner(place, sample).is_some()) {
            said.is_lost[place] = true;
            let sample = Text::new(&*first.text, first.span);
            found.push(Lost { locale: model.locale, intent: intent.intent, sample, winner });
        }
    }
    found
}

/// Who has which samples in a model.
struct Said<'m, 's> {
    model: &'m Model<'s>,
    /// What is heard alike, once for each intent that has it, with the place of the intent.
    alike: ByFingerprint<Vec<(usize, &'m Sample<'s>)>>,
    /// The intents that were found to have none of their own.
    is_lost: Vec<bool>,
}

impl<'m, 's> Said<'m, 's> {
    fn of(model: &'m Model<'s>) -> Self {
        let mut said = Said { model, alike: ByFingerprint::default(), is_lost: vec![false; model.intents.len()] };
        for (place, intent) in model.intents.iter().enumerate() {
            for sample in &intent.samples {
                let alike = said.alike.entry(print(intent, sample)).or_default();
                if alike.last().is_none_or(|(last, _)| *last != place) {
                    alike.push((place, sample));
                }
            }
        }
        said
    }

    /// Another intent that has the sample of the one at `place` too; not one that is lost itself.
    fn winner(&self, place: usize, sample: &Sample<'_>) -> Option<Text<'m>> {
        let intent = &self.model.intents[place];
        let alike = self.alike.get(&print(intent, sample))?;
        let others = alike.iter().filter(|(other, _)| *other != place && !self.is_lost[*other]);
        let mut others = others.map(|(other, theirs)| (&self.model.intents[*other], theirs));
        let (winner, theirs) = others.find(|(other, theirs)| by_type(intent, sample).eq(by_type(other, theirs)))?;
        Some(Text::new(winner.name.value, theirs.span))
    }
}

fn print(intent: &ModelIntent<'_>, sample: &Sample<'_>) -> u64 {
    fingerprint(&sample.text, |name| type_of(intent, name))
}

fn by_type<'m>(intent: &'m ModelIntent<'_>, sample: &'m Sample<'_>) -> impl Iterator<Item = char> + 'm {
    heard(&sample.text, |name| type_of(intent, name))
}

#[cfg(test)]
mod tests {
    use super::lost;
    use crate::{Input, Options, analyze};

    const HEAD: &str = "sayso: 1
locales: [en-US]
skill:
  name: Friend
  invocation: hello friend
  summary: Says hello.
  description: Says hello.
  example_phrases: [\"Alexa, open hello friend\"]
";

    fn names(intents: &str) -> Vec<String> {
        let input = Input::from_text("skill.yaml", format!("{HEAD}intents:\n{intents}"));
        analyze(&input, &Options::default(), |analysis| {
            let skill = analysis.skill.unwrap_or_else(|| panic!("{:?}", analysis.diagnostics));
            lost(&skill, &skill.models[0]).iter().map(|one| skill.intents[one.intent].name.value.to_owned()).collect()
        })
    }

    #[test]
    fn one_sample_of_its_own_is_enough() {
        assert_eq!(names("  A: [one, two]\n  B: [two, three]\n"), [""; 0]);
        assert_eq!(names("  A: [two]\n  B: ['(one|two)']\n"), ["A"]);
    }

    #[test]
    fn of_two_alike_the_later_one_is_lost() {
        assert_eq!(names("  A: [one, two]\n  B: [Two, one]\n"), ["B"]);
        assert_eq!(names("  A: [one, two]\n  B: [one]\n  C: [two]\n"), ["C", "B"]);
        assert_eq!(names("  A: [one]\n  B: [two]\n  C: [one, two]\n"), ["C"]);
    }

    #[test]
    fn slots_count_by_their_types() {
        let other = |kind: &str| {
            names(&format!(
                "  A: {{ slots: {{ x: AMAZON.City }}, samples: ['to {{x}}'] }}\n  B: {{ slots: {{ y: {kind} }}, samples: ['to {{y}}'] }}\n"
            ))
        };
        assert_eq!(other("AMAZON.City"), ["B"]);
        assert_eq!(other("AMAZON.Region"), [""; 0]);
    }

    #[test]
    fn amazons_intents_have_utterances_of_amazons() {
        assert_eq!(names("  A: [one, two]\n  AMAZON.YesIntent: { samples: [one] }\n"), [""; 0]);
        assert_eq!(names("  A: [one]\n  AMAZON.YesIntent: { samples: [one] }\n"), ["A"]);
    }
}
