//! `#[handlers]`: what rustc would say of a wrong handler, in the words of the skill.

use crate::declared::{Account, Declared, Method};
use crate::stub::stub;
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream};
use syn::spanned::Spanned;
use syn::{Error, Expr, FnArg, ImplItem, ImplItemFn, ItemImpl, Path, ReturnType, Stmt, Type, braced, parse_quote};

/// Methods of the trait that belong to no key of skill.yaml.
const ALWAYS_THERE: &[&str] = &["session_ended", "other"];

/// Sends the handlers through the macro that `mod skill` has, which puts the declaration before them.
pub(crate) fn ask_for_declaration(item: TokenStream) -> TokenStream {
    let implementation: ItemImpl = match syn::parse2(item.clone()) {
        Ok(implementation) => implementation,
        Err(error) => {
            return Error::new(error.span(), format!("`#[handlers]` stands before `impl skill::Handlers for …`: {error}"))
                .to_compile_error();
        }
    };
    match module_of(&implementation) {
        Ok(module) => quote! { #module::__sayso_declared! { #item } },
        Err(error) => error.to_compile_error(),
    }
}

/// The path before `::Handlers`.
fn module_of(implementation: &ItemImpl) -> syn::Result<Path> {
    let expected = "`#[handlers]` stands before `impl skill::Handlers for …`";
    let Some((path, _)) = &implementation.trait_ else { return Err(Error::new(implementation.span(), expected)) };
    let mut module = path.clone();
    let last = module.segments.pop().map(|segment| segment.ident);
    module.segments.pop_punct();
    match last {
        Some(last) if last == "Handlers" && !module.segments.is_empty() => Ok(module),
        _ => Err(Error::new(path.span(), expected)),
    }
}

struct Input {
    declared: Declared,
    implementation: ItemImpl,
}

impl Parse for Input {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let declared;
        braced!(declared in input);
        Ok(Input { declared: declared.parse()?, implementation: input.parse()? })
    }
}

pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let Input { declared, mut implementation } = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.to_compile_error(),
    };
    let module = match module_of(&implementation) {
        Ok(module) => module,
        Err(error) => return error.to_compile_error(),
    };
    let mut errors = Vec::new();
    for method in &declared.methods {
        match handler(&mut implementation, method) {
            Some(found) => {
                if let Some(error) = problem(&declared, method, found) {
                    errors.push(error);
                    replace(&mut implementation, method, &module);
                }
            }
            None if method.provided => {}
            None => {
                errors.push(missing(&declared, method, &implementation));
                implementation.items.push(stub(method, &module));
            }
        }
    }
    errors.extend(unknown(&declared, &mut implementation));
    implementation.items.iter_mut().for_each(make_async);
    let errors = errors.iter().map(Error::to_compile_error);
    quote! { #(#errors)* #implementation }
}

fn handler<'i>(implementation: &'i mut ItemImpl, method: &Method) -> Option<&'i ImplItemFn> {
    implementation.items.iter().find_map(|item| match item {
        ImplItem::Fn(function) if function.sig.ident == method.name => Some(function),
        _ => None,
    })
}

fn replace(implementation: &mut ItemImpl, method: &Method, module: &Path) {
    for item in &mut implementation.items {
        if matches!(item, ImplItem::Fn(function) if function.sig.ident == method.name) {
            *item = stub(method, module);
        }
    }
}

fn missing(declared: &Declared, method: &Method, implementation: &ItemImpl) -> Error {
    let place = declared.place(&method.path);
    let span = implementation.trait_.as_ref().map_or_else(Span::call_site, |(path, _)| path.span());
    Error::new(span, format!("{} has no handler ({place})\nadd `{} {{ … }}`", method.subject(), method.signature()))
}

/// What is wrong with a handler's parameters, if anything is.
fn problem(declared: &Declared, method: &Method, found: &ImplItemFn) -> Option<Error> {
    let parameters: Vec<&Type> =
        found.sig.inputs.iter().filter_map(|input| if let FnArg::Typed(typed) = input { Some(&*typed.ty) } else { None }).collect();
    let account = parameters.iter().find(|ty| mentions(ty, "LinkedAccount"));
    let is_optional = account.is_some_and(|ty| mentions(ty, "Option"));
    let expected = 1 + usize::from(method.takes_intent) + usize::from(method.account != Account::None);
    let (subject, name) = (method.subject(), &method.name);
    let place = || declared.place(&format!("{}.auth", method.path));
    let message = match (method.account, account) {
        (Account::Required, None) => format!(
            "{subject} needs a linked account ({}), but `{name}` does not take one\nadd the parameter `{}`",
            place(),
            method.account_parameter().unwrap_or_default()
        ),
        (Account::Optional, None) => format!(
            "{subject} may have a linked account ({}), but `{name}` does not take one\nadd the parameter `{}`, or say `auth: none`",
            place(),
            method.account_parameter().unwrap_or_default()
        ),
        (Account::None, Some(_)) => format!(
            "{subject} does not use the account ({}), but `{name}` takes one\nremove the parameter, or say `auth: required` or `auth: optional` there",
            place()
        ),
        (Account::Optional, Some(_)) if !is_optional => format!(
            "{subject} is reached with and without a linked account ({}), but `{name}` takes one always\nwrite `{}`, and handle `None`",
            place(),
            method.account_parameter().unwrap_or_default()
        ),
        (Account::Required, Some(_)) if is_optional => format!(
            "{subject} always has a linked account ({}), but `{name}` takes an `Option`\nwrite `{}`",
            place(),
            method.account_parameter().unwrap_or_default()
        ),
        _ if parameters.len() != expected => format!(
            "the handler of {subject} takes other parameters ({})\nits signature is `{}`",
            declared.place(&method.path),
            method.signature()
        ),
        _ => return None,
    };
    Some(Error::new(found.sig.ident.span(), message))
}

/// Whether a type has the word anywhere in it.
fn mentions(ty: &Type, word: &str) -> bool {
    fn any(tokens: TokenStream, word: &str) -> bool {
        tokens.into_iter().any(|token| match token {
            proc_macro2::TokenTree::Ident(ident) => ident == word,
            proc_macro2::TokenTree::Group(group) => any(group.stream(), word),
            _ => false,
        })
    }
    any(ty.to_token_stream(), word)
}

/// Takes out the functions that no intent has, with what to do about each.
fn unknown(declared: &Declared, implementation: &mut ItemImpl) -> Vec<Error> {
    let is_known =
        |name: &syn::Ident| declared.methods.iter().any(|method| method.name == *name) || ALWAYS_THERE.iter().any(|known| name == known);
    let mut errors = Vec::new();
    implementation.items.retain(|item| {
        let ImplItem::Fn(function) = item else { return true };
        let name = &function.sig.ident;
        if is_known(name) {
            return true;
        }
        let names: Vec<String> = declared.methods.iter().map(|method| method.name.to_string()).collect();
        let advice = match sayso_compiler::nearest(&name.to_string(), names.iter().map(String::as_str)) {
            Some(near) => format!("a similar handler exists: `{near}`"),
            None => "declare the intent under `intents`, or move the function into an `impl` of its own".to_owned(),
        };
        errors.push(Error::new(name.span(), format!("no intent of {} has the handler `{name}`\n{advice}", declared.file)));
        false
    });
    errors
}

/// Makes `fn f() -> impl Future<Output = T> + Send { todo!() }` an `async fn`: that is what editors insert for a missing handler, and
/// `todo!()` alone is not a future.
fn make_async(item: &mut ImplItem) {
    let ImplItem::Fn(function) = item else { return };
    let [statement] = &function.block.stmts[..] else { return };
    let is_todo = match statement {
        Stmt::Macro(found) => is_placeholder(&found.mac.path),
        Stmt::Expr(Expr::Macro(found), _) => is_placeholder(&found.mac.path),
        _ => false,
    };
    if is_todo
        && function.sig.asyncness.is_none()
        && matches!(&function.sig.output, ReturnType::Type(_, ty) if matches!(**ty, Type::ImplTrait(_)))
    {
        let block = &function.block;
        function.block = parse_quote!({ async move #block });
    }
}

fn is_placeholder(path: &Path) -> bool {
    path.segments.last().is_some_and(|last| last.ident == "todo" || last.ident == "unimplemented")
}
