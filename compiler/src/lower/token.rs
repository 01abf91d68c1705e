//! The access tokens of the skill, and of its stages with account linking of their own: the generated Rust serves them all, whichever stage is
//! selected.

use super::linking::{Known, fill};
use crate::provider::{Preset, preset_of_url};
use crate::skill::{Given, Introspection, Jwt, Terms, Token, Tokens};
use crate::source::{Spanned, Text};
use crate::syntax::{
    AccountLinking, AlgorithmName, ClientAuthentication, Document, IntrospectionBlock, JwtBlock, List, SigningAlgorithm, TokenDecl,
};
use std::borrow::Cow;

/// What a provider's preset says for a key.
type OfPreset = fn(&Preset) -> Option<&'static str>;

/// What the file says, with nothing laid over it yet. `stage` is the one that is selected.
pub(super) fn lower<'s>(main: &Document<'s>, stage: Option<&str>) -> Vec<Tokens<'s>> {
    let base = main.account_linking.as_ref().map(|block| tokens(block, block, None, None, stage.is_none()));
    let stages = main.stages.iter().flat_map(|stages| &stages.entries).filter_map(|entry| {
        let over = entry.value.account_linking.as_ref()?;
        let mut block = main.account_linking.clone().unwrap_or_else(|| AccountLinking::empty(over.key));
        block.overlay(over.clone());
        Some(tokens(&block, over, Some(entry.name), entry.value.skill_id, stage == Some(entry.name.value)))
    });
    base.into_iter().chain(stages).collect()
}

/// `own` is what the place says by itself; what is missing for want of a provider that is wrong has been told of the block that `is_selected`.
fn tokens<'s>(
    block: &AccountLinking<'s>,
    own: &AccountLinking<'s>,
    stage: Option<Text<'s>>,
    skill_id: Option<Text<'s>>,
    is_selected: bool,
) -> Tokens<'s> {
    let provider = block.provider.as_ref().and_then(Known::of);
    let named = block.provider.is_some() || block.unread.contains(&"provider");
    let filling = Filling { provider: provider.as_ref(), is_told: named && is_selected };
    let (key, token) = match &block.token {
        None => (own.key, (!block.unread.contains(&"token")).then_some(Token::Opaque)),
        Some(TokenDecl::Opaque(key)) => (*key, Some(Token::Opaque)),
        Some(TokenDecl::Jwt(jwt)) => (jwt.key, Some(Token::Jwt(filling.jwt(jwt)))),
        Some(TokenDecl::Introspection(said)) => (said.key, Some(Token::Introspection(filling.introspection(said)))),
    };
    Tokens { stage, skill_id, key, identity: own.identity, service: service(block, provider.as_ref()), token }
}

/// The provider, or the service that the URLs belong to.
fn service<'s>(block: &AccountLinking<'s>, provider: Option<&Known<'s>>) -> Option<Spanned<&'static Preset>> {
    let of_url = |url: Option<Text<'s>>| url.and_then(|url| Some(Spanned::new(preset_of_url(url.value)?, url.span)));
    let named = provider.map(|known| Spanned::new(known.preset, known.name.span));
    named.or_else(|| of_url(block.authorization_url)).or_else(|| of_url(block.token_url))
}

/// Fills in what the provider's preset has.
struct Filling<'a, 's> {
    provider: Option<&'a Known<'s>>,
    /// Whether it has been told that the provider or its settings are wrong, if they are.
    is_told: bool,
}

impl<'s> Filling<'_, 's> {
    fn given(&self, said: Option<Text<'s>>, template: OfPreset) -> Option<Given<'s>> {
        match (said, self.provider) {
            (Some(said), _) => Some(said.map(Cow::Borrowed)),
            (None, Some(known)) => fill(known, template(known.preset)?),
            (None, None) => None,
        }
    }

    /// The keys that could not be read, and of those that the provider should have given.
    fn unread(&self, unread: &[&'static str], given: &[(&'static str, bool, OfPreset)]) -> Vec<&'static str> {
        let from_provider = |template: OfPreset| self.provider.is_none_or(|known| template(known.preset).is_some());
        let missing = given.iter().filter(|(_, is_there, template)| self.is_told && !is_there && from_provider(*template));
        unread.iter().copied().chain(missing.map(|(key, ..)| *key)).collect()
    }

    fn jwt(&self, block: &JwtBlock<'s>) -> Jwt<'s> {
        let issuer = self.given(block.issuer, |preset| preset.issuer);
        let keys_url = self.given(block.keys_url, |preset| preset.keys_url);
        let unread = self.unread(
            &block.unread,
            &[("issuer", issuer.is_some(), |preset| preset.issuer), ("keys_url", keys_url.is_some(), |preset| preset.keys_url)],
        );
        let usual = || AlgorithmName {
            text: Spanned::new("", block.key),
            known: Some(self.provider.map_or(SigningAlgorithm::Rs256, |known| known.preset.algorithm)),
            shared: false,
        };
        let algorithms = items(&block.algorithms);
        let algorithms = if block.algorithms.is_none() { vec![usual()] } else { algorithms };
        Jwt { issuer, terms: terms(&block.audience, block.issued_to), keys_url, algorithms, unread }
    }

    fn introspection(&self, block: &IntrospectionBlock<'s>) -> Introspection<'s> {
        let url = self.given(block.url, |preset| preset.introspection_url);
        let unread = self.unread(&block.unread, &[("url", url.is_some(), |preset| preset.introspection_url)]);
        Introspection {
            url,
            client_id: block.client_id,
            client_secret: block.client_secret,
            client_authentication: block.client_authentication.map_or(ClientAuthentication::HttpBasic, |said| said.value),
            issuer: block.issuer,
            terms: terms(&block.audience, block.issued_to),
            cache_seconds: block.cache_seconds,
            unread,
        }
    }
}

fn terms<'s>(audience: &Option<List<Text<'s>>>, issued_to: Option<Text<'s>>) -> Terms<'s> {
    Terms { audience: items(audience), issued_to }
}

fn items<T: Copy>(list: &Option<List<T>>) -> Vec<T> {
    list.iter().flat_map(|list| &list.items).copied().collect()
}
