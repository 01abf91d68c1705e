//! What the interfaces, events and connections of a skill bring: the requests that they send, what those may be answered with, and the
//! directives that they take.
//!
//! Each module is out of reach until skill.yaml declares what it is for: generated code then lends it to the skill as `skill::audio_player`,
//! `skill::event` and so on. Field names are Alexa's (`ask-sdk-model`), in Rust's spelling.

pub mod apl;
pub mod audio_player;
pub mod authorization;
pub mod can_fulfill;
pub mod connection;
pub mod conversation;
pub mod custom_interface;
pub mod data_store;
pub mod display;
pub mod event;
pub mod gadget_controller;
pub mod game_engine;
pub mod html;
pub mod package_manager;
mod read;
pub mod task;
pub mod video_app;

pub(crate) use read::open;
pub use read::{Json, Read};
