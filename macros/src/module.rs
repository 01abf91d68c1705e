//! Where `mod skill` is, as an implementation of its trait tells it.

use crate::declared::Declared;
use crate::handlers::function;
use syn::spanned::Spanned;
use syn::{Error, FnArg, GenericArgument, ItemImpl, Path, PathArguments, Result, Type, parse_quote};

const EXPECTED: &str = "`#[handlers]` stands before `impl skill::Handlers for …`";

/// The path of the trait. The macro with the declaration has the same, whether it is written out or imported.
pub(crate) fn trait_of(implementation: &ItemImpl) -> Result<&Path> {
    let Some((path, _)) = &implementation.trait_ else { return Err(Error::new(implementation.span(), EXPECTED)) };
    match path.segments.last() {
        Some(last) if last.ident == "Handlers" => Ok(path),
        _ => Err(Error::new(path.span(), EXPECTED)),
    }
}

/// The path of the module: what stands before `Handlers`, or before the type of an intent where the trait is imported.
pub(crate) fn module_of(implementation: &ItemImpl, declared: &Declared) -> Path {
    let of_trait = trait_of(implementation).ok().and_then(parent);
    let of_type = |path| {
        let path = mentioned(path, declared)?;
        let depth = declared.of_type(path)?.ty.segments.len();
        (0..depth).try_fold(path.clone(), |path, _| parent(&path))
    };
    of_trait.or_else(|| types(implementation).find_map(of_type)).unwrap_or_else(|| parse_quote!(skill))
}

/// All before the last name, if there is something.
fn parent(path: &Path) -> Option<Path> {
    let mut parent = path.clone();
    parent.segments.pop();
    parent.segments.pop_punct();
    (!parent.segments.is_empty()).then_some(parent)
}

/// The types of all parameters that are paths, without references.
fn types(implementation: &ItemImpl) -> impl Iterator<Item = &Path> {
    let inputs = implementation.items.iter().filter_map(function).flat_map(|function| &function.sig.inputs);
    inputs.filter_map(|input| if let FnArg::Typed(typed) = input { path_of(&typed.ty) } else { None })
}

pub(crate) fn path_of(ty: &Type) -> Option<&Path> {
    match ty {
        Type::Reference(reference) => path_of(&reference.elem),
        Type::Paren(inner) => path_of(&inner.elem),
        Type::Path(found) => Some(&found.path),
        _ => None,
    }
}

/// The declared type in a parameter's type: itself, or what is in its angle brackets.
pub(crate) fn mentioned<'p>(path: &'p Path, declared: &Declared) -> Option<&'p Path> {
    let last = path.segments.last()?;
    match &last.arguments {
        PathArguments::None => declared.of_type(path).map(|_| path),
        PathArguments::AngleBracketed(arguments) => arguments.args.iter().find_map(|argument| match argument {
            GenericArgument::Type(ty) => mentioned(path_of(ty)?, declared),
            _ => None,
        }),
        PathArguments::Parenthesized(_) => None,
    }
}
