-- One bill. Its key is the keyed hash of its token; every change raises ver by one and leaves one row in outbox.
CREATE TABLE expense (
    token BLOB NOT NULL PRIMARY KEY,
    -- The lowest that is stated now; nothing after a red bill.
    burden INTEGER NOT NULL CHECK (burden >= 0),
    -- The burden, or what is held and paid already, whichever is more.
    cap INTEGER NOT NULL CHECK (cap >= 0),
    held INTEGER NOT NULL DEFAULT 0 CHECK (held >= 0),
    paid INTEGER NOT NULL DEFAULT 0 CHECK (paid >= 0),
    ver INTEGER NOT NULL DEFAULT 0 CHECK (ver >= 0),
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1)),
    CHECK (held + paid <= cap)
) STRICT, WITHOUT ROWID;

-- What each member says that the family bears; a member's last accepted statement is its current one.
CREATE TABLE statement (
    token BLOB NOT NULL,
    statement_id BLOB NOT NULL,
    member TEXT NOT NULL,
    -- Empty for the statement that a red bill cancelled the bill.
    amount INTEGER CHECK (amount >= 0),
    source TEXT,
    -- The version of the expense which it made; several statements of a member are in this order.
    ver INTEGER NOT NULL,
    -- The version which replaced it; empty while it is the member's current one.
    replaced INTEGER,
    PRIMARY KEY (token, statement_id)
) STRICT, WITHOUT ROWID;

-- What a member holds on a bill, or paid.
CREATE TABLE claim (
    token BLOB NOT NULL,
    claim_id BLOB NOT NULL,
    member TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    state TEXT NOT NULL CHECK (state IN ('held', 'paid', 'released', 'expired', 'reversed')),
    -- The version of the expense at which the amount was held.
    fence INTEGER NOT NULL,
    -- The version at which it came into its state.
    ver INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    -- Of the request, so that the same id is never two different claims.
    digest BLOB NOT NULL,
    consent BLOB NOT NULL,
    aid_record BLOB,
    reason TEXT,
    PRIMARY KEY (token, claim_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX claim_expiry ON claim (expires_at) WHERE state = 'held';

-- One leaf of the log to be, for each version of an expense: written with it, read by what fills the log.
CREATE TABLE outbox (
    token BLOB NOT NULL,
    ver INTEGER NOT NULL,
    -- The id of the claim or statement, and what became of it.
    about BLOB NOT NULL,
    kind TEXT NOT NULL,
    member TEXT NOT NULL,
    salt BLOB NOT NULL,
    record BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (token, ver)
) STRICT, WITHOUT ROWID;

-- What a member has to be told about a change, until it is made one of its notices.
CREATE TABLE question (
    token BLOB NOT NULL,
    ver INTEGER NOT NULL,
    member TEXT NOT NULL,
    kind TEXT NOT NULL,
    about BLOB NOT NULL,
    notice_id BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (token, ver, member, kind, about)
) STRICT, WITHOUT ROWID;
