-- Version 3 of the schema, what reviewing needs: what the queue asks of a call is beside it,
-- and kept up in the transaction that changes what it sums up.

-- Of a review's act: what it answers or belongs to, and the verdict before it and after it.
ALTER TABLE reviews ADD COLUMN part_of CHAR(32);
ALTER TABLE reviews ADD COLUMN "before" VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE reviews ADD COLUMN "after" VARCHAR DEFAULT '' NOT NULL;
DROP TRIGGER reviews_no_update;
UPDATE reviews SET
    "after" = coalesce((
        SELECT outcome FROM verdicts
        WHERE verdicts.call_id = reviews.call_id AND number = verdict_number
    ), ''),
    "before" = coalesce((
        SELECT outcome FROM verdicts
        WHERE verdicts.call_id = reviews.call_id
        AND number = verdict_number - (action = 'reverse')
    ), '')
WHERE action IN ('agree', 'reverse');

-- A scorecard as somebody filled it in, with the card as it was; each filling is a row.
CREATE TABLE scorecards (
    seq INTEGER NOT NULL,
    id CHAR(32) NOT NULL,
    call_id CHAR(32) NOT NULL,
    card VARCHAR NOT NULL,
    body JSON NOT NULL,
    marks JSON NOT NULL,
    note VARCHAR NOT NULL,
    by_key CHAR(32) NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (seq),
    UNIQUE (id),
    FOREIGN KEY(call_id) REFERENCES calls (id),
    FOREIGN KEY(by_key) REFERENCES people ("key")
);
CREATE INDEX ix_scorecards_call_id ON scorecards (call_id);

ALTER TABLE saved_queries ADD COLUMN sort VARCHAR DEFAULT '' NOT NULL;

-- fields has a bit for each field that is answered, gaps counts the criteria of the verdict in
-- force that nothing is known of, rep_outcome is the rep's latest verdict.
ALTER TABLE call_index ADD COLUMN rep_outcome VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE call_index ADD COLUMN gaps INTEGER DEFAULT '0' NOT NULL;
ALTER TABLE call_index ADD COLUMN answers INTEGER DEFAULT '0' NOT NULL;
ALTER TABLE call_index ADD COLUMN unconfirmed INTEGER DEFAULT '0' NOT NULL;
ALTER TABLE call_index ADD COLUMN contradicted INTEGER DEFAULT '0' NOT NULL;
ALTER TABLE call_index ADD COLUMN hedged INTEGER DEFAULT '0' NOT NULL;
ALTER TABLE call_index ADD COLUMN fields INTEGER DEFAULT '0' NOT NULL;

CREATE VIEW answer_sums (call_id, unconfirmed, contradicted, hedged, field) AS
SELECT call_id, status = 'suggested', json_array_length(contradicts) > 0, certainty = 'hedged',
    CASE field
        WHEN 'budget' THEN 1 WHEN 'authority' THEN 2 WHEN 'need' THEN 4 WHEN 'goal' THEN 8
        WHEN 'timeline' THEN 16 WHEN 'priority' THEN 32 WHEN 'current_solution' THEN 64
        WHEN 'competition' THEN 128 WHEN 'decision_criteria' THEN 256
        WHEN 'decision_process' THEN 512 WHEN 'next_step' THEN 1024 WHEN 'intent' THEN 2048
        WHEN 'objection' THEN 4096 WHEN 'company_size' THEN 8192 WHEN 'industry' THEN 16384
        WHEN 'location' THEN 32768 WHEN 'role' THEN 65536 ELSE 0
    END
FROM answers
WHERE status != 'rejected' AND superseded_by IS NULL AND NOT (stale AND status = 'suggested');

-- What the latest act says of the verdict in force; nothing where that has changed since.
CREATE VIEW review_states (call_id, state) AS
SELECT call_id, coalesce((
    SELECT CASE
        WHEN action = 'return' THEN 'returned' WHEN action = 'answer' THEN 'answered'
        WHEN "after" NOT IN ('', outcome) THEN '' WHEN action = 'agree' THEN 'agreed' ELSE 'reversed'
    END
    FROM reviews
    WHERE reviews.call_id = call_index.call_id
    AND action IN ('agree', 'reverse', 'return', 'answer')
    ORDER BY at DESC, seq DESC LIMIT 1
), '')
FROM call_index;

DROP TRIGGER calls_listed;
CREATE TRIGGER calls_listed AFTER INSERT ON calls BEGIN
    INSERT INTO call_index (
        "key", call_id, lead_id, rep_key, banks, outcome, system_outcome, score, reviewed, settled
    )
    SELECT
        coalesce((
            SELECT max("key") FROM call_index
            WHERE "key" >= first_key AND "key" < first_key + (1 << 20)
        ), first_key - 1) + 1,
        new.id, new.lead_id, new.rep_key, new.banks, '', '', NULL, '', 1
    FROM call_days WHERE call_id = new.id;
END;

DROP TRIGGER verdicts_listed;
CREATE TRIGGER verdicts_listed AFTER INSERT ON verdicts BEGIN
    UPDATE call_index SET
        outcome = new.outcome, score = new.score,
        system_outcome = iif(new.kind = 'system', new.outcome, system_outcome),
        rep_outcome = iif(new.kind = 'override', new.outcome, rep_outcome),
        gaps = json_array_length(new.verdict, '$.missing')
    WHERE call_id = new.call_id;
    UPDATE call_index
    SET reviewed = (SELECT state FROM review_states WHERE call_id = new.call_id)
    WHERE call_id = new.call_id;
END;

DROP TRIGGER reviews_listed;
CREATE TRIGGER reviews_listed AFTER INSERT ON reviews BEGIN
    UPDATE call_index
    SET reviewed = (SELECT state FROM review_states WHERE call_id = new.call_id)
    WHERE call_id = new.call_id;
END;

CREATE TRIGGER answers_counted AFTER INSERT ON answers BEGIN
    UPDATE call_index
    SET (answers, unconfirmed, contradicted, hedged, fields) = (
        SELECT count(*), coalesce(sum(unconfirmed), 0), coalesce(sum(contradicted), 0),
            coalesce(sum(hedged), 0), coalesce(sum(DISTINCT field), 0)
        FROM answer_sums WHERE call_id = new.call_id
    ) WHERE call_id = new.call_id;
END;

CREATE TRIGGER answers_counted_anew
AFTER UPDATE OF field, status, superseded_by, stale, contradicts, certainty ON answers BEGIN
    UPDATE call_index
    SET (answers, unconfirmed, contradicted, hedged, fields) = (
        SELECT count(*), coalesce(sum(unconfirmed), 0), coalesce(sum(contradicted), 0),
            coalesce(sum(hedged), 0), coalesce(sum(DISTINCT field), 0)
        FROM answer_sums WHERE call_id = new.call_id
    ) WHERE call_id = new.call_id;
END;

CREATE TRIGGER answers_counted_less AFTER DELETE ON answers BEGIN
    UPDATE call_index
    SET (answers, unconfirmed, contradicted, hedged, fields) = (
        SELECT count(*), coalesce(sum(unconfirmed), 0), coalesce(sum(contradicted), 0),
            coalesce(sum(hedged), 0), coalesce(sum(DISTINCT field), 0)
        FROM answer_sums WHERE call_id = old.call_id
    ) WHERE call_id = old.call_id;
END;

UPDATE call_index SET
    rep_outcome = coalesce((
        SELECT outcome FROM verdicts
        WHERE verdicts.call_id = call_index.call_id AND kind = 'override'
        ORDER BY number DESC LIMIT 1
    ), ''),
    gaps = coalesce((
        SELECT json_array_length(verdict, '$.missing') FROM verdicts
        WHERE verdicts.call_id = call_index.call_id ORDER BY number DESC LIMIT 1
    ), 0),
    reviewed = (SELECT state FROM review_states WHERE review_states.call_id = call_index.call_id),
    (answers, unconfirmed, contradicted, hedged, fields) = (
        SELECT count(*), coalesce(sum(unconfirmed), 0), coalesce(sum(contradicted), 0),
            coalesce(sum(hedged), 0), coalesce(sum(DISTINCT field), 0)
        FROM answer_sums WHERE answer_sums.call_id = call_index.call_id
    );

-- The companies of a sector.
CREATE INDEX ix_accounts_sector ON accounts (sector);
