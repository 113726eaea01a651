"""Signatures and seals (docs/spec/signatures.md; rules TZ-SIG)."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import Any, NamedTuple, Optional

import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

import directory as directories
import structure
import texts
from findings import Finding, verdict
from manifest import MANIFEST, instant

Document = dict[str, Any]
SEALED = b"age-encryption.org/"
ARMOURED = b"-----BEGIN AGE ENCRYPTED FILE-----"
MAX_HEADER, MAX_FILE, MAX_SIGNATURES = 128 * 1024, 64 * 1024, 64
OF_MANIFEST, OF_DIRECTORY = "tongzhou-manifest+jws", "tongzhou-directory+jws"


class Signature(NamedTuple):
    key_id: str
    signed: bytes
    value: bytes

    def holds(self, public_key: str, payload: bytes) -> bool:
        """Whether it is over these bytes, by RFC 7515 and RFC 8037."""
        data = directories.unpadded(public_key)
        if data is None:
            return False
        try:
            Ed25519PublicKey.from_public_bytes(data).verify(self.value, self.signed + b"." + _encoded(payload))
        except (InvalidSignature, ValueError):
            return False
        return True


def _encoded(payload: bytes) -> bytes:
    return base64.urlsafe_b64encode(payload).rstrip(b"=")


def signatures(data: bytes, kind: str) -> Optional[list[Signature]]:
    """The signatures of a file; nothing where it is not of the one form (REQ-SIG-001)."""
    if len(data) > MAX_FILE:
        return None
    try:
        document = texts.read(data)
    except texts.Fault:
        return None
    if not isinstance(document, dict) or set(document) != {"signatures"} or not isinstance(document["signatures"], list):
        return None
    found = [_signature(one, kind) for one in document["signatures"]]
    if not 1 <= len(found) <= MAX_SIGNATURES or None in found:
        return None
    if len({one.key_id for one in found}) < len(found):  # type: ignore[union-attr]
        return None
    return found  # type: ignore[return-value]


def _signature(one: Any, kind: str) -> Optional[Signature]:
    if not isinstance(one, dict) or set(one) != {"protected", "signature"}:
        return None
    if not all(isinstance(text, str) for text in one.values()):
        return None
    protected, value = directories.unpadded(one["protected"]), directories.unpadded(one["signature"])
    if protected is None or value is None or len(value) != 64:
        return None
    try:
        header = texts.read(protected)
    except texts.Fault:
        return None
    if not isinstance(header, dict) or set(header) != {"alg", "kid", "typ"}:
        return None
    if header["alg"] != "EdDSA" or header["typ"] != kind or not isinstance(header["kid"], str):
        return None
    return Signature(header["kid"], one["protected"].encode(), value)


def relied_on(document: bytes, signed: bytes, board: str, as_of: str) -> Optional[Document]:
    """A directory that a first reader may rely on (REQ-DIR-101, REQ-DIR-106 to REQ-DIR-113)."""
    value, wrong = structure.read(document)
    found = signatures(signed, OF_DIRECTORY)
    if value is None or wrong or found is None or value["documentType"] != "directory":
        return None
    if verdict(list(directories.check(value, as_of))) == "refused" or directories.fingerprint(value["board"]) != board:
        return None
    expires = instant(value["expiresAt"])
    noon = instant(f"{as_of}T04:00:00Z")
    if expires is None or noon is None or noon >= expires:
        return None
    keys = {key["keyId"]: key["publicKey"] for key in value["board"]["keys"]}
    of_board = [one for one in found if one.key_id in keys]
    if not all(one.holds(keys[one.key_id], document) for one in of_board):
        return None
    return value if len({one.key_id for one in of_board}) >= value["board"]["threshold"] else None


def unseal(data: bytes, identity: Optional[str]) -> tuple[Optional[bytes], list[Finding]]:
    """REQ-SIG-020 and REQ-SIG-021."""
    header = data[: MAX_HEADER + 1].partition(b"\n---")[0]
    if data.startswith(ARMOURED) or len(header) > MAX_HEADER or b"\n-> scrypt " in header:
        return None, [Finding("TZ-SIG-020")]
    if identity is None:
        return None, [Finding("TZ-SIG-021", checked=False)]
    try:
        return pyrage.decrypt(data, [pyrage.x25519.Identity.from_str(identity)]), []
    except pyrage.DecryptError as error:
        if "No matching keys found" in str(error):
            return None, [Finding("TZ-SIG-022", checked=False)]
        return None, [Finding("TZ-SIG-020")]


def check(
    contents: dict[str, Optional[bytes]],
    manifest: Optional[Document],
    directory: Optional[Document],
    identity: Optional[str],
    sealed: bool,
) -> Iterator[Finding]:
    """REQ-SIG-001 to REQ-SIG-007, REQ-SIG-023 and REQ-SIG-024."""
    files = {name: data for name, data in contents.items() if name.startswith("signatures/")}
    if sealed and not files:
        yield Finding("TZ-SIG-023")
    if sealed and manifest is not None and directory is not None and identity is not None:
        opener = _opener(directory, identity)
        if opener is not None and opener not in manifest.get("audience", []):
            yield Finding("TZ-SIG-024", MANIFEST, "/audience")
    signers: set[str] = set()
    unread = False
    for name, data in files.items():
        found = None if data is None else signatures(data, OF_MANIFEST)
        if found is None:
            unread = True
            if data is not None:
                yield Finding("TZ-SIG-001", name)
        elif directory is not None and contents.get(MANIFEST) is not None:
            for one in found:
                code, owner = _judge(one, contents[MANIFEST], manifest, directory)  # type: ignore[arg-type]
                signers |= {owner} if owner else set()
                if code:
                    yield Finding(code, name)
    if files and directory is None:
        yield Finding("TZ-SIG-008", checked=False)
        return
    sender = (manifest or {}).get("sender", {}).get("organisationCode")
    if files and sender and sender not in signers and not unread:
        yield Finding("TZ-SIG-007", MANIFEST, "/sender/organisationCode")


def _judge(
    one: Signature, payload: bytes, manifest: Optional[Document], directory: Document
) -> tuple[Optional[str], Optional[str]]:
    """What is wrong with a signature, and whose it is."""
    for gone in directory.get("revokedMembers", []):
        if one.key_id in gone.get("keyIds", []):
            return "TZ-SIG-006", gone.get("organisationCode")
    for member in directory["members"]:
        for key in member.get("signingKeys", []):
            if key["keyId"] == one.key_id:
                return _judge_key(one, payload, manifest, member, key), member.get("organisationCode")
    return "TZ-SIG-003", None


def _judge_key(
    one: Signature, payload: bytes, manifest: Optional[Document], member: Document, key: Document
) -> Optional[str]:
    if not one.holds(key["publicKey"], payload):
        return "TZ-SIG-002"
    revocation = key.get("revocation", {})
    if revocation.get("reason") == "compromised":  # REQ-DIR-115
        return "TZ-SIG-006"
    made = instant((manifest or {}).get("createdAt", ""))
    if made is None:
        return None
    revoked = instant(revocation.get("at", ""))
    if revoked and revoked <= made:
        return "TZ-SIG-006"
    for holder in (key, member):  # REQ-SIG-004, REQ-DIR-114
        begins, ends = instant(holder.get("validFrom", "")), instant(holder.get("validUntil", ""))
        if begins and made < begins:
            return "TZ-SIG-005"
        if ends and made >= ends:
            return "TZ-SIG-004"
    return None


def _opener(directory: Document, identity: str) -> Optional[str]:
    """The organisation that an identity is a key of."""
    recipient = str(pyrage.x25519.Identity.from_str(identity).to_public())
    for member in directory["members"]:
        if any(key["recipient"] == recipient for key in member.get("recipientKeys", [])):
            return member.get("organisationCode")
    return None
