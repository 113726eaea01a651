"""Comes to the inputs of tokens by a way of its own, and writes them down.

    python3 inputs.py          compares every case of normalisation.json and inputs.json, and says what differs
    python3 inputs.py write    writes inputs.json

It follows docs/spec/tokens.md and shares no code with the library: nothing but the standard library of Python.
"""

import datetime
import json
import pathlib
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).parent
SEPARATORS = "'-./_\u2010\u2011\u2012\u2013\u2014\u2015\u2019\u2212"
DOTS = "\u00b7\u2022\u2027\u30fb"
UNSEEN = set(
    [0xAD, 0x34F, 0x61C, 0x180E, 0xFEFF]
    + list(range(0x200B, 0x2010))
    + list(range(0x202A, 0x202F))
    + list(range(0x2060, 0x2065))
    + list(range(0x2066, 0x2070))
)
# The property White_Space of Unicode; str.isspace() of Python has four more.
SPACE = set(list(range(9, 14)) + [0x20, 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000])
SPACE |= set(range(0x2000, 0x200B))
EPOCHS = [1, 7, 1000000]


class Refused(Exception):
    pass


def upper(text):
    return "".join(chr(ord(c) - 32) if "a" <= c <= "z" else c for c in text)


def seen(text):
    return "".join(c for c in unicodedata.normalize("NFKC", text) if ord(c) not in UNSEEN | SPACE)


def compact(text, may_be_empty=False):
    if ".." in unicodedata.normalize("NFKC", text):
        raise Refused("characters")
    number = upper("".join(c for c in seen(text) if c not in SEPARATORS + DOTS))
    if not number and not may_be_empty:
        raise Refused("missing")
    return number


def calendar(year, month, day):
    try:
        date = datetime.date(int(year), int(month), int(day))
    except ValueError:
        raise Refused("date")
    if not 1900 <= date.year < 3000:
        raise Refused("date")
    return date.isoformat()


def check_11_2(digits):
    """ISO 7064 MOD 11-2, digit by digit as the standard gives it rather than by weights."""
    rest = 0
    for digit in digits:
        rest = (rest + int(digit)) * 2 % 11
    rest = (12 - rest) % 11
    return "X" if rest == 10 else str(rest)


def citizen(text):
    number = re.sub("[\u00d7\u0425\u0445\u03a7\u03c7]", "X", compact(text))
    if len(number) == 15:
        if re.fullmatch("[A-Z]{3}[0-9]{12}", number):
            raise Refused("kind")
        if not re.fullmatch("[0-9]{15}", number):
            raise Refused("characters")
        number = number[:6] + "19" + number[6:]
        number += check_11_2(number)
        if number[0] in "089":
            raise Refused("kind")
    if len(number) != 18:
        raise Refused("length")
    if not re.fullmatch("[0-9]{17}[0-9X]", number):
        raise Refused("characters")
    if number[0] == "0" or (number[0] == "8" and number[:6] not in ("810000", "820000", "830000")):
        raise Refused("kind")
    if number[0] != "9":  # what stands there in a foreigner's is not verified
        calendar(number[6:10], number[10:12], number[12:14])
    if check_11_2(number[:17]) != number[17]:
        raise Refused("check-digit")
    return number


def date(text):
    if not seen(text):
        raise Refused("missing")
    match = re.fullmatch("([0-9]{4})-([0-9]{2})-([0-9]{2})", seen(text))
    if not match:
        raise Refused("date")
    return calendar(*match.groups())


def organisation(text):
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    code = compact(text)
    if len(code) != 18:
        raise Refused("length")
    if not all(c in alphabet for c in code) or not re.fullmatch("[0-9]{6}", code[2:8]):
        raise Refused("characters")
    total = sum(alphabet.index(c) * pow(3, place, 31) for place, c in enumerate(code[:17]))
    if alphabet.index(code[17]) != -total % 31:
        raise Refused("check-digit")
    return code


def document(text):
    number = compact(text)
    if not re.fullmatch("[0-9A-Z()]+", number):
        raise Refused("characters")
    return number


def name(text):
    words = unicodedata.normalize("NFKC", upper("".join(c for c in seen(text) if c not in DOTS)))
    if not words:
        raise Refused("missing")
    if any(unicodedata.category(c) == "Cc" or c == "*" for c in words):
        raise Refused("characters")
    return words


def bill(code, number):
    code, number = compact(code or "", True), compact(number)
    lengths = (len(code), len(number))
    if lengths not in ((8, 10), (0, 20), (12, 8)):
        raise Refused("missing" if lengths in ((0, 8), (0, 10)) else "length")
    if not re.fullmatch("[0-9]*", code + number):
        raise Refused("characters")
    return code + number


def fields(kind, given):
    if kind == "resident-id":
        return [citizen(given["number"])]
    if kind == "birth-certificate":
        number = compact(given["number"])
        born = date(given["birthDate"])
        if len(number) != 10:
            raise Refused("length")
        if not re.fullmatch("[A-Z][0-9]{9}", number):
            raise Refused("characters")
        return [number, born]
    if kind == "guardian-and-birth":
        born = date(given["birthDate"])
        if given["sex"] not in ("male", "female"):
            raise Refused("sex")
        if not 1 <= given["birthOrder"] <= 20:
            raise Refused("birth-order")
        sex = {"male": "1", "female": "2"}[given["sex"]]
        return [citizen(given["guardian"]), born, sex, str(given["birthOrder"])]
    if kind == "institution-admission":
        return [organisation(given["institution"]), document(given["number"])]
    if kind == "other-document":
        return [name(given["issuer"]), name(given["type"]), document(given["number"])]
    if kind == "bill":
        return [bill(given.get("code"), given["number"])]
    raise ValueError(kind)


def written(kind, parts, epoch):
    purpose = "expense" if kind == "bill" else "subject"
    out = b"tz-tok-v1"
    for part in [purpose, str(epoch), kind] + parts:
        part = part.encode("utf-8")
        out += len(part).to_bytes(2, "big") + part
    return out


def main():
    cases = json.loads((HERE / "normalisation.json").read_text(encoding="utf-8"))["cases"]
    wrong, inputs = 0, []
    for case in cases:
        try:
            found = {"fields": fields(case["kind"], case["given"])}
            if len(written(case["kind"], found["fields"], EPOCHS[-1])) > 512:
                raise Refused("too-long")
        except Refused as refused:
            found = {"refused": str(refused)}
        expected = {key: case[key] for key in ("fields", "refused") if key in case}
        if found != expected:
            wrong += 1
            print(f"{case['kind']}, {case['name']}: {found}, and {expected} stands there", file=sys.stderr)
        if "fields" in found:
            for epoch in EPOCHS if len(inputs) < 30 else EPOCHS[:1]:
                hexadecimal = written(case["kind"], found["fields"], epoch).hex()
                inputs.append({"kind": case["kind"], "name": case["name"], "epoch": epoch, "input": hexadecimal})
    lines = ",\n".join("    " + json.dumps(line, ensure_ascii=True) for line in inputs)
    text = f'{{\n  "version": "tz-tok-v1",\n  "inputs": [\n{lines}\n  ]\n}}\n'
    if sys.argv[1:] == ["write"]:
        (HERE / "inputs.json").write_text(text, encoding="utf-8")
    elif (HERE / "inputs.json").read_text(encoding="utf-8") != text:
        wrong += 1
        print("inputs.json is not what comes out here", file=sys.stderr)
    print(f"{len(cases)} cases, {len(inputs)} inputs, {wrong} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
