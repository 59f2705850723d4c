-- What a person writes or taps counts for how fast they may write; that they opened the application does not.
ALTER TABLE inbox ADD COLUMN paced INTEGER NOT NULL DEFAULT 1;
