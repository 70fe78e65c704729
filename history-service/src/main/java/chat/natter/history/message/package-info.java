/**
 * Archived messages: how they are cut into partitions, written and read page by page. The core ({@code Buckets},
 * {@code PagePlan}, {@code ReadPage}) is plain Java over the port {@code MessageStore}, whose siblings are
 * {@code CassandraMessages} and, in tests, one in memory.
 */
@NullMarked
package chat.natter.history.message;

import org.jspecify.annotations.NullMarked;
