//! Whether requests come from Alexa. Names follow the tables and lists of the rules, so that the two can be held against each other:
//! each module is one list, each test one line of it. The id of the skill is the dispatcher's to check (`tests/turns`), and what is answered
//! to whom is the server's.

mod authority;
mod cache;
mod chain;
mod classes;
mod fetched;
mod flips;
mod headers;
mod network;
mod probes;
mod random;
mod signature;
mod support;
mod timestamp;
mod url;
mod verdicts;
