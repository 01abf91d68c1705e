//! Slot types: the values of each locale, and what all locales have in common.

use super::chain::Chain;
use super::{Lowering, rust_names};
use crate::rules::locales::lo006_undeclared_text as undeclared;
use crate::rules::slots::sl028_comma_in_value as comma_in_value;
use crate::rules::syntax::sy021_missing_key as missing_key;
use crate::skill::{LARGEST_ENUM, LocaleSet, ModelType, Rust, SlotType, TypeValue, ValueId};
use crate::source::{Span, Spanned, Text};
use crate::syntax::{Document, List, Read, Reader, SlotTypeDecl, TypeValueBlock, TypeValues};
use crate::yaml::{Kind, Value};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

pub(super) struct Types<'s> {
    pub union: Vec<SlotType<'s>>,
    pub by_locale: Vec<Vec<Arc<ModelType<'s>>>>,
}

pub(super) fn lower<'s>(cx: &mut Lowering<'_, 's, '_>) -> Types<'s> {
    let main = &cx.documents.main;
    let mut types = Types { union: Vec::new(), by_locale: cx.locales.iter().map(|_| Vec::new()).collect() };
    for entry in main.types.iter().flat_map(|types| &types.entries) {
        let decl = &entry.value.decl;
        let locales = cx.locale_set(decl.locales.as_ref());
        let models =
            TypeLowering { name: entry.name, decl, forms: HashMap::new(), read: HashMap::new(), shared: HashMap::new() }.lower(cx, locales);
        types.union.push(union(entry.name, decl, locales, &models));
        for (locale, model) in models.into_iter().enumerate() {
            types.by_locale[locale].extend(model.map(|(model, _)| model));
        }
    }
    types
}

/// A value, read from wherever it stands.
#[derive(Clone)]
struct ReadValue<'s> {
    id: Option<Text<'s>>,
    value: Text<'s>,
    synonyms: Vec<Text<'s>>,
    locales: LocaleSet,
    rust: Option<Text<'s>>,
}

/// How one document writes the values of a type: under their ids, or as a list.
enum Form<'s> {
    Ids(Vec<(Text<'s>, Value<'s>)>, HashMap<&'s str, usize>),
    List(Vec<Value<'s>>),
}

/// What the union needs to know of a value beside the model.
type Extra<'s> = Vec<(Text<'s>, Option<Text<'s>>)>;

struct TypeLowering<'a, 's> {
    name: Text<'s>,
    decl: &'a SlotTypeDecl<'s>,
    /// By the node of the values.
    forms: HashMap<Span, Form<'s>>,
    /// Values that were read already, by their node; `None` for those that could not be.
    read: HashMap<Span, Option<ReadValue<'s>>>,
    /// Models by what they were made of, where no value is for some locales only.
    shared: HashMap<MadeOf, (Arc<ModelType<'s>>, Arc<Extra<'s>>)>,
}

/// What a model of a type is made of: where it is the same, the model is.
#[derive(PartialEq, Eq, Hash)]
struct MadeOf {
    /// The nodes of the values.
    nodes: Vec<Span>,
    omitted: bool,
    /// Where the catalog, its version, the form of the ids and that of the values are said.
    structure: [Option<Span>; 4],
}

impl<'a, 's> TypeLowering<'a, 's> {
    #[allow(clippy::type_complexity)]
    fn lower(mut self, cx: &mut Lowering<'_, 's, '_>, locales: LocaleSet) -> Vec<Option<(Arc<ModelType<'s>>, Arc<Extra<'s>>)>> {
        let locales = locales.and(cx.modelled);
        (0..cx.locales.len()).map(|locale| locales.has(locale).then(|| self.model(cx, locale))).collect()
    }

    fn model(&mut self, cx: &mut Lowering<'_, 's, '_>, locale: usize) -> (Arc<ModelType<'s>>, Arc<Extra<'s>>) {
        let name = self.name.value;
        let chain = &cx.chains[locale];
        let catalog = chain.structure(|document| decl(document, name).and_then(|decl| decl.said("catalog", decl.catalog)));
        let version = chain.structure(|document| decl(document, name).and_then(|decl| decl.said("version", decl.version)));
        let numeric = chain.structure(|document| decl(document, name).and_then(|decl| decl.said("numeric_ids", decl.numeric_ids)));
        let inline = chain.structure(|document| decl(document, name).and_then(|decl| decl.said("inline_supplier", decl.inline_supplier)));
        if let (None, Some(version)) = (catalog, version) {
            let problem = missing_key::RULE.at(version.span, format!("slot type `{name}` has a catalog's version, and no catalog"));
            cx.report.push(problem.help("add `catalog: …`, or remove the version").for_want_of(self.name.span, "catalog"));
        }
        let (nodes, omitted) = values_in(chain, name);
        let key: Vec<Span> = nodes.iter().map(|node| node.span()).collect();
        let made_of = MadeOf {
            nodes: key.clone(),
            omitted,
            structure: [
                catalog.map(|said| said.span),
                version.map(|said| said.span),
                numeric.map(|said| said.span),
                inline.map(|said| said.span),
            ],
        };
        if let Some(shared) = self.shared.get(&made_of) {
            return (Arc::clone(&shared.0), Arc::clone(&shared.1));
        }
        let main_form = self.decl.values.map(|values| self.form(values));
        for node in &nodes {
            self.form(TypeValues { value: *node });
        }
        let mut builder = Builder { values: Vec::new(), synonyms: Vec::new(), extra: Vec::new(), limited: false, unread: false };
        let holes_before = cx.holes.count;
        match (nodes.first(), main_form) {
            (None, _) if omitted => {}
            (None, Some(main)) => cx.holes.add(format!("types.{name}"), main, locale),
            (None, None) => builder.unread = true,
            (Some(first), main) => self.values(cx, locale, first.span(), &key, main, &mut builder),
        }
        let Builder { values, synonyms, extra, limited, unread } = builder;
        let incomplete = unread || cx.holes.count != holes_before;
        let model = ModelType {
            name: self.name,
            values,
            synonyms,
            incomplete,
            numeric_ids: numeric.is_some_and(|said| said.value),
            inline_supplier: inline.is_some_and(|said| said.value),
            catalog: catalog.map(|catalog| (catalog, version)),
        };
        let made = (Arc::new(model), Arc::new(extra));
        if !limited && cx.holes.count == holes_before {
            self.shared.insert(made_of, (Arc::clone(&made.0), Arc::clone(&made.1)));
        }
        made
    }

    fn values(
        &mut self,
        cx: &mut Lowering<'_, 's, '_>,
        locale: usize,
        first: Span,
        nodes: &[Span],
        main: Option<Span>,
        builder: &mut Builder<'s>,
    ) {
        let entries: Vec<(Option<Text<'s>>, Value<'s>)> = match &self.forms[&first] {
            Form::List(items) => items.iter().map(|item| (None, *item)).collect(),
            Form::Ids(..) => self.by_id(cx, locale, nodes, main, builder),
        };
        for (id, node) in entries {
            let Some(read) = self.value(cx, id, node) else {
                builder.unread = true;
                continue;
            };
            builder.limited |= read.locales != LocaleSet::ALL;
            if read.locales.has(locale) {
                builder.add(read);
            }
        }
    }

    /// The values of all ids: in the order of skill.yaml, then those that only this locale's documents have.
    fn by_id(
        &mut self,
        cx: &mut Lowering<'_, 's, '_>,
        locale: usize,
        nodes: &[Span],
        main: Option<Span>,
        builder: &mut Builder<'s>,
    ) -> Vec<(Option<Text<'s>>, Value<'s>)> {
        let documents: Vec<&Form<'s>> = nodes.iter().map(|node| &self.forms[node]).collect();
        let main_ids: &[(Text<'s>, Value<'s>)] = match main.map(|main| &self.forms[&main]) {
            Some(Form::Ids(ids, _)) => ids,
            _ => &[],
        };
        let mut entries = Vec::with_capacity(main_ids.len());
        let mut missing = Vec::new();
        for (id, main_value) in main_ids {
            let found = documents.iter().find_map(|form| match form {
                Form::Ids(ids, index) => index.get(id.value).map(|at| ids[*at].1),
                Form::List(_) => None,
            });
            match found {
                Some(value) => entries.push((Some(*id), value)),
                None => missing.push((*id, *main_value)),
            }
        }
        let declared: HashSet<&str> = main_ids.iter().map(|(id, _)| id.value).collect();
        let mut extra: Vec<(Text<'s>, Value<'s>)> = Vec::new();
        for form in &documents {
            if let Form::Ids(ids, _) = form {
                extra.extend(ids.iter().filter(|(id, _)| !declared.contains(id.value)));
            }
        }
        for (id, value) in missing {
            let Some(limits) = self.value(cx, Some(id), value).map(|read| read.locales) else { continue };
            builder.limited |= limits != LocaleSet::ALL;
            if limits.has(locale) {
                cx.holes.add(format!("types.{}.{}", self.name.value, id.value), id.span, locale);
            }
        }
        for (id, value) in extra {
            let only_here = self.value(cx, Some(id), value).is_none_or(|read| read.locales != LocaleSet::ALL);
            if main.is_some() && !only_here {
                let problem = undeclared::RULE
                    .at(id.span, format!("skill.yaml declares no value `{}` of `{}`", id.value, self.name.value))
                    .help("declare it there, or say `locales: […]` on this value when only some locales have it");
                cx.report.push(problem);
            }
            entries.push((Some(id), value));
        }
        entries
    }

    /// Sorts out how the values at a node are written.
    fn form(&mut self, values: TypeValues<'s>) -> Span {
        let span = values.value.span();
        self.forms.entry(span).or_insert_with(|| match values.value.kind() {
            Kind::Mapping(entries) => {
                let ids: Vec<_> = entries.map(|entry| (entry.key, entry.value)).collect();
                let index = ids.iter().enumerate().map(|(at, (id, _))| (id.value, at)).collect();
                Form::Ids(ids, index)
            }
            Kind::Sequence(items) => Form::List(items.collect()),
            _ => Form::List(Vec::new()),
        });
        span
    }

    fn value(&mut self, cx: &mut Lowering<'_, 's, '_>, id: Option<Text<'s>>, node: Value<'s>) -> Option<ReadValue<'s>> {
        // Most values are a text or a list of texts, and are read once for each model: only what is longer is worth remembering.
        if !matches!(node.kind(), Kind::Mapping(_)) {
            return read_value(cx, id, node);
        }
        if let Some(known) = self.read.get(&node.span()) {
            return known.clone();
        }
        let read = read_value(cx, id, node);
        self.read.insert(node.span(), read.clone());
        read
    }
}

struct Builder<'s> {
    values: Vec<TypeValue<'s>>,
    synonyms: Vec<Text<'s>>,
    extra: Extra<'s>,
    limited: bool,
    /// Whether a value could not be read, which has been reported.
    unread: bool,
}

impl<'s> Builder<'s> {
    fn add(&mut self, read: ReadValue<'s>) {
        let start = self.synonyms.len() as u32;
        self.synonyms.extend(read.synonyms);
        self.extra.push((read.id.unwrap_or(read.value), read.rust));
        self.values.push(TypeValue { id: read.id, value: read.value, synonyms: (start, self.synonyms.len() as u32) });
    }
}

/// The values that the documents of a locale say, and whether one of them says that there are none.
fn values_in<'s>(chain: &Chain<'_, 's>, name: &str) -> (Vec<Value<'s>>, bool) {
    let mut nodes = Vec::new();
    for decl in chain.texts().iter().filter_map(|document| decl(document, name)) {
        match decl.said("values", decl.values) {
            Some(None) => return (nodes, true),
            Some(Some(values)) => nodes.push(values.value),
            None => {}
        }
    }
    (nodes, false)
}

fn decl<'a, 's>(document: &'a Document<'s>, name: &str) -> Option<&'a SlotTypeDecl<'s>> {
    document.types.as_ref()?.get(name).map(|entry| &*entry.value.decl)
}

fn read_value<'s>(cx: &mut Lowering<'_, 's, '_>, id: Option<Text<'s>>, node: Value<'s>) -> Option<ReadValue<'s>> {
    let span = node.span();
    let mut reader = Reader { report: cx.report, locale_file: false };
    match node.kind() {
        Kind::Scalar(scalar) => {
            let value = Spanned::new(scalar.text, node.text_span());
            if let Some(problem) = id.and_then(|_| comma_in_value::problem(scalar, value.span)) {
                reader.report.push(problem);
            }
            Some(ReadValue { id, value, synonyms: Vec::new(), locales: LocaleSet::ALL, rust: None })
        }
        Kind::Sequence(items) => {
            let mut texts = items.filter_map(|item| Text::read(item.span(), item, &mut reader));
            let Some(value) = texts.next() else {
                reader.report.push(missing_key::RULE.at(span, "a value needs a text, before its synonyms"));
                return None;
            };
            Some(ReadValue { id, value, synonyms: texts.collect(), locales: LocaleSet::ALL, rust: None })
        }
        Kind::Mapping(_) => {
            let block = TypeValueBlock::read(span, node, &mut reader)?;
            if let Some(id) = id.filter(|_| block.unread.contains(&"rust")) {
                cx.report.unread(id.span, "rust");
            }
            // In which locales a value is whose `locales` cannot be read, is unknown: the first one has it.
            let locales = if block.unread.contains(&"locales") { LocaleSet::FIRST } else { cx.locale_set(block.locales.as_ref()) };
            let Some(value) = block.value else {
                if locales == LocaleSet::ALL {
                    cx.report.push(
                        missing_key::RULE
                            .at(span, "a value needs a `value`")
                            .for_want_of(span, "value")
                            .help("write `value: the word for it`"),
                    );
                }
                return None;
            };
            let synonyms = block.synonyms.map(|List { items, .. }| items).unwrap_or_default();
            Some(ReadValue { id: id.or(block.id), value, synonyms, locales, rust: block.rust })
        }
        Kind::Null => {
            cx.report.push(missing_key::RULE.at(id.map_or(span, |id| id.span), "a value needs a text"));
            None
        }
        Kind::Broken => None,
    }
}

#[allow(clippy::type_complexity)]
fn union<'s>(
    name: Text<'s>,
    decl: &SlotTypeDecl<'s>,
    locales: LocaleSet,
    models: &[Option<(Arc<ModelType<'s>>, Arc<Extra<'s>>)>],
) -> SlotType<'s> {
    let models: Vec<_> = models.iter().flatten().collect();
    let values = || models.iter().flat_map(|(model, _)| &model.values);
    let all_have_ids = values().next().is_some() && values().all(|value| value.id.is_some());
    let same = |model: &ModelType<'s>| model.values.iter().map(|value| value.value.value).collect::<HashSet<_>>();
    let all_share = models.windows(2).all(|pair| Arc::ptr_eq(&pair[0].0, &pair[1].0) || same(&pair[0].0) == same(&pair[1].0));
    let mut seen = HashSet::new();
    let mut ids = Vec::new();
    if all_have_ids || all_share {
        let mut models_seen: Vec<*const ModelType<'s>> = Vec::new();
        for (model, extra) in &models {
            if models_seen.contains(&Arc::as_ptr(model)) {
                continue;
            }
            models_seen.push(Arc::as_ptr(model));
            for (id, rust) in extra.iter() {
                if seen.insert(id.value) {
                    ids.push((*id, *rust));
                }
            }
        }
    }
    // A type that is too large for an enum needs no names in Rust.
    let is_text = decl.text.is_some_and(|said| said.value) || ids.len() > LARGEST_ENUM;
    let named = |(id, rust): (Text<'s>, Option<Text<'s>>)| match is_text && rust.is_none() {
        true => ValueId { id, rust: Rust { name: String::new(), said: None, span: id.span } },
        false => ValueId { id, rust: rust_names::ty(id, rust) },
    };
    let ids = ids.into_iter().map(named).collect();
    let (ids, values) = if all_have_ids { (ids, Vec::new()) } else { (Vec::new(), ids) };
    SlotType {
        name,
        ids,
        all_have_ids,
        values,
        has_catalog: models.iter().any(|(model, _)| model.catalog.is_some()),
        text: decl.text.is_some_and(|said| said.value),
        locales,
        rust: rust_names::ty(name, decl.rust),
    }
}
