package chat.natter.history.search;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.history.cassandra.OwnKeyspace;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.MessageStore;
import chat.natter.history.message.MessagesIn;
import com.datastax.oss.driver.api.core.cql.Row;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * No test: a measurement, started by its name. It archives and indexes a corpus in a keyspace of its own and prints
 * rates, processor time per message, bytes on disk and latencies. {@code -Dnatter.measure.messages=1000000}; with
 * {@code -Dnatter.measure.index=false} only the archive, which is filled several times as fast. A keyspace that is
 * named by {@code -Dnatter.measure.keyspace=NAME} stays, and is not filled again the next time.
 */
class MeasureHistory {
    private static final int BATCH = 500;
    private static final int TRIES = 1_000;

    private final int messages = Integer.getInteger("natter.measure.messages", 100_000);
    private final @Nullable String kept = System.getProperty("natter.measure.keyspace");
    private final boolean indexed = Boolean.parseBoolean(System.getProperty("natter.measure.index", "true"));

    /**
     * Before Quarkus starts, all is logged and kept: recognising a language would spend its time on texts for traces.
     */
    @BeforeAll
    static void logAsTheServiceDoes() {
        Logger.getLogger("").setLevel(Level.INFO);
    }

    @Test
    void archivesIndexesReadsAndSearches() throws Exception {
        try (OwnKeyspace keyspace = kept == null ? new OwnKeyspace() : OwnKeyspace.kept(kept)) {
            MessagesIn archive = new MessagesIn(keyspace.session());
            MessageStore store = archive.store();
            SearchIndex index = new CassandraIndex(keyspace.session(), 64, Clock.systemUTC());
            Conversations conversations = new CassandraConversations(keyspace.session(), 64);
            SomeSearch search = new SomeSearch(index, conversations, store, Clock.systemUTC(), 256);
            Corpus corpus = new Corpus(1, 100);

            if (store.lastSeq(corpus.longest).isPresent()) {
                // Drawn again, so that it is known how long the conversations are.
                corpus.next(messages);
            } else {
                fill(corpus, store, search);
            }
            disk(keyspace);
            pages(corpus, archive);
            if (indexed) {
                searches(corpus, search);
            }
        }
    }

    private void fill(Corpus corpus, MessageStore store, SomeSearch search) throws IOException {
        long archiveNanos = 0;
        long indexNanos = 0;
        long ownCpu = ownCpuNanos();
        long cassandraTicks = cassandraTicks();
        for (int done = 0; done < messages; done += BATCH) {
            List<ArchivedMessage> batch = corpus.next(BATCH);
            long start = System.nanoTime();
            store.write(batch);
            long archived = System.nanoTime();
            if (indexed) {
                search.index(batch);
            }
            archiveNanos += archived - start;
            indexNanos += System.nanoTime() - archived;
        }
        print("archive  %,d messages at %,.0f/s", messages, messages * 1e9 / archiveNanos);
        if (indexed) {
            print("index    %,d messages at %,.0f/s", messages, messages * 1e9 / indexNanos);
            print("both     %,.0f/s", messages * 1e9 / (archiveNanos + indexNanos));
        }
        print("CPU      %.0f µs per message in this process", (ownCpuNanos() - ownCpu) / 1e3 / messages);
        print("CPU      %.0f µs per message in Cassandra", (cassandraTicks() - cassandraTicks) * 1e4 / messages);
    }

    private void disk(OwnKeyspace keyspace) {
        String name = keyspace.session().getKeyspace().orElseThrow().asInternal();
        for (Row row : keyspace.session()
                .execute(
                        "SELECT table_name, mebibytes FROM system_views.disk_usage WHERE keyspace_name = ?"
                                + " ALLOW FILTERING",
                        name)) {
            print(
                    "disk     %s %d MiB, %.0f bytes per message (what was flushed)",
                    row.getString("table_name"),
                    row.getLong("mebibytes"),
                    row.getLong("mebibytes") * 1024.0 * 1024 / messages);
        }
    }

    private void pages(Corpus corpus, MessagesIn archive) {
        Random random = new Random(2);
        long last = corpus.lastSeq(corpus.longest);
        long length = Duration.between(Corpus.START, corpus.end()).toMillis();
        print("the longest conversation has %,d messages", last);
        latency(
                "page of 50 before a seq",
                i -> assertThat(archive.before(corpus.longest, 51 + random.nextLong(last - 51)))
                        .isEqualTo(50));
        latency(
                "page of 50 around a time",
                i -> assertThat(archive.around(corpus.longest, Corpus.START.plusMillis(random.nextLong(length))))
                        .isBetween(25, 50));
    }

    private void searches(Corpus corpus, SomeSearch search) {
        Random random = new Random(3);
        print("the reader has %d conversations", 111);
        latency("search: frequent word (rank 1-50)", i -> find(corpus, search, corpus.word(random.nextInt(50))));
        latency(
                "search: usual word (rank 50-2,000)",
                i -> find(corpus, search, corpus.word(50 + random.nextInt(1_950))));
        latency(
                "search: rare word (rank 10,000-30,000)",
                i -> find(corpus, search, corpus.word(10_000 + random.nextInt(20_000))));
        latency(
                "search: two words",
                i -> find(
                        corpus,
                        search,
                        corpus.word(random.nextInt(100)) + " " + corpus.word(100 + random.nextInt(1_000))));
        latency(
                "search: phrase of frequent words",
                i -> find(
                        corpus,
                        search,
                        "\"" + corpus.word(random.nextInt(20)) + " " + corpus.word(random.nextInt(20)) + "\""));
        latency(
                "search: beginning of 4 letters",
                i -> find(
                        corpus,
                        search,
                        corpus.word(1_000 + random.nextInt(20_000)).substring(0, 4) + "*"));
        latency(
                "search: in one conversation",
                i -> find(corpus, search, corpus.word(random.nextInt(2_000)) + " in:" + corpus.longest));
    }

    private static void find(Corpus corpus, SomeSearch search, String query) {
        search.find(corpus.reader, query, 20, Optional.empty());
    }

    private static void latency(String what, IntConsumer task) {
        for (int i = 0; i < TRIES / 5; i++) {
            task.accept(i);
        }
        long[] nanos = new long[TRIES];
        for (int i = 0; i < TRIES; i++) {
            long start = System.nanoTime();
            task.accept(i);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        print("%-40s p50 %.1f ms, p99 %.1f ms", what, nanos[TRIES / 2] / 1e6, nanos[TRIES * 99 / 100] / 1e6);
    }

    private static long ownCpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** The processor time of the local stack's Cassandra, in hundredths of a second; 0 where it cannot be seen. */
    private static long cassandraTicks() throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : (Iterable<Path>) processes::iterator) {
                if (process.getFileName().toString().matches("\\d+") && isOurCassandra(process)) {
                    String stat = Files.readString(process.resolve("stat"));
                    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
                    return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
                }
            }
        }
        return 0;
    }

    private static boolean isOurCassandra(Path process) {
        try {
            String command = Files.readString(process.resolve("cmdline"));
            return command.contains("CassandraDaemon")
                    && command.contains(System.getProperty("natter.measure.stack", "cassandra"));
        } catch (IOException e) {
            // It has ended in the meantime, or is somebody else's.
            return false;
        }
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
