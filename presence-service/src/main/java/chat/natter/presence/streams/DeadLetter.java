package chat.natter.presence.streams;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** A record that could not be read, as it came, with where it was and why. */
final class DeadLetter {
    private DeadLetter() {}

    static Record<byte[], byte[]> of(Record<byte[], byte[]> unreadable, RecordMetadata where, String cause) {
        Headers headers = new RecordHeaders(unreadable.headers());
        add(headers, "natter-topic", where.topic());
        add(headers, "natter-partition", Integer.toString(where.partition()));
        add(headers, "natter-offset", Long.toString(where.offset()));
        add(headers, "natter-cause", cause);
        return unreadable.withHeaders(headers);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
