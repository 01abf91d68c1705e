//! Ride Hailer's handlers, as its author would write them.

use super::skill::{self, scope};
use sayso::{Card, Context, Error, LinkedAccount, Response, Result, TokenRejected};

/// The service knows this token; it rejects every other.
pub const GOOD_TOKEN: &str = "good-token-5f1c7e9a0b";

/// The skill. It counts nothing and remembers nothing: the session does.
pub struct RideHailer;

impl RideHailer {
    async fn offer(&self, account: &LinkedAccount<impl skill::Grants<scope::ProfileRead>>) -> Result<(), ServiceError> {
        accepts(account.expose_access_token())
    }

    async fn order(&self, account: &LinkedAccount<impl skill::Grants<scope::RidesRequest>>) -> Result<i64, ServiceError> {
        accepts(account.expose_access_token()).map(|()| 7)
    }
}

fn accepts(token: &str) -> Result<(), ServiceError> {
    match token {
        GOOD_TOKEN => Ok(()),
        "failing-service-token" => Err(ServiceError(None)),
        _ => Err(ServiceError(Some(TokenRejected))),
    }
}

/// The service's own error, which has a rejected token among its causes.
#[derive(Debug)]
pub struct ServiceError(Option<TokenRejected>);

impl std::fmt::Display for ServiceError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the ride service failed")
    }
}

impl std::error::Error for ServiceError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.as_ref().map(|cause| cause as _)
    }
}

impl skill::Handlers for RideHailer {
    async fn launch(&self, _: &mut Context, account: Option<&LinkedAccount<skill::Launch>>) -> Result {
        let welcome = skill::speech::welcome();
        Ok(match account {
            Some(_) => Response::ask(welcome),
            None => Response::ask(welcome).card(Card::simple("Ride Hailer", "Link your account to order rides.")),
        })
    }

    async fn order_ride(&self, cx: &mut Context, intent: skill::OrderRide, account: &LinkedAccount<skill::OrderRide>) -> Result {
        self.offer(account).await?;
        cx.session().set("destination", &*intent.destination)?;
        let service = intent.service.as_ref().and_then(|service| service.known().copied());
        cx.session().set("pool", &(service == Some(skill::ServiceLevel::Pool)))?;
        Ok(Response::ask(skill::speech::ordering(&intent.destination)))
    }

    async fn availability_by_city(&self, _: &mut Context, intent: skill::AvailabilityByCity) -> Result {
        Ok(match intent.city {
            Some(city) => Response::tell(skill::speech::available(city)),
            None => Response::ask(skill::speech::help()),
        })
    }

    async fn yes(&self, cx: &mut Context, account: &LinkedAccount<skill::Yes>) -> Result {
        let Some(_) = cx.session().get::<String>("destination")? else {
            return Ok(Response::ask(skill::speech::help()));
        };
        let minutes = self.order(account).await?;
        Ok(Response::tell(skill::speech::ordered(minutes)))
    }

    async fn no(&self, _: &mut Context) -> Result {
        Ok(Response::tell(skill::speech::goodbye()))
    }

    async fn fallback(&self, _: &mut Context) -> Result {
        Err(Error::Failed("the fallback always fails here".into()))
    }
}
