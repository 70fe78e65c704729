package chat.natter.history.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.contract.ConversationId;
import chat.natter.contract.TraceParent;
import chat.natter.history.erasure.SomeErasures;
import chat.natter.history.group.InMemoryGroups;
import chat.natter.history.mention.InMemoryMentions;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.BucketStart;
import chat.natter.history.message.ChangeStore;
import chat.natter.history.message.InMemoryChanges;
import chat.natter.history.message.InMemoryMessages;
import chat.natter.history.message.MessageKey;
import chat.natter.history.message.MessageStore;
import chat.natter.history.message.Slice;
import chat.natter.history.message.SliceRows;
import chat.natter.history.message.SomeMessages;
import chat.natter.history.message.StoreUnavailable;
import chat.natter.history.overview.InMemoryOverview;
import chat.natter.history.search.IndexMessages;
import chat.natter.history.search.SomeSearch;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class ArchiveBatchTest {
    private static final byte[] POISON = "poison".getBytes(StandardCharsets.UTF_8);

    private final SomeMessages some = new SomeMessages();
    private final Shaky store = new Shaky();
    private final InMemoryOverview overview = new InMemoryOverview();
    private final InMemoryGroups groups = new InMemoryGroups();
    private final InMemoryMentions mentions = new InMemoryMentions();
    private final List<String> deadLetters = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final SdkTracerProvider tracing = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(spans))
            .build();
    private int pausesBeforeTheEnd = Integer.MAX_VALUE;
    private final ArchiveBatch archiveBatch = archiveBatch();

    @Test
    void archivesABatchAndCountsIt() {
        // When
        archiveBatch.archive(records(SomeEvents.bytes(some.message(1)), SomeEvents.bytes(some.message(2))));

        // Then
        assertThat(store.messages.size()).isEqualTo(2);
        assertThat(count("archived")).isEqualTo(2);
        assertThat(lag()).isZero();
    }

    @Test
    void followsEachRecordThatIsFollowedUntilItIsDurable() {
        // Given
        List<ConsumerRecord<byte[], byte[]>> batch =
                records(SomeEvents.bytes(some.message(1)), SomeEvents.bytes(some.message(2)));
        TraceParent parent = new TraceParent("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7");
        batch.get(1).headers().add(TraceParent.HEADER, parent.toBytes());
        store.failures = 1;

        // When
        archiveBatch.archive(batch);

        // Then
        assertThat(spans.getFinishedSpanItems()).singleElement().satisfies(span -> {
            assertThat(span.getName()).isEqualTo("archive");
            assertThat(span.getTraceId()).isEqualTo(parent.traceId());
            assertThat(span.getParentSpanId()).isEqualTo(parent.spanId());
        });
    }

    @Test
    void setsAPoisonRecordAsideAndGoesOn() {
        // When
        archiveBatch.archive(records(SomeEvents.bytes(some.message(1)), POISON, SomeEvents.bytes(some.message(2))));

        // Then
        assertThat(deadLetters).containsExactly("events-3@1: not an Event");
        assertThat(store.messages.size()).isEqualTo(2);
        assertThat(count("dead_letter")).isEqualTo(1);
    }

    @Test
    void aBatchOfNothingButPoisonNeedsNoStore() {
        store.failures = Integer.MAX_VALUE;

        archiveBatch.archive(records(POISON));

        assertThat(deadLetters).hasSize(1);
    }

    @Test
    void triesAgainWithGrowingPausesUntilTheStoreIsBack() {
        // Given
        store.failures = 6;

        // When
        archiveBatch.archive(records(SomeEvents.bytes(some.message(1))));

        // Then
        assertThat(store.messages.size()).isEqualTo(1);
        assertThat(pauses).hasSize(6);
        assertThat(pauses.get(5)).isGreaterThan(pauses.get(0));
        assertThat(registry.get("natter.history.write.failures").counter().count())
                .isEqualTo(6);
    }

    @Test
    void theLagIsVisibleWhileTheStoreIsAway() {
        // Given
        store.failures = Integer.MAX_VALUE;
        pausesBeforeTheEnd = 3;

        // When
        assertThatThrownBy(() -> archiveBatch.archive(records(SomeEvents.bytes(some.message(1)))))
                .isInstanceOf(ArchiveStopped.class);

        // Then
        assertThat(lag()).isEqualTo(10);
        assertThat(count("archived")).isZero();
    }

    private ArchiveBatch archiveBatch() {
        ArchiveMetrics metrics = new ArchiveMetrics(registry, Clock.fixed(SomeMessages.NOW, ZoneOffset.UTC));
        ArchiveConfig config = new ArchiveConfig() {
            @Override
            public Duration firstPause() {
                return Duration.ofMillis(200);
            }

            @Override
            public Duration longestPause() {
                return Duration.ofSeconds(5);
            }
        };
        Waiting waiting = duration -> {
            pauses.add(duration);
            if (pauses.size() >= pausesBeforeTheEnd) {
                throw new ArchiveStopped();
            }
        };
        DeadLetters letters = (poison, cause) ->
                deadLetters.add(poison.topic() + "-" + poison.partition() + "@" + poison.offset() + ": " + cause);
        PersistUntilDone persist = new PersistUntilDone(config, waiting, metrics);
        IndexMessages index = SomeSearch.inMemory(store).indexMessages();
        ChangeStore changes = new InMemoryChanges();
        return new ArchiveBatch(
                new ApplyPolicies(
                        SomeErasures.none(store, changes, index),
                        new KeepEntries(store, index, changes, groups, overview, mentions)),
                new SetAside(letters, persist, metrics),
                persist,
                metrics,
                new FollowArchiving(
                        OpenTelemetrySdk.builder().setTracerProvider(tracing).build(), false));
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(byte[]... values) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (byte[] value : values) {
            records.add(new ConsumerRecord<>(
                    "events",
                    3,
                    records.size(),
                    SomeMessages.NOW.minusSeconds(10).toEpochMilli(),
                    TimestampType.CREATE_TIME,
                    1,
                    value.length,
                    new byte[] {1},
                    value,
                    new RecordHeaders(),
                    Optional.empty()));
        }
        return records;
    }

    private double count(String outcome) {
        return registry.get("natter.history.events")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private double lag() {
        return registry.get("natter.history.archive.lag.seconds").gauge().value();
    }

    /** Fails so many times, then works. */
    private static final class Shaky implements MessageStore {
        private final InMemoryMessages messages = new InMemoryMessages();
        private int failures;

        @Override
        public void write(List<ArchivedMessage> written) {
            if (failures > 0) {
                failures--;
                throw new StoreUnavailable(new IllegalStateException("away"));
            }
            messages.write(written);
        }

        @Override
        public void erase(List<ArchivedMessage> entries, Instant erasedAt) {
            messages.erase(entries, erasedAt);
        }

        @Override
        public void renew(List<ArchivedMessage> entries) {
            messages.renew(entries);
        }

        @Override
        public OptionalLong lastSeq(ConversationId conversation) {
            return messages.lastSeq(conversation);
        }

        @Override
        public Optional<BucketStart> bucketStart(ConversationId conversation, long bucket) {
            return messages.bucketStart(conversation, bucket);
        }

        @Override
        public Map<Long, BucketStart> bucketStarts(ConversationId conversation, Collection<Long> buckets) {
            return messages.bucketStarts(conversation, buckets);
        }

        @Override
        public OptionalLong firstSeqAt(ConversationId conversation, long bucket, Instant time) {
            return messages.firstSeqAt(conversation, bucket, time);
        }

        @Override
        public Map<MessageKey, ArchivedMessage> readAll(Collection<MessageKey> keys) {
            return messages.readAll(keys);
        }

        @Override
        public SliceRows read(Slice slice, int limit) {
            return messages.read(slice, limit);
        }
    }
}
