"""Which directories a reader relies on, one after the other (docs/spec/directory.md, REQ-DIR-101 to REQ-DIR-113)."""

from __future__ import annotations

import base64
import datetime
import hashlib
from typing import Any, Iterator, NamedTuple, Optional

import directory as directories
import signature
import structure
from manifest import CHINA, instant

Document = dict[str, Any]
# What REQ-DIR-110 refuses, by the rules that find it in a document.
CONTENTS = {"TZ-DIR-001", "TZ-DIR-024", "TZ-DIR-030", "TZ-DIR-032", "TZ-DIR-033"}


class Relied(NamedTuple):
    """What is kept of a directory that was relied on."""

    version: int
    digest: str
    board: Document
    revoked: set[str]


class Refused(Exception):
    pass


def steps(board: str, offered: list[Document]) -> list[Document]:
    """A reader that begins with a fingerprint, and is offered one directory after the other."""
    kept: Optional[Relied] = None
    answers: list[Document] = []
    for offer in offered:
        try:
            kept = _next(board, kept, offer)
            answers.append({"relied": kept.version})
        except Refused as refused:
            answers.append({"refused": str(refused)})
    return answers


def _next(fingerprint: str, kept: Optional[Relied], offer: Document) -> Relied:
    data, signed = (base64.b64decode(offer[part]) for part in ("directory", "signatures"))
    at = instant(offer["at"])
    value, wrong = structure.read(data)
    if at is None or value is None or wrong or value["documentType"] != "directory":
        raise Refused("form")
    for reason in _faults(fingerprint, kept, data, signed, value, at):
        raise Refused(reason)
    revoked = {one["memberId"] for one in value.get("revokedMembers", [])}
    return Relied(value["version"], hashlib.sha256(data).hexdigest(), value["board"], revoked)


def _faults(
    fingerprint: str, kept: Optional[Relied], data: bytes, signed: bytes, value: Document, at: datetime.datetime
) -> Iterator[str]:
    found = signature.signatures(signed, signature.OF_DIRECTORY)
    if found is None:
        yield "signatures"
        return
    own, before = value["board"], kept.board if kept else value["board"]
    keys = {key["keyId"]: key["publicKey"] for board in (before, own) for key in board["keys"]}
    signers = {one.key_id for one in found if one.key_id in keys}
    if any(one.key_id in keys and not one.holds(keys[one.key_id], data) for one in found):
        yield "wrong-signature"  # REQ-DIR-109
    if _count(own, signers) < own["threshold"]:
        yield "signatures"  # REQ-DIR-101, REQ-DIR-108
    digest, expires, issued = hashlib.sha256(data).hexdigest(), instant(value["expiresAt"]), instant(value["issuedAt"])
    if kept is None:
        if directories.fingerprint(own) != fingerprint:
            yield "other-board"  # REQ-DIR-112, REQ-DIR-113
    elif value["version"] < kept.version:
        yield "rollback"  # REQ-DIR-103
    elif value["version"] == kept.version:
        if digest != kept.digest:
            yield "other-bytes"  # REQ-DIR-104
    else:
        if _count(before, signers) < before["threshold"]:
            yield "trusted-board"  # REQ-DIR-102
        if value["version"] == kept.version + 1 and value.get("previous") != kept.digest:
            yield "previous"  # REQ-DIR-105
    if expires is None or issued is None:
        yield "form"
        return
    if expires - issued > directories.MAX_LIFE:
        yield "too-long"  # REQ-DIR-106
    if at >= expires:  # REQ-DIR-106, REQ-DIR-107
        yield "nothing-newer" if kept and kept.version == value["version"] else "expired"
    day = at.astimezone(CHINA).date().isoformat()
    if any(finding.code in CONTENTS for finding in directories.check(value, day)):
        yield "contents"  # REQ-DIR-110
    if kept and not kept.revoked <= {one["memberId"] for one in value.get("revokedMembers", [])}:
        yield "revocation-dropped"  # REQ-DIR-111


def _count(board: Document, signers: set[str]) -> int:
    return len({key["keyId"] for key in board["keys"]} & signers)
