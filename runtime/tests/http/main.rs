//! The skill as a web service, over real sockets.
#![cfg(all(feature = "http", feature = "signing"))]

#[path = "../by_hand/mod.rs"]
mod by_hand;
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
