"""Members, the member directory, and when it is relied on (docs/spec/directory.md; rules TZ-DIR)."""

from __future__ import annotations

import base64
import datetime
import hashlib
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Optional

import pyrage

import ristretto
from findings import Finding, pointer
from manifest import CHINA, instant

Document = dict[str, Any]
MAX_LIFE = datetime.timedelta(days=90)
YEARS_OF_A_KEY = 3


def check(document: Document, as_of: str) -> Iterator[Finding]:
    today = Day(as_of)
    if document["documentType"] == "member":
        yield from _member(document, today, "")
    elif document["documentType"] == "directory":
        yield from _directory(document, today)
        for index, member in enumerate(document["members"]):
            yield from _member(member, today, pointer("members", index))


class Day:
    """A day in China, by which instants are judged."""

    def __init__(self, text: str) -> None:
        self.date = datetime.date.fromisoformat(text)

    def __lt__(self, moment: datetime.datetime) -> bool:
        """Whether a moment is of a later day."""
        return self.date < moment.astimezone(CHINA).date()

    def __gt__(self, moment: datetime.datetime) -> bool:
        """Whether a moment is of an earlier day."""
        return self.date > moment.astimezone(CHINA).date()


def thumbprint(public_key: str) -> str:
    """RFC 7638 with SHA-256, of an Ed25519 public key (REQ-DIR-001, REQ-DIR-024)."""
    jwk = f'{{"crv":"Ed25519","kty":"OKP","x":"{public_key}"}}'
    return base64.urlsafe_b64encode(hashlib.sha256(jwk.encode()).digest()).rstrip(b"=").decode()


def unpadded(text: str) -> Optional[bytes]:
    """Base64url without padding, in its one canonical form."""
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except ValueError:
        return None
    return data if base64.urlsafe_b64encode(data).rstrip(b"=").decode() == text else None


def _public_key(key: Document, place: str, another_name: str, none: str) -> Iterator[Finding]:
    data = unpadded(key["publicKey"])
    if data is None or not ristretto.is_ed25519_key(data):
        yield Finding(none, None, place + "/publicKey")
    elif thumbprint(key["publicKey"]) != key["keyId"]:
        yield Finding(another_name, None, place + "/keyId")


def _is_recipient(text: str) -> bool:
    try:
        pyrage.x25519.Recipient.from_str(text)
    except Exception:  # pyrage has no narrower error for a string that is no recipient
        return False
    return True


def keys_of(member: Document) -> Iterator[tuple[str, str, Document]]:
    """Every key of a member: where its value stands, the value, and the key."""
    for group, value in (("signingKeys", "publicKey"), ("recipientKeys", "recipient")):
        for index, key in enumerate(member.get(group, [])):
            yield pointer(group, index, value), key[value], key


def _member(member: Document, today: Day, base: str) -> Iterator[Finding]:
    """REQ-DIR-001 to REQ-DIR-017."""
    yield from _instants(member, base, ("validFrom", "validUntil"), "TZ-DIR-004")
    for index, key in enumerate(member.get("signingKeys", [])):
        yield from _public_key(key, base + pointer("signingKeys", index), "TZ-DIR-001", "TZ-DIR-002")
    for index, key in enumerate(member.get("recipientKeys", [])):
        if not _is_recipient(key["recipient"]):
            yield Finding("TZ-DIR-003", None, base + pointer("recipientKeys", index, "recipient"))
    seen = set()
    for place, value, key in keys_of(member):
        at = base + place.rpartition("/")[0]
        if value in seen:
            yield Finding("TZ-DIR-007", None, base + place)
        seen.add(value)
        yield from _instants(key, at, ("validFrom", "validUntil"), "TZ-DIR-004")
        yield from _instants(key.get("revocation", {}), at + "/revocation", ("at",), "TZ-DIR-004")
        begins, ends = instant(key["validFrom"]), instant(key["validUntil"])
        if begins and ends and ends <= begins:
            yield Finding("TZ-DIR-005", None, at + "/validUntil")
        elif begins and ends and ends > _years_after(begins):
            yield Finding("TZ-DIR-006", None, at + "/validUntil")
    roles = member.get("roles", [])
    if not any(_counts(key, today) for key in member.get("signingKeys", [])):
        yield Finding("TZ-DIR-008", None, base + "/signingKeys")
    if "charity" in roles and not any(_counts(key, today) for key in member.get("recipientKeys", [])):
        yield Finding("TZ-DIR-009", None, base + "/recipientKeys")
    if not roles:
        yield Finding("TZ-DIR-010", None, base + "/roles")
    shares = member.get("tokenShares", [])
    if bool(shares) != ("evaluator" in roles):
        yield Finding("TZ-DIR-011", None, base + "/tokenShares")
    numbers = set()
    for index, share in enumerate(shares):
        number = share["purpose"], share["epoch"], share["share"]
        if share["share"] < 1 or number in numbers:
            yield Finding("TZ-DIR-012", None, base + pointer("tokenShares", index, "share"))
        numbers.add(number)
    if not {"phone", "email", "address"} & set(member.get("contact", {})):
        yield Finding("TZ-DIR-013", None, base + "/contact")
    begins, ends = instant(member.get("validFrom", "")), instant(member.get("validUntil", ""))
    if begins and ends and ends <= begins:
        yield Finding("TZ-DIR-014", None, base + "/validUntil")
    for index, one in enumerate(member.get("accreditations", [])):
        if "validFrom" in one and one.get("validUntil", one["validFrom"]) < one["validFrom"]:
            yield Finding("TZ-DIR-015", None, base + pointer("accreditations", index, "validUntil"))
    endpoints = [(one["kind"], one["url"]) for one in member.get("endpoints", [])]
    for index, one in enumerate(endpoints):
        if one in endpoints[:index]:
            yield Finding("TZ-DIR-016", None, base + pointer("endpoints", index))
    units = [one.get("unitId") for one in member.get("units", [])]
    for index, one in enumerate(units):
        if one is not None and one in units[:index]:
            yield Finding("TZ-DIR-017", None, base + pointer("units", index, "unitId"))


def _instants(value: Document, place: str, members: tuple[str, ...], code: str) -> Iterator[Finding]:
    for member in members:
        if member in value and instant(value[member]) is None:
            yield Finding(code, None, f"{place}/{member}")


def _years_after(begins: datetime.datetime) -> datetime.datetime:
    try:
        return begins.replace(year=begins.year + YEARS_OF_A_KEY)
    except ValueError:  # 29 February
        return begins.replace(year=begins.year + YEARS_OF_A_KEY, month=3, day=1)


def _counts(key: Document, today: Day) -> bool:
    """Whether a key counts on a day: from the day on which it begins to that on which it ends."""
    begins, ends = instant(key["validFrom"]), instant(key["validUntil"])
    revoked = instant(key.get("revocation", {}).get("at", ""))
    if begins is None or ends is None or today < begins or today > ends:
        return False
    compromised = key.get("revocation", {}).get("reason") == "compromised"
    return not compromised and ("revocation" not in key or revoked is not None and today < revoked)


def _directory(document: Document, today: Day) -> Iterator[Finding]:
    """REQ-DIR-018 to REQ-DIR-037."""
    yield from _instants(document, "", ("issuedAt", "expiresAt"), "TZ-DIR-018")
    issued, expires = instant(document["issuedAt"]), instant(document["expiresAt"])
    if issued and expires and expires <= issued:
        yield Finding("TZ-DIR-019", None, "/expiresAt")
    elif issued and expires and expires - issued > MAX_LIFE:
        yield Finding("TZ-DIR-020", None, "/expiresAt")
    if expires and today > expires:
        yield Finding("TZ-DIR-021", None, "/expiresAt")
    if issued and today < issued:
        yield Finding("TZ-DIR-022", None, "/issuedAt")
    if document["version"] < 1:
        yield Finding("TZ-DIR-023", None, "/version")
    elif (document["version"] == 1) == ("previous" in document):
        yield Finding("TZ-DIR-023", None, "/previous")
    yield from _board(document)
    yield from _members(document, today)
    yield from _shares(document)


def _board(document: Document) -> Iterator[Finding]:
    board = document["board"]
    keys, threshold = board["keys"], board["threshold"]
    for index, key in enumerate(keys):
        place = pointer("board", "keys", index)
        yield from _public_key(key, place, "TZ-DIR-024", "TZ-DIR-025")
        if key["publicKey"] in [other["publicKey"] for other in keys[:index]]:
            yield Finding("TZ-DIR-026", None, place + "/publicKey")
        if key["holder"] in [other["holder"] for other in keys[:index]]:
            yield Finding("TZ-DIR-029", None, place + "/holder")
    if not 1 <= threshold <= len(keys):
        yield Finding("TZ-DIR-027", None, "/board/threshold")
    elif threshold == 1:
        yield Finding("TZ-DIR-028", None, "/board/threshold")


def _members(document: Document, today: Day) -> Iterator[Finding]:
    members, revoked = document["members"], document.get("revokedMembers", [])
    gone = [one["memberId"] for one in revoked]
    board = {key["publicKey"] for key in document["board"]["keys"]}
    owners: dict[str, str] = {}
    for index, member in enumerate(members):
        place = pointer("members", index)
        if member["memberId"] in [other["memberId"] for other in members[:index]]:
            yield Finding("TZ-DIR-030", None, place + "/memberId")
        others = [other for other in members[:index] if other["memberId"] != member["memberId"]]
        if member.get("organisationCode") in [other.get("organisationCode", "") for other in others]:
            yield Finding("TZ-DIR-031", None, place + "/organisationCode")
        if member["memberId"] in gone:
            yield Finding("TZ-DIR-033", None, place + "/memberId")
        for at, value, _ in keys_of(member):
            if owners.setdefault(value, member["memberId"]) != member["memberId"]:
                yield Finding("TZ-DIR-032", None, place + at)
            if value in board:
                yield Finding("TZ-DIR-035", None, place + at)
    for index, one in enumerate(revoked):
        place = pointer("revokedMembers", index)
        yield from _instants(one, place, ("at",), "TZ-DIR-018")
        at = instant(one["at"])
        if one["memberId"] in gone[:index]:
            yield Finding("TZ-DIR-034", None, place + "/memberId")
        if at and today < at:
            yield Finding("TZ-DIR-036", None, place + "/at")


def _shares(document: Document) -> Iterator[Finding]:
    """REQ-DIR-037, and REQ-DIR-012 between members."""
    members = document["members"]
    keys: dict[tuple[str, int], list[tuple[int, int, Document]]] = defaultdict(list)
    for member_at, member in enumerate(members):
        for index, share in enumerate(member.get("tokenShares", [])):
            keys[share["purpose"], share["epoch"]].append((member_at, index, share))
    for shares in keys.values():
        for number, (member_at, index, share) in enumerate(shares):
            place = pointer("members", member_at, "tokenShares", index)
            if not 1 <= share["threshold"] <= len(shares) or share["threshold"] != shares[0][2]["threshold"]:
                yield Finding("TZ-DIR-037", None, place + "/threshold")
            own = members[member_at]["memberId"]
            others = [other for owner, _, other in shares[:number] if members[owner]["memberId"] != own]
            if share["share"] in [other["share"] for other in others]:
                yield Finding("TZ-DIR-012", None, place + "/share")


def fingerprint(board: Document) -> str:
    """REQ-DIR-113."""
    lines = ["tz-board-v1", str(board["threshold"]), *sorted(key["keyId"] for key in board["keys"])]
    return hashlib.sha256("".join(line + "\n" for line in lines).encode()).hexdigest()
