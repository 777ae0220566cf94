-- Version 1 of the schema. Released: never changed. A new version is a new migration.

CREATE TABLE schema_versions (
    version INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    applied_at VARCHAR NOT NULL,
    PRIMARY KEY (version)
);

CREATE TABLE people (
    "key" CHAR(32) NOT NULL,
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    email VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    team VARCHAR NOT NULL,
    PRIMARY KEY ("key")
);

CREATE TABLE accounts (
    id CHAR(32) NOT NULL,
    name VARCHAR NOT NULL,
    sector VARCHAR NOT NULL,
    place VARCHAR NOT NULL,
    country VARCHAR NOT NULL,
    employees INTEGER,
    PRIMARY KEY (id)
);

CREATE TABLE leads (
    id CHAR(32) NOT NULL,
    name VARCHAR NOT NULL,
    email VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    account_id CHAR(32),
    owner VARCHAR NOT NULL,
    lifecycle VARCHAR NOT NULL,
    stage VARCHAR NOT NULL,
    created_at VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(account_id) REFERENCES accounts (id)
);
CREATE INDEX ix_leads_account_id ON leads (account_id);

CREATE TABLE calls (
    id CHAR(32) NOT NULL,
    title VARCHAR NOT NULL,
    lead_id CHAR(32),
    call_date DATE NOT NULL,
    date_from VARCHAR NOT NULL,
    time_zone VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    banks JSON NOT NULL,
    rep_key CHAR(32) NOT NULL,
    language VARCHAR NOT NULL,
    currency VARCHAR,
    currency_from VARCHAR NOT NULL,
    consent VARCHAR NOT NULL,
    content VARCHAR NOT NULL,
    started_at VARCHAR NOT NULL,
    ended_at VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(lead_id) REFERENCES leads (id),
    FOREIGN KEY(rep_key) REFERENCES people ("key")
);
CREATE INDEX ix_calls_call_date ON calls (call_date);
CREATE INDEX ix_calls_content ON calls (content);
CREATE INDEX ix_calls_lead_id ON calls (lead_id);
CREATE INDEX ix_calls_started_at ON calls (started_at);

CREATE TABLE participants (
    call_id CHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    side VARCHAR NOT NULL,
    PRIMARY KEY (call_id, position),
    FOREIGN KEY(call_id) REFERENCES calls (id)
);

CREATE TABLE leases (
    call_id CHAR(32) NOT NULL,
    holder VARCHAR NOT NULL,
    who_key CHAR(32) NOT NULL,
    beat_at VARCHAR NOT NULL,
    PRIMARY KEY (call_id),
    FOREIGN KEY(call_id) REFERENCES calls (id),
    FOREIGN KEY(who_key) REFERENCES people ("key")
);

CREATE TABLE events (
    seq INTEGER NOT NULL,
    id CHAR(32) NOT NULL,
    lead_id CHAR(32) NOT NULL,
    kind VARCHAR NOT NULL,
    at VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    PRIMARY KEY (seq),
    UNIQUE (id),
    FOREIGN KEY(lead_id) REFERENCES leads (id)
);
CREATE INDEX ix_events_lead_id ON events (lead_id);

CREATE TABLE moves (
    seq INTEGER NOT NULL,
    id CHAR(32) NOT NULL,
    lead_id CHAR(32) NOT NULL,
    call_id CHAR(32),
    lifecycle VARCHAR NOT NULL,
    from_stage VARCHAR NOT NULL,
    to_stage VARCHAR NOT NULL,
    by_key CHAR(32) NOT NULL,
    at VARCHAR NOT NULL,
    blocked_by JSON NOT NULL,
    override_reason VARCHAR NOT NULL,
    PRIMARY KEY (seq),
    UNIQUE (id),
    FOREIGN KEY(lead_id) REFERENCES leads (id),
    FOREIGN KEY(call_id) REFERENCES calls (id),
    FOREIGN KEY(by_key) REFERENCES people ("key")
);
CREATE INDEX ix_moves_call_id ON moves (call_id);
CREATE INDEX ix_moves_lead_id ON moves (lead_id);

CREATE TABLE sources (
    seq INTEGER NOT NULL,
    id CHAR(32) NOT NULL,
    call_id CHAR(32) NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    format VARCHAR NOT NULL,
    origin VARCHAR NOT NULL,
    content VARCHAR NOT NULL,
    added_at VARCHAR NOT NULL,
    PRIMARY KEY (seq),
    UNIQUE (call_id, name),
    UNIQUE (id),
    FOREIGN KEY(call_id) REFERENCES calls (id)
);

CREATE TABLE turns (
    seq INTEGER NOT NULL,
    source_id CHAR(32) NOT NULL,
    turn INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    speaker VARCHAR,
    side VARCHAR NOT NULL,
    start FLOAT,
    stop FLOAT,
    line INTEGER,
    PRIMARY KEY (seq),
    UNIQUE (source_id, turn),
    FOREIGN KEY(source_id) REFERENCES sources (id)
);

CREATE TABLE drafts (
    call_id CHAR(32) NOT NULL,
    text VARCHAR NOT NULL,
    saved_at VARCHAR NOT NULL,
    PRIMARY KEY (call_id),
    FOREIGN KEY(call_id) REFERENCES calls (id)
);

CREATE TABLE note_lines (
    seq INTEGER NOT NULL,
    call_id CHAR(32) NOT NULL,
    number INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    position FLOAT,
    text VARCHAR NOT NULL,
    seconds FLOAT NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (seq),
    UNIQUE (call_id, number, revision),
    FOREIGN KEY(call_id) REFERENCES calls (id)
);

CREATE TABLE answers (
    seq INTEGER NOT NULL,
    call_id CHAR(32) NOT NULL,
    id VARCHAR NOT NULL,
    field VARCHAR,
    question VARCHAR,
    source VARCHAR,
    turn INTEGER,
    quote_start INTEGER,
    quote_end INTEGER,
    quote VARCHAR,
    speaker VARCHAR,
    side VARCHAR,
    revision INTEGER,
    polarity VARCHAR NOT NULL,
    certainty VARCHAR NOT NULL,
    value JSON,
    confidence FLOAT NOT NULL,
    found_by VARCHAR NOT NULL,
    why JSON NOT NULL,
    status VARCHAR NOT NULL,
    stale BOOLEAN NOT NULL,
    superseded_by VARCHAR,
    contradicts JSON NOT NULL,
    engine VARCHAR NOT NULL,
    at VARCHAR,
    PRIMARY KEY (seq),
    UNIQUE (call_id, id),
    FOREIGN KEY(call_id) REFERENCES calls (id)
);

CREATE TABLE decisions (
    seq INTEGER NOT NULL,
    id CHAR(32) NOT NULL,
    call_id CHAR(32) NOT NULL,
    answer_id VARCHAR NOT NULL,
    action VARCHAR NOT NULL,
    by_key CHAR(32) NOT NULL,
    at VARCHAR NOT NULL,
    "before" JSON,
    "after" JSON NOT NULL,
    reason VARCHAR NOT NULL,
    PRIMARY KEY (seq),
    UNIQUE (id),
    FOREIGN KEY(call_id) REFERENCES calls (id),
    FOREIGN KEY(by_key) REFERENCES people ("key")
);
CREATE INDEX ix_decisions_call_id ON decisions (call_id);

CREATE TABLE question_marks (
    seq INTEGER NOT NULL,
    call_id CHAR(32) NOT NULL,
    question VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    "by" VARCHAR NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY(call_id) REFERENCES calls (id)
);
CREATE INDEX ix_question_marks_call_id ON question_marks (call_id);

CREATE TABLE banks (
    digest VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    title VARCHAR NOT NULL,
    body JSON NOT NULL,
    saved_at VARCHAR NOT NULL,
    PRIMARY KEY (digest)
);

CREATE TABLE verdicts (
    seq INTEGER NOT NULL,
    id CHAR(32) NOT NULL,
    call_id CHAR(32) NOT NULL,
    number INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    outcome VARCHAR NOT NULL,
    score INTEGER NOT NULL,
    bank VARCHAR NOT NULL,
    bank_version INTEGER NOT NULL,
    bank_digest VARCHAR NOT NULL,
    engine VARCHAR NOT NULL,
    verdict JSON NOT NULL,
    answers JSON NOT NULL,
    by_key CHAR(32),
    reason VARCHAR NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (seq),
    UNIQUE (call_id, number),
    UNIQUE (id),
    FOREIGN KEY(call_id) REFERENCES calls (id),
    FOREIGN KEY(bank_digest) REFERENCES banks (digest),
    FOREIGN KEY(by_key) REFERENCES people ("key")
);

CREATE TABLE reviews (
    seq INTEGER NOT NULL,
    id CHAR(32) NOT NULL,
    call_id CHAR(32) NOT NULL,
    action VARCHAR NOT NULL,
    by_key CHAR(32) NOT NULL,
    at VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    answer_id VARCHAR,
    source VARCHAR,
    turn INTEGER,
    verdict_number INTEGER,
    PRIMARY KEY (seq),
    UNIQUE (id),
    FOREIGN KEY(call_id) REFERENCES calls (id),
    FOREIGN KEY(by_key) REFERENCES people ("key")
);
CREATE INDEX ix_reviews_call_id ON reviews (call_id);

CREATE TABLE forgotten (
    seq INTEGER NOT NULL,
    id CHAR(32) NOT NULL,
    kind VARCHAR NOT NULL,
    by_key CHAR(32) NOT NULL,
    at VARCHAR NOT NULL,
    erased JSON NOT NULL,
    bytes_gone BOOLEAN NOT NULL,
    PRIMARY KEY (seq),
    UNIQUE (id),
    FOREIGN KEY(by_key) REFERENCES people ("key")
);

CREATE TABLE erasing (
    id INTEGER NOT NULL,
    PRIMARY KEY (id)
);

-- The text index. Three kinds of text share it: a row's place there is its seq times four, plus
-- 0 for a turn, 1 for a note line, 2 for an answer's quote.
CREATE VIEW indexed_text (place, text) AS
SELECT seq * 4, text FROM turns
UNION ALL SELECT seq * 4 + 1, text FROM note_lines
UNION ALL SELECT seq * 4 + 2, quote FROM answers WHERE quote IS NOT NULL;
CREATE INDEX ix_turns_place ON turns (seq * 4);
CREATE INDEX ix_note_lines_place ON note_lines (seq * 4 + 1);
CREATE INDEX ix_answers_place ON answers (seq * 4 + 2);

-- It holds no copy of the text, only where which word stands.
CREATE VIRTUAL TABLE text_index USING fts5 (
    text, content = 'indexed_text', content_rowid = 'place',
    tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER turns_indexed AFTER INSERT ON turns BEGIN
    INSERT INTO text_index (rowid, text) VALUES (new.seq * 4, new.text);
END;

CREATE TRIGGER note_lines_indexed AFTER INSERT ON note_lines BEGIN
    INSERT INTO text_index (rowid, text) VALUES (new.seq * 4 + 1, new.text);
END;

CREATE TRIGGER answers_indexed AFTER INSERT ON answers WHEN new.quote IS NOT NULL BEGIN
    INSERT INTO text_index (rowid, text) VALUES (new.seq * 4 + 2, new.quote);
END;

-- The index has to be told the old text: it does not know it any more. One trigger does both,
-- because the order of two is not defined.
CREATE TRIGGER answers_reindexed AFTER UPDATE OF quote ON answers
WHEN old.quote IS NOT new.quote BEGIN
    INSERT INTO text_index (text_index, rowid, text)
    SELECT 'delete', old.seq * 4 + 2, old.quote WHERE old.quote IS NOT NULL;
    INSERT INTO text_index (rowid, text)
    SELECT new.seq * 4 + 2, new.quote WHERE new.quote IS NOT NULL;
END;
