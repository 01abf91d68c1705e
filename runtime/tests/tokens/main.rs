//! Access tokens are checked before they count: real tokens, real keys, and a service on this machine that is asked over HTTP.
#![cfg(all(feature = "jwt", feature = "introspection"))]

mod clock;
mod conversations;
mod heard;
mod introspection;
mod keys;
mod leaks;
mod refused;
mod ring;
mod service;
mod skill;
mod wild;
