use super::{Spoken, Value};
use crate::declare::Type;

/// A custom slot type as an enum by id. Generated code implements it.
pub trait Custom: Copy + PartialEq + 'static {
    /// The declaration.
    #[doc(hidden)]
    const TYPE: &'static Type;

    /// The values, in the order of the ids.
    const VALUES: &'static [Self];

    /// The id in skill.yaml.
    #[must_use]
    fn id(self) -> &'static str {
        let place = Self::VALUES.iter().position(|value| *value == self);
        place.and_then(|place| Self::TYPE.ids.get(place).copied()).unwrap_or_default()
    }

    /// The value with this id.
    #[must_use]
    fn from_id(id: &str) -> Option<Self> {
        let place = Self::TYPE.ids.iter().position(|known| *known == id)?;
        Self::VALUES.get(place).copied()
    }
}

impl<T: Custom> Value for T {
    fn understand(spoken: &Spoken<'_>) -> Option<Self> {
        find(spoken, Self::TYPE.ids).and_then(|place| Self::VALUES.get(place).copied())
    }
}

/// The place of the value that entity resolution found. A type without ids is known by its values; the match then has a
/// name, and no id of its own.
fn find(spoken: &Spoken<'_>, ids: &[&str]) -> Option<usize> {
    let place = |text: &str| ids.iter().position(|id| *id == text);
    spoken.matches().find_map(|(name, id)| id.and_then(place).or_else(|| place(name)))
}
