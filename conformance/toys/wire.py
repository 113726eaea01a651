"""What goes over the wire: problems, signatures of requests and answers, and the member directory.

Written from docs/spec/exchange.md, directory.md and the codelist problem.csv.
"""
import base64, csv, hashlib, json, os, re
from package import NotJson, Reader, base64url, counts, instant, plain64, signatures_of, verifies
from rules import ROOT, SCHEMAS, shape_errors

PROBLEMS = {row["code"]: row for row in csv.DictReader(open(ROOT / "schema/codelists/problem.csv", encoding="utf-8"))}


class Problem(Exception):
    """Why a request is not done. Holds a code, numbers and places, and never a word of the request."""

    def __init__(self, code, **more):
        super().__init__(code)
        row = PROBLEMS[code]
        self.body = {"type": "urn:tongzhou:problem:" + code, "code": code, "status": int(row["status"]),
                     "title": row["title_en"], "detail": row["definition_en"],
                     "titleZh": row["title_zh"], "detailZh": row["definition_zh"]} | more


def key_id(public):
    """The JWK thumbprint of an Ed25519 key (RFC 7638)."""
    jwk = '{"crv":"Ed25519","kty":"OKP","x":"%s"}' % base64url(public)
    return base64url(hashlib.sha256(jwk.encode()).digest())


def content_digest(body):
    return "sha-256=:" + base64.b64encode(hashlib.sha256(body).digest()).decode() + ":"


# --- signatures of messages (REQ-EXC-010 to 016, RFC 9421) ------------------------------------------------------------
INPUT = re.compile(r'tz=(\(((?:"[a-z@-]+"(?: (?!\)))?)*)\);created=([0-9]{1,12});expires=([0-9]{1,12});nonce="([^"\\]*)"'
                   r';keyid="([0-9A-Za-z_-]{43})";tag="tz-api-v1")')
SIGNATURE = re.compile(r"tz=:([0-9A-Za-z+/]{86}==):")


def sixteen(nonce):
    """Whether this is 16 bytes. How they are written the text does not say, so the three usual ways are taken."""
    return bool(re.fullmatch(r"[0-9a-f]{32}|[0-9A-Za-z_-]{22}|[0-9A-Za-z+/]{22}(==)?", nonce))


class Asked:
    """A request whose form has been read: its key, nonce and times, and how to answer it."""

    def __init__(self, method, target, headers, body, directory, now, faults):
        one = lambda name: headers.get_all(name) or []
        inputs, signatures = one("signature-input"), one("signature")
        if not inputs or not signatures:
            raise Problem("signature-missing")
        read, signed = INPUT.fullmatch(inputs[0].strip()), SIGNATURE.fullmatch(signatures[0].strip())
        if len(inputs) != 1 or len(signatures) != 1 or not read or not signed or not sixteen(read[5]):
            raise Problem("signature-wrong")
        expected = ["@method", "@target-uri"]
        if body or one("content-digest"):
            expected += ["content-digest", "content-type"]
        if one("idempotency-key"):
            expected.append("idempotency-key")
        if read[2] != " ".join(f'"{name}"' for name in expected) or any(len(one(n)) != 1 for n in expected[2:]):
            raise Problem("signature-wrong")
        self.created, self.expires, self.nonce, self.key = int(read[3]), int(read[4]), read[5], read[6]
        if not 0 <= self.expires - self.created <= 60:
            raise Problem("signature-wrong")
        found = directory.keys.get(self.key)
        if not found:
            raise Problem("not-a-member")
        # The text names no problem for a digest that does not fit; signature-wrong says what is the matter.
        if len(expected) > 3 and "digest-not-checked" not in faults \
                and one("content-digest")[0].strip() != content_digest(body):
            raise Problem("signature-wrong")
        values = {"@method": method, "@target-uri": target}
        base = "".join(f'"{name}": {values.get(name) or one(name)[0].strip()}\n' for name in expected)
        base += f'"@signature-params": {read[1]}'
        member, key = found
        if not verifies(plain64(key["publicKey"]), base64.b64decode(signed[1]), base.encode("latin-1")):
            raise Problem("signature-wrong")
        if self.created > now + 60 or self.expires <= now and "takes-old-signatures" not in faults:
            raise Problem("signature-stale")
        if counts(member, key, now, directory) is not None:
            raise Problem("not-a-member")
        self.member = member["organisationCode"]


def signed_headers(status, kind, body, request_signature, key, name, now):
    """The headers of an answer, signed by this node and bound to the signature of the request."""
    digest = content_digest(body)
    params = f'("@status" "content-digest" "content-type" "signature";req;key="tz");created={int(now)};keyid="{name}";tag="tz-api-v1"'
    base = (f'"@status": {status}\n"content-digest": {digest}\n"content-type": {kind}\n'
            f'"signature";req;key="tz": {request_signature.removeprefix("tz=")}\n"@signature-params": {params}')
    signature = base64.b64encode(key.sign(base.encode("latin-1"))).decode()
    return {"Content-Digest": digest, "Signature-Input": "tz=" + params, "Signature": f"tz=:{signature}:"}


# --- the directory (REQ-DIR-101 to 115) -------------------------------------------------------------------------------
class Untrusted(Exception):
    """Why a directory is not relied on."""


def board_fingerprint(board):
    lines = ["tz-board-v1", str(board["threshold"]), *sorted(key["keyId"] for key in board["keys"])]
    return hashlib.sha256("".join(line + "\n" for line in lines).encode()).hexdigest()


def approve(board, signatures, data, who):
    """At least the threshold of different keys of this board have signed, and none of them something else."""
    keys, good = {key["keyId"]: plain64(key["publicKey"]) for key in board["keys"]}, set()
    for name, before, signature in signatures:
        if name in keys:
            if not verifies(keys[name], signature, before + base64url(data).encode()):
                raise Untrusted("a signature is not over these bytes")
            good.add(name)
    if not 1 <= board["threshold"] <= len(keys) or len(good) < board["threshold"]:
        raise Untrusted(f"too few of {who} have signed")


class Directory:
    """A directory that may be relied on; `state` is what was relied on last, None the first time."""

    def __init__(self, data, jws, state, fingerprint, clock):
        try:
            held = Reader(data, clock).read()
        except NotJson as error:
            raise Untrusted(f"it cannot be read: {error.rule}, line {error.line}") from None
        errors = shape_errors(SCHEMAS["directory"], held, clock)
        if errors:
            raise Untrusted(f"its form is wrong: {errors[0]}")
        # That `typ` is written so stands in no sentence; it was read off the example beside the schemas.
        signatures = signatures_of(jws, "tongzhou-directory+jws", clock)
        if not signatures:
            raise Untrusted("its signatures are not of their form")
        board, digest = held["board"], hashlib.sha256(data).hexdigest()
        self.issued, self.expires = instant(held["issuedAt"]), instant(held["expiresAt"])
        moments = [instant(m) for m in re.findall(r"[0-9-]{10}T[0-9:]{8}Z", json.dumps(held))]
        if None in moments or not 0 < self.expires - self.issued <= 90 * 86400 or held["version"] < 1:
            raise Untrusted("its times or its version cannot be")
        approve(board, signatures, data, "its own board")
        if state is None and board_fingerprint(board) != fingerprint:
            raise Untrusted("the fingerprint of its board is not the one that was given")
        if state is not None:
            if held["version"] < state["version"] or held["version"] == state["version"] and digest != state["digest"]:
                raise Untrusted("a later version, or another of this number, was relied on before")
            if held["version"] > state["version"]:
                approve(state["board"], signatures, data, "the board relied on before")
            if held["version"] == state["version"] + 1 and held.get("previous") != state["digest"]:
                raise Untrusted("it does not name the version before it")
        self.revoked = {each["memberId"] for each in held.get("revokedMembers", [])}
        self.revoked_keys = {key for each in held.get("revokedMembers", []) for key in each.get("keyIds", [])}
        self.members, self.keys, recipients = {}, {}, set()
        if state is not None and not set(state["revoked"]) <= self.revoked:
            raise Untrusted("a revoked member is no longer among the revoked")
        for member in held.get("members", []):
            code = member["organisationCode"]
            if code in self.members or member["memberId"] in self.revoked \
                    or member["memberId"] in (m["memberId"] for m in self.members.values()):
                raise Untrusted("a member is listed twice, or was revoked")
            self.members[code] = member
            for key in member.get("signingKeys", []):
                public = plain64(key["publicKey"], 32)
                if public is None or key_id(public) != key["keyId"] or key["keyId"] in self.keys:
                    raise Untrusted("a key goes under another name, or has two owners")
                self.keys[key["keyId"]] = member, key
            for recipient in {key["recipient"] for key in member.get("recipientKeys", [])}:
                if recipient in recipients:
                    raise Untrusted("two members have one key")
                recipients.add(recipient)
        if any(key_id(plain64(key["publicKey"], 32) or b"") != key["keyId"] for key in board["keys"]):
            raise Untrusted("a key of the board goes under another name")
        self.data, self.jws = data, jws
        self.state = {"version": held["version"], "digest": digest, "board": board, "revoked": sorted(self.revoked)}


def follow(files, state_file, fingerprint, clock):
    """Reads the directory and its signatures, and writes down what is relied on from now."""
    state = json.loads(state_file.read_text()) if state_file.exists() else None
    directory = Directory(files[0].read_bytes(), files[1].read_bytes(), state, fingerprint, clock)
    fresh = state_file.with_suffix(".new")
    fresh.write_text(json.dumps(directory.state))
    os.replace(fresh, state_file)
    return directory
