//! What the user set for the device. <https://developer.amazon.com/docs/custom-skills/device-settings-api-reference.html>

use serde::Deserialize;

use super::answer::Answer;
use super::call::{Call, Needs};
use super::open::open;
use super::permission;
use super::{Asking, Services};

/// The address of a device, as the user entered it in the Alexa app. It need not be where the device is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Address {
    /// The first line, with the street.
    pub address_line1: Option<String>,
    /// The second line.
    pub address_line2: Option<String>,
    /// The third line.
    pub address_line3: Option<String>,
    /// The city.
    pub city: Option<String>,
    /// The district or county.
    pub district_or_county: Option<String>,
    /// The state or region.
    pub state_or_region: Option<String>,
    /// The postal code.
    pub postal_code: Option<String>,
    /// The country, in two letters.
    pub country_code: Option<String>,
}

/// The least of an address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CountryAndPostalCode {
    /// The country, in two letters.
    pub country_code: Option<String>,
    /// The postal code.
    pub postal_code: Option<String>,
}

open! {
    /// How distances are told.
    DistanceUnits {
        /// In kilometres.
        Metric = "METRIC",
        /// In miles.
        Imperial = "IMPERIAL",
    }
}

open! {
    /// How temperatures are told.
    TemperatureUnit {
        /// In degrees Celsius.
        Celsius = "CELSIUS",
        /// In degrees Fahrenheit.
        Fahrenheit = "FAHRENHEIT",
    }
}

impl<'a, P> Services<'a, P> {
    /// The address of the device; `None` if the user entered none.
    pub fn address(&self) -> Asking<'a, Option<Address>>
    where
        P: permission::FullAddress,
    {
        let call = self.of_device("the address", "v1", &["address"]);
        self.ask(call.needs(Needs::as_forbidden(P::NAME)), Answer::maybe)
    }

    /// The country and the postal code of the device; `None` if the user entered none.
    pub fn country_and_postal_code(&self) -> Asking<'a, Option<CountryAndPostalCode>>
    where
        P: permission::CountryAndPostalCode,
    {
        let call = self.of_device("the postal code", "v1", &["address", "countryAndPostalCode"]);
        self.ask(call.needs(Needs::as_forbidden(P::NAME)), Answer::maybe)
    }

    /// The time zone of the device, such as `America/Los_Angeles`. No permission is needed.
    pub fn time_zone(&self) -> Asking<'a, Option<String>> {
        self.ask(self.setting("System.timeZone"), Answer::maybe)
    }

    /// How the user wants distances told. No permission is needed.
    pub fn distance_units(&self) -> Asking<'a, Option<DistanceUnits>> {
        self.ask(self.setting("System.distanceUnits"), Answer::maybe)
    }

    /// How the user wants temperatures told. No permission is needed.
    pub fn temperature_unit(&self) -> Asking<'a, Option<TemperatureUnit>> {
        self.ask(self.setting("System.temperatureUnit"), Answer::maybe)
    }

    fn setting(&self, name: &str) -> Call {
        self.of_device("a setting of the device", "v2", &[name])
    }

    fn of_device(&self, what: &'static str, version: &str, setting: &[&str]) -> Call {
        match self.cx.device_id() {
            Some(device) => Call::get(what, &[&[version, "devices", device, "settings"], setting].concat()),
            None => Call::get(what, &[]).refuse("the request names no device"),
        }
    }
}
