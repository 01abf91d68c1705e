//! The declaration of a skill, as `mod skill` hands it over: what each handler takes.

use crate::crate_folder::CrateFolder;
use quote::ToTokens;
use sayso_compiler::{Folder, locate};
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitStr, Path, Result, Type, parse_quote};

/// What a handler gets of the linked account.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Account {
    None,
    Optional,
    Required,
}

/// A method of the trait.
pub(crate) struct Method {
    pub name: Ident,
    /// The key path, such as `intents.OrderRide`.
    pub path: String,
    /// What it is for, where the path does not say so.
    pub about: Option<String>,
    /// The type that owns its account, as a path in the skill's module; for most also the type of what it takes.
    pub ty: Path,
    /// The last name in it: a compiler makes the texts of identifiers anew each time that it compares two.
    last: String,
    /// What its parameter beside the account is called, if it has one: `intent`, `request` or `task`.
    pub value: Option<Ident>,
    pub account: Account,
    /// Whether the trait has a body for it.
    pub provided: bool,
    /// Whether its intent has a dialog.
    pub has_dialog: bool,
    /// What it answers: `Response`, `()`, or a type of the skill's module.
    pub answer: Type,
}

/// All methods, and the file that declares them.
pub(crate) struct Declared {
    pub file: String,
    pub methods: Vec<Method>,
}

impl Parse for Declared {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let _: Ident = input.parse()?;
        let file: LitStr = input.parse()?;
        let mut methods = Vec::new();
        while !input.is_empty() {
            methods.push(input.parse()?);
        }
        Ok(Declared { file: file.value(), methods })
    }
}

impl Parse for Method {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let _: Ident = input.parse()?;
        let name = input.parse()?;
        let path: LitStr = input.parse()?;
        let ty = input.parse()?;
        let last = last_name(&ty);
        let value = Some(input.parse::<Ident>()?).filter(|value| value != "bare");
        let account = match input.parse::<Ident>()?.to_string().as_str() {
            "required" => Account::Required,
            "optional" => Account::Optional,
            _ => Account::None,
        };
        let provided = input.parse::<Ident>()? == "provided";
        let has_dialog = input.parse::<Ident>()? == "dialog";
        let answer = input.parse()?;
        let path = path.value();
        let (path, about) = path.split_once('#').map_or((path.as_str(), None), |(path, about)| (path, Some(about.to_owned())));
        Ok(Method { name, path: path.to_owned(), about, ty, last, value, account, provided, has_dialog, answer })
    }
}

impl Declared {
    /// The method whose account belongs to this type. Its path may begin anywhere; of two that end alike the longer one is meant.
    pub fn of_type(&self, path: &Path) -> Option<&Method> {
        let alike = |method: &&Method| {
            let mut pairs = method.ty.segments.iter().rev().zip(path.segments.iter().rev());
            pairs.all(|(declared, written)| declared.ident == written.ident)
        };
        let fits = |method: &&Method| (method.ty.segments.len().min(path.segments.len()), std::cmp::Reverse(method.ty.segments.len()));
        let last = last_name(path);
        self.methods.iter().filter(|method| method.last == last).filter(alike).max_by_key(fits)
    }

    /// The place of a key path, such as `skill.yaml:31:11`; the file alone where it cannot be found.
    pub fn place(&self, path: &str) -> String {
        let text = CrateFolder::current().read(&self.file).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        match text.and_then(|text| locate(&text, path)) {
            Some(place) => format!("{}:{}:{}", self.file, place.line, place.column),
            None => self.file.clone(),
        }
    }
}

impl Method {
    /// The method's subject in words.
    pub fn subject(&self) -> String {
        match (&self.about, self.path.strip_prefix("intents.")) {
            (Some(about), _) => about.clone(),
            (None, Some(intent)) => format!("intent `{intent}`"),
            (None, None) => "the launch".to_owned(),
        }
    }

    /// The type of its parameter beside the account, as a path in the skill's module.
    pub fn value_type(&self) -> Option<Path> {
        let value = self.value.as_ref()?;
        Some(if value == "task" { parse_quote!(task::Task) } else { self.ty.clone() })
    }

    /// What the parameter with the value of an intent or a request looks like, if it has one.
    pub fn value_parameter(&self) -> Option<String> {
        Some(format!("{}: skill::{}", self.value.as_ref()?, shown(&self.value_type()?)))
    }

    /// The type in the brackets of its `Result`.
    pub fn answer(&self) -> String {
        match &self.answer {
            Type::Path(answer) if answer.path.segments.len() > 1 => format!("skill::{}", shown(answer)),
            answer => shown(answer),
        }
    }

    /// What its account parameter looks like, if it has one.
    pub fn account_parameter(&self) -> Option<String> {
        let account = format!("&LinkedAccount<skill::{}>", shown(&self.ty));
        match self.account {
            Account::None => None,
            Account::Required => Some(format!("account: {account}")),
            Account::Optional => Some(format!("account: Option<{account}>")),
        }
    }

    /// The whole signature.
    pub fn signature(&self) -> String {
        let mut parameters = vec!["&self".to_owned(), "cx: &mut Context".to_owned()];
        parameters.extend(self.value_parameter());
        parameters.extend(self.account_parameter());
        format!("async fn {}({}) -> Result<{}>", self.name, parameters.join(", "), self.answer())
    }
}

fn last_name(path: &Path) -> String {
    path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default()
}

/// A path or type as it is written by hand, without blanks.
pub(crate) fn shown(tokens: &impl ToTokens) -> String {
    tokens.to_token_stream().to_string().replace(' ', "")
}
