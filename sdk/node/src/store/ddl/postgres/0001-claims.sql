-- What is claimed on bills. The key of every row is the keyed hash of a token: no write touches two keys.
-- Amounts are fen, truth values 0 and 1, times milliseconds of the database's own clock.

-- One bill. Every change raises ver by one and leaves one row in outbox.
CREATE TABLE expense (
    token  BYTEA   NOT NULL PRIMARY KEY CHECK (length(token) = 32),
    burden BIGINT  NOT NULL CHECK (burden >= 0),          -- the lowest that is stated; nothing after a red bill
    cap    BIGINT  NOT NULL CHECK (cap >= 0),             -- the burden, or what was held and paid when it was lowered
    held   BIGINT  NOT NULL DEFAULT 0 CHECK (held >= 0),
    paid   BIGINT  NOT NULL DEFAULT 0 CHECK (paid >= 0),
    ver    BIGINT  NOT NULL CHECK (ver > 0),
    void   BIGINT  NOT NULL DEFAULT 0 CHECK (void IN (0, 1)),
    CHECK (held + paid <= cap)
);

-- What each member says now that the family bears: the one of its statements whose id is last.
CREATE TABLE burden (
    token        BYTEA   NOT NULL CHECK (length(token) = 32),
    member       TEXT    NOT NULL,
    statement_id BYTEA   NOT NULL CHECK (length(statement_id) = 16),
    amount       BIGINT  NOT NULL CHECK (amount >= 0),
    source       TEXT    NOT NULL,
    PRIMARY KEY (token, member)
);

-- Statements and red bills that were noted, so that each is noted once.
CREATE TABLE statement (
    token        BYTEA   NOT NULL CHECK (length(token) = 32),
    statement_id BYTEA   NOT NULL CHECK (length(statement_id) = 16),
    member       TEXT    NOT NULL,
    content      BYTEA   NOT NULL CHECK (length(content) = 32),  -- keyed hash of the whole request
    ver          BIGINT  NOT NULL,                        -- the version which it made
    PRIMARY KEY (token, statement_id)
);

-- What a member holds on a bill, or paid.
CREATE TABLE claim (
    token      BYTEA   NOT NULL CHECK (length(token) = 32),
    claim_id   BYTEA   NOT NULL CHECK (length(claim_id) = 16),
    member     TEXT    NOT NULL,
    amount     BIGINT  NOT NULL CHECK (amount > 0),
    state      TEXT    NOT NULL CHECK (state IN ('held', 'paid', 'released', 'expired', 'reversed')),
    fence      BIGINT  NOT NULL,                          -- the version of the bill at which the amount was held
    ver        BIGINT  NOT NULL,                          -- the version at which it came into its state
    expires_at BIGINT  NOT NULL,
    content    BYTEA   NOT NULL CHECK (length(content) = 32),  -- keyed hash of the whole request
    consent    BYTEA   NOT NULL CHECK (length(consent) = 32),
    reason     TEXT,                                 -- why a payment came back
    PRIMARY KEY (token, claim_id)
);
CREATE INDEX claim_to_expire ON claim (expires_at) WHERE state = 'held';
CREATE INDEX claim_that_counts ON claim (token) WHERE state IN ('held', 'paid');

-- What the log is to be told: written with what it is about, in one transaction.
CREATE TABLE outbox (
    token  BYTEA   NOT NULL CHECK (length(token) = 32),
    ver    BIGINT  NOT NULL,
    about  BYTEA   NOT NULL CHECK (length(about) = 16),  -- the id of the claim, the statement, the entry
    kind   TEXT    NOT NULL,
    member TEXT    NOT NULL,
    salt   BYTEA   NOT NULL CHECK (length(salt) = 32),
    record BYTEA   NOT NULL,
    at     BIGINT  NOT NULL,
    PRIMARY KEY (token, ver)
);

-- What members are to be asked about a bill, until it stands among their notices.
CREATE TABLE question (
    token  BYTEA   NOT NULL CHECK (length(token) = 32),
    ver    BIGINT  NOT NULL,
    member TEXT    NOT NULL,
    about  BYTEA   NOT NULL CHECK (length(about) = 16),  -- the member's own claim
    kind   TEXT    NOT NULL,
    at     BIGINT  NOT NULL,
    PRIMARY KEY (token, ver, member, about, kind)
);
