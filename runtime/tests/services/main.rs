//! Alexa's own services, over real HTTP on the loopback interface.
#![cfg(feature = "services")]

#[path = "../log/mod.rs"]
#[allow(dead_code, reason = "what only tests that do not wait need")]
mod log;

mod alexa;
mod consent;
mod device;
mod failures;
mod leaks;
#[cfg(feature = "jwt")]
mod linked;
mod lists;
mod over_tls;
mod products;
mod profile;
mod progressive;
mod reminders;
mod small;
mod time;
mod timers;
