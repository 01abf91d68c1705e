//! What a file of `locales/` has and skill.yaml does not declare.

use super::{LocalDocument, Lowering};
use crate::nearest::nearest;
use crate::rules::locales::{lo006_undeclared_text as undeclared, lo007_stray_file as stray_file};
use crate::skill::language;
use crate::source::{Span, Text};
use crate::syntax::{IntentBlock, Map, Named};

pub(super) fn report(cx: &mut Lowering<'_, '_, '_>) {
    let documents = cx.documents;
    for local in &documents.locals {
        let used = cx.locales.iter().any(|locale| {
            let tag = super::locales::meant(locale.tag.value).unwrap_or(locale.tag.value);
            [locale.tag.value, locale.language(), tag, language(tag)].contains(&local.tag.as_str())
        });
        if !used {
            let problem = stray_file::RULE
                .at(Span::new(local.file, 0, 0), format!("no locale of the skill uses `{}.yaml`", local.tag))
                .help(match nearest(&local.tag, cx.locales.iter().map(|locale| locale.tag.value)) {
                    Some(near) => format!("rename it to `{near}.yaml` if it is for that locale, or remove the file"),
                    None => format!("add a locale of `{}` to `locales` in skill.yaml, or remove the file", local.tag),
                })
                .for_want_of(documents.main.key, "locales");
            cx.report.push(problem);
        }
        if !cx.damaged.contains(&documents.file) {
            strays_of(cx, local);
        }
    }
}

fn strays_of(cx: &mut Lowering<'_, '_, '_>, local: &LocalDocument<'_>) {
    let main = &cx.documents.main;
    let is_read = |key: &str| !main.unread.contains(&key);
    if is_read("speech") {
        strays_among(cx, local, "speech text", &local.document.speech, &main.speech);
    }
    if is_read("types") {
        strays_among(cx, local, "slot type", &local.document.types, &main.types);
    }
    if is_read("intents") {
        local.document.intents.iter().flat_map(|intents| &intents.entries).for_each(|entry| strays_at(cx, local, entry));
    }
}

/// What stands at an intent's name.
fn strays_at(cx: &mut Lowering<'_, '_, '_>, local: &LocalDocument<'_>, entry: &Named<'_, IntentBlock<'_>>) {
    let main = &cx.documents.main.intents;
    if crate::builtin::intent_named(entry.name.value).is_some_and(|known| known.unasked) {
        return;
    }
    match (main.as_ref().and_then(|intents| intents.get(entry.name.value)).map(|found| &found.value), &entry.value) {
        (None, _) => stray(cx, local, "intent", entry.name, main),
        (Some(IntentBlock::Declared(main)), IntentBlock::Declared(own)) if !main.unread.contains(&"slots") => {
            strays_among(cx, local, "slot", &own.slots, &main.slots);
        }
        _ => {}
    }
}

fn strays_among<T>(
    cx: &mut Lowering<'_, '_, '_>,
    local: &LocalDocument<'_>,
    what: &str,
    own: &Option<Map<'_, T>>,
    main: &Option<Map<'_, T>>,
) {
    for entry in own.iter().flat_map(|own| &own.entries) {
        if main.as_ref().is_none_or(|main| main.get(entry.name.value).is_none()) {
            stray(cx, local, what, entry.name, main);
        }
    }
}

fn stray<T>(cx: &mut Lowering<'_, '_, '_>, local: &LocalDocument<'_>, what: &str, name: Text<'_>, main: &Option<Map<'_, T>>) {
    let problem = undeclared::RULE.at(name.span, format!("skill.yaml declares no {what} `{}`", name.value));
    let near = nearest(name.value, main.iter().flat_map(Map::names));
    if let Some(near) = near {
        excuse(cx, local, what, near);
    }
    cx.report.push(match near {
        Some(near) => problem.fix(format!("a similar one is declared: `{near}`"), name.span, near),
        None => problem.help(format!("declare it in skill.yaml; with `locales` where only some locales have this {what}")),
    });
}

/// What stands under a misspelt name is not missing too.
fn excuse(cx: &mut Lowering<'_, '_, '_>, local: &LocalDocument<'_>, what: &str, near: &str) {
    let path = match what {
        "speech text" => format!("speech.{near}"),
        "slot type" => format!("types.{near}"),
        _ => return,
    };
    for locale in 0..cx.locales.len() {
        if cx.speaks(local, locale) {
            cx.holes.misspell(path.clone(), locale);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::told::told;

    const DE: &str = "intents: { Hello: { samples: ['zu {city}'], slots: { city: AMAZON.City } } }\nspeech: { welcom: Willkommen }";

    #[test]
    fn what_skill_yaml_has_under_a_misspelt_key_is_no_stray() {
        for intents in ["intent: { Hello: [hello] }", "intents: [Hello]", "intents:\n  Hello: [hello\n"] {
            assert_eq!(told("LO006", &format!("speech: {{ welcom: Hi }}\n{intents}"), DE), [""; 0], "{intents}");
        }
        assert_eq!(told("LO006", "intents: { Hello: { slots: [city], samples: ['to {city}'] } }\nspeech: { welcom: Hi }", DE), [""; 0]);
    }

    #[test]
    fn what_stands_under_a_misspelt_name_is_not_missing() {
        let keys = "intents: { Hello: { slots: { city: AMAZON.City }, samples: ['to {city}'] } }\nspeech: { welcome: Hi }";
        assert_eq!(told("LO006", keys, DE), ["skill.yaml declares no speech text `welcom`"]);
        assert!(told("LO001", keys, DE).iter().all(|message| !message.contains("speech.welcome")));
    }

    #[test]
    fn nothing_is_missing_in_a_file_that_cannot_be_read() {
        let keys = "intents: { Hello: [hello] }\nspeech: { welcome: Hi }";
        assert_eq!(told("LO001", keys, "intents: { Hello: [hallo] }\nspeech:\n  welcome: \"Hallo\n"), [""; 0]);
        assert_eq!(told("LO001", keys, "intents: { Hello: [hallo] }\nspeech: Hallo\n"), [""; 0]);
    }
}
