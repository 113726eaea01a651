"""Comes to the commitments of consents by a way of its own, and compares them with commitments.json.

    python3 commitments.py

It follows docs/spec/sharing.md ("What needs a consent") and shares no code with the library: nothing but the standard
library of Python.
"""

import hashlib
import json
import pathlib
import sys


def commitment(salt, document):
    return hashlib.sha256(b"tz-consent-v1" + bytes.fromhex(salt) + document.encode("utf-8")).hexdigest()


def main():
    file = pathlib.Path(__file__).parent / "commitments.json"
    cases = json.loads(file.read_text(encoding="utf-8"))["cases"]
    wrong = [case["what"] for case in cases if commitment(case["salt"], case["document"]) != case["commitment"]]
    print(f"{len(cases)} commitments, {len(wrong)} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
