//! Neither logs nor errors tell who it is or what is remembered: not even those of the SDK, on any level.

use std::io;
use std::sync::{Arc, Mutex};

use sayso::store::{Expected, Store};
use serde_json::json;
use tracing_subscriber::fmt::MakeWriter;

use crate::wire::{self, Answer, error};
use crate::{attributes, key, user};

const PERSONAL: &str = "P3RSONAL";

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no panic").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

async fn all_operations(answer: fn() -> Answer) -> String {
    let (store, _) = wire::store(move |_, _, _| answer()).await;
    let results = (
        store.load(&key()).await,
        store.save(&key(), &attributes(), Expected::Absent, None).await,
        store.delete(&key()).await,
        store.delete_user(&user()).await,
    );
    let mut printed = format!("{results:?} {store:?}");
    if let Err(error) = &results.0 {
        printed.extend(
            std::iter::successors(std::error::Error::source(error), |error| error.source()).map(|cause| format!(" {cause} {cause:?}")),
        );
    }
    printed
}

/// An answer that gives back what is personal, as DynamoDB's do.
fn item() -> serde_json::Value {
    let attributes = json!({PERSONAL: PERSONAL}).to_string();
    json!({"user_id": {"S": PERSONAL}, "part": {"S": PERSONAL}, "attributes": {"S": attributes}, "version": {"S": "1"}})
}

#[test]
fn nothing_personal_is_logged_or_told() {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(log.clone()).finish();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let answers: [fn() -> Answer; 5] = [
        || Answer::Ok(json!({"Item": item(), "Items": [item()]})),
        || Answer::Ok(json!({"Item": {"user_id": {"S": PERSONAL}}, "Items": 7})),
        || Answer::Error("ConditionalCheckFailedException", json!({"Item": item()})),
        || error("AccessDeniedException"),
        || error("P3RSONAL is not allowed"),
    ];
    let printed = tracing::subscriber::with_default(subscriber, || {
        tracing::trace!("logs are written");
        let printed: Vec<String> = answers.into_iter().map(|answer| runtime.block_on(all_operations(answer))).collect();
        printed.join("\n")
    });
    let logged = String::from_utf8(log.0.lock().expect("no panic").clone()).expect("text");
    assert!(logged.contains("logs are written"), "{logged:.600}");
    for line in printed.lines().chain(logged.lines()) {
        assert!(!line.contains(PERSONAL) && !line.contains("a-secret"), "{line:.600}");
    }
}
