//! What takes the place of a handler that is missing or wrong, so that one mistake gives one error.

use crate::declared::{Account, Method};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{ImplItem, Path, parse_quote};

/// A handler with the right signature that is never run: the crate does not compile.
pub(crate) fn stub(method: &Method, module: &Path) -> ImplItem {
    let Method { name, ty, .. } = method;
    let intent: Option<TokenStream> = method.takes_intent.then(|| quote!(_: #module::#ty,));
    let account: Option<TokenStream> = match method.account {
        Account::None => None,
        Account::Required => Some(quote!(_: &::sayso::LinkedAccount<#module::#ty>,)),
        Account::Optional => Some(quote!(_: ::core::option::Option<&::sayso::LinkedAccount<#module::#ty>>,)),
    };
    parse_quote! {
        async fn #name(&self, _: &mut ::sayso::Context, #intent #account) -> ::sayso::Result {
            ::core::unreachable!()
        }
    }
}
