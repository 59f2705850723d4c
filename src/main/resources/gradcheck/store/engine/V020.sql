-- Every index of the outbox is written up to four times for each message, so each must answer a question. What is not
-- settled has settled_at 0: one index by person finds what waits, what is under way and what was sent in the last hour.
-- Most messages are replies: they are in no index of rounds or reminders, and settled ones in none of what waits.
DROP INDEX outbox_due;
DROP INDEX outbox_person;
DROP INDEX outbox_round;
DROP INDEX outbox_batch;
DROP INDEX outbox_settled;
DROP INDEX outbox_waiting_of;
DROP INDEX outbox_under_way;
DROP INDEX batch_state;
CREATE INDEX outbox_person ON outbox (person, settled_at);
CREATE INDEX outbox_under_way ON outbox (batch) WHERE state = 'sending';
CREATE INDEX outbox_round ON outbox (round) WHERE round <> '';
CREATE INDEX outbox_reminder ON outbox (settled_at, due_at) WHERE kind = 'reminder';
CREATE INDEX batch_open ON batch (next_at) WHERE state = 'open';

-- What is due is no longer claimed before its call is kept: nothing is under way without a call, and lease_until is not
-- used any more. The process that had claimed these is gone, and nothing was sent.
UPDATE outbox SET state = 'new', outcome_kind = 'NOT_SENT', outcome_cause = 'PROCESS_STOPPED',
  outcome = 'not sent: the process stopped before' WHERE state = 'sending' AND batch = '';
