/**
 * The decision on Kafka: one processor over {@code chat.sessions}, a store per partition, and what it takes to run
 * them. The store's key is the user id; its value is {@code StoredUser} of {@code stored.proto}.
 */
@NullMarked
package chat.natter.presence.streams;

import org.jspecify.annotations.NullMarked;
