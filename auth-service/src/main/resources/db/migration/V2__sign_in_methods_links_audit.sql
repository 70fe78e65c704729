-- An account that signs in by phone has neither name nor password until it sets them.
ALTER TABLE accounts MODIFY username VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL;
ALTER TABLE accounts ADD COLUMN about VARCHAR(140) NOT NULL DEFAULT '';
-- The media id of the picture.
ALTER TABLE accounts ADD COLUMN avatar CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL;
-- Whether others who have the number may find the account by it.
ALTER TABLE accounts ADD COLUMN discoverable BOOLEAN NOT NULL DEFAULT TRUE;

-- The device session that was opened last; it has ended if device_sessions does not have it any more.
ALTER TABLE devices ADD COLUMN sign_in CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL;
UPDATE devices d JOIN device_sessions s ON s.device_id = d.id SET d.sign_in = s.id;

-- One code that was sent. Expired ones are deleted after a day.
CREATE TABLE verifications (
  id            CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind          VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  address       VARCHAR(254) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- HMAC-SHA256 of id and code.
  code_mac      BINARY(32) NOT NULL,
  attempts      INT NOT NULL DEFAULT 0,
  created_at    DATETIME(3) NOT NULL,
  expires_at    DATETIME(3) NOT NULL,
  -- SHA-256 of the proof that the right code was exchanged for, once.
  proof_hash    BINARY(32) NULL,
  proof_expires_at DATETIME(3) NULL,
  -- The account that was made by the proof: a sign-up that is repeated is answered the same.
  account_id    CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  used_at       DATETIME(3) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY verifications_proof_hash (proof_hash),
  KEY verifications_created_at (created_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- How many codes one number or mailbox was sent within the present window, whoever asked.
CREATE TABLE verification_targets (
  kind         VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  address      VARCHAR(254) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  window_start DATETIME(3) NOT NULL,
  sent         INT NOT NULL,
  last_sent_at DATETIME(3) NULL,
  PRIMARY KEY (kind, address),
  KEY verification_targets_window_start (window_start)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A verified number or address, or an identity at another provider. The unique key decides between two who want one.
CREATE TABLE sign_in_methods (
  id          CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account_id  CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- PHONE, EMAIL or OIDC.
  kind        VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- E.164, an e-mail address, or Keycloak's id of the user.
  address     VARCHAR(254) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Of OIDC: which provider.
  provider    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- Of PHONE: SHA-256 of the installation's salt and the number, for those who have it in their address book.
  lookup_hash BINARY(32) NULL,
  added_at    DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY sign_in_methods_address (kind, address),
  KEY sign_in_methods_account_id (account_id),
  KEY sign_in_methods_lookup_hash (lookup_hash),
  CONSTRAINT sign_in_methods_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One row, made by the first instance that needs it.
CREATE TABLE discovery_salt (
  id   INT NOT NULL,
  salt BINARY(16) NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB;

-- A device that waits to be approved. Deleted a day after it has expired.
CREATE TABLE links (
  id          CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- SHA-256 of a secret that never leaves the new device before the session is opened.
  challenge   BINARY(32) NOT NULL,
  device_name VARCHAR(64) NOT NULL,
  platform    VARCHAR(32) NOT NULL,
  -- Where the new device asks from, shown to whoever approves.
  address     VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  expires_at  DATETIME(3) NOT NULL,
  account_id  CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  used_at     DATETIME(3) NULL,
  PRIMARY KEY (id),
  KEY links_expires_at (expires_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE blocks (
  account_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  blocked_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  added_at   DATETIME(3) NOT NULL,
  PRIMARY KEY (account_id, blocked_id),
  CONSTRAINT blocks_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Security events: written with the change itself, told to chat.audit and the devices soon after.
CREATE TABLE audit_events (
  id          CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account_id  CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  device_id   CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  device_name VARCHAR(64) NULL,
  address     VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NULL,
  at          DATETIME(3) NOT NULL,
  published   BOOLEAN NOT NULL DEFAULT FALSE,
  PRIMARY KEY (id),
  KEY audit_events_account_id (account_id, id),
  KEY audit_events_published (published)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Users of erased accounts that Keycloak still has.
CREATE TABLE identities_to_remove (
  identity_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (identity_id)
) ENGINE = InnoDB;
