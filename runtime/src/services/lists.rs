//! The user's lists: the shopping list, the to-do list, and what they made beside those.
//! <https://developer.amazon.com/docs/alexa/list-skills/list-management-api-reference.html>
//!
//! What the documentation says of lists is old: skills may find that Alexa refuses them in some regions.

use http::Method;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::answer::Answer;
use super::call::{Call, Needs};
use super::loose;
use super::open::open;
use super::permission;
use super::{Asking, Services};

open! {
    /// Whether a list is in use.
    ListState {
        /// It is.
        Active = "active",
        /// It was put away.
        Archived = "archived",
    }
}

open! {
    /// Whether an item is done.
    ItemStatus {
        /// It is not.
        Active = "active",
        /// It is.
        Completed = "completed",
    }
}

/// A list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct List {
    /// Its id.
    pub list_id: String,
    /// What the user calls it.
    pub name: Option<String>,
    /// Whether it is in use.
    pub state: Option<ListState>,
    /// How often it was changed; a change has to name it.
    #[serde(default, deserialize_with = "loose::number")]
    pub version: Option<u64>,
}

#[derive(Deserialize)]
struct Lists {
    #[serde(default)]
    lists: Vec<List>,
}

/// A list with its items, or as many of them as Alexa tells at once.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ItemsOf {
    /// The list.
    #[serde(flatten)]
    pub list: List,
    /// The items.
    #[serde(default)]
    pub items: Vec<Item>,
    links: Option<Value>,
}

impl ItemsOf {
    /// Whether there are more items: [`Services::more_items`] asks for them.
    #[must_use]
    pub fn has_more(&self) -> bool {
        self.next().is_some()
    }

    fn next(&self) -> Option<&str> {
        self.links.as_ref()?.get("next")?.as_str()
    }
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Item {
    /// Its id.
    pub id: String,
    /// What it says.
    pub value: Option<String>,
    /// Whether it is done.
    pub status: Option<ItemStatus>,
    /// How often it was changed; a change has to name it.
    #[serde(default, deserialize_with = "loose::number")]
    pub version: Option<u64>,
    /// When it was made.
    pub created_time: Option<String>,
    /// When it was last changed.
    pub updated_time: Option<String>,
    /// Where it is.
    pub href: Option<String>,
}

/// What a list is to be from now on. The version is the one that was read: if somebody changed the list since, Alexa refuses with status 409.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListChange {
    /// What it is called.
    pub name: String,
    /// Whether it is in use.
    pub state: ListState,
    /// The version that is changed.
    pub version: u64,
}

/// What an item is to be from now on. The version is the one that was read: if somebody changed the item since, Alexa refuses with status 409.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ItemChange {
    /// What it says.
    pub value: String,
    /// Whether it is done.
    pub status: ItemStatus,
    /// The version that is changed.
    pub version: u64,
}

impl<'a, P> Services<'a, P> {
    /// The user's lists.
    pub fn lists(&self) -> Asking<'a, Vec<List>>
    where
        P: permission::ListsRead,
    {
        let call = lists(Method::GET, &[]).needs(Needs::as_either(P::NAME));
        self.ask(call, |answer| Ok(answer.maybe::<Lists>()?.map(|answer| answer.lists).unwrap_or_default()))
    }

    /// A list with the items of one status.
    pub fn items(&self, list: &str, status: &ItemStatus) -> Asking<'a, ItemsOf>
    where
        P: permission::ListsRead,
    {
        self.ask(lists(Method::GET, &[list, status.word()]).needs(Needs::as_either(P::NAME)), Answer::sure)
    }

    /// The items after those that were told; `None` if there are none.
    pub fn more_items(&self, items: &ItemsOf) -> Asking<'a, Option<ItemsOf>>
    where
        P: permission::ListsRead,
    {
        match items.next() {
            Some(link) => self.ask(following(link).needs(Needs::as_either(P::NAME)), Answer::maybe),
            None => Box::pin(std::future::ready(Ok(None))),
        }
    }

    /// One item.
    pub fn item(&self, list: &str, item: &str) -> Asking<'a, Item>
    where
        P: permission::ListsRead,
    {
        self.ask(lists(Method::GET, &[list, "items", item]).needs(Needs::as_either(P::NAME)), Answer::sure)
    }

    /// Makes a list.
    pub fn create_list(&self, name: &str) -> Asking<'a, List>
    where
        P: permission::ListsWrite,
    {
        let call = lists(Method::POST, &[]).body(&json!({"name": name, "state": ListState::Active}));
        self.ask(call.needs(Needs::as_either(P::NAME)), Answer::sure)
    }

    /// Changes a list. The shopping list and the to-do list cannot be changed.
    pub fn update_list(&self, list: &str, change: &ListChange) -> Asking<'a, List>
    where
        P: permission::ListsWrite,
    {
        self.ask(lists(Method::PUT, &[list]).body(change).needs(Needs::as_either(P::NAME)), Answer::sure)
    }

    /// Removes a list.
    pub fn delete_list(&self, list: &str) -> Asking<'a, ()>
    where
        P: permission::ListsWrite,
    {
        self.ask(lists(Method::DELETE, &[list]).needs(Needs::as_either(P::NAME)), Answer::done)
    }

    /// Adds an item to a list.
    pub fn create_item(&self, list: &str, value: &str, status: &ItemStatus) -> Asking<'a, Item>
    where
        P: permission::ListsWrite,
    {
        let call = lists(Method::POST, &[list, "items"]).body(&json!({"value": value, "status": status}));
        self.ask(call.needs(Needs::as_either(P::NAME)), Answer::sure)
    }

    /// Changes an item.
    pub fn update_item(&self, list: &str, item: &str, change: &ItemChange) -> Asking<'a, Item>
    where
        P: permission::ListsWrite,
    {
        self.ask(lists(Method::PUT, &[list, "items", item]).body(change).needs(Needs::as_either(P::NAME)), Answer::sure)
    }

    /// Removes an item.
    pub fn delete_item(&self, list: &str, item: &str) -> Asking<'a, ()>
    where
        P: permission::ListsWrite,
    {
        self.ask(lists(Method::DELETE, &[list, "items", item]).needs(Needs::as_either(P::NAME)), Answer::done)
    }
}

fn lists(method: Method, rest: &[&str]) -> Call {
    Call::new("lists", method, &[&["v2", "householdlists"], rest].concat())
}

/// The link to the next items is a path and a query. It is taken apart and put together again, so that it leads to lists and nowhere else.
fn following(link: &str) -> Call {
    let (path, query) = link.split_once('?').unwrap_or((link, ""));
    let path = path.trim_start_matches('/').strip_prefix("v2/householdlists/");
    let next = query.split('&').find_map(|pair| pair.strip_prefix("nextToken="));
    let (Some(path), Some(next)) = (path, next) else {
        return lists(Method::GET, &[]).refuse("the link to more items is not one to lists");
    };
    let decoded = |text: &str| percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned();
    let segments: Vec<String> = path.split('/').map(decoded).collect();
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    lists(Method::GET, &segments).query("nextToken", Some(&decoded(next)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::following;

    proptest! {
        #[test]
        fn any_link_leads_to_lists_or_nowhere(start in "/?(v2/householdlists/)?", rest in ".*", next in ".*") {
            let call = following(&format!("{start}{rest}?nextToken={next}"));
            prop_assert!(call.path.starts_with("/v2/householdlists"));
            prop_assert!(call.fault.is_some() || !call.path.split(['/', '?']).any(|segment| segment == ".." || segment == "."));
        }
    }

    #[test]
    fn the_link_to_more_items_leads_to_lists() {
        for link in ["v2/householdlists/L1/active?nextToken=a%2Fb%3D", "/v2/householdlists/L1/active?x=1&nextToken=a%2Fb%3D"] {
            let call = following(link);
            assert_eq!(call.path, "/v2/householdlists/L1/active?nextToken=a%2Fb%3D");
            assert!(call.fault.is_none());
        }
        for link in [
            "",
            "https://evil.example/v2/householdlists/L1/active?nextToken=a",
            "@evil.example/?nextToken=a",
            "v2/householdlists/../../v1/alerts/timers?nextToken=a",
            "v2/householdlists/%2e%2e/x?nextToken=a",
            "v2/householdlists//active?nextToken=a",
            "v1/alerts/timers?nextToken=a",
            "v2/householdlists/L1/active",
        ] {
            assert!(following(link).fault.is_some(), "{link}");
        }
    }
}
