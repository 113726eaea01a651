//! How vectors are read from the files that they stand in.

use serde_json::Value;

use super::{Area, Expected, Input, Operation, STANDARD, Sign, Stage, Vector, set::VectorError};

/// What is the same for all vectors of one file.
pub(super) struct Source {
    pub(super) file: &'static str,
    pub(super) area: Area,
    pub(super) stage: Stage,
    pub(super) provenance: &'static str,
}

/// One vector, as its file has it.
pub(super) struct Case {
    pub(super) id: String,
    pub(super) operation: Operation,
    pub(super) sign: Sign,
    pub(super) requirements: Vec<String>,
    pub(super) cause: (String, String),
    pub(super) flags: Vec<String>,
    pub(super) given: Value,
    pub(super) expected: Value,
}

impl Source {
    pub(super) fn read(&self, content: &str) -> Result<Value, VectorError> {
        serde_json::from_str(content).map_err(|_| self.form())
    }

    pub(super) fn form(&self) -> VectorError {
        VectorError::Form(self.file)
    }

    pub(super) fn list<'v>(&self, value: &'v Value, name: &str) -> Result<&'v [Value], VectorError> {
        value.get(name).and_then(Value::as_array).map(Vec::as_slice).ok_or_else(|| self.form())
    }

    pub(super) fn text<'v>(&self, value: &'v Value, name: &str) -> Result<&'v str, VectorError> {
        text(value, name).ok_or_else(|| self.form())
    }

    pub(super) fn vector(&self, case: Case) -> Vector {
        Vector {
            id: case.id,
            since: STANDARD.to_owned(),
            operation: case.operation,
            area: self.area,
            stage: self.stage,
            sign: case.sign,
            requirements: case.requirements,
            cause: case.cause.0,
            cause_zh: case.cause.1,
            flags: case.flags,
            input: Input {
                content: None,
                as_of: None,
                directory: None,
                identity: None,
                value: Some(case.given),
            },
            expected: Expected { verdict: None, finding: None, absent: None, value: Some(case.expected) },
            provenance: format!("{}: {}", self.file, self.provenance),
        }
    }
}

pub(super) fn owned(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}

/// A text of a member of an object.
pub(super) fn text<'v>(value: &'v Value, name: &str) -> Option<&'v str> {
    value.get(name).and_then(Value::as_str)
}
