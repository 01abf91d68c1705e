//! Ride Hailer, the reference skill: a user with a linked account orders rides, and anyone asks what is available in a city.
//!
//! The skill is declared in the `skill.yaml` at the root of the repository.

mod rides;

use rides::{Offer, Rides};
use sayso::{Context, LinkedAccount, Response, Result};
use skill::speech;

sayso::skill!("../../skill.yaml");

/// The handlers, and the service that they order from.
#[derive(Default)]
pub struct RideHailer {
    rides: Rides,
}

/// Where the session keeps the ride that was offered and not yet confirmed.
const OFFER: &str = "offer";

#[sayso::handlers]
impl skill::Handlers for RideHailer {
    async fn launch(&self, _: &mut Context, account: Option<&LinkedAccount<skill::Launch>>) -> Result<Response> {
        Ok(Response::ask(if account.is_some() { speech::welcome_back() } else { speech::welcome() }))
    }

    async fn order_ride(&self, cx: &mut Context, ride: skill::OrderRide, account: &LinkedAccount<skill::OrderRide>) -> Result<Response> {
        let service = ride.service.as_ref().and_then(|heard| heard.known()).copied().unwrap_or(skill::ServiceLevel::Pool);
        let offer = self.rides.offer(account, &ride.destination, service)?;
        cx.session().set(OFFER, &offer)?;
        Ok(Response::ask(speech::ordering(offer.destination)))
    }

    async fn yes(&self, cx: &mut Context, account: &LinkedAccount<skill::Yes>) -> Result<Response> {
        let Some(offer) = cx.session().get::<Offer>(OFFER)? else {
            return Ok(Response::ask(speech::nothing_to_confirm()));
        };
        let ride = self.rides.order(account, &offer)?;
        Ok(Response::tell(speech::ordered(ride.service, ride.minutes)))
    }

    async fn no(&self, cx: &mut Context) -> Result<Response> {
        cx.session().remove(OFFER);
        Ok(Response::tell(speech::not_ordered()))
    }

    async fn availability_by_city(&self, _: &mut Context, intent: skill::AvailabilityByCity) -> Result<Response> {
        let Some(city) = intent.city else {
            return Ok(Response::ask(speech::which_city()));
        };
        let services = self.rides.services(&city);
        Ok(Response::tell(speech::available(city, services)))
    }
}
