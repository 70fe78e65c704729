package chat.natter.history.archive;

import chat.natter.contract.ConversationId;
import chat.natter.contract.InvalidId;
import chat.natter.contract.UserId;
import chat.natter.contract.record.MemberMarks;
import chat.natter.history.marks.MarkStore;
import chat.natter.history.message.MessageKey;
import chat.natter.history.personal.PersonalStore;
import com.google.protobuf.InvalidProtocolBufferException;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Takes batches from {@code chat.marks}, one at a time; the batch is acknowledged when the method returns. */
@Singleton
final class ArchiveMarks {
    private final MarkStore store;
    private final PersonalStore personal;
    private final SetAside setAside;
    private final PersistUntilDone persist;

    ArchiveMarks(MarkStore store, PersonalStore personal, SetAside setAside, PersistUntilDone persist) {
        this.store = store;
        this.personal = personal;
        this.setAside = setAside;
        this.persist = persist;
    }

    @Incoming("marks")
    @Blocking
    void archive(ConsumerRecords<byte[], byte[]> batch) {
        List<MemberMarks> marks = new ArrayList<>(batch.count());
        for (ConsumerRecord<byte[], byte[]> record : batch) {
            MemberMarks read = read(record.value());
            if (read == null) {
                setAside.keep(record, "not MemberMarks");
            } else {
                marks.add(read);
            }
        }
        if (!marks.isEmpty()) {
            persist.run(() -> {
                store.write(marks);
                marks.stream().filter(mark -> mark.getWithheld() > 0).forEach(this::hide);
            });
        }
    }

    /** Who has blocked somebody does not see later, either, what that one said meanwhile. */
    private void hide(MemberMarks mark) {
        personal.hide(
                new UserId(mark.getUser()),
                new MessageKey(new ConversationId(mark.getConversation()), mark.getWithheld()),
                Instant.ofEpochMilli(mark.getAt()));
    }

    private static @Nullable MemberMarks read(byte @Nullable [] value) {
        try {
            MemberMarks marks = MemberMarks.parseFrom(value == null ? new byte[0] : value);
            new ConversationId(marks.getConversation());
            new UserId(marks.getUser());
            return marks;
        } catch (InvalidProtocolBufferException | InvalidId e) {
            return null;
        }
    }
}
