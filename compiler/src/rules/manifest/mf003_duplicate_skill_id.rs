use crate::rules::rule;

rule! {
    /// `skill.id` lists an id twice.
    ///
    /// A list of ids is for a skill that is pushed to several skill ids, such as one for development and one that is live. The second of
    /// two equal entries is most often meant to be another one.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   id: [amzn1.ask.skill.12345678-1234-1234-1234-123456789012, amzn1.ask.skill.12345678-1234-1234-1234-123456789012]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   id: [amzn1.ask.skill.12345678-1234-1234-1234-123456789012, amzn1.ask.skill.12345678-1234-1234-1234-123456789013]
    /// ```
    MF003 "duplicate-skill-id" Warning Daily
}
