//! x
mod by_hand;
