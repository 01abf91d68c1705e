//! An account cannot be serialised, nor put into the session.

use sayso::{Context, LinkedAccount};

sayso::skill!("skill.yaml");

fn serialise(account: &LinkedAccount<skill::OrderRide>, cx: &mut Context) {
    let _ = serde_json::to_string(account);
    let _ = cx.session().set("account", account);
}

fn main() {}
