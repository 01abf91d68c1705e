//! The declaration of a skill, as `mod skill` hands it over: what each handler takes.

use crate::crate_folder::CrateFolder;
use sayso_compiler::{Folder, locate};
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitStr, Result};

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
    /// The type of the intent.
    pub ty: Ident,
    /// Whether it takes the intent's value.
    pub takes_intent: bool,
    pub account: Account,
    /// Whether the trait has a body for it.
    pub provided: bool,
    /// Whether its intent has a dialog.
    pub has_dialog: bool,
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
        let takes_intent = input.parse::<Ident>()? == "intent";
        let account = match input.parse::<Ident>()?.to_string().as_str() {
            "required" => Account::Required,
            "optional" => Account::Optional,
            _ => Account::None,
        };
        let provided = input.parse::<Ident>()? == "provided";
        let has_dialog = input.parse::<Ident>()? == "dialog";
        Ok(Method { name, path: path.value(), ty, takes_intent, account, provided, has_dialog })
    }
}

impl Declared {
    /// The method whose intent has this type.
    pub fn of_type(&self, ty: &Ident) -> Option<&Method> {
        self.methods.iter().find(|method| method.ty == *ty)
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
        match self.path.strip_prefix("intents.") {
            Some(intent) => format!("intent `{intent}`"),
            None => "the launch".to_owned(),
        }
    }

    /// What the parameter with the intent's value looks like, if it has one.
    pub fn intent_parameter(&self) -> Option<String> {
        self.takes_intent.then(|| format!("intent: skill::{}", self.ty))
    }

    /// What its account parameter looks like, if it has one.
    pub fn account_parameter(&self) -> Option<String> {
        let account = format!("&LinkedAccount<skill::{}>", self.ty);
        match self.account {
            Account::None => None,
            Account::Required => Some(format!("account: {account}")),
            Account::Optional => Some(format!("account: Option<{account}>")),
        }
    }

    /// The whole signature.
    pub fn signature(&self) -> String {
        let mut parameters = vec!["&self".to_owned(), "cx: &mut Context".to_owned()];
        parameters.extend(self.intent_parameter());
        parameters.extend(self.account_parameter());
        format!("async fn {}({}) -> Result<Response>", self.name, parameters.join(", "))
    }
}
