//! The light of Echo Buttons: the interface `gadget_controller`. It sends no requests.

use serde_json::{Value, json};

use crate::Directive;

/// Sets the light of buttons.
#[derive(Clone, Debug)]
#[must_use = "it does nothing until it is in an answer"]
pub struct SetLight {
    /// The buttons; none are all.
    pub target_gadgets: Vec<String>,
    /// What they show and when, in Amazon's JSON.
    pub parameters: Value,
}

impl From<SetLight> for Directive {
    fn from(light: SetLight) -> Self {
        let json = json!({"version": 1, "targetGadgets": light.target_gadgets, "parameters": light.parameters});
        Directive::new("GadgetController.SetLight", json)
    }
}
