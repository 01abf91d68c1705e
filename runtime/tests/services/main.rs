//! Alexa's own services, over real HTTP on the loopback interface.
#![cfg(feature = "services")]

#[path = "../log/mod.rs"]
mod log;

mod alexa;
mod consent;
mod device;
mod failures;
mod leaks;
mod lists;
mod over_tls;
mod products;
mod profile;
mod progressive;
mod reminders;
mod small;
mod time;
mod timers;
