//! When a request was sent. Only read after the signature holds, since until then anybody could have written it.

use std::time::SystemTime;

use jiff::{SignedDuration, Timestamp};

use super::Rejected;
use crate::wire::Envelope;

/// Amazon's limit, in both directions: clocks differ, and some run ahead.
const WINDOW: SignedDuration = SignedDuration::from_secs(150);

/// How old an event may be whose delivery is tried again. How far its clock may run ahead is the same as for others.
const LATE: SignedDuration = SignedDuration::from_secs(3600);

/// The events that Alexa delivers again when a skill did not take them.
pub(super) fn late() -> Vec<String> {
    let events = ["SkillEnabled", "SkillDisabled", "SkillPermissionChanged", "SkillPermissionAccepted", "SkillAccountLinked"];
    events.iter().map(|event| format!("AlexaSkillEvent.{event}")).collect()
}

/// The request is as the dispatcher reads it, so that both see the same type.
pub(super) fn check(envelope: &Envelope<'_>, now: SystemTime, late: &[String]) -> Result<(), Rejected> {
    let sent = envelope.request.timestamp.filled().ok_or(Rejected::NoTimestamp)?;
    let sent = read(sent).ok_or(Rejected::MalformedTimestamp)?;
    let is_late = envelope.request.kind.filled().is_some_and(|kind| late.iter().any(|late| late == kind));
    let age = Timestamp::try_from(now).map_err(|_| Rejected::TooOld)?.duration_since(sent);
    if age > if is_late { LATE } else { WINDOW } {
        return Err(Rejected::TooOld);
    }
    if age < -WINDOW {
        return Err(Rejected::TooNew);
    }
    Ok(())
}

/// A point in time as Alexa writes it, with its zone. Some consoles have sent milliseconds since 1970.
fn read(text: &str) -> Option<Timestamp> {
    match text.parse::<i64>() {
        Ok(milliseconds) => Timestamp::from_millisecond(milliseconds).ok(),
        Err(_) => text.parse().ok(),
    }
}
