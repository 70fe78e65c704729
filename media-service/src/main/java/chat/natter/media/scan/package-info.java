/** The look for viruses, between an upload and its being available. Off unless a scanner is configured. */
@NullMarked
package chat.natter.media.scan;

import org.jspecify.annotations.NullMarked;
