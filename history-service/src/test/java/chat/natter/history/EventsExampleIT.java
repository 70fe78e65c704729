package chat.natter.history;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.EventHeaders;
import chat.natter.history.archive.SomeEvents;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.SomeMessages;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The examples of {@code docs/EVENTS.md} as their readers run them. */
class EventsExampleIT {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Servers servers = Servers.withOwnNames();
    private final Topics topics;

    EventsExampleIT() throws Exception {
        topics = new Topics(servers);
    }

    /** Two conversations, three hours, repeats, and an event of a later version. */
    @BeforeEach
    void write() throws Exception {
        SomeMessages one = new SomeMessages();
        SomeMessages other = new SomeMessages();
        for (long seq = 1; seq <= 100; seq++) {
            accepted(one.at(seq, NOON.plusSeconds(60 * seq)));
        }
        accepted(one.at(99, NOON.plusSeconds(60 * 99)));
        accepted(one.at(100, NOON.plusSeconds(60 * 100)));
        for (long seq = 1; seq <= 7; seq++) {
            accepted(other.at(seq, NOON.plusSeconds(7_200 + seq)));
        }
        send(other.at(8, NOON.plusSeconds(7_300)), "chat.natter.message.translated.v1");
        topics.flush();
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void thePlainKafkaClientCountsTheMessagesOfEachHour() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        assertThat(run(List.of(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        DOCS.resolve("examples/CountMessages.java").toString(),
                        servers.kafka(),
                        servers.events())))
                .containsExactly("2026-03-01T12:00:00Z 59", "2026-03-01T13:00:00Z 41", "2026-03-01T14:00:00Z 7");
    }

    @Test
    void aClientInAnotherLanguageCountsTheSame() throws Exception {
        if (!Files.isDirectory(DOCS.resolve("node_modules/kafkajs"))) {
            run(List.of("npm", "--prefix", DOCS.toString(), "ci", "--silent"));
        }

        assertThat(run(List.of(
                        "node",
                        DOCS.resolve("examples/count-messages.mjs").toString(),
                        servers.kafka(),
                        servers.events())))
                .containsExactly("2026-03-01T12:00:00Z 59", "2026-03-01T13:00:00Z 41", "2026-03-01T14:00:00Z 7");
    }

    private void accepted(ArchivedMessage message) {
        send(message, EventHeaders.TYPE_MESSAGE_ACCEPTED);
    }

    private void send(ArchivedMessage message, String type) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                servers.events(), utf8(message.conversation().value()), SomeEvents.bytes(message));
        record.headers()
                .add(EventHeaders.SPEC_VERSION, utf8(EventHeaders.SPEC_VERSION_VALUE))
                .add(EventHeaders.ID, utf8(message.conversation() + "/" + message.seq()))
                .add(EventHeaders.TYPE, utf8(type))
                .add(EventHeaders.SOURCE, utf8(EventHeaders.SOURCE_VALUE))
                .add(EventHeaders.TIME, utf8(message.at().toString()))
                .add(EventHeaders.CONTENT_TYPE, utf8(EventHeaders.CONTENT_TYPE_VALUE));
        topics.send(record);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The lines that the program printed. */
    private static List<String> run(List<String> command) throws IOException, InterruptedException {
        File output = File.createTempFile("events-example", ".out", new File("target"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        List<String> lines = Files.readAllLines(output.toPath());
        assertThat(ended).as(String.join("\n", lines)).isTrue();
        assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
        // Whatever the client library says about its logging goes to the same place.
        return lines.stream().filter(line -> line.matches("\\d{4}-.*")).toList();
    }
}
