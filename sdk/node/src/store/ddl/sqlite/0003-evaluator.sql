-- What an evaluator of tokens counts: how many elements a member had evaluated on a day in China.

CREATE TABLE evaluation_quota (
    member TEXT    NOT NULL,
    day    INTEGER NOT NULL,                       -- days since 1970-01-01 in China
    used   INTEGER NOT NULL CHECK (used >= 0),
    PRIMARY KEY (member, day)
) STRICT, WITHOUT ROWID;

-- Each request once, with the consent under which it was made, for the audit. The elements are blinded and not kept.
CREATE TABLE evaluation (
    member     TEXT    NOT NULL,
    request_id BLOB    NOT NULL CHECK (length(request_id) = 16),
    content    BLOB    NOT NULL CHECK (length(content) = 32),
    purpose    TEXT    NOT NULL,
    epoch      INTEGER NOT NULL,
    consent    BLOB    NOT NULL CHECK (length(consent) = 32),
    elements   INTEGER NOT NULL CHECK (elements > 0),
    day        INTEGER NOT NULL,
    counted_at INTEGER NOT NULL,
    PRIMARY KEY (member, request_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX evaluation_day ON evaluation (day);
