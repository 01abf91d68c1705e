use crate::rules::rule;

rule! {
    /// The file is too large.
    ///
    /// A file may hold 32 MiB. The texts of the largest skills, in one language, take a tenth of that: Amazon's own limits for an
    /// interaction model are far lower. The file is refused before it is read.
    ///
    /// There is no example here: it would be 32 MiB long.
    SY004 "too-large" Error Daily
}
