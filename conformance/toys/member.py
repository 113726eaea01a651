"""A toy member of a Tongzhou alliance, written from the documents alone: it takes sealed packages and says where they stand.

`serve --fault NAME` makes one mistake that a charity might make, so that tests can be tested; FAULTS names them all.
"""
import argparse, collections, hashlib, json, os, pathlib, re, secrets, signal, socket, sqlite3, sys, threading, time, uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from package import Clock, Late, MIB, NotJson, Reader, Refused, base64url, plain64, written
from rules import ROOT, SCHEMAS, alone, examine, shape_errors
from wire import Asked, Problem, Untrusted, follow, key_id, signed_headers

FAULTS = {  # name: the requirement that it breaks
    "nonce-not-remembered": "REQ-EXC-013: the same signed request is taken again",
    "nonce-forgotten-on-restart": "REQ-EXC-013: nonces do not outlive the program",
    "takes-old-signatures": "REQ-EXC-012: nobody looks whether a signature has expired",
    "digest-not-checked": "REQ-EXC-011: a body that was changed on the way is taken",
    "answers-unsigned": "REQ-EXC-016: answers have no signature",
    "problem-quotes-request": "REQ-EXC-019: a problem repeats what was sent, to be helpful",
    "problem-in-english-only": "REQ-EXC-018: the words in Chinese are left out",
    "members-twice": "REQ-EXC-002, REQ-JSN-004: of two members of one name the last is taken",
    "tells-others-status": "REQ-EXC-036, REQ-EXC-023: any member is told where a package stands",
    "keeps-nothing-but-answers-done": "REQ-EXC-033: it says that it has a package and has not",
    "keeps-refused-packages": "REQ-EXC-034: what was refused is stored all the same",
    "accepts-unsigned-package": "REQ-SIG-023: a package without a signature is taken",
    "opens-what-is-for-others": "REQ-SIG-024: nobody looks whether the audience names this member",
    "manifest-not-compared": "REQ-PKG-105, REQ-PKG-106: entries are not held against their sizes and digests",
    "rules-not-asked": "REQ-EXC-033: documents are held against their schemas only",
    "guesses-at-versions": "REQ-EXC-022: a version it does not know is read as 1.0",
    "sent-again-is-conflict": "REQ-EXC-006: a package that is sent again is refused",
    "id-used-again-replaces": "REQ-EXC-007: another package under the same id replaces the first",
}
JSON, AGE = "application/json", "application/vnd.age"
SUBMIT, STATUS, PARCELS = "/v1/packages/submit", "/v1/packages/status", "/v1/parcels/list"
PUBLIC = ("/v1/directory", "/v1/directory.jws", "/openapi.json", "/health/live", "/health/ready")
DESCRIPTION = json.loads((ROOT / "docs/spec/openapi.json").read_text(encoding="utf-8"))  # and of it what is answered here:
DESCRIPTION["paths"] = {path: DESCRIPTION["paths"][path] for path in (SUBMIT, STATUS, PARCELS, "/v1/parcels/fetch/{id}", *PUBLIC)}
DEFAULTS = {"port": 8520, "testTenant": False, "messageBytes": 256 * 1024, "packageBytes": 40 * MIB, "requestsPerMinute": 600,
            "connections": 64, "directory": "directory.json", "signatures": "directory.jws.json", "key": "member.key",
            "passphraseFile": "passphrase", "data": "data", "board": "", "faults": []}


class Node:
    """The configuration, keys, directory and storage, and what is done with a request."""

    def __init__(self, path, chosen):
        self.settings = settings = DEFAULTS | json.loads(path.read_text(encoding="utf-8")) | chosen
        self.code, self.faults = settings["code"], set(settings["faults"])
        at = lambda name: path.parent / settings[name]
        locked = at("key").read_bytes()
        work = re.match(rb"age-encryption\.org/v1\n-> scrypt \S+ ([0-9]{1,3})\n", locked)
        if not work or int(work[1]) > 20:  # REQ-KEY-004
            raise SystemExit("the key file is not locked with a passphrase, or asks for too much work")
        lines = pyrage.passphrase.decrypt(locked, at("passphraseFile").read_text().strip()).decode().splitlines()
        line = lambda start: next(line for line in lines if line.startswith(start))
        self.key = Ed25519PrivateKey.from_private_bytes(plain64(line("# signing seed: ")[16:], 32))
        self.key_name = key_id(self.key.public_key().public_bytes_raw())
        self.identity = pyrage.x25519.Identity.from_str(line("AGE-SECRET-KEY-"))
        at("data").mkdir(mode=0o700, exist_ok=True)
        self.files, self.state, self.seen = [at("directory"), at("signatures")], at("data") / "directory.state", None
        self.lock, self.opening = threading.RLock(), threading.Semaphore(2)
        self.look()
        self.store = sqlite3.connect(at("data") / "member.db", check_same_thread=False, isolation_level=None)
        self.store.executescript("""PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;
            CREATE TABLE IF NOT EXISTS nonce (key TEXT, nonce TEXT, until INTEGER, PRIMARY KEY (key, nonce));
            CREATE TABLE IF NOT EXISTS package (id TEXT PRIMARY KEY, sender TEXT, digest TEXT, manifest TEXT, answer TEXT, sealed BLOB);
            CREATE TABLE IF NOT EXISTS parcel (id TEXT PRIMARY KEY, recipient TEXT, since TEXT, sealed BLOB);""")
        if "nonce-forgotten-on-restart" in self.faults:
            self.store.execute("DELETE FROM nonce")
        self.requests = collections.defaultdict(collections.deque)

    def look(self):
        """Takes up a new directory that lies there; one that is not to be relied on changes nothing."""
        with self.lock:
            try:
                stamp = [(file.stat().st_mtime_ns, file.stat().st_size) for file in self.files]
                if stamp != self.seen:
                    self.directory = follow(self.files, self.state, self.settings["board"], Clock(10))
                self.seen = stamp
            except (Untrusted, OSError) as why:
                if self.seen is None:
                    raise SystemExit(f"the directory is not relied on: {why}") from None
                print(f"the new directory is not relied on: {why}", file=sys.stderr)

    def ready(self):
        if self.directory.expires <= time.time():  # REQ-EXC-015
            raise Problem("unavailable", retryAfter=3600)
        return '{"ready":true}'

    def page(self, path):
        """What is told to everybody, or None."""
        if path == "/v1/test-tenant" and self.settings["testTenant"]:
            # `quota` is an evaluator's; it stands here because the document is shown with it.
            shown = {"testTenant": True, "standardVersion": "1.0", "quota": 200}
            return json.dumps(shown | {name: self.settings[name] for name in ("messageBytes", "requestsPerMinute")})
        return {"/v1/directory": self.directory.data, "/v1/directory.jws": self.directory.jws,
                "/openapi.json": json.dumps(DESCRIPTION, ensure_ascii=False), "/health/live": '{"live":true}'}.get(path)

    def take_turn(self, asked, now):
        """Counts a request of this member, and its nonce."""
        with self.lock:
            times = self.requests[asked.member]
            while times and times[0] <= now - 60:
                times.popleft()
            if len(times) >= self.settings["requestsPerMinute"]:
                raise Problem("too-many", retryAfter=int(times[0] + 60 - now) + 1)
            times.append(now)
            self.store.execute("DELETE FROM nonce WHERE until < ?", (int(now) - 60,))
            try:
                self.store.execute("INSERT INTO nonce VALUES (?, ?, ?)", (asked.key, asked.nonce, asked.expires))
            except sqlite3.IntegrityError:
                if "nonce-not-remembered" not in self.faults:
                    raise Problem("replayed") from None

    def row(self, query, *values):
        with self.lock:
            return self.store.execute(query, values).fetchone()

    def submit(self, asked, sealed, clock, now):
        read, digest = {}, hashlib.sha256(sealed).hexdigest()
        before = self.row("SELECT answer FROM package WHERE digest = ? AND sender = ?", digest, asked.member)
        if before and "sent-again-is-conflict" not in self.faults:  # even after it has expired
            return before[0]
        if not self.opening.acquire(timeout=5):
            raise Problem("unavailable", retryAfter=5)
        try:
            examine(self, sealed, read, clock, now)
        except Refused as why:
            if "keeps-refused-packages" in self.faults and read:
                self.keep(read, asked, sealed, digest, now)
            raise Problem(why.code, findings=[{"rule": "TZ-" + rule} | ({} if at is None else {"pointer": at})
                                              for rule, at in dict.fromkeys(why.findings[:50])]) from None
        finally:
            self.opening.release()
        return self.keep(read, asked, sealed, digest, now)

    def keep(self, read, asked, sealed, digest, now):
        """Stores a package, still sealed and whole or not at all; what is there already is answered as it was."""
        manifest, own_digest = read["manifest"], read["digest"]
        # A manifest may leave the purpose out, an answer may not; the text does not say what stands for it then.
        answer = json.dumps({"packageId": manifest["packageId"], "purpose": manifest.get("purpose", "application"),
                             "receivedAt": written(now), "digest": digest, "state": "submitted"})
        with self.lock:
            row = self.row("SELECT sender, digest, answer FROM package WHERE id = ?", manifest["packageId"])
            if row and "id-used-again-replaces" not in self.faults:
                if row[:2] != (asked.member, digest) or "sent-again-is-conflict" in self.faults:
                    raise Problem("conflict")
                return row[2]
            if "keeps-nothing-but-answers-done" not in self.faults:
                self.store.execute("INSERT OR REPLACE INTO package VALUES (?, ?, ?, ?, ?, ?)",
                                   (manifest["packageId"], asked.member, digest, own_digest, answer, sealed))
        return answer

    def message(self, body, form, clock):
        """A body in JSON of the form that the description of the interface gives."""
        try:
            reader = Reader(body, clock, self.settings["messageBytes"], "members-twice" in self.faults)
            held = reader.read()
        except NotJson as why:
            raise Problem("malformed", line=why.line, column=why.column) from None
        schema = {"$ref": "#/components/schemas/" + form, "components": DESCRIPTION["components"]}
        errors = shape_errors(schema, held, clock)
        if errors:  # the place of the first member that is not known, else of what is wrong
            known = DESCRIPTION["components"]["schemas"][form].get("properties", {})
            unknown = [at for pointer, at in reader.places.items() if pointer and pointer[1:] not in known]
            where = NotJson("", reader.text, min(unknown) if unknown else reader.places[errors[0][1]])
            raise Problem("malformed", line=where.line, column=where.column)
        return held

    def status(self, asked, request):
        row = self.row("SELECT sender, answer FROM package WHERE id = ?", request["packageId"])
        if not row or row[0] != asked.member and "tells-others-status" not in self.faults:
            raise Problem("unknown")
        return row[1]

    def parcels(self, asked):
        with self.lock:
            rows = self.store.execute("SELECT id, since, sealed FROM parcel WHERE recipient = ? ORDER BY since, id",
                                      (asked.member,))
            return json.dumps({"parcels": [{"packageId": name, "size": len(sealed), "since": since,
                                            "digest": hashlib.sha256(sealed).hexdigest()} for name, since, sealed in rows]})

    def fetch(self, asked, name):
        row = self.row("SELECT sealed FROM parcel WHERE id = ? AND recipient = ?", name, asked.member)
        if not row:
            raise Problem("unknown")
        return row[0]

    def answer(self, method, path, target, headers, body):
        """The type and the content of an answer to this request, or a Problem."""
        now, clock, parcel = time.time(), Clock(12), re.fullmatch(r"/v1/parcels/fetch/([^/?]*)", path)
        page = self.page(path)
        takes = "GET" if page or parcel or path == "/health/ready" else "POST" if path in (SUBMIT, STATUS, PARCELS) else None
        if takes is None:
            raise Problem("no-such-operation")
        if method != takes:
            raise Problem("method")
        if page:
            return JSON, page
        self.look()
        ready = self.ready()
        if path == "/health/ready":
            return JSON, ready
        asked = Asked(method, target, headers, body, self.directory, now, self.faults)
        self.take_turn(asked, now)
        if parcel:
            return AGE, self.fetch(asked, parcel[1])
        if (headers.get("content-type") or "").split(";")[0].strip().lower() != (AGE if path == SUBMIT else JSON):
            raise Problem("media-type")
        if path == SUBMIT:
            return JSON, self.submit(asked, body, clock, now)
        held = self.message(body, "PackageStatus" if path == STATUS else "ListParcels", clock)
        return JSON, self.status(asked, held) if path == STATUS else self.parcels(asked)


class Handler(BaseHTTPRequestHandler):
    """One connection. Everything that goes wrong is answered as a problem, and nothing is logged of a request."""

    protocol_version, server_version, sys_version, timeout = "HTTP/1.1", "toy", "", 10
    node, public, body = None, "", b""

    def handle_one_request(self):
        # Whoever sends byte by byte is cut off: a request has to be there, and its answer taken, in time.
        timer = threading.Timer(30, lambda: self.connection.shutdown(socket.SHUT_RDWR))
        timer.daemon = True
        timer.start()
        try:
            super().handle_one_request()
        except OSError:
            self.close_connection = True
        finally:
            timer.cancel()

    def read_body(self):
        """What is too long is let pass and thrown away, so that the answer is heard."""
        lengths, limit = self.headers.get_all("content-length") or ["0"], self.node.settings[
            "packageBytes" if self.path == SUBMIT else "messageBytes"]
        if "transfer-encoding" in self.headers or len(lengths) != 1 or not re.fullmatch("[0-9]{1,15}", lengths[0]):
            self.close_connection = True
            raise Problem("malformed")
        left = length = int(lengths[0])
        if length <= limit:
            self.body = self.rfile.read(length)
            if len(self.body) < length:
                raise OSError("cut short")
            return
        self.close_connection = True
        while left > length - 64 * MIB and left > 0 and (piece := self.rfile.read1(min(left, MIB))):
            left -= len(piece)
        raise Problem("too-large")

    def attempt(self):
        try:
            self.read_body()
            return self.node.answer(self.command, self.path, self.public + self.path, self.headers, self.body)
        except Late:
            raise Problem("timeout", retryAfter=60) from None
        except sqlite3.OperationalError:
            raise Problem("unavailable", retryAfter=10) from None
        except (Problem, OSError):
            raise
        except Exception as error:  # a mistake of this program
            incident = fresh_id()
            print(f"incident {incident}: {type(error).__name__}", file=sys.stderr)
            raise Problem("internal", incident=incident) from None

    def reply(self):
        self.body, status, more, faults = b"", 200, {}, self.node.faults
        try:
            kind, body = self.attempt()
        except Problem as problem:
            said, kind = problem.body, "application/problem+json"
            if "problem-quotes-request" in faults:
                said["detail"] += f" ({self.path} {self.body[:200].decode('latin-1')})"
            if "problem-in-english-only" in faults:
                del said["titleZh"], said["detailZh"]
            status, body = said["status"], json.dumps(said, ensure_ascii=False)
            more = {"Retry-After": str(said["retryAfter"])} if "retryAfter" in said else {}
        body = body.encode() if isinstance(body, str) else body
        signature = ", ".join(value.strip() for value in self.headers.get_all("signature") or [])
        if signature and "answers-unsigned" not in faults:
            more |= signed_headers(status, kind, body, signature, self.node.key, self.node.key_name, time.time())
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **more}.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(b"" if self.command == "HEAD" else body)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = reply

    def send_error(self, code, message=None, explain=None):
        """What the server of the standard library refuses by itself: said as a problem, too."""
        self.close_connection, self.request_version, self.command = True, "HTTP/1.1", self.command or "GET"
        self.headers = getattr(self, "headers", None) or self.MessageClass()
        said = Problem({501: "method", 408: "timeout", 414: "too-large", 431: "too-large"}.get(code, "malformed"))

        def refuse():
            raise said
        self.attempt = refuse
        self.reply()

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    """Threads, but no more than the configuration says."""

    daemon_threads, request_queue_size, places = True, 128, None

    def process_request(self, request, address):
        if self.places.acquire(blocking=False):
            super().process_request(request, address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request, address):
        try:
            super().process_request_thread(request, address)
        finally:
            self.places.release()

    def handle_error(self, *_):
        """A connection that broke off is nobody's concern."""


def fresh_id():
    """A UUID of version 7."""
    number = int(time.time() * 1000) << 80 | secrets.randbits(80)
    return str(uuid.UUID(int=number & ~(0xF << 76 | 0x3 << 62) | 0x7 << 76 | 0x2 << 62))


def keygen(options):
    """Keys under a passphrase (REQ-KEY-001 to 003), the entry for the directory, and the configuration of a test tenant."""
    folder, seed, identity = options.folder, secrets.token_bytes(32), pyrage.x25519.Identity.generate()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if (folder / "member.key").exists():
        raise SystemExit("there are keys already; they are left as they are")
    public, now = Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw(), time.time()
    span = {"validFrom": written(now), "validUntil": written(now + 2 * 365 * 86400)}
    entry = {"standard": "tongzhou", "standardVersion": "1.0", "documentType": "member", "memberId": fresh_id(),
             "organisationCode": options.code, "name": options.name, "roles": ["charity"], "validFrom": written(now),
             "signingKeys": [{"keyId": key_id(public), "publicKey": base64url(public), **span}],
             "recipientKeys": [{"recipient": str(identity.to_public()), **span}], "contact": {"phone": options.phone}}
    wrong = shape_errors(SCHEMAS["member"], entry, Clock(10)) or list(alone(entry, "member", ""))
    if wrong:
        raise SystemExit(f"this entry would not be taken: {wrong[0]}")
    passphrase = secrets.token_urlsafe(24)
    locked = pyrage.passphrase.encrypt(f"# signing seed: {base64url(seed)}\n{identity}\n".encode(), passphrase)
    for name, content in (("passphrase", passphrase.encode()), ("member.key", locked)):
        with open(os.open(folder / name, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
    for name, content in (("member.json", entry), ("config.json", {"code": options.code, "testTenant": True})):
        (folder / name).write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def serve(options):
    chosen = {name: value for name in ("board", "port", "faults") if (value := getattr(options, name)) is not None}
    chosen |= {name: str(value.resolve()) for name in ("directory", "signatures") if (value := getattr(options, name))}
    node = Node(options.config.resolve(), chosen)
    server = Server(("127.0.0.1", node.settings["port"]), Handler)
    server.places = threading.BoundedSemaphore(node.settings["connections"])
    Handler.node, Handler.public = node, node.settings.get("publicUrl", f"http://127.0.0.1:{server.server_port}").rstrip("/")
    signal.signal(signal.SIGTERM, lambda *_: threading.Thread(target=server.shutdown).start())
    print(f"listening on {Handler.public}", flush=True)
    server.serve_forever(poll_interval=0.1)
    with node.lock:
        node.store.close()


def post(options):
    """Lays out a sealed package for another member to fetch."""
    node = Node(options.config.resolve(), {})
    node.store.execute("INSERT INTO parcel VALUES (?, ?, ?, ?)",
                       (options.id, options.to, written(time.time()), options.file.read_bytes()))


def main():
    parser = argparse.ArgumentParser(description="A toy member of a Tongzhou alliance 同舟玩具成员")
    commands = parser.add_subparsers(required=True)
    for run, arguments in ((keygen, ("folder", "--code", "--name")), (serve, ("config",)),
                           (post, ("config", "file", "--to", "--id"))):
        command = commands.add_parser(run.__name__)
        command.set_defaults(run=run)
        for name in arguments:
            command.add_argument(name, **({"required": True} if name.startswith("-") else {"type": pathlib.Path}))
        if run is keygen:
            command.add_argument("--phone", default="010-00000000", help="how families reach it 家庭联系电话")
        if run is serve:
            command.add_argument("--board", help="fingerprint of the board 理事会指纹")
            command.add_argument("--port", type=int, help="0 takes a free one 取 0 为任一空闲端口")
            command.add_argument("--directory", type=pathlib.Path, help="in place of directory.json 成员名录")
            command.add_argument("--signatures", type=pathlib.Path, help="in place of directory.jws.json 名录的签名")
            command.add_argument("--fault", action="append", dest="faults", choices=FAULTS, help="a seeded fault, once for each 植入的错误，可重复")
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
