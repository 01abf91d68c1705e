use crate::builtin::Account;
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Need, Skill, Subject};
use crate::syntax::Auth;

rule! {
    /// Something needs a linked account, but the skill declares no account linking.
    ///
    /// Alexa sends an access token only to skills that have account linking configured. Without it, every user counts as unlinked: whoever
    /// asks for such an intent would be sent to the Alexa app, where there is nothing to link. What only uses an account where there is
    /// one (`auth: optional`) would never see one.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// account_linking:
    ///   authorization_url: https://login.friend.dev/authorize
    ///   token_url: https://login.friend.dev/token
    ///   client_id: alexa
    ///   client_secret: env:FRIEND_SECRET
    ///   client_authentication: http_basic
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    AL004 "auth-without-linking" Error Daily
}

/// How many places one diagnostic shows.
const SHOWN: usize = 5;

/// The launch, an intent or another request, and what it needs.
type Place<'l, 's> = (Subject<'l, 's>, &'l Need<'s>);

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    if skill.linking.is_some() || skill.unread.contains(&"account_linking") {
        return;
    }
    let (required, optional) = (needing(skill, Auth::Required), needing(skill, Auth::Optional));
    let (subjects, verb) = match (&required[..], &optional[..]) {
        ([], []) => return,
        ([], some) => (some, "can use"),
        ([_], _) => (&required[..], "needs"),
        _ => (&required[..], "need"),
    };
    let first = subjects[0].1;
    let message = format!("{} {verb} a linked account, but the skill declares no account linking", who(subjects));
    let mut problem = RULE.at(first.auth.span, message).here(label(first));
    for (_, need) in required.iter().chain(&optional).skip(1).take(SHOWN - 1).filter(|(_, need)| need.auth.span != skill.top) {
        problem = problem.also(need.auth.span, label(need));
    }
    if first.auth.span != skill.top {
        problem = problem.also(skill.top, "no `account_linking` block in this file");
    }
    let way_out = match (subjects, subjects.iter().any(|(_, need)| need.declared)) {
        (_, false) => "remove `auth` from `defaults`",
        ([(Subject::Launch, _)], _) => "set `auth: none` on the launch",
        ([(Subject::Intent(_), _)], _) => "set `auth: none` on this intent",
        ([(Subject::Task(_), _)], _) => "set `auth: none` on this task",
        ([(Subject::Request(_), _)], _) => "set `auth: none` on this request",
        _ => "set `auth: none` on them",
    };
    report.push(
        problem
            .note("Alexa sends an access token only to skills with account linking configured")
            .help(format!("add an `account_linking` block, or {way_out}")),
    );
}

/// What needs the account in that way, the launch last.
fn needing<'l, 's>(skill: &'l Skill<'s>, auth: Auth) -> Vec<Place<'l, 's>> {
    let all = skill.needs().skip(1).chain([(Subject::Launch, &skill.launch)]);
    all.filter(|(subject, need)| need.auth.value == auth && !is_elsewhere(*subject)).collect()
}

/// Whether another rule tells it: of the intents that answer everyone, and of the event of a linked account.
fn is_elsewhere(subject: Subject<'_, '_>) -> bool {
    match subject {
        Subject::Intent(intent) => intent.builtin.is_some_and(|known| known.unasked),
        Subject::Request(request) => request.known.account == Account::Always,
        Subject::Launch | Subject::Task(_) => false,
    }
}

fn label(need: &Need<'_>) -> &'static str {
    match (need.auth.value, need.declared) {
        (Auth::Required, true) => "needed here",
        (Auth::Required, false) => "needed here, since `defaults` says so",
        (_, true) => "used here",
        (_, false) => "used here, since `defaults` says so",
    }
}

/// One thing by its kind and name, several by their names: `` `A`, `B` and 4 others ``.
fn who(places: &[Place<'_, '_>]) -> String {
    if let [(only, _)] = places {
        return only.to_string();
    }
    let name = |subject: Subject<'_, '_>| subject.name().map_or_else(|| subject.to_string(), |name| format!("`{name}`"));
    let mut names: Vec<String> = places.iter().take(SHOWN).map(|(subject, _)| name(*subject)).collect();
    match places.len() - names.len() {
        0 => {}
        1 => names.push("another one".to_owned()),
        more => names.push(format!("{more} others")),
    }
    let last = names.pop().unwrap_or_default();
    format!("{} and {last}", names.join(", "))
}

#[cfg(test)]
mod tests {
    use crate::{Input, Options, analyze, render};

    /// What is told of a skill without account linking, from its second line on.
    fn told(skill: &str) -> String {
        let input = Input::from_text("skill.yaml", format!("# A skill.\nsayso: 1\nlocales: [en-US]\n{skill}"));
        let text = |found: &crate::diagnostic::Diagnostic| render::text(&input.sources, found);
        analyze(&input, &Options::default(), |analysis| {
            analysis.diagnostics.iter().filter(|found| found.code() == "AL004").map(text).collect()
        })
    }

    #[test]
    fn one_intent_is_told_with_both_places() {
        let expected = "\
skill.yaml:6:11: error[AL004]: intent `OrderRide` needs a linked account, but the skill declares no account linking
  = skill.yaml:6:11: needed here
  = skill.yaml:2:1: no `account_linking` block in this file
  = note: Alexa sends an access token only to skills with account linking configured
  = help: add an `account_linking` block, or set `auth: none` on this intent
  = see: sayso explain AL004";
        assert_eq!(told("intents:\n  OrderRide:\n    auth: required\n    samples: [order a ride]\n"), expected);
    }

    #[test]
    fn many_are_told_at_once() {
        let told = told("defaults: { auth: required }\nintents: { A: [a], B: [b], C: [c], D: [d], E: [e], F: [f] }\n");
        assert!(told.starts_with("skill.yaml:5:12: error[AL004]: `A`, `B`, `C`, `D`, `E` and 2 others need a linked account"), "{told}");
        assert_eq!(told.matches("needed here, since `defaults` says so").count(), 5, "{told}");
        assert!(told.contains("or remove `auth` from `defaults`"), "{told}");
    }

    #[test]
    fn the_launch_alone_is_told_too() {
        let told = told("launch: { auth: optional }\n");
        assert!(told.starts_with("skill.yaml:4:17: error[AL004]: the launch can use a linked account"), "{told}");
        assert!(told.contains("used here"), "{told}");
    }

    #[test]
    fn a_block_that_cannot_be_read_is_not_missing() {
        for linking in ["account_linking: true", "account_link: { client_id: a }", "account_linking: [a]"] {
            assert!(
                crate::told::told("AL004", &format!("{linking}\nintents: {{ Hello: {{ auth: required, samples: [hello] }} }}"), "")
                    .is_empty(),
                "{linking}"
            );
        }
    }
}
