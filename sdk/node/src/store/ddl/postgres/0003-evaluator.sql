-- What an evaluator of tokens counts: how many elements a member had evaluated on a day in China.

CREATE TABLE evaluation_quota (
    member TEXT    NOT NULL,
    day    BIGINT  NOT NULL,                       -- days since 1970-01-01 in China
    used   BIGINT  NOT NULL CHECK (used >= 0),
    PRIMARY KEY (member, day)
);

-- Each request once, with the consent under which it was made, for the audit. The elements are blinded and not kept.
CREATE TABLE evaluation (
    member     TEXT    NOT NULL,
    request_id BYTEA   NOT NULL CHECK (octet_length(request_id) = 16),
    content    BYTEA   NOT NULL CHECK (octet_length(content) = 32),
    purpose    TEXT    NOT NULL,
    epoch      BIGINT  NOT NULL,
    consent    BYTEA   NOT NULL CHECK (octet_length(consent) = 32),
    elements   BIGINT  NOT NULL CHECK (elements > 0),
    day        BIGINT  NOT NULL,
    counted_at BIGINT  NOT NULL,
    PRIMARY KEY (member, request_id)
);
CREATE INDEX evaluation_day ON evaluation (day);
