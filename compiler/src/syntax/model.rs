//! `interaction_model:` and `parts:`: what of the skill there is, and what the model's file says of itself.

use super::{List, block, word};
use crate::source::Text;

block! {
    /// What holds for the interaction models as a whole.
    InteractionModelBlock "`interaction_model`" {
        /// The locales that have an interaction model, where not all do.
        locales "locales": List<Text<'t>>,
        /// The version that the model's file names, in quotes. (Amazon: `version`, beside `interactionModel`.)
        @locale version "version": Text<'t>,
        /// A note on the model. (Amazon: `description`, beside `interactionModel`.)
        @locale description "description": Text<'t>,
    }
}

word! {
    /// A part of what Amazon knows of a skill.
    Part "a part of a skill" {
        /// The skill manifest.
        Manifest "manifest" "skill.json",
        /// The interaction models.
        InteractionModels "interaction_models" "interactionModels",
        /// The account-linking request.
        AccountLinking "account_linking" "accountLinkingRequest",
    }
}
