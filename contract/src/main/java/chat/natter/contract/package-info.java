/**
 * What every part of Natter agrees on: ids, topics, the problem catalogue and close codes. Frames of the client
 * protocol are in {@code frame}, Kafka values (generated from {@code src/main/proto}) in {@code record}. Depends on no
 * framework and holds no rule of any service.
 */
@NullMarked
package chat.natter.contract;

import org.jspecify.annotations.NullMarked;
