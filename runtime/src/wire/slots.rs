//! The intent of a request and its slots, in the order of the skill's declaration.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;

use super::Scalar;
use crate::declare;
use crate::slot::{Confirmation, Spoken};
use crate::speech::Arg;

#[derive(Deserialize)]
pub(crate) struct Intent<'a> {
    #[serde(borrow, default)]
    pub(crate) name: Scalar<'a>,
    #[serde(borrow, default, rename = "confirmationStatus")]
    confirmation: Scalar<'a>,
    #[serde(borrow)]
    slots: Option<BTreeMap<Cow<'a, str>, Option<Slot<'a>>>>,
}

#[derive(Deserialize)]
struct Slot<'a> {
    #[serde(borrow, default)]
    value: Scalar<'a>,
    #[serde(borrow)]
    resolutions: Option<Resolutions<'a>>,
    // Where there is a `value`, this repeats it.
    #[serde(borrow, rename = "slotValue")]
    nested: Option<SlotValue<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct SlotValue<'a> {
    #[serde(borrow, default)]
    value: Scalar<'a>,
    #[serde(borrow)]
    resolutions: Option<Resolutions<'a>>,
    #[serde(borrow)]
    values: Option<Vec<Option<SlotValue<'a>>>>,
}

#[derive(Deserialize)]
pub(crate) struct Resolutions<'a> {
    #[serde(borrow, rename = "resolutionsPerAuthority")]
    authorities: Option<Vec<Option<Authority<'a>>>>,
}

#[derive(Deserialize)]
pub(crate) struct Authority<'a> {
    #[serde(borrow, default)]
    authority: Scalar<'a>,
    #[serde(borrow)]
    status: Option<Status<'a>>,
    #[serde(borrow)]
    values: Option<Vec<Option<Resolved<'a>>>>,
}

#[derive(Deserialize)]
struct Status<'a> {
    #[serde(borrow, default)]
    code: Scalar<'a>,
}

#[derive(Deserialize)]
struct Resolved<'a> {
    #[serde(borrow)]
    value: Option<Entity<'a>>,
}

/// A value of a slot type, as entity resolution found it.
#[derive(Deserialize)]
pub(crate) struct Entity<'a> {
    #[serde(borrow, default)]
    pub(crate) name: Scalar<'a>,
    #[serde(borrow, default)]
    pub(crate) id: Scalar<'a>,
}

impl<'a> Resolutions<'a> {
    /// The matches, those of dynamic entities first, the best of each authority first.
    pub(crate) fn matches(&self) -> impl Iterator<Item = &Entity<'a>> {
        let of = |dynamic: bool| {
            let found = self.authorities.iter().flatten().flatten();
            found.filter(move |authority| authority.matched() && authority.is_dynamic() == dynamic)
        };
        of(true).chain(of(false)).flat_map(|authority| authority.values.iter().flatten().flatten()).filter_map(|r| r.value.as_ref())
    }
}

impl Authority<'_> {
    fn matched(&self) -> bool {
        self.status.as_ref().and_then(|status| status.code.get()) == Some("ER_SUCCESS_MATCH")
    }

    fn is_dynamic(&self) -> bool {
        self.authority.get().is_some_and(|name| name.starts_with("amzn1.er-authority.echo-sdk.dynamic."))
    }
}

/// The slots of one request by their place in the declaration.
#[derive(Default)]
pub(crate) struct Slots<'a> {
    declared: &'static [declare::Slot],
    filled: Vec<Option<Slot<'a>>>,
    confirmation: Confirmation,
}

impl<'a> Slots<'a> {
    pub(crate) fn new(declared: &'static [declare::Slot], intent: Intent<'a>) -> Self {
        let confirmation = Confirmation::from_wire(intent.confirmation.get());
        let mut slots = intent.slots.unwrap_or_default();
        let filled = declared.iter().map(|slot| slots.remove(slot.name).flatten()).collect();
        Self { declared, filled, confirmation }
    }

    pub(crate) fn confirmation(&self) -> Confirmation {
        self.confirmation
    }

    /// What was said for a slot; `None` for a required one that is empty. Nothing here depends on the type that it will
    /// be read as, since each such type would be one more copy to compile.
    pub(crate) fn spoken(&self, place: usize) -> Option<Vec<Spoken<'_>>> {
        let required = self.declared.get(place)?.required;
        let spoken = self.filled.get(place)?.as_ref().map(Slot::spoken).unwrap_or_default();
        (!required || !spoken.is_empty()).then_some(spoken)
    }

    /// What the user said for a slot, to repeat it in a question.
    pub(crate) fn said_arg(&self, place: usize) -> Arg {
        let spoken = self.spoken(place).unwrap_or_default();
        Arg::Text(spoken.iter().map(Spoken::said).collect::<Vec<_>>().join(", "))
    }
}

impl Slot<'_> {
    fn spoken(&self) -> Vec<Spoken<'_>> {
        if let Some(said) = self.value.filled() {
            return vec![Spoken::new(said, self.resolutions.as_ref())];
        }
        let mut spoken = Vec::new();
        if let Some(value) = &self.nested {
            value.collect(&mut spoken);
        }
        spoken
    }
}

impl<'a> SlotValue<'a> {
    fn collect<'s>(&'s self, spoken: &mut Vec<Spoken<'s>>)
    where
        'a: 's,
    {
        if let Some(said) = self.value.filled() {
            spoken.push(Spoken::new(said, self.resolutions.as_ref()));
        }
        for value in self.values.iter().flatten().flatten() {
            value.collect(spoken);
        }
    }
}
