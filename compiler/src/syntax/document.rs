//! The whole file.

use super::intents::{Auth, Delegation, SpeechBlock};
use super::{
    AccountLinking, Compliance, DialogManagementBlock, Endpoint, Events, EventsEndpoint, IntentBlock, InteractionModelBlock, Interface,
    List, Map, Part, PersistentAttributesBlock, Raw, RequestBlock, Sensitivity, SharedPrompt, SlotTypeBlock, SmartHomeBlock, StoreBlock,
    TaskBlock, block, word,
};
use crate::diagnostic::Severity;
use crate::source::{Spanned, Text};

block! {
    /// A skill: everything that Amazon's developer console and the Rust handlers need to know of it.
    Document "the skill" {
        /// The version of this language. Always 1.
        version "sayso": Spanned<i64>,
        /// The locales that the skill is published in, such as `en-US`. The first one is the language of this file.
        locales "locales": List<Text<'t>>,
        /// What this file describes: `manifest`, `interaction_models`, `account_linking`. Without this: all of it. The rest is left to others.
        parts "parts": List<Spanned<Part>>,
        /// What the skill store shows, and how users call the skill.
        @part skill "skill": StoreBlock<'t>,
        /// Where the skill's code runs: the ARN of an AWS Lambda function or an https URL, or one for each region. (Amazon: `apis.custom.endpoint` and `regions`.)
        endpoint "endpoint": Endpoint<'t>,
        /// What Amazon knows of the smart home part of the skill; no code is made for it. (Amazon: `apis.smartHome`.)
        smart_home "smart_home": SmartHomeBlock<'t>,
        /// The events that the skill wants to hear of while nobody talks to it. (Amazon: `events`.)
        events "events": Events<'t>,
        /// What the skill asks the user's consent for, by Amazon's names, such as `alexa::profile:email:read`. (Amazon: `permissions`.)
        permissions "permissions": List<Text<'t>>,
        /// The device interfaces that the skill uses, such as `audio_player`. (Amazon: `apis.custom.interfaces`.)
        interfaces "interfaces": List<Interface<'t>>,
        /// Who leads the conversation, for skills made with Alexa Conversations. (Amazon: `apis.custom.dialogManagement`.)
        dialog_management "dialog_management": DialogManagementBlock<'t>,
        /// The tasks that other skills and Amazon may start this skill with. (Amazon: `apis.custom.tasks`.)
        tasks "tasks": List<TaskBlock<'t>>,
        /// What this skill has others do: `Buy`, `Upsell`, `Cancel`, `AskFor`, or a skill connection such as `AMAZON.PrintPDF/1`.
        connections "connections": List<Text<'t>>,
        /// What the handlers of requests that are no intents need, by the request's type, such as `AudioPlayer.PlaybackNearlyFinished`.
        requests "requests": Map<'t, RequestBlock<'t>>,
        /// What is kept of a user from session to session.
        persistent_attributes "persistent_attributes": PersistentAttributesBlock<'t>,
        /// The answers to Amazon's privacy and compliance questions. (Amazon: `privacyAndCompliance`.)
        compliance "compliance": Compliance<'t>,
        /// How users link their account at your service. (Amazon: the account-linking request.)
        @part account_linking "account_linking": AccountLinking<'t>,
        /// What holds for everything that does not say otherwise.
        defaults "defaults": DefaultsBlock<'t>,
        /// What happens when the skill is opened without a request.
        launch "launch": LaunchBlock<'t>,
        /// What holds for the dialogs of all intents. (Amazon: `dialog`.)
        @part dialog "dialog": DialogBlock<'t>,
        /// How readily what is not understood becomes AMAZON.FallbackIntent. (Amazon: `modelConfiguration.fallbackIntentSensitivity.level`.)
        @locale fallback_sensitivity "fallback_sensitivity": Spanned<Sensitivity>,
        /// What holds for the interaction models as a whole.
        @part interaction_model "interaction_model": InteractionModelBlock<'t>,
        /// Texts that Alexa says in dialogs, by their id, where no intent has them. (Amazon: `prompts`.)
        @part prompts "prompts": Map<'t, SharedPrompt<'t>>,
        /// What users can ask for, by the intent's name.
        @part intents "intents": Map<'t, IntentBlock<'t>>,
        /// The values of the skill's own slot types, and further values for Amazon's.
        @part types "types": Map<'t, SlotTypeBlock<'t>>,
        /// What the skill says, by a name of your own; each becomes a function in `skill::speech`. `{name}` is an argument.
        @part speech "speech": Map<'t, SpeechBlock<'t>>,
        /// What differs on another stage, such as `live`; `--stage NAME` selects it.
        stages "stages": Map<'t, StageBlock<'t>>,
        /// Levels for single rules, by their code, each with its reason.
        lints "lints": Map<'t, LintBlock<'t>>,
        /// The rest of Amazon's surface, in Amazon's names.
        @part amazon "amazon": AmazonBlock<'t>,
    }
}

block! {
    /// What holds for everything that does not say otherwise.
    DefaultsBlock "`defaults`" {
        /// Whether intents need a linked account when they do not say so. Without this: `none`.
        auth "auth": Spanned<Auth>,
    }
}

block! {
    /// What happens when the skill is opened without a request.
    LaunchBlock "`launch`" {
        /// Whether opening the skill needs a linked account.
        auth "auth": Spanned<Auth>,
        /// The OAuth scopes that the launch handler uses.
        scopes "scopes": List<Text<'t>>,
    }
}

block! {
    /// What holds for the dialogs of all intents.
    DialogBlock "`dialog`" {
        /// Who leads the dialogs. (Amazon: `dialog.delegationStrategy`.)
        @locale delegation "delegation": Spanned<Delegation>,
    }
}

block! {
    /// What differs on one stage.
    StageBlock "a stage" {
        /// The id of the skill that this stage is pushed to.
        skill_id "skill_id": Text<'t>,
        /// Where the code of this stage runs.
        endpoint "endpoint": Endpoint<'t>,
        /// Where events of this stage go.
        events_endpoint "events_endpoint": EventsEndpoint<'t>,
        /// What differs in account linking.
        account_linking "account_linking": AccountLinking<'t>,
    }
}

word! {
    /// How much a rule weighs for this skill.
    Level "a level" {
        /// The rule is silent.
        Allow "allow" "",
        /// It warns.
        Warn "warn" "",
        /// It is an error.
        Deny "deny" "",
    }
}

impl Level {
    /// The severity that the level gives; `None` silences.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Level::Allow => None,
            Level::Warn => Some(Severity::Warning),
            Level::Deny => Some(Severity::Error),
        }
    }
}

block! {
    /// The level of one rule for this skill.
    LintBlock "a lint" {
        /// `allow`, `warn` or `deny`.
        level "level": Spanned<Level>,
        /// Why; a level without a reason is an error.
        reason "reason": Text<'t>,
    }
}

block! {
    /// The rest of Amazon's surface, in Amazon's names. It cannot repeat what a key of this language says, bring in an intent, or carry a secret.
    AmazonBlock "`amazon`" {
        /// What is added to the skill manifest, under `manifest`.
        manifest "manifest": Raw<'t>,
        /// What is added to the interaction model of every locale (in a file of `locales/`: of those locales), under `interactionModel`.
        @locale interaction_model "interaction_model": Raw<'t>,
        /// What is added to the account-linking request.
        account_linking "account_linking": Raw<'t>,
    }
}
