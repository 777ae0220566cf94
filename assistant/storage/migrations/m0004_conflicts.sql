-- Version 4 of the schema: in which calls, leads and accounts people said different things
-- without knowing of each other. What they said is in decisions, verdicts and versions.

CREATE TABLE conflicts (
    id CHAR(32) NOT NULL,
    PRIMARY KEY (id)
);
