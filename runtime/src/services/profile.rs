//! Who the user is, and who is speaking.
//! <https://developer.amazon.com/docs/custom-skills/request-customer-contact-information-for-use-in-your-skill.html>,
//! <https://developer.amazon.com/docs/custom-skills/request-recognized-speaker-contact-information.html>

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::answer::Answer;
use super::call::{Call, Needs};
use super::permission;
use super::{Asking, Services};

/// A phone number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PhoneNumber {
    /// The country's prefix, such as `+1`.
    pub country_code: Option<String>,
    /// The number without it.
    #[serde(alias = "mobileNumber")]
    pub phone_number: Option<String>,
}

/// Where nothing is stored, all of these are `None`.
impl<'a, P> Services<'a, P> {
    /// The e-mail address of the account.
    pub fn email(&self) -> Asking<'a, Option<String>>
    where
        P: permission::ProfileEmail,
    {
        self.of_account("Profile.email", P::NAME)
    }

    /// The given name of the account's owner.
    pub fn given_name(&self) -> Asking<'a, Option<String>>
    where
        P: permission::ProfileGivenName,
    {
        self.of_account("Profile.givenName", P::NAME)
    }

    /// The full name of the account's owner.
    pub fn name(&self) -> Asking<'a, Option<String>>
    where
        P: permission::ProfileName,
    {
        self.of_account("Profile.name", P::NAME)
    }

    /// The phone number of the account.
    pub fn mobile_number(&self) -> Asking<'a, Option<PhoneNumber>>
    where
        P: permission::ProfileMobileNumber,
    {
        self.of_account("Profile.mobileNumber", P::NAME)
    }

    /// The given name of whoever is speaking; `None` if Alexa recognised nobody.
    pub fn speakers_given_name(&self) -> Asking<'a, Option<String>>
    where
        P: permission::ProfileGivenName,
    {
        self.of_speaker("givenName", P::NAME)
    }

    /// The full name of whoever is speaking; `None` if Alexa recognised nobody.
    pub fn speakers_name(&self) -> Asking<'a, Option<String>>
    where
        P: permission::ProfileName,
    {
        self.of_speaker("name", P::NAME)
    }

    /// The phone number of whoever is speaking; `None` if Alexa recognised nobody.
    pub fn speakers_mobile_number(&self) -> Asking<'a, Option<PhoneNumber>>
    where
        P: permission::ProfileMobileNumber,
    {
        self.of_speaker("mobileNumber", P::NAME)
    }

    fn of_account<T: DeserializeOwned + 'a>(&self, name: &str, permission: &'static str) -> Asking<'a, Option<T>> {
        let call = Call::get("the profile", &["v2", "accounts", "~current", "settings", name]);
        self.ask(call.needs(Needs::as_forbidden(permission)), Answer::maybe)
    }

    fn of_speaker<T: DeserializeOwned + Send + 'a>(&self, name: &str, permission: &'static str) -> Asking<'a, Option<T>> {
        if self.cx.person_id().is_none() {
            return Box::pin(std::future::ready(Ok(None)));
        }
        let call = Call::get("the speaker's profile", &["v2", "persons", "~current", "profile", name]);
        self.ask(call.needs(Needs::as_forbidden(permission)), Answer::maybe)
    }
}
