use crate::rules::rule;

rule! {
    /// Lists and maps are nested too deep.
    ///
    /// A file may nest lists and maps 64 deep. Nothing in a skill comes near that; a file that does is broken, or made to exhaust
    /// whoever reads it. The part that lies too deep is set aside.
    ///
    /// There is no example here: it would be a line of 65 opening brackets.
    SY003 "too-deep" Error Daily
}
