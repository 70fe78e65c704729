/**
 * Wakes those who read topics. Nothing here is stored, replayed or counted: what is lost is said again. Read
 * {@link chat.natter.message.reader.WakeReaders} first.
 */
@NullMarked
package chat.natter.message.reader;

import org.jspecify.annotations.NullMarked;
