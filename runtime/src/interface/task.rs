//! Tasks: what other skills and Amazon start this skill with.

use serde_json::{Value, json};

use super::{Json, Read};
use crate::Directive;

/// `LaunchRequest` with a task.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    /// The version that was asked for, such as `1`.
    pub version: String,
    /// What is given with it.
    pub input: Value,
}

impl Read for Task {
    fn read(request: Json<'_>) -> Self {
        let task = request.get("task");
        Self { version: task.text("version"), input: task.value("input") }
    }
}

/// Hands the session back to who started the task.
#[derive(Clone, Debug)]
#[must_use = "it does nothing until it is in an answer"]
pub struct CompleteTask {
    code: String,
    message: String,
    result: Option<Value>,
}

impl CompleteTask {
    /// The task is done.
    pub fn done() -> Self {
        Self::with_status("200", "done")
    }

    /// The task ends with a status, such as `404` and why.
    pub fn with_status(code: impl Into<String>, message: impl Into<String>) -> Self {
        Self { code: code.into(), message: message.into(), result: None }
    }

    /// What the task gives back.
    pub fn result(mut self, result: Value) -> Self {
        self.result = Some(result);
        self
    }
}

impl From<CompleteTask> for Directive {
    fn from(task: CompleteTask) -> Self {
        let mut json = json!({"status": {"code": task.code, "message": task.message}});
        if let Some(result) = task.result {
            json["result"] = result;
        }
        Directive::new("Tasks.CompleteTask", json)
    }
}
