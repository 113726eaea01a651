-- Nonces of signed requests, so that no signature counts twice.

CREATE TABLE nonce (
    signing_key TEXT   NOT NULL,
    nonce       BYTEA  NOT NULL CHECK (octet_length(nonce) = 16),
    kept_until  BIGINT NOT NULL,
    PRIMARY KEY (nonce, signing_key)
);
CREATE INDEX nonce_old ON nonce (kept_until);
