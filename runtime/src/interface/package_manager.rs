//! Packages of data and widgets on the device: the interface `alexa_datastore_packagemanager`.

use serde_json::Value;

use super::{Json, Read};

/// Where a package is used, such as on the home screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    /// The place, such as `FAVORITE`.
    pub location: String,
    /// The copy of the widget, where there are several.
    pub instance_id: Option<String>,
}

/// Declares requests that tell where a package is used.
macro_rules! usages {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Eq)]
            pub struct $name {
                /// The package.
                pub package_id: String,
                /// Its version.
                pub package_version: String,
                /// The places.
                pub usages: Vec<Usage>,
            }

            impl Read for $name {
                fn read(request: Json<'_>) -> Self {
                    let payload = request.get("payload");
                    let usage = |json: Json<'_>| Usage { location: json.text("location"), instance_id: json.maybe_text("instanceId") };
                    Self {
                        package_id: payload.text("packageId"),
                        package_version: payload.text("packageVersion"),
                        usages: payload.list("usages").map(usage).collect(),
                    }
                }
            }
        )*
    };
}

usages! {
    /// `Alexa.DataStore.PackageManager.UsagesInstalled`: the user put the package somewhere.
    UsagesInstalled,
    /// `Alexa.DataStore.PackageManager.UsagesRemoved`: the user took it away.
    UsagesRemoved,
}

/// `Alexa.DataStore.PackageManager.UpdateRequest`: the device has a new version of the package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpdateRequest {
    /// The package.
    pub package_id: String,
    /// The version that it had.
    pub from_version: String,
    /// The version that it gets.
    pub to_version: String,
}

impl Read for UpdateRequest {
    fn read(request: Json<'_>) -> Self {
        Self { package_id: request.text("packageId"), from_version: request.text("fromVersion"), to_version: request.text("toVersion") }
    }
}

/// `Alexa.DataStore.PackageManager.InstallationError`: the package could not be installed.
#[derive(Clone, Debug, PartialEq)]
pub struct InstallationError {
    /// The package.
    pub package_id: String,
    /// Its version.
    pub version: String,
    /// What went wrong, in Amazon's JSON.
    pub error: Value,
}

impl Read for InstallationError {
    fn read(request: Json<'_>) -> Self {
        Self { package_id: request.text("packageId"), version: request.text("version"), error: request.value("error") }
    }
}
