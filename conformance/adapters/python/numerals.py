"""Amounts: yuan with two places, and Chinese capital numerals, both to fen."""

from __future__ import annotations

import re
from typing import Optional

DIGITS = {**{c: i for i, c in enumerate("零壹贰叁肆伍陆柒捌玖")}, "〇": 0, "貳": 2, "陸": 6}
UNITS = {"拾": 10, "佰": 100, "仟": 1000}
GROUPS = {"万": 10**4, "亿": 10**8}


def fen(text: Optional[str]) -> Optional[int]:
    """`"1234.50"` to 123450, as REQ-SCH-011 writes amounts."""
    if text is None or not re.fullmatch(r"-?[0-9]{1,12}\.[0-9]{2}", text):
        return None
    return int(text.replace(".", ""))


def yuan(amount: int) -> str:
    sign = "-" if amount < 0 else ""
    return f"{sign}{abs(amount) // 100}.{abs(amount) % 100:02}"


def capitals(text: Optional[str]) -> Optional[int]:
    """`壹仟零壹元整` to 100100; nothing where it cannot be read."""
    if text is None:
        return None
    text = re.sub(r"\s|人民币|[¥￥:：]", "", text).replace("圆", "元").replace("萬", "万").replace("億", "亿")
    match = re.fullmatch(r"(?:([^元角分整正]+)元)?零?(?:([^元角分整正])角)?零?(?:([^元角分整正])分)?[整正]?", text)
    if match is None or not any(match.groups()):
        return None
    parts = [_whole(match[1]) if match[1] else 0, *(DIGITS.get(match[i]) if match[i] else 0 for i in (2, 3))]
    if any(part is None for part in parts):
        return None
    return parts[0] * 100 + parts[1] * 10 + parts[2]


def _whole(text: str) -> Optional[int]:
    total, section, digit = 0, 0, 0
    for character in text:
        if character in DIGITS:
            digit = DIGITS[character]
        elif character in UNITS:
            section, digit = section + (digit or 1) * UNITS[character], 0
        elif character in GROUPS:
            total, section, digit = (total + section + digit) * GROUPS[character], 0, 0
        else:
            return None
    return total + section + digit
