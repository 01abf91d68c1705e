//! The configuration that AWS Lambda gives a function.

use std::error::Error;
use std::fmt;

use aws_sdk_dynamodb::Config;
use aws_sdk_dynamodb::config::{BehaviorVersion, Credentials, Region};

/// An environment variable that AWS Lambda
/// [sets](https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html) is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingVariable(pub(crate) &'static str);

impl fmt::Display for MissingVariable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the environment variable {} is not set, so this is not AWS Lambda: make the client with the crate `aws-config`", self.0)
    }
}

impl Error for MissingVariable {}

/// Reads region and credentials. On Lambda they stay the same as long as the process lives.
pub(crate) fn from_environment(variable: impl Fn(&str) -> Option<String>) -> Result<Config, MissingVariable> {
    let needed = |name| variable(name).filter(|value| !value.is_empty()).ok_or(MissingVariable(name));
    let region = Region::new(needed("AWS_REGION")?);
    let (id, secret) = (needed("AWS_ACCESS_KEY_ID")?, needed("AWS_SECRET_ACCESS_KEY")?);
    let credentials = Credentials::new(id, secret, variable("AWS_SESSION_TOKEN"), None, "environment");
    Ok(Config::builder().behavior_version(BehaviorVersion::latest()).region(region).credentials_provider(credentials).build())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SET: [(&str, &str); 4] =
        [("AWS_REGION", "eu-west-1"), ("AWS_ACCESS_KEY_ID", "id"), ("AWS_SECRET_ACCESS_KEY", "s3cret"), ("AWS_SESSION_TOKEN", "t0ken")];

    fn with(change: impl Fn(&str) -> Option<&'static str>) -> Result<Config, MissingVariable> {
        from_environment(|name| change(name).or(SET.iter().find(|(set, _)| *set == name).map(|(_, value)| *value)).map(str::to_owned))
    }

    #[test]
    fn what_lambda_sets_is_enough() {
        let config = with(|_| None).expect("a configuration");
        assert_eq!(config.region().map(Region::as_ref), Some("eu-west-1"));
        let printed = format!("{config:?}");
        assert!(!printed.contains("s3cret") && !printed.contains("t0ken"), "{printed}");
    }

    #[test]
    fn what_is_missing_is_named() {
        for (name, _) in &SET[..3] {
            let error = with(|asked| (asked == *name).then_some("")).expect_err("a variable is empty");
            assert_eq!(error, MissingVariable(name));
            assert!(error.to_string().contains(name), "{error}");
        }
    }
}
