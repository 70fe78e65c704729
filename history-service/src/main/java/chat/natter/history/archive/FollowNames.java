package chat.natter.history.archive;

import chat.natter.history.name.NameStore;
import chat.natter.history.name.ReadName;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Learns from {@code chat.accounts} what people are called. In a group of its own: an erasure takes its time, and names
 * of accounts that were made before this was learnt have to be read once.
 */
@Singleton
final class FollowNames {
    private final NameStore names;
    private final PersistUntilDone persist;

    FollowNames(NameStore names, PersistUntilDone persist) {
        this.names = names;
        this.persist = persist;
    }

    @Incoming("names")
    @Blocking
    void follow(ConsumerRecords<byte[], byte[]> batch) {
        List<NameStore.NameChange> changes = StreamSupport.stream(batch.spliterator(), false)
                .map(record -> ReadName.read(record.value()))
                .flatMap(Optional::stream)
                .toList();
        persist.run(() -> names.write(changes));
    }
}
