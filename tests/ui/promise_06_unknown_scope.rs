//! A scope that skill.yaml does not list is no type.

use sayso::LinkedAccount;

sayso::skill!("skill.yaml");

fn delete(_: &LinkedAccount<impl skill::Grants<skill::scope::ProfileDelete>>) {}

fn main() {}
