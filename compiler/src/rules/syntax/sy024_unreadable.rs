use crate::rules::rule;

rule! {
    /// A file of `locales/` is there and cannot be read.
    ///
    /// It depends on the file system, so there is no example of a file.
    SY024 "unreadable-file" Error Daily
}
