"""The manifest, the entries, and the references between documents (docs/spec/manifest.md).

The rules TZ-PKG-101 to TZ-PKG-135, and TZ-REC.
"""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Iterator
from typing import Any, Optional

import tokens
from findings import Finding, pointer

MANIFEST = "manifest.json"
FOR_AN_APPLICATION = {"application", "supplement", "referral", "test"}
MEDIA_TYPES = {
    "json": "application/json",
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "png": "image/png",
    "ofd": "application/ofd",
    "xml": "application/xml",
}
# The members that point to a thing; the first is also the name that the thing has in its own list.
PAPERS = (
    "documentId",
    "documentIds",
    "evidenceDocumentIds",
    "providedDocumentIds",
    "continuesDocumentId",
    "changeDocumentId",
)
GUARDIANS = ("guardianId", "guardianIds", "applicantGuardianId")
MEMBERS = ("memberId", "memberIds")
PAYEES = ("payeeId", "payeeIds")
CHINA = datetime.timezone(datetime.timedelta(hours=8))

Document = dict[str, Any]


def check(
    contents: dict[str, Optional[bytes]], documents: dict[str, Document], as_of: str, unread: bool
) -> Iterator[Finding]:
    """What is wrong between the entries; `unread` says that some document could not be read."""
    manifest = documents.get(MANIFEST)
    if MANIFEST not in contents:
        yield Finding("TZ-PKG-123")
    if manifest is not None:
        yield from _entries(manifest, contents)
        yield from _root(manifest, contents, documents, unread)
        yield from _times(manifest, as_of)
        yield from _organisations(manifest)
    applications = [name for name in sorted(documents) if documents[name]["documentType"] == "application"]
    root = (manifest or {}).get("root")
    applications.sort(key=lambda name: name != root)
    for name in applications[1:]:
        yield Finding("TZ-PKG-119", name, "/applicationId")
    for name, document in documents.items():
        if name != MANIFEST:
            yield from _place(name, document)
    yield from _references(contents, documents, applications, "derivedFrom" in (manifest or {}))


def _entries(manifest: Document, contents: dict[str, Optional[bytes]]) -> Iterator[Finding]:
    """REQ-PKG-102 to REQ-PKG-107 and REQ-PKG-121."""
    listed = set()
    for index, entry in enumerate(manifest["entries"]):
        name = entry["name"]
        if not entry.get("classes"):
            yield Finding("TZ-PKG-122", MANIFEST, pointer("entries", index))
        if MEDIA_TYPES[name.rpartition(".")[2]] != entry["mediaType"]:
            yield Finding("TZ-PKG-108", MANIFEST, pointer("entries", index, "mediaType"))
        if name in listed:
            yield Finding("TZ-PKG-105", MANIFEST, pointer("entries", index, "name"))
            continue
        listed.add(name)
        if name not in contents:
            yield Finding("TZ-PKG-103", MANIFEST, pointer("entries", index, "name"))
            continue
        content = contents[name]
        if content is None:
            continue
        if len(content) != entry["size"]:
            yield Finding("TZ-PKG-106", name)
        elif hashlib.sha256(content).hexdigest() != entry["sha256"]:
            yield Finding("TZ-PKG-107", name)
    for name in contents:
        if name not in listed and name != MANIFEST and not name.startswith("signatures/"):
            yield Finding("TZ-PKG-104", name)


def _root(
    manifest: Document, contents: dict[str, Optional[bytes]], documents: dict[str, Document], unread: bool
) -> Iterator[Finding]:
    """REQ-PKG-100, REQ-PKG-101 and REQ-PKG-117."""
    root = manifest["root"]
    wanted = manifest.get("purpose") in FOR_AN_APPLICATION
    if root not in contents:
        yield Finding("TZ-PKG-101", MANIFEST, "/root")
    if not wanted or unread:
        return
    if all(document["documentType"] != "application" for document in documents.values()):
        yield Finding("TZ-PKG-118", MANIFEST, "/entries")
    elif root in contents and (root not in documents or documents[root]["documentType"] != "application"):
        yield Finding("TZ-PKG-102", MANIFEST, "/root")


def instant(text: str) -> Optional[datetime.datetime]:
    try:
        moment = datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=datetime.timezone.utc)
        years = moment.year, moment.astimezone(CHINA).year
    except (ValueError, OverflowError):
        return None
    return moment if all(1900 <= year <= 2999 for year in years) else None


def _times(manifest: Document, as_of: str) -> Iterator[Finding]:
    """REQ-PKG-111 to REQ-PKG-114; the day of the check is a day in China."""
    today = datetime.date.fromisoformat(as_of)
    made = instant(manifest["createdAt"])
    if made is None:
        yield Finding("TZ-PKG-112", MANIFEST, "/createdAt")
    elif made.astimezone(CHINA).date() > today:
        yield Finding("TZ-PKG-115", MANIFEST, "/createdAt")
    if "expiresAt" in manifest:
        expires = instant(manifest["expiresAt"])
        if expires is None:
            yield Finding("TZ-PKG-112", MANIFEST, "/expiresAt")
        elif made is not None and expires < made:
            yield Finding("TZ-PKG-113", MANIFEST, "/expiresAt")
        elif expires.astimezone(CHINA).date() < today:
            yield Finding("TZ-PKG-114", MANIFEST, "/expiresAt")


def _organisations(manifest: Document) -> Iterator[Finding]:
    """REQ-PKG-108 to REQ-PKG-110."""
    audience = manifest.get("audience", [])
    codes = [(pointer("audience", index), code) for index, code in enumerate(audience)]
    if "organisationCode" in manifest.get("sender", {}):
        codes.append(("/sender/organisationCode", manifest["sender"]["organisationCode"]))
    for place, code in codes:
        try:
            tokens.credit_code(code)
        except tokens.Refused:
            yield Finding("TZ-PKG-109", MANIFEST, place)
    for index, code in enumerate(audience):
        if code in audience[:index]:
            yield Finding("TZ-PKG-110", MANIFEST, pointer("audience", index))
    if not audience:
        yield Finding("TZ-PKG-111", MANIFEST, "")


def _place(name: str, document: Document) -> Iterator[Finding]:
    """REQ-PKG-115 and REQ-PKG-116."""
    kind = document["documentType"]
    if (kind == "receipt") != name.startswith("receipts/"):
        yield Finding("TZ-PKG-117", name, "/documentType")
    member = re.sub("-(.)", lambda match: match[1].upper(), kind) + "Id"
    if member in document and document[member] != name.partition("/")[2].removesuffix(".json"):
        yield Finding("TZ-PKG-116", name, pointer(member))


def _references(
    contents: dict[str, Optional[bytes]], documents: dict[str, Document], applications: list[str], derived: bool
) -> Iterator[Finding]:
    """REQ-PKG-119, REQ-PKG-120 and REQ-PKG-123 to REQ-PKG-134."""
    receipts = {d["receiptId"]: name for name, d in documents.items() if d["documentType"] == "receipt"}
    consents = {d["consentId"]: name for name, d in documents.items() if d["documentType"] == "consent"}
    papers = {re.split("[/.]", name)[1] for name in contents if name.startswith("documents/")}
    manifest = documents.get(MANIFEST)
    if manifest is not None:
        named = manifest.get("consentIds", [])
        for index, one in enumerate(named):
            if one not in consents:
                yield Finding("TZ-PKG-120", MANIFEST, pointer("consentIds", index))
        for one, name in consents.items():
            if one not in named:
                yield Finding("TZ-PKG-121", name, "/consentId")
    for name in applications[:1]:
        yield from _application(name, documents[name], receipts, consents, derived)
    if not derived:
        for code, names in (("TZ-PKG-130", consents.values()), ("TZ-PKG-131", receipts.values())):
            for name in names:
                for place, one in _ids(documents[name], ("documentId", "documentIds")):
                    if one not in papers:
                        yield Finding(code, name, place)
        for name, document in documents.items():
            if document["documentType"] not in ("application", "manifest", "consent", "receipt"):
                yield from _record(name, document, papers, consents)


def _record(name: str, record: Document, papers: set[str], consents: dict[str, str]) -> Iterator[Finding]:
    """REQ-REC-001 and REQ-REC-002."""
    for place, one in _ids(record, PAPERS):
        if one not in papers:
            yield Finding("TZ-REC-001", name, place)
    for place, one in _ids(record, ("consentId", "consentIds")):
        if one not in consents:
            yield Finding("TZ-REC-002", name, place)


def _application(
    name: str, application: Document, receipts: dict[str, str], consents: dict[str, str], derived: bool
) -> Iterator[Finding]:
    for member, there, code, listed_code in (
        ("receiptIds", receipts, "TZ-PKG-124", "TZ-PKG-125"),
        ("consentIds", consents, "TZ-PKG-127", "TZ-PKG-128"),
    ):
        listed = application.get(member, [])
        for index, one in enumerate(listed):
            if one in listed[:index]:
                yield Finding("TZ-PKG-126", name, pointer(member, index))
            elif one not in there and not derived:
                yield Finding(code, name, pointer(member, index))
        for one, entry in there.items():
            if one not in listed:
                yield Finding(listed_code, entry, "/" + member[:-1])
    if not derived:
        for place, one in _ids(application, ("consentId",)):
            if one not in consents:
                yield Finding("TZ-PKG-127", name, place)
    members = application.get("household", {}).get("members")
    for code, objects, names, home in (
        ("TZ-PKG-129", application.get("documents"), PAPERS, "/documents"),
        ("TZ-PKG-132", application.get("guardians"), GUARDIANS, "/guardians"),
        ("TZ-PKG-133", members, MEMBERS, "/household/members"),
        ("TZ-PKG-134", application.get("payees"), PAYEES, "/payees"),
    ):
        known = {one[names[0]] for one in objects or [] if names[0] in one}
        for place, one in _ids(application, names):
            # What stands in the list itself under its own name is no reference.
            if one not in known and not re.fullmatch(rf"{home}/[0-9]+/{names[0]}", place):
                yield Finding(code, name, place)
    for place, one in _ids({"otherHelp": application.get("otherHelp", {})}, ("receiptIds",)):
        if one not in application.get("receiptIds", []):
            yield Finding("TZ-PKG-135", name, place)


def _ids(value: Any, members: tuple[str, ...], place: str = "") -> Iterator[tuple[str, str]]:
    """Every id under one of some names, with its pointer, outside `extensions`."""
    if isinstance(value, list):
        for index, one in enumerate(value):
            yield from _ids(one, members, f"{place}/{index}")
    elif isinstance(value, dict):
        for name, one in value.items():
            here = place + pointer(name)
            if name == "extensions":
                continue
            if name in members:
                yield from ((here, one),) if isinstance(one, str) else (
                    (f"{here}/{index}", text) for index, text in enumerate(one)
                )
            else:
                yield from _ids(one, members, here)
