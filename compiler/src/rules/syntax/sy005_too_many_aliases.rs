use crate::rules::rule;

rule! {
    /// More is reached through aliases than a file may stand for.
    ///
    /// An alias (`*name`) stands for all of the value that carries the anchor (`&name`). Aliases of values that hold aliases multiply:
    /// ten lines can stand for billions of values. A file may reach 1,000,000 values through aliases, and a value can never hold an
    /// alias of itself, since that would not end.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// types:
    ///   Meal: &meal
    ///     BREAKFAST: [breakfast, *meal]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// types:
    ///   Meal:
    ///     BREAKFAST: &words [breakfast, morning meal]
    ///   Course:
    ///     FIRST: *words
    /// intents:
    ///   Eat:
    ///     slots: { meal: Meal, course: Course }
    ///     samples: ["i eat {meal} for {course}"]
    /// ```
    SY005 "too-many-aliases" Error Daily
}
