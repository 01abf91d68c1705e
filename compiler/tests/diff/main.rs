//! What differs between two skills: by name, in the words of skill.yaml, with what follows from it.

mod consequences;
mod dialog;
mod every_leaf;
mod linking;
mod manifest;
mod model;
mod packages;
mod sides;
mod skills;
