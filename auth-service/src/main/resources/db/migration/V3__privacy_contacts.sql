-- Who may know what of an account. No row: everyone.
CREATE TABLE privacy (
  account_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- EVERYONE, CONTACTS or NOBODY.
  online     VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  last_seen  VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (account_id),
  CONSTRAINT privacy_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Whom an account counts among its contacts.
CREATE TABLE contacts (
  account_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  contact_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  added_at   DATETIME(3) NOT NULL,
  PRIMARY KEY (account_id, contact_id),
  CONSTRAINT contacts_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
