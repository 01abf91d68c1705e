//! Alexa's own services in the place of the network, beside whatever else the app asks.

use std::sync::Arc;

use crate::fetch::{Fetch, Fetching, Limits};
use crate::services::is_alexas;

/// Two fakes side by side: what the one is asked is not for the other.
pub(super) struct Services<F> {
    pub(super) alexas: F,
    /// What the app had before, such as the service of its tokens. Without it the fake is asked everything: no test reaches the network unawares.
    pub(super) others: Option<Arc<dyn Fetch>>,
}

impl<F: Fetch> Fetch for Services<F> {
    fn fetch<'a>(&'a self, request: http::Request<Vec<u8>>, limits: Limits) -> Fetching<'a> {
        match &self.others {
            Some(others) if !is_alexas(request.uri()) => others.fetch(request, limits),
            _ => self.alexas.fetch(request, limits),
        }
    }
}
