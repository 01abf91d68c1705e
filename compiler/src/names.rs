//! The names that Rust gets from a skill's.

/// What Rust calls something that the skill calls `name`, as a type: `AMAZON.HelpIntent` is `Help`, `OrderRideIntent` is `OrderRide`.
pub(crate) fn type_name(name: &str) -> String {
    let joined = identifier(words(name).iter().map(|word| capitalised(word)).collect());
    if is_keyword(&joined) { escaped(&joined) } else { capitalised(&joined) }
}

/// What Rust calls it as a function or field: `AMAZON.HelpIntent` is `help`, `orderRide` is `order_ride`, `type` is `r#type`.
pub(crate) fn value_name(name: &str) -> String {
    let joined = identifier(words(name).join("_"));
    if is_keyword(&joined) { escaped(&joined) } else { joined }
}

/// The words of a name in lower case, without Amazon's prefix and the suffix `Intent`.
fn words(name: &str) -> Vec<String> {
    let bare = name.strip_prefix("AMAZON.").unwrap_or(name);
    let bare = bare.strip_suffix("Intent").filter(|rest| !rest.is_empty()).unwrap_or(bare);
    let mut words: Vec<String> = Vec::new();
    let mut previous = '_';
    let mut letters = bare.chars().peekable();
    while let Some(letter) = letters.next() {
        let next_is_lower = letters.peek().is_some_and(|next| next.is_lowercase());
        let starts =
            !previous.is_alphanumeric() || (letter.is_uppercase() && (previous.is_lowercase() || previous.is_numeric() || next_is_lower));
        if letter.is_alphanumeric() {
            match words.last_mut() {
                Some(word) if !starts => word.extend(letter.to_lowercase()),
                _ => words.push(letter.to_lowercase().collect()),
            }
        }
        previous = letter;
    }
    words
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Keeps what may stand in an identifier, and makes it start as one.
fn identifier(name: String) -> String {
    let kept: String = name.chars().filter(|letter| unicode_ident::is_xid_continue(*letter)).collect();
    match kept.chars().next() {
        None => "unnamed".to_owned(),
        Some(first) if !unicode_ident::is_xid_start(first) && first != '_' => format!("n{kept}"),
        Some(_) => kept,
    }
}

/// `r#type`, or `self_` for the few keywords that cannot be raw.
fn escaped(keyword: &str) -> String {
    match keyword {
        "self" | "super" | "crate" | "Self" => format!("{keyword}_"),
        _ => format!("r#{keyword}"),
    }
}

/// Whether Rust reserves the word, in any edition.
pub(crate) fn is_keyword(word: &str) -> bool {
    #[rustfmt::skip]
    const KEYWORDS: &[&str] = &[
        "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else", "enum", "extern",
        "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv",
        "pub", "ref", "return", "self", "Self", "static", "struct", "super", "trait", "true", "try", "type", "typeof", "unsafe", "unsized",
        "use", "virtual", "where", "while", "yield",
    ];
    KEYWORDS.contains(&word)
}

/// Whether `name` can be used in Rust as it is, as a function or field.
pub(crate) fn is_value_name(name: &str) -> bool {
    let mut letters = name.chars();
    let starts = letters.next().is_some_and(|first| first == '_' || first.is_ascii_lowercase());
    starts
        && letters.all(|letter| letter == '_' || letter.is_ascii_lowercase() || letter.is_ascii_digit())
        && !is_keyword(name)
        && name != "_"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_one_rule() {
        for (name, value, ty) in [
            ("AMAZON.HelpIntent", "help", "Help"),
            ("OrderRideIntent", "order_ride", "OrderRide"),
            ("OrderRide", "order_ride", "OrderRide"),
            ("orderHTTPRide", "order_http_ride", "OrderHttpRide"),
            ("Intent", "intent", "Intent"),
            ("type", "r#type", "Type"),
            ("self", "self_", "Self_"),
            ("AMAZON.SearchAction<object@WeatherForecast>", "search_action_object_weather_forecast", "SearchActionObjectWeatherForecast"),
            ("größe", "größe", "Größe"),
            ("1st", "n1st", "N1st"),
            ("!!", "unnamed", "Unnamed"),
        ] {
            assert_eq!(value_name(name), value, "{name}");
            assert_eq!(type_name(name), ty, "{name}");
        }
    }
}
