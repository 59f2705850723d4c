-- How a message or a call ended, and why, in the program's own words; a call keeps the platform's number beside them. The
-- text stays for people, and nothing reads it any more but this, once.
ALTER TABLE outbox ADD COLUMN outcome_kind TEXT NOT NULL DEFAULT 'NONE';
ALTER TABLE outbox ADD COLUMN outcome_cause TEXT NOT NULL DEFAULT 'NONE';
ALTER TABLE batch ADD COLUMN outcome_kind TEXT NOT NULL DEFAULT 'NONE';
ALTER TABLE batch ADD COLUMN platform_code TEXT NOT NULL DEFAULT '';
UPDATE outbox SET outcome_kind = CASE
    WHEN outcome LIKE 'sent%' THEN 'SENT'
    WHEN outcome LIKE 'refused%' THEN 'REFUSED'
    WHEN outcome LIKE 'given up%' THEN 'GIVEN_UP'
    WHEN outcome LIKE 'unknown%' THEN 'UNKNOWN'
    WHEN outcome LIKE 'dropped%' THEN 'DROPPED'
    WHEN outcome LIKE 'put off%' THEN 'PUT_OFF'
    WHEN outcome LIKE 'try later%' THEN 'TRY_LATER'
    WHEN outcome LIKE 'not sent%' THEN 'NOT_SENT'
    ELSE 'NONE' END,
  outcome_cause = CASE
    WHEN outcome LIKE 'sent%' THEN 'NONE'
    WHEN outcome LIKE 'refused: not reachable (unlicensed)%' THEN 'UNLICENSED'
    WHEN outcome LIKE 'refused: not reachable%' THEN 'INVALID'
    WHEN outcome LIKE 'refused: 81013 %' OR outcome LIKE 'refused: 40003 %' OR outcome LIKE 'refused: 60111 %'
      OR outcome LIKE 'refused: 46004 %' THEN 'INVALID'
    WHEN outcome LIKE 'refused: 50002 %' OR outcome LIKE 'refused: 60011 %' OR outcome LIKE 'refused: 60021 %'
      THEN 'OUT_OF_SCOPE'
    WHEN outcome LIKE 'refused: 45002 %' THEN 'TOO_LONG'
    WHEN outcome LIKE '%try later: % rate limit' THEN 'RATE_LIMIT'
    WHEN outcome LIKE '%try later: 45033 %' THEN 'TOO_MANY_AT_ONCE'
    WHEN outcome LIKE '%try later: % busy' THEN 'BUSY'
    WHEN outcome LIKE '%try later: % token' THEN 'TOKEN'
    WHEN outcome LIKE '%try later: % certificate not trusted' THEN 'UNTRUSTED'
    WHEN outcome LIKE '%try later: 0 %' THEN 'NO_CONNECTION'
    WHEN outcome LIKE '%try later: %' THEN 'WRONG_SETTINGS'
    WHEN outcome LIKE 'unknown%' THEN 'NO_ANSWER'
    WHEN outcome LIKE 'dropped: done%' THEN 'DONE'
    WHEN outcome LIKE 'dropped: too late%' THEN 'TOO_LATE'
    WHEN outcome LIKE 'dropped: not in the list%' THEN 'NOT_IN_LIST'
    WHEN outcome LIKE 'dropped: paused%' THEN 'PAUSED'
    WHEN outcome LIKE 'dropped: out%' THEN 'OUT'
    WHEN outcome LIKE 'dropped: stopped%' THEN 'STOPPED'
    WHEN outcome LIKE 'dropped: capped: day%' THEN 'CAPPED_DAY'
    WHEN outcome LIKE 'dropped: capped%' THEN 'CAPPED_WEEK'
    WHEN outcome LIKE 'dropped: cancelled%' THEN 'CANCELLED'
    WHEN outcome LIKE 'dropped: undone%' THEN 'UNDONE'
    WHEN outcome LIKE 'dropped: answered by another%' THEN 'ANSWERED_BY_ANOTHER'
    WHEN outcome LIKE 'dropped: the account%' THEN 'ACCOUNT_MOVED'
    WHEN outcome LIKE 'dropped: no longer due%' THEN 'NO_LONGER_DUE'
    WHEN outcome LIKE 'put off: quiet%' THEN 'QUIET_HOURS'
    WHEN outcome LIKE 'put off: a crowded%' THEN 'CROWDED_MINUTE'
    WHEN outcome LIKE 'put off: another%' THEN 'ANOTHER_UNDER_WAY'
    WHEN outcome LIKE 'not sent%' THEN 'PROCESS_STOPPED'
    ELSE 'OTHER' END
  WHERE outcome <> '';
UPDATE batch SET outcome_kind = CASE
    WHEN outcome LIKE 'sent%' THEN 'SENT'
    WHEN outcome LIKE 'refused%' THEN 'REFUSED'
    WHEN outcome LIKE 'unknown%' THEN 'UNKNOWN'
    WHEN outcome LIKE 'put off%' THEN 'PUT_OFF'
    WHEN outcome LIKE 'try later%' THEN 'TRY_LATER'
    ELSE 'NONE' END,
  platform_code = CASE
    WHEN outcome LIKE 'refused: %' THEN substr(outcome, 10, instr(substr(outcome, 10) || ' ', ' ') - 1)
    WHEN outcome LIKE 'try later: %' THEN substr(outcome, 12, instr(substr(outcome, 12) || ' ', ' ') - 1)
    ELSE '' END
  WHERE outcome <> '';
