use crate::rules::rule;

rule! {
    /// Something belongs to a part of the skill that `parts` leaves out.
    ///
    /// `parts` says what of the skill this file describes; nothing is written of the rest, so what stands here would be lost without a word.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// parts: [interaction_models]
    /// endpoint: arn:aws:lambda:us-east-1:123456789012:function:hello-friend
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// parts: [manifest, interaction_models]
    /// endpoint: arn:aws:lambda:us-east-1:123456789012:function:hello-friend
    /// ```
    SY029 "left-out-part" Error Daily
}
