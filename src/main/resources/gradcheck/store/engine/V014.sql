-- What is to be queued for thousands at once, in pieces: each is moved to the outbox in a transaction of its own.
CREATE TABLE queueing (
  id TEXT NOT NULL, piece INTEGER NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL, people INTEGER NOT NULL,
  lines TEXT NOT NULL, PRIMARY KEY (id, piece)) STRICT;
