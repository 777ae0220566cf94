-- Version 5 of the schema: a store takes less room. Released: never changed.

DROP VIEW indexed_text;
DROP VIEW indexed_turns;
DROP VIEW indexed_notes;
DROP VIEW indexed_answers;

-- What was said is kept short, and whose it is in its key.
CREATE TABLE new_turns (
    "key" INTEGER NOT NULL,
    text BLOB NOT NULL,
    speaker VARCHAR,
    side BLOB NOT NULL,
    start FLOAT,
    stop FLOAT,
    line INTEGER,
    PRIMARY KEY ("key")
);
INSERT INTO new_turns
SELECT (source << 24) + turn, shortened(text), speaker, coded('side', side), start, stop, line
FROM turns ORDER BY source, turn;
DROP TABLE turns;

-- Answers are kept by their call's key in the index of calls and a number, without another key;
-- their words are kept short.
CREATE TABLE new_answers (
    "key" INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    field BLOB,
    question VARCHAR,
    source BLOB,
    turn INTEGER,
    quote_start INTEGER,
    quote_end INTEGER,
    quote BLOB,
    speaker VARCHAR,
    side BLOB,
    revision INTEGER,
    polarity BLOB NOT NULL,
    certainty BLOB NOT NULL,
    value BLOB,
    confidence FLOAT NOT NULL,
    found_by BLOB NOT NULL,
    why BLOB NOT NULL,
    status BLOB NOT NULL,
    stale BOOLEAN NOT NULL,
    superseded_by VARCHAR,
    contradicts JSON NOT NULL,
    engine VARCHAR NOT NULL,
    at VARCHAR,
    PRIMARY KEY ("key")
);
INSERT INTO new_answers
SELECT ("key" << 20) + row_number() OVER (PARTITION BY call_id ORDER BY seq) - 1,
    as_bytes(id), coded('field', field), question, coded('source', source), turn,
    quote_start, quote_end, iif(quote IS NULL, NULL, shortened(quote)), speaker,
    coded('side', side), revision, coded('polarity', polarity), coded('certainty', certainty),
    iif(value IS NULL, NULL, shortened(value)), confidence, coded('found_by', found_by),
    shortened(why), coded('status', status), stale,
    as_bytes(superseded_by), contradicts, engine, at
FROM answers JOIN call_index USING (call_id) ORDER BY 1;
DROP VIEW answer_sums;
DROP TABLE answers;

-- These are little more than their keys.
CREATE TABLE new_participants (
    call_id CHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    side VARCHAR NOT NULL,
    PRIMARY KEY (call_id, position),
    FOREIGN KEY(call_id) REFERENCES calls (id)
) WITHOUT ROWID;
INSERT INTO new_participants SELECT call_id, position, name, side FROM participants;
DROP TABLE participants;
CREATE TABLE new_unsent (
    call_id CHAR(32) NOT NULL,
    change INTEGER NOT NULL,
    PRIMARY KEY (call_id)
) WITHOUT ROWID;
INSERT INTO new_unsent SELECT call_id, change FROM unsent;
DROP TABLE unsent;

PRAGMA legacy_alter_table = ON;
ALTER TABLE new_turns RENAME TO turns;
ALTER TABLE new_answers RENAME TO answers;
ALTER TABLE new_participants RENAME TO participants;
ALTER TABLE new_unsent RENAME TO unsent;
PRAGMA legacy_alter_table = OFF;

-- Answers follow their call to another day.
CREATE TRIGGER answers_follow AFTER UPDATE OF "key" ON call_index BEGIN
    UPDATE answers SET "key" = "key" + ((new."key" - old."key") << 20)
    WHERE "key" BETWEEN old."key" << 20 AND (old."key" << 20) + 1048575;
END;

-- Nobody asks for calls by the minute.
DROP INDEX ix_calls_started_at;

-- A status is 0 where it is suggested and 3 where it is rejected, a certainty is 1 where it is
-- hedged (assistant/storage/coded.py). A field has the bit of its number.
CREATE VIEW answer_sums ("key", unconfirmed, contradicted, hedged, field) AS
SELECT "key", status = 0, json_array_length(contradicts) > 0, certainty = 1, coalesce(1 << field, 0)
FROM answers WHERE status != 3 AND superseded_by IS NULL AND NOT (stale AND status = 0);

-- The places of texts have fewer bits: the call's key, a slot (6 bits), a number (16 bits). The
-- index keeps the way from one place to the next.
CREATE VIEW indexed_turns (call_id, "key", place, text) AS
SELECT call_id, turns."key",
    (call_index."key" << 22) | ((62 - number) << 16) | (65535 - (turns."key" & 65535)),
    spoken(text)
FROM turns JOIN sources ON seq = turns."key" >> 24
    AND turns."key" BETWEEN seq << 24 AND (seq << 24) + 65535
JOIN call_index USING (call_id)
WHERE number < 60;

-- Of a line of notes only its latest revision, as long as the line is there.
CREATE VIEW indexed_notes (call_id, number, place, text) AS
SELECT call_id, number, ("key" << 22) | (2 << 16) | (65535 - number), text
FROM note_lines AS line JOIN call_index USING (call_id)
WHERE line.position IS NOT NULL AND number < 65536 AND NOT EXISTS (
    SELECT 1 FROM note_lines AS later
    WHERE later.call_id = line.call_id AND later.number = line.number
    AND later.revision > line.revision
);

-- Answers in force: their quote, what they come to, and words for their other facts.
CREATE VIEW indexed_answers (call_id, "key", place, text, value, tags) AS
SELECT call_id, said."key",
    (call_index."key" << 22) | (iif(quote IS NULL, 0, 1) << 16) | (65535 - (said."key" & 65535)),
    iif(quote IS NULL, NULL, spoken(quote)),
    value_words(value),
    'f' || replace(coalesce(word('field', field), ''), '_', '')
    || iif(
        question IS NULL, '', ' q' || replace(replace(replace(question, '.', ''), '_', ''), '-', '')
    )
    || ' p' || word('polarity', polarity) || ' s' || word('status', status)
    || iif(certainty = 1, ' chedged', '')
    || iif(json_array_length(contradicts) > 0, ' contradicted', '')
FROM answers AS said JOIN call_index ON call_index."key" = said."key" >> 20
    AND said."key" BETWEEN call_index."key" << 20 AND (call_index."key" << 20) + 65535
WHERE status != 3 AND superseded_by IS NULL AND NOT (stale AND status = 0);

CREATE VIEW indexed_text (call_id, place, text, value, tags) AS
SELECT call_id, place, text, NULL, NULL FROM indexed_turns
UNION ALL SELECT call_id, place, text, NULL, NULL FROM indexed_notes
UNION ALL SELECT call_id, place, text, value, tags FROM indexed_answers;

INSERT INTO text_index (text_index) VALUES ('rebuild');

CREATE TRIGGER turns_indexed AFTER INSERT ON turns BEGIN
    INSERT INTO text_index (rowid, text)
    SELECT place, text FROM indexed_turns WHERE "key" = new."key";
END;
