package chat.natter.history.archive;

import chat.natter.contract.InvalidId;
import chat.natter.contract.SecurityEvent;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Account;
import chat.natter.history.audit.TellAudit;
import chat.natter.history.erasure.EraseAccounts;
import chat.natter.history.erasure.Erasure;
import com.google.protobuf.InvalidProtocolBufferException;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes batches from {@code chat.accounts}. What erased accounts said is gone before the batch is acknowledged, so that
 * an erasure that was broken off begins anew.
 */
@Singleton
final class FollowAccounts {
    private static final Logger LOG = Logger.getLogger(FollowAccounts.class);

    private final EraseAccounts eraseAccounts;
    private final TellAudit tellAudit;
    private final SetAside setAside;
    private final PersistUntilDone persist;
    private final Waiting waiting;

    FollowAccounts(
            EraseAccounts eraseAccounts,
            TellAudit tellAudit,
            SetAside setAside,
            PersistUntilDone persist,
            Waiting waiting) {
        this.eraseAccounts = eraseAccounts;
        this.tellAudit = tellAudit;
        this.setAside = setAside;
        this.persist = persist;
        this.waiting = waiting;
    }

    @Incoming("accounts")
    @Blocking
    void follow(ConsumerRecords<byte[], byte[]> batch) {
        Map<UserId, Instant> erased = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : batch) {
            Erased account = read(record);
            if (account != null) {
                erased.put(account.user(), account.at());
            }
        }
        erase(erased);
    }

    /** All of them are announced before one wait. */
    private void erase(Map<UserId, Instant> erased) {
        persist.run(() -> erased.keySet().removeIf(eraseAccounts::wasDone));
        if (erased.isEmpty()) {
            return;
        }
        erased.forEach((user, at) -> persist.run(() -> eraseAccounts.announce(user, at)));
        waiting.pause(eraseAccounts.settle());
        erased.forEach((user, at) -> persist.run(() -> erase(user, at)));
    }

    private void erase(UserId user, Instant at) {
        Erasure erasure = eraseAccounts.erase(user, at);
        tellAudit.tell(
                SecurityEvent.CONTENT_ERASED,
                user,
                at,
                Map.of(
                        "conversations", Long.toString(erasure.conversations()),
                        "entries", Long.toString(erasure.entries()),
                        "sha256", erasure.sha256()));
        eraseAccounts.finish(erasure);
        LOG.infof("erased userId=%s entries=%d", user, erasure.entries());
    }

    /** Null for an account that lives, and for what cannot be read and was set aside. */
    private @Nullable Erased read(ConsumerRecord<byte[], byte[]> record) {
        byte[] value = record.value();
        if (value == null) {
            return null;
        }
        try {
            Account account = Account.parseFrom(value);
            UserId user = new UserId(account.getUser());
            return account.getStatus() == Account.Status.ERASED
                    ? new Erased(user, Instant.ofEpochMilli(account.getAt()))
                    : null;
        } catch (InvalidProtocolBufferException e) {
            setAside.keep(record, "not an Account");
        } catch (InvalidId e) {
            setAside.keep(record, String.valueOf(e.getMessage()));
        }
        return null;
    }

    private record Erased(UserId user, Instant at) {}
}
