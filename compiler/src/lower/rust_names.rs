//! The names that things get in Rust.

use crate::diagnostic::Report;
use crate::names::{is_value_name, type_name, value_name};
use crate::rules::syntax::sy020_not_a_rust_name as not_a_rust_name;
use crate::skill::Rust;
use crate::source::Text;

/// The name of a function or field for something that the skill calls `name`, unless `said` says another.
pub(super) fn value<'s>(name: Text<'s>, said: Option<Text<'s>>, report: &mut Report) -> Rust<'s> {
    let identifier = match said {
        Some(said) if is_value_name(said.value) => said.value.to_owned(),
        Some(said) => {
            let good = value_name(said.value);
            report.push(
                not_a_rust_name::RULE.at(said.span, format!("`{}` cannot be the name of a Rust function or field", said.value)).fix(
                    format!("write it in snake case: `{good}`"),
                    said.span,
                    good.as_str(),
                ),
            );
            good
        }
        None => value_name(name.value),
    };
    Rust { name: identifier, said, span: said.map_or(name.span, |said| said.span) }
}

/// The name of a type or variant.
pub(super) fn ty<'s>(name: Text<'s>, said: Option<Text<'s>>) -> Rust<'s> {
    let from = said.unwrap_or(name);
    Rust { name: type_name(from.value), said, span: from.span }
}
