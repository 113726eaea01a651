#!/usr/bin/env python3
"""An adapter for the conformance suite (conformance/ADAPTER.md): one JSON object a line in, one a line out."""

from __future__ import annotations

import base64
import json
import sys
from typing import Any, Callable

import directory
import manifest
import messages
import package
import receipts
import relying
import signature
import structure
import tokens
import voprf
from findings import Finding, verdict

Answer = dict[str, Any]

AREAS = ["tokens", "receipts", "structure", "package", "signature", "messages"]


def hello(_: Answer) -> Answer:
    return {"name": "Tongzhou in Python, from the text alone", "version": "1.0", "areas": AREAS}


def token_input(request: Answer) -> Answer:
    value = request["value"]
    try:
        return {"value": {"input": tokens.token_input(value["kind"], value["given"], value["epoch"]).hex()}}
    except tokens.Refused as refused:
        return {"value": {"refused": str(refused)}}


def blind(request: Answer) -> Answer:
    value = request["value"]
    scalars = [voprf.scalar(bytes.fromhex(text)) for text in value["blinds"]]
    return {"value": {"elements": _hex(voprf.blind(_bytes(value["inputs"]), scalars))}}


def evaluate(request: Answer) -> Answer:
    value = request["value"]
    secret, random = (voprf.scalar(bytes.fromhex(value[name])) for name in ("secret", "random"))
    elements, proof = voprf.evaluate(secret, _bytes(value["elements"]), random)
    return {"value": {"elements": _hex(elements), "proof": proof.hex()}}


def finalize(request: Answer) -> Answer:
    value = request["value"]
    outputs = voprf.finalize(
        _bytes(value["inputs"]),
        [voprf.scalar(bytes.fromhex(text)) for text in value["blinds"]],
        _bytes(value["blinded"]),
        _bytes(value["evaluated"]),
        bytes.fromhex(value["publicKey"]),
        bytes.fromhex(value["proof"]),
    )
    return {"value": {"outputs": _hex(outputs)}}


def commit(request: Answer) -> Answer:
    value = request["value"]
    return {"value": {"commitment": tokens.commitment(bytes.fromhex(value["salt"]), value["document"].encode()).hex()}}


def expenses(request: Answer) -> Answer:
    return {"value": receipts.expenses(request["value"]["receipts"], request["value"].get("application"))}


def rely(request: Answer) -> Answer:
    return {"value": {"steps": relying.steps(request["value"]["board"], request["value"]["offered"])}}


def check(request: Answer) -> Answer:
    content = base64.b64decode(request["content"])
    if request["kind"] == "document":
        document, found = structure.read(content)
        if document is not None:
            found += directory.check(document, request["asOf"])
    else:
        found = check_package(content, request)
    return {"verdict": verdict(found), "findings": [finding.told() for finding in found]}


def check_package(content: bytes, request: Answer) -> list[Finding]:
    identity, given = request.get("identity"), request.get("directory")
    sealed = content.startswith((signature.SEALED, signature.ARMOURED))
    if sealed:
        opened, found = signature.unseal(content, identity)
        if opened is None:
            return found
        content = opened
    archive = package.read(content)
    found = list(archive.findings)
    if any(finding.entry is None for finding in found):
        return found
    documents, unread = {}, False
    for name, data in archive.entries.items():
        if data is None:
            unread = True
        elif name == manifest.MANIFEST or name.startswith(("records/", "receipts/")):
            document, wrong = structure.read(data, name)
            found += wrong
            if document is None:
                unread = True
            else:
                documents[name] = document
    found += manifest.check(archive.entries, documents, request["asOf"], unread)
    members = None
    if given:
        parts = [base64.b64decode(given[part]) for part in ("document", "signatures")]
        members = signature.relied_on(*parts, given["board"], request["asOf"])
        if members is None:
            raise ValueError("the directory cannot be relied on")
    found += signature.check(archive.entries, documents.get(manifest.MANIFEST), members, identity, sealed)
    return found


def message(request: Answer) -> Answer:
    value = request["value"]
    return {"value": {"accepted": messages.accepted(value["operation"], value["part"], value["body"])}}


OPERATIONS: dict[str, Callable[[Answer], Answer]] = {
    "hello": hello,
    "check": check,
    "token-input": token_input,
    "blind": blind,
    "evaluate": evaluate,
    "finalize": finalize,
    "commit": commit,
    "expenses": expenses,
    "rely": rely,
    "message": message,
}


def answer(request: Answer) -> Answer:
    operation = OPERATIONS.get(request.get("operation", ""))
    if operation is None:
        return {"unsupported": True}
    try:
        return operation(request)
    except voprf.Refused as refused:
        return {"value": {"refused": str(refused)}}
    except Exception as error:  # one question that goes wrong must not end the others
        return {"error": f"{type(error).__name__}: {error}"}


def main() -> None:
    for line in sys.stdin.buffer:
        request = json.loads(line)
        print(json.dumps({"id": request["id"], **answer(request)}), flush=True)


def _bytes(texts: list[str]) -> list[bytes]:
    return [bytes.fromhex(text) for text in texts]


def _hex(items: list[bytes]) -> list[str]:
    return [item.hex() for item in items]


if __name__ == "__main__":
    main()
