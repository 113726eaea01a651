"""The shape of documents (docs/spec/validation.md, Structure; rules TZ-JSN and TZ-SCH).

The published schemas are held by the package jsonschema; here its errors are told by the codes of the rules. What a misspelt
word was meant to be is not guessed (REQ-VAL-016).
"""

from __future__ import annotations

import csv
import functools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Optional

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

import texts
from findings import Finding, pointer

SCHEMA = Path(__file__).resolve().parents[3] / "schema"
VERSION = "1.0"

# What is wrong with a text, by the definition of the schema that its pattern belongs to.
SHAPES = {
    "Date": "TZ-SCH-028",
    "Instant": "TZ-SCH-029",
    "Money": "TZ-SCH-030",
    "Uuid7": "TZ-SCH-031",
    "Sha256": "TZ-SCH-032",
    "RegionCode": "TZ-SCH-033",
    "OrganisationCode": "TZ-SCH-034",
    "Phone": "TZ-SCH-035",
    "EntryName": "TZ-SCH-037",
    "AnyEntryName": "TZ-SCH-037",
}
TYPES = {"boolean": "TZ-SCH-022", "array": "TZ-SCH-023", "object": "TZ-SCH-024", "number": "TZ-SCH-020"}
# Where several things are wrong with one value, the first tells the cause (REQ-VAL-009).
PRECEDENCE = ("type", "const", "enum")


def read(data: bytes, entry: Optional[str] = None) -> tuple[Optional[dict[str, Any]], list[Finding]]:
    """A document, where its text, header and shape are right, and what is wrong with them."""
    try:
        document = texts.read(data)
    except texts.Fault as fault:
        return None, [Finding(str(fault), entry)]
    found = list(_header(document, entry)) or list(_shape(document, entry))
    return (None if found else document), found


def _header(document: Any, entry: Optional[str]) -> Iterator[Finding]:
    """REQ-SCH-001 to REQ-SCH-003 and REQ-VAL-006: the first that is wrong."""
    if not isinstance(document, dict):
        yield Finding("TZ-SCH-001", entry, "")
        return
    version, kind = document.get("standardVersion"), document.get("documentType")
    if document.get("standard") != "tongzhou":
        yield Finding("TZ-SCH-002", entry, _member(document, "standard"))
    elif not isinstance(version, str) or not re.fullmatch(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)", version):
        yield Finding("TZ-SCH-004", entry, _member(document, "standardVersion"))
    elif version != VERSION:
        yield Finding("TZ-SCH-003", entry, "/standardVersion", checked=False)
    elif "documentType" not in document:
        yield Finding("TZ-SCH-005", entry, "")
    elif kind not in document_types():
        yield Finding("TZ-SCH-006", entry, "/documentType")


def _member(document: dict[str, Any], name: str) -> str:
    return pointer(name) if name in document else ""


@functools.cache
def document_types() -> tuple[str, ...]:
    with open(SCHEMA / "codelists" / "document-type.csv", encoding="utf-8", newline="") as lines:
        return tuple(row["code"] for row in csv.DictReader(lines))


def _pattern(_: Any, pattern: str, instance: Any, __: Any) -> Iterator[ValidationError]:
    """Patterns as ECMA-262 has them, where `$` does not match before a last line break."""
    if isinstance(instance, str) and not re.search(pattern.replace("$", r"\Z"), instance):
        yield ValidationError("another pattern")


Validator = extend(Draft202012Validator, {"pattern": _pattern})


@functools.cache
def _validator(kind: str) -> tuple[Any, dict[str, str]]:
    schema = json.loads((SCHEMA / "v1.0" / f"{kind}.schema.json").read_text(encoding="utf-8"))
    names = {shape["pattern"]: name for name, shape in schema["$defs"].items() if name in SHAPES}
    return Validator(schema), names


def _shape(document: dict[str, Any], entry: Optional[str]) -> Iterator[Finding]:
    validator, names = _validator(document["documentType"])
    by_place: dict[str, list[ValidationError]] = {}
    for error in validator.iter_errors(document):
        by_place.setdefault(pointer(*error.absolute_path), []).append(error)
    for place, errors in by_place.items():
        codes = {code for error in errors for code in _of_object(error)}
        rest = [error for error in errors if not _is_of_object(error)]
        if rest:
            codes.add(_of_value(rest, names))
        for code in sorted(codes):
            yield Finding(code, entry, place)


def _is_of_object(error: ValidationError) -> bool:
    return error.validator in ("required", "additionalProperties", "maxProperties") or "propertyNames" in error.schema_path


def _of_object(error: ValidationError) -> Iterator[str]:
    if "propertyNames" in error.schema_path:
        yield "TZ-SCH-013"
    elif error.validator == "maxProperties":
        yield "TZ-SCH-014"
    elif error.validator == "required":
        yield "TZ-SCH-010"
    elif error.validator == "additionalProperties":
        known = error.schema["properties"]
        for name in error.instance:
            if name not in known:
                yield "TZ-SCH-011"


def _of_value(errors: list[ValidationError], names: dict[str, str]) -> str:
    by_keyword = {error.validator: error for error in errors}
    first = next((by_keyword[word] for word in PRECEDENCE if word in by_keyword), errors[0])
    value = first.instance
    if first.validator == "type":
        return _of_type(first, names)
    if first.validator == "const":
        return "TZ-SCH-044"
    if first.validator == "enum":
        return "TZ-SCH-039"
    if "maxItems" in by_keyword:
        return "TZ-SCH-015"
    if "minimum" in by_keyword:
        return "TZ-SCH-041"
    if "maximum" in by_keyword:
        return "TZ-SCH-042"
    return _of_text(by_keyword, value, names)


def _of_type(error: ValidationError, names: dict[str, str]) -> str:
    value, expected = error.instance, error.validator_value
    if value is None:
        return "TZ-SCH-016"
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if expected == "string":
        if not number:
            return "TZ-SCH-017"
        return "TZ-SCH-019" if names.get(error.schema.get("pattern")) == "Money" else "TZ-SCH-018"
    if expected == "integer":
        return "TZ-SCH-021" if number else "TZ-SCH-020"
    return TYPES.get(expected, "TZ-SCH-009")


def _of_text(by_keyword: dict[str, ValidationError], value: str, names: dict[str, str]) -> str:
    if value == "":
        return "TZ-SCH-025"
    schema = next(iter(by_keyword.values())).schema
    fixed = "pattern" in schema and schema.get("minLength") == schema.get("maxLength")
    name = names.get(schema.get("pattern"), "")
    wrong = "pattern" in by_keyword
    if schema.get("x-codelist-open") and wrong:
        return "TZ-SCH-036"
    if wrong or fixed:
        return SHAPES.get(name, "TZ-SCH-038")
    if "minLength" in by_keyword:
        return "TZ-SCH-026"
    if "maxLength" in by_keyword:
        return "TZ-SCH-027"
    return "TZ-SCH-009"
