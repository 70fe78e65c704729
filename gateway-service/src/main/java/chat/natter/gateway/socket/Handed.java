package chat.natter.gateway.socket;

import chat.natter.contract.record.Delivery;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** What an event loop is handed of the delivery topic. */
sealed interface Handed {
    /** How many sessions it is for, about. */
    int size();

    /** A record for the session of its key, or for those who want to know; read on the loop. */
    record Alone(ConsumerRecord<String, byte[]> record) implements Handed {
        @Override
        public int size() {
            return 1;
        }
    }

    /** The same for several sessions of this loop. */
    record Shared(Headers headers, Delivery delivery, List<String> sessions) implements Handed {
        @Override
        public int size() {
            return sessions.size();
        }
    }
}
