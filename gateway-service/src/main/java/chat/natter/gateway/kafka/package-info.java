/** What goes to and comes from Kafka. */
@NullMarked
package chat.natter.gateway.kafka;

import org.jspecify.annotations.NullMarked;
