//! From documents to the skill: the stage laid over, locales resolved, defaults filled in, names made.
//!
//! What is missing or cannot be resolved is reported here; what is resolved and still wrong is the rules' business.

mod chain;
mod endpoints;
mod holes;
mod intents;
mod linking;
mod locales;
mod need;
mod parts;
mod prompts;
mod requests;
mod rust_names;
mod samples;
mod slot_order;
mod speech;
mod stage;
mod store;
mod strays;
mod token;
mod types;

pub(crate) use chain::{Documents, LocalDocument};

use crate::diagnostic::Report;
use crate::raw;
use crate::skill::{Amazon, Index, Lint, LocaleSet, Model, Skill};
use crate::source::{FileId, Text};
use crate::syntax::Auth;
use chain::Chain;
use holes::Holes;

/// Everything that the parts of the lowering share.
struct Lowering<'a, 's, 'r> {
    documents: &'a Documents<'s>,
    /// Where each locale looks for its texts; in the order of the locales.
    chains: Vec<Chain<'a, 's>>,
    locales: &'a [crate::skill::Locale<'s>],
    /// The locales that the store lists.
    listed: LocaleSet,
    /// The locales that have an interaction model.
    modelled: LocaleSet,
    report: &'r mut Report,
    holes: Holes,
    /// The files that could not be read as a whole.
    damaged: Vec<FileId>,
    /// What the samples may still be spelt out to.
    budget: samples::Budget,
}

/// Lowers the documents of a skill, with the differences of `stage` applied.
pub(crate) fn lower<'s>(documents: &mut Documents<'s>, stage: Option<&str>, damaged: Vec<FileId>, report: &mut Report) -> Skill<'s> {
    let top = documents.main.key;
    let parts = parts::lower(&documents.main, report);
    let locales = locales::lower(documents, parts, report);
    let stages = stage::all(&documents.main);
    let client_secrets = stage::client_secrets(&documents.main);
    let tokens = token::lower(&documents.main, stage);
    let stage = stage::apply(documents, stage, report);
    let documents = &*documents;
    let main = &documents.main;
    let chains = locales.iter().map(|locale| Chain::new(documents, locale.tag.value, locales[0].language())).collect();
    let mut cx = Lowering {
        documents,
        chains,
        locales: &locales,
        listed: LocaleSet::ALL,
        modelled: LocaleSet::ALL,
        report,
        holes: Holes::default(),
        damaged,
        budget: samples::Budget::default(),
    };
    parts::limit(&mut cx, parts);

    cx.holes.excused = (0..locales.len()).filter(|at| cx.is_unread(*at) || locales::meant(locales[*at].tag.value).is_some()).collect();
    strays::report(&mut cx);
    let types = types::lower(&mut cx);
    let intents = intents::lower(&mut cx, top);
    let linking = linking::lower(&mut cx);
    let speech = speech::lower(&mut cx);
    let launch = need::launch(&cx, top);
    let tasks = requests::tasks(&mut cx);
    let requests = requests::requests(main);
    let listings = store::listings(&mut cx);
    let mut models = models(&mut cx, intents.by_locale, types.by_locale);
    prompts::resolve(&mut models, top, cx.report);
    let is_raw = |model: &Model<'_>| model.amazon.iter().any(|raw| raw::has_parts(raw.value));
    let skill = Skill {
        file: documents.file,
        top,
        damaged: !cx.damaged.is_empty() || documents.have_unread(&["intents", "types"]) || models.iter().any(is_raw),
        unread: main.unread.clone(),
        ids: store::ids(main, cx.report),
        stage,
        stages,
        store: store::store(main, top, linking.is_some()),
        listings,
        linking_prompts: Vec::new(),
        parts,
        endpoints: main.endpoint.as_ref().map(|endpoint| endpoints::endpoints(endpoint, cx.report)),
        events: endpoints::events(main, cx.report),
        smart_home: endpoints::smart_home(main, cx.report),
        permissions: main.permissions.as_ref().map(|list| list.items.clone()).unwrap_or_default(),
        interfaces: endpoints::interfaces(main),
        dialog_management: endpoints::dialog_management(main),
        tasks,
        connections: main.connections.as_ref().map(|list| list.items.clone()).unwrap_or_default(),
        requests,
        said_requests: requests::said(main),
        persistent_attributes: requests::persistent_attributes(main),
        linking,
        client_secrets,
        tokens,
        launch,
        omitted: intents::omitted(documents),
        intents: intents.union,
        types: types.union,
        types_by_name: Index::default(),
        speech,
        models,
        lints: lints(main),
        amazon: Amazon {
            manifest: main.amazon.as_ref().and_then(|amazon| amazon.manifest),
            account_linking: main.amazon.as_ref().and_then(|amazon| amazon.account_linking),
        },
        locales: Vec::new(),
    };
    let shows_card = skill.linking.is_some() && skill.needs().any(|(subject, need)| need.auth.value != Auth::None && subject.shows_card());
    let linking_prompts = store::linking_prompts(&mut cx, shows_card);
    let Lowering { holes, report, .. } = cx;
    holes.report(&locales, documents, report);
    Skill { locales, linking_prompts, ..skill }
}

impl Lowering<'_, '_, '_> {
    /// Whether some text of the locale could not be read, which has been reported: what seems to be missing may be there.
    fn is_unread(&self, locale: usize) -> bool {
        let is_unread = |local: &&LocalDocument<'_>| self.damaged.contains(&local.file) || !local.document.unread.is_empty();
        self.documents.locals.iter().filter(|local| self.speaks(local, locale)).any(|local| is_unread(&local))
    }

    /// Whether the locale looks into that file.
    fn speaks(&self, local: &LocalDocument<'_>, locale: usize) -> bool {
        let locale = self.locales[locale];
        locale.tag.value == local.tag || locale.language() == local.tag
    }
}

fn models<'s>(
    cx: &mut Lowering<'_, 's, '_>,
    intents: Vec<Vec<crate::skill::ModelIntent<'s>>>,
    types: Vec<Vec<std::sync::Arc<crate::skill::ModelType<'s>>>>,
) -> Vec<Model<'s>> {
    let invocation = |document: &crate::syntax::Document<'s>| {
        let skill = document.skill.as_ref()?;
        skill.said("invocation", skill.invocation)
    };
    if let Some(Some(main)) = invocation(&cx.documents.main) {
        for locale in (0..cx.chains.len()).filter(|locale| cx.modelled.has(*locale) && cx.chains[*locale].text(invocation).is_none()) {
            cx.holes.add("skill.invocation".to_owned(), main.span, locale);
        }
    }
    let texts = |key: &'static str, get: fn(&crate::syntax::InteractionModelBlock<'s>) -> Option<Text<'s>>| {
        move |document: &crate::syntax::Document<'s>| {
            let block = document.interaction_model.as_ref()?;
            block.said(key, get(block))
        }
    };
    let prompts: Vec<_> = (0..cx.locales.len()).map(|locale| prompts::shared(cx, locale)).collect();
    let parts = intents.into_iter().zip(types).zip(prompts).zip(&cx.chains).enumerate();
    parts
        .filter(|(locale, _)| cx.modelled.has(*locale))
        .map(|(locale, (((intents, types), prompts), chain))| Model {
            locale,
            version: chain.text(texts("version", |block| block.version)).flatten(),
            description: chain.text(texts("description", |block| block.description)).flatten(),
            invocation: chain.text(invocation).flatten(),
            nameless: matches!(chain.text(invocation), Some(None)),
            sensitivity: chain.structure(|document| document.said("fallback_sensitivity", document.fallback_sensitivity)),
            delegation: chain.structure(|document| {
                let dialog = document.dialog.as_ref()?;
                dialog.said("delegation", dialog.delegation)
            }),
            intents,
            prompts,
            types,
            types_by_name: Index::default(),
            amazon: chain.all(|document| {
                let amazon = document.amazon.as_ref()?;
                amazon.said("interaction_model", amazon.interaction_model)
            }),
        })
        .collect()
}

fn lints<'s>(main: &crate::syntax::Document<'s>) -> Vec<Lint<'s>> {
    let entries = main.lints.iter().flat_map(|lints| &lints.entries);
    let lint = |entry: &crate::syntax::Named<'s, crate::syntax::LintBlock<'s>>| {
        let level = entry.value.level?;
        let unread = entry.value.unread.contains(&"reason");
        Some(Lint { code: entry.name, level, reason: entry.value.reason, unread })
    };
    entries.filter_map(lint).collect()
}
