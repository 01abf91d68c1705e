//! The skill as a web service, over real sockets.
#![cfg(all(feature = "http", feature = "signing"))]

#[path = "../by_hand/mod.rs"]
mod by_hand;
#[path = "../log/mod.rs"]
#[allow(dead_code, reason = "what only tests that do not wait need")]
mod log;
#[path = "../by_hand/unwell.rs"]
mod unwell;

mod answers;
mod ending;
mod overload;
mod own_server;
mod process;
mod support;
mod tls;
mod wire;
