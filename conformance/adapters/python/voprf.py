"""RFC 9497 in the mode VOPRF with the suite ristretto255-SHA512 (REQ-TOK-010 to REQ-TOK-014)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import ristretto
from ristretto import GENERATOR, IDENTITY, ORDER, Element

CONTEXT = b"OPRFV1-\x01-ristretto255-SHA512"


class Refused(Exception):
    """Why a request or an answer is refused: `element`, `scalar` or `proof`."""


def blind(inputs: Sequence[bytes], blinds: Sequence[int]) -> list[bytes]:
    """RFC 9497, section 3.3.1."""
    return [_hash_to_group(text).times(scalar).encode() for text, scalar in zip(inputs, blinds)]


def evaluate(secret: int, elements: Sequence[bytes], random: int) -> tuple[list[bytes], bytes]:
    """RFC 9497, section 3.3.2: the answers, and the proof that all were made with the key (REQ-TOK-013)."""
    blinded = [element(data) for data in elements]
    evaluated = [point.times(secret) for point in blinded]
    public = GENERATOR.times(secret)
    m, z = _composites(public, blinded, evaluated)
    challenge = _challenge(public, m, z, GENERATOR.times(random), m.times(random))
    response = (random - challenge * secret) % ORDER
    proof = challenge.to_bytes(32, "little") + response.to_bytes(32, "little")
    return [point.encode() for point in evaluated], proof


def finalize(
    inputs: Sequence[bytes],
    blinds: Sequence[int],
    blinded: Sequence[bytes],
    evaluated: Sequence[bytes],
    public_key: bytes,
    proof: bytes,
) -> list[bytes]:
    """RFC 9497, sections 2.2.2 and 3.3.2; an answer whose proof does not hold is not used (REQ-TOK-014)."""
    public = element(public_key)
    asked = [element(data) for data in blinded]
    answered = [element(data) for data in evaluated]
    if len(proof) != 64:
        raise Refused("proof")
    c, s = int.from_bytes(proof[:32], "little"), int.from_bytes(proof[32:], "little")
    if c >= ORDER or s >= ORDER:  # REQ-TOK-012
        raise Refused("proof")
    m, z = _composites(public, asked, answered)
    t2 = GENERATOR.times(s) + public.times(c)
    t3 = m.times(s) + z.times(c)
    if _challenge(public, m, z, t2, t3) != c:
        raise Refused("proof")
    outputs = []
    for text, scalar, point in zip(inputs, blinds, answered):
        unblinded = point.times(pow(scalar, -1, ORDER)).encode()
        outputs.append(hashlib.sha512(_framed(text) + _framed(unblinded) + b"Finalize").digest())
    return outputs


def element(data: bytes) -> Element:
    """An element in canonical form that is not the identity (REQ-TOK-012)."""
    point = ristretto.decode(data)
    if point is None or not any(data):
        raise Refused("element")
    return point


def scalar(data: bytes) -> int:
    """A scalar in canonical form that is not nought (REQ-TOK-012)."""
    value = int.from_bytes(data, "little")
    if len(data) != 32 or not 0 < value < ORDER:
        raise Refused("scalar")
    return value


def _composites(public: Element, asked: Sequence[Element], answered: Sequence[Element]) -> tuple[Element, Element]:
    seed = hashlib.sha512(_framed(public.encode()) + _framed(b"Seed-" + CONTEXT)).digest()
    m, z = IDENTITY, IDENTITY
    for index, (one, other) in enumerate(zip(asked, answered)):
        transcript = _framed(seed) + index.to_bytes(2, "big") + _framed(one.encode()) + _framed(other.encode())
        weight = _hash_to_scalar(transcript + b"Composite")
        m, z = m + one.times(weight), z + other.times(weight)
    return m, z


def _challenge(*elements: Element) -> int:
    return _hash_to_scalar(b"".join(_framed(point.encode()) for point in elements) + b"Challenge")


def _framed(data: bytes) -> bytes:
    return len(data).to_bytes(2, "big") + data


def _hash_to_group(text: bytes) -> Element:
    return ristretto.from_uniform(_expand(text, b"HashToGroup-" + CONTEXT))


def _hash_to_scalar(text: bytes) -> int:
    return int.from_bytes(_expand(text, b"HashToScalar-" + CONTEXT), "little") % ORDER


def _expand(text: bytes, tag: bytes) -> bytes:
    """expand_message_xmd of RFC 9380 with SHA-512, to the 64 bytes of one digest."""
    tag += bytes([len(tag)])
    first = hashlib.sha512(bytes(128) + text + (64).to_bytes(2, "big") + b"\0" + tag).digest()
    return hashlib.sha512(first + b"\1" + tag).digest()
