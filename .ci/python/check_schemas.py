#!/usr/bin/env python3
"""Holds the schemas, the examples and the variants to a validator that is not the project's own.

    check_schemas.py VARIANTS

VARIANTS is the folder that `cargo run -p tongzhou-conformance --example variants -- VARIANTS` writes. No schema is
fetched: all that one refers to stands in it.
"""

import json
import pathlib
import sys

import jsonschema

import shipped
from tally import Tally

METASCHEMA = "schemas that their metaschema accepts"
EXAMPLES = "documents of the examples' folders that their schema accepts"
PACKED = "documents in the examples' packages that their schema accepts"
REFUSED = "variants that break the schema, refused"
ACCEPTED = "variants that break a rule beyond the schema, accepted"


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: check_schemas.py VARIANTS")
    folder = pathlib.Path(sys.argv[1])
    tally = Tally([METASCHEMA, EXAMPLES, PACKED, REFUSED, ACCEPTED])
    validators = shipped.validators()

    for name, validator in validators.items():
        tally.check(METASCHEMA, name, fault_of_schema(validator.schema))
    for path in shipped.documents():
        name = str(path.relative_to(shipped.ROOT))
        tally.check(EXAMPLES, name, fault_of(validators, path.read_bytes()))
    for package in shipped.packages():
        for name, text in shipped.documents_in(package):
            tally.check(PACKED, f"{package.name} {name}", fault_of(validators, text))

    left_out = 0
    for variant in shipped.variants(folder):
        if variant["schemaRefuses"] is None:
            left_out += 1
            continue
        # Not the changed document but the untouched one says which schema judges it.
        fault = fault_of(validators, (folder / variant["document"]).read_bytes(), variant["documentType"])
        if variant["schemaRefuses"]:
            tally.check(REFUSED, variant["file"], None if fault else "the schema accepts it")
        else:
            tally.check(ACCEPTED, variant["file"], fault)
    print(f"{left_out:6} variants without a document to judge: changes to text, papers and archives")
    tally.end()


def fault_of_schema(schema):
    try:
        jsonschema.Draft202012Validator.check_schema(schema)
    except jsonschema.SchemaError as error:
        return f"{error.json_path}: {error.message}"
    if schema.get("$schema") != "https://json-schema.org/draft/2020-12/schema":
        return "it names another dialect"
    return None


def fault_of(validators, text, document_type=None):
    """Why the document is refused; nothing where it is accepted."""
    document = json.loads(text)
    validator = validators.get(document_type or document.get("documentType"))
    if validator is None:
        return "it has no schema"
    error = next(validator.iter_errors(document), None)
    return f"{error.json_path}: {error.message}" if error else None


if __name__ == "__main__":
    main()
