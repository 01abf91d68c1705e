//! What is wrong with a handler, in the words of the skill.

use crate::declared::{Account, Declared, Method};
use crate::delegate;
use crate::module::{mentioned, path_of};
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Error, FnArg, ImplItemFn, ItemImpl, ReturnType, Type};

/// An intent without a handler.
pub(crate) fn missing(declared: &Declared, method: &Method, implementation: &ItemImpl) -> Error {
    let place = declared.place(&method.path);
    let span = implementation.trait_.as_ref().map_or_else(Span::call_site, |(path, _)| path.span());
    Error::new(span, format!("{} has no handler ({place})\nadd `{} {{ … }}`", method.subject(), method.signature()))
}

/// The first thing that is wrong with a handler, if anything is.
pub(crate) fn problem(declared: &Declared, method: &Method, found: &ImplItemFn) -> Option<Error> {
    let parameters: Vec<&Type> =
        found.sig.inputs.iter().filter_map(|input| if let FnArg::Typed(typed) = input { Some(&*typed.ty) } else { None }).collect();
    let account = parameters.iter().copied().find(|ty| mentions(ty, "LinkedAccount"));
    wrong_need(declared, method, found, account)
        .or_else(|| wrong_number(declared, method, found, parameters.len()))
        .or_else(|| foreign_account(declared, method, account?))
        .or_else(|| foreign_value(declared, method, parameters.get(1)?))
        .or_else(|| wrong_answer(declared, method, found))
        .or_else(|| delegate::bare(declared, method, found))
}

/// The account where there is none, none where there is one, or one that is there always.
fn wrong_need(declared: &Declared, method: &Method, found: &ImplItemFn, account: Option<&Type>) -> Option<Error> {
    let is_optional = account.is_some_and(|ty| mentions(ty, "Option"));
    let (subject, name) = (method.subject(), &method.name);
    let parameter = || method.account_parameter().unwrap_or_default();
    let place = || declared.place(&format!("{}.auth", method.path));
    let message = match (method.account, account) {
        (Account::Required, None) => {
            format!("{subject} needs a linked account ({}), but `{name}` does not take one\nadd the parameter `{}`", place(), parameter())
        }
        (Account::Optional, None) => format!(
            "{subject} may have a linked account ({}), but `{name}` does not take one\nadd the parameter `{}`, or say `auth: none`",
            place(),
            parameter()
        ),
        (Account::None, Some(_)) => format!(
            "{subject} does not use the account ({}), but `{name}` takes one\nremove the parameter, or say `auth: required` or `auth: optional` there",
            place()
        ),
        (Account::Optional, Some(_)) if !is_optional => format!(
            "{subject} is reached with and without a linked account ({}), but `{name}` takes one always\nwrite `{}`, and handle `None`",
            place(),
            parameter()
        ),
        (Account::Required, Some(_)) if is_optional => {
            format!("{subject} always has a linked account ({}), but `{name}` takes an `Option`\nwrite `{}`", place(), parameter())
        }
        _ => return None,
    };
    Some(Error::new(found.sig.ident.span(), message))
}

fn wrong_number(declared: &Declared, method: &Method, found: &ImplItemFn, number: usize) -> Option<Error> {
    let expected = 1 + usize::from(method.value.is_some()) + usize::from(method.account != Account::None);
    let message = || {
        let place = declared.place(&method.path);
        format!("the handler of {} takes other parameters ({place})\nits signature is `{}`", method.subject(), method.signature())
    };
    (number != expected).then(|| Error::new(found.sig.ident.span(), message()))
}

/// The account of another intent, which has other scopes.
fn foreign_account(declared: &Declared, method: &Method, account: &Type) -> Option<Error> {
    let other = other(declared, method, account)?;
    let message = format!(
        "{} has a linked account of its own ({}), but `{}` takes that of {}\nwrite `{}`",
        method.subject(),
        declared.place(&format!("{}.auth", method.path)),
        method.name,
        other.subject(),
        method.account_parameter()?
    );
    Some(Error::new_spanned(account, message))
}

/// The value of another intent, which has other slots.
fn foreign_value(declared: &Declared, method: &Method, value: &Type) -> Option<Error> {
    let expected = method.value_parameter()?;
    let other = other(declared, method, value)?;
    let message = format!(
        "{} has a value of its own ({}), but `{}` takes that of {}\nwrite `{expected}`",
        method.subject(),
        declared.place(&method.path),
        method.name,
        other.subject()
    );
    Some(Error::new_spanned(value, message))
}

/// The other intent whose type a parameter has.
fn other<'d>(declared: &'d Declared, method: &Method, parameter: &Type) -> Option<&'d Method> {
    let mentioned = mentioned(path_of(parameter)?, declared)?;
    declared.of_type(mentioned).filter(|other| other.name != method.name)
}

/// A turn of the conversation where something else is to be answered.
fn wrong_answer(declared: &Declared, method: &Method, found: &ImplItemFn) -> Option<Error> {
    let ReturnType::Type(_, ty) = &found.sig.output else { return None };
    let is_bare = path_of(ty)?.segments.last().is_some_and(|last| last.ident == "Result" && last.arguments.is_none());
    let answers = method.answer();
    if answers == "Response" || !(is_bare || mentions(ty, "Response")) {
        return None;
    }
    let message = format!(
        "{} ({}) cannot be answered with a `Response`\nwrite `Result<{answers}>`: Alexa refuses everything else",
        method.subject(),
        declared.place(&method.path)
    );
    Some(Error::new_spanned(ty, message))
}

/// An end of the session that answers.
pub(crate) fn answered_end(found: &ImplItemFn) -> Option<Error> {
    let ReturnType::Type(_, ty) = &found.sig.output else { return None };
    let message = "the end of a session cannot be answered, but `session_ended` returns a `Response`\nwrite `Result<()>`: \
                   Alexa refuses whatever is said, shown or asked after it";
    mentions(ty, "Response").then(|| Error::new_spanned(ty, message))
}

/// Whether a type has the word anywhere in it.
fn mentions(ty: &Type, word: &str) -> bool {
    fn any(tokens: TokenStream, word: &str) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Ident(ident) => ident == word,
            TokenTree::Group(group) => any(group.stream(), word),
            _ => false,
        })
    }
    any(ty.to_token_stream(), word)
}
