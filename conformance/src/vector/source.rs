//! How vectors are read from the files that they stand in.

use serde_json::Value;

use super::{
    Area, Expected, Input, Operation, Provenance, ProvenanceKind, Sign, Stage, VERSION, Vector,
    set::VectorError,
};

/// What is the same for all vectors of one file.
pub(super) struct Source {
    pub(super) file: &'static str,
    pub(super) area: Area,
    pub(super) stage: Stage,
    pub(super) kind: ProvenanceKind,
    pub(super) from: &'static str,
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
            since: VERSION,
            operation: case.operation,
            area: self.area,
            stage: self.stage,
            sign: case.sign,
            requirements: case.requirements,
            cause: case.cause.0,
            cause_zh: case.cause.1,
            flags: case.flags,
            input: Input { value: Some(case.given), ..Input::default() },
            expected: Expected { value: Some(case.expected), ..Expected::default() },
            provenance: Provenance::new(self.kind, self.from, self.file),
        }
    }
}

/// The requirements that a case of a file names.
pub(super) fn requirements(case: &Value) -> Vec<String> {
    let ids = case.get("requirements").and_then(Value::as_array).into_iter().flatten();
    ids.filter_map(|id| Some(id.as_str()?.to_owned())).collect()
}

pub(super) fn owned(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}

/// A text of a member of an object.
pub(super) fn text<'v>(value: &'v Value, name: &str) -> Option<&'v str> {
    value.get(name).and_then(Value::as_str)
}
