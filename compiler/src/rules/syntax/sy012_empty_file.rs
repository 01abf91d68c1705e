use crate::rules::rule;

rule! {
    /// The file is empty.
    ///
    /// It holds nothing, or comments only. `sayso new` writes a skill to begin with; a file of a locale without texts can be removed.
    ///
    /// There is no example here: it would be an empty file.
    SY012 "empty-file" Error Daily
}
