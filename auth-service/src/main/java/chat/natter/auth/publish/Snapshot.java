package chat.natter.auth.publish;

import chat.natter.contract.record.Account;

/** An account as it stands in the database, and the last version of it that Kafka has acknowledged. */
record Snapshot(Account account, long publishedVersion) {
    boolean isBehind() {
        return account.getVersion() > publishedVersion;
    }
}
