//! The macros that declare the language: a block is a map with fixed keys, a word is one of a fixed set.
//!
//! One declaration gives the type, its reader, its overlay for stages, and its part of the JSON Schema.

/// A map with fixed keys. `@locale` before a field lets it stand in a file of `locales/` too, and lets the word `omit` say that there is none;
/// `@part` lets it stand there as well, for what is made of such fields or is taken as a whole. `short` names the field that a bare text or
/// list stands for. All fields are optional here: what is missing is the lowering's business.
macro_rules! block {
    (
        $(#[doc = $doc:literal])+
        $name:ident $what:literal $(short $short:ident)? {
            $( $(#[doc = $field_doc:literal])+ $(@$local:tt)? $field:ident $key:literal : $kind:ty, )+
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Clone)]
        pub(crate) struct $name<'t> {
            /// Where the key of the block stands.
            #[allow(dead_code)] // not every block is pointed at
            pub key: $crate::source::Span,
            /// Makes the lifetime part of every block.
            pub of: std::marker::PhantomData<&'t str>,
            /// The keys that stand there with something that could not be read, which has been reported.
            pub unread: Vec<&'static str>,
            /// The keys at which the file says `omit`.
            pub omitted: Vec<&'static str>,
            $( $(#[doc = $field_doc])+ pub $field: Option<$kind>, )+
        }

        #[allow(dead_code)]
        impl<'t> $name<'t> {
            /// The block's keys, as they are written.
            pub const KEYS: &'static [&'static str] = &[$($key),+];

            /// A block in which nothing is said.
            pub fn empty(key: $crate::source::Span) -> Self {
                $name { key, of: std::marker::PhantomData, unread: Vec::new(), omitted: Vec::new(), $($field: None),+ }
            }

            /// Takes over everything that `over` says.
            pub fn overlay(&mut self, over: Self) {
                $(
                    if over.$field.is_some() || over.omitted.contains(&$key) {
                        self.omitted.retain(|key| *key != $key);
                        self.$field = over.$field;
                    }
                )+
                self.unread.extend(over.unread);
                self.omitted.extend(over.omitted);
            }

            /// What the block says for `key`, whose field holds `value`: nothing (`None`), that there is none (`Some(None)`), or the value.
            pub fn said<T>(&self, key: &str, value: Option<T>) -> Option<Option<T>> {
                if self.omitted.contains(&key) { Some(None) } else { value.map(Some) }
            }
        }

        #[cfg(feature = "schema")]
        impl<'t> schemars::JsonSchema for $name<'t> {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).trim_end_matches("Block").trim_end_matches("Decl").into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let fields = [$( (stringify!($field), $key, concat!($($field_doc),+), &[$(stringify!($local))?] as &[&str], generator.subschema_for::<$kind>()) ),+];
                let short: &[&str] = &[$(stringify!($short))?];
                $crate::syntax::schema::block(concat!($($doc),+), fields, short.first().copied())
            }
        }

        impl<'t> $crate::syntax::read::Read<'t> for $name<'t> {
            fn read(key: $crate::source::Span, value: $crate::yaml::Value<'t>, cx: &mut $crate::syntax::read::Reader<'_>) -> Option<Self> {
                let mut block = $name::empty(key);
                $(
                    if matches!(value.kind(), $crate::yaml::Kind::Scalar(_) | $crate::yaml::Kind::Sequence(_)) {
                        block.$short = $crate::syntax::read::Read::read(key, value, cx);
                        return Some(block);
                    }
                )?
                for entry in cx.entries(value, concat!("a map with the keys of ", $what))? {
                    match entry.key.value {
                        $( $key => {
                            let local: &[&str] = &[$(stringify!($local))?];
                            if cx.locale_file && local.is_empty() {
                                cx.only_in_main_file(entry.key);
                            } else if local == ["locale"] && $crate::syntax::read::is_omit(entry.value) {
                                block.omitted.push($key);
                            } else {
                                block.$field = $crate::syntax::read::Read::read(entry.key.span, entry.value, cx);
                                if block.$field.is_none() {
                                    block.unread.push($key);
                                    cx.report.unread(key, $key);
                                }
                            }
                        } )+
                        // What stands under a misspelt key is not missing: it could not be read.
                        _ => {
                            if let Some(meant) = cx.unknown_key(entry.key, $what, Self::KEYS) {
                                block.unread.push(meant);
                                cx.report.unread(key, meant);
                            }
                        }
                    }
                }
                Some(block)
            }
        }
    };
}

/// One of a fixed set of words.
macro_rules! word {
    (
        $(#[doc = $doc:literal])+
        $name:ident $what:literal {
            $( $(#[doc = $word_doc:literal])+ $variant:ident $word:literal $amazon:literal, )+
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $name { $( $(#[doc = $word_doc])+ $variant, )+ }

        #[allow(dead_code)] // not every word has a name at Amazon's
        impl $name {
            /// The words, as they are written.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The words of Amazon's, which may be empty or the same for some.
            pub const AMAZON: &'static [&'static str] = &[$($amazon),+];

            /// As it is written in skill.yaml.
            pub fn word(self) -> &'static str {
                match self { $( $name::$variant => $word, )+ }
            }

            /// As Amazon writes it.
            pub fn amazon(self) -> &'static str {
                match self { $( $name::$variant => $amazon, )+ }
            }

            /// The value that Amazon writes so.
            pub fn from_amazon(name: &str) -> Option<Self> {
                let known = [$(($amazon, $name::$variant)),+];
                known.into_iter().find(|(amazon, _)| *amazon == name && !name.is_empty()).map(|(_, value)| value)
            }

            /// The word for what Amazon writes so.
            pub fn word_for(amazon: &str) -> Option<&'static str> {
                Self::from_amazon(amazon).map(Self::word)
            }

            /// The value that `word` stands for.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $( $word => Some($name::$variant), )+ _ => None }
            }
        }

        impl<'t> $crate::syntax::read::Read<'t> for $crate::source::Spanned<$name> {
            fn read(key: $crate::source::Span, value: $crate::yaml::Value<'t>, cx: &mut $crate::syntax::read::Reader<'_>) -> Option<Self> {
                let word = <$crate::source::Text<'t> as $crate::syntax::read::Read<'t>>::read(key, value, cx)?;
                let known = $name::from_word(word.value);
                if known.is_none() {
                    cx.unknown_word(word, $what, $name::WORDS);
                }
                known.map(|known| $crate::source::Spanned::new(known, word.span))
            }
        }

        impl $crate::syntax::Word for $name {
            fn words() -> &'static [&'static str] {
                $name::WORDS
            }
        }
    };
}

pub(crate) use {block, word};
