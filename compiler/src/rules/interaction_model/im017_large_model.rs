use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, ModelIntent, ModelType, Skill};

/// The bytes of JSON up to which a model is known to be taken.
const MOST: usize = 1_400_000;

rule! {
    /// The interaction model of a locale is larger than 1.4 MB.
    ///
    /// Amazon is believed to refuse models above 1.5 MB; the largest public one that was deployed is just under that. The size is estimated from
    /// the samples and the values; the spaces that make the file readable do not count.
    ///
    /// A file that breaks this rule is too long: it cannot be shown here.
    IM017 "large-model" Warning Daily
}

pub fn check_model(skill: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    let intents = model.intents.iter().map(|intent| (intent_size(intent), intent.name));
    let types = model.types.iter().map(|declared| (type_size(declared), declared.name));
    let (mut size, mut largest) = (0, None);
    for part in intents.chain(types) {
        size += part.0;
        if largest.is_none_or(|(most, _)| part.0 > most) {
            largest = Some(part);
        }
    }
    if size <= MOST {
        return;
    }
    let tag = skill.locales[model.locale].tag;
    let mut problem = RULE.at(tag.span, format!("the interaction model of `{}` has about {}", tag.value, megabytes(size)));
    if let Some((part, name)) = largest {
        problem = problem.also(name.span, format!("`{}` has about {} of them", name.value, megabytes(part)));
    }
    let problem = problem.note("Amazon is believed to refuse models above 1.5 MB");
    report.push(problem.help("leave out synonyms and samples that add little, or move the values to a catalog"));
}

fn megabytes(bytes: usize) -> String {
    format!("{:.1} MB", bytes as f64 / 1_000_000.0)
}

/// The bytes of an intent as JSON without spaces; the constants are what stands around each text.
fn intent_size(intent: &ModelIntent<'_>) -> usize {
    let samples: usize = intent.samples.iter().map(|sample| sample.text.len() + 3).sum();
    let answers: usize = intent.slots.iter().flat_map(|slot| &slot.samples).map(|sample| sample.text.len() + 3).sum();
    samples + answers + 60 * (1 + intent.slots.len())
}

fn type_size(declared: &ModelType<'_>) -> usize {
    let values: usize =
        declared.values.iter().map(|value| value.value.value.len() + value.id.map_or(0, |id| id.value.len() + 8) + 22).sum();
    let with_synonyms = declared.values.iter().filter(|value| !declared.synonyms(value).is_empty()).count();
    let synonyms: usize = declared.synonyms.iter().map(|synonym| synonym.value.len() + 3).sum();
    values + synonyms + 14 * with_synonyms + 30
}
