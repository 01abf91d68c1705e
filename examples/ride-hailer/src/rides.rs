//! Stands in for the service that a real skill would call: it knows tokens, offers rides, and forgets them.

use crate::skill::{Grants, ServiceLevel, scope};
use sayso::{LinkedAccount, Result, TokenRejected};
use serde::{Deserialize, Serialize};

/// The service.
#[derive(Default)]
pub struct Rides;

/// A ride that was offered; it is kept in the session until the user says yes.
#[derive(Serialize, Deserialize)]
pub struct Offer {
    /// Where to.
    pub destination: String,
    /// Whether it is shared.
    pub shared: bool,
}

/// A ride that was ordered.
pub struct Ride {
    /// What is on its way.
    pub service: &'static str,
    /// In how many minutes it is there.
    pub minutes: u32,
}

impl Rides {
    /// Offers a ride. The account's intent must declare the scope: an account of another intent does not compile here.
    pub fn offer<I>(&self, account: &LinkedAccount<I>, destination: &str, service: ServiceLevel) -> Result<Offer>
    where
        I: Grants<scope::RidesRequest> + Grants<scope::ProfileRead>,
    {
        known(account)?;
        Ok(Offer { destination: destination.to_owned(), shared: service == ServiceLevel::Pool })
    }

    /// Orders what was offered.
    pub fn order(&self, account: &LinkedAccount<impl Grants<scope::RidesRequest>>, offer: &Offer) -> Result<Ride> {
        known(account)?;
        Ok(if offer.shared { Ride { service: "Your shared ride", minutes: 9 } } else { Ride { service: "Your black car", minutes: 5 } })
    }

    /// The services of a city; no account is needed for that.
    pub fn services(&self, city: &str) -> &'static str {
        if city.eq_ignore_ascii_case("Dallas") { "shared rides and black cars" } else { "shared rides" }
    }
}

/// A real service would be asked, and would answer 401 for a token that it no longer knows.
fn known<I>(account: &LinkedAccount<I>) -> Result<()> {
    if account.expose_access_token().starts_with("expired") { Err(TokenRejected.into()) } else { Ok(()) }
}
