-- What waits is claimed in its order without looking at all that waits, and each person's part of it by itself; what is
-- settled, the most by far, is in none of these.
CREATE INDEX outbox_waiting ON outbox (urgency, due_at, id) WHERE state = 'new';
CREATE INDEX outbox_waiting_of ON outbox (person, urgency, queued_at, id) WHERE state = 'new';
CREATE INDEX outbox_under_way ON outbox (person, urgency) WHERE state = 'sending';
