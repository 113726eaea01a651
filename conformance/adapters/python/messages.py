"""Whether a message of the exchange has its form (docs/spec/openapi.json; REQ-EXC-002, REQ-EXC-020)."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

import tokens
from structure import Validator

OPENAPI = Path(__file__).resolve().parents[3] / "docs" / "spec" / "openapi.json"
ORGANISATION = "#/components/schemas/Organisation"


def accepted(operation: str, part: str, body: Any) -> bool:
    return _validator(operation, part).is_valid(body)


def _reference(validator: Any, reference: str, instance: Any, schema: Any) -> Iterator[ValidationError]:
    """A unified social credit code has its check character (REQ-EXC-020), which no schema can say."""
    yield from Validator.VALIDATORS["$ref"](validator, reference, instance, schema)
    if reference == ORGANISATION and isinstance(instance, str):
        try:
            tokens.credit_code(instance)
        except tokens.Refused:
            yield ValidationError("another check character")


MessageValidator = extend(Validator, {"$ref": _reference})


@functools.cache
def _validator(operation: str, part: str) -> Any:
    text = json.loads(OPENAPI.read_text(encoding="utf-8"))
    post = text["paths"]["/v1/" + operation]["post"]
    content = (post["requestBody"] if part == "request" else post["responses"]["200"])["content"]
    return MessageValidator({"components": text["components"], **content["application/json"]["schema"]})
