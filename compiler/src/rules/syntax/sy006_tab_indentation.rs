use crate::rules::rule;

rule! {
    /// A line is indented with a tab.
    ///
    /// YAML indents with spaces, because nobody can say how many columns a tab is wide. Editors can insert spaces for the tab key. To
    /// go on, each tab of the file's indentation is read as one space.
    ///
    /// There is no example here: in this page a tab would look like spaces.
    SY006 "tab-indentation" Error Daily
}
