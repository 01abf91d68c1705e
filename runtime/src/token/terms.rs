//! What a token has to say to be good for this skill, however its claims were learnt.

use super::claims::Claims;
use super::refusal::Invalid;

/// Clocks differ by some seconds.
const LEEWAY: u64 = 30;

/// What is declared in skill.yaml. What is declared must be there and fit.
#[derive(Clone, Copy)]
pub(super) struct Terms {
    pub(super) issuer: Option<&'static str>,
    pub(super) audiences: &'static [&'static str],
    pub(super) issued_to: Option<&'static str>,
}

impl Terms {
    /// Whether the claims fit, at this second.
    pub(super) fn check(&self, claims: &Claims, now: u64) -> Result<(), Invalid> {
        if claims.expiry.is_some_and(|expiry| now >= expiry.saturating_add(LEEWAY)) {
            return Err(Invalid::Expired);
        }
        if claims.not_before.is_some_and(|begins| begins > now.saturating_add(LEEWAY)) {
            return Err(Invalid::NotYet);
        }
        if self.issuer.is_some_and(|issuer| claims.issuer() != Some(issuer)) {
            return Err(Invalid::Issuer);
        }
        if !self.audiences.is_empty() && !claims.audiences().any(|audience| self.audiences.contains(&audience)) {
            return Err(Invalid::Audience);
        }
        if self.issued_to.is_some_and(|client| claims.client_id() != Some(client)) {
            return Err(Invalid::Client);
        }
        Ok(())
    }
}
