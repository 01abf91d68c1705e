//! What the store, the console and the endpoints need to know.

use crate::source::{Span, Spanned, Text};
use crate::syntax::{Answer, Certificate, Distribution, GadgetRequirement};

/// What the store knows of the skill, but for the texts.
pub struct Store<'s> {
    /// The place of the `skill` key, or the file's top where there is none.
    pub key: Span,
    /// The category.
    pub category: Option<Text<'s>>,
    /// What Amazon's testers need to know.
    pub testing_instructions: Option<Text<'s>>,
    /// Where the skill is offered.
    pub countries: Availability<'s>,
    /// Who may find it.
    pub distribution: Option<Spanned<Distribution>>,
    /// Whether Amazon offers it in further locales by itself.
    pub automatic_distribution: Option<AutomaticDistribution<'s>>,
    /// The locales that Amazon copies by itself.
    pub cloned_locales: Option<Vec<Cloned<'s>>>,
    /// The Echo Buttons of a game.
    pub gadget_support: Option<GadgetSupport>,
    /// Whether the manifest is to say no version.
    pub versionless: bool,
    /// The place that says that it is no custom skill.
    pub not_custom: Option<Span>,
    /// The answers to the compliance questions; `None` leaves all of them to the console.
    pub compliance: Option<Answers>,
    /// The place that leaves all compliance questions to the console.
    pub compliance_unanswered: Option<Span>,
}

/// A locale that Amazon copies by itself.
pub struct Cloned<'s> {
    /// The locale.
    pub source: Text<'s>,
    /// The locales that become copies of it.
    pub targets: Vec<Text<'s>>,
}

/// Whether Amazon offers the skill in further locales by itself.
pub struct AutomaticDistribution<'s> {
    /// The place of the key.
    pub key: Span,
    /// Whether it does.
    pub active: Option<Spanned<bool>>,
    /// The locale that each language is copied from.
    pub source_locales: Vec<(Text<'s>, Text<'s>)>,
}

/// The Echo Buttons of a game.
pub struct GadgetSupport {
    /// The place of the key.
    pub key: Span,
    /// Whether the game needs them.
    pub requirement: Option<Spanned<GadgetRequirement>>,
    /// Fewest and most buttons.
    pub buttons: [Option<Spanned<i64>>; 2],
    /// Fewest and most players.
    pub players: [Option<Spanned<i64>>; 2],
}

/// Where the skill is offered.
pub enum Availability<'s> {
    /// In all countries.
    Worldwide,
    /// Nothing is said; the place that says so.
    Unanswered(Span),
    /// In these only.
    Only(Span, Vec<Text<'s>>),
}

/// An answer, and whether the file gives it.
#[derive(Clone, Copy, Debug)]
pub struct Answered {
    /// The answer.
    pub answer: Answer,
    /// Where the file gives it.
    pub said: Option<Span>,
}

/// The answers to Amazon's compliance questions.
pub struct Answers {
    /// The place of the `compliance` key, or of `skill` where there is none.
    pub key: Span,
    /// Users can spend money.
    pub purchases: Answered,
    /// Personal information is collected.
    pub personal_info: Answered,
    /// Directed to children.
    pub child_directed: Answered,
    /// May be exported.
    pub export_compliant: Answered,
    /// Contains advertising.
    pub ads: Answered,
    /// Handles health information.
    pub health_info: Answered,
    /// Shopping actions, and Amazon Associates on Alexa.
    pub shopping: Option<(Option<bool>, Option<bool>)>,
}

/// The store's texts in one locale.
pub struct Listing<'s> {
    /// The place of the locale in [`super::Skill::locales`].
    pub locale: usize,
    /// The name.
    pub name: Option<Text<'s>>,
    /// One sentence.
    pub summary: Option<Text<'s>>,
    /// The description.
    pub description: Option<Text<'s>>,
    /// What is new.
    pub updates: Option<Text<'s>>,
    /// What users may say first.
    pub example_phrases: Option<Vec<Text<'s>>>,
    /// Search words.
    pub keywords: Option<Vec<Text<'s>>>,
    /// The small icon's URI.
    pub small_icon: Option<Text<'s>>,
    /// The large icon's URI.
    pub large_icon: Option<Text<'s>>,
    /// The privacy policy's URL.
    pub privacy_policy: Option<Text<'s>>,
    /// The URL of the terms of use.
    pub terms_of_use: Option<Text<'s>>,
    /// The keys of texts at which the files say `omit` for this locale.
    pub omitted: Vec<&'static str>,
}

impl<'s> Listing<'s> {
    /// Every text and address of the store's page, with its key under `skill`.
    pub fn texts(&self) -> impl Iterator<Item = (&'static str, Text<'s>)> {
        let single = [
            ("name", self.name),
            ("summary", self.summary),
            ("description", self.description),
            ("updates", self.updates),
            ("small_icon", self.small_icon),
            ("large_icon", self.large_icon),
            ("privacy_policy", self.privacy_policy),
            ("terms_of_use", self.terms_of_use),
        ];
        let single = single.into_iter().filter_map(|(key, text)| Some((key, text?)));
        let phrases = self.example_phrases.iter().flatten().map(|phrase| ("example_phrases", *phrase));
        let keywords = self.keywords.iter().flatten().map(|word| ("keywords", *word));
        single.chain(phrases).chain(keywords)
    }
}

/// A place where code runs.
#[derive(Clone, Copy, Debug)]
pub struct Target<'s> {
    /// The place of its key.
    pub key: Span,
    /// The ARN or URL.
    pub uri: Option<Text<'s>>,
    /// The folder of the code, as old tools wanted it.
    pub source_dir: Option<Text<'s>>,
    /// The kind of certificate, where the file says it.
    pub certificate: Option<Spanned<Certificate>>,
}

impl Target<'_> {
    /// Whether it is an https URL rather than a Lambda function.
    pub fn is_https(&self) -> bool {
        self.uri.is_some_and(|uri| uri.value.starts_with("https://"))
    }

    /// Whether it is the ARN of something of AWS.
    pub fn is_arn(&self) -> bool {
        self.uri.is_some_and(|uri| uri.value.starts_with("arn:"))
    }
}

/// Where the code runs.
pub struct Endpoints<'s> {
    /// The place of the key.
    pub key: Span,
    /// Where no region says otherwise.
    pub default: Option<Target<'s>>,
    /// By Amazon's region: `NA`, `EU`, `FE`.
    pub regions: Vec<(&'static str, Target<'s>)>,
}

impl<'s> Endpoints<'s> {
    /// All places.
    pub fn targets(&self) -> impl Iterator<Item = &Target<'s>> {
        self.default.iter().chain(self.regions.iter().map(|(_, target)| target))
    }
}

/// The smart home part of the skill.
pub struct SmartHome<'s> {
    /// Where Alexa sends its directives.
    pub endpoints: Option<Endpoints<'s>>,
    /// The version of the directives.
    pub protocol_version: Option<Text<'s>>,
}

/// The events that the skill hears of and sends.
pub struct Events<'s> {
    /// The place of the key.
    pub key: Span,
    /// Where events go, when not to the skill's endpoint.
    pub endpoints: Option<Endpoints<'s>>,
    /// Whether the file says that events have no endpoint.
    pub no_endpoint: bool,
    /// What it hears of.
    pub subscriptions: Vec<Text<'s>>,
    /// What it sends.
    pub publications: Vec<Text<'s>>,
}
