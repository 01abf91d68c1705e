use crate::rules::rule;

rule! {
    /// A file of `locales/` says something that cannot differ by locale.
    ///
    /// These files hold text, and the few other things that real skills change by locale, such as the type of a slot. Who needs an account, and
    /// which scopes it takes, stands in skill.yaml alone: that is where a reviewer looks for it.
    ///
    /// It takes two files to show.
    LO002 "not-in-locale-file" Error Daily
}
