//! Where the skill's code runs, and the events it hears of.

use super::{List, Read, Reader, block, is_omit, word};
use crate::source::{Span, Spanned, Text};
use crate::yaml::{Kind, Value};

word! {
    /// What kind of certificate an https endpoint shows.
    Certificate "a kind of certificate" {
        /// From an authority that Amazon trusts, for exactly this host.
        Trusted "trusted" "Trusted",
        /// For all hosts of a domain.
        Wildcard "wildcard" "Wildcard",
        /// Self-signed: for development only.
        SelfSigned "self_signed" "SelfSigned",
        /// Nothing is said to Amazon.
        Unanswered "unanswered" "",
    }
}

block! {
    /// One place where code runs: the ARN of an AWS Lambda function, or an https URL.
    TargetBlock "an endpoint" short uri {
        /// The ARN or the URL.
        uri "uri": Text<'t>,
        /// The folder of the code, as tools of Amazon's first years wanted it; those of today do not look at it. (Amazon: `sourceDir`.)
        source_dir "source_dir": Text<'t>,
        /// The kind of certificate; `trusted` for an https URL that does not say. (Amazon: `sslCertificateType`.)
        certificate "certificate": Spanned<Certificate>,
    }
}

block! {
    /// Where the code runs for each of Amazon's regions.
    RegionsBlock "`endpoint`" {
        /// Where no region says otherwise.
        default "default": TargetBlock<'t>,
        /// North America.
        na "NA": TargetBlock<'t>,
        /// Europe and India.
        eu "EU": TargetBlock<'t>,
        /// The Far East.
        fe "FE": TargetBlock<'t>,
    }
}

/// Where code runs: one place, or one for each region.
#[derive(Clone)]
pub(crate) struct Endpoint<'t> {
    pub key: Span,
    pub regions: RegionsBlock<'t>,
}

impl<'t> Read<'t> for Endpoint<'t> {
    fn read(key: Span, value: Value<'t>, cx: &mut Reader<'_>) -> Option<Self> {
        let is_target = match value.kind() {
            Kind::Mapping(mut entries) => entries.any(|entry| TargetBlock::KEYS.contains(&entry.key.value)),
            _ => true,
        };
        let regions = if is_target {
            let mut regions = RegionsBlock::empty(key);
            regions.default = Some(TargetBlock::read(key, value, cx)?);
            regions
        } else {
            RegionsBlock::read(key, value, cx)?
        };
        Some(Endpoint { key, regions })
    }
}

block! {
    /// The smart home part of a skill.
    SmartHomeBlock "`smart_home`" {
        /// Where Alexa sends its directives: the ARN of an AWS Lambda function, or one for each region. (Amazon: `endpoint` and `regions`.)
        endpoint "endpoint": Endpoint<'t>,
        /// The version of the directives, in quotes. (Amazon: `protocolVersion`.)
        protocol_version "protocol_version": Text<'t>,
    }
}

/// Where events go, or the word that says that there is no place for them.
#[derive(Clone)]
pub(crate) enum EventsEndpoint<'t> {
    Omit,
    At(Box<Endpoint<'t>>),
}

impl<'t> Read<'t> for EventsEndpoint<'t> {
    fn read(key: Span, value: Value<'t>, cx: &mut Reader<'_>) -> Option<Self> {
        if is_omit(value) {
            Some(EventsEndpoint::Omit)
        } else {
            Endpoint::read(key, value, cx).map(|endpoint| EventsEndpoint::At(Box::new(endpoint)))
        }
    }
}

block! {
    /// The events that the skill hears of and sends.
    Events "`events`" short subscriptions {
        /// Where events go; without this, where requests go. `omit`: Amazon is told of no endpoint for them.
        endpoint "endpoint": EventsEndpoint<'t>,
        /// What the skill wants to hear of, such as `SKILL_DISABLED`. (Amazon: `subscriptions`.)
        subscriptions "subscriptions": List<Text<'t>>,
        /// The proactive events that it sends, such as `AMAZON.OrderStatus.Updated`. (Amazon: `publications`.)
        publications "publications": List<Text<'t>>,
    }
}

block! {
    /// A task that other skills and Amazon may start this skill with.
    TaskBlock "a task" {
        /// The task's name.
        name "name": Text<'t>,
        /// Its version, in quotes.
        version "version": Text<'t>,
        /// Whether it needs a linked account.
        auth "auth": Spanned<super::Auth>,
        /// The OAuth scopes that its handler uses.
        scopes "scopes": List<Text<'t>>,
    }
}
