use crate::rules::rule;

rule! {
    /// An endpoint has no address.
    ///
    /// Amazon refuses an endpoint without `uri`. As long as there is no address yet, leave the endpoint out.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// endpoint: { certificate: trusted }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// endpoint: { uri: "https://hello.friend.dev/alexa", certificate: trusted }
    /// ```
    MF068 "endpoint-without-uri" Error Daily
}
