//! The intent of a request and its slots, in the order of the skill's declaration.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::Scalar;
use super::lenient::{Entries, List, Object};
use crate::declare;
use crate::slot::{Confirmation, Spoken};
use crate::speech::Arg;

#[derive(Deserialize)]
pub(crate) struct Intent<'a> {
    #[serde(borrow, default)]
    pub(crate) name: Scalar<'a>,
    #[serde(borrow, default, rename = "confirmationStatus")]
    confirmation: Scalar<'a>,
    #[serde(borrow, default)]
    slots: Entries<Scalar<'a>, Object<Slot<'a>>>,
}

#[derive(Deserialize)]
#[serde(from = "SlotOnWire<'a>", bound(deserialize = "'de: 'a"))]
struct Slot<'a> {
    value: Scalar<'a>,
    resolutions: Object<Resolutions<'a>>,
    nested: Object<SlotValue<'a>>,
}

#[derive(Deserialize)]
struct SlotOnWire<'a> {
    #[serde(borrow, default)]
    value: Scalar<'a>,
    #[serde(borrow, default)]
    resolutions: Object<Resolutions<'a>>,
    #[serde(borrow, default, rename = "slotValue")]
    nested: Option<&'a RawValue>,
}

impl<'a> From<SlotOnWire<'a>> for Slot<'a> {
    fn from(SlotOnWire { value, resolutions, nested }: SlotOnWire<'a>) -> Self {
        // Where there is a `value`, the other repeats it.
        let nested = nested.filter(|_| value.filled().is_none());
        Self { value, resolutions, nested: nested.and_then(|raw| serde_json::from_str(raw.get()).ok()).unwrap_or_default() }
    }
}

#[derive(Deserialize)]
struct SlotValue<'a> {
    #[serde(borrow, default)]
    value: Scalar<'a>,
    #[serde(borrow, default)]
    resolutions: Object<Resolutions<'a>>,
    #[serde(borrow, default)]
    values: List<Object<SlotValue<'a>>>,
}

#[derive(Deserialize)]
pub(crate) struct Resolutions<'a> {
    #[serde(borrow, default, rename = "resolutionsPerAuthority")]
    authorities: List<Object<Authority<'a>>>,
}

#[derive(Deserialize)]
struct Authority<'a> {
    #[serde(borrow, default)]
    authority: Scalar<'a>,
    #[serde(borrow, default)]
    status: Object<Status<'a>>,
    #[serde(borrow, default)]
    values: List<Object<Resolved<'a>>>,
}

#[derive(Deserialize)]
struct Status<'a> {
    #[serde(borrow, default)]
    code: Scalar<'a>,
}

#[derive(Deserialize)]
struct Resolved<'a> {
    #[serde(borrow, default)]
    value: Object<Entity<'a>>,
}

/// A value of a slot type, as entity resolution found it.
#[derive(Deserialize)]
pub(crate) struct Entity<'a> {
    #[serde(borrow, default)]
    pub(crate) name: Scalar<'a>,
    #[serde(borrow, default)]
    pub(crate) id: Scalar<'a>,
}

impl Intent<'_> {
    /// The same, as long as nobody was asked whether it is meant.
    pub(crate) fn unconfirmed(self) -> Self {
        Self { confirmation: Scalar::default(), ..self }
    }
}

impl<'a> Resolutions<'a> {
    /// The matches, those of dynamic entities first, the best of each authority first.
    pub(crate) fn matches(&self) -> impl Iterator<Item = &Entity<'a>> {
        let of = |dynamic: bool| {
            let found = self.authorities.0.iter().filter_map(Object::get);
            found.filter(move |authority| authority.matched() && authority.is_dynamic() == dynamic)
        };
        let values = of(true).chain(of(false)).flat_map(|authority| authority.values.0.iter().filter_map(Object::get));
        values.filter_map(|resolved| resolved.value.get())
    }
}

impl Authority<'_> {
    fn matched(&self) -> bool {
        self.status.get().and_then(|status| status.code.get()) == Some("ER_SUCCESS_MATCH")
    }

    fn is_dynamic(&self) -> bool {
        self.authority.get().is_some_and(|name| name.starts_with("amzn1.er-authority.echo-sdk.dynamic."))
    }
}

/// The slots of one request by their place in the declaration.
#[derive(Clone, Copy)]
pub(crate) struct Slots<'a> {
    declared: &'static [declare::Slot],
    intent: Option<&'a Intent<'a>>,
}

impl<'a> Slots<'a> {
    pub(crate) const NONE: Self = Self { declared: &[], intent: None };

    pub(crate) fn new(declared: &'static [declare::Slot], intent: &'a Intent<'a>) -> Self {
        Self { declared, intent: Some(intent) }
    }

    pub(crate) fn confirmation(&self) -> Confirmation {
        Confirmation::from_wire(self.intent.and_then(|intent| intent.confirmation.get()))
    }

    /// What was said for a slot; `None` for a required one that is empty. Nothing here depends on the type that it will
    /// be read as, since each such type would be one more copy to compile.
    pub(crate) fn spoken(&self, place: usize) -> Option<Vec<Spoken<'a>>> {
        let declared = self.declared.get(place)?;
        let spoken = self.filled(declared.name).map(Slot::spoken).unwrap_or_default();
        (!declared.required || !spoken.is_empty()).then_some(spoken)
    }

    fn filled(&self, name: &str) -> Option<&'a Slot<'a>> {
        let (_, slot) = self.intent?.slots.0.iter().find(|(key, _)| key.get() == Some(name))?;
        slot.get()
    }

    /// What the user said for a slot, to repeat it in a question.
    pub(crate) fn said_arg(&self, place: usize) -> Arg {
        let spoken = self.spoken(place).unwrap_or_default();
        Arg::Text(spoken.iter().map(Spoken::said).collect::<Vec<_>>().join(", "))
    }
}

impl<'a> Slot<'a> {
    fn spoken(&'a self) -> Vec<Spoken<'a>> {
        if let Some(said) = self.value.filled() {
            return vec![Spoken::new(said, self.resolutions.get())];
        }
        let mut spoken = Vec::new();
        if let Some(value) = self.nested.get() {
            value.collect(&mut spoken);
        }
        spoken
    }
}

impl<'a> SlotValue<'a> {
    fn collect(&'a self, spoken: &mut Vec<Spoken<'a>>) {
        if let Some(said) = self.value.filled() {
            spoken.push(Spoken::new(said, self.resolutions.get()));
        }
        for value in self.values.0.iter().filter_map(Object::get) {
            value.collect(spoken);
        }
    }
}
