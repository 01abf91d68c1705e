//! Data on the device: the interface `alexa_data_store`.

use serde_json::Value;

use super::{Json, Read, open};

/// `Alexa.DataStore.Error`: a command that was sent to the data store of a device failed.
#[derive(Clone, Debug, PartialEq)]
pub struct DataStoreError {
    /// What went wrong.
    pub kind: DataStoreErrorKind,
    /// The command and the device, in Amazon's JSON.
    pub content: Value,
}

open! {
    /// Why a command failed.
    DataStoreErrorKind {
        /// There is no room.
        StorageLimitExceeded "STORAGE_LIMIT_EXCEEDED",
        /// The device cannot be reached now.
        DeviceUnavailable "DEVICE_UNAVAILABLE",
        /// The device is gone.
        DevicePermanentlyUnavailable "DEVICE_PERMANENTLY_UNAVAILABLE",
        /// The data store failed.
        Internal "DATASTORE_INTERNAL_ERROR",
    }
}

impl Read for DataStoreError {
    fn read(request: Json<'_>) -> Self {
        let error = request.get("error");
        Self { kind: DataStoreErrorKind::from_word(error.text("type")), content: error.value("content") }
    }
}
