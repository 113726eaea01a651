"""Reading I-JSON (docs/spec/validation.md, JSON texts; rules TZ-JSN)."""

from __future__ import annotations

import math
import re
from typing import Any

MAX_BYTES = 8 * 1024 * 1024
MAX_LEVELS = 64
MAX_WHOLE = 2**53 - 1
BLANKS = " \t\n\r"
ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")


class Fault(Exception):
    """The code of the rule that the text breaks first."""


def read(data: bytes) -> Any:
    """The value of one JSON text (REQ-JSN-001 to REQ-JSN-006)."""
    if len(data) > MAX_BYTES:
        raise Fault("TZ-JSN-015")
    if data.startswith(b"\xef\xbb\xbf"):
        raise Fault("TZ-JSN-002")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Fault("TZ-JSN-001") from None
    for character in set(text):
        _character(ord(character))
    if not text.strip(BLANKS):
        raise Fault("TZ-JSN-003")
    return _Reader(text).document()


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def document(self) -> Any:
        value = self.value(0)
        self.blanks()
        if self.at < len(self.text):
            raise Fault("TZ-JSN-006")
        return value

    def value(self, level: int) -> Any:
        self.blanks()
        character = self.peek()
        if character in "{[":
            if level == MAX_LEVELS:
                raise Fault("TZ-JSN-014")
            return self.object(level + 1) if character == "{" else self.array(level + 1)
        if character == '"':
            return self.string()
        for word, value in (("true", True), ("false", False), ("null", None)):
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return value
            if word.startswith(self.text[self.at :]):
                raise Fault("TZ-JSN-004")
        return self.number()

    def object(self, level: int) -> dict[str, Any]:
        members: dict[str, Any] = {}
        self.at += 1
        self.blanks()
        if self.taken("}"):
            return members
        while True:
            self.blanks()
            if self.peek() != '"':
                raise Fault("TZ-JSN-005")
            name = self.string()
            if name in members:
                raise Fault("TZ-JSN-011")
            self.blanks()
            self.expect(":")
            members[name] = self.value(level)
            self.blanks()
            if self.taken("}"):
                return members
            self.expect(",")

    def array(self, level: int) -> list[Any]:
        elements: list[Any] = []
        self.at += 1
        self.blanks()
        if self.taken("]"):
            return elements
        while True:
            elements.append(self.value(level))
            self.blanks()
            if self.taken("]"):
                return elements
            self.expect(",")

    def string(self) -> str:
        parts: list[str] = []
        self.at += 1
        while True:
            character = self.peek()
            self.at += 1
            if character == '"':
                return "".join(parts)
            if character < " ":
                raise Fault("TZ-JSN-007")
            parts.append(self.escape() if character == "\\" else _character(ord(character)))

    def escape(self) -> str:
        character = self.peek()
        self.at += 1
        if character != "u":
            if character not in ESCAPES:
                raise Fault("TZ-JSN-008")
            return ESCAPES[character]
        code = self.hexadecimal()
        if 0xD800 <= code < 0xDC00 and self.text.startswith("\\u", self.at):
            self.at += 2
            low = self.hexadecimal()
            if not 0xDC00 <= low < 0xE000:
                raise Fault("TZ-JSN-009")
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
        if 0xD800 <= code < 0xE000:
            raise Fault("TZ-JSN-009")
        return _character(code)

    def hexadecimal(self) -> int:
        digits = self.text[self.at : self.at + 4]
        if not re.fullmatch("[0-9A-Fa-f]{4}", digits):
            short = len(digits) < 4 and re.fullmatch("[0-9A-Fa-f]*", digits)
            raise Fault("TZ-JSN-004" if short else "TZ-JSN-008")
        self.at += 4
        return int(digits, 16)

    def number(self) -> Any:
        match = NUMBER.match(self.text, self.at)
        if match is None:
            raise Fault("TZ-JSN-004" if self.text[self.at :] == "-" else "TZ-JSN-005")
        self.at = match.end()
        if self.text[self.at :] in (".", "e", "E", "e+", "e-", "E+", "E-"):
            raise Fault("TZ-JSN-004")
        if match[1] or match[2]:
            number = float(match[0])
            if math.isinf(number):
                raise Fault("TZ-JSN-013")
            return number
        if len(match[0]) > 17 or abs(int(match[0])) > MAX_WHOLE:
            raise Fault("TZ-JSN-012")
        return int(match[0])

    def blanks(self) -> None:
        while self.at < len(self.text) and self.text[self.at] in BLANKS:
            self.at += 1

    def peek(self) -> str:
        if self.at >= len(self.text):
            raise Fault("TZ-JSN-004")
        return self.text[self.at]

    def taken(self, mark: str) -> bool:
        if self.peek() != mark:
            return False
        self.at += 1
        return True

    def expect(self, mark: str) -> None:
        if not self.taken(mark):
            raise Fault("TZ-JSN-005")


def _character(code: int) -> str:
    """A character that is none of the 66 noncharacters of Unicode."""
    if 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE:
        raise Fault("TZ-JSN-010")
    return chr(code)
