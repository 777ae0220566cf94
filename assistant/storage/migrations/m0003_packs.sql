-- Version 3 of the schema, what packs and shared folders need.

-- What travels between stores. A decision or a person's verdict names those that it was made
-- in the knowledge of, so that what two people decided apart from each other can be told.
ALTER TABLE decisions ADD COLUMN follows JSON DEFAULT '[]' NOT NULL;
ALTER TABLE verdicts ADD COLUMN follows JSON DEFAULT '[]' NOT NULL;

-- When the words of an answer were read again; where there is no row, when it was first found.
CREATE TABLE readings (
    call_id CHAR(32) NOT NULL,
    answer_id VARCHAR NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (call_id, answer_id),
    FOREIGN KEY(call_id) REFERENCES calls (id)
);

-- The facts of calls, leads and accounts as they stood when they were packed.
CREATE TABLE versions (
    seq INTEGER NOT NULL,
    id CHAR(32) NOT NULL,
    kind VARCHAR NOT NULL,
    of_id CHAR(32) NOT NULL,
    by_key CHAR(32) NOT NULL,
    at VARCHAR NOT NULL,
    follows JSON NOT NULL,
    body JSON NOT NULL,
    PRIMARY KEY (seq),
    UNIQUE (id),
    FOREIGN KEY(by_key) REFERENCES people ("key")
);
CREATE INDEX ix_versions_of_id ON versions (of_id);

-- Ids of what was forgotten, so that no pack brings it back.
CREATE TABLE tombstones (
    kind VARCHAR NOT NULL,
    id CHAR(32) NOT NULL,
    by_key CHAR(32) NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (kind, id),
    FOREIGN KEY(by_key) REFERENCES people ("key")
);

-- Files of a shared folder that were read, by their checksum.
CREATE TABLE read_files (
    digest VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (digest)
);

-- Calls that changed since they were last written to a shared folder; change counts how often.
CREATE TABLE unsent (
    call_id CHAR(32) NOT NULL,
    change INTEGER NOT NULL,
    PRIMARY KEY (call_id)
);
INSERT INTO unsent SELECT id, 1 FROM calls;
