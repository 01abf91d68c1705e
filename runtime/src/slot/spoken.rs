use crate::wire::slots::Resolutions;

/// One thing the user said for a slot, and what entity resolution made of it.
pub struct Spoken<'a> {
    said: &'a str,
    resolutions: Option<&'a Resolutions<'a>>,
}

impl<'a> Spoken<'a> {
    pub(crate) fn new(said: &'a str, resolutions: Option<&'a Resolutions<'a>>) -> Self {
        Self { said, resolutions }
    }

    pub(crate) fn said(&self) -> &'a str {
        self.said
    }

    /// The matches as value and id, the best first.
    pub(crate) fn matches(&self) -> impl Iterator<Item = (&str, Option<&str>)> {
        let entities = self.resolutions.into_iter().flat_map(Resolutions::matches);
        entities.filter_map(|entity| Some((entity.name.get()?, entity.id.filled())))
    }
}
