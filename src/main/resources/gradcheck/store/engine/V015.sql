-- A message is known by its sender and its key: two people's messages have been seen with one MsgId. What 1.0.0 took is
-- marked, for it named an event that has a MsgId as it named a message.
CREATE TABLE inbox_by_sender (
  person TEXT NOT NULL, message_key TEXT NOT NULL, received_at INTEGER NOT NULL, answer TEXT,
  paced INTEGER NOT NULL, carried_over INTEGER NOT NULL, PRIMARY KEY (person, message_key)) STRICT;
INSERT INTO inbox_by_sender (person, message_key, received_at, answer, paced, carried_over)
  SELECT person, message_key, received_at, answer, paced, 1 FROM inbox;
DROP TABLE inbox;
ALTER TABLE inbox_by_sender RENAME TO inbox;
CREATE INDEX inbox_person ON inbox (person, received_at);
