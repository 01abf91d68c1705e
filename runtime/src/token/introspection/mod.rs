//! The service is asked what a token is good for (RFC 7662).

mod answers;
mod ask;
mod secret;

use std::sync::Arc;

use secrecy::SecretString;

use super::claims::Claims;
use super::refusal::Refusal;
use super::terms::Terms;
use crate::declare;
use crate::env::Env;
use answers::Answers;

/// The check of a service's tokens, with what it lately said of some.
pub(super) struct Check {
    declared: declare::Introspection,
    answers: Answers,
}

impl Check {
    pub(super) fn new(declared: declare::Introspection) -> Self {
        Self { declared, answers: Answers::new(declared.cache_seconds) }
    }

    pub(super) async fn check(&self, token: &SecretString, env: &Env) -> Result<Arc<Claims>, Refusal> {
        let claims = self.answers.get(token, env, ask::ask(&self.declared, token, env)).await?;
        // A token that was good when the service was asked may have expired since.
        self.terms().check(&claims, env.now())?;
        Ok(claims)
    }

    fn terms(&self) -> Terms {
        let declared = &self.declared;
        Terms { issuer: declared.issuer, audiences: declared.audiences, issued_to: declared.issued_to }
    }
}
