//! Where and how the parser of events gave up.

use std::ops::Range;

/// What stopped the parser, in our own terms.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Trouble {
    /// A quote is not closed where it should be.
    Quote,
    /// Something follows a closing quote.
    AfterQuote,
    /// A backslash in double quotes begins no escape.
    Escape,
    /// Something is wrong within `[…]` or `{…}`.
    Flow,
    /// A bracket is closed by the other kind.
    Mismatch,
    /// A closing bracket closes nothing.
    Closer,
    /// A tab stands where only spaces may.
    Tab,
    /// A character cannot stand here.
    Character(char),
    /// A value begins with a sign that asks for something else to follow.
    Indicator,
    /// Something follows where a block goes on or ends.
    Block,
    /// A colon stands where no key can end.
    Colon,
    /// A key has no colon.
    NoColon,
    /// A `-` stands where no item can begin.
    Dash,
    /// A comment is in the way.
    Comment,
    /// Lists and maps are nested too deep.
    Depth,
    /// A tag that cannot be read.
    Tag,
    /// Anything else, in the parser's words.
    Other(String),
}

/// Where the parser gave up, why, and what it had read.
#[derive(Clone, Debug)]
pub(super) struct Fault {
    pub trouble: Trouble,
    pub at: usize,
    /// Where the outermost `[` or `{` opens that is not closed.
    pub outer_flow: Option<usize>,
    /// Where the innermost one opens.
    pub inner_flow: Option<usize>,
    /// The last scalar.
    pub last: Range<usize>,
}
