-- Messages of files that were refused: handed in again, the same message is refused the same, whatever has changed since.

CREATE TABLE refused_message (
    member     TEXT   NOT NULL,
    message_id BYTEA  NOT NULL CHECK (octet_length(message_id) = 16),
    content    BYTEA  NOT NULL CHECK (octet_length(content) = 32),   -- digest of the operation and the body
    problem    TEXT   NOT NULL,
    refused_at BIGINT NOT NULL,
    PRIMARY KEY (member, message_id)
);
CREATE INDEX refused_message_old ON refused_message (refused_at);
