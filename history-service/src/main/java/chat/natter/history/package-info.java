/**
 * The archive of everything that was accepted. Read {@code archive.ArchiveEvents} first, then {@code message.ReadPage}.
 */
@NullMarked
package chat.natter.history;

import org.jspecify.annotations.NullMarked;
