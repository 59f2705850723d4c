-- After its retention time a season's confirmations lose whose they were; the chain stays as it is, link by link.
DROP TRIGGER confirmation_is_never_changed;
CREATE TRIGGER confirmation_is_never_changed BEFORE UPDATE ON confirmation
WHEN NEW.number <> 'purged:' || OLD.receipt
  OR NOT EXISTS (SELECT 1 FROM mark WHERE name = 'season-purged|' || OLD.season)
  OR NEW.season <> OLD.season OR NEW.college <> OLD.college OR NEW.link <> OLD.link OR NEW.receipt <> OLD.receipt
  OR NEW.version <> OLD.version OR NEW.result <> OLD.result OR NEW.confirmed_at <> OLD.confirmed_at
  OR NEW.late <> OLD.late OR NEW.content_hash <> OLD.content_hash OR NEW.commitment <> OLD.commitment
  OR NEW.previous_hash <> OLD.previous_hash OR NEW.hash <> OLD.hash
BEGIN SELECT RAISE(ABORT, 'confirmations are append-only'); END;

-- What is known of a purged season besides its chains: how many of what there were, per college.
CREATE TABLE purged_count (
  season INTEGER NOT NULL, college TEXT NOT NULL, what TEXT NOT NULL, amount INTEGER NOT NULL,
  PRIMARY KEY (season, college, what)) STRICT;
