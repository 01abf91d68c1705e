//! In-skill products: what is sold in the skill, and what of it the user has. No permission is needed.
//! <https://developer.amazon.com/docs/in-skill-purchase/isp-api-reference.html>

use serde::Deserialize;

use super::answer::Answer;
use super::call::Call;
use super::loose;
use super::open::open;
use super::{Asking, Services};

open! {
    /// How a product is bought.
    ProductKind {
        /// For as long as it is paid for.
        Subscription = "SUBSCRIPTION",
        /// Once and for all.
        Entitlement = "ENTITLEMENT",
        /// Until it is used up, and then again.
        Consumable = "CONSUMABLE",
    }
}

open! {
    /// Whether the user can buy a product.
    Purchasable {
        /// They can.
        Yes = "PURCHASABLE",
        /// They cannot.
        No = "NOT_PURCHASABLE",
    }
}

open! {
    /// Whether the user has a product.
    Entitled {
        /// They have.
        Yes = "ENTITLED",
        /// They have not.
        No = "NOT_ENTITLED",
    }
}

open! {
    /// Why the user has a product, or has not.
    EntitlementReason {
        /// They bought it.
        Purchased = "PURCHASED",
        /// They did not buy it.
        NotPurchased = "NOT_PURCHASED",
        /// A wider service comes with it.
        AutoEntitled = "AUTO_ENTITLED",
        /// A bundle comes with it.
        BundleEntitled = "BUNDLE_ENTITLED",
    }
}

open! {
    /// Whether money is paid.
    PurchaseMode {
        /// Not by developers and beta testers.
        Test = "TEST",
        /// By everybody else.
        Live = "LIVE",
    }
}

open! {
    /// What became of a purchase in a skill for children, which a parent has to approve.
    TransactionStatus {
        /// The parent did not answer yet.
        Pending = "PENDING_APPROVAL_BY_PARENT",
        /// The parent approved.
        Approved = "APPROVED_BY_PARENT",
        /// The parent refused.
        Denied = "DENIED_BY_PARENT",
        /// The parent did not answer in time.
        Expired = "EXPIRED_NO_ACTION_BY_PARENT",
        /// Something went wrong.
        Error = "ERROR",
    }
}

/// A product of the skill's, in the language of the request.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Product {
    /// Its id.
    pub product_id: String,
    /// What the developer calls it.
    pub reference_name: Option<String>,
    /// What the user knows it as.
    pub name: Option<String>,
    /// How it is bought.
    #[serde(rename = "type")]
    pub kind: Option<ProductKind>,
    /// What it is.
    pub summary: Option<String>,
    /// Whether the user can buy it.
    pub purchasable: Option<Purchasable>,
    /// Whether the user has it.
    pub entitled: Option<Entitled>,
    /// Why.
    pub entitlement_reason: Option<EntitlementReason>,
    /// How many the user has.
    #[serde(default, deserialize_with = "loose::number")]
    pub active_entitlement_count: Option<u64>,
    /// Whether money is paid.
    pub purchase_mode: Option<PurchaseMode>,
}

impl Product {
    /// Whether the user has it. A word that nobody knows yet means no, as Amazon asks for.
    #[must_use]
    pub fn is_entitled(&self) -> bool {
        self.entitled == Some(Entitled::Yes)
    }

    /// Whether the user can buy it. A word that nobody knows yet means no, as Amazon asks for.
    #[must_use]
    pub fn is_purchasable(&self) -> bool {
        self.purchasable == Some(Purchasable::Yes)
    }
}

/// Which products are asked for; all, if nothing is said.
///
/// ```
/// use sayso::services::{Entitled, ProductQuery};
///
/// let bought = ProductQuery { entitled: Some(Entitled::Yes), ..ProductQuery::default() };
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProductQuery {
    /// Those that can be bought, or cannot.
    pub purchasable: Option<Purchasable>,
    /// Those that the user has, or has not.
    pub entitled: Option<Entitled>,
    /// Those of one kind.
    pub kind: Option<ProductKind>,
    /// How many at once, 100 at most.
    pub max_results: Option<u32>,
    /// Those after a page: its `next_token`.
    pub next_token: Option<String>,
}

/// Some of the products.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ProductPage {
    /// The products.
    #[serde(default, rename = "inSkillProducts")]
    pub products: Vec<Product>,
    /// Whether there are more.
    #[serde(default, deserialize_with = "loose::truth")]
    pub is_truncated: bool,
    /// What to ask for them with.
    pub next_token: Option<String>,
}

/// Which transactions are asked for; those of the last 30 days, if nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TransactionQuery {
    /// Those of one product.
    pub product_id: Option<String>,
    /// Those with one status.
    pub status: Option<TransactionStatus>,
    /// Those that changed since, in ISO 8601.
    pub from_last_modified_time: Option<String>,
    /// Those that changed until, in ISO 8601.
    pub to_last_modified_time: Option<String>,
    /// How many at once.
    pub max_results: Option<u32>,
    /// Those after a page: its [`next_token`](TransactionPage::next_token).
    pub next_token: Option<String>,
}

/// A purchase in a skill for children.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Transaction {
    /// What became of it.
    pub status: Option<TransactionStatus>,
    /// The product.
    pub product_id: Option<String>,
    /// When it began, in ISO 8601.
    pub created_time: Option<String>,
    /// When it last changed.
    pub last_modified_time: Option<String>,
}

/// Some of the transactions.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct TransactionPage {
    /// The transactions, the last first.
    #[serde(default, rename = "results")]
    pub transactions: Vec<Transaction>,
    #[serde(default)]
    metadata: Metadata,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Metadata {
    result_set: ResultSet,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
struct ResultSet {
    next_token: Option<String>,
}

impl TransactionPage {
    /// What to ask for more with, if there are more.
    #[must_use]
    pub fn next_token(&self) -> Option<&str> {
        self.metadata.result_set.next_token.as_deref()
    }
}

impl<'a, P> Services<'a, P> {
    /// The skill's products, as the user sees them.
    pub fn products(&self, query: &ProductQuery) -> Asking<'a, ProductPage> {
        let call = self
            .of_skill("products", &["inSkillProducts"])
            .language(self.cx.locale())
            .query("purchasable", query.purchasable.as_ref().map(Purchasable::word))
            .query("entitled", query.entitled.as_ref().map(Entitled::word))
            .query("productType", query.kind.as_ref().map(ProductKind::word))
            .query("nextToken", query.next_token.as_deref())
            .query("maxResults", query.max_results.map(|most| most.to_string()).as_deref());
        self.ask(call, Answer::sure)
    }

    /// One product.
    pub fn product(&self, product_id: &str) -> Asking<'a, Product> {
        let call = self.of_skill("a product", &["inSkillProducts", product_id]);
        self.ask(call.language(self.cx.locale()), Answer::sure)
    }

    /// The purchases in a skill for children.
    pub fn transactions(&self, query: &TransactionQuery) -> Asking<'a, TransactionPage> {
        let call = self
            .of_skill("transactions", &["inSkillProductsTransactions"])
            .language(self.cx.locale())
            .query("productId", query.product_id.as_deref())
            .query("status", query.status.as_ref().map(TransactionStatus::word))
            .query("fromLastModifiedTime", query.from_last_modified_time.as_deref())
            .query("toLastModifiedTime", query.to_last_modified_time.as_deref())
            .query("nextToken", query.next_token.as_deref())
            .query("maxResults", query.max_results.map(|most| most.to_string()).as_deref());
        self.ask(call, Answer::sure)
    }

    /// Whether the user lets purchases be made by voice.
    pub fn voice_purchasing(&self) -> Asking<'a, bool> {
        let call = self.of_skill("the setting for purchases", &["settings", "voicePurchasing.enabled"]);
        self.ask(call, |answer| Ok(answer.sure::<Truth>()?.0))
    }

    fn of_skill(&self, what: &'static str, rest: &[&str]) -> Call {
        Call::get(what, &[&["v1", "users", "~current", "skills", "~current"], rest].concat())
    }
}

#[derive(Deserialize)]
struct Truth(#[serde(deserialize_with = "loose::truth")] bool);
