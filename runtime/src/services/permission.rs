//! Permissions as traits: `mod skill` implements those that skill.yaml declares, and a call asks for the one that it needs.
//!
//! Each is a trait of its own, since what rustc says about a missing one is written on the trait.

/// The one table: the trait, Alexa's name, what rustc says where it is not declared, what it gives.
macro_rules! permissions {
    ($($permission:ident $name:tt $message:literal $gives:literal;)*) => {
        $(
            #[doc = concat!("`", $name, "`: ", $gives, ".")]
            #[diagnostic::on_unimplemented(
                message = $message,
                label = "this call needs the permission",
                note = "add it to `permissions` in skill.yaml; the user is asked for it when it is missing"
            )]
            pub trait $permission {
                #[doc = "The name in skill.yaml."]
                const NAME: &'static str = $name;
            }
        )*

        /// Implements the trait of a permission, if a call needs that permission.
        #[doc(hidden)]
        #[macro_export]
        macro_rules! __permission {
            $(($name) => { impl $crate::services::permission::$permission for Permissions {} };)*
            ($other:literal) => {};
        }

        #[cfg(test)]
        const MESSAGES: &[(&str, &str)] = &[$(($name, $message)),*];
    };
}

permissions! {
    FullAddress
        "alexa::devices:all:address:full:read"
        "skill.yaml does not declare the permission `alexa::devices:all:address:full:read`"
        "the address of the device";
    CountryAndPostalCode
        "alexa:devices:all:address:country_and_postal_code:read"
        "skill.yaml does not declare the permission `alexa:devices:all:address:country_and_postal_code:read`"
        "the country and the postal code of the device";
    ProfileEmail
        "alexa::profile:email:read"
        "skill.yaml does not declare the permission `alexa::profile:email:read`"
        "the user's e-mail address";
    ProfileGivenName
        "alexa::profile:given_name:read"
        "skill.yaml does not declare the permission `alexa::profile:given_name:read`"
        "the given name of the user, and of the speaker";
    ProfileName
        "alexa::profile:name:read"
        "skill.yaml does not declare the permission `alexa::profile:name:read`"
        "the full name of the user, and of the speaker";
    ProfileMobileNumber
        "alexa::profile:mobile_number:read"
        "skill.yaml does not declare the permission `alexa::profile:mobile_number:read`"
        "the phone number of the user, and of the speaker";
    Reminders
        "alexa::alerts:reminders:skill:readwrite"
        "skill.yaml does not declare the permission `alexa::alerts:reminders:skill:readwrite`"
        "the skill's reminders";
    Timers
        "alexa::alerts:timers:skill:readwrite"
        "skill.yaml does not declare the permission `alexa::alerts:timers:skill:readwrite`"
        "the skill's timers";
    ListsRead
        "alexa::household:lists:read"
        "skill.yaml does not declare the permission `alexa::household:lists:read`"
        "the user's lists";
    ListsWrite
        "alexa::household:lists:write"
        "skill.yaml does not declare the permission `alexa::household:lists:write`"
        "changes of the user's lists";
}

/// Writes `services` into `mod skill`. Nobody else can name the type of the skill's permissions, so nobody else can give it one more.
#[doc(hidden)]
#[macro_export]
macro_rules! __services {
    ($($name:tt)*) => {
        mod permitted {
            /// The permissions that skill.yaml declares.
            pub enum Permissions {}
            $($crate::__permission! { $name })*
        }

        /// Alexa's own services, as far as skill.yaml declares their permissions.
        #[must_use]
        pub fn services(cx: &$crate::Context) -> $crate::services::Services<'_, permitted::Permissions> {
            $crate::services::Services::of(cx)
        }
    };
}

#[cfg(test)]
mod tests {
    #[test]
    fn each_message_names_its_permission() {
        for (name, message) in super::MESSAGES {
            assert_eq!(*message, format!("skill.yaml does not declare the permission `{name}`"));
        }
    }
}
