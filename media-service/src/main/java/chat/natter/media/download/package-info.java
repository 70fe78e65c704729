/** The way to the bytes of a complete medium. */
@NullMarked
package chat.natter.media.download;

import org.jspecify.annotations.NullMarked;
