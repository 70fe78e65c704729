/** From an announcement to a verified file. */
@NullMarked
package chat.natter.media.upload;

import org.jspecify.annotations.NullMarked;
