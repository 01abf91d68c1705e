//! The promises that the README lists: what does not compile is in `ui/`, what does, and what it does then, is here.

mod attributes;
mod editor;
mod fresh;
mod p03_no_way_to_the_token;
mod p05_nothing_leaks;
mod p07_unlinked;
mod p08_rejected;
mod p09_slots;
mod p10_speech;
mod p12_legal_answers;
mod p14_checked;
mod refused;
mod requests;
mod twin;
mod voice_forward;
