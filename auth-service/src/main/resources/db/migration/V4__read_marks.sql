-- Whether what the user has read is nobody else's business, and what others have read not the user's.
ALTER TABLE privacy ADD COLUMN hide_read_marks BOOLEAN NOT NULL DEFAULT FALSE;
