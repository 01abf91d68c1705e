//! Where a locale looks for what it says: its own file, its language's, then skill.yaml.

use crate::skill::language;
use crate::source::FileId;
use crate::syntax::Document;

/// All documents of a skill.
pub(crate) struct Documents<'s> {
    /// The skill's own file.
    pub file: FileId,
    /// What it says.
    pub main: Document<'s>,
    /// The files of `locales/`.
    pub locals: Vec<LocalDocument<'s>>,
}

impl Documents<'_> {
    /// Whether any document has one of these keys at its top with something that could not be read.
    pub fn have_unread(&self, keys: &[&str]) -> bool {
        let has = |document: &Document<'_>| document.unread.iter().any(|key| keys.contains(key));
        has(&self.main) || self.locals.iter().any(|local| has(&local.document))
    }
}

/// A file of `locales/`.
pub(crate) struct LocalDocument<'s> {
    pub file: FileId,
    /// Its name without `.yaml`: a locale or a language.
    pub tag: String,
    pub document: Document<'s>,
}

/// The documents that one locale looks into, the most particular one first.
pub(super) struct Chain<'a, 's> {
    documents: Vec<&'a Document<'s>>,
    /// How many of them hold text in the locale's language; skill.yaml, the last one, may not.
    texts: usize,
}

impl<'a, 's> Chain<'a, 's> {
    pub fn new(documents: &'a Documents<'s>, tag: &str, main_language: &str) -> Self {
        let named = |name: &str| documents.locals.iter().find(|local| local.tag == name).map(|local| &local.document);
        let mut chain: Vec<_> = named(tag).into_iter().collect();
        if language(tag) != tag {
            chain.extend(named(language(tag)));
        }
        chain.push(&documents.main);
        let texts = chain.len() - usize::from(language(tag) != main_language);
        Chain { documents: chain, texts }
    }

    /// What the first document says that says anything of a text; `get` gives what the document's block has `said`.
    /// `None`: no document says anything. `Some(None)`: there is none in this locale.
    pub fn text<T>(&self, get: impl FnMut(&'a Document<'s>) -> Option<Option<T>>) -> Option<Option<T>> {
        self.texts().iter().copied().find_map(get)
    }

    /// What the first document says that says anything that is not text; skill.yaml speaks for all locales.
    pub fn structure<T>(&self, get: impl FnMut(&'a Document<'s>) -> Option<Option<T>>) -> Option<T> {
        self.documents.iter().copied().find_map(get).flatten()
    }

    /// What all documents say, the most general one first; nothing that is more general than one which says that there is none.
    pub fn all<T>(&self, get: impl FnMut(&'a Document<'s>) -> Option<Option<T>>) -> Vec<T> {
        let mut said: Vec<T> = self.documents.iter().copied().filter_map(get).map_while(|said| said).collect();
        said.reverse();
        said
    }

    /// The documents that hold text in the locale's language.
    pub fn texts(&self) -> &[&'a Document<'s>] {
        &self.documents[..self.texts]
    }
}
