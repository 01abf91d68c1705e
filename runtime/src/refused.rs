//! Why a request is not answered at all.

use std::fmt;

/// A request that is none of the skill's business. It gets no answer, since every answer would be one to a stranger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refused {
    /// The body is not a request of Alexa's. The place is where reading stopped.
    Malformed {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// The request does not say of which type it is.
    NoType,
    /// The request is for another skill, or does not say for which.
    OtherSkill,
}

impl Refused {
    pub(crate) fn malformed(error: &serde_json::Error) -> Self {
        Self::Malformed { line: error.line(), column: error.column() }
    }

    /// The bytes are those before the first one that is not UTF-8.
    pub(crate) fn not_utf8(before: &[u8]) -> Self {
        let lines = before.iter().filter(|byte| **byte == b'\n').count();
        let in_line = before.iter().rev().take_while(|byte| **byte != b'\n').count();
        Self::Malformed { line: lines + 1, column: in_line + 1 }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed { line, column } => {
                write!(
                    f,
                    "the body is not an Alexa request, a JSON object with `request` and `context` (reading stopped at line {line}, column {column})"
                )
            }
            Self::NoType => f.write_str("the request has no type"),
            Self::OtherSkill => {
                f.write_str("the request is for another skill: its `applicationId` is missing, or not the `skill.id` of skill.yaml")
            }
        }
    }
}

impl std::error::Error for Refused {}
