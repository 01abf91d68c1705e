//! Ride Hailer with some handlers that do not do well, for the doors.

use std::time::Duration;

use super::by_hand::handlers::RideHailer;
use super::by_hand::skill::{self, Handlers};
use sayso::{App, Context, Error, LinkedAccount, OtherRequest, Response, Result};

struct Unwell(RideHailer);

/// The skill.
pub fn app() -> App {
    skill::app(Unwell(RideHailer))
}

impl Handlers for Unwell {
    async fn launch(&self, cx: &mut Context, account: Option<&LinkedAccount<skill::Launch>>) -> Result {
        self.0.launch(cx, account).await
    }

    async fn order_ride(&self, cx: &mut Context, intent: skill::OrderRide, account: &LinkedAccount<skill::OrderRide>) -> Result {
        self.0.order_ride(cx, intent, account).await
    }

    async fn availability_by_city(&self, _: &mut Context, intent: skill::AvailabilityByCity) -> Result {
        // As many seconds as the words of the city say.
        let city = intent.city.map(|city| city.to_string()).unwrap_or_default();
        tokio::time::sleep(Duration::from_secs_f64(city.parse().unwrap_or(60.0))).await;
        Ok(Response::tell(skill::speech::available(city)))
    }

    async fn yes(&self, cx: &mut Context, account: &LinkedAccount<skill::Yes>) -> Result {
        self.0.yes(cx, account).await
    }

    async fn no(&self, _: &mut Context) -> Result {
        panic!("the handler gave up");
    }

    async fn fallback(&self, cx: &mut Context) -> Result {
        self.0.fallback(cx).await
    }

    async fn other(&self, _: &mut Context, _: &OtherRequest) -> Result {
        Err(Error::Failed("the event came at a bad time".into()))
    }
}
