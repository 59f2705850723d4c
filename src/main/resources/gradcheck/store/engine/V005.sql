-- Questions nobody had an answer to, without anything personal; how often, for who writes the FAQ.
CREATE TABLE unanswered (
  question TEXT NOT NULL PRIMARY KEY, asked INTEGER NOT NULL, first_at INTEGER NOT NULL, last_at INTEGER NOT NULL)
  STRICT;

-- What a person was asked back last: which of these was meant. The next message settles it.
CREATE TABLE offer (person TEXT NOT NULL PRIMARY KEY, choices TEXT NOT NULL, made_at INTEGER NOT NULL) STRICT;
