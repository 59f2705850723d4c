-- The audit becomes a chain: a line that is changed, removed or put elsewhere is found. A proof is the salt of the text
-- beside it, and once the text was purged its salted digest. The lines there are move over in the program, which can hash.
DROP INDEX audit_at;
ALTER TABLE audit RENAME TO audit_unchained;
CREATE TABLE audit (
  link INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, actor TEXT NOT NULL, act TEXT NOT NULL,
  target TEXT NOT NULL, result TEXT NOT NULL, actor_proof TEXT NOT NULL, target_proof TEXT NOT NULL, hash TEXT NOT NULL)
  STRICT;
-- Whoever was in a season that is purged loses their name, and nothing else changes.
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
WHEN NOT EXISTS (SELECT 1 FROM mark WHERE name > 'season-purged|' AND name < 'season-purged}')
  OR NEW.link <> OLD.link OR NEW.id <> OLD.id OR NEW.at <> OLD.at OR NEW.act <> OLD.act OR NEW.result <> OLD.result
  OR NEW.hash <> OLD.hash
  OR NOT ((NEW.actor = OLD.actor AND NEW.actor_proof = OLD.actor_proof)
    OR (NEW.actor = '(purged)' AND length(NEW.actor_proof) = 64))
  OR NOT ((NEW.target = OLD.target AND NEW.target_proof = OLD.target_proof)
    OR (NEW.target = '(purged)' AND length(NEW.target_proof) = 64))
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
