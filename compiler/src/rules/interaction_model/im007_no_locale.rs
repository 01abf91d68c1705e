use crate::rules::rule;

rule! {
    /// A `locales` key inside the skill lists no locale.
    ///
    /// What is in no locale is in no model: an intent written so would never be heard of again. To set something aside, make it a comment.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   Goodbye: { samples: [say goodbye], locales: [] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   Goodbye: { samples: [say goodbye], locales: [en-US] }
    /// ```
    IM007 "no-locale" Error Daily
}
