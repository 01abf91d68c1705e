//! Tests of the front end.

mod good;
