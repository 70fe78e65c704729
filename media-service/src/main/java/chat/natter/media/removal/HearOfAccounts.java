package chat.natter.media.removal;

import chat.natter.contract.InvalidId;
import chat.natter.contract.MediaId;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Account;
import chat.natter.media.access.Portraits;
import chat.natter.media.storage.UntilStored;
import com.google.protobuf.InvalidProtocolBufferException;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Hears on {@code chat.accounts} which picture an account shows, and of accounts that are erased, whose files it
 * removes. A batch is acknowledged when all of it is stored.
 */
@Singleton
class HearOfAccounts {
    private static final Logger LOG = Logger.getLogger(HearOfAccounts.class);

    private final EraseAccount eraseAccount;
    private final Portraits portraits;
    private final UntilStored untilStored;

    HearOfAccounts(EraseAccount eraseAccount, Portraits portraits, UntilStored untilStored) {
        this.eraseAccount = eraseAccount;
        this.portraits = portraits;
        this.untilStored = untilStored;
    }

    @Incoming("accounts")
    @Blocking
    void hear(ConsumerRecords<byte[], byte[]> batch) {
        for (ConsumerRecord<byte[], byte[]> record : batch) {
            if (record.value() != null) {
                hear(record.value());
            }
        }
    }

    private void hear(byte[] value) {
        try {
            Account account = Account.parseFrom(value);
            UserId user = new UserId(account.getUser());
            if (account.getStatus() == Account.Status.ERASED) {
                untilStored.run(() -> eraseAccount.erase(user));
            } else {
                MediaId picture = account.getAvatar().isEmpty() ? null : new MediaId(account.getAvatar());
                untilStored.run(() -> portraits.show(user, picture));
            }
        } catch (InvalidProtocolBufferException | InvalidId e) {
            LOG.warnf("unreadable account record cause=%s", e.getMessage());
        }
    }
}
