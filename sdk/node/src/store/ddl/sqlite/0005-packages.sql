-- Packages that came in, and parcels that wait to be fetched. The sealed files lie in the data folder, by digest.

CREATE TABLE package (
    package_id  BLOB    NOT NULL PRIMARY KEY CHECK (length(package_id) = 16),
    sender      TEXT    NOT NULL,
    purpose     TEXT    NOT NULL,
    digest      BLOB    NOT NULL CHECK (length(digest) = 32),
    size        INTEGER NOT NULL CHECK (size > 0),
    received_at INTEGER NOT NULL,
    state       TEXT    NOT NULL,
    state_at    INTEGER NOT NULL,
    ver         INTEGER NOT NULL,                  -- how often the state was set
    warnings    TEXT    NOT NULL,                  -- codes of rules, with spaces between
    fetched_at  INTEGER                            -- when the member's own staff took it out
) STRICT, WITHOUT ROWID;
CREATE INDEX package_age ON package (received_at, package_id);
CREATE INDEX package_sender ON package (sender) WHERE fetched_at IS NULL;

CREATE TABLE parcel (
    recipient  TEXT    NOT NULL,
    package_id BLOB    NOT NULL CHECK (length(package_id) = 16),
    digest     BLOB    NOT NULL CHECK (length(digest) = 32),
    size       INTEGER NOT NULL CHECK (size > 0),
    posted_at  INTEGER NOT NULL,
    fetched_at INTEGER,
    PRIMARY KEY (recipient, package_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX parcel_waiting ON parcel (recipient, posted_at, package_id);
