use crate::rules::rule;

rule! {
    /// The stage that `--stage` names is not one of `stages`.
    ///
    /// A build without `--stage` uses the file as it stands; each entry of `stages` says what differs on that stage.
    ///
    /// It depends on the command line, so there is no example of a file.
    SY019 "unknown-stage" Error Daily
}
