"""What a token is made from, and when none is made (docs/spec/tokens.md, docs/spec/identifiers.md)."""

from __future__ import annotations

import datetime
import hashlib
import re
import string
import unicodedata
from typing import Any

MIDDLE_DOTS = "\u00b7\u2022\u2027\u2219\u22c5\u30fb"
APOSTROPHES = "'\u2018\u2019\u02bc`\u00b4\u2032"
POINTS = ".\u3002"
STROKES = "/\\\u2044\u2215|_"
# Hyphens: besides the category Pd, the minus sign, which people type for one.
HYPHENS = "\u2212"
LOOK_LIKE_X = str.maketrans(dict.fromkeys("\u00d7\u0425\u0445\u03a7\u03c7", "X"))
# Of names too, and of ASCII alone: not in the text, see DISAGREEMENTS.md.
CAPITALS = str.maketrans(string.ascii_lowercase, string.ascii_uppercase)
MASKS = "*\u2026\u22ef"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CREDIT_CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY"
SEXES = {"male": "1", "female": "2"}
MAX_BIRTH_ORDER = 20
MAX_INPUT = 512


class Refused(Exception):
    """Why no token is made, told without the value (REQ-TOK-006)."""


def token_input(kind: str, given: dict[str, Any], epoch: int) -> bytes:
    """The input of a token (REQ-TOK-001, REQ-TOK-008, REQ-TOK-009)."""
    purpose = "expense" if kind == "bill" else "subject"
    parts = [purpose, str(epoch), kind, *_fields(kind, given)]
    text = b"tz-tok-v1"
    for part in parts:
        data = part.encode()
        text += len(data).to_bytes(2, "big") + data
    if len(text) > MAX_INPUT:
        raise Refused("length")
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
    _refuse_masks(given)
    text = _clean_number(given).translate(LOOK_LIKE_X)
    if re.fullmatch("[A-Z]{3}[0-9]{12}", text):  # a foreigner's permit of 2017, which has no check character
        raise Refused("kind")
    if len(text) not in (15, 18):
        raise Refused("length")
    if re.search("[^0-9X]", text) or "X" in text[:-1]:
        raise Refused("characters")
    if len(text) == 15 and text.isdigit():
        if text[0] not in "1234567":
            raise Refused("kind")
        text = text[:6] + "19" + text[6:]
        _calendar_day(text[6:14])
        return text + _check_character(text)
    if len(text) != 18:
        raise Refused("characters")
    if text[0] == "0" or text[0] == "8" and text[:6] not in ("810000", "820000", "830000"):
        raise Refused("kind")
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
    if any(character not in CREDIT_CODE for character in text):
        raise Refused("characters")
    total = sum(CREDIT_CODE.index(character) * pow(3, index, 31) for index, character in enumerate(text[:17]))
    if CREDIT_CODE[-total % 31] != text[17]:
        raise Refused("check-digit")
    return text


def _bill(code: str, number: str) -> str:
    """The canonical number of a bill (docs/spec/receipts.md): 8 and 10 digits, 20 digits, or 12 and 8 digits."""
    number = _number(number)
    code = _clean_number(code)
    if re.search("[^0-9]", code + number):
        raise Refused("characters")
    if not code and len(number) in (8, 10):
        raise Refused("missing")
    if (len(code), len(number)) not in ((8, 10), (0, 20), (12, 8)):
        raise Refused("length")
    return code + number


def _free_number(given: str) -> str:
    """A number whose form nobody fixes: what can be printed of ASCII, without marks of what is hidden (REQ-TOK-005)."""
    text = _number(given)
    if re.search("[^!-~]", text):
        raise Refused("characters")
    return text


def _name(given: str) -> str:
    """The name of an issuer or a paper (REQ-TOK-031)."""
    _refuse_masks(given)
    text = "".join(c for c in unicodedata.normalize("NFKC", given) if not _blank(c) and c not in MIDDLE_DOTS)
    text = text.translate(CAPITALS)
    if not text:
        raise Refused("missing")
    if any(unicodedata.category(c) in ("Cc", "Cs", "Co", "Cn") for c in text):
        raise Refused("characters")
    return text


def _number(given: str) -> str:
    """A number as it is compared, which must not be empty or masked (REQ-TOK-002, REQ-TOK-005)."""
    _refuse_masks(given)
    text = _clean_number(given)
    if not text:
        raise Refused("missing")
    return text


def _clean_number(given: str) -> str:
    dropped = MIDDLE_DOTS + APOSTROPHES + POINTS + STROKES + HYPHENS
    text = unicodedata.normalize("NFKC", given)
    kept = (c for c in text if not _blank(c) and unicodedata.category(c) != "Pd" and c not in dropped)
    return "".join(kept).translate(CAPITALS)


def _refuse_masks(given: str) -> None:
    """Before NFKC, which would turn an ellipsis into points that are then dropped."""
    if any(c in MASKS for c in unicodedata.normalize("NFC", given)) or "*" in unicodedata.normalize("NFKC", given):
        raise Refused("characters")


def _blank(character: str) -> bool:
    """White space and characters without width."""
    return character.isspace() or unicodedata.category(character) == "Cf"


def _date(given: str) -> str:
    text = "".join(c for c in unicodedata.normalize("NFKC", given) if not _blank(c))
    if not text:
        raise Refused("missing")
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise Refused("date")
    _calendar_day(text.replace("-", ""))
    return text


def _calendar_day(digits: str) -> None:
    try:
        datetime.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        raise Refused("date") from None
