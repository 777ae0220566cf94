-- Version 3 of the schema: what the work after a call needs.

-- What was said about recording a call, each time that it was noted; calls.consent is the last.
CREATE TABLE consents (
    seq INTEGER NOT NULL,
    id CHAR(32) NOT NULL,
    call_id CHAR(32) NOT NULL,
    consent VARCHAR NOT NULL,
    said_by VARCHAR NOT NULL,
    words VARCHAR NOT NULL,
    by_key CHAR(32) NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (seq),
    UNIQUE (id),
    FOREIGN KEY(call_id) REFERENCES calls (id),
    FOREIGN KEY(by_key) REFERENCES people ("key")
);
CREATE INDEX ix_consents_call_id ON consents (call_id);

-- Files that were written with content of calls: forgetting looks at them.
CREATE TABLE known_files (
    path VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    at VARCHAR NOT NULL,
    calls JSON,
    PRIMARY KEY (path)
);

-- Bookmarks, and who really spoke; of a turn and kind the last counts.
CREATE TABLE turn_marks (
    seq INTEGER NOT NULL,
    id CHAR(32) NOT NULL,
    call_id CHAR(32) NOT NULL,
    source VARCHAR NOT NULL,
    turn INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    text VARCHAR,
    side VARCHAR,
    by_key CHAR(32) NOT NULL,
    at VARCHAR NOT NULL,
    takes_back CHAR(32),
    PRIMARY KEY (seq),
    UNIQUE (id),
    FOREIGN KEY(call_id) REFERENCES calls (id),
    FOREIGN KEY(by_key) REFERENCES people ("key")
);
CREATE INDEX ix_turn_marks_call_id ON turn_marks (call_id);
