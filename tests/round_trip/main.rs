//! Packages of Amazon's through `sayso import` and `sayso build`: what is compared and how, packages in all layouts, random ones, damaged ones,
//! and what is none. The corpus itself is the test beside this one, `corpus.rs`, which prints a line a package.

mod bad_files;
mod bad_folders;
mod bad_json;
mod change;
mod changed;
mod compare;
mod fixed_point;
mod large;
mod layouts;
mod normal;
mod picks;
mod random;
mod support;
