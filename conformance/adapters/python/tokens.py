"""What a token is made from, and when none is made (docs/spec/tokens.md, docs/spec/identifiers.md)."""

from __future__ import annotations

import datetime
import hashlib
import re
import string
import unicodedata
from typing import Any

MIDDLE_DOTS = "\u00b7\u2022\u2027\u30fb"
SEPARATORS = "'-./_\u2010\u2011\u2012\u2013\u2014\u2015\u2019\u2212"
# Ranges of characters without width, and of those with the property White_Space.
UNSEEN = (
    "\u00ad\u00ad \u034f\u034f \u061c\u061c \u180e\u180e \u200b\u200f \u202a\u202e \u2060\u2064 \u2066\u206f \ufeff\ufeff"
).split(" ")
WHITE = "\t\n\v\f\r \u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
LOOK_LIKE_X = str.maketrans(dict.fromkeys("\u00d7\u0425\u0445\u03a7\u03c7", "X"))
CAPITALS = str.maketrans(string.ascii_lowercase, string.ascii_uppercase)
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CREDIT_CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY"
SEXES = {"male": "1", "female": "2"}
MAX_BIRTH_ORDER = 20
MAX_INPUT = 512
LAST_EPOCH = 1_000_000
YEARS = range(1900, 3000)


class Refused(Exception):
    """Why no token is made, told without the value (REQ-TOK-006)."""


def token_input(kind: str, given: dict[str, Any], epoch: int) -> bytes:
    """The input of a token (REQ-TOK-001, REQ-TOK-008, REQ-TOK-009)."""
    fields = _fields(kind, given)
    if len(_written(kind, fields, LAST_EPOCH)) > MAX_INPUT:
        raise Refused("too-long")
    return _written(kind, fields, epoch)


def _written(kind: str, fields: list[str], epoch: int) -> bytes:
    text = b"tz-tok-v1"
    for part in ["expense" if kind == "bill" else "subject", str(epoch), kind, *fields]:
        data = part.encode()
        text += len(data).to_bytes(2, "big") + data
    return text


def commitment(salt: bytes, document: bytes) -> bytes:
    """What the registry knows of a consent (REQ-SHR-013)."""
    return hashlib.sha256(b"tz-consent-v1" + salt + document).digest()


def _fields(kind: str, given: dict[str, Any]) -> list[str]:
    if kind == "resident-id":
        return [resident_id(given["number"])]
    if kind == "birth-certificate":
        return [_birth_certificate(given["number"]), _date(given["birthDate"])]
    if kind == "guardian-and-birth":
        order = given["birthOrder"]
        guardian, born = resident_id(given["guardian"]), _date(given["birthDate"])
        if given["sex"] not in SEXES:
            raise Refused("sex")
        if not 1 <= order <= MAX_BIRTH_ORDER:
            raise Refused("birth-order")
        return [guardian, born, SEXES[given["sex"]], str(order)]
    if kind == "institution-admission":
        return [credit_code(given["institution"]), _free_number(given["number"])]
    if kind == "other-document":
        return [_name(given["issuer"]), _name(given["type"]), _free_number(given["number"])]
    if kind == "bill":
        return [_bill(given.get("code", ""), given["number"])]
    raise Refused("kind")


def resident_id(given: str) -> str:
    """A resident id or a permit of its form, in 18 characters (REQ-TOK-003, REQ-TOK-004, REQ-IDN-001 to REQ-IDN-004)."""
    text = _number(given).translate(LOOK_LIKE_X)
    if len(text) not in (15, 18):
        raise Refused("length")
    if re.fullmatch("[A-Z]{3}[0-9]{12}", text):  # a foreigner's permit of 2017, which has no check character
        raise Refused("kind")
    if not re.fullmatch("[0-9]{15}|[0-9]{17}[0-9X]", text):
        raise Refused("characters")
    if len(text) == 15:
        if text[0] not in "1234567":
            raise Refused("kind")
        text = text[:6] + "19" + text[6:]
        _calendar_day(text[6:14])
        return text + _check_character(text)
    if text[0] == "0" or text[0] == "8" and text[:6] not in ("810000", "820000", "830000"):
        raise Refused("kind")
    if text[0] != "9":
        _calendar_day(text[6:14])
    if _check_character(text[:17]) != text[17]:
        raise Refused("check-digit")
    return text


def _check_character(digits: str) -> str:
    total = sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS))
    return "10X98765432"[total % 11]


def _birth_certificate(given: str) -> str:
    text = _number(given)
    if len(text) != 10:
        raise Refused("length")
    if not re.fullmatch("[A-Z][0-9]{9}", text):
        raise Refused("characters")
    return text


def credit_code(given: str) -> str:
    """GB 32100-2015: base 31, weights of powers of three (REQ-IDN-024)."""
    text = _number(given)
    if len(text) != 18:
        raise Refused("length")
    if any(character not in CREDIT_CODE for character in text) or not re.fullmatch("[0-9]{6}", text[2:8]):
        raise Refused("characters")
    total = sum(CREDIT_CODE.index(character) * pow(3, index, 31) for index, character in enumerate(text[:17]))
    if CREDIT_CODE[-total % 31] != text[17]:
        raise Refused("check-digit")
    return text


def _bill(code: str, number: str) -> str:
    """The canonical number of a bill (docs/spec/receipts.md): 8 and 10 digits, 20 digits, or 12 and 8 digits."""
    number = _number(number)
    code = _number(code, may_be_empty=True)
    if not code and len(number) in (8, 10):
        raise Refused("missing")
    if (len(code), len(number)) not in ((8, 10), (0, 20), (12, 8)):
        raise Refused("length")
    if re.search("[^0-9]", code + number):
        raise Refused("characters")
    return code + number


def _free_number(given: str) -> str:
    """A number whose form nobody fixes: letters, digits and round brackets."""
    text = _number(given)
    if re.search("[^0-9A-Z()]", text):
        raise Refused("characters")
    return text


def _name(given: str) -> str:
    """The name of an issuer or a paper (REQ-TOK-031)."""
    text = "".join(c for c in _seen(given) if c not in MIDDLE_DOTS).translate(CAPITALS)
    text = unicodedata.normalize("NFKC", text)
    if not text:
        raise Refused("missing")
    if any(c == "*" or unicodedata.category(c) == "Cc" for c in text):
        raise Refused("characters")
    return text


def _number(given: str, may_be_empty: bool = False) -> str:
    """A number as it is compared, of which something is left and nothing was cut out (REQ-TOK-002, REQ-TOK-005)."""
    if ".." in unicodedata.normalize("NFKC", given):
        raise Refused("characters")
    text = "".join(c for c in _seen(given) if c not in SEPARATORS + MIDDLE_DOTS).translate(CAPITALS)
    if not text and not may_be_empty:
        raise Refused("missing")
    return text


def _seen(given: str) -> str:
    """NFKC, without white space and characters without width."""
    return "".join(c for c in unicodedata.normalize("NFKC", given) if c not in WHITE and not _unseen(c))


def _unseen(character: str) -> bool:
    return any(first <= character <= last for first, last in UNSEEN)


def _date(given: str) -> str:
    text = _seen(given)
    if not text:
        raise Refused("missing")
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise Refused("date")
    _calendar_day(text.replace("-", ""))
    return text


def _calendar_day(digits: str) -> None:
    if int(digits[:4]) not in YEARS:
        raise Refused("date")
    try:
        datetime.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        raise Refused("date") from None
