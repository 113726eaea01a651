"""The files of the repository that the suites check, and the variants made of them."""

import json
import pathlib
import zipfile

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "schema" / "v1.0"
EXAMPLES = SCHEMAS / "examples"
PROGRAMMES = ROOT / "schema" / "programmes"


def validators():
    """A validator for each type of document."""
    by_type = {}
    for path in sorted(SCHEMAS.glob("*.schema.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        by_type[path.name.removesuffix(".schema.json")] = jsonschema.Draft202012Validator(schema)
    return by_type


def documents():
    """The documents in the folders of the cases, those that stand alone, and the catalogue of programmes."""
    of_cases = [
        path
        for path in EXAMPLES.glob("**/*.json")
        if path.name != "packing.json" and not path.name.endswith(".jws.json")
    ]
    return sorted(of_cases) + sorted(PROGRAMMES.glob("*.json"))


def packages():
    return sorted(EXAMPLES.glob("*.tzpkg"))


def documents_in(package):
    """The names and texts of the documents in a package."""
    with zipfile.ZipFile(package) as archive:
        for name in archive.namelist():
            if name == "manifest.json" or name.startswith(("records/", "receipts/")):
                yield name, archive.read(name)


def variants(folder):
    """What is expected of each variant in the folder."""
    return json.loads((folder / "expected.json").read_text(encoding="utf-8"))
