-- One bill. Its key is the keyed hash of its token; every change raises ver by one and leaves one row in outbox.
CREATE TABLE expense (
    token BYTEA NOT NULL PRIMARY KEY,
    -- The lowest that is stated now; nothing after a red bill.
    burden BIGINT NOT NULL CHECK (burden >= 0),
    -- The burden, or what is held and paid already, whichever is more.
    cap BIGINT NOT NULL CHECK (cap >= 0),
    held BIGINT NOT NULL DEFAULT 0 CHECK (held >= 0),
    paid BIGINT NOT NULL DEFAULT 0 CHECK (paid >= 0),
    ver BIGINT NOT NULL DEFAULT 0 CHECK (ver >= 0),
    void BIGINT NOT NULL DEFAULT 0 CHECK (void IN (0, 1)),
    CHECK (held + paid <= cap)
);

-- What each member says that the family bears; a member's last accepted statement is its current one.
CREATE TABLE statement (
    token BYTEA NOT NULL,
    statement_id BYTEA NOT NULL,
    member TEXT NOT NULL,
    -- Empty for the statement that a red bill cancelled the bill.
    amount BIGINT CHECK (amount >= 0),
    source TEXT,
    -- The version of the expense which it made; several statements of a member are in this order.
    ver BIGINT NOT NULL,
    -- The version which replaced it; empty while it is the member's current one.
    replaced BIGINT,
    PRIMARY KEY (token, statement_id)
);

-- What a member holds on a bill, or paid.
CREATE TABLE claim (
    token BYTEA NOT NULL,
    claim_id BYTEA NOT NULL,
    member TEXT NOT NULL,
    amount BIGINT NOT NULL CHECK (amount > 0),
    state TEXT NOT NULL CHECK (state IN ('held', 'paid', 'released', 'expired', 'reversed')),
    -- The version of the expense at which the amount was held.
    fence BIGINT NOT NULL,
    -- The version at which it came into its state.
    ver BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    -- Of the request, so that the same id is never two different claims.
    digest BYTEA NOT NULL,
    consent BYTEA NOT NULL,
    aid_record BYTEA,
    reason TEXT,
    PRIMARY KEY (token, claim_id)
);

CREATE INDEX claim_expiry ON claim (expires_at) WHERE state = 'held';

-- One leaf of the log to be, for each version of an expense: written with it, read by what fills the log.
CREATE TABLE outbox (
    token BYTEA NOT NULL,
    ver BIGINT NOT NULL,
    -- The id of the claim or statement, and what became of it.
    about BYTEA NOT NULL,
    kind TEXT NOT NULL,
    member TEXT NOT NULL,
    salt BYTEA NOT NULL,
    record BYTEA NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (token, ver)
);

-- What a member has to be told about a change, until it is made one of its notices.
CREATE TABLE question (
    token BYTEA NOT NULL,
    ver BIGINT NOT NULL,
    member TEXT NOT NULL,
    kind TEXT NOT NULL,
    about BYTEA NOT NULL,
    notice_id BYTEA NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (token, ver, member, kind, about)
);
