-- MySQL 8.4 and MariaDB 11.4. Ids are 26 ASCII characters that sort by time, so rows are added at the end of the index.
-- Times are UTC, in milliseconds.

CREATE TABLE accounts (
  id                CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  username          VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  display_name      VARCHAR(64) NOT NULL,
  -- PENDING: the name is reserved, nobody can sign in. ACTIVE: in use.
  status            VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Keycloak's id of the user.
  identity_id       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- Until when a sign-up attempt works on the row; NULL once the client has been told that it has the account.
  claimed_until     DATETIME(3) NULL,
  -- Grows with each change that others can see; the last one that Kafka has acknowledged.
  version           BIGINT NOT NULL DEFAULT 0,
  published_version BIGINT NOT NULL DEFAULT 0,
  unpublished       BOOLEAN GENERATED ALWAYS AS (version > published_version) STORED,
  created_at        DATETIME(3) NOT NULL,
  changed_at        DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY accounts_username (username),
  KEY accounts_claimed_until (claimed_until),
  KEY accounts_unpublished (unpublished)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE devices (
  id         CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name       VARCHAR(64) NOT NULL,
  platform   VARCHAR(32) NOT NULL,
  added_at   DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  KEY devices_account_id (account_id),
  CONSTRAINT devices_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A row is a session that stands: signing out, removing the device and a refresh token that comes twice delete it.
CREATE TABLE device_sessions (
  id         CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  device_id  CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  opened_at  DATETIME(3) NOT NULL,
  -- Moves on with each refresh.
  expires_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY device_sessions_device_id (device_id),
  KEY device_sessions_expires_at (expires_at),
  CONSTRAINT device_sessions_device FOREIGN KEY (device_id) REFERENCES devices (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- SHA-256 of each refresh token. A used one stays until it expires, so that its copy is recognised.
CREATE TABLE refresh_tokens (
  hash       BINARY(32) NOT NULL,
  session_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  expires_at DATETIME(3) NOT NULL,
  used_at    DATETIME(3) NULL,
  PRIMARY KEY (hash),
  KEY refresh_tokens_session_id (session_id),
  KEY refresh_tokens_expires_at (expires_at),
  CONSTRAINT refresh_tokens_session FOREIGN KEY (session_id) REFERENCES device_sessions (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
