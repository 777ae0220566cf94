-- Version 6 of the schema: answers without words of a call have a tag, so that whoever looks for
-- words finds them without all answers that come to these words. Released: never changed.

-- The slot of such answers is 0. The index has to be told what it held.
INSERT INTO text_index (text_index, rowid, text, value, tags)
SELECT 'delete', place, text, value, tags FROM indexed_answers WHERE (place >> 16) & 63 = 0;

DROP VIEW indexed_answers;

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
    || iif(quote IS NULL, ' byhand', '')
FROM answers AS said JOIN call_index ON call_index."key" = said."key" >> 20
    AND said."key" BETWEEN call_index."key" << 20 AND (call_index."key" << 20) + 65535
WHERE status != 3 AND superseded_by IS NULL AND NOT (stale AND status = 0);

INSERT INTO text_index (rowid, text, value, tags)
SELECT place, text, value, tags FROM indexed_answers WHERE (place >> 16) & 63 = 0;
