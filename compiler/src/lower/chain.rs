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

    /// The first document that has a text.
    pub fn text<T>(&self, get: impl FnMut(&'a Document<'s>) -> Option<T>) -> Option<T> {
        self.texts().iter().copied().find_map(get)
    }

    /// The first document that says something that is not text; skill.yaml speaks for all locales.
    pub fn structure<T>(&self, get: impl FnMut(&'a Document<'s>) -> Option<T>) -> Option<T> {
        self.documents.iter().copied().find_map(get)
    }

    /// What all documents say, the most general one first.
    pub fn all<T>(&self, get: impl FnMut(&'a Document<'s>) -> Option<T>) -> Vec<T> {
        self.documents.iter().rev().copied().filter_map(get).collect()
    }

    /// The documents that hold text in the locale's language.
    pub fn texts(&self) -> &[&'a Document<'s>] {
        &self.documents[..self.texts]
    }
}
