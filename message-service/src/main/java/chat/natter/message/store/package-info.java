/**
 * The stores of the stages on this machine: RocksDB under Kafka Streams, with scans that end where they are told to.
 * Read {@link chat.natter.message.store.RocksStore} first.
 */
@NullMarked
package chat.natter.message.store;

import org.jspecify.annotations.NullMarked;
