-- Every service, run and action is one row: the document itself as JSON, and beside it what queries ask
-- for. Kept in the subset of SQL that SQLite and PostgreSQL share.
CREATE TABLE document (
    -- 'service', 'run' or 'action'.
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    -- The order of the data.
    position BIGINT NOT NULL,
    illustrative BOOLEAN NOT NULL,
    name TEXT NOT NULL,
    area TEXT NOT NULL,
    -- Of a run: the service that was run.
    service TEXT,
    document TEXT NOT NULL,
    -- SHA-256 of the document as a release brought it; NULL where no release did.
    seed_digest TEXT,
    -- SHA-256 of the document as it is now.
    document_digest TEXT NOT NULL,
    -- Milliseconds since 1970-01-01T00:00:00Z.
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (kind, id)
);

CREATE INDEX document_in_order ON document (kind, illustrative, position, id);
CREATE INDEX document_of_service ON document (service, kind) WHERE service IS NOT NULL;
