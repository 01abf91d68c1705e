//! A dialog directive that does not name its intent. Rustc only says that it cannot infer a type.

use crate::declared::{Declared, Method, shown};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Error, ImplItemFn};

/// The first `Response::delegate()` or `Response::confirm(…)` in a handler.
pub(crate) fn bare(declared: &Declared, method: &Method, found: &ImplItemFn) -> Option<Error> {
    let call = find(found.block.to_token_stream())?;
    let name = call.last()?.to_string();
    let arguments = if name == "delegate" { "()" } else { "(…)" };
    let written = |other: &Method| format!("`Response::{name}::<skill::{}>{arguments}`", shown(&other.ty));
    let message = if method.has_dialog {
        format!("`Response::{name}` does not say whose dialog\nwrite {} for that of {}", written(method), method.subject())
    } else {
        let place = declared.place(&method.path);
        let advice = match declared.methods.iter().find(|other| other.has_dialog) {
            Some(other) => format!("name an intent that has one, such as {}", written(other)),
            None => "a slot with `required`, `confirm` or `validate` gives an intent a dialog".to_owned(),
        };
        format!("{} has no dialog ({place}), and `Response::{name}` names no other intent\n{advice}", method.subject())
    };
    Some(Error::new_spanned(TokenStream::from_iter(call), message))
}

/// `Response::delegate` or `Response::confirm` before a parenthesis, at any depth.
fn find(tokens: TokenStream) -> Option<Vec<TokenTree>> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let here = tokens.windows(5).find(|window| is_bare(window)).map(|window| window[..4].to_vec());
    here.or_else(|| tokens.into_iter().find_map(|token| if let TokenTree::Group(group) = token { find(group.stream()) } else { None }))
}

fn is_bare(tokens: &[TokenTree]) -> bool {
    let is_ident = |token: &TokenTree, names: &[&str]| matches!(token, TokenTree::Ident(ident) if names.iter().any(|name| ident == name));
    let is_colon = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ':');
    let [response, first, second, name, arguments] = tokens else { return false };
    is_ident(response, &["Response"])
        && is_colon(first)
        && is_colon(second)
        && is_ident(name, &["delegate", "confirm"])
        && matches!(arguments, TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis)
}
