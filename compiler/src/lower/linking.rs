//! Account linking, with the provider's preset filled in.

use super::{Lowering, rust_names};
use crate::nearest::nearest;
use crate::provider::{PRESETS, Preset, preset};
use crate::rules::account_linking::{al001_unknown_provider as unknown_provider, al002_provider_setting as provider_setting};
use crate::skill::{Given, Linking, Scope};
use crate::source::{Spanned, Text};
use crate::syntax::{AccountLinking, Provider};
use std::borrow::Cow;

pub(super) fn lower<'s>(cx: &mut Lowering<'_, 's, '_>) -> Option<Linking<'s>> {
    let block = cx.documents.main.account_linking.as_ref()?;
    let provider = block.provider.as_ref().and_then(|provider| known(cx, provider));
    let url = |said: Option<Text<'s>>, template: fn(&Preset) -> &'static str| match (said, &provider) {
        (Some(said), _) => Some(said.map(Cow::Borrowed)),
        (None, Some(known)) => fill(known, template(known.preset)),
        (None, None) => None,
    };
    let authorization_url = url(block.authorization_url, |preset| preset.authorization_url);
    let token_url = match block.grant {
        Some(grant) if grant.value == crate::syntax::Grant::Implicit => {
            url(block.token_url, |_| "").filter(|given| !given.value.is_empty())
        }
        _ => url(block.token_url, |preset| preset.token_url),
    };
    let scopes = block.scopes.iter().flat_map(|scopes| &scopes.items);
    let scopes = scopes.map(|(name, why)| Scope { name: *name, why: *why, rust: rust_names::ty(*name, None) }).collect();
    let unread = unread(block, [("authorization_url", &authorization_url), ("token_url", &token_url)]);
    let app = block.app_to_app.as_ref();
    Some(Linking {
        key: block.key,
        provider: provider.as_ref().map(|known| Spanned::new(known.preset, known.name.span)),
        enablement: block.enablement,
        quoted_enablement: block.quoted_enablement.is_some_and(|said| said.value),
        grant: block.grant,
        authorization_url,
        token_url,
        client_id: block.client_id,
        client_secret: block.client_secret,
        client_authentication: block.client_authentication,
        scopes,
        scopes_span: block.scopes.as_ref().map(|scopes| scopes.span),
        domains: block.domains.as_ref().map(|list| list.items.clone()).unwrap_or_default(),
        token_expiration: block.token_expiration,
        pkce: block.pkce,
        voice_forward: block.voice_forward,
        reciprocal_token_url: block.reciprocal_token_url,
        redirect_urls: app.and_then(|app| app.redirect_urls.as_ref()).map(|list| list.items.clone()).unwrap_or_default(),
        ios: app.and_then(|app| app.ios),
        android: app.and_then(|app| app.android),
        unread,
    })
}

/// The keys that could not be read, those of `app_to_app` among them, and the URLs that a provider should have given.
fn unread(block: &AccountLinking<'_>, urls: [(&'static str, &Option<Given<'_>>); 2]) -> Vec<&'static str> {
    let has_provider = block.provider.is_some() || block.unread.contains(&"provider");
    let mut unread = block.unread.clone();
    unread.extend(block.app_to_app.iter().flat_map(|app| &app.unread));
    unread.extend(urls.into_iter().filter(|(_, url)| has_provider && url.is_none()).map(|(key, _)| key));
    unread
}

/// A preset with the settings that the file gives.
pub(super) struct Known<'s> {
    pub name: Text<'s>,
    pub preset: &'static Preset,
    settings: Vec<(&'static str, &'s str)>,
}

impl<'s> Known<'s> {
    /// The provider of that name, with as many of its settings as there are.
    pub fn of(provider: &Provider<'s>) -> Option<Self> {
        let preset = preset(provider.name.value)?;
        let given = |setting: &str| provider.settings.as_ref().and_then(|settings| settings.get(setting)).map(|entry| entry.value.value);
        let settings = preset.settings.iter().filter_map(|setting| Some((setting.name, given(setting.name).or(setting.default)?)));
        Some(Known { name: provider.name, preset, settings: settings.collect() })
    }

    fn has(&self, setting: &str) -> bool {
        self.settings.iter().any(|(name, _)| *name == setting)
    }
}

/// The text of a template; `None` where a setting is missing, which is reported where the provider's URLs are needed.
pub(super) fn fill<'s>(known: &Known<'s>, template: &str) -> Option<Given<'s>> {
    let mut url = template.to_owned();
    for (name, value) in &known.settings {
        url = url.replace(&format!("{{{name}}}"), value);
    }
    (!url.contains('{')).then(|| Spanned::new(Cow::Owned(url), known.name.span))
}

fn known<'s>(cx: &mut Lowering<'_, 's, '_>, provider: &Provider<'s>) -> Option<Known<'s>> {
    let name = provider.name;
    let names: Vec<&str> = PRESETS.iter().map(|preset| preset.name).collect();
    let Some(found) = Known::of(provider) else {
        let mut problem = unknown_provider::RULE.at(name.span, format!("no provider `{}` is known", name.value));
        if let Some(near) = nearest(name.value, names.iter().copied()) {
            problem = problem.fix(format!("a similar one is: `{near}`"), name.span, near);
        }
        cx.report.push(
            problem
                .note(format!("known are {}", crate::syntax::listed(&names)))
                .help("for any other service, leave `provider` out and write `authorization_url` and `token_url`"),
        );
        return None;
    };
    let preset = found.preset;
    let known: Vec<&str> = preset.settings.iter().map(|setting| setting.name).collect();
    let others = || provider.settings.iter().flat_map(|settings| &settings.entries).filter(|entry| !known.contains(&entry.name.value));
    let is_misspelt = |setting: &str| others().any(|entry| nearest(entry.name.value, known.iter().copied()) == Some(setting));
    for setting in preset.settings.iter().filter(|setting| !found.has(setting.name) && !is_misspelt(setting.name)) {
        let problem = provider_setting::RULE.at(name.span, format!("provider `{}` needs its `{}`", preset.name, setting.name));
        cx.report.push(problem.help(format!("write `provider: {{{}: {{{}: {}}}}}`", preset.name, setting.name, setting.example)));
    }
    for entry in others() {
        let (name, span) = (entry.name.value, entry.name.span);
        let problem = provider_setting::RULE.at(span, format!("provider `{}` has no setting `{name}`", preset.name));
        cx.report.push(match nearest(name, known.iter().copied()) {
            Some(near) => problem.fix(format!("a similar one exists: `{near}`"), span, near),
            None => problem.help(format!("its settings are {}", crate::syntax::listed(&known))),
        });
    }
    Some(found)
}
