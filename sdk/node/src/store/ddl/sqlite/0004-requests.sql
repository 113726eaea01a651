-- Nonces of signed requests, so that no signature counts twice.

CREATE TABLE nonce (
    signing_key TEXT    NOT NULL,
    nonce       BLOB    NOT NULL CHECK (length(nonce) = 16),
    kept_until  INTEGER NOT NULL,
    PRIMARY KEY (nonce, signing_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX nonce_old ON nonce (kept_until);
