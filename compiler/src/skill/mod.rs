//! The lowered skill: names resolved, locales and stage applied, defaults filled in. What the rules check and the backends print.
//!
//! Structure is told once ([`Intent`], [`SlotType`], [`SpeechText`]: the union over all locales); what differs by locale is told for each
//! ([`Listing`], [`Model`]).

mod index;
mod intent;
mod linking;
mod model;
mod need;
mod request;
mod speech;
mod store;
mod token;

pub(crate) use index::Index;
pub use intent::*;
pub use linking::*;
pub use model::*;
pub use need::*;
pub use request::*;
pub use speech::*;
pub use store::*;
pub use token::*;

use crate::source::{FileId, Span, Spanned, Text};
use crate::syntax::{Auth, Identity, InterfaceKind, InterfaceOptions, Level, Raw};

/// A skill, resolved and total.
pub struct Skill<'s> {
    /// The skill's own file.
    pub file: FileId,
    /// Where the file begins: the place of what is missing from it.
    pub top: Span,
    /// Whether a file could not be read as a whole, or says parts of a model in Amazon's names: what seems to be missing, unknown or idle may be
    /// there.
    pub damaged: bool,
    /// The keys at the top of skill.yaml with something that could not be read.
    pub unread: Vec<&'static str>,
    /// What the file describes.
    pub parts: Parts,
    /// The locales, the first one being the language of the file.
    pub locales: Vec<Locale<'s>>,
    /// The ids of the skill on all its stages.
    pub ids: Vec<Text<'s>>,
    /// The stage that was selected.
    pub stage: Option<Text<'s>>,
    /// All stages of the file.
    pub stages: Vec<Stage<'s>>,
    /// What the store knows, but for the texts.
    pub store: Store<'s>,
    /// The texts of the store, one for each locale that it lists.
    pub listings: Vec<Listing<'s>>,
    /// Where the code runs.
    pub endpoints: Option<Endpoints<'s>>,
    /// Events, when the skill has any.
    pub events: Option<Events<'s>>,
    /// The smart home part of the skill.
    pub smart_home: Option<SmartHome<'s>>,
    /// What the skill asks consent for.
    pub permissions: Vec<Text<'s>>,
    /// What it uses of devices.
    pub(crate) interfaces: Vec<Interface<'s>>,
    /// Who leads the conversation, where the file says it.
    pub dialog_management: Option<DialogManagement<'s>>,
    /// What other skills may start it with.
    pub tasks: Vec<Task<'s>>,
    /// What it has others do.
    pub connections: Vec<Text<'s>>,
    /// The requests, beside launches, intents and tasks, that have a handler of their own.
    pub requests: Vec<Request<'s>>,
    /// What the file says of requests.
    pub said_requests: Vec<SaidRequest<'s>>,
    /// What is kept of a user from session to session.
    pub persistent_attributes: Option<PersistentAttributes>,
    /// How accounts are linked.
    pub linking: Option<Linking<'s>>,
    /// What the access tokens are: of the file as a whole, then of its stages. This is the same whichever stage is selected.
    pub tokens: Vec<Tokens<'s>>,
    /// What is spoken with the LinkAccount card, in each locale.
    pub linking_prompts: Vec<Option<Text<'s>>>,
    /// What the file says for `client_secret`, on all stages.
    pub client_secrets: Vec<Text<'s>>,
    /// What opening the skill needs.
    pub launch: Need<'s>,
    /// The intents at which a file says `omit`.
    pub omitted: Vec<Text<'s>>,
    /// All intents of all locales: those of the file in its order, then those that are there unasked.
    pub intents: Vec<Intent<'s>>,
    /// All custom slot types and extended built-in types of all locales.
    pub types: Vec<SlotType<'s>>,
    pub(crate) types_by_name: Index,
    /// Everything that the skill says.
    pub speech: Vec<SpeechText<'s>>,
    /// The interaction models, one for each locale that has one.
    pub models: Vec<Model<'s>>,
    /// The levels of single rules.
    pub lints: Vec<Lint<'s>>,
    /// What goes to Amazon as it is.
    pub(crate) amazon: Amazon<'s>,
}

impl<'s> Skill<'s> {
    /// The intent of that name.
    pub fn intent(&self, name: &str) -> Option<&Intent<'s>> {
        self.intents.iter().find(|intent| intent.name.value == name)
    }

    /// The custom or extended slot type of that name.
    pub fn slot_type(&self, name: &str) -> Option<&SlotType<'s>> {
        self.types_by_name.find(&self.types, name, |declared| declared.name.value)
    }

    /// The store's texts in a locale, where it lists that.
    pub fn listing(&self, locale: usize) -> Option<&Listing<'s>> {
        self.listings.iter().find(|listing| listing.locale == locale)
    }

    /// The interaction model of a locale, where it has one.
    pub fn model(&self, locale: usize) -> Option<&Model<'s>> {
        self.models.iter().find(|model| model.locale == locale)
    }

    /// The tags of the locales that are `among` some, and those of the others, out of all that have an interaction model.
    pub(crate) fn tags(&self, among: impl Fn(usize) -> bool) -> (Vec<&'s str>, Vec<&'s str>) {
        let tags = |wanted: bool| {
            let models = self.models.iter().filter(|model| among(model.locale) == wanted);
            models.map(|model| self.locales[model.locale].tag.value).collect()
        };
        (tags(true), tags(false))
    }

    /// The tokens of the stage that is selected.
    pub fn selected_tokens(&self) -> Option<&Tokens<'s>> {
        let selected = self.stage.and_then(|stage| self.tokens.iter().find(|tokens| tokens.stage == Some(stage)));
        selected.or_else(|| self.tokens.iter().find(|tokens| tokens.stage.is_none()))
    }

    /// Whose token counts.
    pub fn identity(&self) -> Identity {
        let said = self.tokens.iter().filter(|tokens| tokens.stage.is_none()).find_map(|tokens| tokens.identity);
        said.map_or(Identity::Account, |said| said.value)
    }

    /// Whether the skill finds out if tokens are valid, so that handlers hear what they say.
    pub fn checks_tokens(&self) -> bool {
        self.tokens.iter().filter_map(|tokens| tokens.token.as_ref()).any(Token::is_checked)
    }

    /// Whether anything reaches the account.
    pub fn uses_accounts(&self) -> bool {
        self.needs().any(|(_, need)| need.auth.value != Auth::None)
    }

    /// What everything needs of the account: the launch, the intents, the tasks, then the other requests.
    pub fn needs(&self) -> impl Iterator<Item = (Subject<'_, 's>, &Need<'s>)> {
        let intents = self.intents.iter().map(|intent| (Subject::Intent(intent), &intent.need));
        let tasks = self.tasks.iter().map(|task| (Subject::Task(task), &task.need));
        let requests = self.requests.iter().map(|request| (Subject::Request(request), &request.need));
        std::iter::once((Subject::Launch, &self.launch)).chain(intents).chain(tasks).chain(requests)
    }

    /// The endpoints: for requests, for events, for the smart home.
    pub fn all_endpoints(&self) -> impl Iterator<Item = &Endpoints<'s>> {
        let events = self.events.as_ref().and_then(|events| events.endpoints.as_ref());
        let smart_home = self.smart_home.as_ref().and_then(|part| part.endpoints.as_ref());
        self.endpoints.iter().chain(events).chain(smart_home)
    }

    /// Every place where code runs.
    pub fn targets(&self) -> impl Iterator<Item = &Target<'s>> {
        self.all_endpoints().flat_map(Endpoints::targets)
    }

    /// The addresses of all those places. An empty one is none: Amazon's console writes it where nothing was filled in.
    pub fn uris(&self) -> impl Iterator<Item = Text<'s>> {
        self.targets().filter_map(|target| target.uri).filter(|uri| !uri.value.is_empty())
    }
}

/// What of a skill the file describes; the rest is left to others.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Parts {
    /// The manifest.
    pub manifest: bool,
    /// The interaction models.
    pub interaction_models: bool,
    /// Account linking.
    pub account_linking: bool,
}

/// A stage: what differs when the skill is pushed to another skill id.
pub struct Stage<'s> {
    /// Its name.
    pub name: Text<'s>,
    /// The id of the skill that it is pushed to.
    pub skill_id: Option<Text<'s>>,
    /// The place of its own `account_linking`.
    pub linking: Option<Span>,
}

/// A locale of the skill.
#[derive(Clone, Copy, Debug)]
pub struct Locale<'s> {
    /// The tag, such as `en-US`.
    pub tag: Text<'s>,
}

impl<'s> Locale<'s> {
    /// The language, such as `en`.
    pub fn language(&self) -> &'s str {
        language(self.tag.value)
    }
}

/// The language of a locale's tag.
pub(crate) fn language(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// Which of the skill's locales have something; locales are counted in the skill's order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LocaleSet(pub(crate) u64);

impl LocaleSet {
    /// Every locale.
    pub const ALL: LocaleSet = LocaleSet(u64::MAX);

    /// The first locale alone.
    pub(crate) const FIRST: LocaleSet = LocaleSet(1);

    /// The most locales that a skill may have here; Alexa knows far fewer.
    pub(crate) const MOST: usize = 64;

    /// Whether the locale at `index` is among them.
    pub fn has(self, index: usize) -> bool {
        index >= Self::MOST || self.0 & (1 << index) != 0
    }

    /// Those in both.
    pub fn and(self, other: LocaleSet) -> LocaleSet {
        LocaleSet(self.0 & other.0)
    }
}

/// An interface and its options.
pub(crate) struct Interface<'s> {
    pub kind: Spanned<InterfaceKind>,
    pub options: Option<Box<InterfaceOptions<'s>>>,
}

/// Who leads the conversation.
pub struct DialogManagement<'s> {
    /// The place of the key.
    pub key: Span,
    /// Who leads when a session begins.
    pub session_start: Option<Text<'s>>,
    /// Those that can lead.
    pub managers: Vec<Text<'s>>,
}

/// The level of a rule, and why.
pub struct Lint<'s> {
    /// The rule's code.
    pub code: Text<'s>,
    /// The level.
    pub level: Spanned<Level>,
    /// The reason.
    pub reason: Option<Text<'s>>,
    /// Whether the reason could not be read, which has been reported.
    pub unread: bool,
}

/// What goes to Amazon as it is.
pub(crate) struct Amazon<'s> {
    pub manifest: Option<Raw<'s>>,
    pub account_linking: Option<Raw<'s>>,
}
