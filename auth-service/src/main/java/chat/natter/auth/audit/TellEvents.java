package chat.natter.auth.audit;

import chat.natter.auth.database.Database;
import chat.natter.auth.problem.Unavailable;
import chat.natter.auth.publish.WriteRecord;
import chat.natter.contract.SecurityEvent;
import chat.natter.contract.Topic;
import chat.natter.contract.UserId;
import chat.natter.contract.record.AuditEvent;
import chat.natter.contract.record.InboxRecord;
import chat.natter.contract.record.SecurityNotice;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells events to {@code chat.audit}, and those that concern the owner to all of the account's devices through their
 * inbox. At least once: an entry stays owed until Kafka has all of it.
 */
@Singleton
class TellEvents {
    private static final Logger LOG = Logger.getLogger(TellEvents.class);

    private final Database database;
    private final AuditStore store;
    private final WriteRecord writeRecord;
    private final int batch;

    TellEvents(Database database, AuditStore store, WriteRecord writeRecord, AuditConfig config) {
        this.database = database;
        this.store = store;
        this.writeRecord = writeRecord;
        this.batch = config.batch();
    }

    @Scheduled(every = "${natter.auth.audit.tell-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tell() {
        try {
            int told;
            do {
                told = database.transaction(connection -> {
                    List<AuditEntry> owed = store.lockOwed(connection, batch);
                    for (AuditEntry entry : owed) {
                        tell(entry);
                        store.markPublished(connection, entry);
                    }
                    return owed.size();
                });
            } while (told == batch);
        } catch (Unavailable e) {
            LOG.warnf("security events are told later cause=\"%s\"", e.getMessage());
        }
    }

    private void tell(AuditEntry entry) {
        UserId user = new UserId(entry.user());
        AuditEvent.Builder event = AuditEvent.newBuilder()
                .setId(entry.id())
                .setUser(entry.user())
                .setEvent(entry.event())
                .setDevice(orEmpty(entry.deviceId()))
                .setAddress(orEmpty(entry.address()))
                .setAt(entry.at().toEpochMilli());
        writeRecord.write(Topic.AUDIT, user, event.build());
        if (SecurityEvent.ofCode(entry.event())
                .filter(SecurityEvent::isToldToDevices)
                .isPresent()) {
            writeRecord.write(Topic.INBOX, user, notice(entry));
        }
    }

    private static InboxRecord notice(AuditEntry entry) {
        return InboxRecord.newBuilder()
                .setSecurity(SecurityNotice.newBuilder()
                        .setEvent(entry.event())
                        .setDevice(orEmpty(entry.deviceId()))
                        .setDeviceName(orEmpty(entry.deviceName()))
                        .setAt(entry.at().toEpochMilli()))
                .build();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
