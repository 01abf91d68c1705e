//! From documents to the skill: the stage laid over, locales resolved, defaults filled in, names made.
//!
//! What is missing or cannot be resolved is reported here; what is resolved and still wrong is the rules' business.

mod chain;
mod endpoints;
mod holes;
mod intents;
mod linking;
mod locales;
mod rust_names;
mod samples;
mod speech;
mod stage;
mod store;
mod strays;
mod types;

pub(crate) use chain::{Documents, LocalDocument};

use crate::diagnostic::Report;
use crate::skill::{Amazon, Lint, Model, Skill};
use chain::Chain;
use holes::Holes;

/// Everything that the parts of the lowering share.
struct Lowering<'a, 's, 'r> {
    documents: &'a Documents<'s>,
    /// Where each locale looks for its texts; in the order of the locales.
    chains: Vec<Chain<'a, 's>>,
    locales: &'a [crate::skill::Locale<'s>],
    report: &'r mut Report,
    holes: Holes,
}

/// Lowers the documents of a skill, with the differences of `stage` applied.
pub(crate) fn lower<'s>(documents: &mut Documents<'s>, stage: Option<&str>, report: &mut Report) -> Skill<'s> {
    let top = documents.main.key;
    let locales = locales::lower(documents, report);
    let stages = stage::all(&documents.main);
    let client_secrets = stage::client_secrets(&documents.main);
    let stage = stage::apply(documents, stage, report);
    let documents = &*documents;
    let main = &documents.main;
    let chains = locales.iter().map(|locale| Chain::new(documents, locale.tag.value, locales[0].language())).collect();
    let mut cx = Lowering { documents, chains, locales: &locales, report, holes: Holes::default() };

    strays::report(&mut cx);
    let types = types::lower(&mut cx);
    let intents = intents::lower(&mut cx, top);
    let linking = linking::lower(&mut cx);
    let speech = speech::lower(&mut cx);
    let launch = intents::launch(&cx, top);
    let uses_accounts = linking.is_some() && intents::use_accounts(&launch, &intents.union);
    let listings = store::listings(&mut cx, uses_accounts);
    let models = models(&mut cx, intents.by_locale, types.by_locale);
    let skill = Skill {
        file: documents.file,
        top,
        damaged: false,
        ids: store::ids(main, cx.report),
        stage,
        stages,
        store: store::store(main, top, linking.is_some()),
        listings,
        endpoints: main.endpoint.as_ref().map(|endpoint| endpoints::endpoints(endpoint, cx.report)),
        events: endpoints::events(main, cx.report),
        permissions: main.permissions.as_ref().map(|list| list.items.clone()).unwrap_or_default(),
        interfaces: endpoints::interfaces(main),
        tasks: endpoints::tasks(main, cx.report),
        linking,
        client_secrets,
        launch,
        omitted: intents::omitted(documents),
        intents: intents.union,
        types: types.union,
        speech,
        models,
        lints: lints(main),
        amazon: Amazon {
            manifest: main.amazon.as_ref().and_then(|amazon| amazon.manifest),
            account_linking: main.amazon.as_ref().and_then(|amazon| amazon.account_linking),
        },
        locales: Vec::new(),
    };
    let Lowering { holes, report, .. } = cx;
    holes.report(&locales, documents, report);
    Skill { locales, ..skill }
}

fn models<'s>(
    cx: &mut Lowering<'_, 's, '_>,
    intents: Vec<Vec<crate::skill::ModelIntent<'s>>>,
    types: Vec<Vec<std::sync::Arc<crate::skill::ModelType<'s>>>>,
) -> Vec<Model<'s>> {
    let invocation = |document: &crate::syntax::Document<'s>| document.skill.as_ref()?.invocation;
    if let Some(main) = invocation(&cx.documents.main) {
        for locale in (0..cx.chains.len()).filter(|locale| cx.chains[*locale].text(invocation).is_none()) {
            cx.holes.add("skill.invocation".to_owned(), main.span, locale);
        }
    }
    let parts = intents.into_iter().zip(types).zip(&cx.chains).enumerate();
    parts
        .map(|(locale, ((intents, types), chain))| Model {
            locale,
            invocation: chain.text(invocation),
            sensitivity: chain.structure(|document| document.fallback_sensitivity),
            delegation: chain.structure(|document| document.dialog.as_ref()?.delegation),
            intents,
            types,
            amazon: chain.all(|document| document.amazon.as_ref()?.interaction_model),
        })
        .collect()
}

fn lints<'s>(main: &crate::syntax::Document<'s>) -> Vec<Lint<'s>> {
    let entries = main.lints.iter().flat_map(|lints| &lints.entries);
    let lint = |entry: &crate::syntax::Named<'s, crate::syntax::LintBlock<'s>>| {
        let level = entry.value.level?;
        Some(Lint { code: entry.name, level, reason: entry.value.reason })
    };
    entries.filter_map(lint).collect()
}
