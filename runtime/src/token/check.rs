//! Which check a request's token goes through.

use std::sync::Arc;

use secrecy::SecretString;

use super::Claims;
use super::refusal::{Refusal, Unavailable};
use crate::declare::{self, Token};
use crate::env::Env;

/// The checks of a skill: one for each of its stages that has account linking of its own, and one for the rest.
pub(crate) struct Checks {
    rest: Check,
    stages: Vec<(&'static str, Check)>,
}

/// A check, with what it remembers.
enum Check {
    /// Nothing is known of a token. Whether it is good, the service says when it is used.
    Opaque(Arc<Claims>),
    #[cfg(feature = "jwt")]
    Jwt(Box<super::jwt::Check>),
    #[cfg(feature = "introspection")]
    Introspection(Box<super::introspection::Check>),
    /// The code that would check is not there. Generated code does not compile then; this is for what has no generated code.
    #[allow(dead_code, reason = "with all features there is none")]
    NotBuilt,
}

impl Checks {
    pub(crate) fn of(skill: &declare::Skill) -> Self {
        let stages = skill.stages.iter().map(|stage| (stage.application_id, Check::of(stage.token)));
        Self { rest: Check::of(skill.token), stages: stages.collect() }
    }

    /// What the token says, if it is good for the skill with this id.
    pub(crate) async fn check(&self, application: Option<&str>, token: &SecretString, env: &Env) -> Result<Arc<Claims>, Refusal> {
        let stage = self.stages.iter().find(|(id, _)| application == Some(*id));
        stage.map_or(&self.rest, |(_, check)| check).check(token, env).await
    }
}

impl Check {
    fn of(token: Token) -> Self {
        match token {
            Token::Opaque => Self::Opaque(Arc::new(Claims::none())),
            #[cfg(feature = "jwt")]
            Token::Jwt(jwt) => Self::Jwt(Box::new(super::jwt::Check::new(jwt))),
            #[cfg(feature = "introspection")]
            Token::Introspection(introspection) => Self::Introspection(Box::new(super::introspection::Check::new(introspection))),
            #[allow(unreachable_patterns, reason = "with all features there is nothing else")]
            _ => Self::NotBuilt,
        }
    }

    #[cfg_attr(not(any(feature = "jwt", feature = "introspection")), expect(unused_variables, clippy::unused_async))]
    async fn check(&self, token: &SecretString, env: &Env) -> Result<Arc<Claims>, Refusal> {
        match self {
            Self::Opaque(nothing) => Ok(Arc::clone(nothing)),
            #[cfg(feature = "jwt")]
            Self::Jwt(check) => check.check(token, env).await,
            #[cfg(feature = "introspection")]
            Self::Introspection(check) => check.check(token, env).await,
            Self::NotBuilt => Err(Unavailable::NotBuilt.into()),
        }
    }
}
