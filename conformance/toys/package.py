"""A package from the outside inwards: the seal of age, the zip archive, JSON, the files of signatures.

Written from docs/spec/package.md, signatures.md and validation.md. Whatever is wrong raises Refused with the code of the
rule that was broken and the place; never with a word of what was read.
"""
import base64, datetime, hashlib, json, re, struct, time, zlib
import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

MIB = 1 << 20
UUID7 = r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
LAYOUT = re.compile(rf"manifest\.json|records/({UUID7}\.json)?|receipts/({UUID7}\.json)?|signatures/([0-9a-z-]{{1,64}}\.jws\.json)?"
                    rf"|documents/({UUID7}\.(pdf|jpg|png|ofd|xml))?")
EXTRAS = {0x0001, 0x000A, 0x5455, 0x5855, 0x7855, 0x7875, 0xCAFE}  # zip64; times of NTFS and Unix; Unix ids; Java's mark


class Refused(Exception):
    """Why something is not taken: findings are (rule, JSON Pointer or None); code is one of the codelist `problem`."""

    def __init__(self, *findings, code="unsound"):
        super().__init__(code)
        self.findings, self.code = findings, code


def want(fits, rule, pointer=None, code="unsound"):
    if not fits:
        raise Refused((f"PKG-{rule:03d}" if isinstance(rule, int) else rule, pointer), code=code)


class Late(Exception):
    """The time for this request is over."""


class Clock:
    """How long one request may still be worked on."""

    def __init__(self, seconds):
        self.end = time.monotonic() + seconds

    def check(self):
        if time.monotonic() > self.end:
            raise Late


# --- JSON as the standard reads it (REQ-JSN-001 to 006) ---------------------------------------------------------------
BLANKS = re.compile(r"[ \t\r\n]*")
STRING = re.compile(r'"(?:[^"\\\x00-\x1f]|\\.)*', re.DOTALL)
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)((?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)")
WORDS = {"true": True, "false": False, "null": None}
LONE = re.compile("[\ud800-\udfff]")
NONCHARACTER = re.compile("[\ufdd0-\ufdef%s]" % "".join(chr(p << 16 | low) for p in range(17) for low in (0xFFFE, 0xFFFF)))


class NotJson(Exception):
    """The rule that a text breaks, with line and column, both from 1."""

    def __init__(self, rule, text, at):
        super().__init__(rule)
        self.rule = "JSN-004" if rule == "JSN-005" and at >= len(text) else rule
        self.line, self.column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


class Reader:
    """Reads one text. `places` tells afterwards at which character the value, or the member, of each JSON Pointer begins."""

    def __init__(self, data, clock, limit=8 * MIB, twice=False):
        self.clock, self.twice, self.places, self.text = clock, twice, {}, ""
        self.marks = len(data) <= MIB  # of a larger text nobody asks where things are
        self.want(len(data) <= limit, "JSN-015", 0)
        self.want(not data.startswith(b"\xef\xbb\xbf"), "JSN-002", 0)
        try:
            self.text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            self.text = data[:error.start].decode("utf-8")
            self.want(False, "JSN-001", len(self.text))

    def want(self, fits, rule, at):
        if not fits:
            raise NotJson(rule, self.text, at)

    def skip(self, at):
        return BLANKS.match(self.text, at).end()

    def read(self):
        start = self.skip(0)
        self.want(start < len(self.text), "JSN-003", start)
        value, end = self.value(start, "", 1)
        self.want(self.skip(end) == len(self.text), "JSN-006", self.skip(end))
        return value

    def string(self, at):
        self.want(self.text.startswith('"', at), "JSN-005", at)
        end = STRING.match(self.text, at).end()
        self.want(self.text[end:end + 1] not in ("", "\\"), "JSN-004", end)
        self.want(self.text[end] == '"', "JSN-007", end)
        try:
            value = json.loads(self.text[at:end + 1])
        except ValueError:
            self.want(False, "JSN-008", at)
        self.want(not LONE.search(value), "JSN-009", at)
        self.want(not NONCHARACTER.search(value), "JSN-010", at)
        return value, end + 1

    def number(self, at):
        match = NUMBER.match(self.text, at)
        self.want(match, "JSN-005", at)
        if not match[1]:
            self.want(len(match[0]) < 18 and abs(int(match[0])) < 2**53, "JSN-012", at)
            return int(match[0]), match.end()
        self.want(abs(float(match[0])) != float("inf"), "JSN-013", at)
        return float(match[0]), match.end()

    def value(self, at, pointer, depth):
        if self.marks:
            self.places[pointer] = at
        first = self.text[at:at + 1]
        if first == '"':
            return self.string(at)
        if first not in ("[", "{"):
            word = next((word for word in WORDS if self.text.startswith(word, at)), None)
            return (WORDS[word], at + len(word)) if word else self.number(at)
        self.clock.check()
        self.want(depth <= 64, "JSN-014", at)
        held, close, at = ({}, "}", at + 1) if first == "{" else ([], "]", at + 1)
        while self.text[(at := self.skip(at)):at + 1] != close or held:
            if first == "[":
                value, at = self.value(at, f"{pointer}/{len(held)}", depth + 1)
                held.append(value)
            else:
                begin, (name, at) = at, self.string(at)
                self.want(name not in held or self.twice, "JSN-011", begin)
                at = self.skip(at)
                self.want(self.text.startswith(":", at), "JSN-005", at)
                inner = pointer + "/" + name.replace("~", "~0").replace("/", "~1")
                held[name], at = self.value(self.skip(at + 1), inner, depth + 1)
                if self.marks:
                    self.places[inner] = begin
            at = self.skip(at)
            if self.text.startswith(close, at):
                break
            self.want(self.text.startswith(",", at), "JSN-005", at)
            at += 1
        return held, at + 1


# --- the seal (REQ-SIG-020, 021) --------------------------------------------------------------------------------------
def unseal(sealed, identity):
    """The package inside, or a refusal. Only the binary form of age version 1, and never a passphrase."""
    end = re.search(rb"\n--- [A-Za-z0-9+/]{43}\n", sealed[:128 * 1024])
    want(sealed.startswith(b"age-encryption.org/v1\n") and end and b"\n-> scrypt " not in sealed[:end.start()], "SIG-020")
    try:
        return pyrage.decrypt(sealed, [identity])
    except pyrage.DecryptError as error:
        raise Refused(("SIG-022" if "No matching keys" in str(error) else "SIG-020", None)) from None


# --- the archive (REQ-PKG-001 to 017); a bare number is that of a rule TZ-PKG -----------------------------------------
def end_record(data):
    """How many entries there are, and where the directory begins and ends."""
    want(len(data) <= 512 * MIB, 9)
    floor = max(0, len(data) - 65557)
    at = data.rfind(b"PK\5\6", floor)
    want(0 <= at <= len(data) - 22, 1)
    disk, start_disk, here, entries, size, offset, comment = struct.unpack("<4xHHHHIIH", data[at:at + 22])
    want(not comment or at + 22 + comment != len(data), 2)
    want(at + 22 == len(data), 3)
    for earlier in re.finditer(rb"PK\x05\x06", data[floor:at]):  # may the comment of another reach to the very end?
        start = floor + earlier.start()
        want(start + 22 + int.from_bytes(data[start + 20:start + 22], "little") != len(data), 4)
    want(not disk and not start_disk and here == entries, 5)
    stop = at
    if at >= 76 and data[at - 20:at - 16] == b"PK\6\7":
        stop = at - 76
        want(data[stop:stop + 4] == b"PK\6\6" and struct.unpack("<4xIQI", data[at - 20:at]) == (0, stop, 1), 6)
        length, _, _, one, two, here, *whole = struct.unpack("<4xQHHIIQQQQ", data[stop:at - 20])
        want((length, one, two, here) == (44, 0, 0, whole[0]) and all(short in (long, most) for short, long, most in zip(
            (entries, size, offset), whole, (0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF))), 6)
        entries, size, offset = whole
    else:
        want(entries != 0xFFFF and 0xFFFFFFFF not in (size, offset), 6)
    want(offset + size <= stop, 7)
    want(offset + size == stop, 8)
    want(entries <= 2000, 10)
    want(size <= MIB, 11)
    return entries, offset, stop


def extras(data, sizes):
    """Reads extra fields; gives the numbers, with what zip64 says of those that are all ones, and whether it says anything."""
    seen, wide = set(), [place for place, size in enumerate(sizes) if size == 0xFFFFFFFF]
    sizes = list(sizes)
    while data:
        want(len(data) >= 4 and len(data) >= 4 + int.from_bytes(data[2:4], "little"), 22)
        kind, length = struct.unpack("<HH", data[:4])
        field, data = data[4:4 + length], data[4 + length:]
        want(kind not in seen, 23)
        want(kind not in (0x7075, 0x6375), 24)
        want(kind in EXTRAS, 25)
        seen.add(kind)
        if kind == 1:
            want(wide and length == 8 * len(wide), 26)
            for index, place in enumerate(wide):
                sizes[place] = int.from_bytes(field[8 * index:8 * index + 8], "little")
    want(1 in seen or not wide, 26)
    return sizes, 1 in seen


def name_of(raw):
    want(raw, 32)
    want(b"\0" not in raw, 33)
    want(raw.isascii(), 34)
    name = raw.decode("ascii")
    for wrong, number in ((r"\\", 35), (r"^[A-Za-z]:", 36), (r"^/", 37), (r"(^|/)\.\.?(/|$)", 38), (r"[A-Z]", 39)):
        want(not re.search(wrong, name), number)
    want(LAYOUT.fullmatch(name), 40)
    return name


def listed(data):
    """What the directory lists, held against the local headers: (name, method, content, size, check sum)."""
    count, at, stop = end_record(data)
    directory, found, names = at, [], set()
    for _ in range(count):
        want(at < stop, 16)
        want(at + 46 <= stop and data[at:at + 4] == b"PK\1\2", 15)
        (made, needs, flags, method, moment, crc, packed, size, name_len, extra_len, comment_len, disk, _, attributes,
         offset) = struct.unpack("<4xHHHHIIIIHHHHHII", data[at:at + 46])
        middle, after = at + 46 + name_len, at + 46 + name_len + extra_len
        want(after + comment_len <= stop, 15)
        want(not comment_len, 17)
        want(not disk, 5)
        size, packed, offset = extras(data[middle:after], (size, packed, offset))[0]
        want(not flags & 0x2041, 18)
        want(not flags & ~0x080E, 19)
        want(method in (0, 8), 20)
        want(needs & 0xFF <= 20 or needs & 0xFF == 45, 21)  # 45 is that of zip64
        name, kind = name_of(data[at + 46:middle]), attributes >> 28 if made >> 8 in (3, 19) else 0  # the type of Unix
        folder = name.endswith("/")
        want(kind != 0xA, 27)
        want(kind in (0, 4, 8), 28)
        want(not (kind == 4 or attributes & 0x10) if not folder else kind != 8, 29)
        want(not folder or not size and not (packed and method == 0), 30)
        want(method == 8 or packed == size, 31)
        want(name not in names, 41)
        want(not name.startswith("documents/") or folder or name[:46] not in names, 42)
        names |= {name, name[:46]}
        want(size <= (64 if name.startswith("documents/") else 8) * MIB, 12)
        want(size <= MIB or size <= 200 * packed, 14)
        found.append((offset, data[at + 46:middle], name, flags, method, moment, crc, packed, size))
        at = after
    want(at == stop, 16)
    want(sum(e[8] for e in found) <= 1024 * MIB and sum(e[8] for e in found if e[2].endswith(".json")) <= 32 * MIB, 13)
    found.sort()
    ends = [entry[0] for entry in found[1:]] + [directory]
    want((found[0][0] if found else directory) == 0, 43)
    return [local(data, end, *entry) for entry, end in zip(found, ends)]


def local(data, end, offset, raw, name, flags, method, moment, crc, packed, size):
    """Holds a local header and what follows the content against the directory; no byte before `end` may be left."""
    want(data[offset:offset + 4] == b"PK\3\4" and offset + 30 <= end, 47)
    flags2, method2, moment2, crc2, packed2, size2, name_len, extra_len = struct.unpack("<6xHHIIIIHH", data[offset:offset + 30])
    start = offset + 30 + name_len + extra_len
    (size2, packed2), wide = extras(data[offset + 30 + name_len:start], (size2, packed2))
    want(data[offset + 30:offset + 30 + name_len] == raw, 48)
    want(flags == flags2, 49)
    want(method == method2, 50)
    want(moment == moment2, 51)
    later = bool(flags & 8)  # sizes and check sum follow the content, and may be nothing here
    want((packed2, size2) == (packed, size) or later and (packed2, size2) == (0, 0), 52)
    want(crc2 == crc or later and crc2 == 0, 53)
    stop = start + packed
    content = data[start:stop]
    if later:
        plain = struct.pack("<IQQ" if wide else "<III", crc, packed, size)
        marked = data[stop:stop + 4] == b"PK\7\x08"
        stop += 4 * marked + len(plain)
        want(data[stop - len(plain):stop] == plain, 55 if marked else 54)
        want(method == 8 or b"PK\7\x08" not in content, 62)
    want(stop <= end, 46)
    want(stop == end, 45 if data[stop:stop + 4] == b"PK\3\4" else 44)
    return name, method, content, size, crc


class Entry:
    """What is kept of an entry: its size and digest, JSON whole, and of papers both ends only."""

    def __init__(self, name, method, rest, size, crc, clock):
        """Unpacks in pieces, so that nothing grows beyond what was stated."""
        self.name, self.size, self.head, self.tail = name, size, b"", b""
        self.data = None if name.startswith("documents/") else b""
        digest, check, got, engine = hashlib.sha256(), 0, 0, zlib.decompressobj(-15) if method == 8 else None
        while True:
            clock.check()
            try:
                piece, rest = (engine.decompress(rest, MIB), engine.unconsumed_tail) if engine else (rest[:MIB], rest[MIB:])
            except zlib.error:
                want(False, 57)
            got, check = got + len(piece), zlib.crc32(piece, check)
            want(got <= size, 60)
            digest.update(piece)
            self.head, self.tail = self.head or piece[:2048], (self.tail + piece)[-2048:]
            self.data = self.data if self.data is None else self.data + piece
            if (engine.eof or not piece and not rest) if engine else not rest:
                break
        want(not engine or engine.eof, 58)
        want(not engine or not engine.unused_data, 59)
        want(got == size, 60)
        want(check == crc, 61)
        self.digest = digest.hexdigest()


def unpack(data, clock):
    """All entries by name, folders left out."""
    return {entry[0]: Entry(*entry, clock) for entry in listed(data) if not entry[0].endswith("/")}


# --- signatures (REQ-SIG-001, REQ-DIR-114, 115) --------------------------------------------------------------------------------
def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def plain64(text, size=None):
    """Bytes of base64url without padding, written in the one way there is; None for anything else."""
    if not isinstance(text, str) or not re.fullmatch(r"[0-9A-Za-z_-]*", text) or len(text) % 4 == 1:
        return None
    raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    return raw if base64url(raw) == text and size in (None, len(raw)) else None


def signatures_of(data, kind, clock):
    """[(key id, signed bytes before the payload, signature)] of a detached JWS of this one form, or None."""
    try:
        held, result = Reader(data, clock, 64 * 1024).read(), []
        if set(held) != {"signatures"} or not isinstance(held["signatures"], list) or not 1 <= len(held["signatures"]) <= 64:
            return None
        for one in held["signatures"]:
            header, signature = Reader(plain64(one["protected"]), clock).read(), plain64(one["signature"], 64)
            if set(one) != {"protected", "signature"} or signature is None or set(header) != {"alg", "kid", "typ"} \
                    or (header["alg"], header["typ"]) != ("EdDSA", kind) or plain64(header["kid"], 32) is None:
                return None
            result.append((header["kid"], one["protected"].encode() + b".", signature))
        return result
    except (NotJson, TypeError, KeyError):
        return None


def verifies(public, signature, data):
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, data)
        return True
    except (InvalidSignature, ValueError):
        return False


def instant(text):
    """Seconds since 1970 of an instant of the standard; None where no clock shows it."""
    try:
        moment = datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=datetime.timezone.utc)
    except ValueError:
        return None
    return moment.timestamp() if 1900 <= moment.year <= 2999 else None


def written(seconds):
    return datetime.datetime.fromtimestamp(int(seconds), datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def counts(member, key, at, directory):
    """None where a signature of this key at this moment counts, else the rule of packages that says why not."""
    revocation = key.get("revocation")
    if member["memberId"] in directory.revoked or revocation and (
            revocation["reason"] == "compromised" or instant(revocation["at"]) <= at):
        return "SIG-006"
    if at < max(instant(member["validFrom"]), instant(key["validFrom"])):
        return "SIG-005"
    ends = [instant(each["validUntil"]) for each in (member, key) if "validUntil" in each]
    return "SIG-004" if any(at >= end for end in ends) else None
