"""What a document has to be: its published JSON Schema, and those rules of severity error that a small charity can keep.

It knows, at times in part (docs/rules): TZ-SCH-009 to 044; TZ-PKG-101, 102, 109, 112, 113, 116 to 120, 124, 127, 129 to 134;
days, moments TZ-APP-001, CNS-001, 002, DCL-001, DOC-001, ITK-001, OTH-001, REQ-001, RCP-038, AID-006, DEC-005, RFR-004, SUS-005;
organisations TZ-APP-004, CNS-018, DOC-035, ITK-005, OTH-014, PAY-010, REQ-003; people TZ-CHD-001 to 005, 008, 009, 014, 015,
022, TZ-GRD-001 to 004, 007, 011, 013; the future TZ-APP-002, 003, CNS-003, DOC-025, RCP-039; order TZ-CHD-024, CNS-005, DOC-026,
HHD-009, INS-028, MED-017, 018, RCP-040; ids TZ-DOC-004, GRD-026, HHD-011, PAY-001; consents TZ-CNS-007, 008, 014, 021 to 023,
027, 028, 036, 042 to 044, 048; papers TZ-DOC-002, 005 to 007, 012, 014, 021 to 023; amounts TZ-APP-008, OTH-004, REQ-008;
blanks TZ-APP-012, CNS-053. It looks for no warnings.
"""
import datetime, json, pathlib, re
from jsonschema import Draft202012Validator, validators
from package import (NotJson, Reader, Refused, base64url, counts, instant, plain64, signatures_of, unpack, unseal, verifies, want,
                     written)

ROOT = pathlib.Path(__file__).resolve().parents[2]
TYPES = {path.name.split(".")[0] for path in (ROOT / "schema/v1.0").glob("*.schema.json")} - {"validation-report"}
FORMS = {"Date": 28, "Instant": 29, "Amount": 30, "Identifier (": 31, "SHA-256": 32, "Division": 33, "Unified": 34,
         "Telephone": 35, "Name of an entry": 37}  # titles of texts with a pattern begin so
WANTED = {"string": 17, "number": 20, "integer": 21, "boolean": 22, "array": 23, "object": 24}
KEYWORDS = {"required": 10, "additionalProperties": 11, "propertyNames": 13, "maxProperties": 14, "maxItems": 15,
            "minLength": 26, "maxLength": 27, "enum": 39, "minimum": 41, "maximum": 42, "const": 44}


def ecma(schema):
    """Python's `$` would let a line feed stand at the end of a text; that of JSON Schema does not."""
    if isinstance(schema, dict):
        return {key: re.sub(r"\$$", r"\\Z", value) if key == "pattern" and isinstance(value, str) else ecma(value)
                for key, value in schema.items()}
    return [ecma(each) for each in schema] if isinstance(schema, list) else schema


SCHEMAS = {kind: ecma(json.loads((ROOT / f"schema/v1.0/{kind}.schema.json").read_text(encoding="utf-8"))) for kind in TYPES}


def shape_errors(schema, document, clock):
    """[(rule, pointer)], one for a place."""
    def timed(validator, types, value, schema):
        clock.check()  # the keyword `type` is asked at every value: so no schema runs on for ever
        yield from Draft202012Validator.VALIDATORS["type"](validator, types, value, schema)

    found = {}
    for error in validators.extend(Draft202012Validator, {"type": timed})(schema).iter_errors(document):
        pointer = "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in error.absolute_path)
        found.setdefault(pointer, f"SCH-{shape_rule(error.validator, error.instance, error.schema):03d}")
        if len(found) == 50:
            break
    return [(rule, pointer) for pointer, rule in found.items()]


def shape_rule(keyword, value, schema):
    if keyword == "type":
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        return 16 if value is None else 18 if number and schema["type"] == "string" else WANTED.get(schema["type"], 9)
    if value == "" and keyword in ("minLength", "pattern"):
        return 25
    if keyword in ("pattern", "minLength", "maxLength") and "title" in schema and "pattern" in schema:
        other = 36 if "x-codelist" in schema else 38
        return next((rule for start, rule in FORMS.items() if schema["title"].startswith(start)), other)
    return KEYWORDS.get(keyword, 13 if keyword == "pattern" else 9)


def typed(document, kind):
    """(pointer, name of its definition, value) of every value, as far as the schema names it; extensions are not judged."""
    ready = [("", SCHEMAS[kind], document)]
    while ready:
        pointer, schema, value = ready.pop()
        name = schema.get("$ref", "").rsplit("/", 1)[-1]
        schema = SCHEMAS[kind]["$defs"][name] if name else schema
        yield pointer, name, value
        if isinstance(value, list):
            ready += [(f"{pointer}/{index}", schema["items"], each) for index, each in enumerate(value)]
        elif isinstance(value, dict) and name != "Extensions":
            ready += [(f"{pointer}/{key}", schema["properties"][key], each) for key, each in value.items()]


def day(text):
    """Whether this is a day of the calendar from 1900 to 2999."""
    try:
        return 1900 <= datetime.date.fromisoformat(text).year <= 2999
    except ValueError:
        return False


def moment(text):
    return day(text[:10]) and bool(re.fullmatch(r"T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z", text[10:]))


def organisation(code):
    """The check character of GB 32100-2015."""
    letters = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    return code[17] == letters[-sum(letters.index(each) * pow(3, place, 31) for place, each in enumerate(code[:17])) % 31]


def resident(number):
    """The check character of ISO 7064 MOD 11-2."""
    return number[17] == "10X98765432"[sum(int(each) * 2 ** (17 - place) for place, each in enumerate(number[:17])) % 11]


AREAS = {"/documents/": "DOC", "/requests/": "REQ", "/declarations/": "DCL", "/otherHelp/": "OTH", "/intake/": "ITK",
         "/payees/": "PAY"}
DAYS = {"DOC": "DOC-001", "REQ": "REQ-001", "DCL": "DCL-001", "OTH": "OTH-001", "ITK": "ITK-001", "application": "APP-001",
        "consent": "CNS-001", "receipt": "RCP-038", "aid-record": "AID-006", "decision": "DEC-005", "referral": "RFR-004",
        "suspicion": "SUS-005"}
CODES = {"DOC": "DOC-035", "REQ": "REQ-003", "OTH": "OTH-014", "ITK": "ITK-005", "PAY": "PAY-010", "application": "APP-004",
         "consent": "CNS-018", "manifest": "PKG-109"}
ORDER = {"application": [("/household", "periodFrom", "periodUntil", "HHD-009"), ("/coverage/*", "validFrom", "validUntil", "INS-028"),
                         ("/treatment", "admittedOn", "dischargedOn", "MED-017"),
                         ("/treatment", "plannedFrom", "plannedUntil", "MED-018"),
                         ("/documents/*", "issuedOn", "validUntil", "DOC-026"),
                         ("/documents/*", "periodFrom", "periodUntil", "DOC-026"),
                         ("/child/identifiers/*", "validFrom", "validUntil", "CHD-014"),
                         ("/guardians/*/person/identifiers/*", "validFrom", "validUntil", "GRD-011")],
         "consent": [("", "signedOn", "validUntil", "CNS-005"), ("", "validFrom", "validUntil", "CNS-005")],
         "receipt": [("/patient", "admittedOn", "dischargedOn", "RCP-040")],
         "manifest": [("", "createdAt", "expiresAt", "PKG-113")]}
FUTURE = {"application": [("/createdOn", "APP-002"), ("/child/birthDate", "APP-003"), ("/diagnoses/*/diagnosedOn", "APP-003"),
                          ("/treatment/admittedOn", "APP-003"), ("/documents/*/issuedOn", "DOC-025")],
          "consent": [("/signedOn", "CNS-003")], "receipt": [("/issuedOn", "RCP-039")]}
TWICE = [("/documents/*/documentId", "DOC-004"), ("/guardians/*/guardianId", "GRD-026"), ("/payees/*/payeeId", "PAY-001"),
         ("/household/members/*/memberId", "HHD-011")]


def places(document, path):
    """(pointer, value) of each place of a path in which `*` stands for every item of a list."""
    found = [("", document)]
    for step in path.split("/")[1:]:
        found = [(f"{pointer}/{key}", item) for pointer, held in found
                 for key, item in (enumerate(held) if step == "*" else [(step, held[step])] if step in held else [])]
    return found


def values(document, kind):
    """What can be seen of a single value."""
    for at, name, value in typed(document, kind):
        area = next((area for start, area in AREAS.items() if kind == "application" and at.startswith(start)), kind)
        if name == "Date" and not day(value):
            yield DAYS.get(area, DAYS.get(kind, "APP-001")), at
        elif name == "Instant" and not moment(value):
            yield {"consent": "CNS-002", "manifest": "PKG-112"}.get(kind) or DAYS.get(area, DAYS.get(kind, "APP-001")), at
        elif name == "OrganisationCode" and not organisation(value):
            yield CODES.get(area, CODES.get(kind, "APP-004")), at
        elif name in ("PersonName", "Title", "LongText") and not value.strip() and kind in ("application", "consent"):
            yield "APP-012" if kind == "application" else "CNS-053", at
        elif name == "Money" and area == "REQ" and (value.startswith("-") or float(value) == 0):
            yield "REQ-008", at
        elif name == "Money" and kind == "application" and value.startswith("-") and float(value) < 0:
            yield "OTH-004" if area == "OTH" else "APP-008", at


def person(who, pointer, area):
    """The numbers of a child (CHD) or a guardian (GRD)."""
    for index, paper in enumerate(who.get("identifiers", [])):
        at, kind, number = f"{pointer}/identifiers/{index}", paper.get("type", ""), paper.get("value", "")
        child, permit = area == "CHD", kind == "hmt-residence-permit" or kind.startswith("foreigner-permanent-residence-id")
        built = re.fullmatch("[1-7][0-9]{16}[0-9X]" if kind == "resident-id" else "8[123]0000[0-9]{11}[0-9X]", number) \
            if kind in ("resident-id", "hmt-residence-permit") else None
        if kind == "none-yet" and "noneYetReason" not in paper:
            yield area + ("-015" if child else "-013"), at
        elif kind == "legacy-resident-id-15" and child:
            yield "CHD-008", at + "/type"
        elif not number:
            continue
        elif kind == "resident-id" and not built:
            yield area + "-002", at + "/value"
        elif built and not day(f"{number[6:10]}-{number[10:12]}-{number[12:14]}"):
            yield area + ("-004" if permit else "-003"), at + "/value"
        elif built and not resident(number):
            yield area + ("-004" if permit else "-001"), at + "/value"
        elif built and who.get("birthDate", number[6:14]).replace("-", "") != number[6:14]:
            yield area + ("-009" if child else "-007"), at + "/value"
        elif permit and not built and not (re.fullmatch("[A-Z]{3}[0-9]{12}", number) if kind.endswith("2017") else
                                           re.fullmatch("9[0-9]{16}[0-9X]", number) and resident(number)):
            yield area + "-004", at + "/value"
        elif kind == "birth-certificate" and child and not re.fullmatch("[A-Z][0-9]{9}", number):
            yield "CHD-005", at + "/value"


def alone(document, kind, today):
    """What can be seen of a single document."""
    found = list(values(document, kind))
    for path, first, last, rule in ORDER.get(kind, []):
        found += [(rule, f"{at}/{last}") for at, held in places(document, path)
                  if held.get(first, "") > held.get(last, "9")]
    for path, rule in FUTURE.get(kind, []):
        found += [(rule, at) for at, value in places(document, path) if value > today]
    if kind == "application":
        for path, area in (("/child", "CHD"), ("/guardians/*/person", "GRD")):
            found += [each for at, who in places(document, path) for each in person(who, at, area)]
        guardians = {number for _, number in places(document, "/guardians/*/person/identifiers/*/value")}
        found += [("CHD-022", at) for at, number in places(document, "/child/identifiers/*/value") if number in guardians]
        if document.get("child", {}).get("birthDate", "") > document["createdOn"]:
            found.append(("CHD-024", "/child/birthDate"))
        for path, rule in TWICE:
            ids = [value for _, value in places(document, path)]
            found += [(rule, at) for index, (at, value) in enumerate(places(document, path)) if value in ids[:index]]
    return found


def together(manifest, documents, entries, today):
    """What the documents of a package say of each other; `documents` are (entry, type, document)."""
    derived, needs = "derivedFrom" in manifest, manifest.get("purpose") in ("application", "supplement", "referral", "test")
    held = {kind: [document for _, each, document in documents if each == kind] for kind in ("application", "consent", "receipt")}
    papers = {name[10:46]: entry for name, entry in entries.items() if name.startswith("documents/")}
    consents = {each["consentId"] for each in held["consent"]}
    if manifest["root"] not in entries:
        yield "PKG-101", "/root"
    elif needs and manifest["root"] not in (name for name, kind, _ in documents if kind == "application"):
        yield "PKG-102", "/root"
    if needs and not held["application"]:
        yield "PKG-118", "/entries"
    if len(held["application"]) > 1:
        yield "PKG-119", "/applicationId"
    yield from (("PKG-120", f"/consentIds/{i}") for i, each in enumerate(manifest.get("consentIds", [])) if each not in consents)
    for name, kind, document in documents:
        own = next(key for key in SCHEMAS[kind]["required"] if key.endswith("Id")) if kind != "capability" else None
        if own and document[own] not in name:
            yield "PKG-116", "/" + own
        if (kind == "receipt") != name.startswith("receipts/"):
            yield "PKG-117", "/documentType"
        if kind in ("consent", "receipt") and not derived:
            yield from (("PKG-130" if kind == "consent" else "PKG-131", at) for at, form, value in typed(document, kind)
                        if form == "Uuid7" and re.search(r"/documentIds?(/\d+)?$", at) and value not in papers)
    for application in held["application"][:1]:
        known = lambda path: {value for _, value in places(application, path)}
        there = {"PKG-129": known("/documents/*/documentId"), "PKG-132": known("/guardians/*/guardianId"),
                 "PKG-133": known("/household/members/*/memberId"), "PKG-134": known("/payees/*/payeeId"),
                 "PKG-124": {each["receiptId"] for each in held["receipt"]}, "PKG-127": consents, "DOC-002": papers}
        for at, form, value in typed(application, "application"):
            leads = next((rule for rule, pattern in REFERENCES.items() if form == "Uuid7" and re.search(pattern, at)), None)
            if leads and value not in there[leads] and not (derived and leads in ("PKG-124", "PKG-127", "DOC-002")):
                yield leads, at
        yield from agreed(manifest, application, held["consent"], papers, there["PKG-132"], today)
    yield from ((rule, None) for entry in papers.values() for rule in paper(entry))


REFERENCES = {"PKG-129": r"/(evidence|provided)DocumentIds/\d+$", "PKG-132": r"(/guardianId|/guardianIds/\d+|/applicantGuardianId)$",
              "PKG-133": r"(/memberId|/memberIds/\d+)$", "PKG-134": r"/payeeIds/\d+$", "PKG-124": r"^/receiptIds/\d+$",
              "PKG-127": r"(/consentId|/consentIds/\d+)$", "DOC-002": r"^/documents/\d+/documentId$"}


def agreed(manifest, application, consents, papers, guardians, today):
    """What the family agreed to, against what the package holds and for whom it is."""
    classes, living = {each for entry in manifest["entries"] for each in entry.get("classes", [])}, {}
    own = application["applicationId"]
    replaced = {each.get("replacesConsentId") for each in consents if each.get("replacesConsentId") != each["consentId"]}
    for consent in consents:
        stands, form = consent["consentId"] not in replaced, consent.get("form", {})
        births = [each.get("birthDate", "") for each in (consent.get("subject", {}), application.get("child", {}))]
        checks = [("CNS-027", "/applicationId", consent.get("applicationId", own) != own),
                  ("CNS-014", "/givenBy/guardianId", not {consent["givenBy"].get("guardianId")} <= guardians | {None}),
                  ("CNS-021", "/dataClasses", not consent.get("dataClasses")),
                  ("CNS-007", "/validUntil", stands and consent.get("validUntil", "9") < today),
                  ("CNS-008", "/withdrawal", stands and "withdrawal" in consent),
                  ("CNS-028", "/subject/birthDate", all(births) and births[0] != births[1]),
                  ("CNS-036", "/separateConsents/givingToRecipient",
                   consent.get("separateConsents", {}).get("givingToRecipient") is False),
                  ("CNS-042", "/form", form.get("kind") == "paper-signed" and not {"documentId", "digest"} & set(form)),
                  ("CNS-048", "/replacesConsentId", consent.get("replacesConsentId") == consent["consentId"])]
        for part, rule in (("form", "CNS-043"), ("notice", "CNS-044")):
            said, kept = consent.get(part, {}), papers.get(consent.get(part, {}).get("documentId"))
            checks.append((rule, f"/{part}/digest", kept and said.get("digest", kept.digest) != kept.digest))
        yield from ((rule, at) for rule, at, wrong in checks if wrong)
        living.setdefault(consent["recipient"].get("organisationCode"), set()).update(consent.get("dataClasses", []))
    emergency = application.get("treatment", {}).get("urgency") == "emergency"
    for index, code in enumerate(manifest.get("audience", [])):
        if code in living and not classes <= living[code]:
            yield "CNS-022", "/dataClasses"
        elif code not in living and not emergency and code != manifest.get("sender", {}).get("organisationCode"):
            yield "CNS-023", f"/audience/{index}"


KINDS = {"pdf": (b"%PDF-", b"%%EOF", "DOC-007"), "jpg": (b"\xff\xd8\xff", b"\xff\xd9", "DOC-012"),
         "png": (b"\x89PNG\r\n\x1a\n", b"IEND", "DOC-014"), "ofd": (b"PK\3\4", b"", ""), "xml": (b"<", b">", "DOC-022")}


def paper(entry):
    """A paper is what its name says, and whole as far as its two ends tell."""
    head = entry.head.removeprefix(b"\xef\xbb\xbf").lstrip() if entry.name.endswith("xml") else entry.head
    kind = next((kind for kind, (start, _, _) in KINDS.items() if head.startswith(start)), None)
    if not kind or not entry.name.endswith(kind):
        yield "DOC-023" if kind else "DOC-006" if entry.size else "DOC-005"
    elif KINDS[kind][1] not in entry.tail[-1024:]:
        yield KINDS[kind][2]
    elif kind == "xml" and b"<!DOCTYPE" in head:
        yield "DOC-021"


# --- the whole examination (REQ-EXC-033) ---
MEDIA = {"json": "application/json", "pdf": "application/pdf", "jpg": "image/jpeg", "png": "image/png", "ofd": "application/ofd",
         "xml": "application/xml"}


def examine(node, sealed, read, clock, now):
    """Everything that is asked of a package before it is taken (REQ-EXC-033), from the outside inwards."""
    entries, today, documents = unpack(unseal(sealed, node.identity), clock), written(now + 8 * 3600)[:10], []
    raw = entries.pop("manifest.json", None)
    want(raw, "PKG-123")
    manifest = document_of(node, raw.data, clock, {"manifest"})
    read |= {"manifest": manifest, "digest": raw.digest}
    files = [entries.pop(name) for name in list(entries) if name.startswith("signatures/")]
    as_listed(node, manifest, entries, now)
    signed(node, manifest, raw.data, files, clock)
    want(node.code in manifest.get("audience", []) or "opens-what-is-for-others" in node.faults, "SIG-024", "/audience")
    for name, entry in entries.items():
        if entry.data is not None:
            document = document_of(node, entry.data, clock, set(SCHEMAS) - {"manifest"})
            documents.append((name, document["documentType"], document))
    found = [each for _, kind, document in documents for each in alone(document, kind, today)]
    found += together(manifest, documents, entries, today)
    if found and "rules-not-asked" not in node.faults:
        raise Refused(*found)


def document_of(node, data, clock, kinds):
    """One document of a package: JSON, its header, its schema."""
    try:
        held = Reader(data, clock, twice="members-twice" in node.faults).read()
    except NotJson as why:
        raise Refused((why.rule, None)) from None
    want(isinstance(held, dict), "SCH-001", "")
    version, kind = held.get("standardVersion"), held.get("documentType")
    want(held.get("standard") == "tongzhou", "SCH-002", "/standard" if "standard" in held else "")
    want(isinstance(version, str) and re.fullmatch(r"(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})", version, re.ASCII), "SCH-004",
         "/standardVersion" if "standardVersion" in held else "")
    if "guesses-at-versions" in node.faults:
        version = held["standardVersion"] = "1.0"
    want(version == "1.0", "SCH-003", "/standardVersion", code="unsupported-version")
    want(kind is not None, "SCH-005", "")
    want(isinstance(kind, str) and kind in kinds, "SCH-006", "/documentType")
    errors = shape_errors(SCHEMAS[kind], held, clock)
    if errors:
        raise Refused(*errors)
    return held


def as_listed(node, manifest, entries, now):
    """The manifest against the entries, and against the clock."""
    found, seen, compared = list(alone(manifest, "manifest", "")), set(), "manifest-not-compared" not in node.faults
    for index, listed in enumerate(manifest["entries"]):
        name, at = listed["name"], f"/entries/{index}"
        entry = entries.get(name)
        if name in seen or entry is None:
            found.append(("PKG-105" if name in seen else "PKG-103", at + "/name"))
        elif compared and (entry.size, entry.digest) != (listed["size"], listed["sha256"]):
            found.append(("PKG-106" if entry.size != listed["size"] else "PKG-107", None))
        if listed["mediaType"] != MEDIA[name.rsplit(".", 1)[1]]:
            found.append(("PKG-108", at + "/mediaType"))
        seen.add(name)
    found += [("PKG-104", None) for name in entries if name not in seen]
    if found:
        raise Refused(*found)
    want(instant(manifest["createdAt"]) <= now + 300, "PKG-115", "/createdAt")
    want("expiresAt" not in manifest or instant(manifest["expiresAt"]) > now, "PKG-114", "/expiresAt")


def signed(node, manifest, data, files, clock):
    """Every signature, by the directory and at the time at which the package was made."""
    signers, sender = set(), manifest.get("sender", {}).get("organisationCode")
    if not files and "accepts-unsigned-package" in node.faults:
        return
    want(files, "SIG-023")
    for entry in files:
        signatures = signatures_of(entry.data, "tongzhou-manifest+jws", clock)
        want(signatures, "SIG-001")
        for name, before, signature in signatures:
            member, key = node.directory.keys.get(name, (None, None))
            want(member, "SIG-006" if name in node.directory.revoked_keys else "SIG-003")
            want(verifies(plain64(key["publicKey"]), signature, before + base64url(data).encode()), "SIG-002")
            rule = counts(member, key, instant(manifest["createdAt"]), node.directory)
            want(rule is None, rule)
            signers.add(member["organisationCode"])
    want(not sender or sender in signers, "SIG-007", "/sender/organisationCode")
