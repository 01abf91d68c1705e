use crate::rules::rule;

rule! {
    /// A file of `locales/` has a text for something that skill.yaml does not declare.
    ///
    /// Intents, slots, slot types, values and speech texts are declared in skill.yaml; the files of `locales/` say them in another language. So
    /// a misspelt name is never taken for something new.
    ///
    /// It takes two files to show.
    LO006 "undeclared-text" Error Daily
}
