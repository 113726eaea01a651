-- What the registry keeps of consents, aid entries, intents, accesses, notices and suspicions.
-- A token stands here only as its keyed hash. Times are milliseconds of the database's own clock.

CREATE TABLE consent (
    commitment      BYTEA   NOT NULL PRIMARY KEY CHECK (octet_length(commitment) = 32),
    member          TEXT    NOT NULL,
    recipient       TEXT    NOT NULL,
    purpose         TEXT    NOT NULL,
    may_name_member BIGINT  NOT NULL CHECK (may_name_member IN (0, 1)),
    valid_days      BIGINT  NOT NULL CHECK (valid_days > 0),
    given_at        BIGINT  NOT NULL,
    valid_until     BIGINT  NOT NULL,
    withdrawn_at    BIGINT,
    withdrawn_by    TEXT,
    reason          TEXT,
    told_at         BIGINT,                       -- when those concerned were told of the withdrawal
    erased_at       BIGINT,                       -- when nothing made under it could be left
    erased_rows     BIGINT  NOT NULL DEFAULT 0     -- how many rows went
);
CREATE INDEX consent_to_tell ON consent (withdrawn_at) WHERE withdrawn_at IS NOT NULL AND told_at IS NULL;
CREATE INDEX consent_to_erase ON consent (valid_until) WHERE erased_at IS NULL;

-- One row for each token of an entry. A withdrawn entry keeps only that it was withdrawn, so that a late copy of the
-- request that made it does not bring it back.
CREATE TABLE aid_entry (
    token          BYTEA   NOT NULL CHECK (octet_length(token) = 32),
    entry_id       BYTEA   NOT NULL CHECK (octet_length(entry_id) = 16),
    member         TEXT    NOT NULL,
    content        BYTEA,                           -- keyed hash of the whole request; all that follows is NULL once withdrawn
    aid_record_id  BYTEA,
    epoch          BIGINT,
    kind           TEXT,
    coverage_class TEXT,
    month          TEXT,
    status         TEXT,
    consent        BYTEA,
    salt           BYTEA,
    supersedes     BYTEA,
    superseded_by  BYTEA,
    recorded_at    BIGINT  NOT NULL,
    withdrawn_at   BIGINT,
    told_at        BIGINT,                        -- when those with an intent for the child were told
    PRIMARY KEY (token, entry_id)
);
CREATE INDEX aid_entry_consent ON aid_entry (consent) WHERE consent IS NOT NULL;
CREATE INDEX aid_entry_to_tell ON aid_entry (recorded_at) WHERE told_at IS NULL;
CREATE INDEX aid_entry_withdrawn ON aid_entry (withdrawn_at) WHERE withdrawn_at IS NOT NULL;

CREATE TABLE intent (
    token          BYTEA   NOT NULL CHECK (octet_length(token) = 32),
    intent_id      BYTEA   NOT NULL CHECK (octet_length(intent_id) = 16),
    member         TEXT    NOT NULL,
    content        BYTEA,
    coverage_class TEXT,
    month          TEXT,
    consent        BYTEA,
    announced_at   BIGINT  NOT NULL,
    ends_at        BIGINT  NOT NULL,
    closed_at      BIGINT,
    told_at        BIGINT,
    PRIMARY KEY (token, intent_id)
);
CREATE INDEX intent_consent ON intent (consent) WHERE consent IS NOT NULL;
CREATE INDEX intent_to_tell ON intent (announced_at) WHERE told_at IS NULL;
CREATE INDEX intent_to_end ON intent (ends_at);

CREATE TABLE access (
    token     BYTEA   NOT NULL CHECK (octet_length(token) = 32),
    member    TEXT    NOT NULL,
    operation TEXT    NOT NULL,
    access_id BYTEA   NOT NULL CHECK (octet_length(access_id) = 16),
    purpose   TEXT,
    consent   BYTEA,
    at        BIGINT  NOT NULL,
    PRIMARY KEY (token, member, operation, access_id)
);

CREATE TABLE notice (
    member          TEXT    NOT NULL,
    notice_id       BYTEA   NOT NULL CHECK (octet_length(notice_id) = 16),
    kind            TEXT    NOT NULL,
    about           BYTEA,
    consent         BYTEA,
    raised_at       BIGINT  NOT NULL,
    acknowledged_at BIGINT,                       -- kept for a while, so that telling twice does not show it again
    PRIMARY KEY (member, notice_id)
);
CREATE INDEX notice_open ON notice (member, raised_at, notice_id) WHERE acknowledged_at IS NULL;
CREATE INDEX notice_done ON notice (acknowledged_at) WHERE acknowledged_at IS NOT NULL;

CREATE TABLE suspicion (
    suspicion_id BYTEA NOT NULL PRIMARY KEY CHECK (octet_length(suspicion_id) = 16),
    opened_by    TEXT NOT NULL
);

CREATE TABLE suspicion_record (
    suspicion_id BYTEA   NOT NULL CHECK (octet_length(suspicion_id) = 16),
    record_id    BYTEA   NOT NULL CHECK (octet_length(record_id) = 16),
    member       TEXT    NOT NULL,
    kind         TEXT    NOT NULL,
    status       TEXT    NOT NULL,
    resolutions  TEXT    NOT NULL,                 -- codes with a space between
    concerned    TEXT    NOT NULL,                 -- organisations with a space between
    commitment   BYTEA   NOT NULL CHECK (octet_length(commitment) = 32),
    recorded_at  BIGINT  NOT NULL,
    told_at      BIGINT,
    PRIMARY KEY (suspicion_id, record_id)
);
CREATE INDEX suspicion_record_to_tell ON suspicion_record (recorded_at) WHERE told_at IS NULL;

-- Tokens of identities that nobody has: who asks for one is guessing.
CREATE TABLE canary (
    token    BYTEA   NOT NULL PRIMARY KEY CHECK (octet_length(token) = 32),
    hits     BIGINT  NOT NULL DEFAULT 0,
    added_at BIGINT  NOT NULL
);
