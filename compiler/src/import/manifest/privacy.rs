//! `privacyAndCompliance`: the answers to Amazon's questions, and the addresses of the policies.

use super::{Manifest, drop_empty};
use crate::import::node::{Map, Node};
use crate::import::said::Said;
use crate::import::taken::{Taken, whole};

/// The answers that differ from those that hold unasked.
pub(super) fn privacy<'t>(top: &mut Taken<'t>, manifest: &mut Manifest<'t>, links: bool, locales: &mut [Said<'t>]) {
    let for_children = manifest.category.is_some_and(|category| category.starts_with("CHILDRENS_"));
    let questions = [
        ("purchases", "allowsPurchases", Some(false)),
        ("personal_info", "usesPersonalInfo", Some(links || manifest.is_personal)),
        ("child_directed", "isChildDirected", Some(for_children)),
        ("export_compliant", "isExportCompliant", Some(true)),
        ("ads", "containsAds", Some(false)),
        ("health_info", "usesHealthInfo", None),
    ];
    let mut answers = Map::default();
    let mut answered = false;
    top.within("privacyAndCompliance", |privacy| {
        for (key, amazon, unasked) in questions {
            let answer = privacy.truth(amazon);
            answered |= answer.is_some();
            let said = match answer {
                answer if answer == unasked => None,
                Some(answer) => Some(Node::Bool(answer)),
                None => Some(Node::Word("unanswered")),
            };
            answers = std::mem::take(&mut answers).with(key, said);
        }
        let shopping = privacy.take("shoppingKit", |value| {
            whole(value, |kit| {
                let actions = kit.truth("isShoppingActionsEnabled").map(Node::Bool);
                let associates = kit.truth("isAmazonAssociatesOnAlexaEnabled").map(Node::Bool);
                Some(Node::Map(Map::default().with("shopping_actions", actions).with("amazon_associates", associates)))
            })
        });
        answered |= shopping.is_some();
        answers = std::mem::take(&mut answers).with("shopping", shopping);
        privacy.within("locales", |by_locale| {
            for said in locales.iter_mut().filter(|said| said.listed) {
                by_locale.within(said.tag, |urls| {
                    said.structure(&["skill", "privacy_policy"], urls.text("privacyPolicyUrl").map(Node::text));
                    said.structure(&["skill", "terms_of_use"], urls.text("termsOfUseUrl").map(Node::text));
                });
                drop_empty(by_locale, said.tag);
            }
        });
    });
    let node = match (answered, answers.is_empty()) {
        (false, _) => Some(Node::Word("unanswered")),
        (true, true) => None,
        (true, false) => Some(Node::Map(answers)),
    };
    manifest.keys = std::mem::take(&mut manifest.keys).with("compliance", node);
}
