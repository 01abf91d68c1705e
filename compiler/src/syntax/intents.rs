//! `intents:` and what belongs to them: slots, samples, dialogs, and what the skill says.

use super::{List, Map, Read, Reader, block, is_omit, word};
use crate::source::{Span, Spanned, Text};
use crate::yaml::{Kind, Value};

word! {
    /// Whether something needs a linked account.
    Auth "a value of `auth`" {
        /// The handler never sees the account.
        None "none" "",
        /// The handler sees the account where there is one.
        Optional "optional" "",
        /// Without a linked account, users hear the prompt and get the LinkAccount card instead.
        Required "required" "",
    }
}

word! {
    /// How readily what is not understood becomes AMAZON.FallbackIntent.
    Sensitivity "a sensitivity" {
        /// Seldom.
        Low "low" "LOW",
        /// Sometimes.
        Medium "medium" "MEDIUM",
        /// Readily.
        High "high" "HIGH",
    }
}

word! {
    /// Who leads a dialog.
    Delegation "a delegation" {
        /// Alexa asks for everything before the skill hears of it. Not with a required account.
        Always "always" "ALWAYS",
        /// The skill hears of each turn, checks the account, and lets Alexa go on. What holds when nothing is said.
        SkillResponse "skill_response" "SKILL_RESPONSE",
        /// The skill hears of each turn and leads the dialog itself; all slots are optional in the handler.
        Manual "manual" "SKILL_RESPONSE",
    }
}

block! {
    /// What users can ask for.
    IntentDecl "an intent" {
        /// Whether the intent needs a linked account. Without this: what `defaults` says.
        auth "auth": Spanned<Auth>,
        /// The OAuth scopes that its handler uses.
        scopes "scopes": List<Text<'t>>,
        /// The locales that have this intent, where not all do.
        locales "locales": List<Text<'t>>,
        /// What users say. `{slot}` is a slot, `(a|b)` are alternatives, `[a]` is optional.
        @locale samples "samples": List<Text<'t>>,
        /// The slots, by name: a slot type, or more.
        @part slots "slots": Map<'t, SlotBlock<'t>>,
        /// The slots in the order in which Alexa asks for them, where that is not the order of `slots`; those that it does not name come last.
        @locale slot_order "slot_order": List<Text<'t>>,
        /// What Alexa asks before the intent is handled; users answer with yes or no. (Amazon: `confirmationRequired` and its prompt.)
        @locale confirm "confirm": PromptBlock<'t>,
        /// Who leads this intent's dialog. (Amazon: `delegationStrategy`.)
        @locale delegation "delegation": Spanned<Delegation>,
        /// `true`: the model has a dialog for the intent although Alexa asks nothing by itself, so that the skill can lead one by directives.
        @locale dialog "dialog": Spanned<bool>,
        /// The intent has no samples: only dialogs and other skills lead to it.
        dialog_only "dialog_only": Spanned<bool>,
        /// What the handler's function and the intent's type are called in Rust, in snake case.
        rust "rust": Text<'t>,
    }
}

/// An intent, or the word that leaves out one that is there unasked.
#[derive(Clone)]
pub(crate) enum IntentBlock<'t> {
    Omit,
    Declared(Box<IntentDecl<'t>>),
}

impl<'t> Read<'t> for IntentBlock<'t> {
    fn read(key: Span, value: Value<'t>, cx: &mut Reader<'_>) -> Option<Self> {
        match value.kind() {
            Kind::Scalar(scalar) if scalar.text == "omit" => Some(IntentBlock::Omit),
            Kind::Sequence(_) => {
                let mut decl = IntentDecl::empty(key);
                decl.samples = List::read(key, value, cx);
                Some(IntentBlock::Declared(Box::new(decl)))
            }
            _ => IntentDecl::read(key, value, cx).map(|decl| IntentBlock::Declared(Box::new(decl))),
        }
    }
}

block! {
    /// A slot of an intent: what the user fills in.
    SlotBlock "a slot" short kind {
        /// The slot type: one of Amazon's such as `AMAZON.City`, or one of `types`.
        @locale kind "type": Text<'t>,
        /// The intent is not handled before this slot is filled; Alexa asks with `ask`. (Amazon: `elicitationRequired`.)
        @locale required "required": Spanned<bool>,
        /// What Alexa asks to have it filled: a text, or a list of variations. (Amazon: the elicitation prompt.)
        @locale ask "ask": PromptBlock<'t>,
        /// What Alexa asks to have the value confirmed. (Amazon: `confirmationRequired` and its prompt.)
        @locale confirm "confirm": PromptBlock<'t>,
        /// What users may answer to `ask`, beyond the bare value.
        @locale samples "samples": List<Text<'t>>,
        /// Several values may be given at once. (Amazon: `multipleValues`.)
        @locale multiple "multiple": Spanned<bool>,
        /// What a value must fulfil, with the prompt that asks again; checked in this order.
        @locale validate "validate": List<ValidationBlock<'t>>,
        /// The locales that have this slot, where not all of the intent's do.
        locales "locales": List<Text<'t>>,
        /// What the slot's field is called in Rust.
        rust "rust": Text<'t>,
    }
}

block! {
    /// What Alexa says in a dialog: a text, or a list of variations.
    PromptBlock "a prompt" short say {
        /// The text or its variations; one that begins with `<speak>` is SSML. With an `id` alone the text is that of another use of the id.
        @part say "say": List<Text<'t>>,
        /// The prompt's id in the interaction model; without this it follows from the names.
        @part id "id": Text<'t>,
        /// For `confirm`: whether Alexa asks by itself. Without this: yes.
        @part required "required": Spanned<bool>,
    }
}

block! {
    /// A condition that a slot's value must fulfil. Exactly one of the conditions, and the prompt.
    ValidationBlock "a validation" {
        /// What Alexa says when the value does not fulfil the condition.
        @part prompt "prompt": PromptBlock<'t>,
        /// The value is one of the slot type's. (Amazon: `hasEntityResolutionMatch`.)
        @part has_entity_resolution_match "has_entity_resolution_match": Spanned<bool>,
        /// It is one of these. (Amazon: `isInSet`.)
        @part is_in_set "is_in_set": List<Text<'t>>,
        /// It is none of these. (Amazon: `isNotInSet`.)
        @part is_not_in_set "is_not_in_set": List<Text<'t>>,
        /// (Amazon: `isGreaterThan`.)
        @part is_greater_than "is_greater_than": Text<'t>,
        /// (Amazon: `isGreaterThanOrEqualTo`.)
        @part is_greater_than_or_equal_to "is_greater_than_or_equal_to": Text<'t>,
        /// (Amazon: `isLessThan`.)
        @part is_less_than "is_less_than": Text<'t>,
        /// (Amazon: `isLessThanOrEqualTo`.)
        @part is_less_than_or_equal_to "is_less_than_or_equal_to": Text<'t>,
        /// It lies between two dates or times. (Amazon: `isInDuration`.)
        @part is_in_duration "is_in_duration": DurationBlock<'t>,
        /// It does not lie between two dates or times. (Amazon: `isNotInDuration`.)
        @part is_not_in_duration "is_not_in_duration": DurationBlock<'t>,
    }
}

block! {
    /// A stretch of time: dates, times of day, or ISO 8601 durations from now on such as `P3D`. An end that is left out is open.
    DurationBlock "a duration" {
        /// From when on.
        @part start "start": Text<'t>,
        /// Until when.
        @part end "end": Text<'t>,
    }
}

/// A prompt that no intent has, or the word that says that a locale has none.
#[derive(Clone)]
pub(crate) enum SharedPrompt<'t> {
    Omit,
    Say(List<Text<'t>>),
}

impl<'t> Read<'t> for SharedPrompt<'t> {
    fn read(key: Span, value: Value<'t>, cx: &mut Reader<'_>) -> Option<Self> {
        if is_omit(value) { Some(SharedPrompt::Omit) } else { List::read(key, value, cx).map(SharedPrompt::Say) }
    }
}

block! {
    /// What the skill says: a text, or a list of variations of which one is chosen.
    SpeechBlock "a speech text" short say {
        /// The text or its variations. `{name}` is an argument, `{name: number}` one of another type. One that begins with `<speak>` is SSML.
        @part say "say": List<Text<'t>>,
    }
}
