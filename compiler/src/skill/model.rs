//! What one locale's interaction model holds.

use super::index::Index;
use crate::sample::Marks;
use crate::source::{Span, Spanned, Text};
use crate::syntax::{Delegation, Raw, Sensitivity};
use std::borrow::Cow;
use std::sync::Arc;

/// The interaction model of one locale.
pub struct Model<'s> {
    /// The place of the locale in [`super::Skill::locales`].
    pub locale: usize,
    /// The version that the file names.
    pub version: Option<Text<'s>>,
    /// A note on the model.
    pub description: Option<Text<'s>>,
    /// What users say to call the skill.
    pub invocation: Option<Text<'s>>,
    /// Whether the files say of this locale that there is no invocation name.
    pub nameless: bool,
    /// How readily what is not understood becomes AMAZON.FallbackIntent.
    pub sensitivity: Option<Spanned<Sensitivity>>,
    /// Who leads dialogs, where the skill says it for all intents.
    pub delegation: Option<Spanned<Delegation>>,
    /// The intents of this locale.
    pub intents: Vec<ModelIntent<'s>>,
    /// The prompts that stand apart from intents.
    pub prompts: Vec<Prompt<'s>>,
    /// The types of this locale.
    pub types: Vec<Arc<ModelType<'s>>>,
    pub(crate) types_by_name: Index,
    /// What goes to Amazon as it is: for all locales, then for the language, then for the locale.
    pub(crate) amazon: Vec<Raw<'s>>,
}

impl<'s> Model<'s> {
    /// The place of the union's intent in [`Self::intents`], which are in the union's order.
    pub(crate) fn intent_at(&self, union: usize) -> Option<&ModelIntent<'s>> {
        self.intents.binary_search_by_key(&union, |intent| intent.intent).ok().map(|place| &self.intents[place])
    }

    /// What Alexa says in the dialogs of the intents, with the intent.
    pub fn intent_prompts(&self) -> impl Iterator<Item = (&ModelIntent<'s>, &Prompt<'s>)> {
        self.intents.iter().flat_map(|intent| intent.prompts().map(move |prompt| (intent, prompt)))
    }

    /// The type of that name.
    pub fn slot_type(&self, name: &str) -> Option<&ModelType<'s>> {
        self.types_by_name.find(&self.types, name, |declared| declared.name.value).map(|found| &**found)
    }
}

/// An intent in one locale.
pub struct ModelIntent<'s> {
    /// The place of the intent in [`super::Skill::intents`].
    pub intent: usize,
    /// Its name and the place of it.
    pub name: Text<'s>,
    /// What users say, expanded.
    pub samples: Vec<Sample<'s>>,
    /// Whether the files give it no samples at all. Those that miss in this language only, or that cannot be read, have been reported.
    pub unsaid: bool,
    /// Its slots, in the order in which Alexa asks for them.
    pub slots: Vec<ModelSlot<'s>>,
    pub(crate) slots_by_name: Index,
    /// What Alexa asks to have it confirmed.
    pub confirmation: Option<Prompt<'s>>,
    /// Who leads its dialog, where that is said.
    pub delegation: Option<Spanned<Delegation>>,
    /// Whether the model has a dialog for it whatever Alexa asks.
    pub directed: bool,
}

impl<'s> ModelIntent<'s> {
    /// The slot of that name.
    pub fn slot(&self, name: &str) -> Option<&ModelSlot<'s>> {
        self.slots_by_name.find(&self.slots, name, |slot| slot.name.value)
    }

    /// What Alexa says in its dialog.
    pub fn prompts(&self) -> impl Iterator<Item = &Prompt<'s>> {
        self.confirmation.iter().chain(self.slots.iter().flat_map(ModelSlot::prompts))
    }

    pub(crate) fn prompts_mut(&mut self) -> impl Iterator<Item = &mut Prompt<'s>> {
        self.confirmation.iter_mut().chain(self.slots.iter_mut().flat_map(ModelSlot::prompts_mut))
    }

    /// Whether the model needs a dialog for it.
    pub fn has_dialog(&self) -> bool {
        self.directed || self.delegation.is_some() || self.asks()
    }

    /// Whether Alexa asks anything by itself.
    pub fn asks(&self) -> bool {
        self.confirmation.is_some() || self.slots.iter().any(ModelSlot::has_dialog)
    }
}

/// Something that users say: one utterance, with slots in braces.
#[derive(Clone, Debug)]
pub struct Sample<'s> {
    /// The text, trimmed and expanded.
    pub text: Cow<'s, str>,
    /// Where it, or what it was expanded from, was written.
    pub span: Span,
    /// What the rules have to look at more closely.
    pub(crate) marks: Marks,
}

impl<'s> Sample<'s> {
    /// The utterance `text`, trimmed and expanded.
    pub(crate) fn new(text: Cow<'s, str>, span: Span) -> Self {
        Sample { marks: Marks::of(&text), text, span }
    }
}

/// A slot in one locale.
pub struct ModelSlot<'s> {
    /// The place of the slot in its [`super::Intent::slots`].
    pub slot: usize,
    /// Its name.
    pub name: Text<'s>,
    /// Its type; missing where the file does not say one, which is an error.
    pub kind: Option<Text<'s>>,
    /// Whether it may have several values.
    pub multiple: Option<Spanned<bool>>,
    /// Whether the dialog guarantees it.
    pub required: Option<Spanned<bool>>,
    /// What users may answer when asked for it.
    pub samples: Vec<Sample<'s>>,
    /// What Alexa asks to have it filled.
    pub elicitation: Option<Prompt<'s>>,
    /// Whether the files say of this locale that nothing asks for it.
    pub unasked: bool,
    /// What Alexa asks to have it confirmed.
    pub confirmation: Option<Prompt<'s>>,
    /// What its value must fulfil.
    pub validations: Vec<Validation<'s>>,
}

impl<'s> ModelSlot<'s> {
    /// What Alexa says of it.
    pub fn prompts(&self) -> impl Iterator<Item = &Prompt<'s>> {
        let validations = self.validations.iter().filter_map(|validation| validation.prompt.as_ref());
        self.elicitation.iter().chain(&self.confirmation).chain(validations)
    }

    fn prompts_mut(&mut self) -> impl Iterator<Item = &mut Prompt<'s>> {
        let validations = self.validations.iter_mut().filter_map(|validation| validation.prompt.as_mut());
        self.elicitation.iter_mut().chain(&mut self.confirmation).chain(validations)
    }

    /// Whether the dialog guarantees it.
    pub fn is_required(&self) -> bool {
        self.required.is_some_and(|said| said.value)
    }

    /// Whether the model's dialog says anything of it.
    pub fn has_dialog(&self) -> bool {
        self.is_required() || self.elicitation.is_some() || self.confirmation.is_some() || !self.validations.is_empty()
    }
}

/// What Alexa says in a dialog.
#[derive(Clone, Debug)]
pub struct Prompt<'s> {
    /// Its id in the model; without one, and without a text, there is only the wish to ask.
    pub id: Option<Cow<'s, str>>,
    /// The place of its key.
    pub key: Span,
    /// Where the id is said, or else the prompt.
    pub span: Span,
    /// Whether the text is said here. If not, the id stands for the text of another use of it.
    pub said: bool,
    /// The variations; one that begins with `<speak>` is SSML.
    pub variations: Vec<Text<'s>>,
    /// Whether Alexa asks by itself.
    pub required: bool,
}

/// A condition on a slot's value.
#[derive(Clone, Debug)]
pub struct Validation<'s> {
    /// The condition.
    pub condition: Condition<'s>,
    /// The place of the condition's key.
    pub span: Span,
    /// What Alexa says when the value does not fulfil it.
    pub prompt: Option<Prompt<'s>>,
}

/// The conditions, by Amazon's names.
#[derive(Clone, Debug)]
pub enum Condition<'s> {
    /// `hasEntityResolutionMatch`.
    HasEntityResolutionMatch,
    /// `isInSet`.
    IsInSet(Vec<Text<'s>>),
    /// `isNotInSet`.
    IsNotInSet(Vec<Text<'s>>),
    /// `isGreaterThan`.
    IsGreaterThan(Text<'s>),
    /// `isGreaterThanOrEqualTo`.
    IsGreaterThanOrEqualTo(Text<'s>),
    /// `isLessThan`.
    IsLessThan(Text<'s>),
    /// `isLessThanOrEqualTo`.
    IsLessThanOrEqualTo(Text<'s>),
    /// `isInDuration`: start and end; `None` is open.
    IsInDuration(Option<Text<'s>>, Option<Text<'s>>),
    /// `isNotInDuration`.
    IsNotInDuration(Option<Text<'s>>, Option<Text<'s>>),
}

impl Condition<'_> {
    /// Amazon's name.
    pub fn amazon(&self) -> &'static str {
        match self {
            Condition::HasEntityResolutionMatch => "hasEntityResolutionMatch",
            Condition::IsInSet(_) => "isInSet",
            Condition::IsNotInSet(_) => "isNotInSet",
            Condition::IsGreaterThan(_) => "isGreaterThan",
            Condition::IsGreaterThanOrEqualTo(_) => "isGreaterThanOrEqualTo",
            Condition::IsLessThan(_) => "isLessThan",
            Condition::IsLessThanOrEqualTo(_) => "isLessThanOrEqualTo",
            Condition::IsInDuration(..) => "isInDuration",
            Condition::IsNotInDuration(..) => "isNotInDuration",
        }
    }
}

/// A custom or extended slot type in one locale.
#[derive(Debug)]
pub struct ModelType<'s> {
    /// Its name and the place of it.
    pub name: Text<'s>,
    /// Its values, in written order.
    pub values: Vec<TypeValue<'s>>,
    /// The synonyms of all values, one after the other.
    pub(crate) synonyms: Vec<Text<'s>>,
    /// Whether some of its values are missing or could not be read, which has been reported.
    pub incomplete: bool,
    /// Whether the ids are written as numbers.
    pub numeric_ids: bool,
    /// Whether the values are written as those of an inline supplier.
    pub inline_supplier: bool,
    /// The catalog that supplies the values, and its version.
    pub catalog: Option<(Text<'s>, Option<Text<'s>>)>,
}

impl<'s> ModelType<'s> {
    /// The synonyms of one of its values.
    pub fn synonyms(&self, value: &TypeValue<'s>) -> &[Text<'s>] {
        &self.synonyms[value.synonyms.0 as usize..value.synonyms.1 as usize]
    }
}

/// A value of a slot type.
#[derive(Clone, Copy, Debug)]
pub struct TypeValue<'s> {
    /// Its id.
    pub id: Option<Text<'s>>,
    /// The value.
    pub value: Text<'s>,
    /// Where its synonyms begin and end in [`ModelType::synonyms`].
    pub(crate) synonyms: (u32, u32),
}
