use crate::rules::rule;

rule! {
    /// The file holds a second document.
    SY008 "second-document" Error Daily
}
