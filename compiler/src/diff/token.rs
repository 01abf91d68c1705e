//! Whose access token counts, and how it is checked: what skill.yaml says of account linking, and Amazon does not hear.

use super::fact::{Fact, Kind, Parts};
use crate::skill::{Introspection, Jwt, Skill, Terms, Token, Tokens};
use std::borrow::Cow;

/// What is said of tokens, by its path under `account_linking`.
pub(super) struct Account {
    identity: &'static str,
    word: &'static str,
    /// The settings, each with its texts; several are a set.
    settings: Vec<(&'static str, Vec<String>)>,
}

impl Account {
    /// Of the stage that is selected; `None` is a skill without account linking.
    pub fn of(skill: &Skill<'_>) -> Option<Account> {
        skill.linking.as_ref()?;
        let tokens = skill.selected_tokens()?;
        Some(Account { identity: skill.identity().word(), word: word(tokens), settings: settings(tokens) })
    }

    pub fn say<'a>(&'a self, handlers: &mut Parts<'a>) {
        let account = handlers.within("account_linking", Kind::Keys);
        account.put(&["identity"], Fact::plain(self.identity));
        if self.settings.is_empty() {
            account.put(&["token"], Fact::plain(self.word));
        }
        for (key, texts) in &self.settings {
            let fact = match &texts[..] {
                [one] => Some(Fact::plain(one.as_str())),
                several => Fact::set(several.iter().map(|text| Cow::Borrowed(text.as_str()))),
            };
            account.put(&["token", self.word, key], fact);
        }
    }
}

fn word(tokens: &Tokens<'_>) -> &'static str {
    tokens.token.as_ref().map_or("opaque", Token::word)
}

fn settings(tokens: &Tokens<'_>) -> Vec<(&'static str, Vec<String>)> {
    let settings = match &tokens.token {
        Some(Token::Jwt(jwt)) => of_jwt(jwt),
        Some(Token::Introspection(introspection)) => of_introspection(introspection),
        Some(Token::Opaque) | None => Vec::new(),
    };
    settings.into_iter().filter(|(_, texts)| !texts.is_empty()).collect()
}

fn of_jwt(jwt: &Jwt<'_>) -> Vec<(&'static str, Vec<String>)> {
    let algorithms = jwt.algorithms.iter().filter_map(|algorithm| Some(algorithm.known?.word().to_owned())).collect();
    let mut settings = vec![
        ("issuer", jwt.issuer.iter().map(|issuer| issuer.value.to_string()).collect()),
        ("keys_url", jwt.keys_url.iter().map(|url| url.value.to_string()).collect()),
        ("algorithms", algorithms),
    ];
    settings.extend(of_terms(&jwt.terms));
    settings
}

fn of_introspection(said: &Introspection<'_>) -> Vec<(&'static str, Vec<String>)> {
    let text = |text: Option<crate::source::Text<'_>>| text.iter().map(|text| text.value.to_owned()).collect();
    let mut settings = vec![
        ("url", said.url.iter().map(|url| url.value.to_string()).collect()),
        ("client_id", text(said.client_id)),
        ("client_secret", text(said.client_secret)),
        ("client_authentication", vec![said.client_authentication.word().to_owned()]),
        ("issuer", text(said.issuer)),
        ("cache_seconds", said.cache_seconds.iter().map(|seconds| seconds.value.to_string()).collect()),
    ];
    settings.extend(of_terms(&said.terms));
    settings
}

fn of_terms(terms: &Terms<'_>) -> [(&'static str, Vec<String>); 2] {
    let audience = terms.audiences().map(str::to_owned).collect();
    [("audience", audience), ("issued_to", terms.issued_to().map(str::to_owned).into_iter().collect())]
}
