-- Version 2 of the schema: what searching needs. Released: never changed.

DROP TRIGGER turns_indexed;
DROP TRIGGER note_lines_indexed;
DROP TRIGGER answers_indexed;
DROP TRIGGER answers_reindexed;
DROP TABLE text_index;
DROP VIEW indexed_text;
DROP INDEX ix_turns_place;
DROP INDEX ix_note_lines_place;
DROP INDEX ix_answers_place;

-- Of the sources and of the answers of a call each has a number within it.
DROP TRIGGER sources_no_update;
ALTER TABLE sources ADD COLUMN number INTEGER DEFAULT '0' NOT NULL;
UPDATE sources SET number = (
    SELECT count(*) FROM sources AS other
    WHERE other.call_id = sources.call_id AND other.seq < sources.seq
);
ALTER TABLE answers ADD COLUMN number INTEGER DEFAULT '0' NOT NULL;
UPDATE answers SET number = (
    SELECT count(*) FROM answers AS other
    WHERE other.call_id = answers.call_id AND other.seq < answers.seq
);

-- Turns are most of a store. They are kept by their source's seq, without another key.
DROP TRIGGER turns_no_update;
DROP TRIGGER turns_no_delete;
ALTER TABLE turns RENAME TO old_turns;
CREATE TABLE turns (
    source INTEGER NOT NULL,
    turn INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    speaker VARCHAR,
    side VARCHAR NOT NULL,
    start FLOAT,
    stop FLOAT,
    line INTEGER,
    PRIMARY KEY (source, turn),
    FOREIGN KEY(source) REFERENCES sources (seq)
) WITHOUT ROWID;
INSERT INTO turns
SELECT sources.seq, turn, text, speaker, side, start, stop, line
FROM old_turns JOIN sources ON sources.id = old_turns.source_id;
DROP TABLE old_turns;

-- The answers that a verdict rests on are written with it, once more: compressed.
DROP TRIGGER verdicts_no_update;
DROP TRIGGER verdicts_no_delete;
ALTER TABLE verdicts RENAME TO old_verdicts;
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
    answers BLOB NOT NULL,
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
INSERT INTO verdicts
SELECT seq, id, call_id, number, kind, outcome, score, bank, bank_version, bank_digest, engine,
    verdict, packed(answers), by_key, reason, at
FROM old_verdicts;
DROP TABLE old_verdicts;

-- One narrow row a call, for filters. Its key puts calls in the order of their days: the day
-- (counted from 1900-01-01) times 2^20, plus a number within the day.
CREATE TABLE call_index (
    "key" INTEGER NOT NULL,
    call_id CHAR(32) NOT NULL,
    lead_id CHAR(32),
    rep_key CHAR(32) NOT NULL,
    banks VARCHAR NOT NULL,
    outcome VARCHAR NOT NULL,
    system_outcome VARCHAR NOT NULL,
    score INTEGER,
    reviewed VARCHAR NOT NULL,
    settled BOOLEAN NOT NULL,
    PRIMARY KEY ("key"),
    UNIQUE (call_id),
    FOREIGN KEY(call_id) REFERENCES calls (id)
);
CREATE INDEX ix_call_index_lead_id ON call_index (lead_id);
CREATE INDEX ix_call_index_settled ON call_index (settled) WHERE NOT settled;

CREATE VIEW call_days (call_id, first_key) AS
SELECT id, CAST(julianday(call_date) - 2415020.5 AS INTEGER) << 20 FROM calls;

INSERT INTO call_index
SELECT
    first_key + row_number() OVER (PARTITION BY call_date ORDER BY started_at, id) - 1,
    calls.id, lead_id, rep_key, banks,
    coalesce((
        SELECT outcome FROM verdicts WHERE verdicts.call_id = calls.id ORDER BY number DESC LIMIT 1
    ), ''),
    coalesce((
        SELECT outcome FROM verdicts WHERE verdicts.call_id = calls.id AND kind = 'system'
        ORDER BY number DESC LIMIT 1
    ), ''),
    (SELECT score FROM verdicts WHERE verdicts.call_id = calls.id ORDER BY number DESC LIMIT 1),
    coalesce((
        SELECT CASE action WHEN 'agree' THEN 'agreed' ELSE 'reversed' END FROM reviews
        WHERE reviews.call_id = calls.id AND action IN ('agree', 'reverse')
        ORDER BY seq DESC LIMIT 1
    ), ''),
    0
FROM calls JOIN call_days ON call_days.call_id = calls.id;

CREATE TRIGGER calls_listed AFTER INSERT ON calls BEGIN
    INSERT INTO call_index
    SELECT
        coalesce((
            SELECT max("key") FROM call_index
            WHERE "key" >= first_key AND "key" < first_key + (1 << 20)
        ), first_key - 1) + 1,
        new.id, new.lead_id, new.rep_key, new.banks, '', '', NULL, '', 1
    FROM call_days WHERE call_id = new.id;
END;

CREATE TRIGGER calls_listed_anew AFTER UPDATE OF lead_id, rep_key, banks ON calls BEGIN
    UPDATE call_index SET lead_id = new.lead_id, rep_key = new.rep_key, banks = new.banks
    WHERE call_id = new.id;
END;

CREATE TRIGGER verdicts_listed AFTER INSERT ON verdicts BEGIN
    UPDATE call_index SET
        outcome = new.outcome, score = new.score,
        system_outcome = iif(new.kind = 'system', new.outcome, system_outcome)
    WHERE call_id = new.call_id;
END;

CREATE TRIGGER reviews_listed AFTER INSERT ON reviews WHEN new.action IN ('agree', 'reverse') BEGIN
    UPDATE call_index SET reviewed = iif(new.action = 'agree', 'agreed', 'reversed')
    WHERE call_id = new.call_id;
END;

-- The places of texts: the call's key, a slot (6 bits), a number (20 bits). Reading places
-- downwards gives the newest call first, and each of its texts in its own order.
CREATE VIEW indexed_turns (call_id, source, turn, place, text) AS
SELECT call_id, source, turn,
    ("key" << 26) | ((62 - sources.number) << 20) | (1048575 - turn), text
FROM turns JOIN sources ON sources.seq = source JOIN call_index USING (call_id)
WHERE sources.number < 60 AND turn < 1048576;

-- Of a line of notes only its latest revision, as long as the line is there.
CREATE VIEW indexed_notes (call_id, number, place, text) AS
SELECT call_id, number, ("key" << 26) | (2 << 20) | (1048575 - number), text
FROM note_lines AS line JOIN call_index USING (call_id)
WHERE line.position IS NOT NULL AND number < 1048576 AND NOT EXISTS (
    SELECT 1 FROM note_lines AS later
    WHERE later.call_id = line.call_id AND later.number = line.number
    AND later.revision > line.revision
);

-- Answers in force: their quote, what they come to, and words for their other facts. The index
-- reads this, and must not read other virtual tables, as json_tree is one.
CREATE VIEW indexed_answers (call_id, seq, place, text, value, tags) AS
SELECT call_id, seq,
    ("key" << 26) | (iif(quote IS NULL, 0, 1) << 20) | (1048575 - number), quote,
    coalesce(json_extract(value, '$.text'), '')
    || coalesce(json_extract(value, '$.low') || ' ' || json_extract(value, '$.high'), '')
    || coalesce(' ' || json_extract(value, '$.currency'), '')
    || coalesce(' ' || json_extract(value, '$.per'), '')
    || coalesce(json_extract(value, '$.start'), '')
    || coalesce(' ' || json_extract(value, '$.end'), '')
    || coalesce(json_extract(value, '$.count'), '')
    || coalesce(' ' || json_extract(value, '$.unit'), '')
    || replace(replace(replace(
        coalesce(json_extract(value, '$.people'), ''), '"name":', ''
    ), '"title":', ''), 'null', ''),
    'f' || replace(coalesce(field, ''), '_', '')
    || iif(
        question IS NULL, '', ' q' || replace(replace(replace(question, '.', ''), '_', ''), '-', '')
    )
    || ' p' || polarity || ' c' || certainty || ' s' || status
    || iif(json_array_length(contradicts) > 0, ' contradicted', '')
FROM answers JOIN call_index USING (call_id)
WHERE status != 'rejected' AND superseded_by IS NULL AND NOT (stale AND status = 'suggested')
    AND number < 1048576;

CREATE VIEW indexed_text (call_id, place, text, value, tags) AS
SELECT call_id, place, text, NULL, NULL FROM indexed_turns
UNION ALL SELECT call_id, place, text, NULL, NULL FROM indexed_notes
UNION ALL SELECT call_id, place, text, value, tags FROM indexed_answers;

-- It holds no copy of the texts and not their lengths, only where which word stands.
CREATE VIRTUAL TABLE text_index USING fts5 (
    text, value, tags, content = 'indexed_text', content_rowid = 'place', columnsize = 0,
    tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO text_index (text_index) VALUES ('rebuild');

CREATE TRIGGER turns_indexed AFTER INSERT ON turns BEGIN
    INSERT INTO text_index (rowid, text)
    SELECT place, text FROM indexed_turns WHERE source = new.source AND turn = new.turn;
END;

CREATE TRIGGER note_lines_left BEFORE INSERT ON note_lines BEGIN
    INSERT INTO text_index (text_index, rowid, text)
    SELECT 'delete', place, text FROM indexed_notes
    WHERE call_id = new.call_id AND number = new.number;
END;

CREATE TRIGGER note_lines_indexed AFTER INSERT ON note_lines BEGIN
    INSERT INTO text_index (rowid, text)
    SELECT place, text FROM indexed_notes WHERE call_id = new.call_id AND number = new.number;
END;

CREATE TRIGGER answers_indexed AFTER INSERT ON answers BEGIN
    INSERT INTO text_index (rowid, text, value, tags)
    SELECT place, text, value, tags FROM indexed_answers WHERE seq = new.seq;
END;

-- The index has to be told what it held: it does not know it any more.
CREATE TRIGGER answers_left BEFORE UPDATE ON answers BEGIN
    INSERT INTO text_index (text_index, rowid, text, value, tags)
    SELECT 'delete', place, text, value, tags FROM indexed_answers WHERE seq = old.seq;
END;

CREATE TRIGGER answers_reindexed AFTER UPDATE ON answers BEGIN
    INSERT INTO text_index (rowid, text, value, tags)
    SELECT place, text, value, tags FROM indexed_answers WHERE seq = new.seq;
END;

CREATE TRIGGER calls_moved AFTER UPDATE OF call_date ON calls
WHEN old.call_date IS NOT new.call_date BEGIN
    INSERT INTO text_index (text_index, rowid, text, value, tags)
    SELECT 'delete', place, text, value, tags FROM indexed_text WHERE call_id = new.id;
    UPDATE call_index SET "key" = (
        SELECT coalesce((
            SELECT max(other."key") FROM call_index AS other
            WHERE other."key" >= first_key AND other."key" < first_key + (1 << 20)
        ), first_key - 1) + 1
        FROM call_days WHERE call_days.call_id = new.id
    ) WHERE call_id = new.id;
    INSERT INTO text_index (rowid, text, value, tags)
    SELECT place, text, value, tags FROM indexed_text WHERE call_id = new.id;
END;

CREATE TABLE saved_queries (
    name VARCHAR NOT NULL,
    "query" VARCHAR NOT NULL,
    PRIMARY KEY (name)
);
