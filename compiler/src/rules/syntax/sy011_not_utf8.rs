use crate::rules::rule;

rule! {
    /// The file is not UTF-8.
    ///
    /// Files are read as UTF-8, with or without a byte-order mark. Editors and shells on Windows may write UTF-16, and old editors one
    /// byte for each letter; either has to be saved anew.
    ///
    /// There is no example here: a file in another encoding cannot be shown in this page.
    SY011 "not-utf8" Error Daily
}
