-- Packages that came in, and parcels that wait to be fetched. The sealed files lie in the data folder, by digest.

CREATE TABLE package (
    package_id  BYTEA   NOT NULL PRIMARY KEY CHECK (octet_length(package_id) = 16),
    sender      TEXT    NOT NULL,
    purpose     TEXT    NOT NULL,
    digest      BYTEA   NOT NULL CHECK (octet_length(digest) = 32),
    size        BIGINT  NOT NULL CHECK (size > 0),
    received_at BIGINT  NOT NULL,
    state       TEXT    NOT NULL,
    state_at    BIGINT  NOT NULL,
    ver         BIGINT  NOT NULL,                  -- how often the state was set
    warnings    TEXT    NOT NULL,                  -- codes of rules, with spaces between
    fetched_at  BIGINT                             -- when the member's own staff took it out
);
CREATE INDEX package_age ON package (received_at, package_id);
CREATE INDEX package_sender ON package (sender) WHERE fetched_at IS NULL;

CREATE TABLE parcel (
    recipient  TEXT    NOT NULL,
    package_id BYTEA   NOT NULL CHECK (octet_length(package_id) = 16),
    digest     BYTEA   NOT NULL CHECK (octet_length(digest) = 32),
    size       BIGINT  NOT NULL CHECK (size > 0),
    posted_at  BIGINT  NOT NULL,
    fetched_at BIGINT,
    PRIMARY KEY (recipient, package_id)
);
CREATE INDEX parcel_waiting ON parcel (recipient, posted_at, package_id);
