/**
 * The Kafka Streams topology around the two stages, and its life. Read
 * {@link chat.natter.message.topology.MessageTopology} first.
 */
@NullMarked
package chat.natter.message.topology;

import org.jspecify.annotations.NullMarked;
