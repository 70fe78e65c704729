package chat.natter.history.archive;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where records go that nobody can read. */
interface DeadLetters {
    /** Returns once the record is kept; throws if it could not be. */
    void keep(ConsumerRecord<byte[], byte[]> poison, String cause);
}
