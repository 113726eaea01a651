#!/usr/bin/env python3
"""Reads the vectors and makes their inputs. Python 3.9 or later, nothing to install.

    python3 inputs.py                  counts the vectors by area and by whether they hold a fault
    python3 inputs.py check            holds every file against SHA256SUMS
    python3 inputs.py show ID          prints one vector
    python3 inputs.py input ID FILE    writes the input of one vector: a document, a package, or JSON

As a module: for vector in vectors(): data = content(vector)
"""

import hashlib
import io
import json
import pathlib
import sys
import zipfile

FOLDER = pathlib.Path(__file__).resolve().parent


def vectors():
    """Every vector, in order."""
    with open(FOLDER / "vectors.ndjson", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def blob(sha256):
    """The bytes of a digest."""
    data = (FOLDER / "blobs" / sha256).read_bytes()
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ValueError(f"blobs/{sha256} is damaged")
    return data


def content(vector):
    """What is to be checked, as bytes; None where the vector has a value instead."""
    given = vector["input"].get("content")
    if given is None:
        return None
    if given["kind"] != "entries":
        return blob(given["sha256"])
    # A well-formed package: stored under their names in this order, with one fixed time, and nothing else.
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for entry in given["entries"]:
            info = zipfile.ZipInfo(entry["name"], (1980, 1, 1, 0, 0, 0))
            info.create_system = 0
            info.external_attr = 0
            package.writestr(info, blob(entry["sha256"]))
    return out.getvalue()


def count():
    table = {}
    for vector in vectors():
        row = table.setdefault(vector["area"], {"positive": 0, "negative": 0})
        row[vector["sign"]] += 1
    print(f"{'area':<12}{'positive':>10}{'negative':>10}")
    for area, row in table.items():
        print(f"{area:<12}{row['positive']:>10}{row['negative']:>10}")
    positive = sum(row["positive"] for row in table.values())
    negative = sum(row["negative"] for row in table.values())
    print(f"{'all':<12}{positive:>10}{negative:>10}   {100 * negative / (positive + negative):.0f} % negative")


def check():
    wrong = 0
    with open(FOLDER / "SHA256SUMS", encoding="utf-8") as sums:
        for line in sums:
            sum_, name = line.rstrip("\n").split("  ", 1)
            path = FOLDER / name
            if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != sum_:
                print(f"{name}: missing or changed")
                wrong += 1
    print("every file is as it was published" if not wrong else f"{wrong} files are not as they were published")
    return 1 if wrong else 0


def main(arguments):
    if not arguments:
        count()
        return 0
    if arguments == ["check"]:
        return check()
    if arguments[0] in ("show", "input") and len(arguments) == (2 if arguments[0] == "show" else 3):
        found = next((vector for vector in vectors() if vector["id"] == arguments[1]), None)
        if found is None:
            print(f"there is no vector {arguments[1]}", file=sys.stderr)
            return 1
        if arguments[0] == "show":
            print(json.dumps(found, ensure_ascii=False, indent=2))
            return 0
        data = content(found)
        if data is None:
            data = json.dumps(found["input"]["value"], ensure_ascii=False, indent=2).encode() + b"\n"
        pathlib.Path(arguments[2]).write_bytes(data)
        return 0
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
