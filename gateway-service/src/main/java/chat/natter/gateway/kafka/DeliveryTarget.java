package chat.natter.gateway.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Who takes the records of this gateway's delivery topic. Called on the consumer's thread, batch by batch, in order.
 */
public interface DeliveryTarget {
    void deliver(ConsumerRecords<String, byte[]> records);
}
