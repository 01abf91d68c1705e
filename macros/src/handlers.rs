//! `#[handlers]`: the handlers beside the declaration; each mistake is told once, and a stub takes its place.

use crate::declared::Declared;
use crate::module::{module_of, trait_of};
use crate::stub::stub;
use crate::wrong::{answered_end, missing, problem};
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::{HashMap, HashSet};
use syn::parse::{Parse, ParseStream};
use syn::{Error, Expr, ImplItem, ImplItemFn, ItemImpl, Path, ReturnType, Stmt, Type, braced, parse_quote};

/// Methods of the trait that belong to no key of skill.yaml.
const ALWAYS_THERE: &[&str] = &["session_ended", "exception_encountered", "other"];

/// Sends the handlers through the macro that `mod skill` has under the trait's name, which puts the declaration before them.
pub(crate) fn ask_for_declaration(item: TokenStream) -> TokenStream {
    let implementation: ItemImpl = match syn::parse2(item.clone()) {
        Ok(implementation) => implementation,
        Err(error) => {
            return Error::new(error.span(), format!("`#[handlers]` stands before `impl skill::Handlers for …`: {error}"))
                .to_compile_error();
        }
    };
    match trait_of(&implementation) {
        Ok(declared) => quote! { #declared! { #item } },
        Err(error) => error.to_compile_error(),
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
    let module = module_of(&implementation, &declared);
    let written = written(&implementation);
    let mut errors = Vec::new();
    for method in &declared.methods {
        match written.get(&method.name.to_string()).map(|at| &mut implementation.items[*at]) {
            Some(item) => {
                if let Some(error) = function(item).and_then(|found| problem(&declared, method, found)) {
                    errors.push(error);
                    *item = stub(method, &module);
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
    errors.extend(ended(&mut implementation));
    implementation.items.iter_mut().for_each(make_async);
    let errors = errors.iter().map(Error::to_compile_error);
    quote! { #(#errors)* #implementation }
}

/// The places of the functions by their names. A compiler compares identifiers as texts that it makes anew each time.
fn written(implementation: &ItemImpl) -> HashMap<String, usize> {
    let functions = implementation.items.iter().enumerate().filter_map(|(at, item)| Some((function(item)?.sig.ident.to_string(), at)));
    // Of two with the same name the first one counts; rustc tells of the other.
    functions.rev().collect()
}

pub(crate) fn function(item: &ImplItem) -> Option<&ImplItemFn> {
    if let ImplItem::Fn(function) = item { Some(function) } else { None }
}

/// Takes out a `session_ended` that answers: the trait has one of its own.
fn ended(implementation: &mut ItemImpl) -> Option<Error> {
    let is_ended = |item: &ImplItem| function(item).is_some_and(|function| function.sig.ident == "session_ended");
    let at = implementation.items.iter().position(is_ended)?;
    let error = answered_end(function(&implementation.items[at])?)?;
    implementation.items.remove(at);
    Some(error)
}

/// Takes out the functions that no intent has, with what to do about each.
fn unknown(declared: &Declared, implementation: &mut ItemImpl) -> Vec<Error> {
    let names: Vec<String> = declared.methods.iter().map(|method| method.name.to_string()).collect();
    let known: HashSet<&str> = names.iter().map(String::as_str).chain(ALWAYS_THERE.iter().copied()).collect();
    let mut errors = Vec::new();
    implementation.items.retain(|item| {
        let Some(name) = function(item).map(|function| &function.sig.ident) else { return true };
        if known.contains(&*name.to_string()) {
            return true;
        }
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
