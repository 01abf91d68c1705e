use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::source::Spanned;

rule! {
    /// `gadget_support` lacks its requirement, or has numbers that Amazon does not take.
    ///
    /// A game has 1 to 4 Echo Buttons and at least 1 player, of whom at most 16 can be demanded; the fewest are not more than the most.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   gadget_support: { requirement: optional, max_buttons: 5 }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   gadget_support: { requirement: optional, max_buttons: 4 }
    /// ```
    MF072 "gadget-support" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(said) = &skill.store.gadget_support else { return };
    if said.requirement.is_none() {
        let problem = RULE.at(said.key, "`gadget_support` does not say whether the game needs Echo Buttons");
        report.push(problem.for_want_of(said.key, "requirement").help("write `requirement: optional` or `requirement: required`"));
    }
    range("buttons", said.buttons, [4, 4], report);
    range("players", said.players, [16, i64::MAX], report);
}

fn range(what: &str, said: [Option<Spanned<i64>>; 2], most: [i64; 2], report: &mut Report) {
    for (number, most) in said.into_iter().zip(most).filter_map(|(number, most)| Some((number?, most))) {
        if !(1..=most).contains(&number.value) {
            let valid = if most == i64::MAX { "1 or more are".to_owned() } else { format!("1 to {most} are") };
            report.push(RULE.at(number.span, format!("{} {what} are not possible", number.value)).note(format!("{valid} valid")));
        }
    }
    if let [Some(fewest), Some(most)] = said
        && fewest.value > most.value
    {
        let problem = RULE.at(fewest.span, format!("the fewest {what} are more than the most"));
        report.push(problem.also(most.span, "the most").help("exchange the numbers"));
    }
}
