package chat.natter.history.archive;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The headers of a dead letter: those that the record had, and four of ours. */
final class DeadLetterHeaders {
    static final String TOPIC = "natter-topic";
    static final String PARTITION = "natter-partition";
    static final String OFFSET = "natter-offset";
    static final String CAUSE = "natter-cause";

    private DeadLetterHeaders() {}

    static Headers of(ConsumerRecord<byte[], byte[]> poison, String cause) {
        Headers headers = new RecordHeaders(poison.headers().toArray());
        headers.add(TOPIC, text(poison.topic()));
        headers.add(PARTITION, text(Integer.toString(poison.partition())));
        headers.add(OFFSET, text(Long.toString(poison.offset())));
        headers.add(CAUSE, text(cause));
        return headers;
    }

    private static byte[] text(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
