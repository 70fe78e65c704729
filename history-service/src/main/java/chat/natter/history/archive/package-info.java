/**
 * From {@code chat.events} into the store: in batches, at least once, in the order of each partition. Offsets are
 * committed only after everything before them is durable or lies in the dead-letter topic.
 */
@NullMarked
package chat.natter.history.archive;

import org.jspecify.annotations.NullMarked;
