"""The group ristretto255 of RFC 9496, in plain Python: correct, not constant in time, for conformance tests only."""

from __future__ import annotations

from typing import NamedTuple, Optional

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
SQRT_M1 = 19681161376707505956807079304988542015446066515923890162744021073123829784752
SQRT_AD_MINUS_ONE = 25063068953384623474111414158702152701244531502492656460079210482610430750235
INVSQRT_A_MINUS_D = 54469307008909316920995813868745141605393597292927456921205312896311721017578
ONE_MINUS_D_SQ = (1 - D * D) % P
D_MINUS_ONE_SQ = (D - 1) ** 2 % P


class Element(NamedTuple):
    """A point of the twisted Edwards curve, in extended coordinates, that stands for an element of the group."""

    x: int
    y: int
    z: int
    t: int

    def __add__(self, other: "Element") -> "Element":  # type: ignore[override]
        a = (self.y - self.x) * (other.y - other.x) % P
        b = (self.y + self.x) * (other.y + other.x) % P
        c = 2 * self.t * D * other.t % P
        d = 2 * self.z * other.z % P
        e, f, g, h = b - a, d - c, d + c, b + a
        return Element(e * f % P, g * h % P, f * g % P, e * h % P)

    def times(self, scalar: int) -> "Element":
        result, addend = IDENTITY, self
        while scalar:
            if scalar & 1:
                result = result + addend
            addend = addend + addend
            scalar >>= 1
        return result

    def encode(self) -> bytes:
        """RFC 9496, section 4.3.2."""
        u1 = (self.z + self.y) * (self.z - self.y) % P
        u2 = self.x * self.y % P
        _, root = _sqrt_ratio(1, u1 * u2 * u2 % P)
        den1, den2 = root * u1 % P, root * u2 % P
        z_inverse = den1 * den2 * self.t % P
        x, y, denominator = self.x, self.y, den2
        if _negative(self.t * z_inverse % P):
            x, y = self.y * SQRT_M1 % P, self.x * SQRT_M1 % P
            denominator = den1 * INVSQRT_A_MINUS_D % P
        if _negative(x * z_inverse % P):
            y = -y % P
        return _absolute(denominator * (self.z - y) % P).to_bytes(32, "little")


IDENTITY = Element(0, 1, 1, 0)


def decode(data: bytes) -> Optional[Element]:
    """RFC 9496, section 4.3.1; nothing where the bytes are not the canonical form of an element."""
    if len(data) != 32:
        return None
    s = int.from_bytes(data, "little")
    if s >= P or _negative(s):
        return None
    ss = s * s % P
    u1, u2 = (1 - ss) % P, (1 + ss) % P
    u2_squared = u2 * u2 % P
    v = (-(D * u1 * u1) - u2_squared) % P
    was_square, root = _sqrt_ratio(1, v * u2_squared % P)
    den_x = root * u2 % P
    x = _absolute(2 * s * den_x % P)
    y = u1 * root * den_x * v % P
    t = x * y % P
    if not was_square or _negative(t) or y == 0:
        return None
    return Element(x, y, 1, t)


def from_uniform(data: bytes) -> Element:
    """RFC 9496, section 4.3.4: 64 uniform bytes to an element."""
    mask = 2**255 - 1
    return _map(int.from_bytes(data[:32], "little") & mask) + _map(int.from_bytes(data[32:], "little") & mask)


def _map(t: int) -> Element:
    r = SQRT_M1 * t * t % P
    u = (r + 1) * ONE_MINUS_D_SQ % P
    v = (-1 - r * D) * (r + D) % P
    was_square, s = _sqrt_ratio(u, v)
    c = -1
    if not was_square:
        s, c = -_absolute(s * t % P) % P, r
    n = (c * (r - 1) * D_MINUS_ONE_SQ - v) % P
    w0, w1, w2, w3 = 2 * s * v % P, n * SQRT_AD_MINUS_ONE % P, (1 - s * s) % P, (1 + s * s) % P
    return Element(w0 * w3 % P, w2 * w1 % P, w1 * w3 % P, w0 * w2 % P)


def _negative(value: int) -> bool:
    return value & 1 == 1


def _absolute(value: int) -> int:
    return -value % P if _negative(value) else value


def _sqrt_ratio(u: int, v: int) -> tuple[bool, int]:
    """RFC 9496, section 4.2: whether u/v is a square, and the root of it or of it times the root of -1."""
    r = u * pow(v, 3, P) * pow(u * pow(v, 7, P), (P - 5) // 8, P) % P
    check = v * r * r % P
    u = u % P
    correct = check == u
    flipped = check == -u % P
    if flipped or check == -u * SQRT_M1 % P:
        r = r * SQRT_M1 % P
    return correct or flipped, _absolute(r)


# The generator is that of edwards25519, whose y is 4/5 and whose x is even.
_y = 4 * pow(5, -1, P) % P
_x = _sqrt_ratio(_y * _y - 1, D * _y * _y + 1)[1]
GENERATOR = Element(_x, _y, 1, _x * _y % P)


def is_ed25519_key(data: bytes) -> bool:
    """Whether bytes are the canonical form of a point of edwards25519 that is not of small order (REQ-DIR-002)."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if len(data) != 32 or y >= P:
        return False
    square, x = _sqrt_ratio(y * y - 1, D * y * y + 1)
    if not square or x == 0:
        return False
    if x & 1 != sign:
        x = P - x
    eightfold = Element(x, y, 1, x * y % P).times(8)
    return eightfold.x != 0
