package chat.natter.media.removal;

import chat.natter.contract.InvalidId;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Account;
import chat.natter.media.storage.UntilStored;
import com.google.protobuf.InvalidProtocolBufferException;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Hears on {@code chat.accounts} of accounts that are erased, and removes their files before it acknowledges. */
@Singleton
class HearOfAccounts {
    private static final Logger LOG = Logger.getLogger(HearOfAccounts.class);

    private final EraseAccount eraseAccount;
    private final UntilStored untilStored;

    HearOfAccounts(EraseAccount eraseAccount, UntilStored untilStored) {
        this.eraseAccount = eraseAccount;
        this.untilStored = untilStored;
    }

    @Incoming("accounts")
    @Blocking
    void hear(ConsumerRecords<byte[], byte[]> batch) {
        for (ConsumerRecord<byte[], byte[]> record : batch) {
            UserId erased = erased(record.value());
            if (erased != null) {
                untilStored.run(() -> eraseAccount.erase(erased));
            }
        }
    }

    private static @Nullable UserId erased(byte @Nullable [] value) {
        if (value == null) {
            return null;
        }
        try {
            Account account = Account.parseFrom(value);
            return account.getStatus() == Account.Status.ERASED ? new UserId(account.getUser()) : null;
        } catch (InvalidProtocolBufferException | InvalidId e) {
            LOG.warnf("unreadable account record cause=%s", e.getMessage());
            return null;
        }
    }
}
