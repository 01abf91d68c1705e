//! Dialog directives. Each names its intent, so that it is legal in the answer to any request that can hold one.

use std::marker::PhantomData;

use serde_json::{Map, Value, json};

use crate::declare::{Intent, Slot};

/// A slot of the intent `I`, to ask for or to have confirmed. Generated code has one for each slot of an intent with a
/// dialog, and there are no others.
pub struct DialogSlot<I> {
    place: usize,
    intent: PhantomData<fn() -> I>,
}

impl<I> DialogSlot<I> {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(place: usize) -> Self {
        Self { place, intent: PhantomData }
    }

    pub(crate) fn place(&self) -> usize {
        self.place
    }
}

/// A step of a dialog.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Step {
    pub(crate) intent: &'static Intent,
    pub(crate) act: Act,
}

/// What the step is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Act {
    Delegate,
    Elicit(usize),
    ConfirmSlot(usize),
    ConfirmIntent,
}

impl Step {
    /// The directive. In a turn of the same intent Alexa goes on with what it has; in one that goes on with an intent that was asked for
    /// before, with what was said then; otherwise the intent starts afresh.
    pub(crate) fn to_json(self, current: &Current<'_>) -> Value {
        let name = |place: usize| self.intent.slots.get(place).map_or("", |slot: &Slot| slot.name);
        let mut directive = match self.act {
            Act::Delegate => json!({"type": "Dialog.Delegate"}),
            Act::Elicit(place) => json!({"type": "Dialog.ElicitSlot", "slotToElicit": name(place)}),
            Act::ConfirmSlot(place) => json!({"type": "Dialog.ConfirmSlot", "slotToConfirm": name(place)}),
            Act::ConfirmIntent => json!({"type": "Dialog.ConfirmIntent"}),
        };
        match current {
            Current::Intent(name) if *name == self.intent.name => {}
            Current::Resumed(name, asked) if *name == self.intent.name => directive["updatedIntent"] = (*asked).clone(),
            _ => directive["updatedIntent"] = fresh(self.intent),
        }
        directive
    }
}

/// The intent that a turn belongs to.
pub(crate) enum Current<'a> {
    /// None.
    Nothing,
    /// The one that the request is for.
    Intent(&'static str),
    /// One that was asked for before, and what was said then.
    Resumed(&'static str, &'a Value),
}

fn fresh(intent: &Intent) -> Value {
    let slot = |slot: &Slot| (slot.name.to_owned(), json!({"name": slot.name, "confirmationStatus": "NONE"}));
    let slots: Map<String, Value> = intent.slots.iter().map(slot).collect();
    json!({"name": intent.name, "confirmationStatus": "NONE", "slots": slots})
}
