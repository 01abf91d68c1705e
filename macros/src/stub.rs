//! What takes the place of a handler that is missing or wrong, so that one mistake gives one error.

use crate::declared::{Account, Method};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{ImplItem, Path, Type, parse_quote};

/// A handler with the right signature that is never run: the crate does not compile.
pub(crate) fn stub(method: &Method, module: &Path) -> ImplItem {
    let Method { name, ty, .. } = method;
    let value: Option<TokenStream> = method.value_type().map(|value| quote!(_: #module::#value,));
    let answer: TokenStream = match &method.answer {
        Type::Path(answer) if answer.path.segments.len() > 1 => quote!(<#module::#answer>),
        Type::Path(_) => TokenStream::new(),
        nothing => quote!(<#nothing>),
    };
    let account: Option<TokenStream> = match method.account {
        Account::None => None,
        Account::Required => Some(quote!(_: &::sayso::LinkedAccount<#module::#ty>,)),
        Account::Optional => Some(quote!(_: ::core::option::Option<&::sayso::LinkedAccount<#module::#ty>>,)),
    };
    parse_quote! {
        async fn #name(&self, _: &mut ::sayso::Context, #value #account) -> ::sayso::Result #answer {
            ::core::unreachable!()
        }
    }
}
