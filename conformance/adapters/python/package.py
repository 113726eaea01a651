"""The archive of a package, read so that no two programs can differ (docs/spec/package.md; rules TZ-PKG-001 to 062)."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Optional

from findings import Finding

MEBIBYTE = 1024 * 1024
MAX_ARCHIVE, MAX_ENTRIES, MAX_DIRECTORY = 512 * MEBIBYTE, 2000, MEBIBYTE
MAX_DOCUMENT, MAX_DOCUMENTS, MAX_PAPER, MAX_TOTAL = 8 * MEBIBYTE, 32 * MEBIBYTE, 64 * MEBIBYTE, 1024 * MEBIBYTE
MAX_RATIO = 200

END, END64, LOCATOR64 = b"PK\5\6", b"PK\6\6", b"PK\6\7"
CENTRAL, LOCAL, DESCRIPTOR = b"PK\1\2", b"PK\3\4", b"PK\7\x08"
FULL16, FULL32 = 0xFFFF, 0xFFFFFFFF

ENCRYPTED = 1 << 0 | 1 << 6 | 1 << 13
STREAMED = 1 << 3
KNOWN_FLAGS = 1 << 1 | 1 << 2 | STREAMED | 1 << 11
STORED, DEFLATED = 0, 8
MAX_VERSION = 45
ZIP64, UNICODE_PATH = 0x0001, 0x7075
REPARSE_POINT, DEVICE, VOLUME = 0x400, 0x40, 0x08  # in the attributes of Windows
# The kinds of extra fields, and when each is well-formed.
EXTRAS = {
    ZIP64: lambda body: len(body) <= 24,
    0x000A: lambda body: len(body) == 32 and body[4:8] == b"\x01\x00\x18\x00",
    0x5455: lambda body: len(body) in (1, 5, 9, 13) and body[0] <= 7,
    0x5855: lambda body: len(body) in (8, 12),
    0x7855: lambda body: len(body) in (0, 4),
    0x7875: lambda body: _are_unix_ids(body),
    0xCAFE: lambda body: not body,
}

UUID7 = "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
PAPER = re.compile(rf"documents/({UUID7})\.(?:pdf|jpg|png|ofd|xml)")
LAYOUT = re.compile(
    rf"manifest\.json|(?:records|receipts)/{UUID7}\.json|{PAPER.pattern}|signatures/[0-9a-z-]{{1,64}}\.jws\.json"
    r"|records/|receipts/|documents/|signatures/"
)


class Refused(Exception):
    """The code of the rule for which an archive is refused, before anything is inflated."""


@dataclass
class _Entry:
    flags: int
    method: int
    time: int
    crc: int
    compressed: int
    size: int
    offset: int
    raw_name: bytes
    data_at: int = 0
    ends_at: int = 0

    @property
    def name(self) -> str:
        return self.raw_name.decode("ascii")

    @property
    def is_folder(self) -> bool:
        return self.raw_name.endswith(b"/")


@dataclass
class Package:
    """The entries of a package by name; an entry that could not be inflated is named with nothing."""

    entries: dict[str, Optional[bytes]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def read(data: bytes) -> Package:
    """A package; where the archive is refused, no entry of it (REQ-PKG-001 to REQ-PKG-017)."""
    package = Package()
    try:
        directory, size, count = _end(data)
        entries = _directory(data[directory : directory + size], count)
        _layout(data, entries, directory)
    except Refused as refused:
        package.findings.append(Finding(str(refused)))
        return package
    for entry in entries:
        if entry.is_folder:
            continue
        content: Optional[bytes] = None
        try:
            content = _content(data, entry)
        except Refused as refused:
            package.findings.append(Finding(str(refused), entry.name))
        package.entries[entry.name] = content
    return package


def _end(data: bytes) -> tuple[int, int, int]:
    """Where the directory begins, its size and the number of its records (REQ-PKG-001 to REQ-PKG-005)."""
    if len(data) > MAX_ARCHIVE:
        raise Refused("TZ-PKG-009")
    window = max(0, len(data) - 22 - FULL16)
    places = [match.start() for match in re.finditer(re.escape(END), data[window:])]
    places = [window + place for place in places if window + place + 22 <= len(data)]
    ends = {place: place + 22 + struct.unpack_from("<H", data, place + 20)[0] for place in places}
    whole = [place for place in places if ends[place] == len(data)]
    if not places:
        raise Refused("TZ-PKG-001")
    # A place can also be taken for the end record where the directory that the last one names ends.
    named = sum(struct.unpack_from("<LL", data, places[-1] + 12))
    if len({place for place in places if place in whole or place == named}) > 1:
        raise Refused("TZ-PKG-004")
    if not whole:
        raise Refused("TZ-PKG-003" if ends[places[-1]] < len(data) else "TZ-PKG-001")
    place = whole[0]
    if ends[place] != place + 22:
        raise Refused("TZ-PKG-002")
    disk, first_disk, here, count, size, offset = struct.unpack_from("<4xHHHHLL", data, place)
    end = place
    locator = place - 20
    if locator >= 0 and data.startswith(LOCATOR64, locator):
        end, (disk, first_disk, here, count, size, offset) = _end64(
            data, locator, (disk, first_disk, here, count, size, offset)
        )
    elif FULL16 in (here, count) or FULL32 in (size, offset):
        raise Refused("TZ-PKG-006")
    if disk or first_disk or here != count:
        raise Refused("TZ-PKG-005")
    if offset + size > end:
        raise Refused("TZ-PKG-007")
    if offset + size < end:
        later = size and data.startswith(CENTRAL, end - size)
        raise Refused("TZ-PKG-043" if later else "TZ-PKG-008")
    if count > MAX_ENTRIES:
        raise Refused("TZ-PKG-010")
    if size > MAX_DIRECTORY:
        raise Refused("TZ-PKG-011")
    return offset, size, count


def _end64(data: bytes, locator: int, plain: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
    """The zip64 end record, which has to say what the plain one says (REQ-PKG-003)."""
    disk, place, disks = struct.unpack_from("<4xLQL", data, locator)
    if disk or disks != 1:
        raise Refused("TZ-PKG-005")
    if place + 56 != locator or not data.startswith(END64, place):
        raise Refused("TZ-PKG-006")
    length, *fields = struct.unpack_from("<4xQ4xLLQQQQ", data, place)
    if length != 44:
        raise Refused("TZ-PKG-006")
    for short, long, full in zip(plain, fields, (FULL16, FULL16, FULL16, FULL16, FULL32, FULL32)):
        if short not in (long, full):
            raise Refused("TZ-PKG-006")
    return place, tuple(fields)


def _directory(data: bytes, count: int) -> list[_Entry]:
    """The records of the central directory, each judged by itself."""
    entries: list[_Entry] = []
    at = 0
    while at < len(data):
        if not data.startswith(CENTRAL, at) or at + 46 > len(data):
            raise Refused("TZ-PKG-015")
        lengths = struct.unpack_from("<HHH", data, at + 28)
        end = at + 46 + sum(lengths)
        if end > len(data):
            raise Refused("TZ-PKG-015")
        entries.append(_record(data[at:end], lengths))
        at = end
    if len(entries) != count:
        raise Refused("TZ-PKG-016")
    _names(entries)
    _sizes(entries)
    return entries


def _record(record: bytes, lengths: tuple[int, ...]) -> _Entry:
    version, flags, method, time, crc, compressed, size = struct.unpack_from("<6xHHHLLLL", record)
    disk, attributes, offset = struct.unpack_from("<34xH2xLL", record)
    name, extra = record[46 : 46 + lengths[0]], record[46 + lengths[0] : 46 + lengths[0] + lengths[1]]
    if lengths[2]:
        raise Refused("TZ-PKG-017")
    if flags & ENCRYPTED:
        raise Refused("TZ-PKG-018")
    if flags & ~KNOWN_FLAGS:
        raise Refused("TZ-PKG-019")
    if method not in (STORED, DEFLATED):
        raise Refused("TZ-PKG-020")
    if version & 0xFF > MAX_VERSION:
        raise Refused("TZ-PKG-021")
    fields = _extras(extra)
    stated = [(size, FULL32), (compressed, FULL32), (offset, FULL32), (disk, FULL16)]
    size, compressed, offset, disk = _zip64(fields, stated)
    if disk:
        raise Refused("TZ-PKG-005")
    entry = _Entry(flags, method, time, crc, compressed, size, offset, name)
    _name(name)
    _kind(entry, attributes)
    if method == STORED and compressed != size:
        raise Refused("TZ-PKG-031")
    return entry


def _extras(data: bytes) -> dict[int, bytes]:
    """REQ-PKG-010."""
    fields: dict[int, bytes] = {}
    at = 0
    while at < len(data):
        if at + 4 > len(data):
            raise Refused("TZ-PKG-022")
        kind, length = struct.unpack_from("<HH", data, at)
        if at + 4 + length > len(data):
            raise Refused("TZ-PKG-022")
        if kind in fields:
            raise Refused("TZ-PKG-023")
        if kind == UNICODE_PATH:
            raise Refused("TZ-PKG-024")
        if kind not in EXTRAS:
            raise Refused("TZ-PKG-025")
        fields[kind] = data[at + 4 : at + 4 + length]
        if not EXTRAS[kind](fields[kind]):
            raise Refused("TZ-PKG-022")
        at += 4 + length
    return fields


def _are_unix_ids(body: bytes) -> bool:
    """Version 1, then twice a length and as many bytes."""
    at = 1
    for _ in range(2):
        if at >= len(body) or body[at] > 8:
            return False
        at += 1 + body[at]
    return body[0] == 1 and at == len(body)


def _zip64(fields: dict[int, bytes], stated: list[tuple[int, int]]) -> list[int]:
    """The values that stand in the zip64 field where the plain ones are full, and nothing else in it."""
    data = fields.get(ZIP64)
    values: list[int] = []
    at = 0
    for value, full in stated:
        if value != full:
            values.append(value)
            continue
        length = 8 if full == FULL32 else 4
        if data is None or at + length > len(data):
            raise Refused("TZ-PKG-026")
        values.append(int.from_bytes(data[at : at + length], "little"))
        at += length
    if data is not None and at != len(data):
        # Some programs repeat the two sizes although they fit.
        repeated = b"".join(value.to_bytes(8, "little") for value in values[: len(data) // 8])
        if at or data != repeated:
            raise Refused("TZ-PKG-026")
    return values


def _name(name: bytes) -> None:
    """REQ-PKG-013 to REQ-PKG-015."""
    if not name:
        raise Refused("TZ-PKG-032")
    if b"\0" in name:
        raise Refused("TZ-PKG-033")
    if any(byte > 0x7F for byte in name):
        raise Refused("TZ-PKG-034")
    text = name.decode("ascii")
    if "\\" in text:
        raise Refused("TZ-PKG-035")
    if re.match("[A-Za-z]:", text):
        raise Refused("TZ-PKG-036")
    if text.startswith("/"):
        raise Refused("TZ-PKG-037")
    if {".", ".."} & set(text.split("/")):
        raise Refused("TZ-PKG-038")
    if text != text.lower():
        raise Refused("TZ-PKG-039")
    if not LAYOUT.fullmatch(text):
        raise Refused("TZ-PKG-040")


def _kind(entry: _Entry, attributes: int) -> None:
    """REQ-PKG-011."""
    unix = attributes >> 28
    if unix == 0o12 or attributes & REPARSE_POINT:
        raise Refused("TZ-PKG-027")
    if unix not in (0, 0o10, 0o04) or attributes & (VOLUME | DEVICE):
        raise Refused("TZ-PKG-028")
    marked = {0o10: False, 0o04: True}.get(unix)
    as_folder = attributes & 0x10 != 0
    if entry.is_folder:
        if marked is False or marked is None and attributes and not as_folder:
            raise Refused("TZ-PKG-029")
        if entry.size or entry.compressed:
            raise Refused("TZ-PKG-030")
    elif marked or as_folder:
        raise Refused("TZ-PKG-029")


def _names(entries: list[_Entry]) -> None:
    """REQ-PKG-016."""
    names, papers = set(), set()
    for entry in entries:
        if entry.name in names:
            raise Refused("TZ-PKG-041")
        names.add(entry.name)
        paper = PAPER.fullmatch(entry.name)
        if paper:
            if paper[1] in papers:
                raise Refused("TZ-PKG-042")
            papers.add(paper[1])


def _sizes(entries: list[_Entry]) -> None:
    """REQ-PKG-006."""
    total = documents = 0
    for entry in entries:
        is_document = entry.name.endswith(".json")
        if entry.size > (MAX_DOCUMENT if is_document else MAX_PAPER):
            raise Refused("TZ-PKG-012")
        if entry.size > MEBIBYTE and entry.size > MAX_RATIO * entry.compressed:
            raise Refused("TZ-PKG-014")
        total += entry.size
        documents += entry.size if is_document else 0
        if total > MAX_TOTAL or documents > MAX_DOCUMENTS:
            raise Refused("TZ-PKG-013")


def _layout(data: bytes, entries: list[_Entry], directory: int) -> None:
    """Entries follow each other from the first byte to the directory (REQ-PKG-005, REQ-PKG-012)."""
    at = 0
    ordered = sorted(entries, key=lambda entry: entry.offset)
    for index, entry in enumerate(ordered):
        _join(data, at, entry.offset, first=index == 0)
        following = ordered[index + 1].offset if index + 1 < len(ordered) else directory
        _local(data, entry, following, directory)
        at = entry.ends_at
    _join(data, at, directory, first=not entries)


def _join(data: bytes, end: int, following: int, first: bool) -> None:
    if following < end:
        raise Refused("TZ-PKG-046")
    if following > end:
        if data.startswith(LOCAL, end):
            raise Refused("TZ-PKG-045")
        raise Refused("TZ-PKG-043" if first else "TZ-PKG-044")


def _local(data: bytes, entry: _Entry, following: int, directory: int) -> None:
    """The local header, which has to say what the directory says."""
    at = entry.offset
    if at + 30 > directory or not data.startswith(LOCAL, at):
        raise Refused("TZ-PKG-047")
    version, flags, method, time, crc, compressed, size, name_length, extra_length = struct.unpack_from(
        "<4xHHHLLLLHH", data, at
    )
    names_at = at + 30
    entry.data_at = names_at + name_length + extra_length
    if entry.data_at > directory:
        raise Refused("TZ-PKG-047")
    if data[names_at : names_at + name_length] != entry.raw_name:
        raise Refused("TZ-PKG-048")
    if flags != entry.flags:
        raise Refused("TZ-PKG-049")
    if method != entry.method:
        raise Refused("TZ-PKG-050")
    if time != entry.time:
        raise Refused("TZ-PKG-051")
    if version & 0xFF > MAX_VERSION:
        raise Refused("TZ-PKG-021")
    fields = _extras(data[names_at + name_length : entry.data_at])
    size, compressed = _zip64(fields, [(size, FULL32), (compressed, FULL32)])
    streamed = flags & STREAMED
    if (size, compressed) != (entry.size, entry.compressed) and not (streamed and size == compressed == 0):
        raise Refused("TZ-PKG-052")
    if crc != entry.crc and not (streamed and crc == 0):
        raise Refused("TZ-PKG-053")
    entry.ends_at = entry.data_at + entry.compressed
    if entry.ends_at > directory:
        raise Refused("TZ-PKG-046")
    if streamed:
        entry.ends_at += _descriptor(data[entry.ends_at : directory], entry, following - entry.ends_at)


def _descriptor(data: bytes, entry: _Entry, room: int) -> int:
    """The length of the data descriptor, of which there are four forms."""
    if room == 0:
        raise Refused("TZ-PKG-054")
    lengths = []
    for mark in (DESCRIPTOR, b""):
        for sizes in ("<LLL", "<LQQ"):
            try:
                form = mark + struct.pack(sizes, entry.crc, entry.compressed, entry.size)
            except struct.error:
                continue
            if data.startswith(form):
                lengths.append(len(form))
    if not lengths:
        raise Refused("TZ-PKG-054" if data.startswith((LOCAL, CENTRAL)) or not data else "TZ-PKG-055")
    plain_is_mark = entry.crc == int.from_bytes(DESCRIPTOR, "little") and lengths[0] in (12, 20)
    if len(lengths) > 1 or plain_is_mark:
        raise Refused("TZ-PKG-056")
    return lengths[0]


def _content(data: bytes, entry: _Entry) -> bytes:
    """REQ-PKG-017."""
    content = data[entry.data_at : entry.data_at + entry.compressed]
    if entry.method == DEFLATED:
        content = _inflate(content, entry.size)
    elif entry.flags & STREAMED and any(_early_ends(content)):
        raise Refused("TZ-PKG-062")
    if len(content) != entry.size:
        raise Refused("TZ-PKG-060")
    if zlib.crc32(content) != entry.crc:
        raise Refused("TZ-PKG-061")
    return content


def _inflate(content: bytes, size: int) -> bytes:
    inflater = zlib.decompressobj(-15)
    try:
        result = inflater.decompress(content, size + 1)
    except zlib.error:
        raise Refused("TZ-PKG-057") from None
    if len(result) > size:
        raise Refused("TZ-PKG-060")
    if not inflater.eof:
        raise Refused("TZ-PKG-058")
    if inflater.unused_data:
        raise Refused("TZ-PKG-059")
    return result


def _early_ends(content: bytes) -> Iterator[bool]:
    """Whether a program that reads a stored entry as it comes could stop before its end (REQ-PKG-012)."""
    for match in re.finditer(re.escape(DESCRIPTOR), content):
        at = match.start()
        for form in ("<LLL", "<LQQ"):
            if at + 4 + struct.calcsize(form) <= len(content):
                yield struct.unpack_from(form, content, at + 4)[1] == at
