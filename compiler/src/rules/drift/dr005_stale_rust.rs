use crate::analysis::Checked;
use crate::diagnostic::Report;
use crate::drift::Code;
use crate::rules::rule;

rule! {
    /// The Rust of the skill that the crate keeps in a file is not what skill.yaml gives now.
    ///
    /// `sayso build --rust FILE` writes `mod skill` into the crate. From then on the handlers are held to that file: an intent or a need that was
    /// added to skill.yaml afterwards is in the interaction model, and the Rust compiler has never heard of it. `sayso build --check --rust FILE`
    /// compares in continuous integration; `skill!` and a build script have no such file.
    ///
    /// Only `sayso check` reads the crate: the one whose sources name this skill.yaml, at or above its folder or in the workspace there.
    ///
    /// There is no example here: the generated Rust is longer than a page.
    DR005 "stale-rust" Warning Daily
}

pub(crate) fn check_code(skill: &Checked<'_>, code: &Code, report: &mut Report) {
    let Some(generated) = &code.generated else { return };
    if generated.text.replace("\r\n", "\n") == crate::rust::module(skill, &generated.skill) {
        return;
    }
    let problem = RULE
        .at(generated.place, "this Rust is not what skill.yaml gives now")
        .also(skill.top, "the skill")
        .help(format!("run `sayso build --rust {}`", generated.path));
    report.push(problem);
}
