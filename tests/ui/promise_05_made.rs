//! Skill code cannot make an account.

use sayso::LinkedAccount;

sayso::skill!("skill.yaml");

fn make() {
    let _: LinkedAccount<skill::OrderRide> = LinkedAccount::new("token");
    let _: LinkedAccount<skill::OrderRide> = LinkedAccount::default();
    let _: LinkedAccount<skill::OrderRide> = "token".to_owned().into();
    let _: LinkedAccount<skill::OrderRide> = serde_json::from_str("token").unwrap();
}

fn main() {}
