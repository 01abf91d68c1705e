//! Access tokens are checked before they count: real tokens, real keys, and a service on this machine that is asked over HTTP.
#![cfg(all(feature = "jwt", feature = "introspection"))]

#[path = "../blame/mod.rs"]
mod blame;
#[path = "../log/mod.rs"]
mod log;

mod clock;
mod conversations;
mod introspection;
mod keys;
mod leaks;
mod refused;
mod ring;
mod service;
mod skill;
mod wild;
