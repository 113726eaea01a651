-- By what a registry knows the pepper with which it was begun: the keyed hash of a fixed text. Under another pepper nothing
-- would be found again, and a bill that was paid be free to be paid on.

CREATE TABLE pepper_mark (
    one  BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
    mark BYTEA  NOT NULL CHECK (octet_length(mark) = 32)
);
