//! `skill:` and `compliance:`: what the store shows, and what Amazon asks.

use super::{List, Map, Read, Reader, block, word};
use crate::source::{Span, Spanned, Text};
use crate::yaml::{Kind, Value};

block! {
    /// What the skill store shows, and how users call the skill.
    StoreBlock "`skill`" {
        /// The skill's id (`amzn1.ask.skill.…`), or a list of them. The runtime refuses requests for other skills.
        id "id": List<Text<'t>>,
        /// The locales that the store lists, where not all of the skill's are. (Amazon: the keys of `publishingInformation.locales`.)
        locales "locales": List<Text<'t>>,
        /// The name in the store: 2 to 50 characters. (Amazon: `publishingInformation.locales.<locale>.name`.)
        @locale name "name": Text<'t>,
        /// What users say to call the skill, in lower case. (Amazon: `languageModel.invocationName`.)
        @locale invocation "invocation": Text<'t>,
        /// The store's category, such as `TAXI_AND_RIDESHARING`.
        category "category": Text<'t>,
        /// One sentence for the store, at most 160 characters.
        @locale summary "summary": Text<'t>,
        /// The store's description, at most 4000 characters. It must say what the skill needs, such as an account.
        @locale description "description": Text<'t>,
        /// What is new, for an update; at most 4000 characters. (Amazon: `updatesDescription`.)
        @locale updates "updates": Text<'t>,
        /// What users may say first; the store shows three. The first one starts with `Alexa` and has the invocation name.
        @locale example_phrases "example_phrases": List<Text<'t>>,
        /// Search words, at most 30.
        @locale keywords "keywords": List<Text<'t>>,
        /// The icon of 108 × 108 pixels: a URL, or a file in `skill-package/` as `file://assets/…`. (Amazon: `smallIconUri`.)
        @locale small_icon "small_icon": Text<'t>,
        /// The icon of 512 × 512 pixels. (Amazon: `largeIconUri`.)
        @locale large_icon "large_icon": Text<'t>,
        /// The URL of the privacy policy. (Amazon: `privacyAndCompliance.locales.<locale>.privacyPolicyUrl`.)
        @locale privacy_policy "privacy_policy": Text<'t>,
        /// The URL of the terms of use. (Amazon: `termsOfUseUrl`.)
        @locale terms_of_use "terms_of_use": Text<'t>,
        /// What Amazon's testers need to know, with the credentials of a test account; at most 4000 characters.
        testing_instructions "testing_instructions": Text<'t>,
        /// Where the skill is offered: `worldwide` (what holds when nothing is said), a list of countries such as `US`, or `unanswered`.
        countries "countries": Countries<'t>,
        /// `public` (what holds when nothing is said) or `private`.
        distribution "distribution": Spanned<Distribution>,
        /// Whether Amazon offers the skill in further locales of its languages by itself. (Amazon: `automaticDistribution`.)
        automatic_distribution "automatic_distribution": AutomaticDistributionBlock<'t>,
        /// The locales that Amazon copies by itself: from each locale to others of its language. (Amazon: `automaticClonedLocale`.)
        cloned_locales "cloned_locales": Map<'t, List<Text<'t>>>,
        /// The Echo Buttons of a game. (Amazon: `gadgetSupport`.)
        gadget_support "gadget_support": GadgetSupportBlock<'t>,
        /// `false`: the manifest is not that of a custom skill. (Amazon: no `apis.custom`.)
        custom "custom": Spanned<bool>,
        /// `omit`: the manifest does not say which version of manifests it is of. (Amazon: no `manifestVersion`.)
        manifest_version "manifest_version": Spanned<ManifestVersion>,
    }
}

block! {
    /// Whether Amazon offers the skill in further locales of its languages by itself.
    AutomaticDistributionBlock "`automatic_distribution`" {
        /// Whether it does. (Amazon: `isActive`.)
        active "active": Spanned<bool>,
        /// The locale that each language is copied from, such as `en: en-US`. (Amazon: `sourceLocaleForLanguages`.)
        source_locales "source_locales": Map<'t, Text<'t>>,
    }
}

block! {
    /// The Echo Buttons of a game.
    GadgetSupportBlock "`gadget_support`" {
        /// Whether the game can be played without them.
        requirement "requirement": Spanned<GadgetRequirement>,
        /// The fewest buttons: 1 to 4. (Amazon: `minGadgetButtons`.)
        min_buttons "min_buttons": Spanned<i64>,
        /// The most buttons: 1 to 4. (Amazon: `maxGadgetButtons`.)
        max_buttons "max_buttons": Spanned<i64>,
        /// The fewest players: 1 to 16. (Amazon: `numPlayersMin`.)
        min_players "min_players": Spanned<i64>,
        /// The most players. (Amazon: `numPlayersMax`.)
        max_players "max_players": Spanned<i64>,
    }
}

word! {
    /// Whether a game needs Echo Buttons.
    GadgetRequirement "a requirement" {
        /// It can be played without them.
        Optional "optional" "OPTIONAL",
        /// It cannot.
        Required "required" "REQUIRED",
    }
}

word! {
    /// The version of the manifest.
    ManifestVersion "a version of the manifest" {
        /// The only one that there is.
        One "1.0" "1.0",
        /// None is said.
        Omit "omit" "",
    }
}

word! {
    /// Who may find the skill.
    Distribution "a distribution" {
        /// Everybody.
        Public "public" "PUBLIC",
        /// Only those it is given to.
        Private "private" "PRIVATE",
    }
}

/// Where the skill is offered.
#[derive(Clone)]
pub(crate) enum Countries<'t> {
    Worldwide,
    /// Nothing is said to Amazon; the place of the word.
    Unanswered(Span),
    Only(List<Text<'t>>),
}

impl<'t> Read<'t> for Countries<'t> {
    fn read(key: Span, value: Value<'t>, cx: &mut Reader<'_>) -> Option<Self> {
        match value.kind() {
            Kind::Scalar(scalar) if scalar.text == "worldwide" => Some(Countries::Worldwide),
            Kind::Scalar(scalar) if scalar.text == "unanswered" => Some(Countries::Unanswered(value.span())),
            _ => List::read(key, value, cx).map(Countries::Only),
        }
    }
}

block! {
    /// The answers to Amazon's privacy and compliance questions. What is not answered here gets the answer in brackets;
    /// `unanswered` leaves it to the developer console.
    ComplianceBlock "`compliance`" {
        /// Users can buy something or spend money. [false] (Amazon: `allowsPurchases`.)
        purchases "purchases": Spanned<Answer>,
        /// The skill collects personal information. [true with account linking or permissions] (Amazon: `usesPersonalInfo`.)
        personal_info "personal_info": Spanned<Answer>,
        /// It is directed to children under 13. [true in the categories for children] (Amazon: `isChildDirected`.)
        child_directed "child_directed": Spanned<Answer>,
        /// It may be exported from where it is developed. [true] (Amazon: `isExportCompliant`.)
        export_compliant "export_compliant": Spanned<Answer>,
        /// It contains advertising. [false] (Amazon: `containsAds`.)
        ads "ads": Spanned<Answer>,
        /// It handles health information under HIPAA. [unanswered] (Amazon: `usesHealthInfo`.)
        health_info "health_info": Spanned<Answer>,
        /// Which shopping features it uses. (Amazon: `shoppingKit`.)
        shopping "shopping": ShoppingBlock<'t>,
    }
}

block! {
    /// Which of Amazon's shopping features the skill uses.
    ShoppingBlock "`shopping`" {
        /// It uses Alexa Shopping Actions. (Amazon: `isShoppingActionsEnabled`.)
        shopping_actions "shopping_actions": Spanned<bool>,
        /// It uses Amazon Associates on Alexa. (Amazon: `isAmazonAssociatesOnAlexaEnabled`.)
        amazon_associates "amazon_associates": Spanned<bool>,
    }
}

word! {
    /// An answer to one of Amazon's questions.
    Answer "an answer" {
        /// Yes.
        Yes "true" "true",
        /// No.
        No "false" "false",
        /// Left to the developer console: nothing is emitted.
        Unanswered "unanswered" "",
    }
}

impl Answer {
    /// The answer of a plain truth.
    pub fn of(truth: bool) -> Self {
        if truth { Answer::Yes } else { Answer::No }
    }

    /// What is emitted, if anything.
    pub fn truth(self) -> Option<bool> {
        match self {
            Answer::Yes => Some(true),
            Answer::No => Some(false),
            Answer::Unanswered => None,
        }
    }
}

/// All answers, or none at all.
#[derive(Clone)]
pub(crate) enum Compliance<'t> {
    /// The whole block is left to the developer console; the place of the word.
    Unanswered(Span),
    Answers(Box<ComplianceBlock<'t>>),
}

impl<'t> Read<'t> for Compliance<'t> {
    fn read(key: Span, value: Value<'t>, cx: &mut Reader<'_>) -> Option<Self> {
        match value.kind() {
            Kind::Scalar(scalar) if scalar.text == "unanswered" => Some(Compliance::Unanswered(value.span())),
            _ => ComplianceBlock::read(key, value, cx).map(|block| Compliance::Answers(Box::new(block))),
        }
    }
}
