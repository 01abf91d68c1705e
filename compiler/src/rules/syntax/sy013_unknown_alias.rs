use crate::rules::rule;

rule! {
    /// An alias names no anchor.
    ///
    /// An alias (`*name`) stands for the value that carries the anchor (`&name`), which has to stand further up in the same file.
    /// Anchors of other files are not seen.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// types:
    ///   Meal: {BREAKFAST: &words [breakfast, morning meal]}
    ///   Course: {FIRST: *word}
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// types:
    ///   Meal: {BREAKFAST: &words [breakfast, morning meal]}
    ///   Course: {FIRST: *words}
    /// intents:
    ///   Eat:
    ///     slots: {meal: Meal, course: Course}
    ///     samples: ["i eat {meal} for {course}"]
    /// ```
    SY013 "unknown-alias" Error Daily
}
